//! People, places, organisations and outlets: each a function of its number, so that they return from article to article.

use crate::draw::{Draw, mixed};
use crate::language::{CALLINGS, CITIES, ENDINGS, GIVEN, OFFICES, ORGANISATIONS, OUTLETS, PLACES};
use crate::words::root;

/// How many people are in the news again and again, and how often a person is one of them.
const KNOWN: (usize, f64) = (2_000, 0.35);
/// How many organisations and outlets there are, and invented places.
const ORGANISATION_COUNT: usize = 20_000;
const OUTLET_COUNT: usize = 200;
const PLACE_COUNT: usize = 40_000;

/// One who speaks.
pub(crate) struct Person {
    /// The name in full.
    pub(crate) name: String,
    /// How articles call them when they are known: the last part of the name.
    pub(crate) short: String,
    /// The office, with its place, if they have one.
    pub(crate) office: Option<String>,
}

/// Draws a person as the year shows them: offices change hands.
pub(crate) fn person(draw: &mut Draw, year: i32) -> Person {
    let (known, share) = KNOWN;
    let number = if draw.chance(share) {
        draw.rank(known) as u64
    } else {
        // Most others are in the news once: counted were 7,871 names for 11,568 people of articles.
        let far = libm::pow(1.0 - draw.share(), -8.0) * known as f64;
        far.min(1e9) as u64
    };
    let own = mixed(number);
    let given = match own % 100 {
        0..70 => GIVEN[(own / 100) as usize % GIVEN.len()].to_owned(),
        _ => capital(&root((own / 100) % 3_000, 1)),
    };
    let surname = |salt: u64| {
        let drawn = mixed(own ^ salt);
        let ending = ENDINGS[(drawn % ENDINGS.len() as u64) as usize];
        // Three in four bear one of some hundred common names.
        let range = if drawn & 0x300 == 0 { 6_000 } else { 300 };
        let root = root((drawn >> 16) % range, 2);
        let stem = if ending.is_empty() { root } else { root.trim_end_matches(|c| !"aiueo".contains(c)).to_owned() };
        capital(&(stem + ending))
    };
    let mut parts = vec![given, surname(1)];
    if own.is_multiple_of(3) {
        parts.push(surname(2));
    }
    let term = mixed(own ^ (year / 5) as u64);
    let office = match own % 10 {
        0..5 => Some(format!("{} {}", OFFICES[term as usize % OFFICES.len()], CITIES[own as usize % CITIES.len()])),
        5..7 => Some(CALLINGS[term as usize % CALLINGS.len()].to_owned()),
        _ => None,
    };
    let short = parts.last().cloned().unwrap_or_default();
    Person { name: parts.join(" "), short, office }
}

/// Draws a city.
pub(crate) fn city(draw: &mut Draw) -> &'static str {
    CITIES[draw.rank(CITIES.len())]
}

/// Draws a place: mostly a city.
pub(crate) fn place(draw: &mut Draw) -> String {
    if draw.chance(0.75) {
        return city(draw).to_owned();
    }
    let kind = draw.pick(PLACES);
    format!("{kind} {}", capital(&root(draw.rank(PLACE_COUNT) as u64, 3)))
}

/// Draws an organisation.
pub(crate) fn organisation(draw: &mut Draw) -> String {
    let number = mixed(draw.rank(ORGANISATION_COUNT) as u64 ^ 0x0a11);
    let kind = ORGANISATIONS[number as usize % ORGANISATIONS.len()];
    let word = |part: &str, nth: u64| match part {
        "C" => capital(&root(mixed(number ^ nth) % 8_000, 4)),
        "P" => CITIES[(number >> 8) as usize % CITIES.len()].to_owned(),
        other => other.to_owned(),
    };
    (0..).zip(kind.split(' ')).map(|(nth, part)| word(part, nth)).collect::<Vec<_>>().join(" ")
}

/// Draws an outlet.
pub(crate) fn outlet(draw: &mut Draw) -> String {
    let number = draw.rank(OUTLET_COUNT);
    format!("{} {}", OUTLETS[number % OUTLETS.len()], capital(&root(number as u64, 5)))
}

/// With a capital letter.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
