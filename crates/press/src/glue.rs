//! Words that lost the space between them: `PresidenSari`, `RISari`.
//!
//! WHY: outlets put links on names, and what reads their pages loses the spaces around a link. A capital letter inside a
//! word parts it where the letters before it are a word that the lists know; `YouTube` and `GoPay` stay whole.

use jejak_archive::Stem as _;

use crate::lexicon::{TitlePlace, lexicon};
use crate::lists::{Known, List};
use crate::stem::Indonesian;
use crate::within::Within as _;

/// Fewest letters of the second part.
const SECOND: usize = 3;
/// Fewest of it in capitals.
const LETTERS: usize = 2;
/// Fewest letters of a first part in small letters; one in capitals may have two.
const FIRST: usize = 4;

/// The byte at which a word parts into two, if it does.
pub(crate) fn split(word: &str) -> Option<usize> {
    if let Some(at) = initials(word).or_else(|| title(word)) {
        return Some(at);
    }
    if word.len() < FIRST + 1 || !word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    if let Some(at) = humps(word, 3).or_else(|| humps(word, 2).filter(|at| first_name(word.within(*at..)))) {
        return Some(at);
    }
    let bytes = word.as_bytes();
    (2..word.len().saturating_sub(LETTERS - 1)).find(|at| {
        let at = *at;
        let Some(&[before, here, after]) = bytes.get(at - 1..=at + 1) else { return false };
        // `DirekturSARI`, `JaksaST`: a word and an abbreviation or initials.
        let caps = before.is_ascii_lowercase()
            && word.len() - at >= LETTERS
            && bytes.within(at..).iter().all(u8::is_ascii_uppercase);
        if !here.is_ascii_uppercase()
            || !((after.is_ascii_lowercase() && word.len() - at >= SECOND) || caps)
            || !word.within(..at).bytes().all(|b| b.is_ascii_alphabetic())
        {
            return false;
        }
        let first = word.within(..at).to_lowercase();
        if before.is_ascii_uppercase() {
            // `RISari`: only what is an abbreviation of its own.
            return word.within(..at).bytes().all(|b| b.is_ascii_uppercase()) && lexicon().not_names.contains(&first);
        }
        // `KemenkoPM` is one; initials stand behind an office or a title.
        if caps && word.len() - at < SECOND && known(&first) {
            let lists = lexicon();
            return lists.title(&first).is_some() || lists.offices.has(&first);
        }
        let small = word.starts_with(|c: char| c.is_ascii_lowercase())
            && (crate::stem::is_root(&first) || Indonesian.stem(&first) != first);
        first.len() >= FIRST && before.is_ascii_lowercase() && (known(&first) || small)
    })
}

/// Whether a word is a first name: `KarmayaSari` are two words, whatever the first of them is.
fn first_name(word: &str) -> bool {
    List::GIVEN.contains(&word.to_lowercase())
}

/// `KetuaKarmayaSari`: so many words and more, of which each begins with a capital letter and is long enough for a word.
pub(crate) fn humps(word: &str, fewest: usize) -> Option<usize> {
    let starts: Vec<usize> =
        word.bytes().enumerate().filter(|(_, b)| b.is_ascii_uppercase()).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([word.len()]);
    let long = starts.iter().zip(ends).all(|(start, end)| end - start >= FIRST);
    match *starts {
        [0, second, ..] if starts.len() >= fewest && long && word.bytes().all(|b| b.is_ascii_alphabetic()) => {
            Some(second)
        }
        _ => None,
    }
}

/// `RMmenjalani`: initials with a word of the language behind them.
fn initials(word: &str) -> Option<usize> {
    let at = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = word.get(at..)?;
    let small = (2..=4).contains(&at) && rest.len() >= VERB && rest.bytes().all(|byte| byte.is_ascii_lowercase());
    let word = small && (crate::stem::is_root(rest) || Indonesian.stem(rest) != rest);
    word.then_some(at)
}

/// `Hj.Sari`: a title with the name behind its full stop.
fn title(word: &str) -> Option<usize> {
    let at = word.find('.')?;
    let name = word.within(at + 1..);
    let named = name.len() >= SECOND && name.starts_with(char::is_uppercase) && !name.contains('.');
    let small = name.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let before = || lexicon().title(&word.within(..at).to_lowercase()).is_some_and(|place| place == TitlePlace::Before);
    (named && small && before()).then_some(at)
}

/// Whether the lists know a lower-case word as one that may stand before a name or an area.
fn known(word: &str) -> bool {
    let lists = lexicon();
    let known = lists.known(word);
    known.is(List::NOT_NAMES.or(List::COMMON))
        || known.title().is_some()
        || known.cue.is_some()
        || lists.offices.has(word)
        || lists.regions.has(word)
}

/// The byte at which a small-letter verb begins that is glued to the name before it (`Sariantomelakukan`): `known`
/// says whether the name alone stands elsewhere in the text, `behind` whether a capital word stands before it.
pub(crate) fn split_verb(word: &str, known: &dyn Fn(&str) -> bool, behind: bool) -> Option<usize> {
    // `Sari-Sariantoberbagi`: the verb stands behind the last part of a name with a hyphen.
    if let Some(hyphen) =
        word.rfind('-').filter(|at| word.within(at + 1..).starts_with(|c: char| c.is_ascii_uppercase()))
    {
        return split_verb(word.within(hyphen + 1..), known, true).map(|at| hyphen + 1 + at);
    }
    if word.len() < NAME + VERB || !word.is_ascii() || word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let prefixed = |at: &usize| {
        ["me", "di", "ber", "ter"].iter().any(|prefix| lower.as_bytes().within(*at..).starts_with(prefix.as_bytes()))
    };
    let first = (NAME..=word.len().saturating_sub(VERB)).find(prefixed)?;
    // The whole is a word of its own: `Rekomendasi`, `Pemberdayaan`.
    if lexicon().not_names.contains(&lower) || Indonesian.stem(&lower) != lower || crate::stem::is_root(&lower) {
        return None;
    }
    (first..=word.len().saturating_sub(VERB)).filter(prefixed).find(|at| {
        let verb = lower.within(*at..);
        // `mem-posting`, `di-upload`: a foreign stem behind a hyphen.
        let foreign = ["me-", "mem-", "men-", "meng-", "di-"].iter().any(|prefix| verb.starts_with(prefix));
        (foreign || lexicon().cue(verb).is_some() || Indonesian.stem(verb) != verb)
            && (behind || known(lower.within(..*at)))
    })
}

/// Words of a sentence that no name ends in.
pub(crate) const TAILS: &[&str] = &[
    "menyatakan",
    "akhirnya",
    "bersama",
    "kembali",
    "melalui",
    "menjadi",
    "mungkin",
    "sebagai",
    "sebelum",
    "seperti",
    "setelah",
    "tentang",
    "terhadap",
    "terkait",
    "tersebut",
    "dengan",
    "hingga",
    "karena",
    "kepada",
    "ketika",
    "maupun",
    "memang",
    "pernah",
    "secara",
    "sedang",
    "selama",
    "sempat",
    "bahwa",
    "bakal",
    "bikin",
    "dalam",
    "ingin",
    "lewat",
    "masih",
    "punya",
    "sudah",
    "telah",
    "tidak",
    "turut",
    "untuk",
    "yakni",
    "yaitu",
    "atau",
    "buka",
    "juga",
    "saat",
    "usai",
];
/// Those that hardly any name ends in: they are parted from a long last name.
const RARE: &[&str] = &["yang", "udah", "kini"];
/// Fewest letters of such a name.
const LONG_NAME: usize = 7;
/// Fewest letters of a name before a glued `di`, which many names end in.
const BEFORE_PLACE: usize = 5;

/// The byte at which a small word begins that is glued to the name before it (`Sariantosebagai`), as [`split_verb`];
/// `placed` says whether the next word is an area's or a body's.
pub(crate) fn split_tail(word: &str, known: &dyn Fn(&str) -> bool, behind: bool, placed: bool) -> Option<usize> {
    if word.len() < SHORT_NAME + 3 || !word.is_ascii() || word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let lists = List::NOT_NAMES.or(List::GIVEN).or(List::SMALL);
    if lists.contains(&lower) || crate::stem::is_root(&lower) {
        return None;
    }
    let place = |at: usize| placed && at >= BEFORE_PLACE && matches!(lower.within(at..), "di" | "ke");
    (SHORT_NAME..=lower.len() - 2)
        .find_map(|at| {
            let tail = lower.within(at..);
            let lists = lexicon().known(tail);
            let sure = lists.is(List::TAILS) || behind && at >= LONG_NAME && RARE.contains(&tail);
            // `Sari Ayusudah`, where `Ayu` stands elsewhere.
            if at < NAME && !(sure && behind && known(lower.within(..at))) {
                return None;
            }
            Some((at, sure)).filter(|_| sure || (place(at) || small(tail, lists)) && known(lower.within(..at)))
        })
        // A line that stands twice in a text shows nothing: a sure word is parted either way.
        .and_then(|(at, sure)| (sure || !known(&lower)).then_some(at))
}

/// Whether a word is one that newspapers print in small letters, and no part of a name.
fn small(word: &str, lists: Known) -> bool {
    word.len() >= SMALL
        && lists.is(List::SMALL.or(List::COMMON))
        && !(lists.is(List::GIVEN.or(List::ALSO_GIVEN)) || ENDS_NAMES.contains(&word))
}

/// Fewest letters of a small word that is parted from a name.
const SMALL: usize = 3;
/// Common words that names end in as well: `Ekaputra`, `Suhari`.
const ENDS_NAMES: &[&str] =
    &["putra", "putri", "hari", "mari", "guna", "tim", "dia", "jangan", "ada", "nah", "wah", "sari"];

/// Fewest letters of a name that a verb is parted from.
const NAME: usize = 4;
/// Fewest letters of one that stands elsewhere too, behind a first name.
const SHORT_NAME: usize = 3;
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
        assert_eq!(split("DirekturST"), Some(8), "initials behind a word");
        assert_eq!(split("KarmayaStephanus"), Some(7), "a first name behind a word that no list has");
        assert_eq!(split("Hj.Sarianti"), Some(2), "a title");
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
        let none = |word: &str| split_tail(word, &|_| false, false, false);
        assert_eq!(none("Sariantosebagai"), Some(8));
        assert_eq!(none("Sariantobakal"), Some(8));
        assert_eq!(split_tail("Sariantoini", &|name| name == "sarianto", false, false), Some(8));
        assert_eq!(split_tail("Sariantoturun", &|name| name == "sarianto", false, false), Some(8));
        assert_eq!(none("Sariantoturun"), None, "nothing shows a name");
        assert_eq!(split_tail("Sariantoyang", &|_| false, true, false), Some(8), "behind a first name");
        assert_eq!(split_tail("Sariantodi", &|name| name == "sarianto", false, true), Some(8), "before a place");
        assert_eq!(split_tail("Wahyudi", &|name| name == "wahyu", false, false), None);
        for whole in ["Suhartini", "Wulandari", "Baswedan", "Syahrini", "Mayapada"] {
            assert_eq!(none(whole), None, "{whole}");
        }
        let elsewhere = |name: &str| name == "sarianto" || name == "sariantoini";
        assert_eq!(split_tail("Sariantoini", &elsewhere, false, false), None, "it stands elsewhere as it is");
    }
}
