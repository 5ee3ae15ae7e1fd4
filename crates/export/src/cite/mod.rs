//! Citations of an article, or of a statement in it, in five forms.
//!
//! **Names are never turned round.** Most Indonesian names have no family name, and what archives know does not say which
//! do. The Chicago Manual (17th edition, on names by country) indexes Indonesian names of several words without inversion
//! unless a family name is known, and APA keeps a name whole that does not part into given and family name. So a name
//! stands as printed, and the forms for programs mark it as one piece: braces in BibTeX, `literal` in CSL, no comma in RIS.
//!
//! A newspaper's article without an author begins with its headline in APA, with the newspaper in Chicago's bibliography.
//! The address is where the article was published, else where the archive shows it. Of a statement the archive's address
//! is always told, because it leads to the very words.

mod bibtex;
mod csl;
mod prose;
mod ris;

pub use bibtex::bibtex;
pub use csl::csl;
pub use prose::{Run, Style, prose};
pub use ris::ris;

use crate::Item;

/// Where items are cited from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source<'a> {
    /// What the archive is called.
    pub archive: &'a str,
    /// The site's root, ending in `/`; empty where it is not known.
    pub root: &'a str,
    /// The language of the articles, a BCP 47 tag.
    pub language: &'a str,
}

/// The words of citations in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording<'a> {
    /// What stands for a missing date: `t.t.`, `n.d.`
    pub undated: &'a str,
    /// The months, from the first on.
    pub months: [&'a str; 12],
    /// Whether the day stands before the month.
    pub day_first: bool,
    /// Between the last two names in Chicago's style.
    pub and: &'a str,
    /// For further names: `dkk.`, `et al.`
    pub others: &'a str,
    /// Between somebody's words and the work that prints them.
    pub quoted_in: &'a str,
    /// The same where the words are the reporter's.
    pub reported_in: &'a str,
    /// What stands for a speaker who is not known.
    pub nobody: &'a str,
}

impl Item {
    /// A key for programs: the article's id, for a statement with its anchor. Letters, digits, `-` and `_`.
    fn cited_as(&self) -> String {
        match &self.said {
            Some(said) => format!("{}-{}", self.article, said.anchor),
            None => self.article.clone(),
        }
    }

    /// Where it can be read: where it was published, else in the archive. None where neither address is whole.
    fn readable(&self, source: &Source<'_>) -> Option<String> {
        self.url.clone().or_else(|| (!source.root.is_empty()).then(|| self.address(source.root)))
    }

    /// A statement with its speaker in one line, for the notes of programs.
    fn noted(&self) -> Option<String> {
        let said = self.said.as_ref()?;
        let mut note = String::new();
        let role = said.role.as_deref().filter(|role| Some(*role) != said.speaker.as_deref());
        for part in [said.speaker.as_deref(), role].into_iter().flatten() {
            note.push_str(if note.is_empty() { "" } else { ", " });
            note.push_str(part);
        }
        note.push_str(if note.is_empty() { "" } else { ": " });
        let direct = said.kind == jejak_archive::model::QuoteKind::Direct;
        let (open, close) = if direct { ("“", "”") } else { ("", "") };
        [open, &said.words, close].into_iter().for_each(|part| note.push_str(part));
        Some(one_line(&note))
    }
}

/// A text in one line: whatever breaks or controls a line is a space, and several spaces are one.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
