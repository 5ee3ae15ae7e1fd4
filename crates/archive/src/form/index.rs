//! Makes the index: which form stands where, and which forms are one family.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::{Bound, Range};

use foldhash::fast::FixedState;
use xxhash_rust::xxh3::xxh3_64;

use super::dictionary::{self, Lists, Row};
use super::extent;
use super::many;
use super::pack::{Model, Packer, Wanted};
use super::phrases::{Phrases, Ways};
use super::postings::{self, ListWriter, Shape};
use crate::keep::Kept;
use crate::model::{Archive, Article, EntityRef, Span};
use crate::stem::Stem;
use crate::words;

/// Everything about words that goes into an archive.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) written: Written,
    pub(super) shape: Shape,
    /// What is one and the same in a search.
    pub(super) same: Vec<Ways>,
}

/// The parts of the index.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) parts: Vec<WordsPart>,
    /// What the newest articles hold, of all forms.
    pub(super) recent: Option<Vec<u8>>,
    /// How rows are packed, if they are.
    pub(super) model: Option<Model>,
}

/// One part of the index.
#[derive(Debug)]
pub(super) struct WordsPart {
    /// All its forms are from here on, and all forms of the parts before are not.
    pub(super) first: String,
    /// How many of the oldest articles it speaks of.
    pub(super) end: u32,
    pub(super) bytes: Vec<u8>,
}

/// What is known of a form while articles are read.
#[derive(Debug, Default)]
struct Form {
    list: ListWriter,
    /// Printed with a small first letter somewhere.
    small: bool,
    /// Printed inside a person's name somewhere.
    in_name: bool,
    /// The same as the old articles alone show it, and whether one of them holds it.
    old_small: bool,
    old_in_name: bool,
    old: bool,
    /// Whether a phrase of several words that has a list of its own begins with it.
    begins: bool,
}

impl Form {
    /// Takes in what later articles show of it.
    fn join(&mut self, later: Self) {
        self.list.join(later.list);
        self.small |= later.small;
        self.in_name |= later.in_name;
        self.old |= later.old;
        self.old_small |= later.old_small;
        self.old_in_name |= later.old_in_name;
    }
}

/// Reads all articles and puts their words in order. Packing is learnt from the `stable` oldest articles; 0 packs nothing.
pub(super) fn build(archive: &Archive, stable: u32, stem: &dyn Stem, keep: Kept<'_>) -> Index {
    let phrases = Phrases::new(stem.same());
    let newer = archive.articles.len().saturating_sub(stable as usize);
    let readers = many::shares(&archive.articles, |first, articles| {
        let mut reader = Reader::new(&phrases);
        let mut rows = Vec::with_capacity(articles.len());
        for (article, i) in articles.iter().zip(first..) {
            reader.old = i >= newer;
            let (title, all) = reader.read(i as u32, article);
            rows.push((title, extent::above(all)));
        }
        (reader, rows)
    });
    let mut shape = Shape::default();
    let mut reader = Reader::new(&phrases);
    for (next, rows) in readers {
        reader.join(next);
        shape.articles.extend(rows);
    }
    let mut forms: Vec<(String, usize)> = reader.numbers.into_iter().collect();
    forms.sort_unstable();
    let holds = |form: &String| forms.binary_search_by(|(known, _)| known.cmp(form)).is_ok();
    let ways = stem.same().iter().map(|group| {
        let (mut all, others): (Vec<String>, Vec<String>) = group.iter().cloned().partition(|form| holds(form));
        let held = all.len() as u32;
        all.extend(others);
        Ways { held, all }
    });
    let same = ways.filter(|ways| ways.held > 0 && ways.all.len() > 1).collect();
    let families = Families { phrases: &phrases, stem };
    let written = write(&forms, &reader.forms, &shape, (stable, keep), families);
    Index { written, shape, same }
}

struct Reader<'p> {
    phrases: &'p Phrases<'p>,
    numbers: HashMap<String, usize, FixedState>,
    forms: Vec<Form>,
    /// The words of the article at hand: form and place. Kept to be used again.
    found: Vec<(usize, u32)>,
    /// The phrases found in the article at hand: which words of `found` each holds.
    together: Vec<(&'p str, Range<usize>)>,
    form: String,
    /// Whether the article at hand is an old one.
    old: bool,
}

#[expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "`number` hands out the places of `forms`, and tokens are pieces of the text that they are cut from"
)]
impl<'p> Reader<'p> {
    fn new(phrases: &'p Phrases<'p>) -> Self {
        let (numbers, forms, found, together) = (HashMap::default(), Vec::new(), Vec::new(), Vec::new());
        Self { phrases, numbers, forms, found, together, form: String::new(), old: false }
    }

    /// Takes in what another one read of later articles.
    fn join(&mut self, other: Self) {
        if self.forms.is_empty() {
            *self = other;
            return;
        }
        let mut forms = other.forms;
        for (form, number) in other.numbers {
            let theirs = std::mem::take(&mut forms[number]);
            let number = self.number(&form);
            self.forms[number].join(theirs);
        }
    }

    /// Reads one article and says how many places its headline has, and all of it.
    fn read(&mut self, number: u32, article: &Article) -> (u32, u32) {
        self.found.clear();
        self.together.clear();
        let mut open = self.phrases.open();
        let mut places = words::tokens(&article.title, 0);
        for token in places.by_ref() {
            let word = self.note(&article.title[token.range], token.position);
            open.read(&self.form, self.forms[word].begins, token.position, self.found.len(), &mut self.together);
        }
        let title = places.position();
        let people = article.mentions.iter().filter(|m| matches!(m.entity, EntityRef::Person(_)));
        let mut named = Cover::new(people.map(|mention| mention.span).collect());
        let mut tokens = words::tokens(&article.text, places.position().saturating_add(1));
        for token in tokens.by_ref() {
            let start = token.range.start as u32;
            let word = self.note(&article.text[token.range], token.position);
            let in_name = named.holds(start);
            self.forms[word].in_name |= in_name;
            self.forms[word].old_in_name |= in_name && self.old;
            open.read(&self.form, self.forms[word].begins, token.position, self.found.len(), &mut self.together);
        }
        for (phrase, words) in std::mem::take(&mut self.together) {
            let number = self.number(phrase);
            self.met(number, true);
            self.found.extend_from_within(words.clone());
            let added = self.found.len() - words.len();
            self.found[added..].iter_mut().for_each(|found| found.0 = number);
        }
        self.found.sort_unstable();
        self.found.dedup();
        for run in self.found.chunk_by(|a, b| a.0 == b.0) {
            self.forms[run[0].0].list.add(number, run.iter().map(|&(_, place)| place));
        }
        (title, tokens.position())
    }

    fn note(&mut self, printed: &str, place: u32) -> usize {
        words::write_form(printed, &mut self.form);
        let form = std::mem::take(&mut self.form);
        let number = self.number(&form);
        self.form = form;
        self.met(number, printed.starts_with(char::is_lowercase));
        self.found.push((number, place));
        number
    }

    /// The number of a form, a new one where it was not met before.
    fn number(&mut self, form: &str) -> usize {
        if let Some(&number) = self.numbers.get(form) {
            return number;
        }
        self.numbers.insert(form.to_owned(), self.forms.len());
        self.forms.push(Form { begins: self.phrases.begins(form), ..Form::default() });
        self.forms.len() - 1
    }

    /// Notes that a form stands in the article at hand, perhaps with a small first letter.
    fn met(&mut self, number: usize, small: bool) {
        let form = &mut self.forms[number];
        form.small |= small;
        form.old |= self.old;
        form.old_small |= small && self.old;
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

/// Parts are filled up to about this many bytes, before packing.
const PART: usize = 10 * 1024;
/// A part ends where the hash of a family's name says so, one in so many, so that a word more does not move all that
/// follow; and where it would grow to twice its size.
const ENDS: u64 = 8;
/// An archive of fewer articles has no recent part.
const LARGE: u32 = 1024;
/// So many articles are in the recent part.
pub(crate) const RECENT: u32 = 21;
/// The codes of packed rows are learnt from runs of so many forms.
const SAMPLE: usize = 128;
/// Behind so many bytes they have codes of their own.
const CONTEXTS: usize = 30;

/// A form with its family, while parts are written.
struct Known<'a> {
    form: &'a str,
    family: Cow<'a, str>,
    list: &'a ListWriter,
    number: u32,
}

/// Dictionary and postings of forms that are given in byte order, each with its number in `known`.
fn write(
    forms: &[(String, usize)],
    known: &[Form],
    shape: &Shape,
    (stable, keep): (u32, Kept<'_>),
    of: Families<'_>,
) -> Written {
    let all = families(forms, known, false, of);
    let end = shape.articles.len() as u32;
    let model = (stable > 0).then(|| learn(&families(forms, known, true, of), shape, stable, keep));
    let names = names(&all);
    let large = end >= LARGE;
    let packer = || model.as_ref().map(|model| Packer::new(model).keeping(keep));
    let parts = many::map(&bounds(&all, &names), packer, |packer, &bounds| {
        let first = separator(&all, &names, bounds.0).to_owned();
        // Each part takes in new articles in its own turn, so that a few of them leave most parts as they are.
        let turn = (xxh3_64(bounds.0.as_bytes()) % u64::from(RECENT)) as u32;
        let end = if large { end - (end - turn) % RECENT } else { end };
        let bytes = part(&all, &names, bounds, shape, (0, end), packer.as_mut());
        WordsPart { first, end, bytes }
    });
    let recent = large.then(|| part(&all, &names, ("", None), shape, (end - RECENT, end), packer().as_mut()));
    Written { parts, recent, model }
}

/// All forms in byte order with their families, as all articles show it or as the old ones alone do.
#[expect(
    clippy::indexing_slicing,
    reason = "forms come with their places in `known`, and the order holds the places of `all`"
)]
fn families<'a>(forms: &'a [(String, usize)], known: &'a [Form], old: bool, of: Families<'a>) -> Vec<Known<'a>> {
    let mut all: Vec<Known<'a>> = forms
        .iter()
        .filter(|(_, number)| !old || known[*number].old)
        .map(|(form, number)| {
            let Form { list, small, in_name, old_small, old_in_name, .. } = &known[*number];
            let (small, in_name) = if old { (*old_small, *old_in_name) } else { (*small, *in_name) };
            Known { form, family: of.family(form, small, in_name), list, number: 0 }
        })
        .collect();
    let mut order: Vec<usize> = (0..all.len()).collect();
    // The oldest article first.
    order.sort_unstable_by(|&a, &b| {
        all[a].family.cmp(&all[b].family).then(all[b].list.oldest().cmp(&all[a].list.oldest())).then(a.cmp(&b))
    });
    let mut number = 0;
    for at in 0..order.len() {
        let new = at == 0 || all[order[at - 1]].family != all[order[at]].family;
        number = if new { 1 } else { number + 1 };
        all[order[at]].number = number;
    }
    all
}

/// The families by name, each with its members by number.
fn names<'k>(all: &'k [Known<'_>]) -> BTreeMap<&'k str, Vec<&'k Known<'k>>> {
    let mut names: BTreeMap<&str, Vec<&Known<'_>>> = BTreeMap::new();
    for known in all {
        names.entry(&known.family).or_default().push(known);
    }
    names.values_mut().for_each(|members| members.sort_unstable_by_key(|known| known.number));
    names
}

/// Where parts begin, and where the next one does.
fn bounds<'k>(all: &'k [Known<'_>], names: &BTreeMap<&'k str, Vec<&'k Known<'k>>>) -> Vec<(&'k str, Option<&'k str>)> {
    let mut firsts: Vec<&str> = Vec::new();
    let mut size = 0;
    // A family lies with its name; a form whose family lies elsewhere takes a row here.
    let rows = all.iter().filter(|known| known.family != known.form).map(|known| (known.form, 0));
    let families = names.iter().map(|(name, members)| (*name, members.iter().map(|known| known.list.size() + 4).sum()));
    let mut both: Vec<(&str, usize)> = rows.chain(families).collect();
    both.sort_unstable();
    for (name, bytes) in both {
        let ends = xxh3_64(name.as_bytes()).is_multiple_of(ENDS);
        // A family that fills a part has one of its own.
        let full = size >= PART / 2 && ends || size >= 2 * PART || size > 0 && bytes >= PART;
        if firsts.is_empty() || full {
            firsts.push(name);
            size = 0;
        }
        size += bytes + name.len() / 2 + 2;
    }
    let next = firsts.iter().skip(1).map(|&first| Some(first)).chain([None]);
    firsts.iter().copied().zip(next).collect()
}

/// As much of a part's first form as no form of the parts before it reaches: every visit fetches it.
fn separator<'k>(all: &'k [Known<'_>], names: &BTreeMap<&'k str, Vec<&'k Known<'k>>>, first: &'k str) -> &'k str {
    let form = all.partition_point(|known| known.form < first).checked_sub(1);
    let form = form.and_then(|at| all.get(at)).map(|known| known.form);
    let name = names.range::<str, _>((Bound::Unbounded, Bound::Excluded(first))).next_back().map(|(name, _)| *name);
    let Some(before) = form.max(name) else { return first };
    let ends = first.char_indices().map(|(at, letter)| at + letter.len_utf8());
    ends.filter_map(|end| first.get(..end)).find(|begin| !before.starts_with(begin)).unwrap_or(first)
}

/// The rows of the forms within bounds, and the families named there, as the articles of `span` have them.
fn rows<'k>(
    all: &'k [Known<'_>],
    names: &BTreeMap<&'k str, Vec<&'k Known<'k>>>,
    bounds: (&str, Option<&str>),
    shape: &Shape,
    span: (u32, u32),
) -> (Vec<Row<'k>>, Vec<Lists<'k>>, Vec<Vec<u8>>) {
    let inside = |form: &str| form >= bounds.0 && bounds.1.is_none_or(|next| form < next);
    let articles = |list: &ListWriter| list.articles(shape, span.1) - list.articles(shape, span.0);
    let (mut families, mut lists) = (Vec::new(), Vec::new());
    let range = (Bound::Included(bounds.0), bounds.1.map_or(Bound::Unbounded, Bound::Excluded));
    let mut rows: BTreeMap<&str, Row<'_>> = BTreeMap::new();
    for (&name, members) in names.range::<str, _>(range) {
        if members.iter().all(|known| articles(known.list) == 0) {
            continue;
        }
        // Lists that none of these articles is in stay empty, so that numbers hold.
        let last = members.iter().rposition(|known| articles(known.list) > 0).map_or(0, |last| last + 1);
        let members = members.get(..last).unwrap_or(members);
        let own = postings::write(members.iter().map(|known| known.list), shape, span.0, span.1);
        families.push((name, members.iter().map(|known| articles(known.list)).collect(), own.len()));
        lists.push(own);
        rows.insert(name, Row { form: name, articles: 0, family: name, list: 0 });
    }
    let first = all.partition_point(|known| known.form < bounds.0);
    for known in all.iter().skip(first).take_while(|known| inside(known.form)) {
        let articles = articles(known.list);
        if articles > 0 {
            let row = Row { form: known.form, articles, family: &known.family, list: known.number };
            rows.insert(known.form, row);
        }
    }
    (rows.into_values().collect(), families, lists)
}

fn part<'k>(
    all: &'k [Known<'_>],
    names: &BTreeMap<&'k str, Vec<&'k Known<'k>>>,
    bounds: (&str, Option<&str>),
    shape: &Shape,
    span: (u32, u32),
    packer: Option<&mut Packer<'_>>,
) -> Vec<u8> {
    let (rows, families, lists) = rows(all, names, bounds, shape, span);
    let order = dictionary::order(&rows, &families);
    #[expect(clippy::indexing_slicing, reason = "the order holds places of the families, each of which has its lists")]
    let lists: Vec<u8> = order.into_iter().flat_map(|family| &lists[family]).copied().collect();
    dictionary::part(&dictionary::rows(&rows, &families), &lists, packer)
}

/// Learns how rows are written from what the oldest articles hold.
fn learn(all: &[Known<'_>], shape: &Shape, stable: u32, keep: Kept<'_>) -> Model {
    let names = names(all);
    let firsts: Vec<&str> = all.iter().step_by(SAMPLE).map(|known| known.form).collect();
    #[expect(clippy::indexing_slicing, reason = "`at` counts the firsts")]
    let sample = |at: usize| {
        let (rows, families, _) = rows(all, &names, (firsts[at], firsts.get(at + 1).copied()), shape, (0, stable));
        dictionary::rows(&rows, &families)
    };
    // One in a few is enough.
    let samples: Vec<Vec<u8>> = (0..firsts.len()).step_by(1 + firsts.len() / 64).map(sample).collect();
    Model::learnt(&[], &samples, Wanted { contexts: CONTEXTS, ..Wanted::default() }, keep)
}

/// What says which forms are one family.
#[derive(Clone, Copy)]
struct Families<'f> {
    phrases: &'f Phrases<'f>,
    stem: &'f dyn Stem,
}

impl<'f> Families<'f> {
    /// The family of a form. A person's name is never stemmed: what stands inside a name and nowhere with a small first
    /// letter is one. What is one and the same is one family.
    fn family(self, form: &'f str, small: bool, in_name: bool) -> Cow<'f, str> {
        if let Some(group) = self.phrases.group(form) {
            return Cow::Borrowed(group);
        }
        let family = if in_name && !small { Cow::Borrowed(form) } else { self.stem.stem(form) };
        self.phrases.group(&family).map_or(family, Cow::Borrowed)
    }
}
