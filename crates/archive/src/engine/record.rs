//! What is known of one person, organisation, topic or regulation, and of whom articles differ.
//!
//! All of it stands in one small part, by a hash of the slug, and in the texts that a page shows anyway. Who has no page is
//! known only among all.

use std::sync::Arc;

use super::Engine;
use super::bits::Bits;
use super::parts::Missing;
use super::snippet::{self, Mark};
use super::statements::{Pen, pages, speaks};
use crate::answer::{Facet, Outcome, Timeline};
use crate::form::body::{self, Body};
use crate::form::catalogue::contested;
use crate::form::own::REGULATION;
use crate::form::records::{self, Known};
use crate::form::statements::regulations_in;
use crate::form::{Entity, PartKind};
use crate::model::{Date, EntityRef, Former, Mention, Role};
use crate::query::{FacetKind, Query};
use crate::statements::{Passage, Record, STATEMENTS_PAGE, Statements};

/// About how much of an article is shown around a mention, in bytes.
const PASSAGE: usize = 320;

impl Engine {
    /// Slugs that an entity had once and that still lead to it, by slug.
    #[must_use]
    pub fn former(&self) -> &[Former] {
        &self.heads.entities().former
    }

    fn former_value(&self, facet: FacetKind, slug: &str) -> Option<u32> {
        let own = |former: &Former| (former.slug == slug).then(|| facet_of(former.entity)).filter(|own| own.0 == facet);
        self.heads.entities().former.iter().find_map(own).map(|(_, value)| value)
    }

    /// A query in which every former slug is the one in use.
    #[must_use]
    pub fn in_use(&self, mut query: Query) -> Query {
        for choice in &mut query.choices {
            let value = self.former_value(choice.facet, &choice.value);
            if let Some((slug, _)) = value.and_then(|value| self.heads.value(choice.facet, value as usize)) {
                choice.value = slug.to_owned();
            }
        }
        query
    }

    /// How many statements a person or an organisation makes; 0 for others.
    #[must_use]
    pub fn statements_of(&self, entity: EntityRef) -> u32 {
        let one = match entity {
            EntityRef::Person(i) => self.people().get(i as usize),
            EntityRef::Organisation(i) => self.organisations().get(i as usize),
            EntityRef::Place(_) | EntityRef::Regulation(_) | EntityRef::Topic(_) => None,
        };
        one.map_or(0, Entity::statements)
    }

    /// Whether a value of a facet has a page of its own: somebody speaks, or holds an office, or it is a regulation. Nobody has before that part
    /// of the archive is there ([`Engine::overview`] has it among others).
    #[must_use]
    pub fn has_page(&self, facet: FacetKind, slug: &str) -> bool {
        let Some(own) = self.heads.own.get() else { return false };
        match facet {
            FacetKind::Person => own.has(0, slug),
            FacetKind::Organisation => own.has(1, slug),
            FacetKind::Topic => own.topics.iter().any(|topic| topic.has_page && topic.slug == slug),
            FacetKind::Regulation => true,
            FacetKind::Event | FacetKind::Place | FacetKind::Source => false,
        }
    }

    /// What is known of the person, organisation, topic or regulation with this slug, or that once had it, with a page of its
    /// statements, newest first; none where the archive has no such.
    #[must_use]
    pub fn record(&self, facet: FacetKind, slug: &str, page: u32) -> Outcome<Option<Arc<Record>>> {
        match self.try_record(facet, slug, page) {
            Ok(record) => Outcome::Ready(record.map(Arc::new)),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn try_record(&self, facet: FacetKind, slug: &str, page: u32) -> Result<Option<Record>, Missing> {
        if !FacetKind::WITH_PAGES.contains(&facet) {
            return Ok(None);
        }
        let mut slug = slug;
        let mut known = self.known(facet, slug)?;
        if let Some(now) = known.and_then(Known::leads_to) {
            (slug, known) = (now, self.known(facet, now)?);
        }
        if let Some(known) = known
            && let Some(record) = self.recorded(facet, slug, known, page)?
        {
            return Ok(Some(record));
        }
        // Whoever has no page is known only among all.
        self.overview_there()?;
        let value = self.heads.value_of(facet, slug).or_else(|| Some(self.former_value(facet, slug)? as usize));
        let named = value.and_then(|value| Some((value as u32, self.heads.value(facet, value)?)));
        Ok(named.map(|(value, (slug, name))| {
            let holds = |article: &u32| self.heads.facet(facet.place()).of(*article).contains(&value);
            let articles = (0..self.len()).filter(holds).collect();
            Record { slug: slug.to_owned(), name: name.to_owned(), articles, ..Record::default() }
        }))
    }

    /// What a group knows of a slug.
    pub(super) fn known(&self, facet: FacetKind, slug: &str) -> Result<Option<&Known>, Missing> {
        let at = records::group(slug, self.known.len() as u32);
        // Offices have the days of the articles that show them.
        let mut missing = Missing::default();
        let _ = missing.note(self.parts.of_kind(PartKind::Columns, 0));
        let bytes = missing.note(self.parts.of_kind(PartKind::Records, at));
        let (bytes, model) = (missing.or(bytes)?, self.heads.shelves.models.as_ref());
        let read = || {
            let day = |article| self.heads.day(article);
            records::read(bytes.unwrap_or_default(), model.map(|models| &models.words), self.len(), &day)
        };
        let group = self.known.get(at as usize).map(|group| group.get_or_init(read));
        Ok(group.and_then(|group| records::find(group, facet.place() as u32, slug)))
    }

    /// The record of one that is known; none where the texts say that it is somebody else.
    fn recorded(&self, facet: FacetKind, slug: &str, known: &Known, page: u32) -> Result<Option<Record>, Missing> {
        let total = known.said();
        let none = Bits::none(self.heads.len());
        let mut speaking = known.articles.iter().filter(|(_, count)| *count > 0).map(|&(article, _)| article);
        let mut said =
            Statements { total, timeline: self.bins(&Query::default(), &mut speaking, &none), ..Statements::default() };
        said.pages = pages(total as usize, STATEMENTS_PAGE);
        let kind = facet.place() as u32;
        let mut pen = Pen::new(self, &[], Missing::default());
        let mut articles = Vec::new();
        let mut name = known.called.as_ref().map(|(name, _)| name.clone());
        // Where its name is told: in the text of a statement that is shown, of one that is not, else in the newest.
        let mut told = [None; 3];
        let first = page.saturating_mul(STATEMENTS_PAGE);
        let mut number = 0u32;
        // An archive has its newest articles first, and so has a record.
        let mut before = known.articles.iter().fold(0u32, |sum, (_, count)| sum.saturating_add(*count));
        for &(article, count) in known.articles.iter().rev() {
            if !known.nameless.contains(&article) {
                articles.push(article);
            }
            // Which of all its statements stand here, and which of those the record does not show once more.
            before = before.saturating_sub(count);
            let again = |nth: u32| known.again.binary_search(&before.saturating_add(nth)).is_ok();
            let until = |end: u32| known.again.partition_point(|&nth| nth < end) as u32;
            let counted = count.saturating_sub(until(before.saturating_add(count)) - until(before));
            let shown = first..first.saturating_add(STATEMENTS_PAGE);
            let end = number.saturating_add(counted);
            let here = counted > 0 && number < shown.end && shown.start < end;
            let [shown_here, elsewhere, newest] = &mut told;
            let told = if here {
                shown_here
            } else if count > 0 {
                elsewhere
            } else {
                newest
            };
            told.get_or_insert(article);
            if count > 0 {
                said.articles += 1;
            }
            for _ in 0..counted {
                self.note(article, &mut said.timeline);
            }
            if here && let Some(body) = pen.body(article) {
                let (mut ordinals, mut nth, mine) = (Vec::new(), 0, body.named(kind, slug));
                for (quote, ordinal) in body.quotes.iter().zip(0..) {
                    let belongs = match facet {
                        FacetKind::Topic => true,
                        FacetKind::Regulation => {
                            mine.is_some_and(|mine| regulations_in(quote, &body.mentions).contains(&mine))
                        }
                        _ => mine.is_some_and(|mine| speaks(quote) == Some(mine)),
                    };
                    if belongs {
                        if !again(nth) {
                            if shown.contains(&number) {
                                ordinals.push(ordinal);
                            }
                            number = number.saturating_add(1);
                        }
                        nth += 1;
                    }
                }
                for ordinal in ordinals {
                    said.list.extend(pen.draw(article, ordinal));
                }
            }
            number = end;
        }
        if name.is_none()
            && let Some(article) = told.into_iter().flatten().next()
            && let Some(body) = pen.body(article)
        {
            let found = body.named(kind, slug).and_then(|i| body.entities.get(i as usize));
            name = found.map(|named| named.name.clone());
        }
        pen.missing.or(())?;
        // Beside nothing that was said, how many articles there are would change the records of all with each that comes.
        said.timeline.bins.iter_mut().filter(|bin| bin.count == 0).for_each(|bin| bin.of = bin.of.min(1));
        Ok(name.map(|name| Record {
            slug: slug.to_owned(),
            has_page: true,
            aliases: known.aliases(&name),
            honorifics: known.honorifics.clone(),
            roles: known.roles.clone(),
            holders: known.holders(&name),
            articles,
            said,
            name,
        }))
    }

    /// How the articles of a record lie in time. A bar's `of` counts the archive's articles.
    #[must_use]
    pub fn named_over_time(&self, record: &Record) -> Timeline {
        let articles = Bits::of(self.heads.len(), |article| record.articles.contains(&article));
        self.bins(&Query::default(), &mut record.articles.iter().copied(), &articles)
    }

    /// Where some articles name a regulation: of each the piece that says most of it.
    #[must_use]
    pub fn passages(&self, slug: &str, articles: &[u32]) -> Outcome<Vec<Passage>> {
        let (mut missing, mut passages) = (Missing::default(), Vec::new());
        for &article in articles {
            let Some(body) = missing.note(self.body(article)).flatten() else { continue };
            let Body { head, text, entities, mentions, .. }: &Body = &body;
            let is = |mention: &&Mention| {
                let (kind, i) = body::kind(mention.entity);
                kind == REGULATION && entities.get(i as usize).is_some_and(|own| own.slug == slug)
            };
            let mark = |mention: &Mention| Mark { range: mention.span.range(), clause: 0, weight: 1.0 };
            let marks: Vec<Mark> = mentions.iter().filter(is).map(mark).collect();
            let snippet = snippet::best(text, &marks, PASSAGE).unwrap_or_default();
            passages.push(Passage { article, head: head.clone(), snippet });
        }
        match missing.or(passages) {
            Ok(passages) => Outcome::Ready(passages),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    /// What else the articles of a record have, in the order of [`FacetKind::ALL`], without itself. A count is the number of
    /// articles that choosing both would show, were both to be met.
    #[must_use]
    pub fn related(&self, facet: FacetKind, record: &Record) -> Outcome<Vec<Facet>> {
        let mut missing = Missing::default();
        for kind in [PartKind::Columns, PartKind::Own, PartKind::Facet] {
            let _ = missing.note(self.parts.of_kind(kind, 0));
        }
        if let Err(missing) = missing.or(()) {
            return Outcome::Needs(missing.into_parts());
        }
        let articles = Bits::of(self.heads.len(), |article| record.articles.contains(&article));
        let own = self.heads.value_of(facet, &record.slug);
        let count = |kind: FacetKind| {
            let (mut counts, mut more) = self.counted(kind, &articles);
            if kind == facet {
                match own {
                    Some(own) => counts.get_mut(own).into_iter().for_each(|count| *count = 0),
                    None => more = more.saturating_sub(1),
                }
            }
            Facet { more, ..self.listed(kind, &counts, &Query::default(), false) }
        };
        Outcome::Ready(FacetKind::ALL.into_iter().map(count).collect())
    }

    /// The offices of a person; none where there is no such person, or no office.
    #[must_use]
    pub fn roles(&self, slug: &str) -> Outcome<&[Role]> {
        match self.known(FacetKind::Person, slug) {
            Ok(known) => Outcome::Ready(known.map_or(&[], |known| &known.roles)),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    /// Who held which office: of these people, by slug, or of all where none is given. Each with the index of the person.
    #[must_use]
    pub fn offices(&self, people: &[&str]) -> Outcome<Vec<(u32, &Role)>> {
        let mut missing = Missing::default();
        if people.is_empty() {
            missing.join(self.overview_there());
            for id in self.parts.numbers(PartKind::Records) {
                missing.note(self.parts.get(id));
            }
        }
        let mut offices = Vec::new();
        for (person, at) in self.people().iter().zip(0..) {
            if !person.holds_office() || !(people.is_empty() || people.contains(&&*person.slug)) {
                continue;
            }
            match self.known(FacetKind::Person, &person.slug) {
                Ok(Some(known)) => {
                    for role in &known.roles {
                        offices.push((at, role));
                    }
                }
                Ok(None) => {}
                Err(lacks) => missing.join(Err(lacks)),
            }
        }
        match missing.or(offices) {
            Ok(offices) => Outcome::Ready(offices),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    /// The office of a person that other articles show at a day in another standing than this article prints.
    #[must_use]
    pub fn other_role(&self, person: &str, article: u32, day: Option<Date>) -> Outcome<Option<Role>> {
        match self.other_role_there(person, article, day) {
            Ok(role) => Outcome::Ready(role),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    pub(super) fn other_role_there(
        &self,
        person: &str,
        article: u32,
        day: Option<Date>,
    ) -> Result<Option<Role>, Missing> {
        // Of nearly all people articles agree.
        let Some(day) = day.filter(|_| self.heads.shelves.contested.contains(&contested(person))) else {
            return Ok(None);
        };
        let known = self.known(FacetKind::Person, person)?;
        Ok(known.and_then(|known| in_force(&known.roles, article, day)).cloned())
    }
}

/// The role that other articles show at a day beside the one that an article prints: the same office in another standing,
/// from before that day to after it.
fn in_force(roles: &[Role], article: u32, day: Date) -> Option<&Role> {
    let printed: Vec<&Role> = roles.iter().filter(|role| role.articles.contains(&article)).collect();
    let around = |role: &&Role| role.span().is_some_and(|(from, to)| from < day && day < to);
    let other = |role: &&Role| {
        let differs = |own: &&Role| own.is_office_of(role) && own.standing != role.standing;
        !role.articles.contains(&article) && printed.iter().any(differs)
    };
    roles.iter().filter(around).find(other)
}

/// The facet that an entity is a value of, and its number in it.
fn facet_of(entity: EntityRef) -> (FacetKind, u32) {
    match entity {
        EntityRef::Person(i) => (FacetKind::Person, i),
        EntityRef::Organisation(i) => (FacetKind::Organisation, i),
        EntityRef::Topic(i) => (FacetKind::Topic, i),
        EntityRef::Place(i) => (FacetKind::Place, i),
        EntityRef::Regulation(i) => (FacetKind::Regulation, i),
    }
}

#[cfg(test)]
mod tests {
    use super::in_force;
    use crate::model::{Date, Role, Standing};

    fn role(standing: Standing, from: (i16, i8, i8), to: (i16, i8, i8)) -> Role {
        let day = |(y, m, d)| Date::new(y, m, d).ok();
        let organisation = Some("Sukamaju".into());
        Role { office: "Camat".into(), organisation, standing, from: day(from), to: day(to), articles: vec![] }
    }

    #[test]
    fn what_an_article_prints_is_held_against_what_others_show_that_day() {
        let mut acting = role(Standing::Acting, (2025, 7, 28), (2026, 2, 11));
        acting.articles = vec![1, 4];
        let mut printed = role(Standing::Definitive, (2026, 1, 19), (2026, 1, 19));
        printed.articles = vec![2];
        let roles = [acting, printed];
        let day = Date::constant(2026, 1, 19);
        assert_eq!(in_force(&roles, 2, day), Some(&roles[0]));
        assert_eq!(in_force(&roles, 1, Date::constant(2025, 7, 28)), None, "it prints what is in force");
        assert_eq!(in_force(&roles, 3, day), None, "an article that prints no office differs from none");
        assert_eq!(in_force(&roles, 2, Date::constant(2026, 3, 1)), None);
    }
}
