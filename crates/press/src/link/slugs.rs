//! Lasting addresses out of names.

use std::collections::BTreeSet;

use xxhash_rust::xxh3::xxh3_64;

/// Longest slug before a suffix.
const LONGEST: usize = 60;

/// Hands out slugs, each once.
#[derive(Debug, Default)]
pub(crate) struct Slugs {
    taken: BTreeSet<String>,
}

impl Slugs {
    /// The slug of a name; one that is taken gets a hash of the `key` that tells the two apart.
    pub(crate) fn give(&mut self, name: &str, key: &str) -> String {
        let plain = slug(name);
        let hash = format!("{:016x}", xxh3_64(key.as_bytes()));
        let mut slug = if plain.is_empty() { hash[..8].to_string() } else { plain };
        let base = slug.clone();
        let mut length = 4;
        while !self.taken.insert(slug.clone()) {
            slug = format!("{base}-{}", hash.get(..length).unwrap_or(&hash));
            length += 4;
            if length > 24 {
                slug = format!("{base}-{}-{}", hash, self.taken.len());
            }
        }
        slug
    }
}

/// Lower-case letters and figures with hyphens between words; letters with marks lose them.
fn slug(name: &str) -> String {
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

fn plain_letter(c: char) -> Option<char> {
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
    use super::Slugs;

    #[test]
    fn slugs_are_plain_and_never_twice() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.give("Abdul Mu’ti", "a"), "abdul-muti");
        let second = slugs.give("Abdul Mu'ti", "b");
        assert!(second.starts_with("abdul-muti-") && second.len() == 15, "{second}");
        assert_eq!(slugs.give("李", "c").len(), 8);
    }
}
