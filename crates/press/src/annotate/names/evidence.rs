//! What an article itself shows of its capital words: which are parts of names, and which of bodies and places.
//!
//! WHY: no list knows every village, firm and abbreviation. An article that writes `di Sukamaju`, `PT Terang Jaya` or
//! `Kabupaten Sukaraya (Kabsuka)` says by that what the words are, and the same words behind an office are then its
//! place and not its holder's name. In the same way `kata Sari` shows where the name in `Camat Sukamaju Sari Dewi` is.

use std::ops::Range;

use crate::annotate::names::parts::{LONGEST, is_acronym, name_word, run};
use crate::annotate::offices::roles;
use crate::annotate::phrases;
use crate::hash::WordSet;
use crate::lexicon::{CueForm, lexicon};
use crate::lists::List;
use crate::text::{Shape, Text};

/// Small words before a place or a body, never before a person.
const LEADS: &[&str] = &["di", "ke", "asal", "se", "warga", "masyarakat", "wilayah", "kawasan", "perusahaan", "klub"];
/// Capital words before the own name of a place or a body.
const HEADS: &[&str] = &[
    "kabupaten",
    "kab",
    "kota",
    "kecamatan",
    "desa",
    "kelurahan",
    "provinsi",
    "dusun",
    "kampung",
    "pemkab",
    "pemkot",
    "pemprov",
    "pt",
    "cv",
    "polres",
    "polresta",
    "polda",
    "polsek",
    "kejari",
    "kejati",
    "dprd",
    "universitas",
    "inspektorat",
    "rsud",
    "puskesmas",
    "bank",
];
/// Verbs and adverbs between a subject and its cue.
const BETWEEN: &[&str] = &["juga", "pun", "kemudian", "kembali", "lalu", "telah", "sempat", "turut", "sendiri"];
/// How many words back an office makes what follows doubtful.
const OFFICE_REACH: usize = 8;

/// What the words of one article are, as far as the article shows it.
pub(crate) struct Evidence<'t, 'a> {
    text: &'t Text<'a>,
    /// Lower-case words of names that stand beside a cue.
    names: WordSet<&'t str>,
    /// Those names in full, where they have more words than one.
    forms: WordSet<String>,
    /// Lower-case words of bodies and places.
    bodies: WordSet<&'t str>,
}

impl<'t, 'a> Evidence<'t, 'a> {
    /// Reads an article.
    pub(crate) fn of(text: &'t Text<'a>) -> Self {
        let mut found = Self { text, names: WordSet::default(), forms: WordSet::default(), bodies: WordSet::default() };
        for index in 0..text.words.len() {
            if let Some(words) = beside_cue(text, index) {
                found.take_name(words);
            }
            found.take_body(index);
        }
        found
    }

    /// Whether word `index` is part of a name that stands beside a cue somewhere.
    pub(crate) fn is_name(&self, index: usize) -> bool {
        self.names.contains(self.text.lower(index)) && name_word(self.text, index)
    }

    /// Whether word `index` is part of a body's or a place's name somewhere, and nowhere of a person's.
    pub(crate) fn is_body(&self, index: usize) -> bool {
        let word = self.text.lower(index);
        self.bodies.contains(word)
            && !self.names.contains(word)
            && self.text.words.get(index).is_some_and(crate::text::Word::is_capital)
    }

    /// Where in some capital words a name begins that stands beside a cue elsewhere in just this form.
    pub(crate) fn full_name(&self, words: &Range<usize>) -> Option<usize> {
        if self.forms.is_empty() {
            return None;
        }
        let start = (words.start..words.end.saturating_sub(1))
            .find(|start| self.forms.contains(&form(self.text, *start..words.end)))?;
        // Later mentions leave initials out: `M. Sari Dewi` is `Sari Dewi`.
        let initial = |index: usize| {
            let word = self.text.word(index);
            // `Wilayah V Sari Dewi`: a number behind what is counted.
            let number = index > 0
                && self.text.joined(index - 1)
                && self.text.print(index).bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
                && self.text.is(index - 1, lexicon().not_names);
            (word.end - word.start <= 2 && !number) || phrases::words().firsts.contains(&*word.lower)
        };
        Some((words.start..start).rev().take_while(|index| initial(*index)).last().unwrap_or(start))
    }

    fn take_name(&mut self, words: Range<usize>) {
        // `kata Kasubdit Jatanras Polda Sukaraya`: what the words of a body follow is an office.
        let behind = self.text.words.get(words.end).filter(|_| words.end > 0 && self.text.joined(words.end - 1));
        let office = behind.is_some_and(|next| next.is_capital() && next.title().is_none());
        // `kata Malaysia`: a country that says something is nobody; but people are called as towns are.
        let whole = |(_, region): (usize, &crate::lexicon::Region)| region.full;
        let area = words.len() == 1 && lexicon().regions.find(self.text, words.start).is_some_and(whole);
        if !(1..=LONGEST).contains(&words.len()) || office || area {
            return;
        }
        if words.len() > 1 {
            self.forms.insert(form(self.text, words.clone()));
        }
        let text = self.text;
        self.names.extend(words.filter(|index| !is_acronym(text, *index)).map(|index| text.lower(index)));
    }

    /// Takes the words behind word `index` if it shows them to be a place or a body.
    fn take_body(&mut self, index: usize) {
        let text = self.text;
        let word = text.word(index);
        if !text.joined(index) || !text.word(index + 1).is_capital() {
            // `Sukaraya Timur (Sukatim)`: an abbreviation of what stands before it.
            let explained = text.words.get(index + 1).is_some_and(crate::text::Word::is_capital)
                && text.gap_before(index + 1).trim() == "("
                && text.gap_before(index + 2).trim_start().starts_with(')')
                && word.is_capital()
                && (lexicon().not_names.has(word) || area_ends(text, index));
            if explained {
                self.bodies.insert(text.lower(index + 1));
            }
            return;
        }
        let head = word.is_capital() && HEADS.contains(&&*word.lower);
        // `jabatan beralih ke Sari Karyono`
        let lead = word.is_lower() && LEADS.contains(&&*word.lower) && !text.is(index + 1, lexicon().given);
        if !(head || lead) || (head && behind_office(text, index)) {
            return;
        }
        // A firm's own name has several words; a place's is mostly one.
        let most = if matches!(&*word.lower, "pt" | "cv") { 4 } else { 1 };
        let mut at = index + 1;
        while at <= index + most
            && text.words.get(at).is_some_and(|next| next.is_capital() && next.shape != Shape::Number)
            && (at == index + 1 || text.joined(at - 1))
            && roles::head(text, at).is_none()
            && text.title(at).is_none()
        {
            self.bodies.insert(text.lower(at));
            at += 1;
        }
    }
}

fn form(text: &Text<'_>, words: Range<usize>) -> String {
    let words: Vec<&str> = words.map(|index| text.lower(index)).collect();
    words.join(" ")
}

/// Whether an area of the gazetteer ends with word `index`.
fn area_ends(text: &Text<'_>, index: usize) -> bool {
    (index.saturating_sub(3)..=index)
        .any(|from| lexicon().regions.find(text, from).is_some_and(|(words, _)| from + words == index + 1))
}

/// Whether an office begins a few words before word `index`, in its sentence: the words behind may be its holder's.
fn behind_office(text: &Text<'_>, index: usize) -> bool {
    (index.saturating_sub(OFFICE_REACH)..index)
        .any(|at| text.word(at).sentence == text.word(index).sentence && roles::head(text, at).is_some())
}

/// `Sari Dewi dari Badan Anggaran meminta`, `Salah satu peserta, Sari dari Desa Karya, meminta`: the name before the body
/// or the place that the subject comes from.
fn member(text: &Text<'_>, cue: usize) -> Option<Range<usize>> {
    let comma = cue > 0 && text.gap_before(cue).trim() == ",";
    let capital = |index: usize| text.word(index).is_capital() && (text.joined(index) || (comma && index + 1 == cue));
    let from = (cue.saturating_sub(OFFICE_REACH)..cue).rev().find(|index| !capital(*index))?;
    if text.lower(from) != "dari" || from + 1 == cue {
        return None;
    }
    let mut first = from;
    while first > 0 && name_word(text, first - 1) && text.joined(first - 1) {
        first -= 1;
    }
    let set_off = comma && text.gap_before(first).trim() == ",";
    (from > first && (from - first > 1 || set_off) && from - first <= LONGEST).then_some(first..from)
}

/// The name beside the cue at word `index`, without an office: `kata Sari`, `Sari mengatakan`, `Menurut Sari`.
fn beside_cue(text: &Text<'_>, index: usize) -> Option<Range<usize>> {
    if !text.is(index, List::CUES) {
        return None;
    }
    let Some(form) = text.cue(index).filter(|cue| !cue.nya).map(|cue| cue.form) else {
        return (text.lower(index) == "menurut" && text.joined(index)).then(|| run(text, index + 1));
    };
    match form {
        // `kata Kadis Sukaraya`: an office, with its place.
        CueForm::Bare if roles::head(text, index + 1).is_some() => None,
        CueForm::Bare => (text.joined(index) && text.word(index).is_lower()).then(|| run(text, index + 1)),
        CueForm::Active => {
            let mut last = index.checked_sub(1)?;
            if let Some(before) = member(text, index) {
                return Some(before);
            }
            while last > 0 && BETWEEN.contains(&text.lower(last)) {
                last -= 1;
            }
            let comma = text.gap_before(last + 1).chars().all(|c| c.is_whitespace() || c == ',');
            if !comma || text.word(last).paragraph != text.word(index).paragraph {
                return None;
            }
            let mut first = last + 1;
            while first > 0 && name_word(text, first - 1) && (first == last + 1 || text.joined(first - 1)) {
                first -= 1;
            }
            // Behind an office without a comma the name may be the office's own place.
            let after_office = first > 0 && text.joined(first - 1) && text.word(first - 1).is_capital();
            (!after_office && lexicon().regions.find(text, first).is_none()).then_some(first..last + 1)
        }
        CueForm::Passive => None,
    }
}
