//! `jejak.lock`: what is read is written and read again as the same, and articles are pressed with it.
#![no_main]

use jejak_fuzz::{presses, words};
use jejak_press::Lock;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(lock) = Lock::read(&words(bytes)) else { return };
    assert_eq!(Lock::read(&lock.text()).as_ref(), Ok(&lock));
    let article = "Budi Hartanto Hadir\n\nWali Kota Budi Hartanto hadir. “Kami siap,” kata Budi Hartanto.\n";
    presses(vec![
        ("jejak.lock".to_owned(), bytes.to_vec()),
        ("budi.txt".to_owned(), article.as_bytes().to_vec()),
    ]);
});
