//! Lines that say by themselves that they are no part of the article.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use jejak_archive::model::RemovedKind;

use super::lines::{Line, count_words, ends_as_sentence};
use super::{Work, dateline, tail};
use crate::annotate::dates;
use crate::lexicon;

/// Longest line, in bytes, in which a marker may stand anywhere.
const HAS_LIMIT: usize = 240;
/// Longest line, in bytes, that a marker at its start takes.
const START_LIMIT: usize = 400;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Whole,
    Start,
    Has,
    Tail,
}

struct Marker {
    kind: RemovedKind,
    place: Place,
    words: &'static str,
}

static MARKERS: LazyLock<Vec<Marker>> = LazyLock::new(|| {
    let read = |line: &'static str| {
        let mut fields = line.splitn(3, '|').map(str::trim);
        let kind = RemovedKind::from_word(fields.next()?)?;
        let place = match fields.next()? {
            "whole" => Place::Whole,
            "start" => Place::Start,
            "tail" => Place::Tail,
            _ => Place::Has,
        };
        Some(Marker { kind, place, words: fields.next()? })
    };
    lexicon::lines(include_str!("../../data/markers.txt")).filter_map(read).collect()
});

/// Which of the markers that say how a line begins do so with each byte.
static BY_FIRST: LazyLock<Vec<Vec<usize>>> = LazyLock::new(|| {
    let mut by_first = vec![Vec::new(); 256];
    for (index, marker) in MARKERS.iter().enumerate().filter(|(_, marker)| marker.place != Place::Has) {
        if let Some(byte) = marker.words.bytes().next() {
            by_first.get_mut(usize::from(byte)).into_iter().for_each(|own| own.push(index));
        }
    }
    by_first
});

/// Finds whether any of the words that mark a line wherever they stand in it do stand there.
static HELD: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| finder(words_of(Place::Has)));
/// Finds whether any of the words stand in a line with which a tail may begin, or that call a reader elsewhere.
static TAILS: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| finder(words_of(Place::Tail).chain(held(RemovedKind::Share))));
/// Finds whether any of the words stand in a line that call a reader elsewhere.
static CALLS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| finder(held(RemovedKind::Share)));

fn words_of(place: Place) -> impl Iterator<Item = &'static str> {
    MARKERS.iter().filter(move |marker| marker.place == place).map(|marker| marker.words)
}

/// A search for many words at once in text whose ASCII letters are small. Small letters alone and the first match, not
/// all, let the search go over many bytes at a time.
pub(super) fn finder<'a>(words: impl Iterator<Item = &'a str>) -> Option<AhoCorasick> {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(words.map(str::to_ascii_lowercase)).ok()
}

/// Whether a search finds something. One that could not be built finds everywhere, so that nothing is missed.
pub(super) fn finds(finder: &Option<AhoCorasick>, lower: &str) -> bool {
    finder.as_ref().is_none_or(|finder| finder.is_match(lower))
}

/// Whether a line, in small letters, may have a tail: a quick look that spares nearly every line a search for each word.
pub(super) fn may_have_tail(lower: &str) -> bool {
    finds(&TAILS, lower)
}

/// Whether a line, in small letters, may hold a call to follow, likewise.
pub(super) fn may_call(lower: &str) -> bool {
    finds(&CALLS, lower)
}

/// What a line is, if a marker says so.
pub(super) fn kind_of(line: &str) -> Option<RemovedKind> {
    if line.len() > START_LIMIT.max(HAS_LIMIT) * 4 {
        // Only a script is a line of any length.
        let script = |marker: &&Marker| {
            marker.kind == RemovedKind::Script && marker.place == Place::Start && line.starts_with(marker.words)
        };
        return MARKERS.iter().find(script).map(|marker| marker.kind);
    }
    let lower = line.to_lowercase();
    let lower = lower.trim();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let script = |marker: &Marker| marker.kind == RemovedKind::Script;
    let held = finds(&HELD, lower);
    let holds = |marker: &&Marker| match marker.place {
        Place::Whole => bare == marker.words,
        Place::Start => {
            lower.len() <= START_LIMIT
                && lower.strip_prefix(marker.words).is_some_and(|rest| {
                    !marker.words.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
                })
        }
        Place::Has => {
            held && (lower.len() <= HAS_LIMIT || script(marker))
                && lower.contains(marker.words)
                && stands_for(marker.kind, lower)
        }
        Place::Tail => lower.starts_with(marker.words) && lower.len() <= START_LIMIT,
    };
    // The first marker of the list counts. Nearly all are ruled out by the line's first byte.
    let own = |text: &str| BY_FIRST.get(usize::from(text.bytes().next()?));
    let first = |text: &str| own(text).map_or(&[][..], Vec::as_slice);
    let anywhere = || MARKERS.iter().enumerate().filter(|(_, marker)| marker.place == Place::Has && held);
    let beginning = first(lower).iter().chain(first(bare)).filter_map(|index| Some((*index, MARKERS.get(*index)?)));
    let (_, marker) =
        beginning.chain(anywhere()).filter(|(_, marker)| holds(marker)).min_by_key(|(index, _)| *index)?;
    // `Bagikan:` begins a button, `Bagikan 200 paket sembako, …` a sentence.
    let runs_on = marker.kind == RemovedKind::RelatedLink && count_words(lower) > 16 && ends_as_sentence(lower);
    // A caption may say at length what the picture shows.
    let longest = if marker.kind == RemovedKind::Caption { 60 } else { 40 };
    let sentence = (count_words(lower) > longest || runs_on) && !script(marker);
    (!sentence).then_some(marker.kind)
}

/// Whether a line that holds a marker's words somewhere is boilerplate as a whole, rather than a sentence about them: a
/// call to follow begins with a verb that calls, a note on where an article appeared names the site or the headline.
fn stands_for(kind: RemovedKind, lower: &str) -> bool {
    match kind {
        RemovedKind::Share => tail::is_call(lower) || (count_words(lower) <= 8 && !lower.contains(['"', '“', '”'])),
        RemovedKind::Byline => {
            lower.contains("dengan judul")
                || lower.split_whitespace().any(dateline::is_site) && !lower.contains(['"', '“', '”'])
        }
        _ => true,
    }
}

/// The words that may stand behind a sentence and end its line, with what they are.
pub(super) fn tails() -> impl Iterator<Item = (&'static str, RemovedKind)> {
    MARKERS.iter().filter(|marker| marker.place == Place::Tail).map(|marker| (marker.words, marker.kind))
}

/// The words that mark a line of a kind wherever they stand in it.
pub(super) fn held(kind: RemovedKind) -> impl Iterator<Item = &'static str> {
    MARKERS.iter().filter(move |marker| marker.place == Place::Has && marker.kind == kind).map(|marker| marker.words)
}

/// Takes marked lines out, and the lists that stand below some of them.
#[expect(clippy::indexing_slicing, reason = "the lines are counted, and none is added or taken away")]
pub(super) fn take(raw: &str, lines: &mut [Line], work: &mut Work) {
    let last_text = lines.iter().rposition(|line| is_text(line.of(raw)));
    // `… dengan rincian sebagai berikut.`: what stands below is the article's own list, whatever stands between.
    let promised = last_text.is_some_and(|last| promises_list(lines[last].of(raw)));
    let mut list: Option<RemovedKind> = None;
    let mut index = 0;
    while index < lines.len() {
        let line = lines[index].of(raw);
        let at_end = last_text.is_none_or(|last| index > last);
        let kind = if lines[index].kept { kind_of(line) } else { None };
        if let Some(kind) = kind {
            let mut range = lines[index].range.clone();
            lines[index].kept = false;
            // `Baca juga:` alone announces the line below it.
            if kind == RemovedKind::RelatedLink
                && announces(line)
                && let Some(next) = lines.get_mut(index + 1).filter(|next| next.kept && is_link(next.of(raw)))
            {
                next.kept = false;
                if line.ends_with(':') {
                    range.end = next.range.end;
                } else {
                    let below = next.range.clone();
                    work.cut(below, kind);
                }
                index += 1;
            }
            let lists = kind == RemovedKind::Share || (kind == RemovedKind::RelatedLink && !promised);
            list = (at_end && lists).then_some(kind);
            work.cut(range, kind);
        } else if lines[index].kept && at_end && (list.is_some() || dates::is_only_a_date(line)) && !line.ends_with(')')
        {
            lines[index].kept = false;
            work.cut(lines[index].range.clone(), list.unwrap_or(RemovedKind::RelatedLink));
        } else if lines[index].kept {
            list = None;
        }
        index += 1;
    }
}

/// Whether a line reads as text of the article rather than as part of a list below it.
fn is_text(line: &str) -> bool {
    ends_as_sentence(line) && count_words(line) > 6 && kind_of(line).is_none()
}

/// Whether a sentence says that a list follows it.
fn promises_list(line: &str) -> bool {
    let last: Vec<String> = line.split_whitespace().rev().take(5).map(str::to_lowercase).collect();
    line.ends_with(':') || last.iter().any(|word| word.trim_matches(|c: char| !c.is_alphanumeric()) == "berikut")
}

/// Whether a related-link marker stands alone on its line.
fn announces(line: &str) -> bool {
    count_words(line) <= 3
}

/// Whether a line may be another article's headline.
fn is_link(line: &str) -> bool {
    line.len() < 250 && !line.ends_with(['.', '"', '”']) && count_words(line) > 2
}

#[cfg(test)]
mod tests {
    use super::kind_of;
    use jejak_archive::model::RemovedKind;

    #[test]
    fn a_list_that_a_sentence_promises_is_the_articles_own() {
        let removed =
            |text: &str| crate::clean::clean(&crate::read::Source::plain("a.txt", text.to_string())).removed.len();
        let streets = "Jl Melati\nJl Kenanga\nJl Mawar";
        let before = "Aturan itu berlaku di tiga ruas jalan kota dengan rincian sebagai berikut.\nBaca juga:\nWarga Panen Padi di Sawah";
        assert_eq!(removed(&format!("{before}\n{streets}")), 1, "the link alone");
        assert_eq!(removed(&format!("Aturan itu berlaku mulai besok di semua ruas jalan kota.\nTags:\n{streets}")), 4);
    }

    #[test]
    fn markers_are_lines_not_words_in_a_sentence() {
        assert_eq!(kind_of("BACA JUGA:Warga Tanam Pohon"), Some(RemovedKind::RelatedLink));
        assert_eq!(kind_of("Share"), Some(RemovedKind::Share));
        assert_eq!(kind_of("[Gambas:Video 20detik]"), Some(RemovedKind::Script));
        assert_eq!(kind_of("Bagikan bantuan, Wali Kota berpesan agar warga menjaga kebersihan."), None);
        assert_eq!(kind_of("Ikuti saluran WhatsApp Kabar Contoh"), Some(RemovedKind::Share));
        assert_eq!(kind_of("“Kami kirim lewat grup Telegram warga,” kata Sari."), None);
        assert_eq!(kind_of("Film itu telah tayang di bioskop sejak Senin."), None);
        assert_eq!(kind_of("Artikel ini telah tayang di harian.com"), Some(RemovedKind::Byline));
        assert_eq!(kind_of("Iklan layanan masyarakat itu dipasang di pasar."), None);
    }
}
