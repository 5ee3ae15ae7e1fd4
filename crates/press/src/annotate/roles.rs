//! Offices as printed: what a person is, where, and in what legal standing.
//!
//! WHY: `Pj Sekda Kota Metro` and `Sekretaris Daerah Kota Metro` name one office in two standings, and who holds it
//! decides who speaks where only the office is printed. The parse starts at a word of the list of offices and takes
//! the words behind it that belong to a body or an area; where they end, a name may begin.

use std::ops::Range;

use jejak_archive::model::Standing;

use crate::lexicon::{Office, TitlePlace, lexicon};
use crate::text::{Shape, Text};

/// An office as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RoleMention {
    /// Its words.
    pub(crate) words: Range<usize>,
    /// The words as printed.
    pub(crate) as_printed: String,
    /// Normal form.
    pub(crate) office: String,
    /// Where it is held.
    pub(crate) organisation: Option<String>,
    /// The kind of body that it is held in, where the list of offices says so.
    pub(crate) body: Option<String>,
    pub(crate) standing: Standing,
    /// Whether the text says that it is held no more (`mantan`).
    pub(crate) former: bool,
    /// Where the words that may be a body or a name begin, if the two cannot be told apart here.
    pub(crate) open_end: bool,
    /// Whose office it is, once known: index into the article's people.
    pub(crate) holder: Option<usize>,
}

/// The standing that starts at word `index`, with how many words say it.
fn standing(text: &Text<'_>, index: usize) -> Option<(Standing, usize)> {
    let word = |offset: usize| text.lower(index + offset);
    let (standing, mut words) = match (word(0), word(1)) {
        ("penjabat", "sementara") => (Standing::Interim, 2),
        ("penjabat", _) => (Standing::Acting, 1),
        ("pelaksana", "tugas") => (Standing::TaskHolder, 2),
        ("pelaksana", "harian") => (Standing::DayToDay, 2),
        ("pj", _) => (Standing::Acting, 1),
        ("pjs", _) => (Standing::Interim, 1),
        ("plt", _) => (Standing::TaskHolder, 1),
        ("plh", _) => (Standing::DayToDay, 1),
        _ => return None,
    };
    let short = matches!(word(words), "pj" | "pjs" | "plt" | "plh");
    if short && text.gap_before(index + words).contains('(') {
        words += 1;
    }
    Some((standing, words))
}

/// Words that make the words behind them an area's name.
const AREA_WORDS: &[&str] = &[
    "kelurahan",
    "kecamatan",
    "kabupaten",
    "kota",
    "desa",
    "provinsi",
    "kampung",
    "dusun",
    "nagari",
    "gampong",
    "distrik",
];

/// The office that starts at word `index`, if one does. `is_name` says whether a word is known to begin a name.
pub(crate) fn parse(text: &Text<'_>, index: usize, is_name: &dyn Fn(usize) -> bool) -> Option<RoleMention> {
    let mut at = index;
    let former = matches!(text.lower(at), "mantan" | "eks" | "bekas") && text.joined(at);
    if former {
        at += 1;
    }
    let mut held = Standing::Definitive;
    if let Some((standing, words)) = standing(text, at) {
        held = standing;
        at += words;
    }
    let (words, office) = lexicon().offices.find(text, at)?;
    // `Raja Ampat` is an area.
    if lexicon().regions.find(text, at).is_some_and(|(area, _)| area > words) {
        return None;
    }
    let head_capital = text.words[at].is_capital();
    if !head_capital && held == Standing::Definitive && !former {
        return lower_case(text, at, words, office, is_name);
    }
    let head_end = at + words;
    let tail = tail(text, head_end, office, is_name);
    let end = tail.end;
    let mut mention = RoleMention {
        words: index..end,
        as_printed: text.slice(index..end).to_string(),
        office: office.normal.clone(),
        organisation: None,
        body: office.body.clone(),
        standing: held,
        former,
        open_end: tail.open,
        holder: None,
    };
    name_parts(text, head_end..end, office, &mut mention);
    // `Gubernur Lampung terpilih Sari`: the word says how it is held, and stands before the name.
    let how = matches!(text.lower(end), "terpilih" | "nonaktif") && text.joined(end - 1);
    if how && text.joined(end) && text.words.get(end + 1).is_some_and(|word| word.is_capital()) {
        mention.office = format!("{} {}", mention.office, text.lower(end));
        mention.words.end = end + 1;
        mention.as_printed = text.slice(index..end + 1).to_string();
    }
    Some(mention)
}

/// An office in small letters is one only right before a name, or before its body and then a name.
fn lower_case(
    text: &Text<'_>,
    at: usize,
    words: usize,
    office: &Office,
    is_name: &dyn Fn(usize) -> bool,
) -> Option<RoleMention> {
    let end = at + words;
    let next = text.words.get(end)?;
    // `sidang pimpinan Ketua DPRD`: the office that follows is the one.
    if !(text.joined(end - 1) && next.is_capital()) || lexicon().offices.find(text, end).is_some() {
        return None;
    }
    let tail = tail(text, end, office, is_name).end;
    let mut mention = RoleMention {
        words: at..tail,
        as_printed: text.slice(at..tail).to_string(),
        office: office.normal.clone(),
        organisation: None,
        body: office.body.clone(),
        standing: Standing::Definitive,
        former: false,
        open_end: false,
        holder: None,
    };
    name_parts(text, end..tail, office, &mut mention);
    Some(mention)
}

/// Gives an office that takes words of its own all words up to `end`, and splits them anew.
pub(crate) fn widen(text: &Text<'_>, role: &mut RoleMention, end: usize) -> bool {
    let Some((head, office)) = role
        .words
        .clone()
        .find_map(|at| lexicon().offices.find(text, at).map(|(words, office)| (at + words, office)))
        .filter(|(head, office)| office.takes_words && *head <= end)
    else {
        return false;
    };
    role.words.end = end;
    role.as_printed = text.slice(role.words.clone()).to_string();
    role.office = office.normal.clone();
    role.organisation = None;
    name_parts(text, head..end, office, role);
    true
}

/// The office of `words` words at word `at`, with nothing behind it.
pub(crate) fn bare(text: &Text<'_>, at: usize, words: usize) -> Option<RoleMention> {
    let (_, office) = lexicon().offices.find(text, at)?;
    Some(RoleMention {
        words: at..at + words,
        as_printed: text.slice(at..at + words).to_string(),
        office: office.normal.clone(),
        organisation: None,
        body: office.body.clone(),
        standing: Standing::Definitive,
        former: false,
        open_end: false,
        holder: None,
    })
}

/// Whether an office counts only with a holder beside it: in small letters, it may be no more than a mention of the
/// office (`anggota DPRD Kota Metro hadir`).
pub(crate) fn needs_holder(text: &Text<'_>, role: &RoleMention) -> bool {
    text.words[role.words.start].is_lower() && role.standing == Standing::Definitive && !role.former
}

struct Tail {
    end: usize,
    open: bool,
}

/// The words behind an office that name where it is held.
fn tail(text: &Text<'_>, start: usize, office: &Office, is_name: &dyn Fn(usize) -> bool) -> Tail {
    let mut at = start;
    let mut area_words = 0;
    let limit = start + 14;
    while at < text.words.len() && at < limit {
        let word = &text.words[at];
        let gap = text.gap_before(at);
        let same_line = word.paragraph == text.words[start.saturating_sub(1)].paragraph;
        let plain = gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | '/' | '&') && !gap.contains(". "));
        let bracket_open = gap.trim() == "(" || gap.trim() == ".(";
        let after_bracket = gap.trim() == ")" || gap.trim() == ") ";
        if !same_line || !(plain || bracket_open || after_bracket) {
            // `Kelautan, dan Perikanan`, `Koperasi, Usaha Mikro`: a list of fields goes on over its commas.
            let list = gap.trim() == "," && at > start && is_field(text, at) && is_field(text, at - 1);
            let and = gap.trim() == "," && word.lower.as_ref() == "dan" && is_field(text, at + 1);
            if !(same_line && (list || and)) {
                break;
            }
        }
        if bracket_open {
            // `(PBNU)`, `(Kwarda)`: an abbreviation of what stands before it.
            let inside =
                (at..at + 6).take_while(|index| text.words.get(*index).is_some_and(crate::text::Word::is_capital));
            match inside.into_iter().find(|index| text.gap_before(index + 1).trim_start().starts_with(')')) {
                Some(last) => at = last + 1,
                None => break,
            }
            continue;
        }
        // `Surat Edaran Wali Kota Metro No. 5`: the number is the letter's.
        let counts = at > start && matches!(&*word.lower, "no" | "nomor" | "tahun");
        if counts
            || is_name(at)
            || (lexicon().title(&word.lower) == Some(TitlePlace::Before)
                && word.is_capital()
                && !is_body_word(text, at))
        {
            break;
        }
        // `Ketua POBSI kota Bandung`: the kind of area may be in small letters.
        let small = at > start && text.joined(at) && text.words[at + 1].is_capital();
        if let Some((words, _)) = lexicon().regions.find(text, at).filter(|_| word.is_capital() || small) {
            at += words;
            area_words = 0;
            continue;
        }
        if AREA_WORDS.contains(&&*word.lower) && word.is_capital() {
            area_words = if is_mayor(text, at) { 0 } else { 2 };
            at += 1;
            continue;
        }
        // Two capitals before a name are its initials (`ST Budi`), `I` before a Balinese one is part of it.
        let initials = word.end - word.start <= 2
            && text.joined(at)
            && text.words[at + 1].shape == Shape::Capital
            && !lexicon().not_names.contains(&*word.lower)
            && !lexicon().not_names.contains(text.lower(at + 1));
        let acronym =
            word.shape == Shape::Caps && word.end - word.start >= 2 && word.end - word.start <= 9 && !initials;
        if word.shape == Shape::Number
            || (roman(text.print(at)) && !(initials && word.end - word.start == 1))
            || acronym
            || (word.is_capital() && is_field(text, at))
        {
            at += 1;
            continue;
        }
        let connects =
            matches!(&*word.lower, "dan" | "dari" | "untuk" | "bidang" | "pada" | "di" | "se-" | "atas" | "urusan")
                && text.words.get(at + 1).is_some_and(super::super::text::Word::is_capital)
                && text.joined(at)
                && !is_name(at + 1)
                && (at > start || office.takes_words || matches!(&*word.lower, "bidang" | "dari"))
                && (is_field(text, at + 1)
                    || text.words[at + 1].shape == Shape::Caps
                    || matches!(&*word.lower, "bidang"));
        if connects {
            at += 1;
            continue;
        }
        if word.is_capital() && area_words > 0 {
            area_words -= 1;
            at += 1;
            continue;
        }
        break;
    }
    while at > start && text.words[at - 1].is_lower() {
        at -= 1;
    }
    let open = text.words.get(at).is_some_and(|word| word.is_capital()) && at > 0 && text.joined(at - 1);
    Tail { end: at, open }
}

/// The second word of `Staf Ahli Wali Kota`: an office within the office, not an area.
fn is_mayor(text: &Text<'_>, index: usize) -> bool {
    text.lower(index) == "kota" && index > 0 && text.lower(index - 1) == "wali"
}

/// Whether word `index` belongs to a body, an office or a field of government.
fn is_field(text: &Text<'_>, index: usize) -> bool {
    text.words.get(index).is_some_and(|word| word.is_capital() && lexicon().not_names.contains(&*word.lower))
        || lexicon().regions.find(text, index).is_some_and(|_| text.words[index].is_capital())
}

/// `Jenderal` behind `Direktur` is part of the office, not a rank.
fn is_body_word(text: &Text<'_>, index: usize) -> bool {
    matches!(text.lower(index), "jenderal" | "hukum" | "tni" | "pol") && lexicon().not_names.contains(text.lower(index))
}

fn roman(word: &str) -> bool {
    word.len() <= 5 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Splits the words behind an office into what belongs to its name and where it is held.
fn name_parts(text: &Text<'_>, tail: Range<usize>, office: &Office, mention: &mut RoleMention) {
    if tail.is_empty() {
        return;
    }
    let mut tail = tail;
    // `Menteri Kesehatan (Menkes) RI`: the abbreviation of the office is no part of where it is held.
    if text.gap_before(tail.start).contains('(') && text.gap_before(tail.start + 1).trim_start().starts_with(')') {
        tail.start += 1;
        if tail.is_empty() {
            return;
        }
    }
    let mut body = tail.start;
    if office.takes_words {
        // The field of the office runs up to a body, an area or an abbreviation of one.
        while body < tail.end {
            let word = &text.words[body];
            let area = !is_mayor(text, body)
                && (lexicon().regions.find(text, body).is_some() || AREA_WORDS.contains(&&*word.lower));
            let other = matches!(
                &*word.lower,
                "kementerian"
                    | "pemerintah"
                    | "pemkot"
                    | "pemkab"
                    | "pemprov"
                    | "dprd"
                    | "dpr"
                    | "ri"
                    | "setda"
                    | "polda"
                    | "polres"
                    | "universitas"
                    | "pt"
                    | "dki"
            ) || text.gap_before(body).contains('(');
            let secretariat = matches!(
                &*word.lower,
                "setda" | "setdako" | "setdakot" | "setdakab" | "setdaprov" | "inspektorat" | "polda" | "polres"
            );
            if area || secretariat || ((other || acronym_of_body(text, body)) && body > tail.start) {
                break;
            }
            body += 1;
        }
        while body > tail.start && text.words[body - 1].is_lower() {
            body -= 1;
        }
        if body > tail.start {
            mention.office = format!("{} {}", office.normal, text.slice(tail.start..body));
        }
    }
    if body < tail.end {
        let place = text.slice(body..tail.end).trim();
        let place = place.trim_end_matches(')').to_string();
        mention.organisation = Some(organisation(text, body..tail.end, office, place));
    }
}

/// Abbreviations that name a field rather than a body.
const FIELDS: &[&str] = &["umkm", "ukm", "ukmk", "sdm", "asn", "esdm", "bumn", "tik", "ham", "ppa", "kua", "sda", "b3"];

/// Whether word `index` behind the field of an office is the abbreviation of the body: `Kepala Divisi Hukum KONI`,
/// `Direktur Jenderal Pajak Kemenkeu`, but not in a list of fields.
fn acronym_of_body(text: &Text<'_>, index: usize) -> bool {
    let word = &text.words[index];
    let listed = text.lower(index + 1) == "dan"
        || (index > 0 && text.lower(index - 1) == "dan")
        || text.gap_before(index).contains(',')
        || text.gap_before(index + 1).contains(',') && is_field(text, index + 1);
    let caps = word.shape == Shape::Caps && word.lower.chars().count() >= 3 && !roman(text.print(index));
    let ministry = word.lower.starts_with("kemen") && &*word.lower != "kementerian";
    !listed && (caps || ministry) && !FIELDS.contains(&&*word.lower)
}

/// Where an office is held, in its full form.
fn organisation(text: &Text<'_>, words: Range<usize>, office: &Office, printed: String) -> String {
    if let Some((count, region)) = lexicon().regions.find(text, words.start) {
        if count == words.len() && !region.full {
            let short = capital_words(&printed);
            match office.normal.as_str() {
                "Wali Kota" | "Wakil Wali Kota" => return format!("Kota {short}"),
                "Bupati" | "Wakil Bupati" => return format!("Kabupaten {short}"),
                "Gubernur" | "Wakil Gubernur" => return format!("Provinsi {}", region.name),
                _ => {}
            }
        } else if count == words.len() && office.body.is_none() {
            return region_name(&region.name, office);
        }
    }
    match &office.body {
        Some(body) if !printed.to_lowercase().starts_with(&body.to_lowercase()) => format!("{body} {printed}"),
        _ => printed,
    }
}

fn region_name(name: &str, office: &Office) -> String {
    let province = matches!(office.normal.as_str(), "Gubernur" | "Wakil Gubernur");
    if province { format!("Provinsi {name}") } else { name.to_string() }
}

fn capital_words(printed: &str) -> String {
    let all_caps = printed.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && printed.len() > 4;
    if !all_caps {
        return printed.to_string();
    }
    let words: Vec<String> = printed.to_lowercase().split(' ').map(crate::lexicon::capital).collect();
    words.join(" ")
}

/// Whether two normal forms may name one office: equal, or one is the other cut short.
pub(crate) fn same_office(a: &str, b: &str) -> bool {
    let shorter_of =
        |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    shorter_of(a, b) || shorter_of(b, a)
}

/// Whether two bodies may be one: one names the other's words.
pub(crate) fn same_body(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let within = |short: &str, long: &str| short.split(' ').all(|word| long.split(' ').any(|other| other == word));
    within(&a, &b) || within(&b, &a)
}

#[cfg(test)]
mod tests {
    use super::{parse, same_body};
    use crate::text::Text;
    use jejak_archive::model::Standing;

    fn read(raw: &str) -> (String, Option<String>, Standing, String) {
        let text = Text::new(raw);
        let role = parse(&text, 0, &|_| false).expect("an office");
        (role.office, role.organisation, role.standing, role.as_printed)
    }

    fn expect(raw: &str, office: &str, organisation: Option<&str>, standing: Standing, printed: &str) {
        let (o, org, s, p) = read(raw);
        assert_eq!((o.as_str(), org.as_deref(), s, p.as_str()), (office, organisation, standing, printed), "{raw}");
    }

    #[test]
    fn offices_with_their_bodies_and_standings() {
        expect("Walikota Metro hadir", "Wali Kota", Some("Kota Metro"), Standing::Definitive, "Walikota Metro");
        expect(
            "Pj Sekda Kota Metro Sari",
            "Sekretaris Daerah",
            Some("Kota Metro"),
            Standing::Acting,
            "Pj Sekda Kota Metro",
        );
        expect(
            "Penjabat Sementara (Pjs) Wali Kota Metro, Sari",
            "Wali Kota",
            Some("Kota Metro"),
            Standing::Interim,
            "Penjabat Sementara (Pjs) Wali Kota Metro",
        );
        expect(
            "Kapolsek Metro Barat AKP Sari",
            "Kapolsek",
            Some("Polsek Metro Barat"),
            Standing::Definitive,
            "Kapolsek Metro Barat",
        );
        expect(
            "Kepala Dinas Kesehatan Kota Metro Sari",
            "Kepala Dinas Kesehatan",
            Some("Kota Metro"),
            Standing::Definitive,
            "Kepala Dinas Kesehatan Kota Metro",
        );
        expect("Gubernur Riau Sari", "Gubernur", Some("Provinsi Riau"), Standing::Definitive, "Gubernur Riau");
    }

    #[test]
    fn bodies_in_short_and_full() {
        assert!(same_body(Some("Metro"), Some("Kota Metro")));
        assert!(!same_body(Some("Kota Metro"), Some("Kota Batam")));
    }
}
