//! Names that must stand nowhere: not in a text, not in an address, not in what is remembered.
//!
//! WHY first of all: a name that was never read is in no index, no list, no guess at a slip of the pen and no slug. So it
//! is taken out of what was read, before anything is found in it; positions are those of what is left. What cleaning or
//! reading could put together anew out of parts is looked through once more behind that, and an article in which the name
//! comes back every time is left out.

mod pattern;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use jejak_archive::Span;
use jejak_archive::keep::Kept;

use self::pattern::{Patterns, Where, degrees_end, first_of_each, unquoted};
use crate::annotate::Annotated;
use crate::kept::annotated;
use crate::lock::{Known, Lock};
use crate::problem::{Problem, ProblemKind};
use crate::read::{Mask, Right, SETTINGS, Settings, Source, clean_id};

pub(crate) use self::pattern::can_be_masked;

/// What stands in the place of a name. In brackets, because somebody else's words were changed; no initials, which tell
/// who it is to those who live there and are taken for the names of others.
const LABEL: &str = "[nama disamarkan]";
/// The same in archives of another language than Indonesian.
const LABEL_ELSEWHERE: &str = "[name withheld]";
/// How often an article is read anew to get a name out of it.
const ROUNDS: usize = 3;

/// Where a piece of a text stood, and where what stands for it is.
type Moved = (Range<usize>, Range<usize>);

/// The masks of an archive.
#[derive(Debug, Default)]
pub(crate) struct Masks {
    patterns: Option<Patterns>,
    labels: Vec<String>,
    lines: Vec<usize>,
    used: Vec<AtomicBool>,
}

impl Masks {
    /// The masks of the settings; one whose own label has a masked name is none, and is reported.
    pub(crate) fn of(given: &[Mask], language: &str, problems: &mut Vec<Problem>) -> Self {
        let names =
            given.iter().enumerate().flat_map(|(at, mask)| mask.names.iter().map(move |name| (at, name.as_str())));
        let patterns = if given.is_empty() { None } else { Patterns::new(names) };
        let usual = if language.starts_with("id") || language.starts_with("ms") { LABEL } else { LABEL_ELSEWHERE };
        let label = |mask: &Mask| if mask.label.is_empty() { usual.to_owned() } else { mask.label.clone() };
        let masks = Self {
            patterns,
            labels: given.iter().map(label).collect(),
            lines: given.iter().map(|mask| mask.line).collect(),
            used: given.iter().map(|_| AtomicBool::new(false)).collect(),
        };
        let unread = masks.is_empty();
        for (label, line) in masks.labels.iter().zip(&masks.lines) {
            if unread || masks.holds(label) {
                let why = if unread {
                    "its names cannot be looked for"
                } else {
                    "what stands in its place has a masked name"
                };
                let why = why.to_string();
                let kind = ProblemKind::Unguarded { key: "mask".to_string(), why };
                problems.push(Problem { file: SETTINGS.to_string(), line: Some(*line), kind });
            }
        }
        masks
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.patterns.is_none()
    }

    /// What stands in the place of names.
    pub(super) fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The masks that nothing needed.
    pub(crate) fn unused(&self) -> impl Iterator<Item = Problem> {
        let unused = self.used.iter().zip(&self.lines).filter(|(used, _)| !used.load(Ordering::Relaxed));
        unused.map(|(_, line)| Problem { file: SETTINGS.to_string(), line: Some(*line), kind: ProblemKind::MaskUnused })
    }

    fn label(&self, mask: usize) -> &str {
        if let Some(used) = self.used.get(mask) {
            used.store(true, Ordering::Relaxed);
        }
        self.labels.get(mask).map_or(LABEL, String::as_str)
    }

    fn find(&self, text: &str, how: Where) -> Vec<(Range<usize>, usize)> {
        self.patterns.as_ref().map_or(Vec::new(), |patterns| patterns.find(text, how))
    }

    /// Whether a masked name stands in words or in an address.
    fn holds(&self, words: &str) -> bool {
        !self.find(words, Where::Text).is_empty() || !self.find(words, Where::Address).is_empty()
    }

    /// Words without masked names.
    pub(super) fn words<'w>(&self, words: &'w str) -> Cow<'w, str> {
        let mut found = self.find(words, Where::Text);
        if found.is_empty() {
            return Cow::Borrowed(words);
        }
        found.iter_mut().for_each(|(range, _)| range.end = degrees_end(words, range.end));
        Cow::Owned(self.replaced(words, &found).0)
    }

    fn hide(&self, words: &mut String) {
        if let Cow::Owned(masked) = self.words(words) {
            *words = masked;
        }
    }

    fn hide_all<'w>(&self, words: impl IntoIterator<Item = &'w mut String>) {
        words.into_iter().for_each(|words| self.hide(words));
    }

    /// A path or an id without masked names.
    fn path(&self, path: &str) -> Option<String> {
        let found = self.find(path, Where::Address);
        (!found.is_empty()).then(|| self.replaced(path, &found).0)
    }

    /// An id without masked names; the same that an article gets whose file or id has the name.
    fn hide_id(&self, id: &mut String) {
        if let Some(masked) = self.path(id) {
            *id = clean_id(&masked).unwrap_or_default();
        }
    }

    /// A text with labels where names were, and where pieces of it lie before and after.
    fn replaced(&self, text: &str, found: &[(Range<usize>, usize)]) -> (String, Vec<Moved>) {
        let mut out = String::with_capacity(text.len());
        let mut moved = Vec::with_capacity(found.len());
        let mut end = 0;
        for (range, mask) in found.iter().filter(|(range, _)| !range.is_empty()) {
            // Degrees of one find may reach into the next.
            let Some(before) = text.get(end..range.start) else { continue };
            out.push_str(before);
            let start = out.len();
            out.push_str(self.label(*mask));
            moved.push((range.clone(), start..out.len()));
            end = range.end;
        }
        out.push_str(text.get(end..).unwrap_or_default());
        (out, moved)
    }

    /// Takes masked names out of what was read. A link in whose address one stands is left out.
    pub(crate) fn source(&self, source: &mut Source, problems: &mut Vec<Problem>) {
        let Some(patterns) = &self.patterns else { return };
        let mut found = Vec::new();
        // What stands before the body is apart from it.
        let body = source.body.min(source.text.len());
        let (front, rest) = source.text.split_at(body);
        for (from, part) in [(0, front), (body, rest)] {
            for (range, mask) in self.find(part, Where::Text) {
                found.push((from + range.start..from + degrees_end(part, range.end), mask));
            }
        }
        if !found.is_empty() {
            let (text, moved) = self.replaced(&source.text, &found);
            let place = |at: usize, end: bool| {
                let last = moved.partition_point(|(old, _)| old.start <= at).checked_sub(1);
                let (old, new) = match last.and_then(|last| moved.get(last)) {
                    Some(moved) => moved.clone(),
                    None => return at,
                };
                match at {
                    _ if at == old.start && !end => new.start,
                    _ if at < old.end => {
                        if end && at > old.start {
                            new.end
                        } else {
                            new.start
                        }
                    }
                    _ => at - old.end + new.end,
                }
            };
            source.body = place(source.body, false);
            source.marked.iter_mut().for_each(|(range, _)| *range = place(range.start, false)..place(range.end, true));
            for removed in source.fields.cleaned.iter_mut().flat_map(|given| &mut given.removed) {
                removed.at = u32::try_from(place(removed.at as usize, false)).unwrap_or(u32::MAX);
            }
            source.text = text;
        }
        let fields = &mut source.fields;
        self.hide_all([&mut fields.title, &mut fields.source, &mut fields.author].into_iter().flatten());
        if let Some(given) = &mut fields.cleaned {
            let beside = given.removed.iter_mut().map(|removed| &mut removed.text).chain(&mut given.byline);
            self.hide_all(beside.chain(&mut given.dateline).chain(&mut given.caption));
        }
        fields.id.iter_mut().for_each(|id| self.hide_id(id));
        if let Some(file) = self.path(&source.file) {
            source.file = file;
        }
        let mut links = 0;
        let mut hidden = |address: &str| {
            let mask = readings(address).find_map(|address| patterns.anywhere(&address));
            mask.into_iter().for_each(|mask| {
                self.label(mask);
                links += 1;
            });
            mask.is_some()
        };
        fields.url = fields.url.take().filter(|address| !hidden(address));
        fields.further_sources.retain(|address| !hidden(address));
        if links > 0 {
            problems.push(Problem { file: source.file.clone(), line: source.line, kind: ProblemKind::MaskedLink });
        }
    }

    /// Takes masked names out of what the settings say.
    pub(crate) fn settings(&self, settings: &mut Settings) {
        if self.is_empty() {
            return;
        }
        let Settings { meta, topics, corrections, replies, removed, merges, splits, .. } = settings;
        self.hide_all([&mut meta.title, &mut meta.description].into_iter().chain(&mut meta.about));
        self.hide_all([&mut meta.publisher, &mut meta.licence].into_iter().flatten());
        for address in [&mut meta.contact, &mut meta.base_url] {
            *address = address.take().filter(|address| !readings(address).any(|address| self.holds(&address)));
        }
        for topic in topics {
            self.hide(&mut topic.name);
            self.hide_all(&mut topic.words);
        }
        for one in corrections {
            self.hide_id(&mut one.article);
            self.hide(&mut one.words);
            if let Right::Speaker(name) | Right::Name(name) = &mut one.right {
                self.hide(name);
            }
        }
        for one in replies {
            self.hide_id(&mut one.article);
            self.hide_all([&mut one.words, &mut one.reply.text].into_iter().chain(&mut one.reply.by));
            let url = one.reply.url.take();
            one.reply.url = url.filter(|address| !readings(address).any(|address| self.holds(&address)));
        }
        merges.iter_mut().for_each(|merge| self.hide_all(&mut merge.names));
        for split in splits {
            self.hide_all([&mut split.name, &mut split.label]);
            split.articles.iter_mut().for_each(|id| self.hide_id(id));
        }
        for (_, stone) in removed {
            self.hide_id(&mut stone.article);
            self.hide(&mut stone.reason);
        }
    }

    /// Takes masked names out of what is remembered: an address that had the name is given no more.
    pub(crate) fn lock(&self, lock: &mut Lock) {
        if self.is_empty() {
            return;
        }
        for (mut id, Known { file, mut wanted, hash }) in std::mem::take(&mut lock.articles) {
            self.hide_id(&mut id);
            self.hide_id(&mut wanted);
            let file = self.path(&file).unwrap_or(file);
            if !id.is_empty() && !wanted.is_empty() {
                lock.articles.entry(id).or_insert(Known { file, wanted, hash });
            }
        }
        for memory in [&mut lock.people, &mut lock.organisations, &mut lock.places, &mut lock.topics] {
            memory.retain(|slug, names| {
                names.retain(|name| !self.holds(name));
                !self.holds(slug) && !names.is_empty()
            });
        }
    }

    /// What is found in a source from which names were taken; nothing where one of them comes back every time, because
    /// cleaning or reading puts it together out of its parts.
    pub(crate) fn note(&self, source: &Source, keep: Kept<'_>) -> Option<Annotated> {
        let mut note = annotated(source, keep, |note| self.is_out_of(note));
        if self.is_empty() {
            return Some(note);
        }
        for _ in 0..ROUNDS {
            let found = self.left(&note);
            if found.is_empty() && !self.left_beside(&note) {
                return Some(note);
            }
            // Read anew from the clean text: what was cleaned away stands between no words now.
            let mut again = Source { line: source.line, ..Source::plain(&source.file, note.cleaned.text.clone()) };
            again.text = self.words(&self.replaced(&again.text, &found).0).into_owned();
            again.fields.clone_from(&source.fields);
            // What it told is in the note.
            again.fields.cleaned = None;
            if again.fields.title.is_none() {
                again.fields.title = note.title.take().filter(|_| !note.title_derived);
                again.fields.title.iter_mut().for_each(|title| self.hide(title));
            }
            again.fields.date = again.fields.date.or(note.published);
            again.fields.source = again.fields.source.or(note.publisher.take());
            let (caption, removed) = (note.cleaned.caption.take(), std::mem::take(&mut note.cleaned.removed));
            note = annotated(&again, keep, |note| self.is_out_of(note));
            note.cleaned.caption = note.cleaned.caption.or(caption);
            // They stand where the text began, since it is no longer known where they stood.
            let kept = removed.into_iter().map(|cut| crate::clean::Cut { at: 0, source: 0..0, ..cut });
            note.cleaned.removed.splice(0..0, kept);
            let beside = note.cleaned.removed.iter_mut().map(|cut| &mut cut.text);
            self.hide_all(beside.chain(&mut note.cleaned.caption));
        }
        self.is_out_of(&note).then_some(note)
    }

    /// Whether no masked name stands in what was found.
    fn is_out_of(&self, note: &Annotated) -> bool {
        self.is_empty() || self.left(note).is_empty() && !self.left_beside(note)
    }

    /// Where a name stands in a clean text, and where those are named who have it.
    fn left(&self, note: &Annotated) -> Vec<(Range<usize>, usize)> {
        let text = &note.cleaned.text;
        let mut found = self.find(text, Where::Text);
        let mut named = |name: &String, aliases: &[String], spans: &[Span]| {
            let mut masks = [name].into_iter().chain(aliases).flat_map(|name| self.find(name, Where::Address));
            let mask = masks.next().map(|(_, mask)| mask);
            found.extend(mask.into_iter().flat_map(|mask| spans.iter().map(move |span| (span.range(), mask))));
        };
        note.people.iter().for_each(|person| named(&person.name, &person.aliases, &person.mentions));
        let bodies = note.organisations.iter().chain(note.places.iter().map(|(place, _)| place));
        bodies.for_each(|body| named(&body.name, &body.aliases, &body.mentions));
        note.regulations.iter().for_each(|law| named(&law.as_printed, &[], &[law.span]));
        first_of_each(&mut found);
        found
    }

    /// Whether a name stands in something that is shown beside the text.
    fn left_beside(&self, note: &Annotated) -> bool {
        let cleaned = &note.cleaned;
        let words = [&note.title, &note.publisher, &cleaned.dateline, &cleaned.caption].into_iter().flatten();
        let words = words.chain(&note.byline).chain(cleaned.removed.iter().map(|cut| &cut.text));
        let names = note.people.iter().flat_map(|person| [&person.name].into_iter().chain(&person.aliases));
        let roles = note.people.iter().flat_map(|person| &person.roles);
        let roles = roles.flat_map(|role| [&role.as_printed, &role.office].into_iter().chain(&role.organisation));
        let bodies = note.organisations.iter().chain(note.places.iter().map(|(place, _)| place));
        let bodies = bodies.flat_map(|body| [&body.name].into_iter().chain(&body.aliases));
        let spoken = note.quotes.iter().filter_map(|quote| quote.role.as_ref());
        words.chain(spoken).any(|words| !self.find(words, Where::Text).is_empty())
            || names.chain(roles).chain(bodies).any(|name| self.holds(name))
    }
}

/// An address as it stands, and as it reads without percent signs.
fn readings(address: &str) -> impl Iterator<Item = String> {
    let mut next = Some(address.to_owned());
    std::iter::from_fn(move || {
        let now = next.take()?;
        let read = unquoted(&now).into_owned();
        next = (read != now).then_some(read);
        Some(now)
    })
    .take(4)
}
