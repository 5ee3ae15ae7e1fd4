//! The language data, read once.
//!
//! WHY: what the press knows of Indonesian is kept in files under `data/`, each with a header that says where its list
//! comes from, so that a list can be corrected without reading code. The files are part of the program: one that does
//! not read as it should is a mistake that the tests here show, never something a user meets.

use std::sync::LazyLock;

use crate::annotate::offices::roles;
use crate::annotate::{dates, organisations, topics};
use crate::glue;
use crate::hash::HashMap;
use crate::lists::{Known, List, Table};
use crate::text::Text;

/// What a cue verb takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CueClass {
    /// A statement.
    Say,
    /// A request.
    Ask,
    /// An opinion.
    Think,
    /// Only a quotation.
    Tail,
}

/// How a cue verb is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CueForm {
    /// `kata`: behind a quotation, its subject behind it.
    Bare,
    /// `mengatakan`: its subject before it.
    Active,
    /// `dikatakan`: its agent behind it.
    Passive,
}

/// A form of a cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) form: CueForm,
    pub(crate) class: CueClass,
    /// Whether it carries -nya, which stands for the speaker.
    pub(crate) nya: bool,
}

/// Where a title may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TitlePlace {
    Before,
    Behind,
    Either,
}

/// An office as the list gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Office {
    /// Normal form.
    pub(crate) normal: String,
    /// Whether words behind it belong to it.
    pub(crate) takes_words: bool,
    /// The body that it is held in when only a place follows.
    pub(crate) body: Option<String>,
}

/// Phrases found by their words.
#[derive(Debug)]
pub(crate) struct Phrases<V> {
    by_first: HashMap<String, Vec<(Vec<String>, V)>>,
    /// The list of the words that phrases begin with, where every word of a text is looked up.
    firsts: Option<List>,
}

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self { by_first: HashMap::default(), firsts: None }
    }
}

impl<V> Phrases<V> {
    /// Phrases whose first words the lexicon holds as a list, so that a word that begins none is told by its bit.
    pub(crate) fn listed(firsts: List) -> Self {
        Self { firsts: Some(firsts), ..Self::default() }
    }

    /// The words that phrases begin with.
    pub(crate) fn firsts(&self) -> impl Iterator<Item = &str> {
        self.by_first.keys().map(String::as_str)
    }

    /// Adds a phrase of lower-case words; the first to come keeps its value.
    pub(crate) fn add(&mut self, phrase: &str, value: V) {
        let words: Vec<String> = phrase.split_whitespace().map(str::to_string).collect();
        let Some(first) = words.first() else { return };
        let list = self.by_first.entry(first.clone()).or_default();
        if list.iter().any(|(other, _)| *other == words) {
            return;
        }
        let place = list.partition_point(|(other, _)| other.len() >= words.len());
        list.insert(place, (words, value));
    }

    /// Whether a phrase begins with a lower-case word.
    pub(crate) fn begins(&self, word: &str) -> bool {
        self.by_first.contains_key(word)
    }

    /// Whether a phrase is this one lower-case word.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.by_first.get(word).is_some_and(|list| list.iter().any(|(words, _)| words.len() == 1))
    }

    /// Whether a phrase is just these lower-case words, with single spaces between them.
    pub(crate) fn holds(&self, phrase: &str) -> bool {
        let first = phrase.split(' ').next().unwrap_or_default();
        let same = |words: &[String]| words.iter().map(String::as_str).eq(phrase.split(' '));
        self.by_first.get(first).is_some_and(|list| list.iter().any(|(words, _)| same(words)))
    }

    /// The longest phrase that starts at word `index`, with how many words it has. Only spaces, hyphens and stops may
    /// stand between its words.
    pub(crate) fn find(&self, text: &Text<'_>, index: usize) -> Option<(usize, &V)> {
        if self.firsts.is_some_and(|firsts| !text.is(index, firsts)) {
            return None;
        }
        let list = self.by_first.get(text.lower(index))?;
        let first = text.words.get(index)?;
        list.iter().find_map(|(words, value)| {
            let fits = (index..).zip(words).all(|(at, word)| {
                text.words.get(at).is_some_and(|own| {
                    own.lower == *word
                        && (at == index
                            || (own.paragraph == first.paragraph
                                && text.gap_before(at).chars().all(|c| c.is_whitespace() || c == '.')))
                })
            });
            fits.then_some((words.len(), value))
        })
    }
}

/// All lists.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: Table,
    pub(crate) offices: Phrases<Office>,
    pub(crate) regions: Phrases<Region>,
    pub(crate) not_names: List,
    /// Those of them that are words of firms, clubs, media and foreign bodies.
    pub(crate) brands: List,
    /// Those that are such a body's own name.
    pub(crate) firms: List,
    pub(crate) common: List,
    /// Parts of people's names.
    pub(crate) given: List,
    /// Words that are such parts only behind another one.
    pub(crate) also_given: List,
    /// Words whose capital letter at the head of a sentence tells nothing.
    pub(crate) small: List,
    /// Those of them that newspapers print often, and that name fields of offices.
    pub(crate) often: List,
    pub(crate) english: English,
}

/// Words of English titles.
#[derive(Debug)]
pub(crate) struct English {
    /// Those that name an office.
    pub(crate) heads: List,
    /// Those that say of what, or of what rank.
    pub(crate) ranks: List,
}

/// An area of the gazetteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region {
    /// Full name, such as `Kota Metro`.
    pub(crate) name: String,
    /// Whether the form that led here says what kind of area it is (`Kota Metro`, not `Metro`).
    pub(crate) full: bool,
}

/// The lists, read at the first call.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(read);
    &LEXICON
}

/// The lines of a data file that are neither empty nor comments.
pub(crate) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn read() -> Lexicon {
    let mut words = Table::default();
    for line in lines(include_str!("../data/cues.txt")) {
        read_cue(line, &mut words);
    }
    words.add_nya();
    // `akunya` is `ia mengaku`, the only form with -nya whose bare one is a pronoun.
    words.add_cue("akunya", Cue { form: CueForm::Bare, class: CueClass::Say, nya: true });
    words.add(List::CUES, ["menurut", "menurutnya"]);
    for (place, title) in lines(include_str!("../data/titles.txt")).filter_map(|line| line.split_once(' ')) {
        words.add(if place == "<" { List::TITLE_BEFORE } else { List::TITLE_BEHIND }, [title.trim()]);
    }
    for line in lines(include_str!("../data/orgwords.txt")) {
        words.add(List::NOT_NAMES, line.split_whitespace());
    }
    for (kind, names) in lines(include_str!("../data/brands.txt")).filter_map(|line| line.split_once(':')) {
        words.add(List::NOT_NAMES.or(List::BRANDS), names.split_whitespace());
        if kind == "name" {
            words.add(List::FIRMS, names.split_whitespace());
        }
    }
    for line in lines(include_str!("../data/common.txt")) {
        words.add(List::COMMON, line.split_whitespace());
    }
    for line in lines(include_str!("../data/given.txt")) {
        match line.strip_prefix("also:") {
            Some(names) => words.add(List::ALSO_GIVEN, names.split_whitespace()),
            None => words.add(List::GIVEN, line.split_whitespace()),
        }
    }
    for line in lines(include_str!("../data/small.txt")) {
        match line.split_once(": ") {
            Some(("often", often)) => words.add(List::SMALL.or(List::OFTEN), often.split_whitespace()),
            Some((_, heading)) => words.add(List::HEADING, heading.split_whitespace()),
            None => words.add(List::SMALL, line.split_whitespace()),
        }
    }
    for line in lines(include_str!("../data/keyphrases.txt")) {
        match line.strip_prefix("ends:") {
            Some(ends) => words.add(List::NO_END, ends.split_whitespace()),
            None => words.add(List::NO_PHRASE, line.split_whitespace()),
        }
    }
    for line in lines(include_str!("../data/vocabulary.txt")) {
        words.add(List::THINGS, line.split_whitespace());
    }
    for (kind, english) in lines(include_str!("../data/english.txt")).filter_map(|line| line.split_once(':')) {
        let list = if kind == "head" { List::ENGLISH_HEADS } else { List::ENGLISH_RANKS };
        words.add(list, english.split_whitespace());
    }
    let mut offices = Phrases::listed(List::OFFICE);
    for line in lines(include_str!("../data/offices.txt")) {
        read_office(line, &mut offices);
    }
    let mut regions = Phrases::listed(List::REGION);
    for line in lines(include_str!("../data/countries.txt")) {
        regions.add(&line.to_lowercase(), Region { name: line.to_string(), full: true });
    }
    for line in lines(include_str!("../data/regions.txt")) {
        read_regions(line, &mut regions);
    }
    words.add(List::OFFICE, offices.firsts());
    words.add(List::OFFICE_LEADS, roles::LEADS.iter().copied());
    words.add(List::REGION, regions.firsts());
    words.add(List::BODY_HEADS, organisations::HEADS.iter().copied());
    words.add(List::KNOWN_BODIES, organisations::KNOWN.iter().copied());
    words.add(List::TOPIC, topics::firsts());
    words.add(List::EVENT, topics::event_firsts());
    words.add(List::DATES, dates::words());
    words.add(List::TAILS, glue::TAILS.iter().copied());
    Lexicon {
        words,
        offices,
        regions,
        not_names: List::NOT_NAMES,
        brands: List::BRANDS,
        firms: List::FIRMS,
        common: List::COMMON,
        given: List::GIVEN,
        also_given: List::ALSO_GIVEN,
        small: List::SMALL,
        often: List::OFTEN,
        english: English { heads: List::ENGLISH_HEADS, ranks: List::ENGLISH_RANKS },
    }
}

fn read_cue(line: &str, table: &mut Table) {
    let mut fields = line.split('|').map(str::trim);
    let forms = [CueForm::Bare, CueForm::Active, CueForm::Passive].map(|form| (form, fields.next().unwrap_or("-")));
    let class = match fields.next() {
        Some("ask") => CueClass::Ask,
        Some("think") => CueClass::Think,
        Some("tail") => CueClass::Tail,
        _ => CueClass::Say,
    };
    for (form, words) in forms {
        for word in words.split_whitespace().filter(|word| *word != "-") {
            table.add_cue(word, Cue { form, class, nya: false });
        }
    }
}

fn read_office(line: &str, offices: &mut Phrases<Office>) {
    let Some((forms, rest)) = line.split_once('=') else { return };
    let (normal, body) = match rest.split_once('|') {
        Some((normal, body)) => (normal.trim(), Some(body.trim().to_string())),
        None => (rest.trim(), None),
    };
    for form in forms.split(',').map(str::trim) {
        let takes_words = form.ends_with('+');
        let form = form.trim_end_matches('+').trim();
        let normal = if normal == "@" { title_case(form) } else { normal.to_string() };
        offices.add(form, Office { normal, takes_words, body: body.clone() });
    }
}

/// Capitals at the start of each word; words known as abbreviations in capitals.
fn title_case(form: &str) -> String {
    let abbreviation = |word: &str| word.len() <= 4 || ["bkpsdm", "bpkad", "bpprd", "dpmptsp"].contains(&word);
    let words: Vec<String> = form
        .split_whitespace()
        .enumerate()
        .map(|(i, word)| if i > 0 && abbreviation(word) { word.to_uppercase() } else { capital(word) })
        .collect();
    words.join(" ")
}

/// The word with its first letter as a capital.
pub(crate) fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// One line: `Province: Kab. A, B, C; Kota D, E`.
fn read_regions(line: &str, regions: &mut Phrases<Region>) {
    let Some((province, areas)) = line.split_once(':') else { return };
    let province = province.trim();
    let add = |regions: &mut Phrases<Region>, form: &str, name: &str, full: bool| {
        regions.add(&form.to_lowercase(), Region { name: name.to_string(), full });
    };
    let mut names = province.split('/').map(str::trim);
    let main = names.next().unwrap_or(province);
    add(regions, &format!("provinsi {main}"), main, true);
    add(regions, main, main, false);
    for other in names {
        add(regions, other, main, false);
    }
    for group in areas.split(';') {
        let group = group.trim();
        let (kind, names) = match group.split_once(' ') {
            Some(("Kab.", names)) => ("Kabupaten", names),
            Some(("Kota", names)) => ("Kota", names),
            _ => continue,
        };
        for forms in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let mut forms = forms.split('/').map(str::trim);
            let name = forms.next().unwrap_or_default();
            let full = format!("{kind} {name}");
            // `Tanahlaut`: newspapers print two words as one.
            let joined = name.replace(' ', "");
            for form in std::iter::once(name).chain(forms).chain(std::iter::once(joined.as_str())) {
                add(regions, &format!("{kind} {form}"), &full, true);
                if kind == "Kabupaten" {
                    add(regions, &format!("kab {form}"), &full, true);
                }
                add(regions, form, name, false);
            }
        }
    }
}

impl Lexicon {
    /// What the lists know of a lower-case word.
    pub(crate) fn known(&self, word: &str) -> Known {
        self.words.of(word)
    }

    /// What cue a lower-case word is, -nya understood.
    pub(crate) fn cue(&self, word: &str) -> Option<Cue> {
        self.known(word).cue
    }

    /// Where a lower-case word may stand as a title, if it is one.
    pub(crate) fn title(&self, word: &str) -> Option<TitlePlace> {
        self.known(word).title()
    }
}

#[cfg(test)]
mod tests {
    use super::{CueClass, CueForm, lexicon, lines};
    use crate::text::Text;

    #[test]
    fn at_least_a_hundred_cue_verbs_with_their_forms() {
        assert!(lines(include_str!("../data/cues.txt")).count() >= 100);
        let cue = lexicon().cue("tegasnya").expect("a cue");
        assert!(cue.nya && cue.form == CueForm::Bare && cue.class == CueClass::Say);
        assert_eq!(lexicon().cue("menegaskan").map(|c| c.form), Some(CueForm::Active));
        assert_eq!(lexicon().cue("rumahnya"), None);
    }

    #[test]
    fn the_longest_office_wins() {
        let text = Text::new("Wakil Wali Kota Metro");
        let (words, office) = lexicon().offices.find(&text, 0).expect("an office");
        assert_eq!((words, office.normal.as_str()), (3, "Wakil Wali Kota"));
    }
}
