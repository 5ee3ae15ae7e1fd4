//! Whether words make a clause: a verb, a modal or a pronoun among them.
//!
//! WHY: between marks and behind a cue stand both statements (`tidak ada jual beli`, `warga menjaga lingkungan`) and
//! mere names and things (`Bakti Desa`, `bantuan beras`). Indonesian shows its verbs by their prefixes, so the forms
//! tell the two apart without a dictionary of verbs.

use std::ops::Range;

use jejak_archive::Stem as _;

use crate::stem::Indonesian;
use crate::text::Text;

/// Words that occur only in clauses: negations, modals, aspects, copulas, pronouns and verbs without a prefix.
const MARKERS: &[&str] = &[
    "tidak",
    "tak",
    "bukan",
    "belum",
    "jangan",
    "akan",
    "harus",
    "dapat",
    "bisa",
    "boleh",
    "perlu",
    "wajib",
    "mesti",
    "sudah",
    "telah",
    "sedang",
    "masih",
    "ingin",
    "mau",
    "ada",
    "adalah",
    "ialah",
    "merupakan",
    "yakni",
    "bahwa",
    "kita",
    "kami",
    "saya",
    "aku",
    "anda",
    "saudara",
    "kalian",
    "mereka",
    "ini",
    "itu",
    "yang",
    "mari",
    "ayo",
    "semoga",
    "silakan",
    "tolong",
    "hanya",
    "hadir",
    "ikut",
    "turut",
    "tetap",
    "terus",
    "makin",
    "semakin",
    "jadi",
    "punya",
    "butuh",
    "datang",
    "pergi",
    "tumbuh",
    "hidup",
    "masuk",
    "keluar",
    "naik",
    "turun",
    "kembali",
    "sangat",
    "lebih",
    "pernah",
    "mampu",
    "bakal",
    "bekerja",
    "belajar",
    "menjadi",
    "berlaku",
    "terjadi",
    "terdiri",
    "meninggal",
    "menang",
    "berangkat",
    "segera",
    "lolos",
    "cocok",
    "kini",
    "selalu",
];

/// Whether some of the words make a clause.
pub(crate) fn is_clause(text: &Text<'_>, words: Range<usize>) -> bool {
    words.clone().any(|index| MARKERS.contains(&text.lower(index)) || is_verb(text, index))
}

/// Whether some of the words are a predicate of their own: a verb or a marker that no `yang`, `untuk` or preposition
/// makes part of a noun phrase (`kekhawatiran yang muncul`, `rencana untuk menata kota`).
pub(crate) fn has_predicate(text: &Text<'_>, words: Range<usize>) -> bool {
    let mut relative = false;
    words.into_iter().any(|index| {
        let word = text.lower(index);
        if word == "yang" {
            relative = true;
            return false;
        }
        if POINTERS.contains(&word) {
            return false;
        }
        // `jalan yang telah rusak menyulitkan warga`: behind its modal comes the relative clause's own word.
        if relative && index > 0 && MARKERS.contains(&text.lower(index - 1)) && text.lower(index - 1) != "yang" {
            relative = false;
            return false;
        }
        let predicate = word == "sebagai" || MARKERS.contains(&word) || is_verb(text, index);
        if !predicate {
            return false;
        }
        let led = index > 0 && LEADERS.contains(&text.lower(index - 1));
        // The first predicate behind `yang` is the relative clause's, and a modal goes with its verb.
        let modal = relative && MARKERS.contains(&word);
        let own = !led && !relative;
        relative = modal;
        own
    })
}

/// Whether a predicate begins at a word: a verb, or a marker that goes with no mere noun.
pub(crate) fn predicate_at(text: &Text<'_>, index: usize) -> bool {
    let word = text.lower(index);
    let marker = MARKERS.contains(&word) && !POINTERS.contains(&word) && word != "yang";
    text.joined(index.saturating_sub(1)) && (word == "sebagai" || marker || is_verb(text, index))
}

/// Markers that also go with a mere noun.
const POINTERS: &[&str] = &["ini", "itu", "kita", "kami", "saya", "mereka", "lebih", "sangat", "hanya"];

/// Words before a verb that make it part of a noun phrase.
const LEADERS: &[&str] =
    &["untuk", "dalam", "dengan", "guna", "demi", "oleh", "tanpa", "sambil", "seraya", "saat", "termasuk", "dan"];

/// Whether the word at `index` has the form of a verb: a verb's prefix before a known root, or a suffix of command.
pub(crate) fn is_verb(text: &Text<'_>, index: usize) -> bool {
    let Some(word) = text.words.get(index).filter(|word| word.is_lower()) else { return false };
    let form = &*word.lower;
    let prefixed = ["me", "di", "ber", "ter"].iter().any(|prefix| form.starts_with(prefix));
    let command = form.ends_with("lah");
    // Only verbs begin with the long forms of `meN-`, also where the root is unknown; the rest must lead to a root,
    // for a noun that only looks so (`dinas`, `ternak`) is its own stem.
    let certain = ["mem", "meng", "meny"].iter().any(|prefix| form.starts_with(prefix)) && form.len() >= 7;
    form.len() >= 5 && !NOUNS.contains(&form) && (certain || ((prefixed || command) && Indonesian.stem(form) != form))
}

/// Words with a verb's form that are none: prepositions, adverbs and nouns.
const NOUNS: &[&str] = &[
    "terhadap",
    "terkait",
    "terutama",
    "termasuk",
    "tersebut",
    "terakhir",
    "terbaik",
    "tertentu",
    "berbagai",
    "bersama",
    "berikut",
    "berdasarkan",
    "menurut",
    "melalui",
    "mengenai",
    "menjelang",
    "dibanding",
    "dibandingkan",
    "berita",
    "sekolah",
    "jumlah",
    "masalah",
    "langkah",
    "wilayah",
    "daerah",
    "sejumlah",
    "setelah",
    "adalah",
    "bahkan",
    "sedangkan",
    "makan",
    "merek",
    "pendidikan",
    "bukan",
    "memang",
    "terdakwa",
    "tersangka",
    "terpidana",
    "terduga",
    "tergugat",
    "terlapor",
    "diskusi",
    "direksi",
    "memori",
];
