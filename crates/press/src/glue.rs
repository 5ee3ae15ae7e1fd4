//! Words that lost the space between them: `PresidenSari`, `RISari`.
//!
//! WHY: outlets put links on names, and what reads their pages loses the spaces around a link. A capital letter inside a
//! word parts it where the letters before it are a word that the lists know; `YouTube` and `GoPay` stay whole.

use jejak_archive::Stem as _;

use crate::lexicon::lexicon;
use crate::stem::Indonesian;

/// Fewest letters of the second part.
const SECOND: usize = 3;
/// Fewest letters of a first part in small letters; one in capitals may have two.
const FIRST: usize = 4;

/// The byte at which a word parts into two, if it does.
pub(crate) fn split(word: &str) -> Option<usize> {
    if let Some(at) = initials(word) {
        return Some(at);
    }
    if word.len() < FIRST + 1 || !word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let bytes = word.as_bytes();
    (2..word.len().saturating_sub(SECOND - 1)).find(|at| {
        let at = *at;
        let (before, here, after) = (bytes[at - 1], bytes[at], bytes[at + 1]);
        // `DirekturSARI`: a word and an abbreviation.
        let caps =
            before.is_ascii_lowercase() && word.len() - at >= SECOND && bytes[at..].iter().all(u8::is_ascii_uppercase);
        if !here.is_ascii_uppercase()
            || !(after.is_ascii_lowercase() || caps)
            || !word[..at].bytes().all(|b| b.is_ascii_alphabetic())
        {
            return false;
        }
        let first = word[..at].to_lowercase();
        if before.is_ascii_uppercase() {
            // `RISari`: only what is an abbreviation of its own.
            return word[..at].bytes().all(|b| b.is_ascii_uppercase()) && lexicon().not_names.contains(&*first);
        }
        let small = word.starts_with(|c: char| c.is_ascii_lowercase())
            && (crate::stem::is_root(&first) || Indonesian.stem(&first) != first);
        first.len() >= FIRST && before.is_ascii_lowercase() && (known(&first) || small)
    })
}

/// `RMmenjalani`: initials with a word of the language behind them.
fn initials(word: &str) -> Option<usize> {
    let at = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = word.get(at..)?;
    let small = (2..=4).contains(&at) && rest.len() >= VERB && rest.bytes().all(|byte| byte.is_ascii_lowercase());
    let word = small && (crate::stem::is_root(rest) || Indonesian.stem(rest) != rest);
    word.then_some(at)
}

/// Whether the lists know a lower-case word as one that may stand before a name or an area.
fn known(word: &str) -> bool {
    let lists = lexicon();
    lists.not_names.contains(word)
        || lists.common.contains(word)
        || lists.title(word).is_some()
        || lists.cue(word).is_some()
        || lists.offices.has(word)
        || lists.regions.has(word)
}

/// The byte at which a small-letter verb begins that is glued to the name before it (`Sariantomelakukan`): `known`
/// says whether the name alone stands elsewhere in the text, `behind` whether a capital word stands before it.
pub(crate) fn split_verb(word: &str, known: &dyn Fn(&str) -> bool, behind: bool) -> Option<usize> {
    // `Sari-Sariantoberbagi`: the verb stands behind the last part of a name with a hyphen.
    if let Some(hyphen) = word.rfind('-').filter(|at| word[at + 1..].starts_with(|c: char| c.is_ascii_uppercase())) {
        return split_verb(&word[hyphen + 1..], known, true).map(|at| hyphen + 1 + at);
    }
    if word.len() < NAME + VERB || !word.is_ascii() || word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let lower = word.to_lowercase();
    // The whole is a word of its own: `Rekomendasi`, `Pemberdayaan`.
    if lexicon().not_names.contains(&*lower) || Indonesian.stem(&lower) != lower || crate::stem::is_root(&lower) {
        return None;
    }
    (NAME..=word.len().saturating_sub(VERB)).find(|at| {
        let verb = &lower[*at..];
        let prefixed = ["me", "di", "ber", "ter"].iter().any(|prefix| verb.starts_with(prefix));
        // `mem-posting`, `di-upload`: a foreign stem behind a hyphen.
        let foreign = ["me-", "mem-", "men-", "meng-", "di-"].iter().any(|prefix| verb.starts_with(prefix));
        let is_verb = prefixed && (foreign || lexicon().cue(verb).is_some() || Indonesian.stem(verb) != verb);
        is_verb && (behind || known(&lower[..*at]))
    })
}

/// Words of a sentence that no name ends in.
const TAILS: &[&str] = &[
    "terhadap", "tersebut", "bersama", "kembali", "melalui", "menjadi", "sebagai", "sebelum", "seperti", "setelah",
    "tentang", "terkait", "dengan", "hingga", "karena", "kepada", "ketika", "maupun", "pernah", "secara", "sedang",
    "selama", "sempat", "bahwa", "bakal", "dalam", "ingin", "lewat", "masih", "sudah", "telah", "tidak", "turut",
    "untuk", "atau", "juga", "saat", "usai",
];
/// Those that some names end in too: they are parted only from a name that stands elsewhere.
const DOUBTFUL: &[&str] = &["serta", "akan", "yang", "pada", "dari", "bisa", "ini", "itu", "dan"];

/// The byte at which a small word begins that is glued to the name before it (`Sariantosebagai`), as [`split_verb`].
pub(crate) fn split_tail(word: &str, known: &dyn Fn(&str) -> bool) -> Option<usize> {
    if !word.is_ascii() || word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    if !TAILS.iter().chain(DOUBTFUL).any(|tail| word.ends_with(tail)) {
        return None;
    }
    let lower = word.to_lowercase();
    let whole = || lexicon().not_names.contains(&*lower) || crate::stem::is_root(&lower) || known(&lower);
    let parts = |tail: &str| lower.strip_suffix(tail).filter(|name| name.len() >= NAME).map(str::len);
    let sure = TAILS.iter().filter_map(|tail| parts(tail)).find(|at| known(&lower[..*at]));
    let sure = sure.or_else(|| TAILS.iter().find_map(|tail| parts(tail)));
    let doubtful = || DOUBTFUL.iter().filter_map(|tail| parts(tail)).find(|at| known(&lower[..*at]));
    sure.or_else(doubtful).filter(|_| !whole())
}

/// Fewest letters of a name that a verb is parted from.
const NAME: usize = 4;
/// Fewest letters of such a verb.
const VERB: usize = 6;

#[cfg(test)]
mod tests {
    use super::{split, split_tail, split_verb};

    #[test]
    fn a_word_of_the_lists_is_parted_from_the_name_behind_it() {
        assert_eq!(split("PresidenSari"), Some(8));
        assert_eq!(split("AgamaSumatera"), Some(5));
        assert_eq!(split("RISari"), Some(2));
        assert_eq!(split("RMmenjalani"), Some(2), "initials before a verb");
        assert_eq!(split("DirekturSARI"), Some(8));
        assert_eq!(split("pengadilanSari"), Some(10), "a word of the language");
        for whole in ["YouTube", "GoPay", "PPPAPPKB", "McDonald", "KemenkoPM", "Sari", "DPRD", "PT", "iPhone"] {
            assert_eq!(split(whole), None, "{whole}");
        }
    }

    #[test]
    fn a_verb_is_parted_from_the_name_before_it() {
        assert_eq!(split_verb("Sariantomelakukan", &|_| false, true), Some(8));
        assert_eq!(split_verb("Sariantomemantau", &|name| name == "sarianto", false), Some(8));
        assert_eq!(split_verb("Sariantomemantau", &|_| false, false), None, "nothing shows a name");
        assert_eq!(split_verb("Sari-Sariantoberbagi", &|_| false, false), Some(13));
        for whole in ["Pemberdayaan", "Rekomendasi", "Pendidikan", "Keberagaman", "Sukamelati", "Suwandi"] {
            assert_eq!(split_verb(whole, &|_| true, true), None, "{whole}");
        }
    }

    #[test]
    fn a_small_word_is_parted_from_the_name_before_it() {
        assert_eq!(split_tail("Sariantosebagai", &|_| false), Some(8));
        assert_eq!(split_tail("Sariantobakal", &|_| false), Some(8));
        assert_eq!(split_tail("Sariantoini", &|name| name == "sarianto"), Some(8));
        for whole in ["Suhartini", "Wulandari", "Baswedan", "Syahrini", "Mayapada"] {
            assert_eq!(split_tail(whole, &|_| false), None, "{whole}");
        }
        assert_eq!(split_tail("Sariatau", &|name| name == "sariatau"), None, "it stands elsewhere as it is");
    }
}
