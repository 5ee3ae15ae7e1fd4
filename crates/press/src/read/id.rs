//! Ids of articles: `[a-z0-9_-]{1,80}`, unique, and the same for the same article as long as it can be told.

use std::collections::{BTreeMap, HashMap, HashSet};

use xxhash_rust::xxh3::xxh3_64;

use super::Source;
use crate::lock::Known;
use crate::problem::{Problem, ProblemKind};

const LONGEST: usize = 80;

/// What decides an article's id.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    known: Known,
    /// Whether the id is given, and not the file's stem or a hash.
    given: bool,
    line: Option<usize>,
}

impl Claim {
    /// The id that an article asks for: the one given, else the file's stem, else a hash of its content.
    pub(crate) fn of(source: &Source) -> Self {
        let hash = format!("{:016x}", xxh3_64(source.text.as_bytes()));
        let alone = source.line.is_none();
        let stem = || source.file.rsplit(['/', '\\']).next().map(|name| name.rsplit_once('.').map_or(name, |(s, _)| s));
        let given = source.fields.id.as_deref().and_then(clean);
        let wanted = given.clone().or_else(|| if alone { stem().and_then(clean) } else { None });
        let wanted = wanted.unwrap_or_else(|| hash.get(..12).unwrap_or(&hash).to_string());
        let known = Known { file: source.file.clone(), wanted, hash };
        Self { known, given: given.is_some(), line: source.line }
    }
}

/// By what an article is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Nothing changed.
    Same,
    /// The text did.
    Edited,
    /// The file did, its name too.
    Moved,
    /// Text and folder did: only the name is left.
    Named,
}

impl Mark {
    fn of(self, known: &Known) -> (&str, &str, &str) {
        let Known { file, wanted, hash } = known;
        match self {
            Self::Same => (file, wanted, hash),
            Self::Edited => (file, wanted, ""),
            Self::Moved => ("", "", hash),
            Self::Named => ("", wanted, ""),
        }
    }
}

/// Gives every article its id, and tells what to remember. Articles that are known again keep theirs; of the others one
/// whose id is taken gets a hash of its content behind it, and a given id that had to change is reported.
pub(crate) fn assign(
    claims: &[Claim],
    before: &BTreeMap<String, Known>,
    problems: &mut Vec<Problem>,
) -> (Vec<String>, BTreeMap<String, Known>) {
    let mut free: BTreeMap<&str, &Known> = before.iter().map(|(id, known)| (id.as_str(), known)).collect();
    let mut ids: Vec<Option<String>> = vec![None; claims.len()];
    // Surest first.
    for mark in [Mark::Same, Mark::Edited, Mark::Moved, Mark::Named] {
        let mut by_mark: BTreeMap<_, Vec<&str>> = BTreeMap::new();
        for (id, known) in free.iter().rev() {
            // An id with a hash behind it was one article's alone.
            if mark != Mark::Named || *id == known.wanted {
                by_mark.entry(mark.of(known)).or_default().push(id);
            }
        }
        for (claim, id) in claims.iter().zip(&mut ids).filter(|(_, id)| id.is_none()) {
            // Whoever gives an article another id means it.
            let fits = mark != Mark::Moved || !claim.given;
            if let Some(known) = by_mark.get_mut(&mark.of(&claim.known)).filter(|_| fits).and_then(Vec::pop) {
                free.remove(known);
                *id = Some(known.to_owned());
            }
        }
    }
    let mut taken = Ids { taken: ids.iter().flatten().cloned().collect(), ..Ids::default() };
    let mut now: BTreeMap<String, Known> = free.into_iter().map(|(id, known)| (id.to_owned(), known.clone())).collect();
    let ids: Vec<String> = claims.iter().zip(ids).map(|(claim, id)| id.unwrap_or_else(|| taken.next(claim))).collect();
    for (claim, id) in claims.iter().zip(&ids) {
        report(claim, id, problems);
        now.insert(id.clone(), claim.known.clone());
    }
    (ids, now)
}

fn report(claim: &Claim, id: &str, problems: &mut Vec<Problem>) {
    if claim.given && id != claim.known.wanted {
        let kind = ProblemKind::IdTaken { given: claim.known.wanted.clone(), became: id.to_owned() };
        problems.push(Problem { file: claim.known.file.clone(), line: claim.line, kind });
    }
}

/// Hands out ids in the order in which they are asked for, each once.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    taken: HashSet<String>,
    /// Of an id with a hash behind it, up to which number copies were counted. Ten thousand equal articles under one id would
    /// else count from two each time.
    copies: HashMap<String, usize>,
}

impl Ids {
    /// The id of the next article.
    pub(crate) fn give(&mut self, source: &Source, problems: &mut Vec<Problem>) -> String {
        let claim = Claim::of(source);
        let id = self.next(&claim);
        report(&claim, &id, problems);
        id
    }

    fn next(&mut self, claim: &Claim) -> String {
        let Known { wanted, hash, .. } = &claim.known;
        let id = if self.taken.contains(wanted) { self.with_suffix(wanted, hash) } else { wanted.clone() };
        self.taken.insert(id.clone());
        id
    }

    fn with_suffix(&mut self, wanted: &str, hash: &str) -> String {
        let with = |suffix: &str| {
            let room = LONGEST - 1 - suffix.len();
            format!("{}-{suffix}", wanted.get(..wanted.len().min(room)).unwrap_or(wanted))
        };
        let hash = hash.get(..8).unwrap_or(hash);
        let first = with(hash);
        if !self.taken.contains(&first) {
            return first;
        }
        let copies = self.copies.entry(first).or_insert(1);
        loop {
            *copies += 1;
            let id = with(&format!("{hash}-{copies}"));
            if !self.taken.contains(&id) {
                return id;
            }
        }
    }
}

/// The id that a name gives, or none where nothing of it can stay.
pub(crate) fn clean(name: &str) -> Option<String> {
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
    use super::{Claim, Ids, Source, assign, clean};
    use crate::lock::Known;
    use std::collections::BTreeMap;

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

    fn claims(articles: &[(&str, Option<&str>, &str)]) -> Vec<Claim> {
        let claim = |(file, id, text): &(&str, Option<&str>, &str)| {
            let mut source = Source::plain(file, (*text).to_string());
            source.fields.id = id.map(str::to_string);
            Claim::of(&source)
        };
        articles.iter().map(claim).collect()
    }

    type Row<'a> = (&'a str, Option<&'a str>, &'a str);

    /// The ids of some articles after an earlier press of others.
    fn after(before: &[Row<'_>], articles: &[Row<'_>]) -> (Vec<String>, Vec<String>) {
        let mut problems = Vec::new();
        let (old, known) = assign(&claims(before), &BTreeMap::new(), &mut problems);
        let (new, again) = assign(&claims(articles), &known, &mut problems);
        let (same, last): (_, BTreeMap<String, Known>) = assign(&claims(articles), &again, &mut problems);
        assert_eq!((&new, &again), (&same, &last), "a third press changes nothing");
        (old, new)
    }

    #[test]
    fn an_article_keeps_its_id_when_another_of_the_same_name_comes() {
        let (old, new) = after(&[("b/apel.txt", None, "x")], &[("a/apel.txt", None, "y"), ("b/apel.txt", None, "x")]);
        assert_eq!((old[0].as_str(), new[1].as_str()), ("apel", "apel"));
        assert!(new[0].starts_with("apel-"), "{new:?}");
        // Of lines that give one id, too, whichever stands first.
        let old = [("a.jsonl", Some("n1"), "x")];
        let (_, new) = after(&old, &[("a.jsonl", Some("n1"), "y"), ("a.jsonl", Some("n1"), "x")]);
        assert_eq!(new[1], "n1");
    }

    #[test]
    fn an_article_keeps_its_id_when_it_is_edited_or_moved() {
        let (old, new) = after(&[("a.txt", None, "x")], &[("a.txt", None, "x, z")]);
        assert_eq!(old, new, "edited");
        let (old, new) = after(&[("a.txt", None, "x")], &[("2026/b.txt", None, "x")]);
        assert_eq!(old, new, "moved under another name");
        let (old, new) = after(&[("a.txt", None, "x"), ("b/a.txt", None, "y")], &[("c/a.txt", None, "z")]);
        assert_eq!(old[0], new[0], "moved and edited");
        let (_, new) = after(&[("a.txt", Some("lama"), "x")], &[("a.txt", Some("baru"), "x")]);
        assert_eq!(new[0], "baru", "the id that is given counts");
    }
}
