//! The cleaner: clean text and removed spans are the source. The first line may be the headline that was given.
#![no_main]

use jejak_fuzz::{nothing_lost, words};
use jejak_press::clean::clean;
use jejak_press::read::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = words(bytes);
    let mut source = Source::plain("a.txt", text);
    nothing_lost(&source.text, 0, &clean(&source));
    source.fields.title = source.text.lines().next().map(str::to_owned);
    nothing_lost(&source.text, 0, &clean(&source));
});
