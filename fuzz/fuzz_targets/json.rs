//! JSON and JSON Lines. The first byte says which.
#![no_main]

use jejak_fuzz::reads;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    reads(["a.json", "a.jsonl"][usize::from(first % 2)], rest);
});
