//! Citations as one reads them: APA (7th edition) and Chicago (17th edition, notes and bibliography).
//!
//! Of a statement there are two paragraphs: how it stands in a text, quoted at second hand (APA 8.6, Chicago 14.260), and
//! the entry of the article for the list of works. Words that are the reporter's stand without quotation marks.

use jejak_archive::model::{Date, QuoteKind};

use super::{Source, Wording, one_line};
use crate::{Item, Said};

/// A manual of style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The American Psychological Association's.
    Apa,
    /// The University of Chicago Press's.
    Chicago,
}

/// A piece of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its words.
    pub text: String,
    /// Whether it stands in italics.
    pub italic: bool,
}

/// A citation in a style: its paragraphs, each in runs. What they say one behind the other is the citation as plain text.
#[must_use]
pub fn prose(style: Style, source: &Source<'_>, wording: &Wording<'_>, item: &Item) -> Vec<Vec<Run>> {
    let pen = Pen { source, wording, item };
    let said = item.said.as_ref().map(|said| match style {
        Style::Apa => pen.apa_in_text(said),
        Style::Chicago => pen.chicago_note(said),
    });
    let entry = match style {
        Style::Apa => pen.apa(),
        Style::Chicago => pen.chicago(),
    };
    said.into_iter().chain([entry]).map(|paragraph| paragraph.0).collect()
}

struct Pen<'a> {
    source: &'a Source<'a>,
    wording: &'a Wording<'a>,
    item: &'a Item,
}

/// A paragraph that is being written.
#[derive(Default)]
struct Paragraph(Vec<Run>);

impl Paragraph {
    fn put(&mut self, text: &str) -> &mut Self {
        self.run(text, false)
    }

    fn run(&mut self, text: &str, italic: bool) -> &mut Self {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.italic == italic => last.text.push_str(text),
            _ => self.0.push(Run { text: text.to_owned(), italic }),
        }
        self
    }

    /// Ends a sentence, unless its words did.
    fn stop(&mut self) -> &mut Self {
        let ended = self.0.last().is_some_and(|run| ends(run.text.trim_end_matches(['”', '’', ']'])));
        self.put(if ended { "" } else { "." })
    }

    /// A further sentence.
    fn then(&mut self, text: &str) -> &mut Self {
        if !self.0.is_empty() {
            self.put(" ");
        }
        self.put(text)
    }
}

fn ends(text: &str) -> bool {
    text.ends_with(['.', '!', '?', '…'])
}

impl Pen<'_> {
    fn authors(&self) -> Vec<String> {
        self.item.authors.iter().map(|name| one_line(name)).filter(|name| !name.is_empty()).collect()
    }

    fn title(&self) -> String {
        one_line(&self.item.title)
    }

    fn publisher(&self) -> Option<String> {
        self.item.publisher.as_deref().map(one_line).filter(|name| !name.is_empty())
    }

    fn month(&self, date: Date) -> &str {
        let month = usize::try_from(date.month() - 1).unwrap_or(0);
        self.wording.months.get(month).copied().unwrap_or_default()
    }

    /// The address, and for a statement the archive with the address of its words.
    fn close(&self, out: &mut Paragraph) {
        if let Some(url) = self.item.readable(self.source) {
            out.then(&url);
        }
        if self.item.said.is_some() && self.item.url.is_some() && !self.source.root.is_empty() {
            out.put(".").then(self.source.archive).put(", ").put(&self.item.address(self.source.root));
        }
    }

    // APA

    fn apa(&self) -> Paragraph {
        let mut out = Paragraph::default();
        let (title, authors) = (self.title(), apa_names(&self.authors()));
        // A headline that was made from the text is a description, not a title.
        let title = if self.item.derived { format!("[{title}]") } else { title };
        if !authors.is_empty() {
            out.put(&authors).stop();
            out.then(&format!("({}).", self.apa_date()));
            out.then(&title).stop();
        } else {
            out.put(&title).stop();
            out.then(&format!("({}).", self.apa_date()));
        }
        if let Some(publisher) = self.publisher() {
            out.put(" ").run(&publisher, true).stop();
        }
        self.close(&mut out);
        out
    }

    fn apa_date(&self) -> String {
        let Some(date) = self.item.date else { return self.wording.undated.to_owned() };
        let (year, month, day) = (date.year(), self.month(date), date.day());
        if self.wording.day_first { format!("{year}, {day} {month}") } else { format!("{year}, {month} {day}") }
    }

    /// `“Words” (Speaker, role, as cited in Author, 2026).`
    fn apa_in_text(&self, said: &Said) -> Paragraph {
        let mut out = Paragraph::default();
        let words = one_line(&said.words);
        match said.kind {
            QuoteKind::Direct => out.put(&format!("“{}”", nested(words.trim_end_matches(['.', ','])))),
            QuoteKind::Reported => out.put(words.trim_end_matches(['.', ','])),
        };
        let authors = self.authors();
        let work = match authors.as_slice() {
            [] if self.item.derived => format!("[{}]", self.title()),
            [] => format!("“{}”", nested(&self.title())),
            [one] => one.clone(),
            [one, two] => format!("{one} & {two}"),
            [first, ..] => format!("{first} {}", self.wording.others),
        };
        let year = self.item.date.map_or_else(|| self.wording.undated.to_owned(), |date| date.year().to_string());
        out.put(&format!(" ({}, {} {work}, {year}).", self.speaker(said), self.from(said)));
        out
    }

    fn from(&self, said: &Said) -> &str {
        match said.kind {
            QuoteKind::Direct => self.wording.quoted_in,
            QuoteKind::Reported => self.wording.reported_in,
        }
    }

    fn speaker(&self, said: &Said) -> String {
        let name = said.speaker.as_deref().map(one_line).unwrap_or_else(|| self.wording.nobody.to_owned());
        match said.role.as_deref().map(one_line).filter(|role| *role != name) {
            Some(role) => format!("{name}, {role}"),
            None => name,
        }
    }

    // Chicago

    /// The entry of a bibliography.
    fn chicago(&self) -> Paragraph {
        let mut out = Paragraph::default();
        let (authors, publisher) = (self.chicago_names(), self.publisher());
        let lead = if authors.is_empty() { publisher.clone() } else { None };
        if !authors.is_empty() {
            out.put(&authors).stop().put(" ");
        } else if let Some(publisher) = &lead {
            out.run(publisher, true).stop().put(" ");
        }
        self.chicago_title(&mut out, true);
        if let Some(publisher) = publisher.filter(|_| lead.is_none()) {
            out.put(" ").run(&publisher, true).put(",");
        }
        out.then(&self.chicago_date()).stop();
        self.close(&mut out);
        if self.item.readable(self.source).is_some() {
            out.put(".");
        }
        out
    }

    /// The headline in quotation marks with the stop or comma inside.
    fn chicago_title(&self, out: &mut Paragraph, stop: bool) {
        let title = nested(&self.title());
        let mark = match stop {
            _ if title.ends_with(['!', '?']) => "",
            true if title.ends_with(['.', '…']) => "",
            true => ".",
            false => ",",
        };
        out.put("“").put(if stop { &title } else { title.trim_end_matches('.') }).put(mark).put("”");
    }

    fn chicago_date(&self) -> String {
        let Some(date) = self.item.date else { return self.wording.undated.to_owned() };
        let (year, month, day) = (date.year(), self.month(date), date.day());
        if self.wording.day_first { format!("{day} {month} {year}") } else { format!("{month} {day}, {year}") }
    }

    fn chicago_names(&self) -> String {
        let and = self.wording.and;
        match self.authors().as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [one, two] => format!("{one} {and} {two}"),
            // More than ten: the first seven (Chicago 14.76).
            all if all.len() > 10 => {
                format!("{}, {}", all.get(..7).unwrap_or_default().join(", "), self.wording.others)
            }
            [start @ .., last] => format!("{}, {and} {last}", start.join(", ")),
        }
    }

    /// `Speaker, role, “Words,” quoted in Author, “Headline,” Publisher, January 19, 2026, address.`
    fn chicago_note(&self, said: &Said) -> Paragraph {
        let mut out = Paragraph::default();
        out.put(&self.speaker(said)).put(", ");
        let words = one_line(&said.words);
        let bare = words.trim_end_matches(['.', ',']);
        match said.kind {
            QuoteKind::Direct if bare.ends_with(['!', '?']) => out.put(&format!("“{}” ", nested(bare))),
            QuoteKind::Direct => out.put(&format!("“{},” ", nested(bare))),
            QuoteKind::Reported => out.put(bare).put(", "),
        };
        out.put(self.from(said)).put(" ");
        let authors = self.chicago_names();
        if !authors.is_empty() {
            out.put(&authors).put(", ");
        }
        self.chicago_title(&mut out, false);
        if let Some(publisher) = self.publisher() {
            out.put(" ").run(&publisher, true).put(",");
        }
        out.then(&self.chicago_date());
        let address =
            if self.source.root.is_empty() { self.item.url.clone() } else { Some(self.item.address(self.source.root)) };
        if let Some(address) = address {
            out.put(", ").put(&address);
        }
        out.stop();
        out
    }
}

/// Names as APA's reference list has them: up to twenty, of more the first nineteen and the last.
fn apa_names(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} & {two}"),
        [start @ .., last] if all.len() > 20 => {
            format!("{}, . . . {last}", start.get(..19).unwrap_or_default().join(", "))
        }
        [start @ .., last] => format!("{}, & {last}", start.join(", ")),
    }
}

/// A text that comes into quotation marks: those inside become single ones.
fn nested(text: &str) -> String {
    let mut open = false;
    let single = |c: char| match c {
        '“' | '„' | '«' => '‘',
        '”' | '»' => '’',
        '"' => {
            open = !open;
            if open { '‘' } else { '’' }
        }
        _ => c,
    };
    text.chars().map(single).collect()
}
