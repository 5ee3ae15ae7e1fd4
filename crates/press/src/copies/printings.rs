//! One statement that several articles print.
//!
//! WHY: who counts how often somebody said something counts words that were said once and printed ten times.

use std::collections::BTreeMap;

use jejak_archive::model::{Archive, Printing, QuoteKind, Speaker};

use super::words;

/// Fewer words are said twice without being the same statement: `Kami siap`.
const FEWEST: usize = 5;

/// Statements that several articles print, each with all of its printings: the oldest first, then by the order of the
/// archive. They are the same where the words are, capitals and marks aside, and nobody else is named for them; of five words
/// and more, and direct, because a report says the same in many words.
#[must_use]
pub fn printings(archive: &Archive) -> Vec<Vec<Printing>> {
    let mut same: BTreeMap<Vec<u64>, Vec<(Printing, Option<&Speaker>)>> = BTreeMap::new();
    for (article, one) in (0..).zip(&archive.articles) {
        for (quote, said) in (0..).zip(&one.quotes).filter(|(_, quote)| quote.kind == QuoteKind::Direct) {
            let key: Vec<u64> = words(said.span.of(&one.text)).map(|(_, word)| word).collect();
            if key.len() >= FEWEST {
                same.entry(key).or_default().push((Printing { article, quote }, said.speaker.as_ref()));
            }
        }
    }
    let mut found: Vec<Vec<Printing>> = same.into_values().flat_map(|all| by_speaker(&all)).collect();
    #[expect(clippy::indexing_slicing, reason = "a printing names one of the archive's articles")]
    let day = |at: &Printing| {
        let article = &archive.articles[at.article as usize];
        let day = article.published.or(article.date);
        (day.is_none(), day, *at)
    };
    found.retain(|all| all.iter().any(|one| Some(one.article) != all.first().map(|first| first.article)));
    found.iter_mut().for_each(|all| all.sort_by_key(day));
    found.sort_by_key(|all| all.first().copied());
    found
}

/// Parts by who speaks; where nobody is found the words are those of the only one who is, if there is one alone.
fn by_speaker(all: &[(Printing, Option<&Speaker>)]) -> Vec<Vec<Printing>> {
    let mut speakers: Vec<&Speaker> = Vec::new();
    for speaker in all.iter().filter_map(|(_, speaker)| *speaker) {
        if !speakers.contains(&speaker) {
            speakers.push(speaker);
        }
    }
    if speakers.len() < 2 {
        return vec![all.iter().map(|(printing, _)| *printing).collect()];
    }
    let of = |one: &Speaker| {
        all.iter().filter(|(_, speaker)| *speaker == Some(one)).map(|(printing, _)| *printing).collect::<Vec<_>>()
    };
    speakers.into_iter().map(of).filter(|printings| printings.len() > 1).collect()
}
