//! Offices of firms in English: `Senior Brand Director`, `Head of Investment Research`, `President and Group CEO`.
//!
//! WHY by a small grammar: firms make up such titles freely, so no list of whole titles is ever complete. A title is a
//! run of words of which at least one names an office (`Director`, `Head`) and the others say of what or of what rank.

use std::ops::Range;

use crate::lexicon::lexicon;
use crate::text::Text;

/// Longest title in words.
const LONGEST: usize = 10;

/// Words that name an office only with others.
const VAGUE: &[&str] =
    &["executive", "lead", "leader", "partner", "editor", "officer", "specialist", "supervisor", "ambassador", "head"];

/// The words of the English title that starts at word `start`, if one does.
pub(crate) fn title(text: &Text<'_>, start: usize) -> Option<Range<usize>> {
    let lists = &lexicon().english;
    let part = |index: usize| text.is(index, lists.ranks.or(lists.heads));
    if !text.words.get(start)?.is_capital() || !part(start) {
        return None;
    }
    let (mut end, mut last, mut named, mut of) = (start, None, false, false);
    while end < text.words.len() && end - start < LONGEST && text.word(end).sentence == text.word(start).sentence {
        let word = text.lower(end);
        let gap = if end == start { "" } else { text.gap_before(end).trim() };
        // `Area Manager Communication, Relation & CSR`
        let listed = matches!(gap, "," | ", &")
            && part(end)
            && (end..end + 4).any(|at| text.gap_before(at).contains('&') || text.lower(at) == "and");
        if !(listed || matches!(gap, "" | "&" | "/")) {
            break;
        }
        if text.word(end).is_capital() {
            // `Head of Handphone Category`: a word that no list has, between two that belong.
            let office = lists.heads.contains("officer") && text.lower(end + 1) == "officer";
            let chief = end > start && text.lower(end - 1) == "chief" && office;
            let between = (of || chief) && text.joined(end) && part(end + 1);
            if !(part(end) || between) {
                break;
            }
            named |= text.is(end, lists.heads);
            last = Some(end + 1);
            of = false;
        } else if !matches!(word, "of" | "and" | "for" | "the") || end == start {
            break;
        } else {
            of |= word != "and";
        }
        end += 1;
    }
    // `Editor: Sari`, `Executive Lounge`: alone such a word may be anything.
    let alone = |end: usize| end == start + 1 && VAGUE.contains(&text.lower(start));
    last.filter(|end| named && !alone(*end)).map(|end| start..end)
}

#[cfg(test)]
mod tests {
    use super::title;
    use crate::text::Text;

    #[test]
    fn a_title_of_listed_words() {
        let read = |raw: &str| title(&Text::new(raw), 0).map(|words| Text::new(raw).slice(words).to_string());
        assert_eq!(read("Senior Brand Director Maju Terang").as_deref(), Some("Senior Brand Director"));
        assert_eq!(read("Head of Handphone Category Majuplex").as_deref(), Some("Head of Handphone Category"));
        assert_eq!(read("President and Group CEO Maju Terang").as_deref(), Some("President and Group CEO"));
        assert_eq!(read("Public Relations and Sari Dewi"), None, "no word of it names an office");
    }
}
