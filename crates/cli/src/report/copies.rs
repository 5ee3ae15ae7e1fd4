//! Articles that say nearly the same, as [`jejak_press::copies`] finds them.

use jejak_archive::Archive;

use super::{Finding, Place};

/// The groups of articles that are likely copies of one another, each with the oldest first.
pub(super) fn find(archive: &Archive, place: &dyn Fn(&str) -> Place) -> Vec<Finding> {
    let id = |&at: &u32| archive.articles.get(at as usize).map(|article| place(&article.id));
    let named = |group: &jejak_archive::model::Copies| Finding::Copies {
        articles: group.articles.iter().filter_map(id).collect(),
        alike: group.alike,
    };
    archive.copies.iter().map(named).collect()
}
