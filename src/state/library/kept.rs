//! What a thread that draws pages read last.
//!
//! A page drawn ahead asks for the same article or record several times: for its title, its body, and what is said of it as
//! data. The engine remembers one article, which threads that share it take from one another; each has its own here. A page in
//! a browser is alone with its engine and does without.

use std::cell::RefCell;
use std::sync::Arc;

use jejak_archive::query::FacetKind;
use jejak_archive::statements::Record;
use jejak_archive::{Outcome, Reading};

use super::Library;

/// A record by what was asked for: its facet, slug and page.
type Asked = ((FacetKind, String, u32), Option<Arc<Record>>);

/// The article and the record that were there last.
#[derive(Default)]
pub(super) struct Kept {
    article: RefCell<Option<(u32, Arc<Reading>)>>,
    record: RefCell<Option<Asked>>,
}

impl Kept {
    pub(super) fn clear(&self) {
        self.article.take();
        self.record.take();
    }
}

impl Library {
    /// As [`jejak_archive::Engine::seek`].
    #[must_use]
    pub fn seek(&self, id: &str) -> Outcome<Option<u32>> {
        let kept = self.0.kept.article.borrow().as_ref().filter(|(_, read)| read.article.id == id).map(|(at, _)| *at);
        kept.map_or_else(|| self.0.engine.seek(id), |at| Outcome::Ready(Some(at)))
    }

    /// As [`jejak_archive::Engine::read`].
    #[must_use]
    pub fn read(&self, article: u32) -> Outcome<Arc<Reading>> {
        let kept = self.0.kept.article.borrow().clone().filter(|(at, _)| *at == article);
        if let Some((_, read)) = kept {
            return Outcome::Ready(read);
        }
        let read = self.0.engine.read(article);
        if let Outcome::Ready(read) = &read {
            self.0.kept.article.replace(Some((article, read.clone())));
        }
        read
    }

    /// As [`jejak_archive::Engine::record`].
    #[must_use]
    pub fn record(&self, facet: FacetKind, slug: &str, page: u32) -> Outcome<Option<Arc<Record>>> {
        let asked = |(of, kept, number): &(FacetKind, String, u32)| *of == facet && kept == slug && *number == page;
        let kept = self.0.kept.record.borrow().clone().filter(|(key, _)| asked(key));
        if let Some((_, record)) = kept {
            return Outcome::Ready(record);
        }
        let record = self.0.engine.record(facet, slug, page);
        if let Outcome::Ready(record) = &record {
            self.0.kept.record.replace(Some(((facet, slug.to_owned(), page), record.clone())));
        }
        record
    }
}
