//! How far a link's headline reaches that stands inside a line of the article, with no mark behind it.
//!
//! WHY apart: the pages of some outlets lose every mark between a link and the text around it, so that only capital and
//! small letters tell where the article goes on, and a name cut off there is a speaker lost.

use jejak_archive::Stem as _;

use super::inline::ANNOUNCED;
use crate::lexicon::{TitlePlace, lexicon};
use crate::stem::Indonesian;
use crate::within::Within as _;

/// Longest headline of a link, in words.
const HEADLINE: usize = 30;

/// How many bytes a headline takes behind which nothing of the article stands: the next link is announced there, or the
/// line ends. It may be set in small letters then; it is no longer than a headline, and holds no stop and no statement.
fn whole(rest: &str) -> Option<usize> {
    let lower = rest.to_ascii_lowercase();
    let next = ANNOUNCED.iter().filter_map(|announced| lower.find(announced)).min().unwrap_or(rest.len());
    let words = rest.within(..next).trim_start_matches([':', ' ', '-', '–']);
    let colon = rest.trim_start().starts_with(':');
    let inner = words.trim_end().trim_end_matches(['!', '?']);
    // A headline ends without a stop: one that stands here is a sentence's.
    let stops = inner.contains(['"', '“', '”', '!', '?']) || inner.contains(". ") || inner.ends_with('.');
    let glued = inner.split(' ').any(|word| glued(word).is_some());
    (colon && !stops && !glued && (2..=20).contains(&inner.split_whitespace().count())).then_some(next)
}

/// How many bytes a headline takes that running text may follow without a mark.
///
/// A headline sets its words in capitals, small joining words aside. So it ends where a question or exclamation mark
/// does, where a capital is glued to a small letter (`PenyakitPada`), before the next announced link, or before the
/// capital word that a small word follows: that one begins a sentence of the article.
pub(super) fn headline(rest: &str) -> usize {
    if let Some(whole) = whole(rest) {
        return whole;
    }
    let lead = rest.len() - rest.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let mut position = lead;
    let mut last_capital = lead;
    let mut before_last = lead;
    for word in rest.within(lead..).split_inclusive(' ').take(HEADLINE) {
        let from = position;
        position += word.len();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if from > lead && ANNOUNCED.iter().any(|announced| starts_without_case(rest.within(from..), announced)) {
            return from;
        }
        // A statement may follow at once; a lost quote is worse than a headline cut short.
        if from > lead && word.starts_with(['"', '“', '”']) {
            return from;
        }
        if let Some(glue) = glued(word) {
            return from + glue;
        }
        let small = bare.starts_with(char::is_lowercase) && !JOINING.contains(&bare);
        if small {
            return if last_capital > lead { opening(rest, lead, last_capital) } else { from };
        }
        if bare.starts_with(char::is_uppercase) {
            before_last = last_capital;
            last_capital = from;
        }
        if word.trim_end().ends_with(['!', '?']) {
            return position;
        }
    }
    // No small word came: the headline runs to the end, or the words are not a headline and only a part is taken.
    if position >= rest.len() { rest.len() } else { before_last }
}

/// Where a sentence begins whose last capital word before a small one is at byte `last`: an office, a title and more
/// names stand before a name, and a few words open sentences (`Sementara itu, Direktur Karmaya, Sari Dewi berharap`).
#[expect(
    clippy::indexing_slicing,
    reason = "the words before are counted, and it is looked at how many stand before one"
)]
fn opening(rest: &str, lead: usize, last: usize) -> usize {
    let before: Vec<(usize, &str)> = rest
        .within(lead..last)
        .split_inclusive(' ')
        .scan(lead, |position, word| {
            let at = *position;
            *position += word.len();
            Some((at, word.trim_end()))
        })
        .collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let name = rest.within(last..).split(' ').next().unwrap_or_default();
    if !is_name(name) {
        return last;
    }
    let office = |at: usize| {
        let word = bare(before[at].1);
        let lists = lexicon();
        before[at].1.starts_with(char::is_uppercase)
            && (lists.offices.begins(&word)
                || lists.english.heads.contains(&word)
                || lists.title(&word).is_some_and(|place| place == TitlePlace::Before))
    };
    let near = before.len().saturating_sub(REACH)..before.len();
    // Small words stand in the headline, and hardly between an office and its holder.
    let ends = |at: &usize| {
        let word = before[*at].1;
        word.ends_with(['!', '?', ':', '.'])
            || word.starts_with(char::is_lowercase) && word != "dan"
            || lexicon().common.contains(&bare(word))
    };
    let Some(mut at) = near.rev().take_while(|at| !ends(at)).find(|at| office(*at)) else { return last };
    while at > 0 && office(at - 1) && !ends(&(at - 1)) {
        at -= 1;
    }
    if at > 1 && before[at - 1].1 == "itu," && matches!(before[at - 2].1, "Sementara" | "Selain") {
        at -= 2;
    } else if at > 0 && matches!(before[at - 1].1, "Menurut" | "Sementara," | "Sebelumnya," | "Adapun") {
        at -= 1;
    }
    if at == 0 { last } else { before[at].0 }
}

/// How many words before a name its office may begin.
const REACH: usize = 12;

/// Whether a word can only be a name: a capital, and no list knows it as anything else.
fn is_name(word: &str) -> bool {
    let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let lists = lexicon();
    let known = lists.small.contains(&lower)
        || lists.common.contains(&lower)
        || lists.not_names.contains(&lower)
        || lists.title(&lower).is_some()
        || lists.cue(&lower).is_some()
        || lists.offices.begins(&lower)
        || lists.regions.begins(&lower)
        || crate::annotate::dates::is_date_word(&lower)
        || Indonesian.stem(&lower) != lower
        || crate::stem::is_root(&lower);
    let letters = word.chars().skip(1).all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '’' | ',' | '.'));
    word.starts_with(char::is_uppercase) && letters && (lists.given.contains(&lower) || !known)
}

/// Words in small letters inside a headline.
const JOINING: &[&str] = &[
    "di", "ke", "dan", "dari", "yang", "untuk", "dalam", "pada", "dengan", "oleh", "atau", "tapi", "hingga", "soal",
    "usai", "saat", "jadi", "bagi", "demi", "agar", "vs", "tak", "ini", "itu", "bakal", "akan", "juga", "sebagai",
    "bisa", "lewat", "sampai", "sejak", "karena", "antara", "per", "se", "via", "terkait", "tentang", "sebut",
    "kepada",
];

/// The byte at which a capital is glued to the small letter or the closing mark before it.
fn glued(word: &str) -> Option<usize> {
    let mut chars = word.char_indices().peekable();
    let mut small = 0;
    while let Some((_, c)) = chars.next() {
        small = if c.is_lowercase() {
            small + 1
        } else if matches!(c, '!' | '?') {
            2
        } else {
            0
        };
        if let Some((next, after)) = chars.peek()
            && small >= 2
            && (after.is_uppercase()
                || matches!(after, '"' | '“')
                || (matches!(c, '!' | '?') && after.is_alphanumeric()))
        {
            return Some(*next);
        }
    }
    None
}

fn starts_without_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::headline;

    #[test]
    fn a_headline_ends_where_running_text_begins() {
        let taken = |rest: &'static str| rest[..headline(rest)].trim();
        assert_eq!(taken(": Warga Panen Padi di Sawah Artinya, petani bisa menjual."), ": Warga Panen Padi di Sawah");
        assert_eq!(taken(":Warga Panen PadiSementara itu petani lain menunggu."), ":Warga Panen Padi");
        assert_eq!(taken(": Siapa Panen Padi? Petani menunggu hujan."), ": Siapa Panen Padi?");
        assert_eq!(taken(": Warga Panen Padi Baca juga: Petani Menanam"), ": Warga Panen Padi");
        assert_eq!(taken(": Warga Panen Padi \"Kami senang,\" kata Sari."), ": Warga Panen Padi");
        assert_eq!(taken(": Warga Panen Padi"), ": Warga Panen Padi");
        assert_eq!(taken(": Warga mulai panen padi di sawah Baca juga: Petani"), ": Warga mulai panen padi di sawah");
        assert_eq!(taken(": Warga mulai panen padi"), ": Warga mulai panen padi");
    }

    #[test]
    fn the_office_before_a_name_begins_the_sentence() {
        for (rest, end) in [
            (
                ": Warga Panen Padi di Sawah Direktur Utama Karmaya Sari Karyono menilai itu baik.",
                ": Warga Panen Padi di Sawah",
            ),
            (": Warga Panen Padi Sementara itu, Kepala Dinas Karmaya, Sari Karyono berharap.", ": Warga Panen Padi"),
            (": Warga Panen Padi Profesor Sari Karyono menilai itu baik.", ": Warga Panen Padi"),
            (": Kepala Dinas Tinjau Sawah Artinya, petani bisa menjual.", ": Kepala Dinas Tinjau Sawah"),
        ] {
            assert_eq!(rest[..headline(rest)].trim(), end);
        }
    }
}
