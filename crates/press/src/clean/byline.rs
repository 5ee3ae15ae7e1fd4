//! Who wrote an article: lines before it, names or initials in brackets behind it.

use jejak_archive::model::RemovedKind;

use super::Work;
use super::lines::{Line, count_words, ends_as_sentence};
use super::{dateline, markers};
use crate::within::Within as _;

/// Longest bracket, in bytes, that may hold a byline.
const LONGEST: usize = 160;

/// Takes bylines before the text out: `Laporan Wartawan HARIAN.com, Sari Dewi`, `HARIAN.com, Sari Dewi`.
#[expect(clippy::indexing_slicing, reason = "the lines are counted, and none is added or taken away")]
pub(super) fn take_head(raw: &str, lines: &mut [Line], work: &mut Work) {
    let heads: Vec<usize> = (0..lines.len()).filter(|index| lines[*index].kept).take(3).collect();
    for index in heads {
        let line = lines[index].of(raw);
        if ends_as_sentence(line) || count_words(line) > 14 || dateline::leads(line) {
            continue;
        }
        let first = line.split([',', ' ']).next().unwrap_or_default();
        let site = first.rsplit_once('.').is_some_and(|(_, tld)| dateline::is_tld(tld));
        let capitals = line.split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase()));
        let report = line.starts_with("Laporan ") && count_words(line) <= 10;
        if report || (site && capitals && line.contains(',')) {
            lines[index].kept = false;
            work.cut(lines[index].range.clone(), RemovedKind::Byline);
            let name = line.rsplit_once(',').map_or(line.trim_start_matches("Laporan "), |(_, name)| name);
            push_names(name, work);
        }
    }
}

/// Takes the byline behind the text out: the bracket that ends its last line, lines of stars, and `Editor: …`.
#[expect(clippy::indexing_slicing, reason = "the lines are counted, and none is added or taken away")]
pub(super) fn take_tail(raw: &str, lines: &mut [Line], work: &mut Work) {
    let mut below = None;
    for index in (0..lines.len()).rev().filter(|index| lines[*index].kept).take(12).collect::<Vec<_>>() {
        let line = lines[index].of(raw);
        if line.chars().all(|c| matches!(c, '*' | ' ' | '-' | '_' | '=' | '#')) {
            lines[index].kept = false;
            work.cut(lines[index].range.clone(), RemovedKind::Byline);
            continue;
        }
        if let Some(open) = byline_bracket(line) {
            let start = lines[index].range.start + open;
            let inner = line.within(open + 1..);
            push_names(inner.trim_end_matches([')', '.', ' ', '*']), work);
            work.cut(start..lines[index].range.end, RemovedKind::Byline);
            lines[index].kept = open > 0;
            below = Some(index);
            break;
        }
        if ends_as_sentence(line) && count_words(line) > 4 {
            break;
        }
    }
    // What still stands below a byline and is no sentence is a list of tags.
    let Some(below) = below else { return };
    for line in lines.iter_mut().skip(below + 1).filter(|line| line.kept) {
        let words = line.of(raw);
        if !ends_as_sentence(words) && count_words(words) <= 12 {
            line.kept = false;
            work.cut(line.range.clone(), RemovedKind::RelatedLink);
        }
    }
}

/// The byte at which the bracket that ends a line opens, if it holds names or initials.
fn byline_bracket(line: &str) -> Option<usize> {
    let end = line.trim_end_matches(['.', ' ', '*']);
    let inner_end = end.strip_suffix(')')?.len();
    let open = line.within(..inner_end).rfind('(')?;
    let inner = line.within(open + 1..inner_end).trim();
    let before = line.within(..open).trim_end();
    let set_off = before.is_empty() || before.ends_with(['.', '"', '”', '“', '!', '?', ',', '*', '\'', '’', '…', ':']);
    // Stars name nobody, and no sentence has them in a bracket.
    let stars = inner.contains('*') && !inner.contains(char::is_alphanumeric);
    ((set_off || stars) && inner.len() <= LONGEST && is_byline(inner)).then_some(open)
}

/// Whether the words in a bracket are those who wrote: names, initials, an outlet, stars.
fn is_byline(inner: &str) -> bool {
    if inner.chars().all(|c| !c.is_alphanumeric()) {
        return inner.contains('*') && inner.chars().all(|c| matches!(c, '*' | '/' | ' ' | '-' | '#'));
    }
    if inner.contains(':') && markers::kind_of(&format!("({inner}")) == Some(RemovedKind::Byline) {
        return true;
    }
    let words: Vec<&str> =
        inner.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | '|' | '*' | '&')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let name = |word: &&str| {
        let site = word.rsplit_once('.').is_some_and(|(_, tld)| dateline::is_tld(tld));
        let letters =
            word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '_') || c.is_ascii_digit());
        let initials = word.len() <= 5 && word.chars().any(char::is_alphabetic);
        site || (letters && (initials || word.starts_with(char::is_uppercase)))
    };
    (1..=9).contains(&words.len())
        && words.iter().all(name)
        && words.iter().any(|word| word.chars().any(char::is_alphabetic))
        && !words.iter().any(|word| matches!(word.to_lowercase().as_str(), "bersambung" | "foto" | "video" | "tamat"))
}

/// Keeps the names and initials of a byline, outlets left out.
fn push_names(names: &str, work: &mut Work) {
    for part in names.split(['/', ',', '|', '&', '*']).map(str::trim) {
        let part = part.rsplit_once(':').map_or(part, |(_, name)| name.trim());
        let site = part.rsplit_once('.').is_some_and(|(_, tld)| dateline::is_tld(tld));
        if !part.is_empty() && !site && part.chars().any(char::is_alphabetic) && count_words(part) <= 6 {
            work.out.byline.push(part.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{byline_bracket, is_byline};

    #[test]
    fn brackets_with_initials_are_bylines() {
        for inner in ["Md/Yd/Sr", "YI", "*", "HARIAN.COM/Sari Dewi", "Penulis: Sari | Editor: Budi", "*/hbb", "rgr/dry"]
        {
            assert!(is_byline(inner), "{inner}");
        }
        for inner in ["41", "pelaku utama yang masih dicari", "Rp 5.000"] {
            assert!(!is_byline(inner), "{inner}");
        }
    }

    #[test]
    fn a_bracket_inside_a_sentence_is_none() {
        assert_eq!(byline_bracket("Ia bertemu Kepala Dinas (Sari)"), None);
        assert!(byline_bracket("Begitu, tutupnya. (Sr)").is_some());
        assert_eq!(byline_bracket("Warga menanam pohon(*)"), Some(19), "stars may be glued to anything");
    }
}
