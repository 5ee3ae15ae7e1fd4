//! Lines that say by themselves that they are no part of the article.

use std::sync::LazyLock;

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
    let holds = |marker: &&Marker| match marker.place {
        Place::Whole => bare == marker.words,
        Place::Start => {
            lower.len() <= START_LIMIT
                && lower.strip_prefix(marker.words).is_some_and(|rest| {
                    !marker.words.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric)
                })
        }
        Place::Has => {
            (lower.len() <= HAS_LIMIT || script(marker))
                && lower.contains(marker.words)
                && stands_for(marker.kind, lower)
        }
        Place::Tail => lower.starts_with(marker.words) && lower.len() <= START_LIMIT,
    };
    let marker = MARKERS.iter().find(holds)?;
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
pub(super) fn take(raw: &str, lines: &mut [Line], work: &mut Work) {
    let last_text = lines.iter().rposition(|line| is_text(line.of(raw)));
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
            list = (at_end && matches!(kind, RemovedKind::Share | RemovedKind::RelatedLink)).then_some(kind);
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
    kind_of(line).is_none() && ends_as_sentence(line) && count_words(line) > 6
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
