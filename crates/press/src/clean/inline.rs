//! Boilerplate inside a line that stays.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use jejak_archive::model::RemovedKind;

use super::lines::Line;
use super::{Work, markers};

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
    ("(dok ", ')', RemovedKind::Caption),
    ("(dok:", ')', RemovedKind::Caption),
    ("(dok)", ')', RemovedKind::Caption),
    ("[caption", ']', RemovedKind::Script),
    ("[/caption", ']', RemovedKind::Script),
    ("[gallery", ']', RemovedKind::Script),
    ("[playlist", ']', RemovedKind::Script),
];

/// Words that stand inside a line without brackets, exactly so.
const WORDS: &[(&str, RemovedKind)] = &[
    ("SCROLL TO CONTINUE WITH CONTENT", RemovedKind::Scroll),
    ("SCROLL TO RESUME CONTENT", RemovedKind::Scroll),
    ("ADVERTISEMENT", RemovedKind::Advertisement),
    ("Loading...", RemovedKind::Script),
];

/// What announces a link inside a line; written with a capital, unlike the words in a sentence.
const ANNOUNCED: &[&str] = &[
    "baca juga",
    "baca pula",
    "simak juga",
    "lihat juga",
    "tonton juga",
    "simak video",
    "lihat video",
    "tonton video",
    "saksikan video",
];
/// Marks that set a link's headline off, each with what closes it.
const MARKS: &[(char, char)] = &[('\'', '\''), ('‘', '’'), ('"', '"'), ('“', '”')];
/// Longest headline of a link, in words.
const HEADLINE: usize = 30;

/// Finds whether any of these words stand in a line.
static ANY: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let brackets = BRACKETS.iter().map(|(open, ..)| *open);
    markers::finder(brackets.chain(WORDS.iter().map(|(words, _)| *words)).chain(ANNOUNCED.iter().copied()))
});

/// Takes boilerplate inside kept lines out.
pub(super) fn take(raw: &str, lines: &[Line], work: &mut Work) {
    for line in lines.iter().filter(|line| line.kept) {
        let words = line.of(raw);
        if !markers::finds(&ANY, words) {
            continue;
        }
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
        links(words, &lower, start, line.range.end, work);
    }
}

/// Takes links inside a line out: the words that announce one, and the headline behind them.
fn links(words: &str, lower: &str, start: usize, end: usize, work: &mut Work) {
    for announced in ANNOUNCED {
        for (at, _) in lower.match_indices(announced) {
            let behind = at + announced.len();
            let capital = words[at..].starts_with(|c: char| c.is_uppercase());
            let bounded = !words[..at].ends_with(char::is_alphabetic) || words[..at].ends_with(char::is_lowercase);
            let rest = &words[behind..];
            let headed = rest.trim_start().starts_with([':', '-', '–']) || rest.starts_with(|c: char| c.is_uppercase());
            // `Lihat Video 'Warga Panen Padi':` sets its headline in marks.
            let marked = marked(rest);
            if !(capital && bounded && (headed || marked.is_some())) {
                continue;
            }
            let stop = behind + marked.unwrap_or_else(|| headline(rest));
            work.cut(start + at..(start + stop).min(end), RemovedKind::RelatedLink);
        }
    }
}

/// How many bytes a headline in marks takes, if one stands at the start of `rest`: up to the mark that closes it and a
/// colon behind that. A mark before a small letter is an apostrophe.
fn marked(rest: &str) -> Option<usize> {
    let words = rest.trim_start_matches([':', ' ']);
    let from = rest.len() - words.len();
    let (open, close) = MARKS.iter().find(|(open, _)| words.starts_with(*open))?;
    let inner = words.strip_prefix(*open)?;
    if !inner.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) {
        return None;
    }
    let ends = |at: &usize| !inner[at + close.len_utf8()..].starts_with(char::is_alphanumeric);
    let end = inner.match_indices(*close).map(|(at, _)| at).take_while(|at| *at < LONGEST).find(ends)?;
    let stop = from + open.len_utf8() + end + close.len_utf8();
    Some(stop + usize::from(rest[stop..].starts_with(':')))
}

/// How many bytes a headline takes behind which nothing of the article stands: the next link is announced there, or the
/// line ends. It may be set in small letters then; it is no longer than a headline, and holds no stop and no statement.
fn whole(rest: &str) -> Option<usize> {
    let lower = rest.to_ascii_lowercase();
    let next = ANNOUNCED.iter().filter_map(|announced| lower.find(announced)).min().unwrap_or(rest.len());
    let words = rest[..next].trim_start_matches([':', ' ', '-', '–']);
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
fn headline(rest: &str) -> usize {
    if let Some(whole) = whole(rest) {
        return whole;
    }
    let lead = rest.len() - rest.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let mut position = lead;
    let mut last_capital = lead;
    let mut before_last = lead;
    for word in rest[lead..].split_inclusive(' ').take(HEADLINE) {
        let from = position;
        position += word.len();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if from > lead && ANNOUNCED.iter().any(|announced| starts_without_case(&rest[from..], announced)) {
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
            return if last_capital > lead { last_capital } else { from };
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
    use super::{headline, marked};

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
        assert_eq!(marked(" 'Warga Panen Padi di Jum'at Pagi': Ia pulang."), Some(35));
        assert_eq!(marked(" \"kami senang,\" kata Sari."), None);
    }
}
