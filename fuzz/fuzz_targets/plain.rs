//! Plain text and Markdown with front matter, in any encoding. The first byte says which.
#![no_main]

use jejak_fuzz::reads;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    reads(["a.txt", "a.md"][usize::from(first % 2)], rest);
});
