//! Makes the index: which form stands where, and which forms are one family.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::dictionary::{self, DictionaryPart, Entry};
use super::postings::{self, ListWriter};
use crate::model::{Archive, Article, EntityRef, Span};
use crate::stem::Stem;
use crate::words;

/// Everything about words that goes into an archive.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) dictionary: Vec<DictionaryPart>,
    pub(super) postings: Vec<Vec<u8>>,
    /// Words of each headline.
    pub(super) title_words: Vec<u32>,
    /// Words of each headline and text together.
    pub(super) words: Vec<u32>,
}

/// What is known of a form while articles are read.
#[derive(Debug, Default)]
struct Form {
    list: ListWriter,
    /// Printed with a small first letter somewhere.
    small: bool,
    /// Printed inside a person's name somewhere.
    in_name: bool,
}

/// Reads all articles and puts their words in order.
pub(super) fn build(archive: &Archive, stem: &dyn Stem) -> Index {
    let mut reader = Reader::default();
    let (mut title_words, mut words) = (Vec::new(), Vec::new());
    for (i, article) in archive.articles.iter().enumerate() {
        let (title, all) = reader.read(i as u32, article);
        title_words.push(title);
        words.push(all);
    }
    let mut forms: Vec<(String, usize)> = reader.numbers.into_iter().collect();
    forms.sort_unstable();
    let (dictionary, postings) = write(&forms, &reader.forms, stem);
    Index { dictionary, postings, title_words, words }
}

#[derive(Default)]
struct Reader {
    numbers: HashMap<String, usize>,
    forms: Vec<Form>,
    /// The words of the article at hand: form, place, in a statement. Kept to be used again.
    found: Vec<(usize, u32, bool)>,
    form: String,
}

impl Reader {
    /// Reads one article and says how many words its headline has, and all of it.
    fn read(&mut self, number: u32, article: &Article) -> (u32, u32) {
        self.found.clear();
        let mut places = words::tokens(&article.title, 0);
        for token in places.by_ref() {
            self.note(&article.title[token.range], token.position);
        }
        let title = self.found.len();
        let mut said = Cover::new(article.quotes.iter().map(|quote| quote.span).collect());
        let people = article.mentions.iter().filter(|m| matches!(m.entity, EntityRef::Person(_)));
        let mut named = Cover::new(people.map(|mention| mention.span).collect());
        for token in words::tokens(&article.text, places.position().saturating_add(1)) {
            let start = token.range.start as u32;
            let word = self.note(&article.text[token.range], token.position);
            self.forms[word].in_name |= named.holds(start);
            if let Some(found) = self.found.last_mut() {
                found.2 = said.holds(start);
            }
        }
        let all = self.found.len();
        self.found.sort_unstable();
        for run in self.found.chunk_by(|a, b| a.0 == b.0) {
            self.forms[run[0].0].list.add(number, run.iter().map(|&(_, place, said)| (place, said)));
        }
        (title as u32, all as u32)
    }

    fn note(&mut self, printed: &str, place: u32) -> usize {
        words::write_form(printed, &mut self.form);
        let number = match self.numbers.get(&self.form) {
            Some(&number) => number,
            None => {
                self.numbers.insert(self.form.clone(), self.forms.len());
                self.forms.push(Form::default());
                self.forms.len() - 1
            }
        };
        self.forms[number].small |= printed.starts_with(char::is_lowercase);
        self.found.push((number, place, false));
        number
    }
}

/// Says of ascending bytes whether a span covers them.
struct Cover {
    spans: Vec<Span>,
    next: usize,
    end: u32,
}

impl Cover {
    fn new(mut spans: Vec<Span>) -> Self {
        spans.sort_unstable();
        Self { spans, next: 0, end: 0 }
    }

    fn holds(&mut self, byte: u32) -> bool {
        while let Some(span) = self.spans.get(self.next).filter(|span| span.start <= byte) {
            self.end = self.end.max(span.end);
            self.next += 1;
        }
        byte < self.end
    }
}

/// Dictionary and postings of forms that are given in byte order, each with its number in `known`.
fn write(forms: &[(String, usize)], known: &[Form], stem: &dyn Stem) -> (Vec<DictionaryPart>, Vec<Vec<u8>>) {
    let mut families: BTreeMap<Cow<'_, str>, Vec<usize>> = BTreeMap::new();
    for (form, number) in forms {
        families.entry(family(form, &known[*number], stem)).or_default().push(*number);
    }
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut entries: Vec<Option<Entry>> = vec![None; known.len()];
    let mut named: BTreeMap<&str, Entry> = BTreeMap::new();
    for (name, members) in &families {
        let lists: Vec<&ListWriter> = members.iter().map(|&number| &known[number].list).collect();
        let bytes = postings::family(&lists);
        if parts.last().is_none_or(|part| part.len() + bytes.len() > postings::PART) {
            parts.push(Vec::new());
        }
        let part = parts.len() as u32 - 1;
        let Some(last) = parts.last_mut() else { continue };
        let place = Entry { part, offset: last.len() as u32, list: 0, articles: 0 };
        last.extend(bytes);
        for (i, (&number, list)) in members.iter().zip(&lists).enumerate() {
            entries[number] = Some(Entry { list: i as u32 + 1, articles: list.articles(), ..place });
        }
        named.insert(name, place);
    }
    for (form, number) in forms {
        if let Some(entry) = entries[*number] {
            named.insert(form, entry);
        }
    }
    (dictionary::write(named.into_iter()), parts)
}

/// The family of a form. A person's name is never stemmed: what stands inside a name and nowhere with a small first
/// letter is one.
fn family<'a>(form: &'a str, known: &Form, stem: &dyn Stem) -> Cow<'a, str> {
    if known.in_name && !known.small { Cow::Borrowed(form) } else { stem.stem(form) }
}
