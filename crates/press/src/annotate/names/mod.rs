//! Who is named: where a name begins and ends, whose it is, and every place where it stands.

pub(crate) mod called;
pub(crate) mod cluster;
pub(crate) mod evidence;
pub(crate) mod firms;
pub(crate) mod glued;
pub(crate) mod kinds;
pub(crate) mod later;
pub(crate) mod mentions;
pub(crate) mod nicknames;
pub(crate) mod parts;
pub(crate) mod people;
pub(crate) mod shared;
pub(crate) mod spelling;
pub(crate) mod spoken;
