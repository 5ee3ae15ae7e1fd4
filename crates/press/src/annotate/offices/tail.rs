//! The words behind an office: what belongs to its name, and where it is held.
//!
//! WHY a module of its own: `Kepala Bidang Hukum Dinas Sosial Kota Metro Sari` has no mark between the office's field, its
//! body, its area and a name. Each word is judged by the lists of bodies, fields and areas; where none fits, the office
//! ends.

use crate::annotate::names::evidence::Evidence;
use crate::annotate::offices::roles;
use crate::lexicon::{Office, TitlePlace, lexicon};
use crate::text::{Shape, Text};

/// Words that make the words behind them an area's name.
pub(super) const AREA_WORDS: &[&str] = &[
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
pub(super) const BODY_HEADS: &[&str] = &[
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
    "sekretariat",
    "satpol",
    "brimob",
    "masjid",
    "bandara",
    "balai",
    "divre",
    "daop",
    "pp",
    "pb",
    "dpp",
];
/// Those that begin it even where no field stands before it: `Asisten II Setda`, `Direktur PT Maju`.
pub(super) const SECRETARIATS: &[&str] = &[
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
    "bpjs",
    "lbh",
];

/// Places behind `di` at which something is said or done, and no office is held.
pub(super) const VENUES: &[&str] = &[
    "gedung",
    "aula",
    "hotel",
    "lapangan",
    "mapolda",
    "mapolres",
    "mapolresta",
    "mapolrestabes",
    "mapolsek",
    "mabes",
    "markas",
    "halaman",
    "kantor",
    "istana",
    "kompleks",
    "stadion",
];

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
        let word = text.word(at);
        let gap = text.gap_before(at);
        let same_line = word.paragraph == text.word(start.saturating_sub(1)).paragraph;
        let plain = gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | '/' | '&') && !gap.contains(". "));
        let bracket_open = gap.trim() == "(" || gap.trim() == ".(";
        let after_bracket = gap.trim() == ")" || gap.trim() == ") ";
        if !same_line || !(plain || bracket_open || after_bracket) {
            // `Kelautan, dan Perikanan`, `Koperasi, Usaha Mikro`: a list of fields goes on over its commas.
            let field = |index: usize| is_field(text, index) && lexicon().regions.find(text, index).is_none();
            let list = gap.trim() == ","
                && at > start
                && field(at)
                && (is_field(text, at - 1) || office.takes_words)
                && roles::head(text, at).is_none()
                // `Kapten PSIS Karya, Hari Sari Dewi`: a name whose first word is one of the language.
                && !(text.joined(at) && text.word(at + 1).shape == Shape::Capital && !is_field(text, at + 1));
            // `Ketua RT 11, Kelurahan Sukamaju, Sari`: where the office is held, between commas.
            let place = gap.trim() == ","
                && at > start
                && AREA_WORDS.contains(&&*word.lower)
                && word.is_capital()
                && (at + 2..at + 4).any(|index| {
                    text.gap_before(index).trim() == "," && (at + 1..index).all(|inside| text.word(inside).is_capital())
                });
            // `Direktur Jenderal Industri Logam, Mesin, dan Elektronika Kemenkarya`: words that no list has.
            if same_line
                && office.takes_words
                && gap.trim() == ","
                && at > start
                && let Some(end) = open_list(text, start, at)
            {
                at = end;
                continue;
            }
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
            // `Gubernur NTB Lalu Sari Dewi`, but `Lalu Lintas`
            || (word.is_capital() && word.lower == "lalu" && text.lower(at + 1) != "lintas")
            || (lexicon().title(&word.lower) == Some(TitlePlace::Before)
                && word.is_capital()
                && !is_body_word(text, at))
        {
            break;
        }
        // `Kejaksaan Agung`, `Polda Metro Jaya`: the second word alone might be a name.
        if pair(text, at) {
            at += 2;
            area_words = 0;
            continue;
        }
        // `Presiden ke-8 RI`
        if at == start && word.lower.starts_with("ke-") && text.joined(at - 1) {
            at += 1;
            continue;
        }
        // `Rektor baru Universitas Karya`
        if at == start && NEW.contains(&&*word.lower) && text.joined(at) && text.word(at + 1).is_capital() {
            at += 1;
            continue;
        }
        // `Ketua POBSI kota Bandung`: the kind of area may be in small letters.
        let small = at > start && text.joined(at) && text.word(at + 1).is_capital();
        if let Some((words, _)) = lexicon().regions.find(text, at).filter(|_| word.is_capital() || small) {
            at += words;
            area_words = 0;
            // `Juru Bicara Komando Amerika Serikat Tim Karyono mengatakan`: a first name that is a word too.
            let first = text.joined(at - 1)
                && crate::annotate::phrases::words().word_firsts.contains(text.lower(at))
                && text.joined(at)
                && text.words.get(at + 1).is_some_and(|next| next.shape == Shape::Capital)
                && !is_field(text, at + 1)
                && !(text.joined(at + 1) && text.word(at + 2).is_capital());
            if first && text.word(at).is_capital() {
                break;
            }
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
            && text.word(at + 1).shape == Shape::Capital
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
        let connects = matches!(&*word.lower, "dan" | "dari" | "untuk" | "bidang" | "pada" | "di" | "se-" | "atas" | "urusan")
                && text.words.get(at + 1).is_some_and(crate::text::Word::is_capital)
                && text.joined(at)
                && !evidence.is_name(at + 1)
                // `Kapolri di Mapolda Karya, Senin`: where something was said.
                && !(&*word.lower == "di" && VENUES.contains(&text.lower(at + 1)))
                && !(&*word.lower == "dan"
                    && (second_office(text, at + 1) || !office.takes_words && at > start && begins_body(text, at + 1)))
                && (at > start || office.takes_words || matches!(&*word.lower, "bidang" | "dari"))
                && (is_field(text, at + 1)
                    || (&*word.lower == "dan" && office.takes_words && at > start && lone_field(text, at + 1))
                    || text.word(at + 1).shape == Shape::Caps
                    || matches!(&*word.lower, "bidang"));
        if connects {
            // `Menteri Koordinator bidang Maritim Sari Dewi`: the word behind it is the field, whatever lists have.
            let field = word.lower == "bidang" && !text.is(at + 1, lexicon().given) && text.title(at + 1).is_none();
            at += if field { 2 } else { 1 };
            continue;
        }
        // `Industri Logam, Mesin, dan …`
        if word.is_capital()
            && office.takes_words
            && at > start
            && text.gap_before(at + 1).trim() == ","
            && let Some(end) = open_list(text, start, at + 1)
        {
            at = end;
            continue;
        }
        if word.is_capital() && area_words > 0 {
            // `Kelurahan Sukamaju Bambang Karyono`: the second word is a first name, and a last one follows.
            let capital = |index: usize| {
                text.joined(index - 1) && text.words.get(index).is_some_and(|word| word.shape == Shape::Capital)
            };
            if area_words == 1 && text.is(at, lexicon().given) && capital(at + 1) && !capital(at + 2) {
                break;
            }
            area_words -= 1;
            at += 1;
            continue;
        }
        break;
    }
    while at > start && text.word(at - 1).is_lower() {
        at -= 1;
    }
    let open = text.words.get(at).is_some_and(|word| word.is_capital()) && at > 0 && text.joined(at - 1);
    Tail { end: at, open }
}

/// Most words of a list of fields.
const LIST: usize = 14;

/// Where the list of fields ends that goes on at word `at`, behind a comma: all its words are capital, none is a person's
/// or begins an office, and `dan` leads to the last, behind which a bracket or a body stands.
fn open_list(text: &Text<'_>, start: usize, at: usize) -> Option<usize> {
    let field = |index: usize| {
        text.words.get(index).is_some_and(|word| word.shape == Shape::Capital && word.title().is_none())
            && !text.is(index, lexicon().given)
            && roles::head(text, index).is_none()
            && lexicon().regions.find(text, index).is_none()
    };
    if !is_field(text, at - 1) && !is_field(text, start) {
        return None;
    }
    let mut index = at;
    while index < at + LIST && text.words.get(index)?.sentence == text.word(start).sentence {
        let gap = text.gap_before(index).trim();
        // `Keuangan, Investasi, Sponsorship & Pengembangan Usaha`
        if gap == "&" && field(index) {
            let end = (index + 1..index + 4).find(|end| {
                !text.joined(end - 1) || !field(*end) || begins_body(text, *end) || !is_field(text, *end)
            })?;
            return is_field(text, index).then_some(end);
        }
        if text.lower(index) == "dan" && matches!(gap, "" | ",") && text.joined(index) {
            let mut end = index + 1;
            while end < index + 4 && (end == index + 1 || text.joined(end - 1)) && field(end) && !begins_body(text, end)
            {
                end += 1;
            }
            let bracket =
                text.gap_before(end).trim() == "(" && text.words.get(end).is_some_and(|w| w.shape == Shape::Caps);
            let shown = bracket || begins_body(text, end) || is_field(text, end - 1);
            return (end > index + 1 && shown).then_some(end);
        }
        if !field(index) || !matches!(gap, "" | ",") {
            return None;
        }
        index += 1;
    }
    None
}

/// Whether a body begins at word `index`: `Kemenkarya`, `Kementerian Karya`.
pub(super) fn begins_body(text: &Text<'_>, index: usize) -> bool {
    let word = text.lower(index);
    text.words.get(index).is_some_and(crate::text::Word::is_capital)
        && (BODY_HEADS.contains(&word) || SECRETARIATS.contains(&word) || word.starts_with("kemen"))
}

/// Whether one word of a field that no list has stands between `dan` and a body or a comma: `Anggaran dan Risiko
/// Kemenkeu`, `Anggaran dan Risiko, Sari Dewi`.
fn lone_field(text: &Text<'_>, index: usize) -> bool {
    let Some(next) = text.words.get(index + 1).filter(|next| next.sentence == text.word(index).sentence) else {
        return false;
    };
    let gap = text.gap_before(index + 1).trim();
    next.is_capital() && (gap == "," || (gap.is_empty() && (is_field(text, index + 1) || next.shape == Shape::Caps)))
}

/// Whether a second office begins at word `index`, behind `dan`: `Guru Besar UI dan Wakil Ketua PMI`.
pub(super) fn second_office(text: &Text<'_>, index: usize) -> bool {
    let acting =
        matches!(text.lower(index), "plt" | "plh" | "pj" | "pjs" | "penjabat") && text.word(index).is_capital();
    acting
        || roles::head(text, index).is_some_and(|(_, office)| {
            ["Wakil Ketua", "Ketua", "Sekretaris ", "Kepala ", "Direktur", "Komisaris", "CEO", "Pendiri", "Guru Besar"]
                .iter()
                .any(|head| office.normal.starts_with(head))
        })
}

/// The second word of `Staf Ahli Wali Kota`: an office within the office, not an area.
pub(super) fn is_mayor(text: &Text<'_>, index: usize) -> bool {
    text.lower(index) == "kota" && index > 0 && text.lower(index - 1) == "wali"
}

/// Whether word `index` belongs to a body, an office or a field of government.
pub(super) fn is_field(text: &Text<'_>, index: usize) -> bool {
    let lists = lexicon();
    let listed =
        |word: &str| lists.not_names.contains(word) || lists.english.ranks.contains(word) || lists.often.contains(word);
    let thing = crate::annotate::names::parts::names_thing;
    text.words.get(index).is_some_and(|word| word.is_capital() && (listed(&word.lower) || thing(&word.lower)))
        || lexicon().regions.find(text, index).is_some_and(|_| text.word(index).is_capital())
}

/// `Jenderal` behind `Direktur` is part of the office, not a rank.
pub(super) fn is_body_word(text: &Text<'_>, index: usize) -> bool {
    let of_office = || {
        let before = index.checked_sub(1).map_or("", |before| text.lower(before));
        ["direkt", "inspekt", "sekretar", "konsul", "staf"].iter().any(|head| before.starts_with(head))
    };
    match text.lower(index) {
        // `Kapolri Jenderal Sari Dewi`: a rank, unless the word before makes it a part of an office or a body.
        "jenderal" => of_office(),
        // `Perhimpunan Dokter Spesialis …`: those whom the body unites.
        "dokter" | "insinyur" => index > 0 && UNIONS.contains(&text.lower(index - 1)),
        // `Pelayanan Haji`, `Bidang Penyelenggaraan Haji`
        "haji" => index > 0 && text.joined(index - 1) && lexicon().not_names.has(text.word(index - 1)),
        "hukum" | "tni" | "pol" => lexicon().not_names.contains(text.lower(index)),
        _ => false,
    }
}

/// Bodies that those of one profession form.
const UNIONS: &[&str] = &["perhimpunan", "ikatan", "persatuan", "himpunan", "kolegium", "asosiasi", "konsil"];

/// Whether a body's name in two words stands at word `at`.
pub(crate) fn pair(text: &Text<'_>, at: usize) -> bool {
    let second = || crate::annotate::phrases::words().pairs.get(text.lower(at));
    text.words.get(at).is_some_and(|word| word.is_capital())
        && text.joined(at)
        && text.word(at + 1).is_capital()
        && second().is_some_and(|second| second.contains(&text.lower(at + 1)))
}

pub(super) fn roman(word: &str) -> bool {
    word.len() <= 5 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Words right behind an office that say since when it is held.
pub(crate) const NEW: &[&str] = &["baru", "anyar"];
