//! Saved web pages.
#![no_main]

use jejak_fuzz::reads;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    reads("a.html", bytes);
});
