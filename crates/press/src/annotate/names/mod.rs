//! Who is named: where a name begins and ends, whose it is, and every place where it stands.
//!
//! WHY so many rules and no model: a name is a run of capital words in a language in which bodies, places, titles and headlines are that
//! too, and a newsroom must be able to see why a word was taken. So the article is asked first (`evidence`: what it shows
//! of a word elsewhere), the lists of `data/` where it shows nothing. `people` goes from there to names with honorifics and offices, `parts`,
//! `glued`, `firms`, `shared`, `spoken` and `called` know where they begin and end in the ways in which newspapers print them,
//! `cluster`, `nicknames` and `spelling` which are one person's, `mentions` where that one is named.

pub(crate) mod called;
pub(crate) mod cluster;
pub(crate) mod evidence;
pub(crate) mod firms;
pub(crate) mod glued;
pub(crate) mod kinds;
pub(crate) mod later;
pub(crate) mod mentions;
pub(crate) mod nicknames;
mod nobody;
pub(crate) mod parts;
pub(crate) mod people;
pub(crate) mod shared;
pub(crate) mod spelling;
pub(crate) mod spoken;
