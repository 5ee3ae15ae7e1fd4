//! Articles that say nearly the same, as [`jejak_press::copies`] finds them.

use jejak_archive::Archive;
use jejak_press::copies::copies;

use super::{Finding, Place};

/// The groups of articles that are likely copies of one another, each with the oldest first.
pub(super) fn find(archive: &Archive, place: &dyn Fn(&str) -> Place) -> Vec<Finding> {
    let named = |group: jejak_press::copies::Copies| Finding::Copies {
        articles: group.articles.iter().map(|&at| place(&archive.articles[at].id)).collect(),
        alike: group.alike,
    };
    copies(archive).into_iter().map(named).collect()
}
