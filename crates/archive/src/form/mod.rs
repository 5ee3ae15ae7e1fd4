//! The binary form of an archive.
//!
//! One file holds everything, cut into parts so that a page can open an archive before all of it has come: a small
//! **catalogue** that every page needs, **columns** that every question counts by, the **words** with where they stand, the **texts**, a table of the
//! **statements** and where each **stretches**, and what is known of all articles together: **facets**, in two parts, **entities**, **ids**, which articles
//! are **copies** of one text, and who and what has a page of its **own**.
//! [`Frame`] says which part lies where and guards each by a checksum; [`write()`] makes the parts. The same archive always gives the same bytes.
//!
//! Checksums keep accidents out. An archive forged with right checksums still cannot make a reader panic or allocate
//! much: what does not decode is left out, and every list is bounded by the bytes it is read from.

mod bits;
pub(crate) mod body;
pub(crate) mod catalogue;
pub(crate) mod columns;
pub(crate) mod copies;
pub(crate) mod dictionary;
mod extent;
pub(crate) mod facets;
mod frame;
pub(crate) mod ids;
mod index;
mod many;
pub(crate) mod own;
pub(crate) mod pack;
pub(crate) mod phrases;
pub mod pieces;
pub(crate) mod postings;
pub(crate) mod records;
pub(crate) mod statements;
pub(crate) mod text;
pub(crate) mod varint;

pub use catalogue::Entity;
pub use frame::{Frame, Part, PartKind, VERSION};
pub(crate) use index::RECENT;

use thiserror::Error;

use crate::answer::PartId;
use crate::keep::Kept;
use crate::model::{Archive, Article};
use crate::stem::Stem;

/// Why bytes could not be opened as an archive or taken as a part of one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The bytes do not begin as an archive does.
    #[error("these bytes are no Jejak archive")]
    NotAnArchive,
    /// Written in another version of the form.
    #[error("the archive is of version {got}, this program reads version {expected}: press it again")]
    Version {
        /// What is read here.
        expected: u32,
        /// What the archive says.
        got: u32,
    },
    /// The bytes end too early.
    #[error("the archive is cut: {expected} bytes expected, {got} there")]
    Cut {
        /// How many bytes there should be, at least.
        expected: u64,
        /// How many there are.
        got: u64,
    },
    /// Bytes follow the archive.
    #[error("the archive has bytes too many: {expected} expected, {got} there")]
    Trailing {
        /// How many bytes there should be.
        expected: u64,
        /// How many there are.
        got: u64,
    },
    /// The table of parts is damaged.
    #[error("the table of parts is damaged: stamp {expected:032x} expected, {got:032x} found")]
    Frame {
        /// The stamp that the archive states.
        expected: u128,
        /// The stamp of what was read.
        got: u128,
    },
    /// A row of the table makes no sense.
    #[error("the table of parts is damaged at part {}", part.0)]
    Row {
        /// Whose row.
        part: PartId,
    },
    /// There is no part of this number.
    #[error("the archive has {expected} parts, none has the number {}", got.0)]
    NoSuchPart {
        /// How many parts there are.
        expected: u64,
        /// The number asked for.
        got: PartId,
    },
    /// A part came before its row of the table did.
    #[error("part {} came before the row that tells what it should be", part.0)]
    Untold {
        /// Which part.
        part: PartId,
    },
    /// A part is longer or shorter than the table says.
    #[error("part {} is damaged: {expected} bytes expected, {got} there", part.0)]
    PartLength {
        /// Which part.
        part: PartId,
        /// How many bytes the table says.
        expected: u64,
        /// How many there are.
        got: u64,
    },
    /// A part is not what was written.
    #[error("part {} is damaged: checksum {expected:012x} expected, {got:012x} found", part.0)]
    PartChecksum {
        /// Which part.
        part: PartId,
        /// The checksum that the table states.
        expected: u64,
        /// The checksum of the bytes.
        got: u64,
    },
    /// The catalogue's checksum is right, but it does not decode.
    #[error("the catalogue cannot be read: press the archive again")]
    Catalogue,
}

/// What is to be small: what a question fetches, or the whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    /// Hits come in small parts, and writing takes little time.
    #[default]
    Usual,
    /// The whole takes less room. Texts lie in five times larger parts and are packed with more care.
    Small,
}

/// The binary form of `archive`, with an index whose families of words `stem` decides.
///
/// Deterministic: equal archives give equal bytes.
#[must_use]
pub fn write(archive: &Archive, stem: &dyn Stem) -> Vec<u8> {
    write_sized(archive, stem, Size::Usual)
}

/// As [`write()`], of the size that is asked for. Whatever it is, an archive answers the same and is read the same way.
#[must_use]
pub fn write_sized(archive: &Archive, stem: &dyn Stem, size: Size) -> Vec<u8> {
    write_keeping(archive, stem, size, None)
}

/// As [`write_sized()`], with the same bytes; what was packed before is taken from `keep`.
#[must_use]
pub fn write_keeping(archive: &Archive, stem: &dyn Stem, size: Size, keep: Kept<'_>) -> Vec<u8> {
    let raw: usize = archive.articles.iter().map(|article| article.text.len()).sum();
    let packed = raw >= PACKED_FROM;
    // The oldest articles, as many as a power of two: what is learnt from them holds until there are twice as many.
    let stable = if packed { 1 << archive.articles.len().ilog2() } else { 0 };
    let ((texts, models), (of_all, index)) = many::both(
        || text::write(archive, stable, size, keep),
        || many::both(|| of_all(archive, packed), || index::build(archive, stable, stem, keep)),
    );
    let catalogue = catalogue::write(archive, &texts, models.as_ref(), packed);
    let columns = columns::write(archive, &index, packed);
    let mut parts = vec![(PartKind::Catalogue, catalogue), (PartKind::Columns, columns)];
    parts.extend(index.written.recent.map(|bytes| (PartKind::Recent, bytes)));
    parts.extend(index.written.parts.into_iter().map(|part| (PartKind::Words, part.bytes)));
    parts.extend(texts.into_iter().map(|part| (PartKind::Text, part.bytes)));
    parts.extend(of_all);
    let model = models.as_ref().map(|models| &models.words);
    parts.extend(records::write(archive, model, keep).into_iter().map(|bytes| (PartKind::Records, bytes)));
    parts.extend(copies::write(archive, model, keep).into_iter().map(|bytes| (PartKind::Copies, bytes)));
    frame(&parts)
}

/// The parts about all articles together.
fn of_all(archive: &Archive, packed: bool) -> Vec<(PartKind, Vec<u8>)> {
    let mut entities = catalogue::entities(archive);
    let shared = facets::Shared::of(archive, &entities);
    let own = own::write(archive, &entities, &topics(&archive.articles));
    let (said, stretches) = statements::write(archive, &shared, packed);
    entities.only_found_by();
    let (common, rare) = facets::write(archive, &mut entities, &shared, packed);
    let mut parts = vec![
        (PartKind::Statements, said),
        (PartKind::Stretches, stretches),
        (PartKind::Own, own),
        (PartKind::Entities, entities.write(packed)),
        (PartKind::Facet, common),
        (PartKind::Rare, rare),
    ];
    let ids: Vec<&str> = archive.articles.iter().map(|article| article.id.as_str()).collect();
    parts.extend(ids::write(&ids, &copies::firsts(archive)).into_iter().map(|ids| (PartKind::Ids, ids)));
    parts
}

/// The topics, by their numbers among all, in the order in which articles came to be about them: what articles count them
/// by, so that a new topic changes no article.
fn topics(articles: &[Article]) -> Vec<u32> {
    let mut topics = Vec::new();
    for &topic in articles.iter().rev().flat_map(|article| &article.topics) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    topics
}

/// An archive with less text (bytes) is not packed: it travels inside the app, which every host compresses as a whole
/// and better.
const PACKED_FROM: usize = 1024 * 1024;

/// Puts parts into a frame with their checksums; the first is the catalogue. [`write()`] is what makes the parts.
#[must_use]
pub fn frame(parts: &[(PartKind, Vec<u8>)]) -> Vec<u8> {
    frame::write(parts)
}

/// The same as a large archive is framed, with the rows of words and texts in parts of their own: so that a small one can
/// show that it makes no difference.
#[must_use]
pub fn frame_in_groups(parts: &[(PartKind, Vec<u8>)]) -> Vec<u8> {
    frame::write_as(parts, true)
}

/// An article with nothing in it.
#[cfg(test)]
pub(crate) fn blank() -> Article {
    Article {
        id: String::new(),
        title: String::new(),
        title_derived: false,
        date: None,
        published: None,
        dates: Vec::new(),
        dateline: None,
        publisher: None,
        byline: Vec::new(),
        caption: None,
        url: None,
        further_sources: Vec::new(),
        text: String::new(),
        removed: Vec::new(),
        quotes: Vec::new(),
        mentions: Vec::new(),
        event: None,
        topics: Vec::new(),
        corrected: Vec::new(),
        replies: Vec::new(),
    }
}

/// Bytes of a value in postcard's form. Writing into memory fails only for types that no archive holds (sequences of
/// unknown length), so a failure gives no bytes, which no reader takes for a value.
fn encode<T: serde::Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}
