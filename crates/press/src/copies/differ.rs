//! The words in which a copy differs from the text that it is a copy of.

use std::collections::HashSet;

use jejak_archive::Span;

use super::words;
use crate::within::mark;

/// So many words in a row that both have are the same ones: fewer stand in any two texts.
const SAME: usize = 3;

/// The stretches of a copy whose words stand nowhere in the first text: what was changed or put in. A word is the same
/// where it stands in a row of three that the first text has too, so a paragraph in another place is no difference. Time
/// and memory grow with the two texts.
#[must_use]
pub fn differing(first: &str, copy: &str) -> Vec<Span> {
    let known: Vec<u64> = words(first).map(|(_, word)| word).collect();
    let known: HashSet<&[u64]> = known.windows(SAME).collect();
    let (places, own): (Vec<std::ops::Range<usize>>, Vec<u64>) = words(copy).unzip();
    let mut same = vec![false; own.len()];
    for (at, run) in own.windows(SAME).enumerate().filter(|(_, run)| known.contains(run)) {
        mark(&mut same, at..at + run.len());
    }
    let mut found: Vec<Span> = Vec::new();
    let mut before = true;
    for (place, same) in places.into_iter().zip(same) {
        if !same {
            match found.last_mut().filter(|_| !before) {
                Some(last) => *last = Span::new(last.range().start..place.end),
                None => found.push(Span::new(place)),
            }
        }
        before = same;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::differing;

    fn marked<'a>(first: &str, copy: &'a str) -> Vec<&'a str> {
        differing(first, copy).into_iter().map(|span| span.of(copy)).collect()
    }

    #[test]
    fn what_was_changed_and_put_in_is_marked() {
        let first = "Wali Kota membuka pasar pagi itu di halaman kantor, Senin. Warga datang berbondong-bondong.";
        let copy = "METRO – Wali Kota membuka pasar baru itu di halaman kantor, Selasa malam. Warga datang berbondong-bondong.";
        assert_eq!(marked(first, copy), ["METRO", "baru", "Selasa malam"]);
        assert_eq!(marked(first, first), [""; 0]);
    }

    #[test]
    fn a_paragraph_in_another_place_is_no_difference() {
        let (one, two) = ("Satu paragraf tentang jalan.", "Paragraf lain tentang lampu kota.");
        assert_eq!(marked(&format!("{one}\n{two}"), &format!("{two}\n{one}")), [""; 0]);
        assert_eq!(marked("", "Semua baru"), ["Semua baru"]);
    }
}
