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

/// Kinds of one word that are kept as printed, beside `Permenkes` and `Kepmendagri`, which their beginning tells.
const AS_PRINTED: &[&str] = &[
    "pkpu",
    "pojk",
    "pmk",
    "kmk",
    "perbadan",
    "pbi",
    "perma",
    "perkap",
    "perpol",
    "perbawaslu",
    "inmendagri",
    "kepgub",
    "kepbup",
    "kepwali",
    "ingub",
    "permendagri",
];

/// Most words between a kind and `Nomor`: the body that issued it.
const BETWEEN: usize = 8;
/// Most words between a kind and a number without `Nomor`: `Perda Kabupaten Lampung Tengah 5/2021`.
const BETWEEN_BARE: usize = 4;
/// Most parts between a number and its year: `Nomor 145/PMK.06/2021`, `Nomor 23/6/PBI/2021`.
const PARTS: usize = 3;
/// Years that a legal text may have. A number among them is none without `Nomor` before it: `PP 2022/2027` is a term.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2100;

/// How a number follows its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Behind `Nomor`, with whatever names the issuer before it: nothing else is written so.
    Nomor,
    /// Behind `Nomor` without a space: `No.23`.
    Glued,
    /// Alone. Only with a year, and only names between it and its kind: scores, dates and sums are written so too.
    Bare,
}

/// All legal texts that are named with a number.
pub(crate) fn find(text: &Text<'_>) -> Vec<FoundRegulation> {
    let mut found: Vec<FoundRegulation> = Vec::new();
    for index in 1..text.words.len() {
        let Some((number, form)) = number_at(text, index) else { continue };
        let year = year_of(text, index);
        let end = match form {
            Form::Nomor => index - 1,
            Form::Bare if year.is_none() || number.is_some_and(is_year) => continue,
            Form::Glued | Form::Bare => index,
        };
        let Some((start, kind)) = kind_before(text, end, form) else { continue };
        let last = year.map_or(index, |(_, last)| last);
        let span = text.word(start).start..text.word(last).end;
        if found.last().is_none_or(|before| before.span.end <= span.start) {
            found.push(FoundRegulation { span, kind, number, year: year.map(|(year, _)| year) });
        }
    }
    found
}

/// The number at a word, none where it is too large to be one, and how it is written.
fn number_at(text: &Text<'_>, index: usize) -> Option<(Option<u32>, Form)> {
    let word = text.word(index);
    if word.shape != Shape::Number {
        let glued = word.lower.strip_prefix("nomor").or_else(|| word.lower.strip_prefix("no."))?;
        return glued.parse().ok().map(|number| (Some(number), Form::Glued));
    }
    let parted = text.gap_before(index).chars().all(|c| c.is_whitespace() || c == '.');
    let form = if parted && matches!(text.lower(index - 1), "nomor" | "no") { Form::Nomor } else { Form::Bare };
    Some((word.lower.parse().ok(), form))
}

fn is_year(number: u32) -> bool {
    u16::try_from(number).is_ok_and(|number| YEARS.contains(&number))
}

/// The year behind a number, and its word: `59 Tahun 2021`, `23/2014`, `145/PMK.06/2021`.
fn year_of(text: &Text<'_>, number: usize) -> Option<(u16, usize)> {
    let year = |index: usize| Some((text.lower(index).parse().ok().filter(|year| YEARS.contains(year))?, index));
    if text.lower(number + 1) == "tahun" {
        return year(number + 2);
    }
    (number + 1..=number + 1 + PARTS).take_while(|index| text.gap_before(*index).trim() == "/").find_map(year)
}

/// The kind that stands before `Nomor` or the number, and its first word.
fn kind_before(text: &Text<'_>, end: usize, form: Form) -> Option<(usize, String)> {
    let most = if form == Form::Bare { BETWEEN_BARE + 1 } else { BETWEEN };
    let first = end.saturating_sub(most).max(text.sentence_start(end));
    for start in (first..end).rev() {
        if !text.word(start).is_capital() && !text.lower(start).starts_with("undang-undang") {
            // What issues a law has a name: behind a word in small letters the number counts something else.
            if form == Form::Bare {
                return None;
            }
            continue;
        }
        if form == Form::Bare && !text.gap_before(start + 1).chars().all(|c| c.is_whitespace() || "()".contains(c)) {
            return None;
        }
        if let Some((from, kind)) = kind_at(text, start, end, form) {
            return Some((spelled_out(text, from), kind));
        }
    }
    None
}

/// The kind that begins at a word, and where its longest form begins: `Peraturan Pemerintah Pengganti Undang-Undang` is
/// found at its last word.
fn kind_at(text: &Text<'_>, start: usize, end: usize, form: Form) -> Option<(usize, String)> {
    let fits = |start: usize, words: &[&str]| {
        start + words.len() <= end && words.iter().enumerate().all(|(offset, word)| text.lower(start + offset) == *word)
    };
    // `Satpol PP Kabupaten Karmaya Nomor 300.1`: a body, and the number is its letter's.
    if text.lower(start) == "pp" && start > 0 && text.lower(start - 1) == "satpol" {
        return None;
    }
    if let Some((words, normal)) = KINDS.iter().find(|(words, _)| fits(start, words)) {
        let longer = KINDS.iter().find_map(|(long, normal)| {
            let from = (start + words.len()).checked_sub(long.len()).filter(|from| *from < start)?;
            fits(from, long).then_some((from, *normal))
        });
        let (from, normal) = longer.unwrap_or((start, normal));
        return Some((from, normal.to_string()));
    }
    let word = text.lower(start);
    if word == "peraturan" || word == "keputusan" {
        if start + 1 == end && form == Form::Bare {
            return None;
        }
        let last = (start..end).find(|index| matches!(text.lower(*index), "nomor" | "no")).unwrap_or(end);
        // A short form in brackets is its kind (`Peraturan Menteri Keuangan (PMK)`) or who issued it (`(OJK)`).
        let short = (start + 1..last).find(|index| bracketed(text, *index));
        let kind = match short {
            Some(short) if is_one_word(text.lower(short)) => text.print(short),
            Some(short) => text.slice(start..short).trim_end_matches([' ', '(']),
            None => text.slice(start..last),
        };
        return Some((start, kind.to_string()));
    }
    let one_word = start + 1 == end
        && (is_one_word(word)
            || form != Form::Bare && (word.starts_with("kemen") || word.starts_with("per") && word.ends_with("ri")));
    one_word.then(|| (start, text.print(start).to_string()))
}

/// Whether a word in small letters is a kind that is kept as printed.
fn is_one_word(word: &str) -> bool {
    word.starts_with("permen") || word.starts_with("kepmen") || AS_PRINTED.contains(&word)
}

/// Whether a word stands alone in brackets.
fn bracketed(text: &Text<'_>, index: usize) -> bool {
    text.gap_before(index).trim_end().ends_with('(') && text.gap_before(index + 1).trim_start().starts_with(')')
}

/// Where a kind begins that is spelled out before its short form: `Peraturan Daerah (Perda) Nomor 3`.
fn spelled_out(text: &Text<'_>, short: usize) -> usize {
    if !bracketed(text, short) {
        return short;
    }
    let begins = |index: &usize| match text.lower(*index) {
        "undang-undang" => *index == 0 || text.lower(index - 1) != "pengganti",
        word => matches!(word, "peraturan" | "keputusan" | "instruksi" | "surat"),
    };
    let first = short.saturating_sub(BETWEEN).max(text.sentence_start(short));
    (first..short).rev().find(begins).unwrap_or(short)
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

    /// As printed, kind, number and year of all that is found.
    fn read(raw: &str) -> Vec<(String, String, Option<u32>, Option<u16>)> {
        let text = Text::new(raw);
        find(&text).into_iter().map(|r| (raw[r.span.clone()].to_string(), r.kind, r.number, r.year)).collect()
    }

    /// One legal text in a sentence, from its first word to its year.
    fn one(printed: &str, kind: &str, number: u32, year: u16) {
        let raw = format!("Hal itu diatur dalam {printed}, kata Camat Rahma, Senin (5/2/2024).");
        assert_eq!(read(&raw), [(printed.to_string(), kind.to_string(), Some(number), Some(year))], "{raw}");
    }

    #[test]
    fn a_number_and_a_year_without_nomor() {
        one("UU 23/2014", "UU", 23, 2014);
        one("UU 23 / 2014", "UU", 23, 2014);
        one("Perda 5/2021", "Perda", 5, 2021);
        one("Perwali 10 Tahun 2022", "Perwali", 10, 2022);
        one("Permendagri 59 tahun 2021", "Permendagri", 59, 2021);
        one("Undang-undang 31 Tahun 2004", "UU", 31, 2004);
        one("PMK 26/2016", "PMK", 26, 2016);
        one("UU Kesehatan 17/2023", "UU", 17, 2023);
        one("Perda Kabupaten Lampung Tengah 5/2021", "Perda", 5, 2021);
        one("Peraturan Presiden (Perpres) 26 Tahun 2026", "Perpres", 26, 2026);
    }

    #[test]
    fn a_number_behind_nomor_in_all_its_forms() {
        one("PP Nomor 12 Tahun 2017", "PP", 12, 2017);
        one("UU No 1/2023", "UU", 1, 2023);
        one("UU No.23 Tahun 2014", "UU", 23, 2014);
        one("Permendagri No. 59 Tahun 2021", "Permendagri", 59, 2021);
        one("PMK Nomor 145/PMK.06/2021", "PMK", 145, 2021);
        one("Peraturan Menteri Keuangan (PMK) Nomor 12 Tahun 2025", "PMK", 12, 2025);
        let issuer = "Peraturan Otoritas Jasa Keuangan";
        one(&format!("{issuer} (OJK) Nomor 12 Tahun 2021"), issuer, 12, 2021);
        one("Peraturan Menteri Perhubungan Nomor PM 140 Tahun 2015", "Peraturan Menteri Perhubungan", 140, 2015);
    }

    #[test]
    fn a_kind_spelled_out_before_its_short_form() {
        one("Peraturan Daerah (Perda) Nomor 3 Tahun 2020", "Perda", 3, 2020);
        one("Peraturan Menteri Dalam Negeri (Permendagri) Nomor 59 Tahun 2021", "Permendagri", 59, 2021);
        one("Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2020", "Perppu", 1, 2020);
        one("Peraturan Pemerintah Pengganti Undang-Undang (Perppu) Nomor 1 Tahun 2020", "Perppu", 1, 2020);
        // A bracket that says more is no short form.
        let found = read("Ada undang-undang yakni KUHP lama (UU Nomor 1 Tahun 1946).");
        assert_eq!(found[0].0, "UU Nomor 1 Tahun 1946");
    }

    #[test]
    fn two_laws_of_one_sentence_stay_two() {
        let found = read("Dasarnya UU 23/2014 dan PP 12/2017 serta Perda Nomor 3.");
        let kinds: Vec<_> = found.iter().map(|(_, kind, number, year)| (kind.as_str(), *number, *year)).collect();
        assert_eq!(kinds, [("UU", Some(23), Some(2014)), ("PP", Some(12), Some(2017)), ("Perda", Some(3), None)]);
    }

    #[test]
    fn scores_terms_dates_and_years_are_no_laws() {
        for raw in [
            "PP 2-1 atas tim tamu.",
            "Perubahan UU 2024 dibahas.",
            "Perubahan UU 24/",
            "UU Nomor",
            "Ketua PP 2022/2027 dilantik.",
            "Pengurus PP Jakarta, Jumat (17/10/2025), hadir.",
            "Perda itu terbit 5/2021.",
            "Pelanggar UU dihukum 10 tahun 2023.",
            "Peraturan 5/2021 disebut.",
            "Ia membayar PP 500 ribu pada tahun 2023.",
            "Harga SE 12 Tahun ini naik.",
            "Surat Satpol PP Kabupaten Bogor Nomor 300.1.2 sudah terbit.",
        ] {
            assert!(read(raw).is_empty(), "{raw}: {:?}", read(raw));
        }
    }

    #[test]
    fn a_number_without_a_law_is_none() {
        assert!(find(&Text::new("Rumah Nomor 7 di Jalan Merdeka No. 12 tahun 2020")).is_empty());
    }
}
