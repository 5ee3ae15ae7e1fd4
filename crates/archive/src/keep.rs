//! What earlier work left: results by a hash of all that they were made from.
//!
//! WHY a trait: pressing and packing do no I/O, and most of what they do hangs on a few bytes alone. So whoever calls them
//! may bring something that remembers. It is asked for bytes by key; where it has none, or nobody brought one, the work is
//! done, and the result is the same.

use std::hash::Hash;

use xxhash_rust::xxh3::Xxh3;

/// Remembers results. It may forget any of them; what it gives has to be what it was given by that key.
pub trait Keep: Sync {
    /// What was kept by this key.
    fn get(&self, key: Key) -> Option<Vec<u8>>;
    /// Keeps a result by the key of all that it was made from.
    fn put(&self, key: Key, value: &[u8]);
}

/// What remembers, where there is something.
pub type Kept<'k> = Option<&'k dyn Keep>;

/// A hash of a kind of work and of all that it was made from. Keys of two programs have nothing to do with one another: who
/// keeps results beyond a process keeps them apart by the program that made them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(pub u128);

impl Key {
    /// The key of the work that `kind` names, on `from`.
    #[must_use]
    pub fn of(kind: &str, from: &(impl Hash + ?Sized)) -> Self {
        let mut hash = Xxh3::new();
        kind.hash(&mut hash);
        from.hash(&mut hash);
        Self(hash.digest128())
    }
}

/// What was kept by a key, where it decodes; else what `make` makes, which is kept. `None` of `encode` is not kept. In a
/// browser nothing is, and what encodes and decodes is not sent there.
pub fn kept_or<T>(
    keep: Kept<'_>,
    key: impl FnOnce() -> Key,
    decode: impl FnOnce(&[u8]) -> Option<T>,
    encode: impl FnOnce(&T) -> Option<Vec<u8>>,
    make: impl FnOnce() -> T,
) -> T {
    let Some(keep) = keep.filter(|_| !cfg!(target_family = "wasm")) else { return make() };
    let key = key();
    if let Some(known) = keep.get(key).as_deref().and_then(decode) {
        return known;
    }
    let made = make();
    if let Some(value) = encode(&made) {
        keep.put(key, &value);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_key_is_of_its_kind_and_of_where_one_thing_ends() {
        let keys = [
            Key::of("a", "bc"),
            Key::of("ab", "c"),
            Key::of("a", &("b", "c")),
            Key::of("a", &("bc", "")),
            Key::of("a", &[b"b".as_slice(), b"c"]),
            Key::of("a", &[b"bc".as_slice()]),
        ];
        for (at, key) in keys.iter().enumerate() {
            assert!(keys.iter().skip(at + 1).all(|other| other != key), "{at}");
        }
    }
}
