//! A word of the question that is no form of the archive.
//!
//! The dictionary knows the families of all forms that the archive holds. A derivation that it does not hold
//! (`diberitakan`, where the archive has only `pemberitaan`) still means the family: taking the usual affixes of
//! Indonesian off leads to a root that the dictionary may know. No word list is needed, as only what the dictionary
//! holds counts.

/// Prefixes, longest first, each with the consonants that it may have swallowed.
const PREFIXES: [(&str, &[&str]); 19] = [
    ("memper", &[]),
    ("diper", &[]),
    ("keter", &[]),
    ("penge", &[]),
    ("menge", &[]),
    ("meny", &["s"]),
    ("peny", &["s"]),
    ("meng", &["k"]),
    ("peng", &["k"]),
    ("mem", &["p"]),
    ("pem", &["p"]),
    ("men", &["t"]),
    ("pen", &["t"]),
    ("ber", &[]),
    ("ter", &[]),
    ("me", &[]),
    ("di", &[]),
    ("ke", &[]),
    ("se", &[]),
];

/// Suffixes, in the order in which they are taken off.
const SUFFIXES: [&str; 9] = ["nya", "lah", "kah", "kan", "ku", "mu", "an", "i", ""];

/// A root shorter than this many bytes says too little.
const SHORTEST: usize = 4;
/// No more than this many roots are tried.
const MOST: usize = 24;

/// Roots that `form` may come from, those nearest to it first.
pub(super) fn candidates(form: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    if !form.bytes().all(|b| b.is_ascii_lowercase()) {
        return found;
    }
    let mut add = |root: String| {
        if root.len() >= SHORTEST && root != form && !found.contains(&root) {
            found.push(root);
        }
    };
    for base in bases(form) {
        for (prefix, swallowed) in PREFIXES {
            let Some(rest) = base.strip_prefix(prefix) else { continue };
            add(rest.to_owned());
            swallowed.iter().for_each(|consonant| add(format!("{consonant}{rest}")));
        }
        add(base.to_owned());
    }
    let of_length = |length| found.iter().filter(move |root| root.len() == length);
    (SHORTEST..=form.len()).rev().flat_map(of_length).take(MOST).cloned().collect()
}

/// The word without one suffix or two, itself last.
fn bases(form: &str) -> Vec<&str> {
    let once: Vec<&str> = SUFFIXES.iter().filter_map(|suffix| form.strip_suffix(suffix)).collect();
    let twice = once.iter().flat_map(|base| ["kan", "an", "i"].map(|suffix| base.strip_suffix(suffix)));
    let mut all: Vec<&str> = twice.flatten().chain(once.iter().copied()).collect();
    all.retain(|base| base.len() >= SHORTEST);
    all
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[test]
    fn a_derivation_leads_to_its_root() {
        for (form, root) in [
            ("diberitakan", "berita"),
            ("penelitian", "teliti"),
            ("menyuarakannya", "suara"),
            ("pengirimannya", "kirim"),
            ("sekolahnya", "sekolah"),
            ("memperbaiki", "baik"),
        ] {
            assert!(candidates(form).iter().any(|c| c == root), "{form}: {:?}", candidates(form));
        }
    }

    #[test]
    fn what_cannot_be_a_derivation_leads_nowhere() {
        assert_eq!(candidates("14000"), [""; 0]);
        assert_eq!(candidates("mi"), [""; 0]);
        assert!(candidates(&"mengan".repeat(10)).len() < 30);
    }
}
