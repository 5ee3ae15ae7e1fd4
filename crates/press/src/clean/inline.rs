//! Boilerplate inside a line that stays.

use jejak_archive::model::RemovedKind;

use super::Work;
use super::lines::{Line, ends_as_sentence};

/// Longest bracket, in bytes, that is taken for a link.
const LONGEST: usize = 300;

/// Openings inside a line, in lower case, what they are and what closes them.
const BRACKETS: &[(&str, char, RemovedKind)] = &[
    ("(baca juga", ')', RemovedKind::RelatedLink),
    ("(baca:", ')', RemovedKind::RelatedLink),
    ("(lihat juga", ')', RemovedKind::RelatedLink),
    ("(simak", ')', RemovedKind::RelatedLink),
    ("[baca juga", ']', RemovedKind::RelatedLink),
    ("[gambas:", ']', RemovedKind::Script),
    ("[embed", ']', RemovedKind::Script),
    ("(foto:", ')', RemovedKind::Caption),
    ("(foto :", ')', RemovedKind::Caption),
    ("(dok.", ')', RemovedKind::Caption),
];

/// Words that stand inside a line without brackets, exactly so.
const WORDS: &[(&str, RemovedKind)] = &[
    ("SCROLL TO CONTINUE WITH CONTENT", RemovedKind::Scroll),
    ("SCROLL TO RESUME CONTENT", RemovedKind::Scroll),
    ("ADVERTISEMENT", RemovedKind::Advertisement),
];

/// Links that run to the end of their line when a sentence ends before them.
const TAILS: &[&str] = &["baca juga:", "baca juga :", "baca juga", "simak juga", "simak video", "lihat juga:"];

/// Takes boilerplate inside kept lines out.
pub(super) fn take(raw: &str, lines: &[Line], work: &mut Work) {
    for line in lines.iter().filter(|line| line.kept) {
        let words = line.of(raw);
        let start = line.range.start;
        let lower = words.to_ascii_lowercase();
        for (open, close, kind) in BRACKETS {
            for (at, _) in lower.match_indices(open) {
                let reach = lower[at..].char_indices().take_while(|(offset, _)| *offset < LONGEST);
                if let Some((end, _)) = reach.into_iter().find(|(_, c)| c == close) {
                    work.cut(start + at..start + at + end + 1, *kind);
                }
            }
        }
        for (marker, kind) in WORDS {
            for (at, _) in words.match_indices(marker) {
                work.cut(start + at..start + at + marker.len(), *kind);
            }
        }
        for tail in TAILS {
            let Some(at) = lower.rfind(tail) else { continue };
            let before = words[..at].trim_end();
            let rest = &words[at + tail.len()..];
            let bounded = rest.len() < LONGEST && rest.starts_with(|c: char| !c.is_alphanumeric());
            if bounded && !before.is_empty() && ends_as_sentence(before) && !ends_as_sentence(rest) {
                work.cut(start + at..line.range.end, RemovedKind::RelatedLink);
                break;
            }
        }
    }
}
