//! All that answers a question, in the order in which lists show it.
//!
//! WHY page by page: within a page of hits the texts decide the order, so only the pages themselves are the list that a
//! reader sees. A step reads one page, so that whoever asks can show how far it is, fetch what is missing, or stop.

use jejak_archive::statements::StatementQuery;
use jejak_archive::{Engine, Outcome, PartId, Query};

use crate::Item;

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Articles that answer.
    Articles(Query),
    /// Statements that answer, as one list: each once, however a page groups them.
    Statements(StatementQuery),
    /// These articles and statements: ids with anchors, which are empty where an article as a whole is meant.
    These(Vec<(String, String)>),
}

/// So many of [`Asked::These`] are read in a step.
const STEP: usize = 10;

/// How many rows there are in all, and those of a page: articles, of statements with their anchors. What an archive does not
/// have is none.
type Page = (u32, Vec<Option<(u32, String)>>);

/// What became of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// There is more.
    More,
    /// All rows are there.
    Done,
    /// These parts are missing; the step is taken again once they are there.
    Needs(Vec<PartId>),
}

/// The rows that were collected so far.
#[derive(Debug)]
pub struct Rows {
    asked: Asked,
    limit: usize,
    page: u32,
    total: Option<u32>,
    items: Vec<Item>,
    gone: u32,
}

impl Rows {
    /// Begins to collect at most `limit` rows of an answer, from its first page on.
    #[must_use]
    pub fn new(mut asked: Asked, limit: usize) -> Self {
        if let Asked::Statements(asked) = &mut asked {
            asked.group = None;
        }
        Self { asked, limit, page: 0, total: None, items: Vec::new(), gone: 0 }
    }

    /// How many rows the answer has, once that is known.
    #[must_use]
    pub fn total(&self) -> Option<u32> {
        self.total
    }

    /// How many of those wanted the archive does not have, so far.
    #[must_use]
    pub fn gone(&self) -> u32 {
        self.gone
    }

    /// The rows so far.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The rows so far, for whoever keeps them.
    #[must_use]
    pub fn into_items(self) -> Vec<Item> {
        self.items
    }

    /// Reads the next page.
    pub fn step(&mut self, engine: &Engine) -> Progress {
        let (total, found) = match self.found(engine) {
            Outcome::Ready(found) => found,
            Outcome::Needs(parts) => return Progress::Needs(parts),
        };
        self.total = Some(total);
        let mut items = Vec::with_capacity(found.len());
        let mut gone = 0;
        for one in &found {
            let item = match one.as_ref().map(|(article, anchor)| (engine.read(*article), anchor)) {
                Some((Outcome::Needs(parts), _)) => return Progress::Needs(parts),
                Some((Outcome::Ready(reading), anchor)) if anchor.is_empty() => {
                    Some(Item::of_article(&reading.article))
                }
                Some((Outcome::Ready(reading), anchor)) => Item::of_statement(&reading, anchor),
                None => None,
            };
            gone += u32::from(item.is_none());
            items.extend(item);
        }
        self.page = self.page.saturating_add(1);
        self.gone = self.gone.saturating_add(gone);
        self.items.append(&mut items);
        let all = found.is_empty() || self.items.len() + self.gone as usize >= total as usize;
        if self.items.len() >= self.limit || all {
            self.items.truncate(self.limit);
            return Progress::Done;
        }
        Progress::More
    }

    /// The next page.
    fn found(&self, engine: &Engine) -> Outcome<Page> {
        match &self.asked {
            Asked::Articles(query) => match engine.answer(&Query { page: self.page, ..query.clone() }) {
                Outcome::Ready(answer) => {
                    let hits = answer.hits.iter().map(|hit| Some((hit.article, String::new()))).collect();
                    Outcome::Ready((answer.total, hits))
                }
                Outcome::Needs(parts) => Outcome::Needs(parts),
            },
            Asked::Statements(asked) => {
                let query = Query { page: self.page, ..asked.query.clone() };
                match engine.statements(&StatementQuery { query, ..asked.clone() }) {
                    Outcome::Ready(answer) => {
                        let list = answer.list.into_iter().map(|one| Some((one.article, one.anchor))).collect();
                        Outcome::Ready((answer.total, list))
                    }
                    Outcome::Needs(parts) => Outcome::Needs(parts),
                }
            }
            Asked::These(all) => {
                let mut found = Vec::with_capacity(STEP);
                for (id, anchor) in all.iter().skip(STEP * self.page as usize).take(STEP) {
                    match engine.seek(id) {
                        Outcome::Ready(article) => found.push(article.map(|article| (article, anchor.clone()))),
                        Outcome::Needs(parts) => return Outcome::Needs(parts),
                    }
                }
                Outcome::Ready((u32::try_from(all.len()).unwrap_or(u32::MAX), found))
            }
        }
    }
}
