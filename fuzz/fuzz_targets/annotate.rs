//! The annotator: every span lies on characters of the clean text.
#![no_main]

use jejak_fuzz::{annotates, words};
use jejak_press::read::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    annotates(&Source::plain("a.txt", words(bytes)));
});
