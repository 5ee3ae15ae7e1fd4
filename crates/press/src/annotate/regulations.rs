//! Legal texts: `UU Nomor 24 Tahun 2009`, `Permendagri No. 59 Tahun 2021`.
//!
//! WHY as printed: a kind that looks odd may be the writer's slip or the law's name; it is kept, never repaired.

use std::ops::Range;

use crate::text::{Shape, Text};

/// A legal text as named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundRegulation {
    /// Its bytes.
    pub(crate) span: Range<usize>,
    /// Kind in its normal form.
    pub(crate) kind: String,
    pub(crate) number: Option<u32>,
    pub(crate) year: Option<u16>,
}

/// Kinds written in several words, and their normal forms; others are kept as printed.
const KINDS: &[(&[&str], &str)] = &[
    (&["undang-undang", "republik", "indonesia"], "UU"),
    (&["undang-undang", "ri"], "UU"),
    (&["undang-undang", "dasar"], "UUD"),
    (&["undang-undang"], "UU"),
    (&["peraturan", "pemerintah", "pengganti", "undang-undang"], "Perppu"),
    (&["peraturan", "pemerintah"], "PP"),
    (&["peraturan", "presiden"], "Perpres"),
    (&["peraturan", "menteri", "dalam", "negeri"], "Permendagri"),
    (&["peraturan", "daerah"], "Perda"),
    (&["peraturan", "gubernur"], "Pergub"),
    (&["peraturan", "bupati"], "Perbup"),
    (&["peraturan", "wali", "kota"], "Perwali"),
    (&["peraturan", "walikota"], "Perwali"),
    (&["peraturan", "desa"], "Perdes"),
    (&["instruksi", "presiden"], "Inpres"),
    (&["keputusan", "presiden"], "Keppres"),
    (&["surat", "edaran"], "SE"),
    (&["uu"], "UU"),
    (&["uud"], "UUD"),
    (&["pp"], "PP"),
    (&["se"], "SE"),
    (&["sk"], "SK"),
    (&["qanun"], "Qanun"),
    (&["perppu"], "Perppu"),
    (&["perpu"], "Perppu"),
    (&["inpres"], "Inpres"),
    (&["keppres"], "Keppres"),
    (&["perpres"], "Perpres"),
    (&["perda"], "Perda"),
    (&["pergub"], "Pergub"),
    (&["perbup"], "Perbup"),
    (&["perwali"], "Perwali"),
    (&["perwal"], "Perwali"),
    (&["perdes"], "Perdes"),
];

/// Most words between a kind and `Nomor`: the body that issued it.
const BETWEEN: usize = 8;

/// All legal texts that are named with a number.
pub(crate) fn find(text: &Text<'_>) -> Vec<FoundRegulation> {
    let mut found: Vec<FoundRegulation> = Vec::new();
    for index in 1..text.words.len() {
        if !matches!(text.lower(index), "nomor" | "no") {
            continue;
        }
        let number = text.words.get(index + 1).filter(|word| word.shape == Shape::Number);
        let Some(number) = number.filter(|_| text.gap_before(index + 1).chars().all(|c| c.is_whitespace() || c == '.'))
        else {
            continue;
        };
        let Some((start, kind)) = kind_before(text, index) else { continue };
        let mut last = index + 1;
        let mut year = None;
        if text.lower(last + 1) == "tahun" {
            year = text.lower(last + 2).parse().ok().filter(|year| (1900..=2100).contains(year));
        } else if text.gap_before(last + 1).trim() == "/" {
            year = text.lower(last + 1).parse().ok().filter(|year| (1900..=2100).contains(year));
            last -= usize::from(year.is_some());
        }
        if year.is_some() {
            last += 2;
        }
        let span = text.words[start].start..text.words[last].end;
        if found.last().is_none_or(|before| before.span.end <= span.start) {
            found.push(FoundRegulation { span, kind, number: number.lower.parse().ok(), year });
        }
    }
    found
}

/// The kind that stands before `Nomor`, and its first word.
fn kind_before(text: &Text<'_>, number: usize) -> Option<(usize, String)> {
    let sentence = text.sentence_start(number);
    let first = number.saturating_sub(BETWEEN).max(sentence);
    for start in (first..number).rev() {
        let fits = |words: &[&str]| {
            words
                .iter()
                .enumerate()
                .all(|(offset, word)| start + offset < number && text.lower(start + offset) == *word)
        };
        if !text.words[start].is_capital() && !text.lower(start).starts_with("undang-undang") {
            continue;
        }
        if let Some((_, normal)) = KINDS.iter().find(|(words, _)| fits(words)) {
            return Some((start, (*normal).to_string()));
        }
        let word = text.lower(start);
        if text.lower(start) == "peraturan" || text.lower(start) == "keputusan" {
            return Some((start, text.slice(start..number).to_string()));
        }
        // `Permenkes`, `PermenPAN-RB`, `Kepmendagri`, `PKPU`, `POJK`: one word, kept as printed.
        let one_word = start + 1 == number
            && (word.starts_with("permen")
                || word.starts_with("kepmen")
                || word.starts_with("kemen")
                || word.starts_with("per") && word.ends_with("ri")
                || matches!(
                    word,
                    "pkpu" | "pojk" | "perma" | "perkap" | "perpol" | "perbawaslu" | "inmendagri" | "permendagri"
                ));
        if one_word {
            return Some((start, text.print(start).to_string()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::text::Text;

    #[test]
    fn kinds_numbers_and_years_as_printed() {
        let raw =
            "Sesuai Undang-Undang Nomor 24 Tahun 2009 dan Kemenkes No. 7 tahun 2020, Perda Kota Metro Nomor 3/2019.";
        let text = Text::new(raw);
        let found: Vec<_> =
            find(&text).into_iter().map(|r| (raw[r.span.clone()].to_string(), r.kind, r.number, r.year)).collect();
        assert_eq!(
            found,
            [
                ("Undang-Undang Nomor 24 Tahun 2009".to_string(), "UU".to_string(), Some(24), Some(2009)),
                ("Kemenkes No. 7 tahun 2020".to_string(), "Kemenkes".to_string(), Some(7), Some(2020)),
                ("Perda Kota Metro Nomor 3/2019".to_string(), "Perda".to_string(), Some(3), Some(2019)),
            ]
        );
    }

    #[test]
    fn a_number_without_a_law_is_none() {
        assert!(find(&Text::new("Rumah Nomor 7 di Jalan Merdeka No. 12 tahun 2020")).is_empty());
    }
}
