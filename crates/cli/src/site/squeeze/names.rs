//! Short names for what the app's JavaScript and its WebAssembly need of one another.
//!
//! wasm-bindgen calls each such function by what it does and a hash, some thirty letters that compress badly because no two
//! hashes are alike. The two files are made together and load together, so any names do as long as both use the same.

use std::collections::BTreeMap;

/// How the names begin that wasm-bindgen gives.
const MADE: [&str; 2] = ["__wb", "wasm_bindgen__"];
/// How short ones begin: as no word of the JavaScript does.
const SHORT: char = '$';

/// A short name for each name that wasm-bindgen made and the script has; none where the script has such short ones.
pub(super) fn short<'a>(js: &str, names: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, String> {
    let mut short = BTreeMap::new();
    if words(js).any(|word| word.len() > 1 && word.starts_with(SHORT)) {
        return short;
    }
    for name in names {
        let is_made = MADE.iter().any(|start| name.starts_with(start));
        if is_made && words(js).any(|word| word == name) {
            let next = short.len();
            short.entry(name.to_owned()).or_insert_with(|| brief(next));
        }
    }
    short
}

/// The script with other names.
pub(super) fn put(js: &str, names: &BTreeMap<String, String>) -> String {
    words(js).map(|word| names.get(word).map_or(word, String::as_str)).collect()
}

/// The `number`th short name.
#[expect(clippy::indexing_slicing, reason = "what is left of a division by the number of digits is a digit's place")]
fn brief(mut number: usize) -> String {
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut name = String::from(SHORT);
    loop {
        name.push(char::from(DIGITS[number % DIGITS.len()]));
        number /= DIGITS.len();
        if number == 0 {
            return name;
        }
    }
}

/// The words of a script and what stands between them, in order.
fn words(js: &str) -> impl Iterator<Item = &str> {
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == SHORT;
    let mut rest = js;
    std::iter::from_fn(move || {
        let is_word = in_word(rest.chars().next()?);
        let end = rest.find(|c| in_word(c) != is_word).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_differ() {
        let all: std::collections::BTreeSet<String> = (0..5000).map(brief).collect();
        assert_eq!(all.len(), 5000);
        assert_eq!((brief(0).as_str(), brief(35).as_str(), brief(36).as_str()), ("$0", "$z", "$01"));
    }

    #[test]
    fn only_whole_names_are_shortened() {
        let js = "a.__wbg_body_1(b.__wbg_body_12, `${c}`) + __wbg_other";
        let names = short(js, ["__wbg_body_1", "__wbg_gone", "memory", "a"]);
        assert_eq!(put(js, &names), "a.$0(b.__wbg_body_12, `${c}`) + __wbg_other");
        assert!(short("const $a = x.__wbg_body_1;", ["__wbg_body_1"]).is_empty(), "a script with such names");
    }
}
