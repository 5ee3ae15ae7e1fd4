//! What a query returns.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{Date, EventKind, QuoteKind, Span, day_number};
use crate::query::FacetKind;

/// Number of a part of the archive's binary form; part 0 is always there once an archive is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartId(pub u32);

/// A result, or what is missing to reach it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Outcome<T> {
    /// The result.
    Ready(T),
    /// The parts to supply before asking again, ascending; never empty.
    Needs(Vec<PartId>),
}

/// The answer to a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// How many articles answer the query, over all pages.
    pub total: u32,
    /// The hits of the page asked for, in order.
    pub hits: Vec<Hit>,
    /// Facets in the order of [`FacetKind::ALL`]; empty while they are `pending`.
    pub facets: Vec<Facet>,
    /// The parts that facets wait for. Once they are there the same question has facets, and the same hits.
    pub pending: Vec<PartId>,
    /// How the answer lies in time, as if no dates were asked for.
    pub timeline: Timeline,
    /// Words of the query that no article holds together with the others and that were left out.
    pub dropped: Vec<String>,
    /// Words of the query that no article holds, or hardly one, and the spelling that was looked for.
    pub corrected: Vec<Correction>,
    /// What else was looked for, being one and the same as words of the query.
    pub same: Vec<Same>,
    /// The person whom the words name, as an index; the one named most where they fit several.
    pub person: Option<u32>,
}

/// An article that is like another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// Index of the article in the archive.
    pub article: u32,
    /// How alike, in thousandths: up to 2,000 for what holds the same on the same day.
    pub score: u32,
    /// What both hold that says most, a few of it: kind and label, the weightiest first.
    pub shared: Vec<(FacetKind, String)>,
}

/// A person, an organisation or a topic that may be meant by the last words typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it is.
    pub facet: FacetKind,
    /// Its slug.
    pub value: String,
    /// Its name.
    pub label: String,
    /// How many articles it stands in.
    pub articles: u32,
    /// What was typed before it.
    pub rest: String,
}

/// Another spelling that was looked for. A word in quotation marks is never changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Correction {
    /// The form of the word as typed.
    pub typed: String,
    /// The form that was looked for.
    pub meant: String,
    /// Whether articles hold the word as typed: they come first then.
    pub held: bool,
}

/// An abbreviation and the words that it stands for, or two spellings: looked for as one, unless in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Same {
    /// The forms typed, joined by single spaces.
    pub typed: String,
    /// The other ways to write it that the archive holds.
    pub also: Vec<String>,
}

/// Why an article has its score: the terms of a sum. Of interest to those who look after the ranking.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Explanation {
    /// What each part of the question adds.
    pub words: Vec<WordTerm>,
    /// What words that stand close together add.
    pub closeness: f64,
    /// What a headline that is just the question adds.
    pub title: f64,
    /// All together, in thousandths: the score of the hit.
    pub score: u32,
}

/// What one part of a question adds to a score.
#[derive(Debug, Clone, PartialEq)]
pub struct WordTerm {
    /// The part as typed.
    pub typed: String,
    /// How much it says that an article holds it.
    pub rarity: f64,
    /// How often the article holds the form as typed, its relatives, and what only begins alike; weighed by where they
    /// stand.
    pub counts: [f64; 3],
    /// What that adds.
    pub adds: f64,
}

/// One article that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Index of the article in the archive.
    pub article: u32,
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Whether the headline was made from the lead.
    pub title_derived: bool,
    /// Words found in the headline: spans over `title`.
    pub title_marks: Vec<Span>,
    /// Its day.
    pub date: Option<Date>,
    /// Its publisher.
    pub publisher: Option<String>,
    /// Its kind of event.
    pub event: Option<EventKind>,
    /// Where the words were found, or the lead.
    pub snippet: Snippet,
    /// The statement that answers best, if one does.
    pub quote: Option<QuoteHit>,
    /// Quantised score; higher is better, 0 without words.
    pub score: u32,
}

/// A piece of text with the words found in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Snippet {
    /// The text, without an ellipsis.
    pub text: String,
    /// Words found: spans over `text`, ascending, none overlap.
    pub marks: Vec<Span>,
    /// Whether the article goes on before it in the same paragraph.
    pub cut_start: bool,
    /// Whether it goes on behind it in the same paragraph.
    pub cut_end: bool,
}

/// A statement inside a hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteHit {
    /// Its address inside the article.
    pub anchor: String,
    /// Word for word, or reported.
    pub kind: QuoteKind,
    /// The speaker's name or role, if known.
    pub speaker: Option<String>,
    /// The speaker's slug where it is a person.
    pub speaker_slug: Option<String>,
    /// Confidence in hundredths.
    pub confidence: u8,
    /// The words, cut where they are long.
    pub snippet: Snippet,
}

/// The values of one facet with their counts, by number: names are looked up where they are shown
/// ([`crate::Engine::values`]), as most never are.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Facet {
    /// Which facet.
    pub kind: FacetKind,
    /// In no order; see `engine/facets.rs`.
    pub(crate) keys: Arc<[u64]>,
    /// How many more values there are that stand in one article of the archive each and are not there yet.
    pub more: u32,
}

impl Facet {
    /// How many values there are, those that are not there yet among them.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len() + self.more as usize
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many of them are chosen.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.keys.iter().filter(|&&key| key >= CHOSEN).count()
    }
}

/// The bit of a key that says that a value is chosen.
pub(crate) const CHOSEN: u64 = 1 << 63;

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FacetValue {
    /// Slug, or the word of a kind of event.
    pub value: String,
    /// What it is called; for kinds of event the word itself, which the view translates.
    pub label: String,
    /// How many articles choosing it would show: the other facets apply, this facet's own choices do not.
    pub count: u32,
    /// Whether it is wanted, unwanted or neither.
    pub state: ChoiceState,
}

/// Whether a facet value is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ChoiceState {
    /// Not chosen.
    #[default]
    Free,
    /// Articles with it are kept.
    Included,
    /// Articles with it are left out.
    Excluded,
}

/// How an answer lies in time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Timeline {
    /// How long a bin is.
    pub scale: Scale,
    /// All bins of the window, without gaps; empty bins included. They are whole, so the first and the last one may
    /// reach beyond the window.
    pub bins: Vec<Bin>,
    /// Answering articles without a date.
    pub undated: u32,
    /// Answering articles with a date that no bin holds.
    pub outside: u32,
}

/// One bar of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bin {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// Answering articles in it; words and filters apply, the query's dates do not.
    pub count: u32,
    /// All articles of the archive in it: 0 is a gap of coverage.
    pub of: u32,
}

/// The length of a bin.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// A calendar year.
    Year,
    /// A calendar month.
    #[default]
    Month,
    /// A week from Monday to Sunday.
    Week,
    /// A day.
    Day,
}

impl Scale {
    /// From the longest to the shortest.
    pub const ALL: [Self; 4] = [Self::Year, Self::Month, Self::Week, Self::Day];

    /// More bars than this cannot be told apart; a scale that gives more is not drawn when asked for.
    pub const MOST_BARS: usize = 400;

    /// How many bars there are from one day to another, both counted; at least 1.
    #[must_use]
    pub fn bars(self, first: Date, last: Date) -> usize {
        let number = |day: Date| match self {
            Self::Year => i64::from(day.year()),
            Self::Month => i64::from(day.year()) * 12 + i64::from(day.month()),
            Self::Week => (day_number(day) - i64::from(day.weekday().to_monday_zero_offset())).div_euclid(7),
            Self::Day => day_number(day),
        };
        usize::try_from(number(last) - number(first)).unwrap_or(0) + 1
    }

    /// First and last day of the bar around a day.
    #[must_use]
    pub fn around(self, day: Date) -> (Date, Date) {
        match self {
            Self::Year => (day.first_of_year(), day.last_of_year()),
            Self::Month => (day.first_of_month(), day.last_of_month()),
            Self::Week => {
                let since_monday = day.weekday().to_monday_zero_offset();
                let step = |mut day: Date, steps: i8, next: fn(Date) -> Result<Date, jiff::Error>| {
                    for _ in 0..steps {
                        day = next(day).unwrap_or(day);
                    }
                    day
                };
                (step(day, since_monday, Date::yesterday), step(day, 6 - since_monday, Date::tomorrow))
            }
            Self::Day => (day, day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use jiff::civil::date;

    #[test]
    fn as_many_bars_as_are_walked_through() {
        let (first, last) = (date(2023, 12, 28), date(2026, 2, 28));
        for scale in Scale::ALL {
            let (mut day, mut bars) = (first, 0);
            while day <= last {
                let (from, to) = scale.around(day);
                assert!(from <= day && day <= to);
                (day, bars) = (to.tomorrow().unwrap(), bars + 1);
            }
            assert_eq!(scale.bars(first, last), bars, "{scale:?}");
        }
        assert_eq!(Scale::Week.bars(date(2026, 1, 4), date(2026, 1, 5)), 2, "weeks begin on Mondays");
    }
}
