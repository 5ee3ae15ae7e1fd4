//! Tables that are looked into for every word.
//!
//! WHY another hash than the standard one: that one guards against texts made to collide, which costs more than the rest
//! of a look-up. The tables here are filled from the press's own data, not from a text. The hash is the same at every
//! start; no order of a table reaches the output either way.

/// A table by key.
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, foldhash::fast::FixedState>;
/// A set.
pub(crate) type HashSet<T> = std::collections::HashSet<T, foldhash::fast::FixedState>;

/// A table by words of a text, seeded anew at every start, so that no text can be made to collide.
pub(crate) type WordMap<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;
/// A set of words of a text, likewise.
pub(crate) type WordSet<T> = std::collections::HashSet<T, foldhash::fast::RandomState>;
