//! One article: a headline, a dateline, paragraphs with statements in them, and what outlets put between.

use serde::Serialize;

use crate::draw::Draw;
use crate::language::{CLUTTER, CUES, REPORTS, SPOKEN, WEEKDAYS};
use crate::names::{self, Person, capital};
use crate::sentence::{clause, sentence};
use crate::words::Vocabulary;

/// How many words an article has, by quantile, as counted.
const LENGTHS: [(f64, f64); 11] = [
    (0.0, 46.0),
    (0.01, 83.0),
    (0.05, 123.0),
    (0.10, 147.0),
    (0.25, 199.0),
    (0.50, 279.0),
    (0.75, 382.0),
    (0.90, 514.0),
    (0.95, 622.0),
    (0.99, 1134.0),
    (1.0, 2400.0),
];
/// What the last paragraph is longer than the length that was drawn, on average.
const HALF_A_PARAGRAPH: usize = 24;
/// How many words a headline has, by quantile, as counted.
const HEADLINES: [(f64, f64); 6] = [(0.0, 4.0), (0.1, 7.0), (0.5, 10.0), (0.75, 12.0), (0.95, 15.0), (1.0, 20.0)];
/// The share of paragraphs that are a quotation, and that are a reported statement.
const DIRECT: f64 = 0.19;
const REPORTED: f64 = 0.19;
/// How many people an article has, by quantile.
const PEOPLE: [(f64, f64); 4] = [(0.0, 0.0), (0.2, 1.0), (0.75, 3.0), (1.0, 6.0)];
/// The first day, 1 January 2010, and the days from there: more articles fall on later ones.
const FIRST_YEAR: i32 = 2010;
const DAYS: f64 = 5_840.0;
/// The weekday of the first day: a Friday.
const FIRST_WEEKDAY: usize = 4;

/// An article, in the fields that `jejak` reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Unlike that of any other number.
    pub id: String,
    /// The headline.
    pub title: String,
    /// The day, as `YYYY-MM-DD`.
    pub date: String,
    /// The outlet.
    pub source: String,
    /// An address under `example.org`.
    pub url: String,
    /// The text, a paragraph a line.
    pub text: String,
}

/// A day of the calendar.
struct Day {
    year: i32,
    month: usize,
    day: usize,
    weekday: &'static str,
}

/// Composes the article of a number.
pub(crate) fn compose(mut draw: Draw, number: u64) -> Article {
    let draw = &mut draw;
    let mut words = Vocabulary::default();
    let day = day(draw);
    let outlet = names::outlet(draw);
    let city = names::city(draw);
    let people: Vec<Person> = (0..draw.quantile(&PEOPLE) as usize).map(|_| names::person(draw, day.year)).collect();
    let length = draw.quantile(&LENGTHS) as usize;
    let mut body = Body { lines: Vec::new(), named: vec![false; people.len()], people, day, city };
    let mut count = 0;
    while count + HALF_A_PARAGRAPH < length {
        let line = body.paragraph(draw, &mut words);
        count += line.matches(' ').count() + 1;
        body.lines.push(line);
    }
    let title = headline(draw, &mut words, &body);
    let Body { mut lines, day, .. } = body;
    if let Some(first) = lines.first_mut().filter(|_| draw.chance(0.35)) {
        *first = format!("{}, {outlet} - {first}", city.to_uppercase());
    }
    for (clutter, share) in CLUTTER {
        if draw.chance(*share) {
            let other = headline_of(draw, &mut Vocabulary::default());
            let at = 1 + draw.below(lines.len());
            lines.insert(at, clutter.replace('T', if clutter.ends_with(": T") { &other } else { "T" }));
        }
    }
    let Day { year, month, day, .. } = day;
    let id = format!("g{number:07}");
    let slug = outlet.to_lowercase().replace(' ', "-");
    Article {
        url: format!("https://{slug}.example.org/{id}"),
        id,
        title,
        date: format!("{year}-{month:02}-{day:02}"),
        source: outlet,
        text: lines.join("\n"),
    }
}

/// An article being written.
struct Body {
    lines: Vec<String>,
    people: Vec<Person>,
    /// Who of them has been named in full.
    named: Vec<bool>,
    day: Day,
    city: &'static str,
}

impl Body {
    fn paragraph(&mut self, draw: &mut Draw, words: &mut Vocabulary) -> String {
        let kind = draw.share();
        if !self.people.is_empty() && kind < DIRECT {
            let spoken = draw.pick(SPOKEN);
            let clause = clause(draw, words);
            let said = if spoken.is_empty() { capital(&clause) } else { format!("{spoken}{clause}") };
            let cue = draw.pick(CUES);
            let speaker = self.speaker(draw);
            return format!("\"{said},\" {cue} {speaker}{}.", self.when(draw));
        }
        if !self.people.is_empty() && kind < DIRECT + REPORTED {
            let speaker = self.speaker(draw);
            let report = draw.pick(REPORTS);
            return format!("{} {report} {}.", capital(&speaker), clause(draw, words));
        }
        let sentences: Vec<String> = (0..1 + draw.below(2)).map(|_| sentence(draw, words) + ".").collect();
        sentences.join(" ")
    }

    /// Someone, with name and office the first time and by a part of the name or a pronoun later.
    fn speaker(&mut self, draw: &mut Draw) -> String {
        let nth = draw.rank(self.people.len());
        let Person { name, short, office } = &self.people[nth];
        if !std::mem::replace(&mut self.named[nth], true) {
            return office.as_ref().map_or_else(|| name.clone(), |office| format!("{office} {name}"));
        }
        if draw.chance(0.2) { "dia".to_owned() } else { short.clone() }
    }

    /// Where and when something was said, now and then.
    fn when(&self, draw: &mut Draw) -> String {
        let Day { year, month, day, weekday } = &self.day;
        match draw.below(4) {
            0 => format!(", {weekday} ({day}/{month}/{year})"),
            1 => format!(" di {}, {weekday} ({day}/{month})", self.city),
            _ => String::new(),
        }
    }
}

/// A headline with words of the text, with a person or a place in it.
fn headline(draw: &mut Draw, words: &mut Vocabulary, body: &Body) -> String {
    let mut title = headline_of(draw, words);
    match body.people.first().filter(|_| draw.chance(0.35)) {
        Some(person) => title = format!("{} {title}", person.name),
        None if draw.chance(0.5) => title = format!("{title} di {}", body.city),
        None => {}
    }
    title
}

fn headline_of(draw: &mut Draw, words: &mut Vocabulary) -> String {
    let length = draw.quantile(&HEADLINES) as usize;
    let mut title: Vec<String> = Vec::new();
    for _ in 0..length {
        let own = if draw.chance(0.5) { words.own(draw) } else { None };
        let word = capital(&own.unwrap_or_else(|| words.word(draw)));
        if !title.contains(&word) {
            title.push(word);
        }
    }
    title.join(" ")
}

/// Draws a day; the number of articles grows evenly over the years.
fn day(draw: &mut Draw) -> Day {
    let mut left = (libm::sqrt(draw.share()) * DAYS) as usize;
    let weekday = WEEKDAYS[(FIRST_WEEKDAY + left) % WEEKDAYS.len()];
    let mut year = FIRST_YEAR;
    loop {
        let leap = year % 4 == 0;
        let february = if leap { 29 } else { 28 };
        for (month, days) in (1..).zip([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            if left < days {
                return Day { year, month, day: left + 1, weekday };
            }
            left -= days;
        }
        year += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_of_the_calendar_with_their_weekday() {
        for number in 0..2_000 {
            let Day { year, month, day, weekday } = day(&mut Draw::new(3, number));
            assert!((FIRST_YEAR..2026).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day));
            // Zeller's congruence counts from Saturday.
            let (m, y) = if month < 3 { (month as i32 + 12, year - 1) } else { (month as i32, year) };
            let zeller = (day as i32 + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400).rem_euclid(7);
            assert_eq!(weekday, WEEKDAYS[(zeller + 5) as usize % 7], "{year}-{month}-{day}");
        }
    }
}
