//! Who speaks in an article, in the order in which they first do.
//!
//! The legend, the numbers beside the quotes and their colours all follow this one list, so they agree.

use jejak_archive::Reading;
use jejak_archive::model::{EntityRef, Quote, QuoteKind, Speaker};

use super::links;

/// How many colours the style sheet has for speakers; further ones begin again and differ by number.
pub const COLOURS: usize = 6;

/// One speaker of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Who; `None` gathers the statements whose speaker is not known.
    pub speaker: Option<Speaker>,
    /// Name, role as printed, or empty where not known.
    pub name: String,
    /// Where more of what a person said is found.
    pub href: Option<String>,
    /// Statements word for word.
    pub direct: u32,
    /// Statements in the reporter's words.
    pub reported: u32,
}

/// The speakers of an article, and for each quote the place of its speaker among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voices {
    /// In the order of their first statement; the unknown one last.
    pub list: Vec<Voice>,
    /// By quote.
    pub of_quote: Vec<usize>,
}

impl Voices {
    /// Gathers the speakers of an article.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let article = &reading.article;
        let mut list: Vec<Voice> = Vec::new();
        let known = article.quotes.iter().filter(|quote| quote.speaker.is_some());
        let unknown = article.quotes.iter().filter(|quote| quote.speaker.is_none());
        for quote in known.chain(unknown) {
            let at = list.iter().position(|voice| voice.speaker == quote.speaker).unwrap_or_else(|| {
                list.push(Voice::new(reading, quote));
                list.len() - 1
            });
            if let Some(voice) = list.get_mut(at) {
                match quote.kind {
                    QuoteKind::Direct => voice.direct += 1,
                    QuoteKind::Reported => voice.reported += 1,
                }
            }
        }
        let place = |quote: &Quote| list.iter().position(|voice| voice.speaker == quote.speaker).unwrap_or_default();
        let of_quote = article.quotes.iter().map(place).collect();
        Self { list, of_quote }
    }

    /// The speaker of a quote, with the place in the list.
    #[must_use]
    pub fn voice(&self, quote: usize) -> Option<(usize, &Voice)> {
        let at = *self.of_quote.get(quote)?;
        Some((at, self.list.get(at)?))
    }
}

impl Voice {
    fn new(reading: &Reading, quote: &Quote) -> Self {
        let named = |entity| reading.name(entity).map(|named| named.name.clone()).unwrap_or_default();
        let (name, href) = match &quote.speaker {
            Some(Speaker::Person(at)) => {
                let person = EntityRef::Person(*at);
                (named(person), reading.name(person).and_then(links::to))
            }
            Some(Speaker::Organisation(at)) => (named(EntityRef::Organisation(*at)), None),
            Some(Speaker::Role(role)) => (role.clone(), None),
            None => (String::new(), None),
        };
        Self { speaker: quote.speaker.clone(), name, href, direct: 0, reported: 0 }
    }

    /// The number that stands beside the quotes; a question mark where the speaker is not known.
    #[must_use]
    pub fn label(&self, at: usize) -> String {
        if self.speaker.is_some() { (at + 1).to_string() } else { "?".to_owned() }
    }

    /// The class that gives the colour.
    #[must_use]
    pub fn class(&self, at: usize) -> &'static str {
        const CLASSES: [&str; COLOURS] = ["voice-1", "voice-2", "voice-3", "voice-4", "voice-5", "voice-6"];
        if self.speaker.is_none() {
            return "voice-none";
        }
        CLASSES.get(at % COLOURS).copied().unwrap_or("voice-none")
    }

    /// All statements.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.direct + self.reported
    }
}
