//! The same articles give the same bytes on any number of cores, and progress is told in order.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use jejak_press::stem::Indonesian;
use jejak_press::{press, press_watched};

/// More text than one batch holds, so that batches and threads both matter.
fn files() -> Vec<(String, Vec<u8>)> {
    let paragraph = "Camat Sukamaju Darma Wijaya mengajak warga menanam pohon, Senin (19/01/2026). \"Kita tanam bersama,\" \
                     kata Darma. Menurut Ketua RW Sari Dewi, warga sudah menyiapkan bibit. ";
    (0..130)
        .map(|number| (format!("{number:03}.txt"), format!("{number}. {}", paragraph.repeat(25)).into_bytes()))
        .collect()
}

#[test]
fn one_core_and_many_give_the_same_bytes() {
    let files = files();
    assert!(files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > 1 << 19, "more than one batch");
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let pressed = pool.install(|| press(files.clone().into_iter()));
        assert!(pressed.problems.is_empty());
        jejak_archive::write(&pressed.archive, &Indonesian)
    };
    let one = on(1);
    assert!(one == on(4), "one core and four differ");
}

#[test]
fn progress_counts_every_article_once() {
    let mut told = Vec::new();
    press_watched(files().into_iter().take(40), &mut |progress| told.push((progress.files, progress.articles)));
    assert_eq!(told.last(), Some(&(40, 40)));
    assert!(told.is_sorted());
}
