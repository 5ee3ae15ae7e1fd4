//! Which phrases of an archive are topics.

use std::collections::{BTreeMap, BTreeSet};

use jejak_archive::Stem as _;

use super::gather::{self, About, lower_half};
use crate::hash::WordMap;
use crate::lexicon::{capital, lexicon};
use crate::link::Entry;
use crate::lists::List;
use crate::stem::{Indonesian, is_root};
use crate::text::Text;

/// So many articles have to be about a phrase: of so many articles one, and never fewer than the least.
const ONE_IN: usize = 2048;
const LEAST: usize = 3;
/// Hundredths of the articles that have a phrase and are about it. One of them is not counted, since few may be chance.
const BURST: usize = 14;
/// Hundredths of its places in texts in which it stands in small letters: what is written large is a name. More of them
/// where a word is none of the language that lists have.
const SMALL: usize = 25;
const SMALL_UNKNOWN: usize = 80;
/// Of two phrases of which one holds the other, the longer one stays if it has so many hundredths of the other's articles.
const LONGER: usize = 80;
/// Most phrases: so many and one for each of so many articles.
const AT_LEAST: usize = 20;
const ONE_FOR: usize = 20;
/// With fewer outlets a phrase need not stand in two.
const OUTLETS: usize = 3;

/// A phrase that articles are about.
struct Candidate {
    words: Vec<String>,
    hash: u64,
    /// How many articles are about it.
    about: usize,
}

/// The chosen phrases: by hash, what they are called as topics.
#[expect(
    clippy::indexing_slicing,
    reason = "no group is empty, and its phrases are kept with their places among the oldest articles"
)]
pub(super) fn choose(entries: &[Entry]) -> WordMap<u64, String> {
    let oldest = oldest(entries);
    let least = (oldest.len() / ONE_IN).max(LEAST);
    let mut all: Vec<(u64, usize, About)> = oldest
        .iter()
        .enumerate()
        .flat_map(|(at, entry)| entry.note.phrases.about.iter().map(move |about| (about.hash, at, *about)))
        .collect();
    all.sort_unstable_by_key(|(hash, at, _)| (*hash, *at));
    let groups: Vec<&[(u64, usize, About)]> =
        all.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() >= least).collect();
    let have = having(&oldest, &groups);
    // What articles have as a topic already is none of its own.
    let named: BTreeSet<String> =
        oldest.iter().flat_map(|entry| &entry.note.topics).map(|name| name.to_lowercase()).collect();
    let outlets: BTreeSet<&str> = oldest.iter().filter_map(|entry| entry.note.publisher.as_deref()).collect();
    let candidates = groups.into_iter().filter_map(|group| {
        let hash = group[0].0;
        let sum = |which: usize| group.iter().map(|(.., about)| usize::from(about.stands[which])).sum::<usize>();
        let own: BTreeSet<Option<&str>> =
            group.iter().map(|(_, at, _)| oldest[*at].note.publisher.as_deref()).collect();
        let several = own.len() > 1 || outlets.len() < OUTLETS;
        let bursts = (group.len() - 1) * 100 >= have.get(&lower_half(hash)).copied().unwrap_or_default() * BURST;
        // A text may have been masked since, so its words are what they were only where they hash the same.
        let words = group.iter().find_map(|(_, at, about)| {
            let words = oldest[*at].note.cleaned.text.get(about.start as usize..about.end as usize)?.to_lowercase();
            (gather::hash(&words) == hash).then_some(words)
        })?;
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let least = if words.iter().all(of_language) { SMALL } else { SMALL_UNKNOWN };
        let small = sum(1) * 100 >= sum(0) * least;
        let known = || named.contains(&words.join(" ")) || is_office(&words.join(" "));
        (several && bursts && small && is_term(&words) && !known()).then_some(Candidate {
            words,
            hash,
            about: group.len(),
        })
    });
    let mut candidates: Vec<Candidate> = candidates.collect();
    candidates.sort_by(|a, b| (b.about, &a.words).cmp(&(a.about, &b.words)));
    let kept = one_of_a_family(candidates, AT_LEAST + oldest.len() / ONE_FOR);
    kept.into_iter().map(|phrase| (phrase.hash, capital(&phrase.words.join(" ")))).collect()
}

/// The oldest articles, as many as the largest power of two that there are, in the order in which an archive counts them.
fn oldest(entries: &[Entry]) -> Vec<&Entry> {
    let mut all: Vec<&Entry> = entries.iter().collect();
    all.sort_by(|a, b| (a.note.date, &b.id).cmp(&(b.note.date, &a.id)));
    let most = if all.is_empty() { 0 } else { 1 << all.len().ilog2() };
    all.truncate(most);
    all
}

/// In how many articles the phrases stand, by the lower halves of their hashes.
#[expect(clippy::indexing_slicing, reason = "no group is empty, and a few bits are below their power")]
fn having(articles: &[&Entry], groups: &[&[(u64, usize, About)]]) -> WordMap<u32, usize> {
    /// Bits of the hash by which most phrases are passed over before the table is asked.
    const BITS: u32 = 18;
    let mut have: WordMap<u32, usize> = groups.iter().map(|group| (lower_half(group[0].0), 0)).collect();
    let mut wanted = vec![false; 1 << BITS];
    let bits = |half: u32| (half >> (u32::BITS - BITS)) as usize;
    have.keys().for_each(|half| wanted[bits(*half)] = true);
    for half in articles.iter().flat_map(|entry| &entry.note.phrases.seen).filter(|half| wanted[bits(**half)]) {
        if let Some(count) = have.get_mut(half) {
            *count += 1;
        }
    }
    have
}

/// Whether a word is one of the language that the lists or the stems have.
fn of_language(word: &String) -> bool {
    List::SMALL.contains(word) || is_root(&Indonesian.stem(word))
}

/// Whether words are an office (`wali kota`): what somebody is, and not what an article is about.
fn is_office(words: &str) -> bool {
    let text = Text::new(words);
    lexicon().offices.find(&text, 0).is_some_and(|(count, _)| count == text.words.len())
}

/// Whether words may be a term: neither the first nor the last is a verb or a word that only goes with others.
fn is_term(words: &[String]) -> bool {
    let verb = |word: &String| {
        ["me", "ber", "di", "ter", "se"].iter().any(|prefix| word.starts_with(prefix))
            && Indonesian.stem(word) != word.as_str()
    };
    let ends = |word: &String| List::NO_END.contains(word) || verb(word);
    let repeats = words.array_windows().any(|[one, next]| one == next);
    !words.first().is_none_or(ends) && !words.last().is_none_or(ends) && !repeats
}

/// Of phrases whose words are forms of the same ones, or that hold one another, one each; the candidates come with those
/// first that most articles are about. `most` are kept, which bounds the work too.
fn one_of_a_family(candidates: Vec<Candidate>, most: usize) -> Vec<Candidate> {
    let stems = |words: &[String]| {
        let mut stems: Vec<String> = words.iter().map(|word| Indonesian.stem(word).into_owned()).collect();
        stems.sort();
        stems
    };
    let about: BTreeMap<Vec<String>, usize> =
        candidates.iter().rev().map(|one| (one.words.clone(), one.about)).collect();
    // Where a longer phrase is as good as always meant, the shorter one is a fragment of it.
    let fragments: BTreeSet<Vec<String>> = candidates
        .iter()
        .flat_map(|long| {
            (2..long.words.len())
                .flat_map(move |count| long.words.windows(count))
                .filter(|short| about.get(*short).is_some_and(|short| long.about * 100 >= short * LONGER))
        })
        .map(<[String]>::to_vec)
        .collect();
    let mut families = BTreeSet::new();
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if kept.len() == most {
            break;
        }
        let inside = |other: &Candidate| {
            candidate.words.len() > other.words.len()
                && candidate.words.windows(other.words.len()).any(|part| part == other.words)
        };
        if !fragments.contains(&candidate.words) && !kept.iter().any(inside) && families.insert(stems(&candidate.words))
        {
            kept.push(candidate);
        }
    }
    kept
}
