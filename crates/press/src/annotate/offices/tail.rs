//! The words behind an office: what belongs to its name, and where it is held.
//!
//! WHY a module of its own: `Kepala Bidang Hukum Dinas Sosial Kota Metro Sari` has no mark between the office's field, its
//! body, its area and a name. Each word is judged by the lists of bodies, fields and areas; where none fits, the office
//! ends.

use std::ops::Range;

use crate::annotate::names::evidence::Evidence;
use crate::annotate::offices::roles::{self, RoleMention};
use crate::lexicon::{Office, TitlePlace, lexicon};
use crate::text::{Shape, Text};

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

/// Words that begin the body of an office whose field stands before it: `Kepala Biro Hukum Kementerian Agama`.
const BODY_HEADS: &[&str] = &[
    "kementerian",
    "pemerintah",
    "pemkot",
    "pemkab",
    "pemprov",
    "dprd",
    "dpr",
    "ri",
    "universitas",
    "dki",
    "badan",
    "komisi",
    "dewan",
    "lembaga",
    "partai",
    "yayasan",
    "institut",
    "bank",
    "perum",
    "direktorat",
    "dinas",
    "asosiasi",
    "ikatan",
    "persatuan",
    "perhimpunan",
    "himpunan",
    "gabungan",
    "federasi",
    "kamar",
    "politeknik",
    "fakultas",
    "rumah",
    "rs",
    "rsud",
    "rsup",
    "rsab",
    "klinik",
    "pengurus",
    "kwartir",
    "bursa",
    "institute",
    "puskesmas",
    "pos",
    "masjid",
    "pp",
    "pb",
    "dpp",
];
/// Those that begin it even where no field stands before it: `Asisten II Setda`, `Direktur PT Maju`.
const SECRETARIATS: &[&str] = &[
    "kanim",
    "lapas",
    "rutan",
    "setda",
    "pt",
    "cv",
    "kejati",
    "kejari",
    "kejagung",
    "setdako",
    "setdakot",
    "setdakab",
    "setdaprov",
    "inspektorat",
    "polda",
    "polres",
    "korlantas",
    "bareskrim",
    "suku",
    "sudin",
    "bea",
    "satlantas",
    "satreskrim",
    "satresnarkoba",
    "kanwil",
    "kppn",
    "pengadilan",
    "mahkamah",
    "kejaksaan",
    "polrestabes",
    "polresta",
    "polsek",
    "kodim",
    "korem",
    "kodam",
    "mabes",
    "bpkb",
];

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
];

/// Words that end a firm's name: what stands before them is no field.
const FIRM_ENDS: &[&str] = &["sekuritas", "securities", "tbk", "group", "grup"];

/// What stands behind an office.
pub(crate) struct Tail {
    /// The word behind its last one.
    pub(crate) end: usize,
    /// Whether capital words go on there, which may be a body or a name.
    pub(crate) open: bool,
}

/// The words behind an office that name where it is held.
pub(crate) fn tail(text: &Text<'_>, start: usize, office: &Office, evidence: &Evidence<'_, '_>) -> Tail {
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
            let field = |index: usize| is_field(text, index) && lexicon().regions.find(text, index).is_none();
            let list = gap.trim() == "," && at > start && field(at) && (is_field(text, at - 1) || office.takes_words);
            // `Ketua RT 11, Kelurahan Sukamaju, Sari`: where the office is held, between commas.
            let place = gap.trim() == ","
                && at > start
                && AREA_WORDS.contains(&&*word.lower)
                && word.is_capital()
                && (at + 2..at + 4).any(|index| {
                    text.gap_before(index).trim() == ","
                        && (at + 1..index).all(|inside| text.words[inside].is_capital())
                });
            let and = gap.trim() == "," && word.lower.as_str() == "dan" && is_field(text, at + 1);
            if !(same_line && (list || and || place)) {
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
            || evidence.is_name(at)
            || (lexicon().title(&word.lower) == Some(TitlePlace::Before)
                && word.is_capital()
                && !is_body_word(text, at))
        {
            break;
        }
        // `Presiden ke-8 RI`
        if at == start && word.lower.starts_with("ke-") && text.joined(at - 1) {
            at += 1;
            continue;
        }
        // `Rektor baru Universitas Karya`
        if at == start && NEW.contains(&&*word.lower) && text.joined(at) && text.words[at + 1].is_capital() {
            at += 1;
            continue;
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
            && !lexicon().not_names.has(word)
            && !lexicon().not_names.contains(text.lower(at + 1));
        let acronym =
            word.shape == Shape::Caps && word.end - word.start >= 2 && word.end - word.start <= 9 && !initials;
        if word.shape == Shape::Number
            || (roman(text.print(at)) && !(initials && word.end - word.start == 1))
            || acronym
            || (word.is_capital() && (is_field(text, at) || evidence.is_body(at)))
        {
            at += 1;
            continue;
        }
        // `Kepala Seksi Upaya Hukum`, `… Hukum Luar Biasa, Eksekusi, dan …`: a word that no list has, before a field.
        let next_field = is_field(text, at + 1) && lexicon().regions.find(text, at + 1).is_none();
        let before_field = office.takes_words
            && word.is_capital()
            && next_field
            && ((text.joined(at) && at == start)
                || (text.gap_before(at + 1).trim() == ","
                    && at > start
                    && (at + 2..at + 8)
                        .any(|index| text.lower(index) == "dan" && text.gap_before(index).trim() == ",")));
        if before_field {
            at += 1;
            continue;
        }
        let connects =
            matches!(&*word.lower, "dan" | "dari" | "untuk" | "bidang" | "pada" | "di" | "se-" | "atas" | "urusan")
                && text.words.get(at + 1).is_some_and(crate::text::Word::is_capital)
                && text.joined(at)
                && !evidence.is_name(at + 1)
                && !(&*word.lower == "dan" && second_office(text, at + 1))
                && (at > start || office.takes_words || matches!(&*word.lower, "bidang" | "dari"))
                && (is_field(text, at + 1)
                    || (&*word.lower == "dan" && office.takes_words && at > start && lone_field(text, at + 1))
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

/// Whether one word of a field that no list has stands between `dan` and a body or a comma: `Anggaran dan Risiko
/// Kemenkeu`, `Anggaran dan Risiko, Sari Dewi`.
fn lone_field(text: &Text<'_>, index: usize) -> bool {
    let Some(next) = text.words.get(index + 1).filter(|next| next.sentence == text.words[index].sentence) else {
        return false;
    };
    let gap = text.gap_before(index + 1).trim();
    next.is_capital() && (gap == "," || (gap.is_empty() && (is_field(text, index + 1) || next.shape == Shape::Caps)))
}

/// Whether a second office begins at word `index`, behind `dan`: `Guru Besar UI dan Wakil Ketua PMI`.
fn second_office(text: &Text<'_>, index: usize) -> bool {
    roles::head(text, index).is_some_and(|(_, office)| {
        ["Wakil Ketua", "Ketua", "Sekretaris ", "Kepala ", "Direktur", "Komisaris", "CEO", "Pendiri", "Guru Besar"]
            .iter()
            .any(|head| office.normal.starts_with(head))
    })
}

/// The second word of `Staf Ahli Wali Kota`: an office within the office, not an area.
fn is_mayor(text: &Text<'_>, index: usize) -> bool {
    text.lower(index) == "kota" && index > 0 && text.lower(index - 1) == "wali"
}

/// Whether word `index` belongs to a body, an office or a field of government.
fn is_field(text: &Text<'_>, index: usize) -> bool {
    let lists = lexicon();
    let listed =
        |word: &str| lists.not_names.contains(word) || lists.english.ranks.contains(word) || lists.often.contains(word);
    let thing = crate::annotate::names::parts::names_thing;
    text.words.get(index).is_some_and(|word| word.is_capital() && (listed(&word.lower) || thing(&word.lower)))
        || lexicon().regions.find(text, index).is_some_and(|_| text.words[index].is_capital())
}

/// `Jenderal` behind `Direktur` is part of the office, not a rank.
fn is_body_word(text: &Text<'_>, index: usize) -> bool {
    let of_office = || {
        let before = index.checked_sub(1).map_or("", |before| text.lower(before));
        ["direkt", "inspekt", "sekretar", "konsul", "staf"].iter().any(|head| before.starts_with(head))
    };
    match text.lower(index) {
        // `Kapolri Jenderal Sari Dewi`: a rank, unless the word before makes it a part of an office or a body.
        "jenderal" => of_office(),
        "hukum" | "tni" | "pol" => lexicon().not_names.contains(text.lower(index)),
        _ => false,
    }
}

fn roman(word: &str) -> bool {
    word.len() <= 5 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Words right behind an office that say since when it is held.
pub(crate) const NEW: &[&str] = &["baru", "anyar"];

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
    let mut body = tail.start;
    // `Direktur FAST`, `analis Maju Terang`: what names no field is the body.
    let fieldless = OF_BODIES.contains(&office.normal.as_str())
        && tail.clone().all(|at| {
            // An area is no field either: `Manajer PSS Sukaraya`.
            let area = || lexicon().regions.find(text, at).is_some();
            (!is_field(text, at) || FIRM_ENDS.contains(&text.lower(at)) || area())
                && !crate::annotate::names::parts::names_thing(text.lower(at))
                && text.words[at].is_capital()
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
            let word = &text.words[body];
            // `Wakil Menteri ATR/BPN`
            if body > tail.start && text.gap_before(body) == "/" && word.shape == Shape::Caps {
                body += 1;
                continue;
            }
            let area = !is_mayor(text, body)
                && (lexicon().regions.find(text, body).is_some() || AREA_WORDS.contains(&&*word.lower));
            let other = BODY_HEADS.contains(&&*word.lower)
                && (word.lower != "rumah" || text.lower(body + 1) == "sakit")
                && (word.lower != "institute" || matches!(text.lower(body + 1), "for" | "of" | "on"))
                && (word.lower != "bursa" || text.lower(body + 1) == "efek")
                && !matches!(text.lower(body.saturating_sub(1)), "kepala" | "ketua" | "anggota");
            // `Direktur Penyidikan pada Kejaksaan Agung`, `Pakar Ilmu Hukum dari Universitas Karya`
            if matches!(&*word.lower, "pada" | "di" | "dari" | "asal") {
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
            let secretariat = SECRETARIATS.contains(&&*word.lower)
                || ["ditres", "ditlan"].iter().any(|head| word.lower.starts_with(head));
            if area || secretariat || ((other || acronym_of_body(text, body)) && body > tail.start) {
                break;
            }
            body += 1;
        }
        let joins =
            |word: &str| matches!(word, "dan" | "di" | "dari" | "pada" | "untuk" | "bidang" | "se-" | "atas" | "of");
        while body > tail.start && text.words[body - 1].is_lower() && joins(text.lower(body - 1)) {
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

/// Whether word `index` behind the field of an office is the abbreviation of the body: `Kepala Divisi Hukum KONI`,
/// `Direktur Jenderal Pajak Kemenkeu`, but not in a list of fields.
fn acronym_of_body(text: &Text<'_>, index: usize) -> bool {
    let word = &text.words[index];
    let listed = text.lower(index + 1) == "dan"
        || (index > 0 && text.lower(index - 1) == "dan")
        || text.gap_before(index).contains([',', '&'])
        || text.gap_before(index + 1).contains(',') && is_field(text, index + 1);
    let caps = word.shape == Shape::Caps && word.lower.chars().count() >= 3 && !roman(text.print(index));
    let ministry = word.lower.starts_with("kemen") && &*word.lower != "kementerian";
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
            let short = capital_words(printed);
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
