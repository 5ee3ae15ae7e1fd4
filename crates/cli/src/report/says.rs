//! The lines for a person: one for each kind, with a count, a few examples, and what to do next.

use super::{Finding, Place};

/// So many cases of a kind are named.
const EXAMPLES: usize = 3;
/// So many characters of a statement are shown.
const WORDS: usize = 50;

/// What is said of the findings of a build.
#[derive(Debug)]
pub struct Says {
    /// The lines.
    pub lines: Vec<String>,
    /// Whether they leave out some of the cases.
    pub partial: bool,
}

impl Says {
    /// Puts the findings about so many articles and statements into words.
    #[must_use]
    pub fn of(findings: &[Finding], articles: usize, statements: usize) -> Self {
        let mut says = Self { lines: Vec::new(), partial: false };
        let undated = |finding: &Finding| match finding {
            Finding::NoDate { place } => Some(shown(place)),
            _ => None,
        };
        says.kind(findings, undated, |count, examples| {
            format!(
                "{count} of {articles} articles have no date, so no timeline and no period finds them: {examples}. Give \
                 each one: \"tanggal: 2026-01-31\" in front matter, \"date\" in JSON or a table"
            )
        });
        let clash = |finding: &Finding| match finding {
            Finding::WeekdayClash { place, weekday, date, is, .. } => {
                Some(format!("{} ({weekday} beside {date}, a {is})", shown(place)))
            }
            _ => None,
        };
        says.kind(findings, clash, |count, examples| {
            format!(
                "{count} printed weekdays are not those of their dates: {examples}. See which of the two is wrong; a \
                 [[correction]] in archive.toml sets an article's date"
            )
        });
        let unsaid = |finding: &Finding| match finding {
            Finding::NoSpeaker { place, words, .. } => Some(format!("{} (“{}”)", shown(place), cut(words))),
            _ => None,
        };
        says.kind(findings, unsaid, |count, examples| {
            format!(
                "{count} of {statements} statements have no speaker: {examples}. Where the text tells who speaks, a \
                 [[correction]] in archive.toml names them"
            )
        });
        let copies = |finding: &Finding| match finding {
            Finding::Copies { articles, alike } => {
                let named: Vec<String> = articles.iter().take(EXAMPLES).map(shown).collect();
                let more = articles.len().saturating_sub(EXAMPLES);
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                Some(format!("{}{more} ({alike} % alike)", named.join(" = ")))
            }
            _ => None,
        };
        says.kind(findings, copies, |count, examples| {
            let groups = if count == 1 { "group" } else { "groups" };
            format!(
                "{count} {groups} of articles are likely copies of one another: {examples}. Take out those that should \
                 not be there twice"
            )
        });
        for finding in findings {
            if let Finding::Host { host, of, most, has, file } = finding {
                let file = file.as_ref().map(|file| format!(" ({file})")).unwrap_or_default();
                let remedy = match of {
                    super::hosts::Of::FileBytes => "--parts lays the archive in smaller files",
                    _ => "--no-prerender writes far fewer files",
                };
                says.lines.push(format!(
                    "look: {host} takes at most {} {of}, this site has {}{file}: {remedy}, or choose another host",
                    grouped(*most),
                    grouped(*has)
                ));
            }
        }
        says
    }

    /// One line for all findings of a kind, which `example` knows.
    fn kind(
        &mut self,
        findings: &[Finding],
        example: impl Fn(&Finding) -> Option<String>,
        line: impl FnOnce(usize, &str) -> String,
    ) {
        let mut cases = findings.iter().filter_map(example);
        let named: Vec<String> = cases.by_ref().take(EXAMPLES).collect();
        let more = cases.count();
        if named.is_empty() {
            return;
        }
        self.partial |= more > 0;
        let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
        self.lines.push(format!("look: {}", line(named.len() + more, &format!("{}{rest}", named.join(", ")))));
    }
}

/// The file, and the id where the file does not tell it.
fn shown(place: &Place) -> String {
    match &place.file {
        Some(file) => {
            let name = file.rsplit('/').next().unwrap_or(file);
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            if stem == place.article { file.clone() } else { format!("{file}#{}", place.article) }
        }
        None => place.article.clone(),
    }
}

fn cut(words: &str) -> String {
    match words.char_indices().nth(WORDS).and_then(|(end, _)| words.get(..end)) {
        Some(begin) => format!("{}…", begin.trim_end()),
        None => words.to_owned(),
    }
}

/// A number with marks between its thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::hosts::Of;

    fn place(file: &str, article: &str) -> Place {
        Place { file: Some(file.to_owned()), article: article.to_owned() }
    }

    #[test]
    fn a_kind_is_one_line_with_a_few_examples_and_a_count() {
        let findings: Vec<Finding> =
            (0..9).map(|n| Finding::NoDate { place: place(&format!("berita/{n}.md"), &n.to_string()) }).collect();
        let says = Says::of(&findings, 12, 0);
        assert_eq!(says.lines.len(), 1);
        let line = &says.lines[0];
        assert!(line.starts_with("look: 9 of 12 articles have no date"), "{line}");
        assert!(line.contains("berita/0.md, berita/1.md, berita/2.md and 6 more.") && says.partial, "{line}");
        let two = Says::of(&findings[..2], 12, 0);
        assert!(!two.partial && !two.lines[0].contains("more"), "{two:?}");
        assert!(Says::of(&[], 12, 0).lines.is_empty());
    }

    #[test]
    fn every_kind_says_what_and_where() {
        let words = "Kami akan ".repeat(20);
        let findings = [
            Finding::WeekdayClash {
                place: place("a.md", "a"),
                printed: "2 Februari 2026".to_owned(),
                weekday: "Selasa".to_owned(),
                date: "2026-02-02".to_owned(),
                is: "Monday",
            },
            Finding::NoSpeaker { place: place("b.jsonl", "x1"), anchor: "k-1".to_owned(), words },
            Finding::Copies { articles: vec![place("c.md", "c"), place("d.md", "d")], alike: 93 },
            Finding::Host { host: "Netlify", of: Of::FolderEntries, most: 54_000, has: 61_234, file: None },
        ];
        let lines = Says::of(&findings, 4, 8).lines;
        assert!(lines[0].contains("a.md (Selasa beside 2026-02-02, a Monday)"), "{lines:?}");
        assert!(lines[1].contains("1 of 8 statements") && lines[1].contains("b.jsonl#x1 (“Kami akan"), "{lines:?}");
        assert!(lines[1].chars().count() < 250 && lines[2].contains("c.md = d.md (93 % alike)"), "{lines:?}");
        assert!(lines[3].contains("at most 54,000 entries in a folder, this site has 61,234"), "{lines:?}");
    }
}
