//! What is printed more than once: the copies of an article, and the printings of a statement.

use super::Engine;
use super::parts::Missing;
use crate::answer::Outcome;
use crate::form::{PartKind, copies, ids};
use crate::statements::{Copies, Edition};

impl Engine {
    /// The articles that are copies of the same text as this one. Whether it is a copy, the part tells that finds its id,
    /// so for most articles nothing is fetched that their page does not fetch anyway.
    #[must_use]
    pub fn copies(&self, article: u32) -> Outcome<Copies> {
        match self.try_copies(article) {
            Ok(copies) => Outcome::Ready(copies.unwrap_or_default()),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn try_copies(&self, article: u32) -> Result<Option<Copies>, Missing> {
        let parts = self.parts.numbers(PartKind::Copies).count() as u32;
        if parts == 0 {
            return Ok(None);
        }
        let mut missing = Missing::default();
        let body = missing.note(self.body(article)).flatten().unwrap_or_default();
        let mut missing = missing.or(Missing::default())?;
        let ids = missing.note(self.parts.of_kind(PartKind::Ids, ids::group(&body.head.id, self.len())));
        let ids = missing.or(ids)?.unwrap_or_default();
        let Some(first) = ids::first(ids, article, self.len()) else { return Ok(None) };
        let mut missing = Missing::default();
        let part = missing.note(self.parts.of_kind(PartKind::Copies, copies::part_of(first, parts)));
        let part = missing.or(part)?.unwrap_or_default();
        let model = self.heads.shelves.models.as_ref().map(|models| &models.words);
        let Some(group) = copies::find(part, model, self.len(), first) else { return Ok(None) };
        let mut found = Copies { alike: group.alike, ..Copies::default() };
        for copy in group.copies {
            if copy.article == article {
                found.differs = copy.differs;
                found.differs.retain(|span| body.text.get(span.range()).is_some());
            }
            found.editions.push(Edition {
                article: copy.article,
                id: copy.id,
                title: copy.title,
                date: copy.date,
                publisher: copy.publisher,
                anchor: String::new(),
            });
        }
        Ok(Some(found))
    }

    /// Where a statement is printed, by its place among those of its article: in front the printing that is named first,
    /// which is the oldest, then the others as they came, that of the article too. Empty where no other article prints it.
    /// Needs the table of statements and the texts of those articles.
    #[must_use]
    pub fn printings(&self, article: u32, ordinal: u32) -> Outcome<Vec<Edition>> {
        match self.try_printings(article, ordinal) {
            Ok(editions) => Outcome::Ready(editions),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn try_printings(&self, article: u32, ordinal: u32) -> Result<Vec<Edition>, Missing> {
        let mut missing = Missing::default();
        let table = missing.note(self.table(false));
        let Some(table) = table else { return missing.or(Vec::new()) };
        let said = table.said.iter().find(|said| (said.article, said.ordinal) == (article, ordinal));
        let places = said.and_then(|said| table.printed(said)).unwrap_or_default();
        let mut editions = Vec::new();
        for said in places.iter().filter_map(|&place| table.said.get(place as usize)) {
            let Some(body) = missing.note(self.body(said.article)) else { continue };
            let body = body.unwrap_or_default();
            let anchor = body.quotes.get(said.ordinal as usize).map(|quote| quote.anchor.clone());
            editions.push(Edition {
                article: said.article,
                id: body.head.id.clone(),
                title: body.head.title.clone(),
                date: body.published.or(body.head.date),
                publisher: body.head.publisher.clone(),
                anchor: anchor.unwrap_or_default(),
            });
        }
        missing.or(editions)
    }
}
