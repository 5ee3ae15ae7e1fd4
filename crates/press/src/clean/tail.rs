//! What outlets set behind the last sentence of a line without a break: who wrote it, whose it is, where to follow them.
//!
//! WHY apart from lines: such a tail shares its line with a sentence of the article, often without even a space between
//! them. Only the tail may go, from a place where a sentence can end.

use jejak_archive::model::RemovedKind;

use super::Work;
use super::lines::{Line, count_words};
use super::markers;
use crate::within::Within as _;

/// Longest tail in bytes.
const LONGEST: usize = 260;
/// How many lines at the end may name who wrote.
const LAST: usize = 3;
/// Verbs that call a reader to do something on another service.
const CALLS: &[&str] = &[
    "ikuti",
    "akses",
    "simak",
    "baca",
    "follow",
    "gabung",
    "bergabung",
    "dapatkan",
    "cek",
    "temukan",
    "yuk",
    "ayo",
    "klik",
    "jangan",
    "download",
    "unduh",
    "kunjungi",
    "update",
    "pantau",
    "join",
    "subscribe",
    "tonton",
    "lihat",
    "mari",
];

/// Whether words begin with a verb that calls.
pub(super) fn is_call(lower: &str) -> bool {
    let first = lower.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    first.is_some_and(|first| CALLS.contains(&first))
}

/// Takes tails of kept lines out; `lower` is the source with its ASCII letters small.
pub(super) fn take(raw: &str, lower: &str, lines: &[Line], work: &mut Work) {
    let kept = lines.iter().filter(|line| line.kept).count();
    for (number, line) in lines.iter().filter(|line| line.kept).enumerate() {
        let (words, lower) = (line.of(raw), line.of(lower));
        if !markers::may_have_tail(lower) {
            continue;
        }
        let calls = markers::may_call(lower);
        let credits = markers::tails().filter(|(_, kind)| *kind != RemovedKind::Byline || number + LAST >= kept);
        let credit = credits.filter_map(|(marker, kind)| {
            let at = lower.match_indices(marker).map(|(at, _)| at).find(|at| fits(words, *at, marker, kind))?;
            Some((at, kind))
        });
        let calls = markers::held(RemovedKind::Share).filter(|_| calls).filter_map(|marker| {
            let at = segment(words, lower.rfind(marker)?);
            (at > 0 && is_call(lower.within(at..)) && words.len() - at <= LONGEST).then_some((at, RemovedKind::Share))
        });
        if let Some((at, kind)) = credit.chain(calls).min_by_key(|(at, _)| *at) {
            work.cut(line.range.start + at..line.range.end, kind);
            if kind == RemovedKind::Byline {
                names(words.within(at..), work);
            }
        }
    }
}

/// Whether a tail may begin at a byte: where a sentence can end, with a capital, and with nothing but names behind it.
fn fits(words: &str, at: usize, marker: &str, kind: RemovedKind) -> bool {
    let Some(tail) = words.get(at..).filter(|tail| tail.len() <= LONGEST && at > 0) else { return false };
    // A label may be glued to anything, an abbreviation too: `… dolar ASPewarta: …`.
    tail.starts_with(char::is_uppercase) && (kind != RemovedKind::Byline || only_names(tail.within(marker.len()..)))
}

/// Whether words are names and further labels: nearly all begin with a capital.
fn only_names(words: &str) -> bool {
    let all = count_words(words);
    let small = words.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count();
    (1..=24).contains(&all) && small * 4 <= all && !words.contains([';', '"', '“', '”'])
}

/// Where the sentence that holds a byte begins: behind a stop, or where a capital is glued to what stands before it.
fn segment(words: &str, at: usize) -> usize {
    let mut before: Option<char> = None;
    let mut start = 0;
    for (position, c) in words.within(..at).char_indices() {
        let glued = before
            .is_some_and(|b| b.is_lowercase() || b.is_ascii_digit() || !b.is_alphanumeric() && !b.is_whitespace());
        let behind_stop = words.within(..position).trim_end().ends_with(['.', '!', '?', '"', '”', ')']) && position > 0;
        if c.is_uppercase() && (glued || behind_stop) {
            start = position;
        }
        before = Some(c);
    }
    start
}

/// Keeps the names behind the labels of a tail.
fn names(tail: &str, work: &mut Work) {
    let lower = tail.to_ascii_lowercase();
    let mut labels: Vec<(usize, usize)> = markers::tails()
        .filter(|(_, kind)| *kind == RemovedKind::Byline)
        .flat_map(|(marker, _)| {
            lower.match_indices(marker).map(|(at, label)| (at, at + label.len())).collect::<Vec<_>>()
        })
        .collect();
    labels.sort_unstable();
    for (index, (_, from)) in labels.iter().enumerate() {
        let to = labels.get(index + 1).map_or(tail.len(), |next| next.0);
        let name = tail.get(*from..to).unwrap_or_default().trim().trim_matches(|c: char| !c.is_alphanumeric());
        // `Copyright …` is a label without a name of its own.
        if !name.is_empty() && count_words(name) <= 6 && !name.contains(|c: char| c.is_ascii_digit()) {
            work.out.byline.push(name.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::take;
    use crate::clean::{Work, lines};

    fn tail(text: &str) -> (Vec<&str>, Vec<String>) {
        let mut work = Work::default();
        take(text, &text.to_ascii_lowercase(), &lines::split(text, 0), &mut work);
        (work.cuts.iter().map(|(range, _)| &text[range.clone()]).collect(), work.out.byline)
    }

    #[test]
    fn who_wrote_stands_behind_the_last_sentence() {
        let (cut, names) = tail("Camat hadir di balaiPewarta: Sari DewiEditor: Budi Utama COPYRIGHT © KABAR 2023");
        assert_eq!(cut, ["Pewarta: Sari DewiEditor: Budi Utama COPYRIGHT © KABAR 2023"]);
        assert_eq!(names, ["Sari Dewi", "Budi Utama"]);
        assert_eq!(tail("Camat hadir. Editor: Budi").0, ["Editor: Budi"]);
        assert_eq!(tail("Harga naik per dolar ASPewarta: Sari").0, ["Pewarta: Sari"]);
    }

    #[test]
    fn a_sentence_about_editors_or_channels_stays() {
        assert!(tail("Buku itu ditulis Editor: orang yang lama bekerja di sana dan tahu seluk beluknya.").0.is_empty());
        assert!(tail("Camat membuka kanal. Warga dapat bertanya lewat grup Telegram kelurahan.").0.is_empty());
    }

    #[test]
    fn a_call_to_follow_goes_and_the_sentence_before_it_stays() {
        assert_eq!(tail("“Kami siap,” kata Sari.Ikuti Whatsapp Channel Kabar").0, ["Ikuti Whatsapp Channel Kabar"]);
        assert_eq!(tail("Ia pulang. Akses kabar.com di Google News.").0, ["Akses kabar.com di Google News."]);
    }
}
