//! The dictionary: every form of a word, and where its family lies.
//!
//! Forms stand in byte order, each as what differs from the one before, in parts that stand alone; the catalogue knows
//! the first form of each part. A family's name that is no form of the archive stands here too, so that the root of a
//! word finds its derivations.

use serde::{Deserialize, Serialize};

use super::encode;

/// Dictionary parts are filled up to this many bytes.
const PART: usize = 8 * 1024;

/// Where a form's postings lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Which of the postings parts.
    pub(crate) part: u32,
    /// Where in it the family begins.
    pub(crate) offset: u32,
    /// Which list of the family is this form's, counted from 1; 0 where the form only names the family.
    pub(crate) list: u32,
    /// In how many articles the form stands.
    pub(crate) articles: u32,
}

/// One part of the dictionary.
#[derive(Debug)]
pub(super) struct DictionaryPart {
    pub(super) first: String,
    pub(super) bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Row<'a> {
    shared: u8,
    suffix: &'a str,
    entry: Entry,
}

/// Writes forms, which come in byte order.
pub(super) fn write<'a>(forms: impl Iterator<Item = (&'a str, Entry)>) -> Vec<DictionaryPart> {
    let mut parts: Vec<DictionaryPart> = Vec::new();
    let mut before = "";
    for (form, entry) in forms {
        if parts.last().is_none_or(|part| part.bytes.len() >= PART) {
            parts.push(DictionaryPart { first: form.to_owned(), bytes: Vec::new() });
            before = "";
        }
        let shared =
            form.char_indices().map(|(i, c)| i + c.len_utf8()).take_while(|&i| before.get(..i) == Some(&form[..i]));
        let shared = shared.last().unwrap_or(0);
        let row = Row { shared: shared as u8, suffix: &form[shared..], entry };
        if let Some(part) = parts.last_mut() {
            part.bytes.extend(encode(&row));
        }
        before = form;
    }
    parts
}

/// Reads the forms of a part in order until `each` says that it has seen enough.
pub(crate) fn read(mut part: &[u8], each: &mut dyn FnMut(&str, Entry) -> bool) {
    let mut form = String::new();
    while let Ok((row, rest)) = postcard::take_from_bytes::<Row<'_>>(part) {
        if !form.is_char_boundary(row.shared as usize) {
            return;
        }
        form.truncate(row.shared as usize);
        form.push_str(row.suffix);
        if !each(&form, row.entry) {
            return;
        }
        part = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, read, write};

    #[test]
    fn forms_come_back_in_order() {
        let mut forms: Vec<String> = (0..3000).map(|i| format!("ké{}", i * 7919 % 5000)).collect();
        forms.sort();
        forms.dedup();
        let entry = |i: usize| Entry { part: i as u32, offset: 2, list: 1, articles: 9 };
        let parts = write(forms.iter().enumerate().map(|(i, form)| (form.as_str(), entry(i))));
        assert!(parts.len() > 1);
        let mut found = Vec::new();
        for part in &parts {
            let mut first = true;
            read(&part.bytes, &mut |form, entry| {
                assert!(!first || form == part.first);
                first = false;
                found.push((form.to_owned(), entry));
                true
            });
        }
        let expected: Vec<_> = forms.iter().enumerate().map(|(i, form)| (form.clone(), entry(i))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_damaged_part_ends_early_and_quietly() {
        let parts = write([("ab", Entry { part: 0, offset: 0, list: 1, articles: 1 })].into_iter());
        for i in 0..parts[0].bytes.len() {
            let mut bytes = parts[0].bytes.clone();
            bytes[i] ^= 0xff;
            read(&bytes, &mut |form, _| form.len() < 1000);
        }
    }
}
