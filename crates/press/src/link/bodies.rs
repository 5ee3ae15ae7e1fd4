//! One organisation across articles: `Pemkot Metro` is `Pemerintah Kota Metro`.
//!
//! WHY over the whole archive: one article explains an abbreviation (`Dinas Tata Kota (Distako)`), the next one uses
//! it alone. An abbreviation counts only where all articles that explain it agree on what it stands for.

use std::collections::BTreeMap;

use super::Entry;
use crate::annotate::EntityNote;
use crate::annotate::organisations::full_form;

/// What the archive's abbreviations stand for.
pub(super) struct Bodies {
    /// Lower-case abbreviation to full name; none where the articles disagree.
    explained: BTreeMap<String, Option<String>>,
}

impl Bodies {
    /// Reads what the articles explain.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut explained: BTreeMap<String, Option<String>> = BTreeMap::new();
        for body in entries.iter().flat_map(|entry| &entry.note.organisations) {
            let name = full_form(&body.name);
            for alias in body.aliases.iter().filter(|alias| abbreviates(alias, &name)) {
                let meaning = explained.entry(alias.to_lowercase()).or_insert_with(|| Some(name.clone()));
                if meaning.as_ref().is_some_and(|meaning| meaning.to_lowercase() != name.to_lowercase()) {
                    *meaning = None;
                }
            }
        }
        Self { explained }
    }

    /// An organisation under its full name, with the key that it is known by.
    pub(super) fn named(&self, body: &EntityNote) -> (String, EntityNote) {
        let meaning = self.explained.get(&body.name.to_lowercase()).and_then(Clone::clone);
        let name = meaning.unwrap_or_else(|| full_form(&body.name));
        let mut note = body.clone();
        if note.name != name {
            note.aliases.push(std::mem::replace(&mut note.name, name));
        }
        (note.name.to_lowercase(), note)
    }

    /// The key of an organisation.
    pub(super) fn key(&self, body: &EntityNote) -> String {
        self.named(body).0
    }
}

/// Whether an alias is one short word for a name of several.
fn abbreviates(alias: &str, name: &str) -> bool {
    !alias.contains(char::is_whitespace) && name.contains(' ') && alias.len() * 2 < name.len()
}

#[cfg(test)]
mod tests {
    use super::Bodies;
    use crate::annotate::{Annotated, EntityNote};
    use crate::link::Entry;

    fn entry(names: &[(&str, &[&str])]) -> Entry {
        let body = |(name, aliases): &(&str, &[&str])| EntityNote {
            name: (*name).to_string(),
            aliases: aliases.iter().map(|alias| (*alias).to_string()).collect(),
            ..EntityNote::default()
        };
        let note = Annotated { organisations: names.iter().map(body).collect(), ..Annotated::default() };
        Entry { id: "a".to_string(), note, ..Entry::default() }
    }

    fn named(entries: &[Entry], name: &str) -> String {
        Bodies::of(entries).named(&EntityNote { name: name.to_string(), ..EntityNote::default() }).1.name
    }

    #[test]
    fn an_abbreviation_is_what_the_archive_says_it_is() {
        let entries = [entry(&[("Dinas Tata Kota", &["Distako"])]), entry(&[("Distako", &[])])];
        assert_eq!(named(&entries, "Distako"), "Dinas Tata Kota");
        assert_eq!(named(&entries, "Pemkot Metro"), "Pemerintah Kota Metro", "by pattern");
        let torn = [entry(&[("Badan Riset Daerah", &["Brida"])]), entry(&[("Balai Ternak Dadi", &["Brida"])])];
        assert_eq!(named(&torn, "Brida"), "Brida", "two meanings are none");
    }
}
