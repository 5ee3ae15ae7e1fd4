//! Captions and credits of pictures.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use jejak_archive::model::RemovedKind;

use super::Work;
use super::lines::{Line, count_words};
use crate::read::Source;
use crate::within::Within as _;

/// How far into the text a caption may stand.
const HEAD: usize = 5;

/// Credits that end a caption.
const ENDS: &[&str] =
    &["--ist", "-ist", "–ist", "—ist", "/ist", "(ist)", "(istimewa)", "--istimewa", "(dok)", "(dok.)"];

/// What leads to whose a picture is, behind the words that tell what it shows.
const LABEL: &str = " Foto: ";
/// The same, in a bracket.
const BRACKETS: &[&str] = &["(Foto", "(foto", "(FOTO", "(Dok", "(dok", "(DOK"];

/// Finds whether any of these stand in a line.
static CREDITS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(BRACKETS.iter().chain([&LABEL])).ok()
});

/// Takes out the lines that the source's format itself marks, such as a page's captions.
pub(super) fn take_marked(source: &Source, lines: &mut [Line], work: &mut Work) {
    let mut marked = source.marked.iter().peekable();
    for line in lines {
        while marked.next_if(|(range, _)| range.end <= line.range.start).is_some() {}
        let Some((_, kind)) =
            marked.peek().filter(|(range, _)| range.start <= line.range.start && line.range.end <= range.end)
        else {
            continue;
        };
        line.kept = false;
        work.cut(line.range.clone(), *kind);
        if *kind == RemovedKind::Caption && work.out.caption.is_none() {
            let words = line.of(&source.text);
            work.out.caption =
                Some(caption(words).unwrap_or(words).trim().to_string()).filter(|words| !words.is_empty());
        }
    }
}

/// Takes captions among the first lines out, and remembers the first one without its credit.
pub(super) fn take(raw: &str, lines: &mut [Line], work: &mut Work) {
    for (number, line) in lines.iter_mut().filter(|line| line.kept).enumerate() {
        let words = below(line.of(raw)).or_else(|| if number < HEAD { caption(line.of(raw)) } else { None });
        let Some(words) = words else { continue };
        line.kept = false;
        work.cut(line.range.clone(), RemovedKind::Caption);
        let words = words.trim();
        if work.out.caption.is_none() && !words.is_empty() {
            work.out.caption = Some(words.to_string());
        }
    }
}

/// The caption that a line among the article's paragraphs is: it says whose the picture is, and nobody speaks in it.
fn below(line: &str) -> Option<&str> {
    if !CREDITS.as_ref().is_none_or(|credits| credits.is_match(line))
        || count_words(line) > 40
        || line.contains(['"', '“', '”'])
    {
        return None;
    }
    let credit = |open: &str| line.rfind(open).filter(|at| *at > 0 && count_words(line.within(at + open.len()..)) <= 6);
    if let Some(at) = credit(LABEL) {
        return Some(line.within(..at));
    }
    let at = BRACKETS.iter().find_map(|open| credit(open))?;
    let inner = line.within(at + 1..).strip_suffix(')')?;
    let names_credit = inner.contains([':', '.', '/']) || inner.to_lowercase().contains("istimewa");
    names_credit.then(|| line.within(..at).trim_end())
}

/// The caption that a line is, without its credit.
fn caption(line: &str) -> Option<&str> {
    // A credit ends in a bracket or as `--Ist` does, or an outlet with a slash leads the line.
    let may_end = line.trim_end_matches(['.', ' ']).ends_with(['t', 'T', ')']);
    let first = line.split_whitespace().next().unwrap_or_default();
    if !(may_end || first.contains('/')) || count_words(line) > 60 {
        return None;
    }
    let lower = line.to_lowercase();
    // Positions in the lower-case form fit the line only where both have the same length.
    let cut = |at: usize| if lower.len() == line.len() { line.get(..at) } else { Some(line) };
    let trimmed = lower.trim_end_matches(['.', ' ']);
    if let Some(end) = ENDS.iter().find(|end| trimmed.ends_with(**end)) {
        return cut(trimmed.len() - end.len());
    }
    // `… di Gedung Aula, Jakarta. (ANTARA/Nama)`, `… (Foto: Nama)`, `… (Dok. Humas)`
    if lower.ends_with(')') {
        let open = lower.rfind('(')?;
        let credit = lower.within(open + 1..lower.len() - 1);
        let is_credit = ["foto", "dok", "ist", "sumber", "doc", "photo"].iter().any(|word| credit.starts_with(word))
            || (credit.contains('/') && (credit.starts_with("antara") || credit.contains("foto")));
        return if is_credit { cut(open) } else { None };
    }
    // `KOMPAS.com/ NAMA Keterangan …`
    let outlet = first.strip_suffix('/').or_else(|| first.split_once('/').map(|(outlet, _)| outlet))?;
    let site = outlet.rsplit_once('.').is_some_and(|(_, tld)| super::dateline::is_tld(tld));
    if !site || first.starts_with('(') {
        return None;
    }
    let words = line.within(first.len()..).trim_start();
    let name = words.split_whitespace().take_while(|word| word.chars().all(|c| c.is_uppercase() || c == '.'));
    let skip: usize = name.map(|word| word.len() + 1).sum();
    words.get(skip..).or(Some(""))
}

#[cfg(test)]
mod tests {
    use super::{below, caption};

    #[test]
    fn captions_among_paragraphs_name_their_source() {
        assert_eq!(below("Mobil baru buatan lokal Foto: Dok. Pabrik"), Some("Mobil baru buatan lokal"));
        assert_eq!(below("Warga berjaga di pos. (dok Istimewa)"), Some("Warga berjaga di pos."));
        assert_eq!(below("Ia senang (foto bersama warga)"), None);
    }

    #[test]
    fn credits_show_a_caption() {
        assert_eq!(
            caption("Camat memimpin kerja bakti di Pasar Baru--Ist"),
            Some("Camat memimpin kerja bakti di Pasar Baru")
        );
        assert_eq!(caption("Warga antre air bersih. (Foto: Rudi)"), Some("Warga antre air bersih. "));
        assert_eq!(caption("HARIAN.com/ SITI AMINAH Warga antre air"), Some("Warga antre air"));
        assert_eq!(caption("Ia datang bersama istrinya (Sari)."), None);
    }
}
