//! Addresses of the page: path, question and fragment, apart by line breaks. What is read is written and read as the same.
#![no_main]

use jejak_app::state::url::{Location, Route};
use jejak_fuzz::words;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let all = words(bytes);
    let mut parts = all.splitn(3, '\n');
    let mut part = || parts.next().unwrap_or_default();
    let location = Location::read(part(), part(), part());
    // An address that leads nowhere is kept as it came, for the page that says so.
    if matches!(location.route, Route::Missing(_)) {
        return;
    }
    let href = location.href();
    let (rest, fragment) = href.split_once('#').unwrap_or((&href, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    assert_eq!(Location::read(path, query, fragment).href(), href, "an address leads back to itself");
});
