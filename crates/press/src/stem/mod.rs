//! Indonesian stems: which forms are one family.
//!
//! A reader who looks for `menteri` means `kementerian` too. Indonesian derives words by affixes on both sides, and
//! `meN-` and `peN-` swallow the root's first consonant (`teliti`, `meneliti`, `penelitian`), so a form is taken apart
//! in every way that the grammar allows, and a way counts only if it leads to a root that is known. What leads to
//! none stays itself: names and foreign words are left alone, and a root that is not known costs a meeting, never a
//! wrong one.
//!
//! The way of taking apart follows confix stripping: J. Asian, H. Williams, S. Tahaghoghi, *Stemming Indonesian*,
//! 2005, and A. Arifin et al., *Enhanced Confix Stripping Stemmer*, 2009. It differs in trying all ways and choosing
//! the best, where those take the first. The roots are the project's own (see the file's head).

mod affix;
mod same;

use std::borrow::Cow;
use std::sync::LazyLock;

use jejak_archive::Stem;

use crate::hash::{HashMap, HashSet};
use affix::Root;

/// Words shorter than this many bytes are left alone.
const SHORTEST_WORD: usize = 5;
/// So are longer ones than this: no word of the language is.
const LONGEST_WORD: usize = 32;

/// What `-nya` is taken off without knowing the rest is at least this long, in bytes.
const SHORTEST_HOST: usize = 4;

static ROOTS: LazyLock<HashSet<&str>> = LazyLock::new(|| roots().collect());

static IRREGULAR: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| irregular().collect());

/// The roots of the list.
fn roots() -> impl Iterator<Item = &'static str> {
    lines(include_str!("../../data/stem/roots.txt"))
}

/// The forms that no rule leads to their root, with it.
fn irregular() -> impl Iterator<Item = (&'static str, &'static str)> {
    lines(include_str!("../../data/stem/irregular.txt")).filter_map(|line| line.split_once(' '))
}

/// The lines of a data file, without its comments.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// The families of Indonesian words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Indonesian;

impl Stem for Indonesian {
    fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        let letters = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if !letters || !(SHORTEST_WORD..=LONGEST_WORD).contains(&word.len()) {
            return Cow::Borrowed(word);
        }
        if let Some(root) = IRREGULAR.get(word) {
            return Cow::Borrowed(root);
        }
        match root(word) {
            Some(root) => Cow::Borrowed(root),
            None => Cow::Borrowed(without_nya(word)),
        }
    }

    fn same(&self) -> &[Vec<String>] {
        &same::GROUPS
    }
}

/// Whether a lower-case word is a root of the list.
pub(crate) fn is_root(word: &str) -> bool {
    ROOTS.contains(word)
}

/// A word without the clitic that any noun can take, known or not; short ones (`hanya`, `punya`) only end alike.
fn without_nya(word: &str) -> &str {
    word.strip_suffix("nya").filter(|rest| rest.len() >= SHORTEST_HOST).unwrap_or(word)
}

/// The known root of a word.
fn root(word: &str) -> Option<&'static str> {
    if let Some(itself) = known(word) {
        return Some(itself);
    }
    let mut best: Option<(Root, &'static str)> = None;
    affix::roots(word, &mut |candidate| {
        // Of two that are equally good the first stays.
        if best.as_ref().is_none_or(|(other, _)| candidate.better_than(other))
            && let Some(root) = known(&candidate.root)
        {
            best = Some((candidate, root));
        }
    });
    best.map(|(_, root)| root)
}

fn known(word: &str) -> Option<&'static str> {
    ROOTS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::{Indonesian, irregular, roots};
    use jejak_archive::Stem;

    fn family(word: &str) -> String {
        Indonesian.stem(word).into_owned()
    }

    #[test]
    fn the_lists_are_in_order_and_each_entry_stands_once() {
        assert!(roots().count() > 2000 && roots().is_sorted_by(|a, b| a < b));
        assert!(irregular().count() > 0 && irregular().is_sorted_by(|a, b| a.0 < b.0));
        roots().for_each(|root| assert!(root.bytes().all(|b| b.is_ascii_lowercase()), "{root}"));
    }

    #[test]
    fn forms_of_one_word_meet() {
        for words in [
            "menteri kementerian",
            "teliti meneliti penelitian peneliti diteliti",
            "berita pemberitaan memberitakan diberitakan",
            "tani petani pertanian bertani",
            "sehat kesehatan menyehatkan penyehatan",
            "tulis menulis penulis tulisan tertulis ditulisnya",
            "kirim mengirim pengiriman dikirimkan kirimannya",
            "pukul memukul pemukulan dipukuli",
            "sapu menyapu penyapu",
            "ajar belajar pelajaran mengajarkan pengajar",
            "kerja bekerja pekerja pekerjaan mengerjakan dikerjakan",
            "daya berdaya memberdayakan pemberdayaan",
            "baik memperbaiki perbaikan diperbaiki kebaikan",
            "tahu mengetahui diketahui pengetahuan",
            "hasil berhasil keberhasilan menghasilkan",
            "libat terlibat keterlibatan melibatkan",
            "resmi peresmian meresmikan diresmikan",
            "rencana berencana perencanaan merencanakan",
            "rasa merasakan terasa perasaan",
            "jabat pejabat jabatan menjabat penjabat",
            "sah mengesahkan pengesahan disahkan",
            "setuju menyetujui persetujuan disetujui",
            "terap menerapkan penerapan diterapkan",
            "smartphone smartphonenya",
            "pelajaran mempelajari dipelajarinya belajar",
            "temu bertemu pertemuan menemukan ditemukan penemuan",
        ] {
            let mut families: Vec<_> = words.split(' ').map(|word| (family(word), word)).collect();
            families.dedup_by(|a, b| a.0 == b.0);
            assert_eq!(families.len(), 1, "{families:?}");
        }
    }

    #[test]
    fn words_that_only_look_related_stay_apart() {
        for (one, other) in [
            ("pemerintah", "perintah"),
            ("perusahaan", "usaha"),
            ("pendapatan", "dapat"),
            ("terhadap", "menghadap"),
            ("menurut", "turut"),
            ("tersebut", "menyebut"),
            ("masalah", "masa"),
            ("kereta", "eret"),
            ("keretakan", "kereta"),
            ("kemudian", "kemudi"),
            ("sekolah", "kolah"),
            ("bulan", "bulu"),
            ("mengurus", "kurus"),
            ("memakan", "pakan"),
        ] {
            assert_ne!(family(one), family(other), "{one}, {other}");
        }
    }

    #[test]
    fn names_and_other_words_stay_themselves() {
        for word in [
            "bali",
            "susi",
            "jokowi",
            "bayana",
            "suryani",
            "mb2",
            "14000",
            "kan",
            "di",
            "me",
            "sérgio",
            "下一站",
            "hanya",
        ] {
            assert_eq!(family(word), word);
        }
        let long = "di".repeat(1000);
        assert_eq!(family(&long), long);
    }

    #[test]
    fn a_family_is_its_own_family() {
        for root in roots().chain(irregular().map(|(_, root)| root)) {
            assert_eq!(family(root), root);
        }
    }
}
