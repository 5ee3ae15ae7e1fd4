//! Taking words apart: every way in which the grammar may have put one together.
//!
//! A word is a prefix or two, a root, a suffix that derives (`-kan`, `-an`, `-i`) and clitics (`-nya`, `-lah`).

use smol_str::{SmolStr, format_smolstr};

/// What may be left when affixes are taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Root {
    /// The root, with its first consonant where a prefix swallowed it.
    pub(super) root: SmolStr,
    /// How many of the word's letters are the root's.
    kept: usize,
    /// How many prefixes and suffixes were taken off.
    layers: usize,
}

impl Root {
    /// The more of a word the root explains, and the fewer affixes that takes, the better.
    pub(super) fn better_than(&self, other: &Self) -> bool {
        (self.kept, other.layers) > (other.kept, self.layers)
    }
}

/// Prefixes, by what they do. `Me` and `Pe` stand for all their shapes (`me-`, `mem-`, `men-`, `meng-`, `meny-`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prefix {
    Me,
    Pe,
    Per,
    Ber,
    Ter,
    Di,
    Ke,
    Se,
}

use Prefix::{Ber, Di, Ke, Me, Pe, Per, Se, Ter};

/// Which prefix may stand before which.
const BEFORE: [(Prefix, &[Prefix]); 7] = [
    (Me, &[Per, Ber, Pe, Se, Ke, Ter]),
    (Di, &[Per, Ber, Pe, Ke]),
    (Pe, &[Ber, Per, Se, Ter]),
    (Ke, &[Ber, Ter, Se, Per, Pe]),
    (Ber, &[Pe, Ke, Se, Per]),
    (Se, &[Pe, Ke, Per]),
    (Ter, &[Per]),
];

/// Prefixes and suffixes that never go together.
const NEVER: [(Prefix, &str); 10] = [
    (Ber, "i"),
    (Di, "an"),
    (Ke, "i"),
    (Ke, "kan"),
    (Me, "an"),
    (Se, "i"),
    (Se, "kan"),
    (Ter, "an"),
    (Pe, "kan"),
    (Pe, "i"),
];

const CLITICS: [&str; 9] = ["nyalah", "nyakah", "nyapun", "lah", "kah", "pun", "nya", "ku", "mu"];
const SUFFIXES: [&str; 3] = ["kan", "an", "i"];
/// A root has at least this many letters.
const SHORTEST: usize = 3;

/// A word without some of its affixes.
struct Rest {
    word: SmolStr,
    /// Letters that were not in the word but swallowed: 0 or 1.
    swallowed: usize,
}

/// Shows every root that `word`, of letters a to z, may come from.
pub(super) fn roots(word: &str, each: &mut dyn FnMut(Root)) {
    let clitics = CLITICS.iter().filter_map(|clitic| word.strip_suffix(clitic));
    let bases: Vec<&str> = std::iter::once(word).chain(clitics).filter(|base| base.len() >= SHORTEST).collect();
    for base in bases {
        let clitic = usize::from(base.len() < word.len());
        for (stripped, suffix) in SUFFIXES.iter().filter_map(|&s| Some((base.strip_suffix(s)?, s))) {
            unprefix(stripped, Some(suffix), clitic + 1, each);
        }
        unprefix(base, None, clitic, each);
    }
}

/// Shows a word that has lost its suffixes, and what is left of it without prefixes.
fn unprefix(word: &str, suffix: Option<&str>, layers: usize, each: &mut dyn FnMut(Root)) {
    let mut show = |rest: &Rest, layers: usize| {
        if rest.word.len() >= SHORTEST {
            each(Root { root: rest.word.clone(), kept: rest.word.len() - rest.swallowed, layers });
        }
    };
    show(&Rest { word: SmolStr::new(word), swallowed: 0 }, layers);
    for (prefix, rest) in strip(word) {
        if !suffix.is_some_and(|suffix| NEVER.contains(&(prefix, suffix))) {
            show(&rest, layers + 1);
        }
        let inner = BEFORE.iter().find(|(outer, _)| *outer == prefix).map_or(&[][..], |(_, inner)| inner);
        for (second, left) in strip(&rest.word) {
            if inner.contains(&second) {
                show(&left, layers + 2);
            }
        }
    }
}

/// The word without each prefix that it may begin with.
fn strip(word: &str) -> Vec<(Prefix, Rest)> {
    let mut found = Vec::new();
    let mut add = |prefix, rest: &str| {
        found.push((prefix, Rest { word: SmolStr::new(rest), swallowed: 0 }));
    };
    for (prefix, start) in [(Di, "di"), (Ke, "ke"), (Se, "se"), (Per, "per"), (Ber, "ber"), (Ter, "ter")] {
        word.strip_prefix(start).into_iter().for_each(|rest| add(prefix, rest));
    }
    // Before a root that begins with r, or whose first syllable ends in er, the r of the prefix falls away.
    for (prefix, start) in [(Ber, "be"), (Ter, "te")] {
        let rest = word.strip_prefix(start).filter(|rest| rest.starts_with('r') || ends_in_er(rest));
        rest.into_iter().for_each(|rest| add(prefix, rest));
    }
    for (prefix, start) in [(Ber, "bel"), (Pe, "pel")] {
        word.strip_prefix(start).filter(|rest| rest.starts_with("ajar")).into_iter().for_each(|rest| add(prefix, rest));
    }
    // petani, pekerja: the agent of what ber- derives keeps its consonant.
    let agent = word.strip_prefix("pe").filter(|rest| !rest.starts_with(is_vowel));
    agent.into_iter().for_each(|rest| add(Pe, rest));
    for (prefix, start) in [(Me, "me"), (Pe, "pe")] {
        let rest = word.strip_prefix(start).unwrap_or_default();
        nasal(rest, &mut |rest| found.push((prefix, rest)));
    }
    found
}

/// What may stand behind `meN-` and `peN-`; `rest` begins behind the e.
fn nasal(rest: &str, each: &mut dyn FnMut(Rest)) {
    let kept = |word: &str| Rest { word: SmolStr::new(word), swallowed: 0 };
    let before = |rest: &str, letters: &str| rest.starts_with(|c| letters.contains(c));
    if before(rest, "lrwymn") {
        each(kept(rest));
    }
    // The nasal, the consonants before which it stands, and the one that it swallows.
    for (sound, stays, swallows) in
        [("m", "bfpv", 'p'), ("ny", "", 's'), ("ng", "ghkqaeiou", 'k'), ("n", "cdjstz", 't')]
    {
        let Some(behind) = rest.strip_prefix(sound) else { continue };
        if before(behind, stays) {
            each(kept(behind));
        }
        if behind.starts_with(is_vowel) {
            each(Rest { word: format_smolstr!("{swallows}{behind}"), swallowed: 1 });
        }
    }
    // mengesahkan: a root of one syllable takes menge-.
    if let Some(short) = rest.strip_prefix("nge").filter(|short| (3..=4).contains(&short.len())) {
        each(kept(short));
    }
}

/// Whether the first syllable ends in er: kerja, serta, ternak.
fn ends_in_er(word: &str) -> bool {
    word.as_bytes().get(1..3) == Some(b"er") && !word.starts_with(is_vowel)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::roots;

    fn candidates(word: &str) -> Vec<smol_str::SmolStr> {
        let mut all = Vec::new();
        roots(word, &mut |root| all.push(root.root));
        all
    }

    #[test]
    fn a_swallowed_consonant_comes_back() {
        for (word, root) in [
            ("memukul", "pukul"),
            ("menulis", "tulis"),
            ("mengirim", "kirim"),
            ("menyapu", "sapu"),
            ("penyelidikan", "selidik"),
            ("mengolah", "olah"),
            ("membeli", "beli"),
            ("mengetik", "ketik"),
            ("mengecat", "cat"),
            ("bekerja", "kerja"),
            ("terasa", "rasa"),
        ] {
            assert!(candidates(word).iter().any(|candidate| candidate == root), "{word}");
        }
    }

    #[test]
    fn affixes_that_never_go_together_are_not_taken_off_together() {
        assert!(!candidates("dijalan").contains(&"jal".into()));
        assert!(!candidates("menangan").contains(&"tang".into()));
    }

    #[test]
    fn any_letters_can_be_taken_apart() {
        for word in ["me", "peng", "meng", "menge", "bel", "nya", "berkekeke", "mengnya", "xyz"] {
            candidates(word).iter().for_each(|root| assert!(root.len() >= 3));
        }
    }
}
