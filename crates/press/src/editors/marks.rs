//! What an article shows of people who are in it against their will: victims, minors, those named by initials.
//!
//! WHY so little: that somebody is private cannot be read off a text as such; an office can. So only the plainest marks
//! count, those that the press itself sets beside a name, and only where no article shows the person in an office and few
//! have them speak. What is missed can be said in `archive.toml`, and what is taken too much as well; `docs/accuracy.md`
//! says how often either is.

use crate::annotate::PersonNote;
use crate::within::Within as _;

/// Words right before a name that say that something was done to the person, or that it is a child.
const BEFORE: &[&str] = &[
    "korban",
    "bocah",
    "balita",
    "bayi",
    "anak",
    "siswa",
    "siswi",
    "pelajar",
    "murid",
    "remaja",
    "santri",
    "santriwati",
];
/// What may stand between these and the name.
const BRIDGES: &[&str] = &["bernama", "berinisial", "inisial", "adalah", "yakni", "yaitu"];
/// How many words before such a one are looked at: `bocah perempuan berusia 10 tahun bernama Rina`.
const BRIDGED: usize = 5;
/// Words of a match report, where a number behind a name is a minute.
const MATCH: &[&str] = &["gol", "menit", "skor", "cetak"];
/// Words right behind a name, or behind what stands in brackets there.
const BEHIND: &[&str] = &["korban", "bocah", "balita", "siswa", "siswi", "pelajar", "murid"];
/// Who is younger is a child, by Indonesian law (UU 35/2014).
const OF_AGE: u32 = 18;
/// What a victim has, and who belongs to one, is no victim.
const OWNED: &[&str] = &["motor", "mobil", "rumah", "keluarga", "rekan", "teman", "kerabat", "milik", "tetangga"];
/// How far back (bytes) a match is told by its words.
const FAR: usize = 200;
/// How many bytes around a name are looked at.
const NEAR: usize = 48;

/// Whether an article shows that a person is a victim or a child, or names them by initials alone.
pub(super) fn shown(text: &str, person: &PersonNote) -> bool {
    let few = initials(&person.name);
    person.mentions.iter().map(|span| span.range()).any(|at| beside(text, at.start, at.end, few))
}

/// `RS`, `R.S.`, `R S`.
fn initials(name: &str) -> bool {
    let words: Vec<&str> = name.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    let caps = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    caps && letters <= 4 && (words.len() == 1 || words.iter().all(|word| word.chars().count() == 1))
}

fn beside(text: &str, start: usize, end: usize, initials: bool) -> bool {
    let sentence = |c: char| matches!(c, '.' | '!' | '?' | '\n' | ';');
    let before = text.within(floor(text, start.saturating_sub(NEAR))..start);
    let before = before.rsplit(sentence).next().unwrap_or_default();
    let small = before.to_lowercase();
    let mut words = small.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).rev();
    let near = words.next().unwrap_or_default();
    // A comma parts two people of a list.
    let led = |word: &str| BEFORE.contains(&word) && before.trim_end().ends_with(char::is_alphanumeric);
    if initials && matches!(near, "berinisial" | "inisial") {
        return true;
    }
    if led(near) || (BRIDGES.contains(&near) && bridged(words.take(BRIDGED))) {
        return true;
    }
    let behind = text.within(end..floor(text, (end + NEAR).min(text.len())));
    // Initials are short for much else; with an age behind them they are somebody whose name is kept back.
    if age(behind).is_some_and(|age| initials || age < OF_AGE) {
        let report = text.within(floor(text, start.saturating_sub(FAR))..start).to_lowercase();
        return !MATCH.iter().any(|word| report.contains(word));
    }
    let rest = behind.trim_start();
    let rest = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(rest, |(_, rest)| rest).trim_start();
    let comma = rest.strip_prefix(',').map(str::trim_start);
    let first = |rest: &str| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    comma.is_some_and(|rest| BEHIND.contains(&first(rest).as_str()))
}

/// Whether the words before a bridge, the nearest first, lead to somebody who is a victim or a child: `anak buah` and
/// `motor korban` do not.
fn bridged<'w>(words: impl Iterator<Item = &'w str>) -> bool {
    let near: Vec<&str> = words.collect();
    #[expect(clippy::indexing_slicing, reason = "who asks counts the words near by")]
    let marks = |at: usize| match near[at] {
        // `korban dalam kasus ini adalah`, `korban, yang diketahui bernama`: what was done is the subject.
        "korban" => near.get(at + 1).is_none_or(|before| !OWNED.contains(before)),
        "anak" => at.checked_sub(1).is_none_or(|behind| !near[behind].starts_with("buah")),
        word => BEFORE.contains(&word),
    };
    (0..near.len()).any(marks)
}

/// `(16)`, `(16 tahun)`, `(16 th)`: an age in years behind a name.
fn age(behind: &str) -> Option<u32> {
    let inner = behind.trim_start().strip_prefix('(')?.split_once(')')?.0.trim();
    let digits = inner.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = inner.within(digits.len()..).trim();
    matches!(unit, "" | "tahun" | "th" | "thn").then(|| digits.parse().ok()).flatten()
}

/// The last boundary of a character at or before a byte.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::shown;
    use crate::annotate::PersonNote;
    use jejak_archive::Span;

    /// Whether a text shows that the person whom it names first is one of these.
    fn of(text: &str, name: &str) -> bool {
        let at = text.find(name).unwrap_or_default();
        let mentions = vec![Span::new(at..at + name.len())];
        shown(text, &PersonNote { name: name.to_string(), mentions, ..PersonNote::default() })
    }

    #[test]
    fn victims_children_and_initials_are_marked() {
        for (text, name) in [
            ("Polisi menemui korban Rina Mustika di rumahnya.", "Rina Mustika"),
            ("Korban dalam kasus ini adalah Rina Mustika (57).", "Rina Mustika"),
            ("Seorang bocah perempuan berusia 10 tahun bernama Rina hilang.", "Rina"),
            ("Siswi bernama Rina (17) menulis surat.", "Rina"),
            ("Kemarin Rina (16 tahun) pulang.", "Rina"),
            ("Rina Mustika (30), korban penipuan, melapor.", "Rina Mustika"),
            ("Pria berinisial RS ditangkap.", "RS"),
            ("Ibu korban, SK (36), melapor.", "SK"),
        ] {
            assert!(of(text, name), "{text}");
        }
    }

    #[test]
    fn others_are_not() {
        for (text, name) in [
            ("“Siap,” kata Rina Mustika (45).", "Rina Mustika"),
            ("Keluarga korban, Rina Mustika, hadir.", "Rina Mustika"),
            ("Ia dibantu anak buahnya, Joko Susilo.", "Joko Susilo"),
            ("Seorang anak buahnya bernama Joko Susilo pergi.", "Joko Susilo"),
            ("Gol dicetak Joko Susilo (16) dan Budi (40).", "Joko Susilo"),
            ("Warga mendatangi kantor PLN (2).", "PDAM"),
            ("Menurut RK, jalan itu selesai.", "RK"),
        ] {
            assert!(!of(text, name), "{text}");
        }
    }
}
