//! Lasting addresses out of names.
//!
//! A slug is given once and stays with whom it was given to: what an earlier press gave is remembered (see
//! [`crate::Lock`]), by all names that the entity had. When two entities become one, one slug stays and the other leads
//! to it; when one becomes two, the slug stays with the name that it was known by.

use std::collections::{BTreeMap, BTreeSet};

use xxhash_rust::xxh3::xxh3_64;

use crate::lock::Memory;
use crate::within::Within as _;

/// Longest slug before a suffix.
const LONGEST: usize = 60;

/// Hands out slugs, each once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slugs {
    /// Slugs that may not be given to somebody new.
    taken: BTreeSet<String>,
    /// By the key of an entity: the slug that it has already.
    kept: BTreeMap<String, String>,
    /// By the key of an entity: all names that it goes by, itself among them.
    names: BTreeMap<String, Vec<String>>,
    /// Slugs that lead to another entity's now, with the key of that.
    former: BTreeMap<String, String>,
    /// What is given now.
    now: Memory,
}

impl Slugs {
    /// Remembers what was given `before`, for entities that are known by a key and by the `names` that it stands for.
    /// A name belongs to one entity at most.
    pub(crate) fn remembering(before: Memory, mut names: BTreeMap<String, Vec<String>>) -> Self {
        // In an order of their own, so that a press that remembers writes what the first one wrote.
        names.values_mut().for_each(|own| own.sort_unstable());
        let mut owner: BTreeMap<&str, &str> = BTreeMap::new();
        for (key, own) in &names {
            owner.insert(key, key);
            for name in own {
                owner.entry(name).or_insert(key);
            }
        }
        // Which remembered slugs lead to which entity: by the first of their names that somebody goes by.
        let mut leads: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (slug, known) in &before {
            if let Some(key) = known.iter().find_map(|name| owner.get(name.as_str())) {
                leads.entry(key).or_default().push(slug);
            }
        }
        let mut slugs = Self { taken: before.keys().cloned().collect(), ..Self::default() };
        for (key, mut candidates) in leads {
            // Best the slug known by the very same name, then by the longest one.
            let rank = |slug: &&str| {
                let known = before.get(*slug).and_then(|names| names.first()).map_or("", String::as_str);
                (known != key, usize::MAX - known.len(), slug.to_string())
            };
            candidates.sort_by_key(rank);
            let mut candidates = candidates.into_iter();
            slugs.kept.extend(candidates.next().map(|slug| (key.to_owned(), slug.to_owned())));
            slugs.former.extend(candidates.map(|slug| (slug.to_owned(), key.to_owned())));
        }
        let elsewhere = |name: &String, key: &str| owner.get(name.as_str()).is_some_and(|other| *other != key);
        // What nobody goes by at present is remembered as it is.
        slugs.now.clone_from(&before);
        for (key, slug) in &slugs.kept {
            let old = before.get(slug).into_iter().flatten().filter(|name| !elsewhere(name, key));
            let all: BTreeSet<&String> = names.get(key).into_iter().flatten().chain(old).collect();
            let rest = all.into_iter().filter(|name| *name != key).cloned();
            slugs.now.insert(slug.clone(), [key.clone()].into_iter().chain(rest).collect());
        }
        for (slug, key) in &slugs.former {
            // It goes on leading there when its own name is no longer printed anywhere.
            let known = slugs.now.entry(slug.clone()).or_default();
            if !known.contains(key) {
                known.push(key.clone());
            }
        }
        slugs.names = names;
        slugs
    }

    /// The slug of an entity: the one it has, else one of its name. A new one that is taken gets a hash of the `key`
    /// that tells the two apart.
    pub(crate) fn give(&mut self, name: &str, key: &str) -> String {
        if let Some(slug) = self.kept.get(key) {
            return slug.clone();
        }
        let plain = slug(name);
        let hash = format!("{:016x}", xxh3_64(key.as_bytes()));
        let mut slug = if plain.is_empty() { hash.within(..8).to_string() } else { plain };
        let base = slug.clone();
        let mut length = 4;
        while !self.taken.insert(slug.clone()) {
            slug = format!("{base}-{}", hash.get(..length).unwrap_or(&hash));
            length += 4;
            if length > 24 {
                slug = format!("{base}-{}-{}", hash, self.taken.len());
            }
        }
        let rest = self.names.get(key).into_iter().flatten().filter(|name| *name != key).cloned();
        self.now.insert(slug.clone(), [key.to_owned()].into_iter().chain(rest).collect());
        slug
    }

    /// What is to be remembered, and the slugs that lead to another entity's, each with the key of that.
    pub(crate) fn finish(self) -> (Memory, BTreeMap<String, String>) {
        (self.now, self.former)
    }
}

/// Lower-case letters and figures with hyphens between words; letters with marks lose them.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match plain_letter(c) {
            Some(c) => slug.push(c),
            None if matches!(c, '\'' | '’' | '`' | '‘' | '.') => {}
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    slug.trim_end_matches('-').to_string()
}

/// A letter without its marks; none for what is neither a Latin letter nor a figure.
pub(crate) fn plain_letter(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' => Some(c),
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => Some('a'),
        'é' | 'è' | 'ê' | 'ë' => Some('e'),
        'í' | 'ì' | 'î' | 'ï' => Some('i'),
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => Some('o'),
        'ú' | 'ù' | 'û' | 'ü' => Some('u'),
        'ç' => Some('c'),
        'ñ' => Some('n'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Slugs;
    use crate::lock::Memory;

    /// Gives slugs to entities with a key, which is their name here, and further names.
    fn press(before: &Memory, entities: &[(&str, &[&str])]) -> (Vec<String>, Memory, BTreeMap<String, String>) {
        let names = |(key, names): &(&str, &[&str])| {
            (key.to_string(), names.iter().chain([key]).map(|name| name.to_string()).collect())
        };
        let mut slugs = Slugs::remembering(before.clone(), entities.iter().map(names).collect());
        let given = entities.iter().map(|(key, _)| slugs.give(key, key)).collect();
        let (now, former) = slugs.finish();
        (given, now, former)
    }

    #[test]
    fn slugs_are_plain_and_never_twice() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.give("Abdul Mu’ti", "a"), "abdul-muti");
        let second = slugs.give("Abdul Mu'ti", "b");
        assert!(second.starts_with("abdul-muti-") && second.len() == 15, "{second}");
        assert_eq!(slugs.give("李", "c").len(), 8);
    }

    #[test]
    fn a_longer_name_keeps_the_slug_of_the_shorter() {
        let (first, memory, _) = press(&Memory::new(), &[("sari dewi", &[])]);
        let (second, memory, former) = press(&memory, &[("sari dewi lestari", &["sari dewi"])]);
        assert_eq!((&first, first[0].as_str(), former.len()), (&second, "sari-dewi", 0));
        assert_eq!(memory["sari-dewi"], ["sari dewi lestari", "sari dewi"]);
        let (_, one, _) = press(&Memory::new(), &[("c", &["b", "a"])]);
        assert_eq!(press(&one, &[("c", &["b", "a"])]).1, one, "whatever order the names come in");
        let (third, ..) = press(&memory, &[("sari dewi lestari", &[])]);
        assert_eq!(third, first, "the shorter form is no longer printed");
    }

    #[test]
    fn of_two_that_become_one_the_fuller_slug_stays_and_the_other_leads_to_it() {
        let (_, memory, _) = press(&Memory::new(), &[("budi hartono", &[]), ("budi", &[])]);
        let (given, memory, former) = press(&memory, &[("budi hartono", &["budi"])]);
        assert_eq!(given, ["budi-hartono"]);
        assert_eq!(former, BTreeMap::from([("budi".into(), "budi hartono".into())]));
        let (.., former) = press(&memory, &[("budi hartono", &[])]);
        assert_eq!(former.len(), 1, "the former slug leads there although its name is gone");
    }

    #[test]
    fn of_one_that_becomes_two_the_slug_stays_with_its_name() {
        let (_, memory, _) = press(&Memory::new(), &[("budi hartono", &["budi"])]);
        let (given, memory, former) = press(&memory, &[("budi hartono", &[]), ("budi", &[]), ("budi santoso", &[])]);
        assert_eq!((given, former.len()), (vec!["budi-hartono".into(), "budi".into(), "budi-santoso".into()], 0));
        assert_eq!(memory["budi-hartono"], ["budi hartono"]);
    }

    #[test]
    fn the_slug_of_somebody_gone_is_kept_for_them() {
        let (_, memory, _) = press(&Memory::new(), &[("a’b", &[])]);
        let (given, memory, _) = press(&memory, &[("ab", &[])]);
        assert!(given[0].starts_with("ab-"), "{given:?}");
        let (given, again, _) = press(&memory, &[("a’b", &[]), ("ab", &[])]);
        assert_eq!((given[0].as_str(), again), ("ab", memory));
    }
}
