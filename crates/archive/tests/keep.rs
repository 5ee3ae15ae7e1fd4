//! An archive that is written with what earlier ones left has the same bytes.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::collections::HashMap;
use std::sync::Mutex;

use jejak_archive::keep::{Keep, Key};
use jejak_archive::{Archive, NoStem, Size, write_keeping, write_sized};

/// Remembers all that it is given, and how often it could help.
#[derive(Default)]
struct Shelf {
    held: Mutex<HashMap<Key, Vec<u8>>>,
    found: Mutex<usize>,
}

impl Keep for Shelf {
    fn get(&self, key: Key) -> Option<Vec<u8>> {
        let held = self.held.lock().unwrap().get(&key).cloned();
        *self.found.lock().unwrap() += usize::from(held.is_some());
        held
    }

    fn put(&self, key: Key, value: &[u8]) {
        let before = self.held.lock().unwrap().insert(key, value.to_vec());
        assert!(before.is_none_or(|before| before == value), "one key stands for one value");
    }
}

#[test]
fn what_was_packed_before_changes_no_byte() {
    // Enough text that it is packed.
    let mut archive = common::archive(3000);
    let shelf = Shelf::default();
    for size in [Size::Usual, Size::Small] {
        let write = |archive: &Archive| {
            *shelf.found.lock().unwrap() = 0;
            let bytes = write_keeping(archive, &NoStem, size, Some(&shelf));
            (bytes, *shelf.found.lock().unwrap())
        };
        let cold = write_sized(&archive, &NoStem, size);
        let (first, _) = write(&archive);
        let (again, all) = write(&archive);
        assert!(first == cold && again == cold, "{size:?}");
        assert!(all > 10, "{all} pieces were found again");
        // The newest article is not among those that packing is learnt from.
        archive.articles.first_mut().unwrap().text.push_str(" Ditutup dengan doa.");
        let (changed, most) = write(&archive);
        assert!(changed == write_sized(&archive, &NoStem, size), "{size:?}: one changed");
        assert!(most > all / 2 && most < all, "{most} of {all}");
    }
}
