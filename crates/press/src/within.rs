//! Pieces of texts and lists between places that the press itself counted.
//!
//! WHY no brackets: a press that stops takes all articles with it, and a visitor's page. A place that lies outside is a fault of a
//! rule, so a build with debug assertions (tests, fuzzing) stops there; any other finds nothing in it and goes on, and rules
//! find nothing in nothing.

use std::ops::Range;
use std::slice::SliceIndex;

/// Something with pieces.
pub(crate) trait Within {
    /// The piece in a range that lies inside, and at characters; an empty one elsewhere.
    fn within(&self, range: impl SliceIndex<Self, Output = Self>) -> &Self;
}

impl Within for str {
    #[track_caller]
    fn within(&self, range: impl SliceIndex<Self, Output = Self>) -> &Self {
        match self.get(range) {
            Some(piece) => piece,
            None => outside(),
        }
    }
}

impl<T> Within for [T] {
    #[track_caller]
    fn within(&self, range: impl SliceIndex<Self, Output = Self>) -> &Self {
        match self.get(range) {
            Some(piece) => piece,
            None => outside(),
        }
    }
}

/// Marks places that lie in a list.
#[track_caller]
pub(crate) fn mark(all: &mut [bool], places: Range<usize>) {
    match all.get_mut(places) {
        Some(own) => own.fill(true),
        None => outside(),
    }
}

// Apart, so that the usual way costs no more than an index does.
#[cold]
#[track_caller]
fn outside<T: Default>() -> T {
    debug_assert!(false, "a range outside, or one that ends within a character");
    T::default()
}
