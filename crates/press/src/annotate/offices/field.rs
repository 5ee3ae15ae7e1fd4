//! What of the words behind an office belongs to its name, and what says where it is held.
//!
//! WHY apart from `tail`: that finds where the words end, before the holder is known; this parts them, and does so anew
//! each time the search for the holder lets them grow.

use std::ops::Range;

use crate::annotate::offices::roles::{self, RoleMention};
use crate::annotate::offices::short::SHORT_BODIES;
use crate::annotate::offices::tail::{AREA_WORDS, BODY_HEADS, NEW, SECRETARIATS, is_field, is_mayor, pair, roman};
use crate::lexicon::{Office, lexicon};
use crate::lists::List;
use crate::text::{Shape, Text};

/// Offices that take a field or, without one, only a body.
const OF_BODIES: &[&str] = &[
    "Direktur",
    "Wakil Direktur",
    "Analis",
    "Analis Senior",
    "Pengamat",
    "Ekonom",
    "Ekonom Senior",
    "Kepala Ekonom",
    "Manajer",
    "Peneliti",
    "Peneliti Senior",
    "Kepala Riset",
    "Kepala Strategi",
    "Pakar",
    "Ahli",
];

/// Words behind such an office that begin its body and no field.
const OWN_BODIES: &[&str] = &[
    "politeknik",
    "rumah",
    "rs",
    "rsud",
    "rsup",
    "universitas",
    "institut",
    "yayasan",
    "fakultas",
    "asosiasi",
    "klinik",
    "lembaga",
    "badan",
    "kamar",
    "perhimpunan",
    "bank",
];

/// Words that end a firm's name: what stands before them is no field.
const FIRM_ENDS: &[&str] = &["sekuritas", "securities", "tbk", "group", "grup", "bank"];

/// Abbreviations of bodies in two letters, which elsewhere may be initials.
///
/// Source: the central bank, the authority of Batam, the high courts and their kind, as newspapers print them.
const SHORT: &[&str] = &["bi", "bp", "ma", "mk", "ky", "ui", "pn"];

/// Words with such an end are nouns of the language, which name fields.
const NOUN_ENDS: &[&str] = &["an", "si", "if", "ik", "al", "gi", "tas", "isme", "ing", "ment", "ion", "is", "us"];

/// Whether the words behind an office's field are a firm's name, `Direktur Komersial Karmatron`, and not a word of the field
/// that no list has: `Direktur Industri Karmia Kementerian Karya`.
fn proper(text: &Text<'_>, words: Range<usize>) -> bool {
    let at = words.start;
    let Some(word) = text.words.get(at) else { return false };
    let body = |index: usize| {
        let lower = text.lower(index);
        BODY_HEADS.contains(&lower) || SECRETARIATS.contains(&lower) || text.word(index).shape == Shape::Caps
    };
    word.shape == Shape::Capital
        && text.lower(at - 1) != "dan"
        && text.lower(at + 1) != "dan"
        && !(at + 1..words.end).any(body)
        && !is_field(text, at)
        && !text.is(at, lexicon().small)
        && !NOUN_ENDS.iter().any(|end| word.lower.ends_with(end))
        && roles::head(text, at).is_none()
}

/// Splits the words behind an office into what belongs to its name and where it is held.
pub(crate) fn name_parts(text: &Text<'_>, tail: Range<usize>, office: &Office, mention: &mut RoleMention) {
    if tail.is_empty() {
        return;
    }
    let mut tail = tail;
    tail.start += usize::from(NEW.contains(&text.lower(tail.start)) && tail.len() > 1);
    // `Menteri Kesehatan (Menkes) RI`, `Kepala Kejaksaan Negeri (Kajari)`: the office's own abbreviation is no part of
    // where it is held.
    if let Some(end) = bracket_end(text, tail.start) {
        let own = lexicon().offices.find(text, tail.start).is_some()
            || end > tail.start + 1
            || office.body.as_ref().is_none_or(|body| body.to_lowercase() == text.lower(tail.start));
        tail.start = if own { end.min(tail.end) } else { tail.start };
        if tail.is_empty() {
            return;
        }
    }
    // `Menteri Lingkungan Hidup/Badan Karya`: the head of both.
    if office.normal.contains("Menteri") && text.gap_before(tail.start) == "/" {
        mention.office = format!("{}/{}", office.normal, unexplained(text, tail));
        return;
    }
    let mut body = tail.start;
    // `Direktur FAST`, `analis Maju Terang`: what names no field is the body.
    let fieldless = OF_BODIES.contains(&office.normal.as_str())
        && tail.clone().all(|at| {
            // An area is no field either: `Manajer PSS Sukaraya`.
            let area = || lexicon().regions.find(text, at).is_some();
            (!is_field(text, at) || FIRM_ENDS.contains(&text.lower(at)) || text.is(at, lexicon().firms) || area())
                && !crate::annotate::names::parts::names_thing(text.lower(at))
                && text.word(at).is_capital()
        })
        && !FIELDS.contains(&text.lower(tail.start));
    // `Direktur VII FAST`
    if fieldless {
        while body < tail.end && roman(text.print(body)) {
            body += 1;
        }
        if body > tail.start {
            mention.office = format!("{} {}", office.normal, text.slice(tail.start..body));
        }
    }
    let of_firm = office.normal == "Kepala" && lexicon().english.ranks.contains(text.lower(body));
    if (office.takes_words && !fieldless) || of_firm {
        // The field of the office runs up to a body, an area or an abbreviation of one.
        while body < tail.end {
            let word = text.word(body);
            // `Wakil Menteri ATR/BPN`
            if body > tail.start && text.gap_before(body) == "/" && word.shape == Shape::Caps {
                body += 1;
                continue;
            }
            // `Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi`
            let villages = body == tail.start && word.lower == "desa" && office.normal.contains("Menteri");
            let area = !is_mayor(text, body)
                && !villages
                && (lexicon().regions.find(text, body).is_some() || AREA_WORDS.contains(&&*word.lower));
            let other = BODY_HEADS.contains(&&*word.lower)
                && (word.lower != "rumah" || text.lower(body + 1) == "sakit")
                && (word.lower != "institute" || matches!(text.lower(body + 1), "for" | "of" | "on"))
                && (word.lower != "bursa" || text.lower(body + 1) == "efek")
                && (word.lower != "balai" || matches!(text.lower(body + 1), "besar" | "taman"))
                && (word.lower != "bandara" || text.lower(body.saturating_sub(1)) != "otoritas")
                && !matches!(
                    text.lower(body.saturating_sub(1)),
                    "kepala" | "ketua" | "anggota" | "antar" | "antara" | "hubungan" | "kelembagaan"
                );
            // `Direktur Penyidikan pada Kejaksaan Agung`, `Pakar Ilmu Hukum dari Universitas Karya`
            if matches!(&*word.lower, "pada" | "di" | "dari" | "asal") {
                break;
            }
            // `Kepala Bidang Haji Kantor Wilayah Kementerian Karya`
            let branch = body > tail.start
                && word.lower == "kantor"
                && matches!(text.lower(body + 1), "wilayah" | "kementerian");
            if branch && !matches!(text.lower(body - 1), "kepala") {
                break;
            }
            // `Menteri Karya/Badan Karya`: the head of both.
            if body > tail.start && office.normal.contains("Menteri") && text.gap_before(body) == "/" {
                body = tail.end;
                continue;
            }
            // `Direktur Riset Center of Karya Studies`
            if english_body(text, body) {
                break;
            }
            // `Badan Riset Daerah (Brida)`: an abbreviation belongs to the field that it stands for.
            if let Some(end) = bracket_end(text, body).filter(|_| body > tail.start) {
                body = end.min(tail.end);
                continue;
            }
            // `Direktur Jenderal WHO`: where no field stands before the body.
            let world = office.normal == "Direktur Jenderal" && WORLD.contains(&&*word.lower) && body == tail.start;
            // `Direktur Politeknik Negeri Karya`: a body of a kind that is no field.
            let whole = OF_BODIES.contains(&office.normal.as_str()) && OWN_BODIES.contains(&&*word.lower) && other;
            if world || (whole && body == tail.start) {
                break;
            }
            // `Peneliti Senior BRIN`, `Staf Khusus Kementerian Karya`: where no field stands before the body.
            let staff = OF_BODIES.contains(&office.normal.as_str()) || office.normal.starts_with("Staf");
            let known = body == tail.start
                && staff
                && (word.lower.starts_with("kemen")
                    || word.shape == Shape::Caps && List::KNOWN_BODIES.has(word) && !FIELDS.contains(&&*word.lower));
            let firm = OF_BODIES.contains(&office.normal.as_str()) || office.normal == "Kepala Departemen";
            let named = pair(text, body) || firm && body > tail.start && proper(text, body..tail.end);
            if known || named {
                break;
            }
            let secretariat = SECRETARIATS.contains(&&*word.lower)
                || ["ditres", "ditlan"].iter().any(|head| word.lower.starts_with(head));
            let short = SHORT_BODIES.contains(&&*word.lower) && word.is_capital();
            if area || secretariat || ((other || short || acronym_of_body(text, body)) && body > tail.start) {
                break;
            }
            body += 1;
        }
        let joins =
            |word: &str| matches!(word, "dan" | "di" | "dari" | "pada" | "untuk" | "bidang" | "se-" | "atas" | "of");
        while body > tail.start && text.word(body - 1).is_lower() && joins(text.lower(body - 1)) {
            body -= 1;
        }
        if body > tail.start {
            // `Menteri Karya/Kepala Badan Karya`
            let slash = if text.gap_before(tail.start) == "/" { "/" } else { " " };
            mention.office = format!("{}{slash}{}", office.normal, unexplained(text, tail.start..body));
        }
    }
    if matches!(text.lower(body), "pada" | "di" | "dari") && body + 1 < tail.end {
        body += 1;
    }
    if body < tail.end && text.lower(body).starts_with("ke-") && body + 1 < tail.end {
        body += 1;
    }
    // `Ketua Pengurus Pusat Bidang Keagamaan`: the field belongs to the office, what stands before it does not.
    let field = (body..tail.end).find(|at| {
        text.lower(*at) == "bidang" && !office.takes_words && office.normal.contains("etua") && at + 1 < tail.end
    });
    if let Some(field) = field {
        let lead = if text.lower(body) == "koordinator" { body } else { field };
        mention.office = format!("{} {}", office.normal, unexplained(text, lead..tail.end));
        tail.end = lead;
    }
    if body < tail.end {
        let place = closed(text.slice(body..tail.end).trim());
        mention.organisation = Some(organisation(text, body..tail.end, office, place));
    }
}

/// Which of some words, as printed, begins a body: `Penindakan Kanim Sukaraya`.
pub(crate) fn body_among(words: &[&str]) -> Option<usize> {
    words.iter().position(|word| {
        let lower = word.to_lowercase();
        SECRETARIATS.contains(&&*lower) || BODY_HEADS.contains(&&*lower)
    })
}

/// Whether a body's name in English begins at word `index`: `Institute for …`, `Center of …`.
fn english_body(text: &Text<'_>, index: usize) -> bool {
    let kinds = ["institute", "center", "centre", "school", "council", "college", "university", "museum", "department"];
    kinds.contains(&text.lower(index))
        && text.word(index).is_capital()
        && matches!(text.lower(index + 1), "of" | "for" | "on")
        && text.joined(index)
}

/// Whether word `index` stands alone between brackets.
fn bracketed(text: &Text<'_>, index: usize) -> bool {
    text.gap_before(index).contains('(') && text.gap_before(index + 1).trim_start().starts_with(')')
}

/// Most words between brackets that stand for what is before them.
const BRACKET: usize = 6;

/// The word behind the brackets that open before word `index`, if they hold a few words of one line.
fn bracket_end(text: &Text<'_>, index: usize) -> Option<usize> {
    if !text.gap_before(index).contains('(') {
        return None;
    }
    (index + 1..index + 1 + BRACKET).find(|end| text.gap_before(*end).trim_start().starts_with(')'))
}

/// Bodies of many states whose abbreviation stands right behind `Direktur Jenderal`, or whose name's first word does.
const WORLD: &[&str] = &["who", "iaea", "unesco", "wto", "ilo", "fao", "wipo", "iom", "cern", "cdc", "organisasi"];

/// Words as printed, without abbreviations in brackets.
fn unexplained(text: &Text<'_>, words: Range<usize>) -> String {
    let printed = text.slice(words);
    let mut kept = String::with_capacity(printed.len());
    let mut depth = 0_usize;
    for c in printed.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",")
}

/// Words with the bracket closed that their last word left open.
pub(crate) fn closed(words: &str) -> String {
    let open = words.matches('(').count() > words.matches(')').count();
    if open { format!("{words})") } else { words.to_string() }
}

/// Abbreviations that name a field rather than a body.
const FIELDS: &[&str] = &["umkm", "ukm", "ukmk", "sdm", "asn", "esdm", "bumn", "tik", "ham", "ppa", "kua", "sda", "b3"];

/// Clipped names of ministries that do not begin with `kemen`.
const MINISTRIES: &[&str] = &[
    "kemkeu",
    "kemkes",
    "kemlu",
    "kemhan",
    "kemhub",
    "kemtan",
    "kemsos",
    "kemdag",
    "kemdikbud",
    "kemdiknas",
    "kemristek",
    "kemnaker",
    "kemkominfo",
    "kemdagri",
    "komdigi",
];

/// Whether word `index` behind the field of an office is the abbreviation of the body: `Kepala Divisi Hukum KONI`,
/// `Direktur Jenderal Pajak Kemenkeu`, but not in a list of fields.
fn acronym_of_body(text: &Text<'_>, index: usize) -> bool {
    let word = text.word(index);
    let listed = text.lower(index + 1) == "dan"
        || (index > 0 && text.lower(index - 1) == "dan")
        || text.gap_before(index).contains([',', '&'])
        || text.gap_before(index + 1).contains(',') && is_field(text, index + 1);
    let long = word.lower.chars().count() >= 3 || SHORT.contains(&&*word.lower);
    let caps = word.shape == Shape::Caps && long && !roman(text.print(index));
    let ministry = word.is_capital()
        && (word.lower.starts_with("kemen") && &*word.lower != "kementerian" || MINISTRIES.contains(&&*word.lower));
    // `Direktur Jenderal Peternakan, Kementan`: the comma before a ministry lists nothing.
    ministry || (!listed && caps && !FIELDS.contains(&&*word.lower))
}

/// Where an office is held, in its full form.
fn organisation(text: &Text<'_>, words: Range<usize>, office: &Office, printed: String) -> String {
    if let Some((count, region)) = lexicon().regions.find(text, words.start) {
        // `Kalimantan Tengah (Kalteng)`: the short form says nothing more.
        let explained = count + 1 == words.len() && bracketed(text, words.start + count);
        let printed = if explained { text.slice(words.start..words.start + count) } else { &printed };
        let all = count == words.len() || explained;
        if all && !region.full {
            // `Bupati Kuansing`: a short form stands for the area's name.
            let own = region.name.replace(' ', "").to_lowercase() != printed.replace(' ', "").to_lowercase();
            let short = if own { region.name.clone() } else { capital_words(printed) };
            match office.normal.as_str() {
                "Wali Kota" | "Wakil Wali Kota" => return format!("Kota {short}"),
                "Bupati" | "Wakil Bupati" => return format!("Kabupaten {short}"),
                "Gubernur" | "Wakil Gubernur" => return format!("Provinsi {}", region.name),
                _ => {}
            }
        } else if all && office.body.is_none() {
            // `Kepala Dinas Kesehatan Provinsi Karya`: the kind of area is kept where it is printed.
            let province = region.full && printed.to_lowercase().starts_with("provinsi ");
            return if province { capital_words(printed) } else { region_name(&region.name, office) };
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
