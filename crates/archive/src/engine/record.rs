//! What the catalogue alone knows of a person, an organisation or a topic.

use super::Engine;
use super::bits::Bits;
use crate::form::own;
use crate::model::{EntityRef, Former, Role};
use crate::query::{FacetKind, Query};
use crate::statements::Record;

impl Engine {
    /// The person, organisation or topic with this slug, or the one that once had it.
    #[must_use]
    pub fn entity(&self, facet: FacetKind, slug: &str) -> Option<EntityRef> {
        let (find, of): (Result<usize, usize>, fn(u32) -> EntityRef) = match facet {
            FacetKind::Person => {
                (self.people().binary_search_by(|p| p.slug.as_str().cmp(slug)), EntityRef::Person as fn(u32) -> _)
            }
            FacetKind::Organisation => {
                (self.organisations().binary_search_by(|o| o.slug.as_str().cmp(slug)), EntityRef::Organisation)
            }
            FacetKind::Topic => (self.topics().binary_search_by(|t| t.slug.as_str().cmp(slug)), EntityRef::Topic),
            FacetKind::Event | FacetKind::Place | FacetKind::Source => return None,
        };
        find.ok().map(|i| of(i as u32)).or_else(|| self.former_entity(facet, slug))
    }

    /// Slugs that an entity had once and that still lead to it, by slug.
    #[must_use]
    pub fn former(&self) -> &[Former] {
        &self.heads.entities().former
    }

    fn former_entity(&self, facet: FacetKind, slug: &str) -> Option<EntityRef> {
        let entity = |former: &&Former| former.slug == slug && facet_of(former.entity).0 == Some(facet);
        self.heads.entities().former.iter().find(entity).map(|former| former.entity)
    }

    /// A query in which every former slug is the one in use.
    #[must_use]
    pub fn in_use(&self, mut query: Query) -> Query {
        for choice in &mut query.choices {
            let entity = self.former_entity(choice.facet, &choice.value);
            let slug = entity.and_then(|entity| self.heads.value(choice.facet, facet_of(entity).1 as usize));
            if let Some((slug, _)) = slug {
                choice.value = slug.to_owned();
            }
        }
        query
    }

    /// How many statements a person or an organisation makes, or are in the articles about a topic; 0 for others.
    #[must_use]
    pub fn statements_of(&self, entity: EntityRef) -> u32 {
        let heads = &self.heads;
        match entity {
            EntityRef::Person(i) => heads.entities().said_by_people.get(i as usize).copied().unwrap_or(0),
            EntityRef::Organisation(i) => heads.entities().said_by_organisations.get(i as usize).copied().unwrap_or(0),
            EntityRef::Topic(topic) => {
                let about = |&article: &u32| heads.topics_of(article).contains(&topic);
                (0..self.len()).filter(about).fold(0, |sum, article| sum.saturating_add(heads.quotes(article)))
            }
            EntityRef::Place(_) | EntityRef::Regulation(_) => 0,
        }
    }

    /// Whether an entity has a page of its own: somebody speaks, or holds an office.
    #[must_use]
    pub fn has_page(&self, entity: EntityRef) -> bool {
        let office = match entity {
            EntityRef::Person(i) => {
                let said = self.statements_of(entity);
                return self.people().get(i as usize).is_some_and(|person| own::has_page(&person.roles, said));
            }
            EntityRef::Organisation(i) => self.offices(i).next().is_some(),
            EntityRef::Place(_) | EntityRef::Regulation(_) | EntityRef::Topic(_) => false,
        };
        office || self.statements_of(entity) > 0
    }

    /// Who holds an office in an organisation: index of the person, and the role. By person, then oldest first.
    pub fn offices(&self, organisation: u32) -> impl Iterator<Item = (u32, &Role)> {
        let organisation = self.organisations().get(organisation as usize);
        let here = move |role: &&Role| {
            let named = role.organisation.as_ref();
            organisation.zip(named).is_some_and(|(o, name)| o.name == *name || o.aliases.contains(name))
        };
        let roles = self.people().iter().zip(0..);
        roles.flat_map(move |(person, i)| person.roles.iter().filter(here).map(move |role| (i, role)))
    }

    /// What the catalogue knows of a person, an organisation or a topic; blank for what it does not have.
    #[must_use]
    pub fn record(&self, entity: EntityRef) -> Record {
        let (Some(own), value) = facet_of(entity) else { return Record::default() };
        let articles = Bits::of(self.heads.len(), |article| self.heads.facet(own.place()).of(article).contains(&value));
        let count = |kind| {
            let mut counts = self.counted(kind, &articles);
            if let Some(own) = counts.get_mut(value as usize).filter(|_| kind == own) {
                *own = 0;
            }
            self.listed(kind, &counts, &Query::default(), false)
        };
        Record { articles: articles.len(), facets: FacetKind::ALL.into_iter().map(count).collect() }
    }
}

/// The facet that an entity is a value of, and its number in it.
fn facet_of(entity: EntityRef) -> (Option<FacetKind>, u32) {
    match entity {
        EntityRef::Person(i) => (Some(FacetKind::Person), i),
        EntityRef::Organisation(i) => (Some(FacetKind::Organisation), i),
        EntityRef::Topic(i) => (Some(FacetKind::Topic), i),
        EntityRef::Place(i) => (Some(FacetKind::Place), i),
        EntityRef::Regulation(i) => (None, i),
    }
}
