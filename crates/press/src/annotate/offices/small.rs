//! Words in small letters behind an office: those that name it more closely, and those that point back.
//!
//! WHY: `Ketua panitia pelaksana, Sari` heads the committee, so the words belong to the office; `Kepala Dinas Kesehatan
//! kota itu, Sari` points back to a town that was named before, so they do not, and are no part of the name either. Both
//! count only where a name follows: elsewhere such words are the sentence going on.

use std::ops::Range;

use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::parts::{honorifics, is_acronym, run};
use crate::lexicon::lexicon;
use crate::text::{Shape, Text};

/// Longest run of such words.
const LONGEST: usize = 6;
/// Words that point back at what was named before.
const POINTING: &[&str] = &["itu", "ini", "tersebut", "setempat"];
/// Words that name no office more closely.
const STOPS: &[&str] = &[
    "yang",
    "ke",
    "dari",
    "untuk",
    "pada",
    "dengan",
    "akan",
    "telah",
    "sudah",
    "juga",
    "saat",
    "ketika",
    "karena",
    "oleh",
    "agar",
    "bahwa",
    "lalu",
    "kemudian",
    "serta",
    "atau",
    "tidak",
    "belum",
    "masih",
    "harus",
    "bisa",
    "dapat",
    "ikut",
    "turut",
    "hadir",
    "asal",
    "selaku",
    "sebagai",
    "sekaligus",
    "melalui",
    "bersama",
    "para",
    "nya",
    "adalah",
    "yakni",
    "yaitu",
    "bernama",
    "saja",
    "pun",
    "lainnya",
    "lain",
    "terkait",
    "seperti",
    "kepada",
    "bagi",
    "sempat",
    "mereka",
    "kami",
    "kita",
    "terhadap",
    "sejak",
    "setelah",
    "sebelum",
    "sebelumnya",
    "sementara",
    "lewat",
    "milik",
    "tentang",
    "soal",
    "hingga",
    "sampai",
    "usai",
    "baru",
    "lama",
    "bin",
    "binti",
    "alias",
    "periode",
    "tahun",
    "terpilih",
    "nonaktif",
    "definitif",
    "nama",
];
/// Words that describe a person behind a noun for what the person does.
const DESCRIBING: &[&str] = &[
    "legendaris",
    "senior",
    "muda",
    "cilik",
    "kondang",
    "terkenal",
    "ternama",
    "cantik",
    "tampan",
    "multitalenta",
    "veteran",
    "kenamaan",
    "populer",
    "papan",
    "atas",
    "top",
    "kawakan",
    "berbakat",
    "andal",
    "bule",
    "lawas",
    "terbaik",
    "utama",
    "hebat",
    "berpengaruh",
    "kontroversial",
    "oposisi",
    "independen",
    "kiri",
    "kanan",
    "bertahan",
    "serang",
    "sayap",
    "tangguh",
    "andalan",
];

/// Whether word `at` describes a person: a listed word or `anti-Karya`.
fn describes(text: &Text<'_>, at: usize) -> bool {
    let word = text.lower(at);
    text.words.get(at).is_some_and(crate::text::Word::is_lower)
        && (DESCRIBING.contains(&word) || word.starts_with("anti-") || word.starts_with("pro-"))
}

/// Some words behind an office without the last ones that describe a person.
pub(crate) fn plain(text: &Text<'_>, own: Range<usize>) -> Range<usize> {
    let mut end = own.end;
    while end > own.start
        && describes(text, end - 1)
        && text.lower(end - 1) != "senior"
        && text.lower(end - 1) != "muda"
    {
        end -= 1;
    }
    own.start..end
}

/// Beginnings of verbs.
const VERBS: &[&str] = &["meng", "mem", "men", "meny", "ber", "ter", "di"];

/// The words behind an office at word `start`: those that belong to it, and the word behind the last that points back.
pub(crate) fn tail(text: &Text<'_>, start: usize, evidence: &Evidence<'_, '_>) -> Option<(Range<usize>, usize)> {
    let mut at = start;
    // `penyanyi cilik Sari`, `politikus anti-Karya Sari Dewi`: the words say what kind of person, not what office.
    while at < start + LONGEST && text.joined(at - 1) && describes(text, at) {
        at += 1;
    }
    let name = run(text, at);
    let area = lexicon().regions.find(text, at).is_some_and(|(count, _)| count >= name.len());
    if at > start && text.joined(at - 1) && !name.is_empty() && !area && !is_acronym(text, at) {
        return Some((start..start, at));
    }
    let mut at = start;
    while at < start + LONGEST && text.joined(at - 1) && text.word(at).is_lower() {
        let word = text.lower(at);
        let place = word == "di" && text.words.get(at + 2).is_some_and(|next| POINTING.contains(&&*next.lower));
        let verb = word.len() >= 7 && VERBS.iter().any(|head| word.starts_with(head)) && !POINTING.contains(&word);
        // `salah satu warga terdampak, Sari, menyebut`
        // `spesialis kejiwaan dr Sari Dewi`
        if matches!(word, "dr" | "drg" | "drh" | "pak" | "bu" | "bapak" | "ibu") {
            break;
        }
        let state = word.starts_with("ter") && text.gap_before(at + 1).trim() == ",";
        let verb = verb && !state;
        let known = lexicon().not_names.contains(word);
        // `Pemain incarannya, Sari`: whose it is, is no part of an office.
        let owned = word.ends_with("nya") && word.len() > 5;
        let stop = owned
            || (word == "dalam" && text.lower(at - 1) != "penyakit")
            || (word == "dan" && crate::annotate::offices::roles::head(text, at + 1).is_some())
            || STOPS.contains(&word)
            || (word == "di" && !place)
            || word.starts_with("anti");
        let served = at == start && crate::annotate::offices::roles::head(text, at).is_some();
        let known = known || served;
        let office = crate::annotate::offices::roles::head(text, at).is_some() && !known;
        if stop || office || text.cue(at).is_some() || (verb && !known) {
            return None;
        }
        at += 1;
    }
    if at == start || !name_follows(text, start, at, evidence) || text.lower(at - 1) == "dan" {
        return None;
    }
    let mut own = at;
    if POINTING.contains(&text.lower(at - 1)) {
        own = at - 1;
        if own > start && text.lower(own) != "setempat" || text.lower(own.saturating_sub(1)) == "kabupaten" {
            own -= 1;
        }
        while own > start && matches!(text.lower(own - 1), "di" | "kota" | "kabupaten" | "provinsi" | "desa") {
            own -= 1;
        }
    }
    Some((start..own.max(start), at))
}

/// Whether the word in small letters at `at` may name an office more closely: no verb and no word that joins clauses.
pub(crate) fn noun(text: &Text<'_>, at: usize) -> bool {
    let word = text.lower(at);
    let verb = word.len() >= 7 && VERBS.iter().any(|head| word.starts_with(head));
    let within = word == "dalam" && text.lower(at.saturating_sub(1)) != "penyakit";
    !within && !STOPS.contains(&word) && (!verb || lexicon().not_names.contains(word))
}

/// Where the words in small letters behind an office end that name it more closely, whatever follows.
pub(crate) fn end(text: &Text<'_>, start: usize) -> usize {
    let mut at = start;
    while at < start + LONGEST && text.joined(at - 1) && text.word(at).is_lower() {
        let word = text.lower(at);
        let verb = word.len() >= 7 && VERBS.iter().any(|head| word.starts_with(head));
        let joint = word == "dan" && crate::annotate::offices::roles::head(text, at + 1).is_some();
        if joint || word == "di" || STOPS.contains(&word) || POINTING.contains(&word) || verb || text.cue(at).is_some()
        {
            break;
        }
        at += 1;
    }
    if text.lower(at - 1) == "dan" { start } else { at }
}

/// Whether a name begins at word `at`: behind a comma, behind a title, or in two words and more.
fn name_follows(text: &Text<'_>, start: usize, at: usize, evidence: &Evidence<'_, '_>) -> bool {
    let Some(word) = text.words.get(at) else { return false };
    if word.paragraph != text.word(at - 1).paragraph || word.sentence != text.word(at - 1).sentence {
        return false;
    }
    let gap = text.gap_before(at).trim();
    let (name, titles) = honorifics(text, at);
    let words = run(text, name);
    if words.is_empty() || !matches!(gap, "" | ",") || (words.len() == 1 && is_acronym(text, words.start)) {
        return false;
    }
    let region = lexicon().regions.find(text, words.start).is_some_and(|(count, _)| count >= words.len());
    let known = words.clone().any(|index| evidence.is_name(index));
    if crate::annotate::offices::roles::head(text, words.start).is_some() {
        return false;
    }
    let closes = text.words.get(words.end).is_none_or(|next| next.is_lower() || next.shape == Shape::Number)
        || text.gap_before(words.end).trim_start().starts_with([',', '.', '(']);
    // `kota itu Sari Dewi`: what points back ends the office.
    let points = POINTING.contains(&text.lower(at - 1));
    let tells = text.cue(words.end).is_some_and(|cue| cue.form == crate::lexicon::CueForm::Active);
    // `ujar koordinator program Sari Dewi`
    let said = (2..=4).take_while(|back| *back <= start).any(|back| {
        text.cue(start - back).is_some_and(|cue| cue.form == crate::lexicon::CueForm::Bare && !cue.nya)
            && text.word(start - back).sentence == text.word(at).sentence
    });
    !region && closes && (known || !titles.is_empty() || (words.len() > 1 && (tells || points || said)) || gap == ",")
}
