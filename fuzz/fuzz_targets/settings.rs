//! `archive.toml`: read alone, and pressed with articles that its corrections, masks, merges and removals may meet.
#![no_main]

use jejak_fuzz::{presses, words};
use jejak_press::ProblemKind;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (_, problems) = jejak_press::read::read_settings(&words(bytes));
    problems.iter().for_each(|problem| assert!(!problem.to_string().is_empty()));
    if problems.iter().any(|problem| matches!(problem.kind, ProblemKind::BadToml { .. })) {
        return;
    }
    let article = "Budi Hartanto Hadir\n\nWali Kota Budi Hartanto hadir. “Kami siap,” kata Budi Hartanto.\n";
    presses(vec![
        ("archive.toml".to_owned(), bytes.to_vec()),
        ("budi.txt".to_owned(), article.as_bytes().to_vec()),
    ]);
});
