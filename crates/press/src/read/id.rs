//! Ids of articles: `[a-z0-9_-]{1,80}`, unique, and the same for the same input.

use std::collections::HashSet;

use xxhash_rust::xxh3::xxh3_64;

use super::Source;
use crate::problem::{Problem, ProblemKind};

const LONGEST: usize = 80;

/// Hands out ids, each once.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    taken: HashSet<String>,
}

impl Ids {
    /// The id of an article: the one given, else the file's stem, else a hash of its content. One that is taken gets
    /// a hash of the content behind it; a given one that had to change is reported.
    pub(crate) fn give(&mut self, source: &Source, problems: &mut Vec<Problem>) -> String {
        let hash = format!("{:016x}", xxh3_64(source.text.as_bytes()));
        let alone = source.line.is_none();
        let stem = || source.file.rsplit(['/', '\\']).next().map(|name| name.rsplit_once('.').map_or(name, |(s, _)| s));
        let given = source.fields.id.as_deref().and_then(clean);
        let wanted = given
            .clone()
            .or_else(|| if alone { stem().and_then(clean) } else { None })
            .unwrap_or_else(|| hash[..12].to_string());
        let id = if self.taken.contains(&wanted) { self.with_suffix(&wanted, &hash) } else { wanted.clone() };
        if given.is_some() && id != wanted {
            let kind = ProblemKind::IdTaken { given: wanted, became: id.clone() };
            problems.push(Problem { file: source.file.clone(), line: source.line, kind });
        }
        self.taken.insert(id.clone());
        id
    }

    fn with_suffix(&self, wanted: &str, hash: &str) -> String {
        let with = |suffix: &str| {
            let room = LONGEST - 1 - suffix.len();
            format!("{}-{suffix}", wanted.get(..wanted.len().min(room)).unwrap_or(wanted))
        };
        let mut id = with(&hash[..8]);
        let mut copy = 2;
        while self.taken.contains(&id) {
            id = with(&format!("{}-{copy}", &hash[..8]));
            copy += 1;
        }
        id
    }
}

/// The id that a name gives, or none where nothing of it can stay.
fn clean(name: &str) -> Option<String> {
    let mut id = String::new();
    for c in name.trim().chars() {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9' | '_' | '-') => id.push(c),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    id.truncate(LONGEST);
    let id = id.trim_end_matches('-').to_string();
    (!id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::{Ids, Source, clean};

    #[test]
    fn ids_are_the_given_the_stem_or_the_hash_and_never_twice() {
        let mut ids = Ids::default();
        let mut problems = Vec::new();
        let mut give = |file: &str, id: Option<&str>, text: &str| {
            let mut source = Source::plain(file, text.to_string());
            source.fields.id = id.map(str::to_string);
            ids.give(&source, &mut problems)
        };
        assert_eq!(give("a/Apel Pagi.txt", None, "x"), "apel-pagi");
        assert_eq!(give("b/Apel Pagi.txt", None, "y").len(), "apel-pagi".len() + 9);
        assert_eq!(give("c.txt", Some("N00_1"), "z"), "n00_1");
        assert_eq!(give("新聞.txt", None, "w").len(), 12);
        assert_eq!(give("d.txt", Some("n00_1"), "z"), give("e.txt", Some("n00_1"), "z").replace("-2", ""));
        assert_eq!(problems.len(), 2);
        assert_eq!(clean(&"a".repeat(200)).map(|id| id.len()), Some(80));
    }
}
