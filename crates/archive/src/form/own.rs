//! Who and what has a page of its own, for those who read one article and know nothing else of the archive.
//!
//! Whether a name in an article leads to a page depends on all other articles, so it cannot stand in the article, and
//! the list of all people is a hundred times as large as what is needed to tell. So this part holds a few bits of a
//! hash of the slug of each person who has a page, or of each who has none, whoever are fewer; and, as others may share
//! those bits, further bits of the hashes of those who do. The same of organisations. Nobody without a page is ever
//! taken for one who has. The other way round it is a matter of 31 bits: in an archive of a million articles a few
//! people's pages might not be linked to from articles. Of topics there are few, and all is told.
//!
//! ```text
//! of people, then of organisations: whether those with a page are listed (0) or those without (1) | twice, of the
//!   listed ones and of others that are mistaken for one: how many hashes | bits of each | bytes of them | the hashes,
//!   ascending
//! of each topic, in the order in which articles count them: bytes of its name, doubled, and 1 more where it has a page |
//!   bytes of its slug | its name | its slug
//! ```

use std::collections::BTreeSet;

use xxhash_rust::xxh3::xxh3_64;

use super::bits::{BitReader, BitWriter};
use super::catalogue::Entities;
use super::varint::{Numbers, put};
use crate::engine::Name;
use crate::model::{Archive, Role};

/// The kind of a regulation, as articles count kinds.
pub(crate) const REGULATION: u32 = 3;
/// Bits of a hash at most.
const MOST: u32 = 31;

/// Who has a page of their own, as hashes; and the topics.
#[derive(Debug, Default)]
pub(crate) struct Own {
    /// People, organisations.
    sets: [Set; 2],
    /// The topics, in the order in which articles count them.
    pub(crate) topics: Vec<Name>,
}

/// Slugs of one kind.
#[derive(Debug, Default)]
struct Set {
    /// Whether those without a page are listed.
    without: bool,
    listed: Hashes,
    /// Who is not, although the hash says so.
    mistaken: Hashes,
}

/// Ascending hashes of so many bits.
#[derive(Debug, Default)]
struct Hashes {
    width: u32,
    all: Vec<u32>,
}

/// The two hashes of a slug, each in the lower 32 bits.
fn hashes(slug: &str) -> [u64; 2] {
    let hash = xxh3_64(slug.as_bytes());
    [hash >> 32, hash & 0xffff_ffff]
}

impl Hashes {
    fn of(hashes: impl Iterator<Item = u64>, width: u32) -> Self {
        let mut all: Vec<u32> = hashes.map(|hash| (hash >> (32 - width)) as u32).collect();
        all.sort_unstable();
        all.dedup();
        Self { width, all }
    }

    fn hold(&self, hash: u64) -> bool {
        self.all.binary_search(&((hash >> (32 - self.width)) as u32)).is_ok()
    }

    fn write(&self, out: &mut Vec<u8>) {
        let mut bits = BitWriter::default();
        bits.ascending(&self.all, 0, 1 << self.width);
        let bytes = bits.finish();
        [self.all.len() as u64, u64::from(self.width), bytes.len() as u64].into_iter().for_each(|n| put(n, out));
        out.extend(bytes);
    }

    /// What was written; nothing where it makes no sense. Each hash takes a bit at least.
    fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
        let (count, width) = (numbers.next()? as usize, numbers.next()?);
        let bytes = numbers.next().and_then(|length| numbers.take(length))?;
        if width > MOST || count > bytes.len() * 8 || count > 1 << width {
            return None;
        }
        let mut all = vec![0; count];
        let _ = BitReader::new(bytes).ascending(&mut all, 0, 1 << width);
        Some(Self { width, all })
    }
}

/// The bytes of the part; `topics` are the numbers of the topics in the order in which articles count them.
pub(super) fn write(archive: &Archive, entities: &Entities, topics: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    let people = entities.list(0).iter();
    Set::of(people.map(|person| (&*person.slug, person.statements() > 0 || person.holds_office()))).write(&mut out);
    let roles = archive.people.iter().flat_map(|person| &person.roles);
    let bodies: BTreeSet<&String> = roles.filter_map(|role| role.organisation.as_ref()).collect();
    let organisations = entities.list(1).iter().map(|own| {
        let held = bodies.contains(&own.name) || own.aliases.iter().any(|alias| bodies.contains(alias));
        (&*own.slug, own.statements() > 0 || held)
    });
    Set::of(organisations).write(&mut out);
    for &number in topics {
        let Some(topic) = entities.list(2).get(number as usize) else { continue };
        let about = |article: &&crate::Article| article.topics.contains(&number);
        let said = archive.articles.iter().filter(about).any(|article| !article.quotes.is_empty());
        put(2 * topic.name.len() as u64 + u64::from(said), &mut out);
        put(topic.slug.len() as u64, &mut out);
        out.extend(topic.name.as_bytes());
        out.extend(topic.slug.as_bytes());
    }
    out
}

/// Whether a person has a page: who speaks, or holds an office. People who are only named have none, so that nobody's
/// private life gets a dossier.
pub(crate) fn has_page(roles: &[Role], said: u32) -> bool {
    said > 0 || !roles.is_empty()
}

impl Set {
    /// The shortest set that tells those with a page from those without.
    fn of<'a>(slugs: impl Iterator<Item = (&'a str, bool)>) -> Self {
        let (with, without): (Vec<_>, Vec<_>) = slugs.map(|(slug, page)| (hashes(slug), page)).partition(|own| own.1);
        let is_with = with.len() <= without.len();
        let (listed, others) = if is_with { (with, without) } else { (without, with) };
        let least = usize::BITS - listed.len().leading_zeros();
        let sets = (least..=MOST.min(least + 12)).map(|width| {
            let hashes = Hashes::of(listed.iter().map(|([first, _], _)| *first), width);
            let mistaken = others.iter().filter(|([first, _], _)| hashes.hold(*first));
            let mut mistaken = Hashes::of(mistaken.map(|([_, second], _)| *second), MOST);
            if !is_with {
                // One without a page who shares even those bits stays without.
                let same = Hashes::of(listed.iter().map(|([_, second], _)| *second), MOST);
                mistaken.all.retain(|hash| same.all.binary_search(hash).is_err());
            }
            Self { without: !is_with, listed: hashes, mistaken }
        });
        let bytes = |set: &Self| {
            let mut out = Vec::new();
            set.write(&mut out);
            out.len()
        };
        sets.min_by_key(bytes).unwrap_or_default()
    }

    fn write(&self, out: &mut Vec<u8>) {
        put(u64::from(self.without), out);
        self.listed.write(out);
        self.mistaken.write(out);
    }

    fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
        let without = numbers.next()? == 1;
        Some(Self { without, listed: Hashes::read(numbers)?, mistaken: Hashes::read(numbers)? })
    }

    fn has(&self, slug: &str) -> bool {
        let [first, second] = hashes(slug);
        (self.listed.hold(first) && !self.mistaken.hold(second)) != self.without
    }
}

impl Own {
    /// Reads what [`write()`] wrote; nobody has a page where it does not decode.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut numbers = Numbers::new(bytes);
        let mut next = || Set::read(&mut numbers);
        let sets = next().zip(next()).map(<[Set; 2]>::from).unwrap_or_default();
        Self { sets, topics: std::iter::from_fn(|| topic(&mut numbers)).collect() }
    }

    /// Whether a person (kind 0) or an organisation (1) with this slug has a page of their own; a regulation ([`REGULATION`])
    /// has one wherever it is named, others have none.
    pub(crate) fn has(&self, kind: u32, slug: &str) -> bool {
        kind == REGULATION || self.sets.get(kind as usize).is_some_and(|set| set.has(slug))
    }
}

fn topic(numbers: &mut Numbers<'_>) -> Option<Name> {
    let (head, length) = (numbers.next()?, numbers.next()?);
    let name = String::from_utf8(numbers.take(head / 2)?.to_vec()).ok()?;
    Some(Name { kind: 4, name, slug: String::from_utf8(numbers.take(length)?.to_vec()).ok()?, has_page: head % 2 == 1 })
}

#[cfg(test)]
mod tests {
    use super::{Own, write};
    use crate::form::catalogue::{Entities, entities};
    use crate::model::{Archive, Article, Organisation, Person, Quote, QuoteKind, Span, Speaker, Topic};

    /// Who of so many people speaks by `says`, and each fourth organisation.
    fn known(people: usize, says: impl Fn(usize) -> bool) -> Entities {
        let person = |i| Person {
            slug: format!("nama-{i}"),
            name: format!("Nama {i}"),
            aliases: Vec::new(),
            honorifics: Vec::new(),
            roles: Vec::new(),
        };
        let body = |i| Organisation { slug: format!("badan-{i}"), name: format!("Badan {i}"), aliases: Vec::new() };
        let topics = ["Banjir", "Pangan"].map(|name| Topic { slug: name.to_lowercase(), name: name.into() }).to_vec();
        let quote = |speaker| Quote {
            span: Span::new(0..0),
            kind: QuoteKind::Direct,
            speaker: Some(speaker),
            role: None,
            cue: None,
            how: None,
            chain: Vec::new(),
            confidence: 0,
            anchor: String::new(),
        };
        let speaking = (0..people).filter(|&i| says(i)).map(|i| Speaker::Person(i as u32));
        let bodies = (0..people as u32 / 2).filter(|i| i % 4 == 1).map(Speaker::Organisation);
        let article = Article { quotes: speaking.chain(bodies).map(quote).collect(), ..crate::form::blank() };
        entities(&Archive {
            people: (0..people).map(person).collect(),
            organisations: (0..people / 2).map(body).collect(),
            topics,
            articles: vec![article],
            ..Archive::default()
        })
    }

    #[test]
    fn everybody_is_told_apart_in_a_byte_and_a_half_for_each_of_the_fewer() {
        for people in [0, 1, 2, 3, 50, 30_000] {
            for entities in [known(people, |i| i % 3 == 0), known(people, |i| i % 6 > 0)] {
                let bytes = write(&Archive::default(), &entities, &[1, 0]);
                let own = Own::read(&bytes);
                for (kind, one) in (0..2).flat_map(|kind| entities.list(kind).iter().map(move |one| (kind, one))) {
                    assert_eq!(own.has(kind as u32, &one.slug), one.statements() > 0, "{} of {people}", one.slug);
                }
                assert!(!own.has(2, "nama-0"), "places have none");
                let topics: Vec<&str> = own.topics.iter().map(|topic| &*topic.name).collect();
                assert_eq!((topics, &*own.topics[0].slug), (vec!["Pangan", "Banjir"], "pangan"));
                assert!(bytes.len() <= people * 3 / 4 + 64, "{} bytes for {people}", bytes.len());
            }
        }
    }

    #[test]
    fn what_makes_no_sense_gives_nobody_a_page() {
        let bytes = write(&Archive::default(), &known(300, |i| i % 3 == 0), &[]);
        for end in 0..bytes.len() {
            let _ = Own::read(&bytes[..end]).has(0, "nama-0");
        }
        assert!(!Own::read(&[]).has(0, "nama-0"));
        assert!(!Own::read(&[0, 255, 255, 255, 255, 15, 31, 1, 0]).has(0, "nama-0"), "more than there are bits");
        assert!(!Own::read(&[0, 1, 40, 1, 0]).has(0, "nama-0"), "too wide");
    }
}
