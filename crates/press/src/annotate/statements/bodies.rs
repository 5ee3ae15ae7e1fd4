//! Bodies that only their place beside a cue shows: `bunyi pernyataan Karmaya`, `tulis manajemen Karmaya`, `kata KRM`.
//!
//! WHY by the noun: a body has no word in its name that tells it, but its statements, its management and its side of the
//! matter are spoken of in few words.

use std::ops::Range;

use crate::annotate::dates::is_date_word;
use crate::annotate::names::parts::is_acronym;
use crate::annotate::phrases::words;
use crate::lexicon::{CueForm, lexicon};
use crate::text::Text;

/// Most nouns between a cue and the body.
const NOUNS: usize = 4;
/// Most words of its name.
const LONGEST: usize = 5;
/// Fewest letters of an abbreviation that stands right behind a cue.
const LETTERS: usize = 3;

/// Nouns for what a body says, and for those who say it.
pub(crate) fn is_saying(word: &str) -> bool {
    matches!(
        word,
        "pernyataan"
            | "keterangan"
            | "pengumuman"
            | "laporan"
            | "rilis"
            | "siaran"
            | "penjelasan"
            | "pihak"
            | "tim"
            | "riset"
            | "manajemen"
            | "resmi"
            | "tertulis"
            | "pers"
    )
}

/// Kinds of bodies that a noun may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Those whose names hold the noun: `dewan`, `kementerian`.
    Named,
    /// Firms.
    Firm,
}

/// Which kind of body a noun means, if it means one.
pub(crate) fn kind(noun: &str) -> Option<Kind> {
    if words().firm_nouns.contains(noun) {
        return Some(Kind::Firm);
    }
    words().named_bodies.contains(noun).then_some(Kind::Named)
}

/// Whether a body's name is one of the kind that a noun means.
pub(crate) fn is_of_kind(kind: Kind, noun: &str, name: &str) -> bool {
    let mut words = name.split_whitespace().map(str::to_lowercase);
    match kind {
        Kind::Firm => {
            words.any(|word| matches!(word.as_str(), "pt" | "tbk") || lexicon().firms.contains(word.as_str()))
        }
        // `Kemenlu` is a ministry.
        Kind::Named if noun == "kementerian" => words.next().is_some_and(|word| word.starts_with("kemen")),
        Kind::Named if noun == "kampus" => words.any(|word| matches!(word.as_str(), "universitas" | "institut")),
        Kind::Named => words.any(|word| word == noun),
    }
}

/// Whether some capital words are a firm's, a club's or a medium's: the lists know the last one, or the first one and no
/// name follows it.
fn firm(text: &Text<'_>, words: &Range<usize>) -> bool {
    let brand =
        |at: usize| lexicon().brands.contains(text.lower(at)) && (text.lower(at).len() > 3 || is_acronym(text, at));
    // `Sukaraya FC`: what a club's name ends with.
    let club = |at: usize| words.len() > 1 && matches!(text.print(at), "FC" | "SC" | "CF");
    words.end.checked_sub(1).is_some_and(|last| {
        last >= words.start
            && (brand(last) || club(last) || words.len() == 2 && brand(words.start) && is_acronym(text, last))
    })
}

/// The words of the firm or club that begins at word `index` and has a verb of saying behind it: `Karmaya Systems juga
/// mengatakan`.
pub(crate) fn telling(text: &Text<'_>, index: usize, taken: &dyn Fn(usize) -> bool) -> Option<Range<usize>> {
    let free = index.checked_sub(1).is_none_or(|before| !text.joined(before) || !text.word(before).is_capital());
    let mut end = index;
    while free
        && end < text.words.len()
        && end - index < LONGEST
        && (end == index || text.joined(end - 1))
        && text.word(end).is_capital()
        && !taken(end)
    {
        end += 1;
    }
    let words = index..end;
    if words.is_empty() || !firm(text, &words) || lexicon().offices.find(text, index).is_some() {
        return None;
    }
    tells(text, end).then_some(words)
}

/// Most adverbs between a body and its verb.
const ADVERBS: usize = 2;

/// Nouns for bodies of a state, which go by its name: `militer Karmaya`.
fn of_state(noun: &str) -> bool {
    words().state_bodies.contains(noun)
}

/// Nouns for bodies that have names of their own: `balai lelang Karmaya`.
pub(crate) fn of_name(noun: &str) -> bool {
    words().branded_bodies.contains(noun)
}

/// The words of the body that is described from word `index` on, beside a cue: `kata militer Karmaya`, `kata balai lelang
/// Karmaya`, `Militer Karmaya mengatakan`.
pub(crate) fn described(text: &Text<'_>, index: usize, taken: &dyn Fn(usize) -> bool) -> Option<Range<usize>> {
    let noun = text.lower(index);
    let state = of_state(noun);
    if !(state || of_name(noun)) {
        return None;
    }
    let first = text.word(index);
    let mut start = index + 1;
    while start - index <= ADJECTIVES
        && text.joined(start - 1)
        && text.words.get(start).is_some_and(|word| word.is_lower() && word.sentence == first.sentence)
        && text.cue(start).is_none()
        && !words().stops.contains(text.lower(start))
    {
        start += 1;
    }
    let mut end = start;
    while end < text.words.len()
        && end - start < LONGEST
        && text.joined(end - 1)
        && text.word(end).is_capital()
        && !taken(end)
        && !is_date_word(text.lower(end))
    {
        end += 1;
    }
    if end == start || text.joined(end - 1) && text.words.get(end).is_some_and(|next| next.is_capital()) {
        return None;
    }
    let area = lexicon().regions.find(text, start).is_some_and(|(count, _)| start + count == end);
    let person = (start..end).any(|at| lexicon().given.contains(text.lower(at)));
    let office = lexicon().offices.find(text, start).is_some() || lexicon().title(text.lower(start)).is_some();
    // `kantor berita negara Karmaya, KNA`: a news agency has a name of its own.
    let agency = noun == "kantor" && text.lower(index + 1) == "berita";
    if office || person || agency || state != area || !state && first.is_capital() {
        return None;
    }
    let told = || {
        let mut cue = index.checked_sub(1).filter(|before| text.joined(*before))?;
        while is_saying(text.lower(cue)) {
            cue = cue.checked_sub(1).filter(|before| text.joined(*before))?;
        }
        let bare = text.cue(cue).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya);
        (bare || matches!(text.lower(cue), "bunyi" | "demikian" | "begitu" | "menurut")).then_some(())
    };
    let tells = || tells(text, end) && (index == 0 || !text.joined(index - 1) || first.is_capital());
    (told().is_some() || state && tells()).then_some(if state { index..end } else { start..end })
}

/// Most words in small letters between a noun for a body and its name.
pub(crate) const ADJECTIVES: usize = 3;

/// Whether a verb of saying stands at word `end`, behind adverbs.
fn tells(text: &Text<'_>, end: usize) -> bool {
    let verb = (end..end + ADVERBS + 1)
        .take_while(|at| text.joined(at - 1))
        .find(|at| !words().adverbs.contains(text.lower(*at)));
    verb.and_then(|verb| text.cue(verb)).is_some_and(|cue| cue.form == CueForm::Active)
}

/// The words of the body that begins at word `index`, where nothing but its place shows that it is one.
pub(crate) fn spoken(text: &Text<'_>, index: usize, taken: &dyn Fn(usize) -> bool) -> Option<Range<usize>> {
    let small = |before: &usize| text.word(*before).is_lower() || text.lower(*before) == "manajemen";
    let mut cue = index.checked_sub(1).filter(|before| text.joined(*before) && small(before))?;
    let mut nouns = 0;
    // `pernyataan dari KRM`.
    if text.lower(cue) == "dari" && cue > 0 && text.joined(cue - 1) && is_saying(text.lower(cue - 1)) {
        cue -= 1;
    }
    while nouns < NOUNS && is_saying(text.lower(cue)) {
        cue = cue.checked_sub(1).filter(|before| text.joined(*before))?;
        nouns += 1;
    }
    let told = matches!(text.lower(cue), "bunyi" | "demikian" | "begitu" | "menurut")
        || text.cue(cue).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya);
    if !told || !text.word(index).is_capital() {
        return None;
    }
    let mut end = index;
    while end < text.words.len()
        && end - index < LONGEST
        && (end == index || text.joined(end - 1))
        && text.word(end).is_capital()
        && !taken(end)
        && !is_date_word(text.lower(end))
        && lexicon().title(text.lower(end)).is_none()
    {
        end += 1;
    }
    let words = index..end;
    let area = lexicon().regions.find(text, index).is_some() || lexicon().offices.find(text, index).is_some();
    let person = words.clone().any(|at| lexicon().given.contains(text.lower(at)));
    if firm(text, &words)
        && !text.gap_before(end).contains('@')
        && !area
        && !person
        && (nouns > 0 || text.joined(index - 1))
    {
        return Some(words);
    }
    // `kata KRM.`: an abbreviation that no name follows.
    let short = words.len() == 1
        && is_acronym(text, index)
        && text.print(index).chars().filter(|c| c.is_alphabetic()).count() >= LETTERS;
    let goes_on = text.joined(end.saturating_sub(1)) && text.words.get(end).is_some_and(|next| next.is_capital());
    (!words.is_empty() && !area && !person && !goes_on && (nouns > 0 || short)).then_some(words)
}
