//! A headline for a text that has none.

use crate::text::Text;
use crate::within::Within as _;

/// Longest headline made, in characters.
const LONGEST: usize = 90;
/// Shortest beginning of a sentence that is kept when its rest is left out, in characters.
const SHORTEST: usize = 30;

/// The lead's first sentence, cut at the end of a clause or a word where it is long.
pub(crate) fn derive(text: &Text<'_>) -> Option<String> {
    let end = text.sentence_end(0);
    let sentence = text.slice(0..end);
    let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    if sentence.is_empty() {
        return None;
    }
    if sentence.chars().count() <= LONGEST {
        return Some(sentence);
    }
    let limit = sentence.char_indices().nth(LONGEST).map_or(sentence.len(), |(at, _)| at);
    let head = sentence.within(..limit);
    let clause = [", ", " yang ", " pada ", " di ", " dan "]
        .iter()
        .filter_map(|stop| head.rfind(stop))
        .max()
        .filter(|at| head.within(..*at).chars().count() >= SHORTEST);
    let cut = clause.or_else(|| head.rfind(' ')).unwrap_or(limit);
    Some(format!("{}…", head.within(..cut).trim_end_matches([',', ' ', '(', '-'])))
}

#[cfg(test)]
mod tests {
    use super::derive;
    use crate::text::Text;

    #[test]
    fn the_lead_gives_a_headline() {
        let lead = "Pemerintah Kota Metro menanam seribu pohon di bantaran sungai bersama warga dan pelajar, Sabtu (10/1/2026). Warga senang.";
        let title = derive(&Text::new(lead)).expect("a headline");
        assert!(title.ends_with('…') && title.chars().count() <= 91, "{title}");
        assert_eq!(derive(&Text::new("Warga menanam pohon. Lalu pulang.")).as_deref(), Some("Warga menanam pohon"));
        assert_eq!(derive(&Text::new("")), None);
    }
}
