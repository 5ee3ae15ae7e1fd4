//! From articles to an archive: one Person across articles, one entry for each body, place, law and topic.
//!
//! WHY here and not in the articles: who `Sari` is can be told only from all articles. What is brought together is
//! sorted by slug, and articles newest first, so that the same articles give the same archive in whatever order they
//! came.

mod bodies;
pub(crate) mod known;
mod laws;
mod people;
mod same;
mod slugs;

use std::collections::BTreeMap;

use jejak_archive::model::{
    Archive, Article, Corrected, EntityRef, Former, Mention, Meta, Organisation, Place, PlaceKind, Quote, Removed,
    Reply, Span, Speaker, Topic,
};

use crate::annotate::{Annotated, EntityNote, SpeakerNote};
use crate::lock::{Lock, Memory};
use crate::many;
use bodies::Bodies;
use laws::Laws;
pub(crate) use people::key;
use slugs::Slugs;
pub(crate) use slugs::plain_letter;

/// An article ready to be linked.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) url: Option<String>,
    pub(crate) further_sources: Vec<String>,
    pub(crate) note: Annotated,
    /// What a person corrected by hand.
    pub(crate) corrected: Vec<Corrected>,
    /// What is replied to its statements.
    pub(crate) replies: Vec<Reply>,
}

/// Makes the archive of some articles. The `lock` holds the addresses that were given, and then those given now; the
/// ids of the articles are in it already.
pub(crate) fn link(mut entries: Vec<Entry>, meta: Meta, lock: &mut Lock) -> Archive {
    entries.sort_by(|a, b| (b.note.date, &a.id).cmp(&(a.note.date, &b.id)));
    let (named, known) = (std::mem::take(&mut lock.people), std::mem::take(&mut lock.organisations));
    let (people, (known_bodies, bodies)) = many::both(
        || people::link(&entries, named),
        || {
            let known_bodies = Bodies::of(&entries);
            let bodies = Table::of(&entries, known, |note| {
                let named = |body: &EntityNote| {
                    let (key, note) = known_bodies.named(body);
                    Named { key, as_printed: body.name.to_lowercase(), note }
                };
                note.organisations.iter().map(named).collect()
            });
            (known_bodies, bodies)
        },
    );
    let places = Table::of(&entries, std::mem::take(&mut lock.places), |note| {
        let key = |(place, kind): &(EntityNote, PlaceKind)| place_key(place, *kind);
        note.places.iter().map(|place| Named::new(key(place), place.0.clone())).collect()
    });
    let laws = Laws::of(&entries);
    let topics = Table::of(&entries, std::mem::take(&mut lock.topics), |note| {
        let named = |name: &String| EntityNote { name: name.clone(), ..EntityNote::default() };
        note.topics.iter().map(|name| Named::new(name.clone(), named(name))).collect()
    });

    let archive_places = places.list(|slug, key, place| Place {
        slug,
        name: place.name.clone(),
        kind: key.rsplit_once('|').and_then(|(_, kind)| PlaceKind::from_word(kind)).unwrap_or(PlaceKind::Venue),
    });
    let articles = many::map(entries.into_iter().zip(&people.of_article).collect(), |(entry, people)| {
        let refs = Refs {
            people,
            known_bodies: &known_bodies,
            bodies: &bodies,
            places: &places,
            laws: &laws,
            topics: &topics,
        };
        article(entry, &refs)
    });
    let mut former = Vec::new();
    let mut finish = |slugs: Slugs, find: &dyn Fn(&str) -> Option<EntityRef>| {
        let (memory, old) = slugs.finish();
        former.extend(old.into_iter().filter_map(|(slug, key)| Some(Former { slug, entity: find(&key)? })));
        memory
    };
    let person = |key: &str| people.keys.iter().position(|own| own == key).map(|i| EntityRef::Person(number(i)));
    lock.people = finish(people.slugs, &person);
    lock.organisations = finish(bodies.slugs.clone(), &|key| bodies.get(key).map(EntityRef::Organisation));
    lock.places = finish(places.slugs.clone(), &|key| places.get(key).map(EntityRef::Place));
    lock.topics = finish(topics.slugs.clone(), &|key| topics.get(key).map(EntityRef::Topic));
    former.sort();
    Archive {
        articles,
        organisations: bodies.list(|slug, _, body| Organisation {
            slug,
            name: body.name.clone(),
            aliases: body.aliases.clone(),
        }),
        places: archive_places,
        regulations: laws.list,
        topics: topics.list(|slug, _, topic| Topic { slug, name: topic.name.clone() }),
        people: people.people,
        former,
        meta,
        // What is printed more than once is found in the whole archive.
        copies: Vec::new(),
        printings: Vec::new(),
    }
}

fn place_key(place: &EntityNote, kind: PlaceKind) -> String {
    format!("{}|{}", place.name.to_lowercase(), kind.as_str())
}

/// An entity as one article names it.
struct Named {
    /// By what it is told from others.
    key: String,
    /// The key that its printed name alone would give: another where the archive explains an abbreviation.
    as_printed: String,
    note: EntityNote,
}

impl Named {
    fn new(key: String, note: EntityNote) -> Self {
        Self { as_printed: key.clone(), key, note }
    }
}

/// Entities of one kind, each once, in the order of their slugs.
struct Table {
    /// By key: its place in the list.
    places: BTreeMap<String, u32>,
    /// Slug, key and entity, by slug.
    entries: Vec<(String, String, EntityNote)>,
    /// What their slugs are to be remembered by.
    slugs: Slugs,
}

impl Table {
    fn of(entries: &[Entry], before: Memory, notes: impl Fn(&Annotated) -> Vec<Named>) -> Self {
        let mut merged: BTreeMap<String, EntityNote> = BTreeMap::new();
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for Named { key, as_printed, note } in entries.iter().flat_map(|entry| notes(&entry.note)) {
            let own = names.entry(key.clone()).or_default();
            if !own.contains(&as_printed) {
                own.push(as_printed);
            }
            let known =
                merged.entry(key).or_insert_with(|| EntityNote { name: note.name.clone(), ..EntityNote::default() });
            // Which of two spellings is the name must not hang on the order of the articles.
            if note.name != known.name {
                let (name, alias) = if note.name < known.name {
                    (note.name, known.name.clone())
                } else {
                    (known.name.clone(), note.name)
                };
                known.name = name;
                known.aliases.push(alias);
            }
            known.aliases.extend(note.aliases);
        }
        let mut slugs = Slugs::remembering(before, names);
        let mut list: Vec<(String, String, EntityNote)> = merged
            .into_iter()
            .map(|(key, mut note)| {
                note.aliases.sort();
                note.aliases.dedup();
                note.aliases.retain(|alias| *alias != note.name);
                (slugs.give(&note.name, &key), key, note)
            })
            .collect();
        list.sort();
        let places = list.iter().enumerate().map(|(index, (_, key, _))| (key.clone(), number(index))).collect();
        Self { places, entries: list, slugs }
    }

    fn list<T>(&self, make: impl Fn(String, &str, &EntityNote) -> T) -> Vec<T> {
        self.entries.iter().map(|(slug, key, note)| make(slug.clone(), key, note)).collect()
    }

    fn get(&self, key: &str) -> Option<u32> {
        self.places.get(key).copied()
    }
}

impl PartialOrd for EntityNote {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EntityNote {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (&self.name, &self.aliases, &self.mentions).cmp(&(&other.name, &other.aliases, &other.mentions))
    }
}

/// An index as the model stores it.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Where an article's own entities stand in the archive.
struct Refs<'a> {
    people: &'a [u32],
    known_bodies: &'a Bodies,
    bodies: &'a Table,
    places: &'a Table,
    laws: &'a Laws,
    topics: &'a Table,
}

fn article(entry: Entry, refs: &Refs<'_>) -> Article {
    let note = &entry.note;
    let body_index: Vec<Option<u32>> =
        note.organisations.iter().map(|body| refs.bodies.get(&refs.known_bodies.key(body))).collect();
    let mut topics: Vec<u32> = note.topics.iter().filter_map(|topic| refs.topics.get(topic)).collect();
    topics.sort_unstable();
    let (quotes, mentions, removed) =
        (quotes(note, refs, &body_index), mentions(note, refs, &body_index), note.removed());
    let Entry { id, url, further_sources, note, corrected, replies } = entry;
    Article {
        title: note.title.unwrap_or_else(|| id.clone()),
        id,
        title_derived: note.title_derived,
        date: note.date,
        published: note.published,
        dates: note.dates,
        dateline: note.cleaned.dateline,
        publisher: note.publisher,
        byline: note.byline,
        caption: note.cleaned.caption,
        url,
        further_sources,
        text: note.cleaned.text,
        removed,
        quotes,
        mentions,
        event: note.event,
        topics,
        corrected,
        replies,
    }
}

fn quotes(note: &Annotated, refs: &Refs<'_>, bodies: &[Option<u32>]) -> Vec<Quote> {
    let mut anchors = jejak_archive::Anchors::default();
    note.quotes
        .iter()
        .map(|quote| {
            let speaker = quote.speaker.as_ref().and_then(|speaker| match speaker {
                SpeakerNote::Person(person) => refs.people.get(*person).copied().map(Speaker::Person),
                SpeakerNote::Organisation(body) => bodies.get(*body).copied().flatten().map(Speaker::Organisation),
                SpeakerNote::Role(role) => Some(Speaker::Role(role.clone())),
            });
            Quote {
                span: quote.span,
                kind: quote.kind,
                role: quote.role.clone(),
                cue: quote.cue,
                how: speaker.as_ref().and(quote.how),
                chain: quote.chain.clone(),
                confidence: if speaker.is_some() { quote.confidence } else { 0 },
                anchor: anchors.give(quote.span.of(&note.cleaned.text)),
                speaker,
            }
        })
        .collect()
}

/// All mentions by position; where two overlap, people come before laws, laws before bodies, bodies before places.
fn mentions(note: &Annotated, refs: &Refs<'_>, bodies: &[Option<u32>]) -> Vec<Mention> {
    let mut all: Vec<(u8, Mention)> = Vec::new();
    let mut add = |rank: u8, spans: &[Span], entity: Option<EntityRef>| {
        if let Some(entity) = entity {
            all.extend(
                spans.iter().filter(|span| !span.is_empty()).map(|span| (rank, Mention { span: *span, entity })),
            );
        }
    };
    for (index, person) in note.people.iter().enumerate() {
        add(0, &person.mentions, refs.people.get(index).copied().map(EntityRef::Person));
    }
    for law in &note.regulations {
        add(1, &[law.span], refs.laws.get(law).map(EntityRef::Regulation));
    }
    for (body, own) in note.organisations.iter().zip(bodies) {
        add(2, &body.mentions, own.map(EntityRef::Organisation));
    }
    for (place, kind) in &note.places {
        add(3, &place.mentions, refs.places.get(&place_key(place, *kind)).map(EntityRef::Place));
    }
    all.sort_by_key(|(rank, mention)| (mention.span.start, *rank, mention.span.end, mention.entity));
    let mut kept: Vec<(u8, Mention)> = Vec::new();
    for (rank, mention) in all {
        match kept.last() {
            Some((last, before)) if before.span.overlaps(mention.span) => {
                if rank < *last {
                    kept.pop();
                    if kept.last().is_none_or(|(_, before)| !before.span.overlaps(mention.span)) {
                        kept.push((rank, mention));
                    }
                }
            }
            _ => kept.push((rank, mention)),
        }
    }
    kept.into_iter().map(|(_, mention)| mention).collect()
}

impl Annotated {
    /// What cleaning took out, as the archive keeps it. The words are those of the source.
    fn removed(&self) -> Vec<Removed> {
        let at = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.cleaned
            .removed
            .iter()
            .map(|cut| Removed { kind: cut.kind, text: cut.text.clone(), at: at(cut.at) })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Annotated, EntityNote, Entry, link};
    use crate::lock::Lock;
    use jejak_archive::model::{Archive, Meta};

    fn naming(id: &str, name: &str, aliases: &[&str]) -> Entry {
        let aliases = aliases.iter().map(|alias| (*alias).to_string()).collect();
        let body = EntityNote { name: name.to_string(), aliases, ..EntityNote::default() };
        Entry {
            id: id.to_string(),
            note: Annotated { organisations: vec![body], ..Annotated::default() },
            ..Entry::default()
        }
    }

    fn bodies(archive: &Archive) -> Vec<(&str, &str)> {
        archive.organisations.iter().map(|body| (body.slug.as_str(), body.name.as_str())).collect()
    }

    #[test]
    fn a_body_keeps_its_slug_when_its_abbreviation_is_explained() {
        let mut lock = Lock::default();
        let alone = link(vec![naming("a", "Distako", &[])], Meta::default(), &mut lock);
        assert_eq!(bodies(&alone), [("distako", "Distako")]);
        let explained = || naming("b", "Dinas Tata Kota", &["Distako"]);
        let both = link(vec![naming("a", "Distako", &[]), explained()], Meta::default(), &mut lock);
        assert_eq!(bodies(&both), [("distako", "Dinas Tata Kota")]);
        // The other way round the full name had a slug first.
        let mut lock = Lock::default();
        link(vec![explained()], Meta::default(), &mut lock);
        let both = link(vec![naming("a", "Distako", &[]), explained()], Meta::default(), &mut lock);
        assert_eq!((bodies(&both), both.former.len()), (vec![("dinas-tata-kota", "Dinas Tata Kota")], 0));
    }
}
