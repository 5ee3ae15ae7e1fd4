//! Organisations: bodies named in full, with their abbreviations, and well-known abbreviations alone.

use std::ops::Range;
use std::sync::LazyLock;

use crate::annotate::statements::bodies;
use crate::hash::WordMap;
use crate::lexicon::{CueForm, lexicon, lines};
use crate::lists::List;
use crate::text::{Shape, Text};
use crate::within::Within as _;

/// An organisation found in one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FoundOrganisation {
    /// Fullest form.
    pub(crate) name: String,
    /// Other forms, abbreviations among them.
    pub(crate) aliases: Vec<String>,
    /// Where it is named, in words.
    pub(crate) mentions: Vec<Range<usize>>,
}

/// Words that a body's name begins with.
pub(crate) const HEADS: &[&str] = &[
    "dinas",
    "badan",
    "kementerian",
    "lembaga",
    "komisi",
    "dewan",
    "majelis",
    "mahkamah",
    "pengadilan",
    "kejaksaan",
    "kepolisian",
    "polda",
    "polres",
    "polresta",
    "polrestabes",
    "polsek",
    "satuan",
    "bagian",
    "sekretariat",
    "inspektorat",
    "pemerintah",
    "pemkot",
    "pemkab",
    "pemprov",
    "universitas",
    "institut",
    "politeknik",
    "partai",
    "fraksi",
    "asosiasi",
    "ikatan",
    "persatuan",
    "perhimpunan",
    "himpunan",
    "bank",
    "pt",
    "cv",
    "yayasan",
    "kodim",
    "kodam",
    "korem",
    "koramil",
    "dprd",
    "dprk",
    "dpr",
    "organisasi",
    "aliansi",
    "forum",
    "balai",
    "direktorat",
    "satgas",
    "ombudsman",
    "pengurus",
    "gerakan",
    "pemda",
    "sekolah",
    "perum",
    "perumda",
    "bpjs",
    "komite",
    "koalisi",
    "baznas",
    "kantor",
    "federasi",
    "konfederasi",
    "komando",
    "garda",
    "korps",
    "perkumpulan",
    "kwartir",
];

/// Abbreviations of bodies that need no full form beside them.
pub(crate) const KNOWN: &[&str] = &[
    "kpk",
    "polri",
    "tni",
    "bpk",
    "bpkp",
    "kpu",
    "bawaslu",
    "dpr",
    "mpr",
    "dpd",
    "dprd",
    "ojk",
    "bnn",
    "bnpb",
    "bpbd",
    "bmkg",
    "bps",
    "bkn",
    "pln",
    "pssi",
    "koni",
    "mui",
    "pbnu",
    "muhammadiyah",
    "pdip",
    "golkar",
    "gerindra",
    "nasdem",
    "pkb",
    "pks",
    "ppp",
    "hmi",
    "kadin",
    "hipmi",
    "kni",
    "bumn",
    "kejagung",
    "bareskrim",
    "kemendagri",
    "kemenkes",
    "kemenkeu",
    "kemenag",
    "kemensos",
    "kementan",
    "kemenhub",
    "komdigi",
    "bappenas",
    "pertamina",
    "danantara",
    "pmi",
    "pgri",
    "satpol",
    "diskominfo",
    "disdikbud",
    "dinkes",
    "dishub",
    "bappeda",
    "bapenda",
    "bkpsdm",
    "dukcapil",
    "disdukcapil",
];

/// What a head that is a building too must be followed by to be a body.
const OFFICES: &[&str] = &[
    "pertanahan",
    "wilayah",
    "imigrasi",
    "kementerian",
    "staf",
    "bersama",
    "pelayanan",
    "akuntan",
    "urusan",
    "bahasa",
];
/// Words that make `dinas` mean `for duty`: `rumah dinas`.
const OF_DUTY: &[&str] = &["rumah", "mobil", "kendaraan", "motor", "perjalanan", "pakaian", "baju", "kedinasan"];

/// Short words for bodies, and what they stand for.
static SHORT: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    lines(include_str!("../../data/bodies.txt"))
        .filter_map(|line| line.split_once('=').map(|(short, full)| (short.trim(), full.trim())))
        .collect()
});

/// A body's name with its clipped first word in full: `Pemkot Metro` is `Pemerintah Kota Metro`.
pub(crate) fn full_form(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let short = SHORT.iter().find_map(|(short, full)| {
        let count = short.split(' ').count();
        (lower.len() >= count && lower.within(..count).join(" ") == *short).then_some((count, *full))
    });
    let mut full: Vec<&str> = match short {
        Some((count, full)) => full.split(' ').chain(words.within(count..).iter().copied()).collect(),
        None => words,
    };
    // `Pemkot Kota Metro`, and `Pemerintah Daerah Kota Metro`: the kind of area is said once.
    full.dedup();
    let area = full.get(2).is_some_and(|word| matches!(*word, "Kota" | "Kabupaten" | "Provinsi"));
    if area && full.starts_with(&["Pemerintah", "Daerah"]) {
        full.remove(1);
    }
    full.join(" ")
}

/// Those of them that are named for people.
const NAMED_FOR: &[&str] =
    &["universitas", "institut", "politeknik", "yayasan", "pt", "cv", "bank", "himpunan", "ikatan"];

/// Most other names kept of one body.
const MOST_ALIASES: usize = 20;
/// Longest name in words.
const LONGEST: usize = 12;

/// Whether a word alone names a body or begins the name of one.
pub(crate) fn is_body(word: &str) -> bool {
    List::BODY_HEADS.or(List::KNOWN_BODIES).contains(word)
}

/// All organisations of an article, in the order in which they are first named.
pub(crate) fn find(text: &Text<'_>, taken: &dyn Fn(usize) -> bool) -> Vec<FoundOrganisation> {
    let mut found: Vec<FoundOrganisation> = Vec::new();
    let mut by_form: WordMap<String, usize> = WordMap::default();
    let mut index = 0;
    while index < text.words.len() {
        let Some((words, short)) = (!taken(index))
            .then(|| {
                let alone = || {
                    bodies::spoken(text, index, taken)
                        .or_else(|| bodies::telling(text, index, taken))
                        .or_else(|| bodies::described(text, index, taken))
                };
                // `BI menegaskan`, where `Bank Indonesia (BI)` stands before it.
                let again = || {
                    let word = text.word(index);
                    (word.shape == Shape::Caps
                        && word.end - word.start > 1
                        && by_form.contains_key(word.lower.as_str()))
                    .then(|| index..index + 1)
                };
                name_at(text, index, taken).or_else(|| alone().or_else(again).map(|words| (words, None)))
            })
            .flatten()
        else {
            index += 1;
            continue;
        };
        let name = text.slice(words.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
        let form = full_form(&name).to_lowercase();
        let short_form = short.map(|at| text.print(at).to_string());
        let known =
            by_form.get(&form).or_else(|| short_form.as_ref().and_then(|short| by_form.get(&short.to_lowercase())));
        let entry = known.copied().unwrap_or_else(|| {
            found.push(FoundOrganisation { name: name.clone(), ..FoundOrganisation::default() });
            found.len() - 1
        });
        by_form.entry(form).or_insert(entry);
        #[expect(clippy::indexing_slicing, reason = "the table holds places of those found")]
        let body = &mut found[entry];
        if body.name != name && body.aliases.len() < MOST_ALIASES && !body.aliases.contains(&name) {
            let same = full_form(&body.name).eq_ignore_ascii_case(&full_form(&name));
            if name.len() > body.name.len() && (short_form.is_some() || same) {
                let shorter = std::mem::replace(&mut body.name, name);
                body.aliases.push(shorter);
            } else {
                body.aliases.push(name);
            }
        }
        if let Some(short) = short_form {
            by_form.entry(short.to_lowercase()).or_insert(entry);
            if body.aliases.len() < MOST_ALIASES && !body.aliases.contains(&short) && body.name != short {
                body.aliases.push(short);
            }
        }
        index = words.end.max(index + 1);
        body.mentions.push(words);
    }
    found
}

/// The body named from word `index` on, and the word that abbreviates it in brackets.
fn name_at(text: &Text<'_>, index: usize, taken: &dyn Fn(usize) -> bool) -> Option<(Range<usize>, Option<usize>)> {
    let word = text.word(index);
    if !word.is_capital() {
        return None;
    }
    let duty = &*word.lower == "dinas" && index > 0 && OF_DUTY.contains(&text.lower(index - 1));
    let building = &*word.lower == "kantor" && !OFFICES.contains(&text.lower(index + 1));
    if duty || building {
        return None;
    }
    let head = List::BODY_HEADS.has(word);
    let mut end = index + 1;
    if head {
        while end < text.words.len() && end - index < LONGEST && !taken(end) {
            let next = text.word(end);
            let gap = text.gap_before(end).trim();
            let list = gap == ","
                && lexicon().not_names.has(next)
                && text.word(end - 1).is_capital()
                && next.is_capital()
                && text.lower(end) != text.lower(index)
                && !List::BODY_HEADS.has(next)
                && list_goes_on(text, end);
            let connector = (matches!(&*next.lower, "dan" | "untuk" | "bagi") && gap.is_empty()
                || &*next.lower == "dan" && gap == "," && within_list(text, index + 1..end))
                && text.words.get(end + 1).is_some_and(|after| {
                    after.is_capital() && lexicon().not_names.has(after) && !List::BODY_HEADS.has(after)
                });
            let part = (gap.is_empty() || (gap == "." && word.lower.as_str() == "pt"))
                && next.is_capital()
                && !List::DATES.has(next);
            if next.paragraph != word.paragraph || !(part || list || connector) {
                break;
            }
            // `Partai Karya Agus Karyono`: what begins with a first name is a person's; but `Yayasan Agus Karyono`.
            let person = lexicon().given.has(next)
                && !NAMED_FOR.contains(&&*word.lower)
                && text.joined(end)
                && text.word(end + 1).is_capital()
                && !text.is(end + 1, lexicon().not_names);
            if person {
                break;
            }
            end += 1;
            // A name ends with its area, and what follows is somebody's: `Inspektorat Kota Metro Sari Dewi`.
            let area = (index + 1..end).rev().take(4).any(|from| {
                matches!(text.lower(from), "kota" | "kabupaten" | "kab" | "provinsi")
                    && lexicon().regions.find(text, from).is_some_and(|(words, _)| from + words == end)
            });
            if area && !text.is(end, lexicon().not_names) {
                break;
            }
        }
    }
    let known = List::KNOWN_BODIES.has(word) && word.end - word.start >= 3;
    if known && !head && text.joined(index) {
        // `Satpol PP`, `KPK`, and `Bawaslu Kota Metro` with its area.
        end += usize::from(&*word.lower == "satpol" && text.lower(end) == "pp");
        if let Some((words, _)) =
            lexicon().regions.find(text, end).filter(|_| text.joined(end - 1) && text.word(end).is_capital())
        {
            end += words;
        }
    }
    if !(known || (head && end > index + 1)) {
        end = speaks(text, index, taken)?;
    }
    let bracket = text.words.get(end).is_some_and(|next| {
        // `Kementerian Karya (Kemenkarya RI)`: the republic belongs to both names.
        let close = end + 1 + usize::from(text.lower(end + 1) == "ri");
        text.gap_before(end).trim() == "("
            && text.gap_before(close).trim_start().starts_with(')')
            && next.is_capital()
            && next.shape != Shape::Number
    });
    Some((index..end, bracket.then_some(end)))
}

/// Where a body ends to which a cue gives words, though nothing but its form shows it: `beber WKO dalam keterangannya`,
/// `tulis TSK Polda Sukaraya`, `jelas Karya Aset Sekuritas Indonesia`.
fn speaks(text: &Text<'_>, index: usize, taken: &dyn Fn(usize) -> bool) -> Option<usize> {
    let before = index.checked_sub(1).filter(|before| text.joined(*before) && text.word(*before).is_lower())?;
    text.cue(before).filter(|cue| cue.form == CueForm::Bare && !cue.nya)?;
    let abbreviation = |at: usize| {
        let word = text.word(at);
        let length = word.end - word.start;
        word.shape == Shape::Caps
            && (length >= 3 || length == 2 && lexicon().not_names.has(word))
            && word.title().is_none()
    };
    // `tulis Bab V Pasal 6 huruf c`.
    if matches!(text.lower(index), "bab" | "pasal" | "ayat" | "huruf" | "lampiran") {
        return None;
    }
    let mut end = index + 1;
    while end < text.words.len()
        && end - index < LONGEST
        && text.joined(end - 1)
        && text.word(end).is_capital()
        && !text.is(end, List::DATES)
    {
        end += 1;
    }
    if (index..end).any(taken) {
        return None;
    }
    if end == index + 1 {
        // `kata SukaKarya`: a firm's name, for no person's has a capital inside.
        let print = text.print(index);
        let firm = print.chars().zip(print.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
        return (abbreviation(index) || firm).then_some(end);
    }
    // `komitmen Karya Indonesia` gives nobody words; a cue of a quote stands behind its mark.
    if !text.gap_before(before).contains(['"', '“', '”', '\'', '’']) {
        return None;
    }
    let office = lexicon().offices.find(text, index).is_some();
    let person = text.is(index, lexicon().given) || (index..end).any(|at| text.print(at).contains('.'));
    let last = text.lower(end - 1);
    // A person's name would stand at the end.
    let body = abbreviation(end - 1)
        || abbreviation(index)
        || lexicon().not_names.contains(last) && !lexicon().also_given.contains(last)
        || lexicon().regions.find(text, end - 1).is_some();
    (body && !office && !person && text.title(index).is_none()).then_some(end)
}

/// Whether a comma in a body's name is part of it: an `dan` follows within the next words.
fn list_goes_on(text: &Text<'_>, from: usize) -> bool {
    (from..from + 5).any(|at| text.lower(at) == "dan" && at > from)
}

/// Whether some of the words stand behind a comma.
fn within_list(text: &Text<'_>, words: Range<usize>) -> bool {
    words.into_iter().any(|at| text.gap_before(at).trim() == ",")
}

#[cfg(test)]
mod tests {
    use super::{SHORT, find, full_form};
    use crate::text::Text;

    fn names(raw: &str) -> Vec<String> {
        find(&Text::new(raw), &|_| false).into_iter().map(|body| body.name).collect()
    }

    #[test]
    fn a_clipped_word_and_its_full_form_are_one_body() {
        assert!(SHORT.len() > 20, "the data reads");
        assert_eq!(full_form("Pemkot Metro"), "Pemerintah Kota Metro");
        assert_eq!(full_form("Pemerintah Daerah Kota Metro"), "Pemerintah Kota Metro");
        assert_eq!(full_form("Bank Lampung"), "Bank Lampung");
        assert_eq!(names("Pemkot Metro hadir. Pemerintah Kota Metro juga."), ["Pemerintah Kota Metro"]);
    }

    #[test]
    fn a_list_inside_a_name_is_part_of_it() {
        assert_eq!(
            names("Dinas Koperasi dan Usaha Mikro, Kecil, dan Menengah hadir."),
            ["Dinas Koperasi dan Usaha Mikro, Kecil, dan Menengah"]
        );
        assert_eq!(
            names("Bappeda, Dinas Sosial, dan Dinas Kesehatan hadir."),
            ["Bappeda", "Dinas Sosial", "Dinas Kesehatan"]
        );
    }

    #[test]
    fn a_building_is_no_body_and_a_name_ends_with_its_area() {
        assert_eq!(names("Rapat di Kantor Wali Kota dan Rumah Dinas Bupati."), Vec::<String>::new());
        assert_eq!(names("Auditor Inspektorat Kota Metro Sari Dewi hadir."), ["Inspektorat Kota Metro"]);
        assert_eq!(names("Satpol PP Kota Metro hadir."), ["Satpol PP Kota Metro"]);
    }

    #[test]
    fn a_body_to_which_a_cue_gives_words_is_one() {
        assert_eq!(names("\"Siap,\" tulis TSK Polda Karmaya."), ["TSK Polda Karmaya"]);
        assert_eq!(names("\"Siap,\" jelas Karmaya Aset Indonesia."), ["Karmaya Aset Indonesia"]);
        assert_eq!(names("\"Siap,\" kata BI dalam unggahannya."), ["BI"]);
        for raw in ["komitmen Karmaya Indonesia itu baik.", "\"Siap,\" kata Hasan Calon, Direktur.", "\"Ya,\" kata RM."]
        {
            assert_eq!(names(raw), Vec::<String>::new(), "{raw}");
        }
    }

    #[test]
    fn a_persons_name_is_no_part_of_a_party() {
        assert_eq!(names("Partai Karmaya Agus Karyono hadir."), ["Partai Karmaya"]);
        assert_eq!(names("Yayasan Agus Karyono hadir."), ["Yayasan Agus Karyono"]);
    }

    #[test]
    fn a_body_is_one_under_its_name_and_its_abbreviation() {
        let raw = "Dinas Komunikasi dan Informatika (Diskominfo) Kota Metro hadir. Diskominfo menang. KPK juga.";
        let found = find(&Text::new(raw), &|_| false);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0].name, "Dinas Komunikasi dan Informatika");
        assert_eq!(found[0].mentions.len(), 3, "in full, in brackets and alone");
    }

    #[test]
    fn an_abbreviation_that_was_explained_names_its_body_again() {
        let raw = "Ikatan Pedagang Karmaya (IPK) hadir. Menurut rencana IPK menolak. Lembaga Karya Jaya (LK) diam; LK pulang.";
        let found = find(&Text::new(raw), &|_| false);
        let mentions: Vec<usize> = found.iter().map(|body| body.mentions.len()).collect();
        assert_eq!(mentions, [3, 3], "{found:?}");
    }
}
