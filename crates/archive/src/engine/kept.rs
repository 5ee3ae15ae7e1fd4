//! What an engine keeps of texts for who reads an article many times.
//!
//! WHY: who draws a whole site meets an article on its own page, beside its neighbours, and on the pages of all who speak in
//! it. Unpacking its part each time took half of the work, and reading the article out of it a fifth of what was left. A
//! page in a browser shows a dozen articles and has no use for either.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::form::body::Body;
use crate::form::text::{self, Models};

/// Articles are kept up to about so many bytes of memory together; of those read behind that only the last one, which a long
/// article's many pages ask for one after the other.
const ROOM: usize = 256 << 20;
/// About what a statement or somebody named takes beside the text.
const FOUND: usize = 256;

/// Texts as they were unpacked and read.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// The text parts, unpacked when one is first read; none where nothing is kept.
    parts: Vec<OnceLock<Option<Vec<u8>>>>,
    bodies: Vec<OnceLock<Option<Arc<Body>>>>,
    /// The last one that found no room, with its number.
    last: Mutex<(u32, Option<Arc<Body>>)>,
    /// How much memory the articles that are kept take.
    taken: AtomicUsize,
}

impl Kept {
    /// Keeps so many parts and articles once they were read.
    pub(super) fn of(parts: usize, articles: usize) -> Self {
        let parts = (0..parts).map(|_| OnceLock::new()).collect();
        Self { parts, bodies: (0..articles).map(|_| OnceLock::new()).collect(), ..Self::default() }
    }

    /// An article, by its number and that of its part, of the `place` that it has in the packed `bytes` of that.
    pub(super) fn read(
        &self,
        article: u32,
        part: usize,
        place: Option<u32>,
        bytes: &[u8],
        models: Option<&Models>,
    ) -> Option<Arc<Body>> {
        let body = self.bodies.get(article as usize);
        if let Some(known) = body.and_then(OnceLock::get) {
            return known.clone();
        }
        // Whoever panicked with the lock held wrote all of it, or nothing.
        let last = || self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let (at, Some(known)) = &*last()
            && *at == article
        {
            return Some(known.clone());
        }
        let read = self.read_anew(part, place?, bytes, models).map(Arc::new);
        let size = read.as_ref().map_or(0, |body| weight(body));
        if let Some(body) = body
            && self.taken.load(Ordering::Relaxed).saturating_add(size) <= ROOM
            && body.set(read.clone()).is_ok()
        {
            self.taken.fetch_add(size, Ordering::Relaxed);
        } else if !self.bodies.is_empty() {
            *last() = (article, read.clone());
        }
        read
    }

    fn read_anew(&self, part: usize, place: u32, bytes: &[u8], models: Option<&Models>) -> Option<Body> {
        // A part that is not packed is as quick to read where it stands.
        let Some((kept, models)) = self.parts.get(part).zip(models) else { return text::read(bytes, place, models) };
        let plain = kept.get_or_init(|| text::plain(bytes, models));
        text::read(plain.as_ref()?, place, None)
    }
}

/// About how many bytes of memory an article takes.
fn weight(body: &Body) -> usize {
    let found = body.quotes.len() + body.mentions.len() + body.entities.len() + body.dates.len() + body.removed.len();
    size_of::<Body>() + body.text.len() + found * FOUND
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form;
    use crate::model::{Archive, Article};
    use crate::{Engine, NoStem};

    /// A long article is asked for by each of many pages.
    #[test]
    fn the_last_article_without_room_is_not_read_again() {
        let article = |id: &str| Article { id: id.to_owned(), text: "Harga beras naik.".to_owned(), ..form::blank() };
        let archive = Archive { articles: vec![article("a"), article("b")], ..Archive::default() };
        let engine = Engine::open(form::write(&archive, &NoStem)).unwrap().keeping_texts();
        engine.kept.taken.store(ROOM, Ordering::Relaxed);
        let read = |at| engine.body(at).unwrap().unwrap();
        let (first, again) = (read(0), read(0));
        assert!(Arc::ptr_eq(&first, &again));
        let other = read(1);
        assert_eq!((&*first.head.id, &*other.head.id), ("a", "b"));
        assert!(!Arc::ptr_eq(&first, &read(0)), "one is kept, not all");
        assert_eq!(engine.kept.taken.load(Ordering::Relaxed), ROOM);
    }
}
