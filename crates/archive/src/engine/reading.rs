//! Whole articles: with the numbers of the archive's lists, or by themselves.
//!
//! Reading one article should not take the list of everybody whom the archive names. All that the page of an article
//! shows of them stands in the article, but for one thing, whether they have a page of their own; a small part says so of
//! all, and what topics are called.

use std::sync::Arc;

use super::Engine;
use super::parts::Missing;
use crate::answer::{Outcome, PartId};
use crate::form::body::{self, Body};
use crate::form::own::Own;
use crate::form::{PartKind, ids};
use crate::model::{Article, EntityRef, Mention, Speaker};
use crate::query::FacetKind;

/// An article by itself: entities in it are places in [`Reading::named`], topics places in [`Reading::topics`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// Whom and what it names.
    pub named: Vec<Name>,
    /// Its topics.
    pub topics: Vec<Name>,
}

/// Whom or what an article names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Name {
    /// Their kind as the form of articles counts kinds.
    pub(crate) kind: u32,
    /// What the archive calls them.
    pub name: String,
    /// Their lasting address.
    pub slug: String,
    /// Whether they have a page of their own.
    pub has_page: bool,
}

impl Name {
    /// The facet that they are a value of, if any.
    #[must_use]
    pub fn facet(&self) -> Option<FacetKind> {
        Some(match self.kind {
            0 => FacetKind::Person,
            1 => FacetKind::Organisation,
            2 => FacetKind::Place,
            3 => FacetKind::Regulation,
            4 => FacetKind::Topic,
            _ => return None,
        })
    }
}

impl Reading {
    /// Whom or what an entity in the article is.
    #[must_use]
    pub fn name(&self, entity: EntityRef) -> Option<&Name> {
        self.named.get(body::kind(entity).1 as usize)
    }
}

impl Engine {
    /// A whole article. One that the archive does not have, or that a forged archive hides, is blank.
    #[must_use]
    pub fn article(&self, article: u32) -> Outcome<Arc<Article>> {
        // Who is named has numbers only among all.
        let missing = self.overview_there().err().unwrap_or_default();
        self.whole(article, missing, |body| {
            let entities: Vec<Option<EntityRef>> = body.entities.iter().map(|named| self.resolve(named)).collect();
            let global = |own: EntityRef| entities.get(body::kind(own).1 as usize).copied().flatten();
            let mut read = own(body, self.heads.topics_of(article).to_vec());
            for quote in &mut read.quotes {
                let speaker = match quote.speaker {
                    Some(Speaker::Person(i)) => global(EntityRef::Person(i)),
                    Some(Speaker::Organisation(i)) => global(EntityRef::Organisation(i)),
                    _ => continue,
                };
                quote.speaker = match speaker {
                    Some(EntityRef::Person(i)) => Some(Speaker::Person(i)),
                    Some(EntityRef::Organisation(i)) => Some(Speaker::Organisation(i)),
                    _ => None,
                };
            }
            let mentions = std::mem::take(&mut read.mentions).into_iter();
            read.mentions = mentions.filter_map(|m| Some(Mention { entity: global(m.entity)?, ..m })).collect();
            read
        })
    }

    /// The index of the article with this id; none until ids and the article's own part are there.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<u32> {
        let ids = self.ids(id).ok()?;
        ids.into_iter().find(|&article| self.head(article).is_some_and(|head| head.id == id))
    }

    /// The index of the article with this id, or what is missing to know and to read it.
    #[must_use]
    pub fn seek(&self, id: &str) -> Outcome<Option<u32>> {
        if let Some((article, _)) = self.last().filter(|(_, read)| read.article.id == id) {
            return Outcome::Ready(Some(article));
        }
        let ids = match self.ids(id) {
            Ok(ids) => ids,
            Err(part) => return Outcome::Needs(vec![part]),
        };
        for article in ids {
            match self.read(article) {
                Outcome::Ready(read) if read.article.id == id => return Outcome::Ready(Some(article)),
                Outcome::Ready(_) => {}
                Outcome::Needs(parts) => return Outcome::Needs(parts),
            }
        }
        Outcome::Ready(None)
    }

    /// The articles that may have an id.
    fn ids(&self, id: &str) -> Result<Vec<u32>, PartId> {
        let group = self.parts.of_kind(PartKind::Ids, ids::group(id, self.len()))?;
        Ok(ids::find(group, id, self.len()))
    }

    /// What was read last.
    #[inline(never)]
    fn last(&self) -> Option<(u32, Arc<Reading>)> {
        self.last.lock().ok()?.clone()
    }

    /// A whole article by itself, for which far fewer parts are needed; blank as in [`Engine::article`].
    #[must_use]
    pub fn read(&self, article: u32) -> Outcome<Arc<Reading>> {
        if let Some((_, read)) = self.last().filter(|(last, _)| *last == article) {
            return Outcome::Ready(read);
        }
        let mut missing = Missing::default();
        let _ = missing.note(self.parts.of_kind(PartKind::Own, 0));
        let read = self.whole(article, missing, |mut body| {
            let none = Own::default();
            let pages = self.heads.own.get().unwrap_or(&none);
            let mut named = std::mem::take(&mut body.entities);
            named.iter_mut().for_each(|name| name.has_page = pages.has(name.kind, &name.slug));
            let topics: Vec<Name> =
                body.topics.iter().filter_map(|&topic| pages.topics.get(topic as usize).cloned()).collect();
            let numbers = (0..topics.len() as u32).collect();
            Reading { article: own(body, numbers), named, topics }
        });
        if let (Outcome::Ready(read), Ok(mut last)) = (&read, self.last.lock()) {
            *last = Some((article, read.clone()));
        }
        read
    }

    fn whole<T>(&self, article: u32, mut missing: Missing, read: impl FnOnce(Body) -> T) -> Outcome<Arc<T>> {
        let body = missing.note(self.body(article));
        match missing.or(body) {
            Ok(body) => {
                let body = body.flatten().unwrap_or_default();
                #[cfg(not(target_family = "wasm"))]
                let body = Arc::unwrap_or_clone(body);
                Outcome::Ready(Arc::new(read(body)))
            }
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    /// The number in the archive's lists of whom or what an article names.
    pub(super) fn resolve(&self, named: &Name) -> Option<EntityRef> {
        let place =
            self.heads.entities().list(named.facet()?.place()).binary_search_by(|e| e.slug.as_str().cmp(&named.slug));
        place.ok().and_then(|place| body::entity(named.kind, place as u32))
    }
}

/// A body as an article that counts its entities itself; spans that do not fit the text are left out.
fn own(mut body: Body, topics: Vec<u32>) -> Article {
    let text = body.text;
    body.quotes.retain(|quote| text.get(quote.span.range()).is_some());
    body.mentions.retain(|mention| text.get(mention.span.range()).is_some());
    Article {
        id: body.head.id,
        title: body.head.title,
        title_derived: body.head.title_derived,
        date: body.head.date,
        published: body.published,
        dates: body.dates,
        dateline: body.dateline,
        publisher: body.head.publisher,
        byline: body.byline,
        caption: body.caption,
        url: body.url,
        further_sources: body.further_sources,
        removed: body.removed,
        corrected: body.corrected,
        replies: body.replies,
        quotes: body.quotes,
        mentions: body.mentions,
        event: body.head.event,
        topics,
        text,
    }
}
