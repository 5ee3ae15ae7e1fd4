//! The parser of questions: whatever is typed has an answer.
#![no_main]

use jejak_fuzz::{ENGINE, asks, words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    asks(&ENGINE, &words(bytes));
});
