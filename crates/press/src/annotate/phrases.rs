//! The words of the phrases in which speakers stand, read once from `data/phrases.txt`.
//!
//! WHY apart from the code that uses them: which nouns name people and which adverbs stand before a verb are facts of the
//! language, and such lists grow.

use std::sync::LazyLock;

use crate::hash::{HashMap, HashSet};
use crate::lexicon::lines;

/// Groups of words; what each is for stands in the file.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) fillers: HashSet<&'static str>,
    pub(super) adverbs: HashSet<&'static str>,
    pub(super) humans: HashSet<&'static str>,
    pub(super) owned: HashSet<&'static str>,
    pub(super) connectors: HashSet<&'static str>,
    pub(super) of_office: HashSet<&'static str>,
    pub(super) things: HashSet<&'static str>,
    pub(super) heads: HashSet<&'static str>,
    pub(super) stops: HashSet<&'static str>,
    pub(super) places: HashSet<&'static str>,
    pub(super) bodies: HashSet<&'static str>,
    pub(super) firsts: HashSet<&'static str>,
    pub(super) firm_nouns: HashSet<&'static str>,
    pub(super) named_bodies: HashSet<&'static str>,
    pub(super) state_bodies: HashSet<&'static str>,
    pub(super) branded_bodies: HashSet<&'static str>,
    pub(super) ranks: HashSet<&'static str>,
    pub(super) firm_ends: HashSet<&'static str>,
    pub(super) firm_tails: HashSet<&'static str>,
    pub(super) word_firsts: HashSet<&'static str>,
    /// The second word of a body's name, by the first.
    pub(super) pairs: HashMap<&'static str, Vec<&'static str>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(read);

/// The groups.
pub(super) fn words() -> &'static Words {
    &WORDS
}

fn read() -> Words {
    let mut words = Words::default();
    let mut group = "";
    for line in lines(include_str!("../../data/phrases.txt")) {
        let mut rest = line;
        if let Some((name, first)) = line.split_once(':') {
            (group, rest) = (name, first);
        }
        if group == "pairs" {
            for (first, second) in rest.split_whitespace().filter_map(|pair| pair.split_once('_')) {
                words.pairs.entry(first).or_default().push(second);
            }
            continue;
        }
        let into = match group {
            "fillers" => &mut words.fillers,
            "adverbs" => &mut words.adverbs,
            "humans" => &mut words.humans,
            "owned" => &mut words.owned,
            "connectors" => &mut words.connectors,
            "of_office" => &mut words.of_office,
            "things" => &mut words.things,
            "heads" => &mut words.heads,
            "stops" => &mut words.stops,
            "places" => &mut words.places,
            "bodies" => &mut words.bodies,
            "firsts" => &mut words.firsts,
            "firm_nouns" => &mut words.firm_nouns,
            "named_bodies" => &mut words.named_bodies,
            "state_bodies" => &mut words.state_bodies,
            "branded_bodies" => &mut words.branded_bodies,
            "ranks" => &mut words.ranks,
            "firm_ends" => &mut words.firm_ends,
            "firm_tails" => &mut words.firm_tails,
            "word_firsts" => &mut words.word_firsts,
            _ => continue,
        };
        into.extend(rest.split_whitespace());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn every_group_has_words() {
        let words = words();
        for group in [
            &words.fillers,
            &words.adverbs,
            &words.humans,
            &words.owned,
            &words.connectors,
            &words.of_office,
            &words.things,
            &words.heads,
            &words.stops,
            &words.places,
            &words.bodies,
            &words.firsts,
            &words.firm_nouns,
            &words.named_bodies,
            &words.state_bodies,
            &words.branded_bodies,
            &words.ranks,
            &words.firm_ends,
            &words.firm_tails,
            &words.word_firsts,
        ] {
            assert!(!group.is_empty(), "{words:?}");
        }
        assert!(!words.pairs.is_empty());
    }
}
