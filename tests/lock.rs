//! The default archive remembers its addresses.

use std::fs;
use std::path::Path;

use jejak_press::{LOCK, press_folder};

/// Whoever adds a brief, or makes the press read names otherwise, brings the lock along: it is what the next build of
/// the default archive would write.
#[test]
fn the_lock_of_the_default_archive_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/articles");
    let kept = fs::read_to_string(folder.join(LOCK)).expect("the default archive has a lock");
    let pressed = press_folder(&folder).expect("the default archive presses");
    let lock = pressed.lock.expect("a whole lock").text();
    let first = lock.lines().zip(kept.lines()).find(|(now, then)| now != then);
    assert!(
        lock == kept,
        "assets/articles/jejak.lock is of an older press ({first:?}); build the default archive once to bring it up to \
         date: cargo run -p jejak-cli --bin jejak -- build assets/articles -o SITE"
    );
}
