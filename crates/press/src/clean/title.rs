//! The headline, where the text carries it.

use jejak_archive::model::RemovedKind;

use super::Work;
use super::lines::{Line, count_words, ends_as_sentence, plain};
use super::{dateline, markers};

/// How far into the text the headline may stand once more.
const HEAD: usize = 6;

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
    let reach = if count_words(&title) >= 5 { usize::MAX } else { HEAD };
    for line in
        lines.iter_mut().take(reach).filter(|line| line.range.len() < title.len() + 40 && plain(line.of(raw)) == title)
    {
        line.kept = false;
        work.cut(line.range.clone(), RemovedKind::RepeatedTitle);
    }
}

/// Whether the first line is a headline: short, no sentence, set off from a longer text below it.
fn is_headline(raw: &str, lines: &[Line]) -> bool {
    let [first, second, ..] = lines else { return false };
    let line = first.of(raw);
    if line.starts_with('#') {
        return true;
    }
    let repeated = lines[1..].iter().take(HEAD - 1).any(|other| plain(other.of(raw)) == plain(line));
    if repeated && line.len() < 300 {
        return true;
    }
    let rest: usize = lines[1..].iter().map(|line| line.range.len()).sum();
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
