//! The headline, where the text carries it.

use std::ops::Range;

use jejak_archive::model::RemovedKind;

use super::Work;
use super::lines::{Line, count_words, ends_as_sentence, is_plain, plain};
use super::{dateline, markers};
use crate::within::Within as _;

/// How far into the text the headline may stand once more.
const HEAD: usize = 6;
/// From how many words on a headline is none of the text's own lines.
const LONG: usize = 5;

/// Takes the headline's lines out. Each is `repeated-title`: the headline itself is kept beside the text, as the
/// article's title, so that a line that says it is said once more there.
pub(super) fn take(raw: &str, lines: &mut [Line], given: Option<&str>, work: &mut Work) {
    let title = match given {
        Some(title) => title.to_string(),
        None => match lines.first() {
            Some(first) if is_headline(raw, lines) => {
                let words: Vec<&str> = first.of(raw).trim_start_matches('#').split_whitespace().collect();
                work.out.title = Some(words.join(" "));
                words.join(" ")
            }
            _ => return,
        },
    };
    let title = plain(&title);
    if title.is_empty() {
        return;
    }
    // A long headline is none of the text's own lines wherever it stands; a short one may be a heading in it.
    let reach = if count_words(&title) >= LONG { usize::MAX } else { HEAD };
    for line in lines
        .iter_mut()
        .take(reach)
        .filter(|line| line.range.len() < title.len() + 40 && is_plain(line.of(raw), &title))
    {
        line.kept = false;
        work.cut(line.range.clone(), RemovedKind::RepeatedTitle);
    }
}

/// Takes the headline out where a dateline led it: what stood behind the dateline in the first lines.
pub(super) fn take_behind_dateline(raw: &str, lines: &mut [Line], given: Option<&str>, work: &mut Work) {
    let Some(title) = given.or(work.out.title.as_deref()).map(plain) else { return };
    let cuts: Vec<(Range<usize>, RemovedKind)> = work.cuts.clone();
    for line in lines.iter_mut().filter(|line| line.kept).take(HEAD) {
        let dateline = cuts.iter().find(|(cut, kind)| {
            *kind == RemovedKind::Dateline && cut.start == line.range.start && cut.end < line.range.end
        });
        let Some((cut, _)) = dateline else { continue };
        let rest = super::trim(raw, cut.end..line.range.end);
        // With a full stop it is the lead, which may say just what the headline does.
        if count_words(&title) >= LONG
            && is_plain(raw.within(rest.clone()), &title)
            && !ends_as_sentence(raw.within(rest.clone()))
        {
            work.cut(rest, RemovedKind::RepeatedTitle);
        }
    }
}

/// Whether the first line is a headline: short, no sentence, set off from a longer text below it.
fn is_headline(raw: &str, lines: &[Line]) -> bool {
    let [first, second, ..] = lines else { return false };
    let line = first.of(raw);
    if line.starts_with('#') {
        return true;
    }
    let repeated = || {
        let form = plain(line);
        lines.within(1..).iter().take(HEAD - 1).any(|other| is_plain(other.of(raw), &form))
    };
    if line.len() < 300 && repeated() {
        return true;
    }
    let rest: usize = lines.within(1..).iter().map(|line| line.range.len()).sum();
    let sentence = line.ends_with(['.', ',', ';', ':'])
        || (ends_as_sentence(line) && !line.ends_with(['!', '?', '"', '”', '\'', '’']));
    line.chars().count() <= 200
        && (3..=28).contains(&count_words(line))
        && !sentence
        && (second.apart || second.range.len() > 2 * first.range.len())
        && rest > 2 * line.len()
        && markers::kind_of(line).is_none()
        && !dateline::leads(line)
}

#[cfg(test)]
mod tests {
    use jejak_archive::model::RemovedKind;

    fn repeated(lead: &str) -> usize {
        let raw = format!("---\ntitle: Warga Pasar Baru Menanam Pohon\n---\n{lead}\n\nMereka menanam seratus pohon.\n");
        let (sources, _) = crate::read::read("a.md", raw.as_bytes());
        let cleaned = crate::clean::clean(&sources[0]);
        cleaned.removed.iter().filter(|cut| cut.kind == RemovedKind::RepeatedTitle).count()
    }

    #[test]
    fn a_headline_behind_the_dateline_is_taken_out_and_a_lead_is_not() {
        assert_eq!(repeated("BATAM, HARIAN.com - Warga Pasar Baru Menanam Pohon"), 1);
        assert_eq!(repeated("BATAM, HARIAN.com - Warga Pasar Baru menanam pohon."), 0);
    }
}
