//! Words of a language as data: fixed ones, names of things, and sentences with gaps.
//!
//! A sentence that is a function costs the page its code in each language, and a table of words costs eight bytes of addresses
//! a word. So all that a language says is one text, a line a method, which is cut once. `words` declares what is to be said
//! and `say` says it; where a language leaves something out, says something twice or in another order, it does not
//! compile.

use std::marker::PhantomData;

use jejak_archive::answer::Scale;
use jejak_archive::model::{Corrected, EventKind, How, QuoteKind, RemovedKind, Standing};
use jejak_archive::query::{FacetKind, Order};

use crate::state::settings::{Language, Theme};

/// The names of things, in their order.
#[derive(Debug, Clone, Copy)]
pub struct Names<Thing>(Line, PhantomData<fn(Thing)>);

/// The line that says it, where it lies in its language.
pub(super) type Line = &'static &'static str;

/// What can be a field of a language.
pub(super) trait Said {
    /// How many gaps it has.
    #[cfg(test)]
    const GAPS: usize = 0;
    /// As the line of a language says it.
    fn said(line: Line) -> Self;
}

impl Said for &'static str {
    fn said(line: Line) -> Self {
        line
    }
}

impl<Thing> Said for Names<Thing> {
    fn said(line: Line) -> Self {
        Self(line, PhantomData)
    }
}

/// A thing that has a name in each language.
pub trait Named {
    /// Its place among its kind.
    fn place(self) -> usize;
}

impl Named for usize {
    fn place(self) -> usize {
        self
    }
}

macro_rules! named {
    ($($kind:ident)*) => {$(
        impl Named for $kind {
            fn place(self) -> usize {
                self as usize
            }
        }
    )*};
}

named! { Corrected EventKind FacetKind How Language Order QuoteKind RemovedKind Scale Standing Theme }

impl<Thing: Named> Names<Thing> {
    /// The name of one of them.
    pub fn of(self, thing: Thing) -> &'static str {
        nth(self.0, thing.place())
    }
}

impl Names<(&'static str, &'static str)> {
    /// All of them.
    #[must_use]
    pub fn all(self) -> Vec<(&'static str, &'static str)> {
        let (mut all, mut rest) = (Vec::new(), *self.0);
        while let Some((one, behind)) = rest.split_once('|')
            && let Some((other, behind)) = behind.split_once('|')
        {
            all.push((one, other));
            rest = behind;
        }
        all
    }
}

#[inline(never)]
fn nth(names: Line, place: usize) -> &'static str {
    let mut rest = *names;
    for _ in 0..place {
        rest = rest.split_once('|').map_or("", |(_, behind)| behind);
    }
    rest.split_once('|').map_or("", |(name, _)| name)
}

/// Whether two lists of names are the same.
#[cfg_attr(not(test), expect(clippy::indexing_slicing, reason = "this runs while it is compiled"))]
pub(super) const fn same(a: &[&str], b: &[&str]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        let (one, other) = (a[at].as_bytes(), b[at].as_bytes());
        let mut letter = 0;
        while letter < one.len() && letter < other.len() {
            if one[letter] != other[letter] {
                return false;
            }
            letter += 1;
        }
        if one.len() != other.len() {
            return false;
        }
        at += 1;
    }
    a.len() == b.len()
}

/// Cuts a text into its lines.
pub(super) fn cut(mut text: &'static str, lines: &mut [&'static str]) {
    for place in lines {
        (*place, text) = text.split_once('\n').unwrap_or_default();
    }
}

/// Declares what a language has to say: fields that are given, then what its lines say, each a method.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$what:meta])* $own:ident: $own_kind:ty,)* } $($line:ident: $kind:ty,)*) => {
        $(#[$about])*
        pub struct $name {
            lines: [&'static str; Self::NAMES.len()],
            $($(#[$what])* pub $own: $own_kind,)*
        }

        /// Where each line stands.
        #[expect(non_camel_case_types, reason = "each is a method too")]
        enum At { $($line),* }

        #[expect(missing_docs, reason = "each is documented by its Indonesian words")]
        #[cfg_attr(not(test), expect(clippy::indexing_slicing, reason = "there is a line for each name"))]
        impl $name {
            /// What each line of a language is called.
            pub(super) const NAMES: &[&str] = &[$(stringify!($line)),*];
            /// How many gaps each has.
            #[cfg(test)]
            pub(super) const GAPS: &[usize] = &[$(<$kind as $crate::text::words::Said>::GAPS),*];

            /// Cuts the lines of a language.
            pub(super) fn read(text: &'static str, $($own: $own_kind),*) -> Self {
                let mut lines = [""; Self::NAMES.len()];
                $crate::text::words::cut(text, &mut lines);
                Self { lines, $($own),* }
            }

            $(
                #[must_use]
                pub fn $line(&'static self) -> $kind {
                    $crate::text::words::Said::said(&self.lines[At::$line as usize])
                }
            )*
        }
    };
}

/// Says everything in a language: `LINES`, one a field.
macro_rules! say {
    ($name:ident: $($field:ident: $words:tt,)*) => {
        pub(super) const LINES: &str = concat!($($crate::text::words::line!($words), "\n"),*);
        const _: () = assert!($crate::text::words::same($name::NAMES, &[$(stringify!($field)),*]));
        $($crate::text::words::named_all!($words);)*
    };
}

/// A field as a line.
macro_rules! line {
    ([$kind:ident; $($thing:ident: $name:literal),* $(,)?]) => { concat!($($name, "|"),*) };
    ([$($one:literal => $other:literal),* $(,)?]) => { concat!($($one, "|", $other, "|"),*) };
    ([$($name:literal),* $(,)?]) => { concat!($($name, "|"),*) };
    ($words:literal) => { $words };
}

/// Checks that each thing of a kind has its name, in its place.
macro_rules! named_all {
    ([$kind:ident; $($thing:ident: $name:literal),* $(,)?]) => {
        const _: fn($kind) = |one| match one {
            $($kind::$thing => {})*
        };
        #[cfg_attr(not(test), expect(clippy::indexing_slicing, reason = "this runs while it is compiled"))]
        const _: () = {
            let (places, mut at) = ([$($kind::$thing as usize),*], 0);
            while at < places.len() {
                assert!(places[at] == at);
                at += 1;
            }
        };
    };
    ($words:tt) => {};
}

pub(super) use {line, named_all, say, words};
