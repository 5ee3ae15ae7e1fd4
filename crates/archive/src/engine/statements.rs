//! What was said: statements by speaker, kind, confidence, words, topic and time.
//!
//! The table of statements answers all but the words shown, so listing one person's statements among many thousands
//! reads the texts of one page only.

use super::bits::Bits;
use super::facets::Filters;
use super::hits::Marks;
use super::parts::Missing;
use super::search::Found;
use super::{Engine, Lent, Name, parse, snippet};
use crate::answer::{Facet, Outcome, PartId};
use crate::form::PartKind;
use crate::form::body::Body;
use crate::form::statements::{self, Said, Table, Who};
use crate::keys;
use crate::model::{Date, Quote, QuoteKind, Speaker};
use crate::query::{Choice, FacetKind, Order, Query};
use crate::statements::{
    GROUP_SHOWS, GROUPS_PAGE, Group, GroupKey, Grouping, ROLE_ONLY, STATEMENTS_PAGE, Statement, StatementQuery,
    Statements, UNKNOWN,
};

/// A statement that is longer (bytes) is cut where it is shown.
const SHOWN: usize = 900;
/// So many facets, the first, are of who speaks; the others are of articles.
const SPEAKING: usize = 2;
/// The numbers of groups: of organisations from here, of those without a name from there.
const ORGANISATIONS: u32 = 1 << 30;
const NOBODY: u32 = 2 << 30;

/// Which statements pass each filter, for one question.
struct Sieve<'q> {
    asked: &'q StatementQuery,
    /// Articles that pass the filters on articles, dates aside.
    articles: Bits,
    /// The same with one facet less, in the order of [`FacetKind::ALL`].
    without: Vec<Bits>,
    /// Articles in the dates asked for.
    dates: Bits,
    speakers: Vec<&'q Choice>,
    /// The statements, by their places in the table, that name one of the regulations wanted, if any is; and those that name
    /// one that is not.
    naming: Option<Bits>,
    unwanted: Bits,
}

impl Engine {
    /// The statements that a question asks for, newest first unless it says otherwise.
    #[must_use]
    pub fn statements(&self, asked: &StatementQuery) -> Outcome<Statements> {
        match self.try_statements(asked) {
            Ok(statements) => Outcome::Ready(statements),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn try_statements(&self, asked: &StatementQuery) -> Result<Statements, Missing> {
        let mut missing = self.counted_there(&asked.query.words).err().unwrap_or_default();
        missing.join(self.facets_there(&asked.query.choices));
        // Groups have an order among all names; by month they have one of their own.
        if asked.group.is_some_and(|grouping| grouping != Grouping::Month) {
            missing.join(self.overview_there());
        }
        let placed = !asked.query.words.trim().is_empty();
        let _ = missing.note(self.parts.of_kind(PartKind::Statements, 0));
        if placed {
            let _ = missing.note(self.parts.of_kind(PartKind::Stretches, 0));
        }
        missing.or(())?;
        let mut missing = Missing::default();
        let table = missing.note(self.table(placed));
        let question = parse::parse(&asked.query.words);
        let found = self.find_all(self.look_up(question.clauses)?)?;
        let Some(table) = table else { return missing.or(Statements::default()) };
        let corrected = found.iter().flat_map(|found| found.corrected.iter().cloned()).collect();
        let same = found.iter().flat_map(|found| found.same.iter().cloned()).collect();
        let (unwanted, wanted): (Vec<Found>, Vec<Found>) =
            found.into_iter().partition(|f| f.clause.exclude && !f.is_filter());
        let together = self.together(&wanted);
        let mut dropped = together.dropped;
        dropped.extend(question.unread);

        let sieve = self.sieve(asked, table)?;
        let mut words = Words::new(&together.held, &unwanted);
        let mut answer = Statements { dropped, corrected, same, ..Statements::default() };
        let mut noted: Vec<u32> = Vec::new();
        let mut articles = Bits::none(self.heads.len());
        let mut facets = Tallies::new(self);
        let mut shown: Vec<&Said> = Vec::new();
        let mut grouped: Vec<(u32, &Said)> = Vec::new();
        // The numbers of groups, each before that of an article in which one of its statements is printed.
        let mut spread: Vec<u64> = Vec::new();
        let (mut printings, mut groups) = (Vec::new(), Vec::new());
        for said in &table.said {
            table.once(said, &mut printings);
            let pass = |said: &Said| together.articles.holds(said.article) && sieve.sure(said) && sieve.names(said);
            printings.retain(|said| pass(said) && words.pass(said));
            facets.begin(printings.len() > 1);
            groups.clear();
            // Of all that pass the printing that is named first stands for the statement: its day is the statement's.
            let (mut of_any_kind, mut stands) = (false, None);
            for &said in &printings {
                let (speaker, kind) = (self.speaks(said, &sieve.speakers), asked.kinds.hold(said.kind));
                let (article, day) = (sieve.articles.holds(said.article), sieve.dates.holds(said.article));
                if kind {
                    facets.count(self, said, [article, speaker, day], &sieve);
                }
                if !(speaker && article) {
                    continue;
                }
                if !std::mem::replace(&mut of_any_kind, true) && day {
                    match said.kind {
                        QuoteKind::Direct => answer.direct += 1,
                        QuoteKind::Reported => answer.reported += 1,
                    }
                }
                if !kind {
                    continue;
                }
                let first = stands.is_none();
                if first {
                    noted.push(said.article);
                    shown.extend(day.then_some(said));
                }
                if *stands.get_or_insert(day) && day {
                    articles.insert(said.article);
                }
                let Some(grouping) = asked.group else { continue };
                self.groups_of(grouping, said, &mut |group| {
                    // As the statement in the answer, so in a group: by the printing that comes first in it.
                    let stands = match groups.iter().find(|(own, _)| *own == group) {
                        Some((_, stands)) => *stands,
                        // The first printing alone tells the month.
                        None if !first && grouping == Grouping::Month => false,
                        None => {
                            groups.push((group, day));
                            grouped.extend(day.then_some((group, said)));
                            day
                        }
                    };
                    spread.extend((stands && day).then_some(u64::from(group) << 32 | u64::from(said.article)));
                });
            }
        }
        answer.timeline = self.bins(&asked.query, &mut noted.iter().copied(), &Bits::none(self.heads.len()));
        noted.iter().for_each(|&article| self.note(article, &mut answer.timeline));
        answer.total = shown.len() as u32;
        answer.articles = articles.len();
        answer.facets = facets.listed(self, &asked.query);
        let mut pen = Pen::new(self, &together.held, missing);
        match asked.group {
            None => {
                answer.pages = pages(shown.len(), STATEMENTS_PAGE);
                let shown = self.ordered(shown.iter().copied(), asked.query.order);
                let draw = |&key| pen.draw_said(table, key as u32);
                answer.list = page(&shown, asked.query.page, STATEMENTS_PAGE).iter().filter_map(draw).collect();
            }
            Some(grouping) => {
                let groups = self.grouped(grouping, &grouped, &table.said, asked.query.order);
                answer.pages = pages(groups.len(), GROUPS_PAGE);
                keys::sort(&mut spread);
                spread.dedup();
                let before = |group: u64| spread.partition_point(|&pair| pair >> 32 < group);
                for (number, key, label, members) in page(&groups, asked.query.page, GROUPS_PAGE) {
                    let shown = members.iter().take(GROUP_SHOWS);
                    let first = shown.filter_map(|said| pen.draw_said(table, said.number)).collect();
                    let speaker = members.first().filter(|_| grouping == Grouping::Speaker);
                    let speaker = speaker.and_then(|said| self.speaker_number(said));
                    let group = u64::from(*number);
                    answer.groups.push(Group {
                        key: key.clone(),
                        label: label.clone(),
                        count: members.len() as u32,
                        articles: (before(group + 1) - before(group)) as u32,
                        named_in: speaker.map_or(0, |(kind, i)| self.heads.named_in(kind, i as usize)),
                        first,
                    });
                }
            }
        }
        pen.missing.or(answer)
    }

    /// The table of all statements, with the places of each where that is wanted.
    pub(super) fn table(&self, placed: bool) -> Result<&Table, PartId> {
        let [plain, full] = &self.said;
        let table = if placed || full.get().is_some() { full } else { plain };
        if table.get().is_none() {
            let said = self.parts.of_kind(PartKind::Statements, 0)?;
            let places = if placed { Some(self.parts.of_kind(PartKind::Stretches, 0)?) } else { None };
            let _ = table.set(statements::read(said, places, self.heads.articles));
        }
        static NONE: Table = Table { said: Vec::new(), printings: Vec::new() };
        Ok(table.get().unwrap_or(&NONE))
    }

    fn sieve<'q>(&self, asked: &'q StatementQuery, table: &Table) -> Result<Sieve<'q>, Missing> {
        let speaks = |choice: &&Choice| matches!(choice.facet, FacetKind::Person | FacetKind::Organisation);
        let names = |choice: &&Choice| choice.facet == FacetKind::Regulation;
        let [naming, unwanted] = [false, true].map(|exclude| {
            let choices = asked.query.choices.iter().filter(names).filter(move |choice| choice.exclude == exclude);
            self.naming(choices, table)
        });
        let of_articles = |choice: &&Choice| !speaks(choice) && !names(choice);
        let choices = asked.query.choices.iter().filter(of_articles).cloned().collect();
        let filters = Filters::new(self, &Query { choices, ..asked.query.clone() });
        let all = self.everything();
        let bare = Filters::new(self, &Query { from: asked.query.from, to: asked.query.to, ..Query::default() });
        Ok(Sieve {
            naming: naming?,
            unwanted: unwanted?.unwrap_or_else(|| Bits::none(0)),
            asked,
            articles: filters.pass(&all, false, None),
            without: (0..FacetKind::ALL.len()).map(|i| filters.pass(&all, false, Some(i))).collect(),
            dates: bare.pass(&all, true, None),
            speakers: asked.query.choices.iter().filter(speaks).collect(),
        })
    }

    /// The statements, by their places in the table, that name one of the regulations chosen; none where none is.
    fn naming<'q>(&self, choices: impl Iterator<Item = &'q Choice>, table: &Table) -> Result<Option<Bits>, Missing> {
        let (mut naming, mut missing): (Option<Bits>, Missing) = Default::default();
        for choice in choices {
            let naming = naming.get_or_insert_with(|| Bits::none(table.said.len()));
            // A hash alone could be that of another.
            if self.heads.value_of(choice.facet, &choice.value).is_none() {
                continue;
            }
            let known = match self.known(choice.facet, &choice.value) {
                Ok(known) => known,
                Err(lacks) => {
                    missing.join(Err(lacks));
                    continue;
                }
            };
            for &(article, ordinal) in known.map_or(&[][..], |known| &known.places) {
                let first = table.said.partition_point(|said| said.article < article) as u32;
                let number = first.saturating_add(ordinal);
                if table.said.get(number as usize).is_some_and(|said| said.article == article) {
                    naming.insert(number);
                }
            }
        }
        missing.or(naming)
    }

    /// Whether the speaker is one of the wanted and none of the unwanted.
    fn speaks(&self, said: &Said, choices: &[&Choice]) -> bool {
        if choices.is_empty() {
            return true;
        }
        let own = self.speaker_value(said);
        let is = |choice: &&&Choice| own.is_some_and(|(kind, slug)| choice.facet == kind && choice.value == slug);
        let wants = choices.iter().any(|choice| !choice.exclude);
        let chosen = |exclude: bool| choices.iter().filter(|choice| choice.exclude == exclude).any(|c| is(&c));
        (!wants || chosen(false)) && !chosen(true)
    }

    /// The facet and value under which a speaker is found, where it is there.
    fn speaker_value(&self, said: &Said) -> Option<(FacetKind, &str)> {
        match said.who {
            Who::Named(..) => {
                let (kind, value) = self.speaker_number(said)?;
                let kind = *FacetKind::ALL.get(kind)?;
                self.heads.value(kind, value as usize).map(|(slug, _)| (kind, slug))
            }
            Who::Role => Some((FacetKind::Person, ROLE_ONLY)),
            Who::Unknown => Some((FacetKind::Person, UNKNOWN)),
        }
    }

    /// The place of a named speaker's facet in [`FacetKind::ALL`], and the number in it.
    fn speaker_number(&self, said: &Said) -> Option<(usize, u32)> {
        let Who::Named(kind, several, number) = said.who else { return None };
        let value = match several {
            true => self.heads.common_value(kind, number),
            false => self.heads.rare_value(kind, said.article, number),
        };
        value.map(|value| (kind, value))
    }

    /// Statements in the order asked for, those of one article as they stand there: each by a key whose lower half is its
    /// place in the table.
    fn ordered<'s>(&self, shown: impl Iterator<Item = &'s Said>, order: Order) -> Vec<u64> {
        let mut keys: Vec<u64> = shown.map(|said| self.place_key(said, order)).collect();
        keys::sort(&mut keys);
        keys
    }

    fn place_key(&self, said: &Said, order: Order) -> u64 {
        let listed = self.heads.listed();
        let places = if order == Order::Oldest { &listed.oldest.places } else { &listed.newest.places };
        u64::from(places.get(said.article as usize).copied().unwrap_or(u32::MAX)) << 32 | u64::from(said.number)
    }

    /// The numbers of the groups that a statement stands in. Entities stand by slug, so by their numbers groups of one size
    /// have an order too.
    fn groups_of(&self, by: Grouping, said: &Said, add: &mut dyn FnMut(u32)) {
        match by {
            Grouping::Speaker => match said.who {
                Who::Named(..) => {
                    let number = self.speaker_number(said);
                    number.into_iter().for_each(|(kind, i)| add((ORGANISATIONS * kind as u32) | i));
                }
                Who::Role => add(NOBODY),
                Who::Unknown => add(NOBODY + 1),
            },
            Grouping::Topic => match self.heads.topics_of(said.article) {
                [] => add(u32::MAX),
                topics => topics.iter().for_each(|&topic| add(topic)),
            },
            Grouping::Month => {
                let month = |date: Date| (i32::from(date.year()) + 10_000) as u32 * 12 + date.month() as u32;
                add(self.day(said.article).map_or(u32::MAX, month));
            }
        }
    }

    /// Statements, each with the number of a group, put together: number, key, label and members of each group.
    fn grouped<'s>(
        &self,
        by: Grouping,
        shown: &[(u32, &Said)],
        table: &'s [Said],
        order: Order,
    ) -> Vec<(u32, GroupKey, String, Vec<&'s Said>)> {
        let ordered = self.ordered(shown.iter().map(|(_, said)| *said), order);
        // The number of a group before the place of a statement in the order, in one number.
        let key = |&(group, said): &(u32, &Said)| {
            let place = ordered.binary_search(&self.place_key(said, order)).unwrap_or_default();
            u64::from(group) << 32 | place as u64
        };
        let mut keys: Vec<u64> = shown.iter().map(key).collect();
        keys::sort(&mut keys);
        let group = |keys: &[u64]| {
            let said = |&key: &u64| table.get(*ordered.get(key as u32 as usize)? as u32 as usize);
            let members: Vec<&'s Said> = keys.iter().filter_map(said).collect();
            let said = members.first()?;
            let value = |kind, i: u32| {
                let (slug, label) = self.heads.value(kind, i as usize)?;
                Some((GroupKey::Value(kind, slug.to_owned()), label.to_owned()))
            };
            let (key, label) = match by {
                Grouping::Speaker => match self.speaker_number(said) {
                    Some((kind, i)) => value(*FacetKind::ALL.get(kind)?, i)?,
                    None => {
                        let (kind, slug) = self.speaker_value(said)?;
                        (GroupKey::Value(kind, slug.to_owned()), String::new())
                    }
                },
                Grouping::Topic => match (keys.first()? >> 32) as u32 {
                    u32::MAX => (GroupKey::NoTopic, String::new()),
                    topic => value(FacetKind::Topic, topic)?,
                },
                Grouping::Month => {
                    let month = self.day(said.article).map(|date| GroupKey::Month(date.first_of_month()));
                    (month.unwrap_or(GroupKey::Undated), String::new())
                }
            };
            Some(((keys.first()? >> 32) as u32, key, label, members))
        };
        let groups: Vec<_> = keys.chunk_by(|a, b| a >> 32 == b >> 32).filter_map(group).collect();
        match by {
            Grouping::Speaker | Grouping::Topic => {
                let key = |((.., label, members), i): (&(_, _, String, Vec<&Said>), u64)| {
                    let few = u64::from(u32::MAX - members.len() as u32);
                    u64::from(label.is_empty()) << 63 | few << 31 | i
                };
                let mut keys: Vec<u64> = groups.iter().zip(0..).map(key).collect();
                keys::sort(&mut keys);
                let mut groups: Vec<_> = groups.into_iter().map(Some).collect();
                let place = |key: u64| (key & 0x7fff_ffff) as usize;
                keys.into_iter().filter_map(|key| groups.get_mut(place(key))?.take()).collect()
            }
            Grouping::Month if order == Order::Oldest => groups,
            Grouping::Month => {
                let (dated, undated): (Vec<_>, Vec<_>) =
                    groups.into_iter().partition(|(_, key, ..)| matches!(key, GroupKey::Month(_)));
                dated.into_iter().rev().chain(undated).collect()
            }
        }
    }
}

impl Sieve<'_> {
    /// Whether a statement names a regulation that is wanted, if any is, and none that is not.
    fn names(&self, said: &Said) -> bool {
        self.naming.as_ref().is_none_or(|naming| naming.holds(said.number)) && !self.unwanted.holds(said.number)
    }

    fn sure(&self, said: &Said) -> bool {
        let (least, below) = (self.asked.least, self.asked.below);
        least.is_none_or(|least| said.confidence >= least) && below.is_none_or(|below| said.confidence < below)
    }
}

/// How many statements choosing each value would show.
struct Tallies {
    /// In the order of [`FacetKind::ALL`].
    counts: Vec<Vec<u32>>,
    /// Speakers of whom only a role is known, and unknown ones.
    unnamed: [u32; 2],
    /// Of each facet how many values that are not there yet the articles counted have, and which articles these are.
    more: Vec<(u32, Bits)>,
    /// Of a statement with several printings the values met so far: whose printing named first is met.
    seen: Option<Vec<(usize, u32)>>,
}

/// The place among facets of speakers without a name.
const UNNAMED: usize = FacetKind::ALL.len();

impl Tallies {
    fn new(engine: &Engine) -> Self {
        // Speakers are counted before it is known what they are called.
        let rare = |i: usize| if i < SPEAKING { engine.heads.all_lacking(i) as usize } else { 0 };
        let size = |(kind, i): (&FacetKind, usize)| vec![0; engine.heads.values(*kind) + rare(i)];
        let counts = FacetKind::ALL.iter().zip(0..).map(size).collect();
        let more = FacetKind::ALL.map(|_| (0, Bits::none(engine.heads.len()))).into();
        Self { counts, unnamed: [0; 2], more, seen: None }
    }

    /// Begins a statement, which may have several printings.
    fn begin(&mut self, several: bool) {
        self.seen = several.then(Vec::new);
    }

    /// Counts a printing that passes all but, perhaps, the filters on articles, on speakers and on days.
    #[expect(clippy::indexing_slicing, reason = "the sieve and what is counted have a place for each facet")]
    fn count(&mut self, engine: &Engine, said: &Said, [article, speaker, day]: [bool; 3], sieve: &Sieve<'_>) {
        if !day && self.seen.is_none() {
            return;
        }
        for i in SPEAKING..FacetKind::ALL.len() {
            // An article names a regulation; whether its statement does, the table does not tell.
            if i != FacetKind::Regulation.place() && speaker && sieve.without[i].holds(said.article) {
                engine.heads.facet(i).of(said.article).iter().for_each(|&value| self.add(i, value, day));
                let (more, articles) = &mut self.more[i];
                if day && !articles.holds(said.article) {
                    articles.insert(said.article);
                    *more += engine.heads.lacking(i, said.article);
                }
            }
        }
        if article {
            match said.who {
                Who::Named(..) => {
                    let number = engine.speaker_number(said);
                    number.into_iter().for_each(|(facet, value)| self.add(facet, value, day));
                }
                Who::Role => self.add(UNNAMED, 0, day),
                Who::Unknown => self.add(UNNAMED, 1, day),
            }
        }
    }

    /// Counts a value, unless a printing named before has it.
    fn add(&mut self, facet: usize, value: u32, day: bool) {
        if let Some(seen) = &mut self.seen {
            if seen.contains(&(facet, value)) {
                return;
            }
            seen.push((facet, value));
        }
        let counts = if facet == UNNAMED {
            Some(&mut self.unnamed[..])
        } else {
            self.counts.get_mut(facet).map(Vec::as_mut_slice)
        };
        if let Some(count) = counts.and_then(|counts| counts.get_mut(value as usize)).filter(|_| day) {
            *count += 1;
        }
    }

    fn listed(self, engine: &Engine, query: &Query) -> Vec<Facet> {
        let kinds = FacetKind::ALL.into_iter().zip(&self.counts).zip(&self.more);
        kinds
            .map(|((kind, counts), (more, _))| {
                let facet = match kind {
                    FacetKind::Person => engine.speaking(counts, self.unnamed, query),
                    _ => engine.listed(kind, counts, query, false),
                };
                Facet { more: facet.more + *more, ..facet }
            })
            .collect()
    }
}

/// Looks for a question's words inside statements.
struct Words<'f> {
    wanted: &'f [&'f Found],
    unwanted: &'f [Found],
    /// The places of all clauses in the article looked at last: statements of one article follow one another.
    article: Option<u32>,
    places: Vec<Vec<u64>>,
}

impl<'f> Words<'f> {
    fn new(wanted: &'f [&'f Found], unwanted: &'f [Found]) -> Self {
        Self { wanted, unwanted, article: None, places: Vec::new() }
    }

    fn pass(&mut self, said: &Said) -> bool {
        if self.wanted.is_empty() && self.unwanted.is_empty() {
            return true;
        }
        if self.article != Some(said.article) {
            self.article = Some(said.article);
            let all = self.wanted.iter().copied().chain(self.unwanted);
            self.places = all.map(|found| found.places(said.article)).collect();
        }
        let (first, end) = (u64::from(said.places.0), u64::from(said.places.1));
        let inside = |places: &Vec<u64>| {
            places.get(places.partition_point(|&place| place < first)).is_some_and(|&place| place < end)
        };
        let (wanted, unwanted) = self.places.split_at(self.wanted.len().min(self.places.len()));
        wanted.iter().all(inside) && !unwanted.iter().any(inside)
    }
}

/// Writes statements out, one body at a time.
pub(super) struct Pen<'e, 'f> {
    engine: &'e Engine,
    held: &'f [&'f Found],
    pub(super) missing: Missing,
    last: Option<(u32, Lent, Marks)>,
}

impl<'e, 'f> Pen<'e, 'f> {
    pub(super) fn new(engine: &'e Engine, held: &'f [&'f Found], missing: Missing) -> Self {
        Self { engine, held, missing, last: None }
    }

    /// The body of an article, once it is there.
    pub(super) fn body(&mut self, article: u32) -> Option<&Body> {
        if self.last.as_ref().is_none_or(|(last, ..)| *last != article) {
            let body = self.missing.note(self.engine.body(article))?.unwrap_or_default();
            let marks = self.engine.marks(article, &body.head.title, &body.text, self.held);
            self.last = Some((article, body, marks));
        }
        self.last.as_ref().map(|(_, body, _)| -> &Body { body })
    }

    /// A statement by its place in the table, which knows where else it is printed.
    fn draw_said(&mut self, table: &Table, number: u32) -> Option<Statement> {
        let said = table.said.get(number as usize)?;
        let others = table.printed(said).map_or(0, |all| all.len() as u32 - 1);
        Some(Statement { others, ..self.draw(said.article, said.ordinal)? })
    }

    /// A statement by its place among those of its article.
    pub(super) fn draw(&mut self, article: u32, ordinal: u32) -> Option<Statement> {
        self.body(article)?;
        let (_, body, marks) = self.last.as_ref()?;
        let head = &body.head;
        let quote = body.quotes.get(ordinal as usize).filter(|quote| body.text.get(quote.span.range()).is_some())?;
        let (speaker, _) = Engine::speaker(body, quote);
        let entity = entity_of(body, quote).cloned();
        let person = entity.as_ref().filter(|named| named.kind == 0);
        let other = person.map(|named| self.engine.other_role_there(&named.slug, article, head.date));
        let other = match other {
            Some(Err(missing)) => {
                self.missing.join(Err(missing));
                None
            }
            other => other.and_then(Result::ok).flatten(),
        };
        Some(Statement {
            article,
            ordinal,
            others: 0,
            other,
            id: head.id.clone(),
            title: head.title.clone(),
            date: head.date,
            publisher: head.publisher.clone(),
            anchor: quote.anchor.clone(),
            kind: quote.kind,
            speaker,
            entity,
            role: quote.role.clone(),
            cue: quote.cue.map(|cue| cue.of(&body.text).to_owned()).filter(|cue| !cue.is_empty()),
            how: quote.how,
            confidence: quote.confidence,
            replies: body.replies.iter().filter(|reply| reply.quote == ordinal).cloned().collect(),
            snippet: snippet::within(&body.text, quote.span.range(), &marks.text, SHOWN),
        })
    }
}

/// Who or what makes a statement, as its article names them.
pub(super) fn entity_of<'b>(body: &'b Body, quote: &Quote) -> Option<&'b Name> {
    body.entities.get(speaks(quote)? as usize)
}

/// Its number among the entities of the article.
pub(super) fn speaks(quote: &Quote) -> Option<u32> {
    match quote.speaker {
        Some(Speaker::Person(i) | Speaker::Organisation(i)) => Some(i),
        _ => None,
    }
}

pub(super) fn pages(all: usize, size: u32) -> u32 {
    (all as u32).div_ceil(size).max(1)
}

/// The items of a page, counted from 0; a page behind the last one holds nothing.
fn page<T>(all: &[T], page: u32, size: u32) -> &[T] {
    let first = (page as usize).saturating_mul(size as usize).min(all.len());
    all.get(first..all.len().min(first.saturating_add(size as usize))).unwrap_or_default()
}
