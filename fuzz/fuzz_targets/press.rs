//! The whole way: files (apart by a zero byte) are pressed, written, opened and read back.
#![no_main]

use jejak_fuzz::presses;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let files = bytes.split(|byte| *byte == 0).take(4).enumerate();
    presses(files.map(|(number, file)| (format!("{number}.md"), file.to_vec())).collect());
});
