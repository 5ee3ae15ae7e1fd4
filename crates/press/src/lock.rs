//! `jejak.lock`: the addresses that an archive has given.
//!
//! WHY: a link to an article, a statement or a person is kept in other people's texts. What an address is made of
//! changes all the same: a longer form of a name turns up, a second file has the same name, a file is moved. So the
//! press is told which addresses it gave before, and gives them again. It does no I/O for it: the lock is a file among
//! its input and a value of its result.
//!
//! The file is TOML with a line for each address, sorted, so that a change of the archive is a small change of the file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use toml::de::{DeTable, DeValue};

/// The name of the lock, beside the settings.
pub const LOCK: &str = "jejak.lock";

/// The version of the file's form.
const VERSION: &str = "1";

const HEAD: &str = "# The addresses that this archive has given. `jejak build` reads and writes this file so that links \
last:\n# keep it with the articles. Without it, addresses are given anew.\n";

/// The addresses of one kind: by slug, the names that it stands for. The first is the one it is known by.
pub type Memory = BTreeMap<String, Vec<String>>;

/// The addresses that an archive has given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// Articles by id.
    pub articles: BTreeMap<String, Known>,
    /// People.
    pub people: Memory,
    /// Organisations.
    pub organisations: Memory,
    /// Places.
    pub places: Memory,
    /// Topics.
    pub topics: Memory,
}

/// By what an article is known again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// The file that it came from, as named to the press.
    pub file: String,
    /// The id that it asks for; another than it has where that one was taken.
    pub wanted: String,
    /// A hash of its text.
    pub hash: String,
}

/// Why a lock could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockError {
    /// The line, counted from 1, where one is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub cause: String,
}

impl Lock {
    /// Reads a lock.
    ///
    /// # Errors
    /// It is no TOML, of another version, or a line is none of a lock's.
    pub fn read(text: &str) -> Result<Self, LockError> {
        let error = |at: usize, cause: &str| LockError { line: Some(line_of(text, at)), cause: cause.to_owned() };
        let table = DeTable::parse(text).map_err(|error| LockError {
            line: error.span().map(|span| line_of(text, span.start)),
            cause: error.message().to_owned(),
        })?;
        let mut lock = Self::default();
        let mut versioned = false;
        for (key, value) in table.get_ref() {
            let at = key.span().start;
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("version", DeValue::Integer(version)) if version.as_str() == VERSION => versioned = true,
                ("version", _) => {
                    return Err(error(at, "it is of another version than 1; use the jejak that wrote it"));
                }
                ("articles", DeValue::Table(rows)) => {
                    for (id, row) in rows {
                        let known = strings(row.get_ref()).and_then(|row| Known::of(id.get_ref(), row));
                        let known = known.filter(|_| is_id(id.get_ref()));
                        let known = known.ok_or_else(|| error(id.span().start, "this line is no article's"))?;
                        lock.articles.insert(id.get_ref().to_string(), known);
                    }
                }
                (kind, DeValue::Table(rows)) => {
                    let memory = lock.memory(kind).ok_or_else(|| error(at, "this part is none of a lock's"))?;
                    for (slug, row) in rows {
                        let names = strings(row.get_ref()).filter(|names| !names.is_empty() && is_id(slug.get_ref()));
                        let names = names.ok_or_else(|| error(slug.span().start, "this line is no slug's"))?;
                        memory.insert(slug.get_ref().to_string(), names);
                    }
                }
                _ => return Err(error(at, "this part is none of a lock's")),
            }
        }
        if versioned { Ok(lock) } else { Err(error(0, "it has no version")) }
    }

    /// The file's text. Equal locks have equal texts.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{HEAD}version = {VERSION}\n");
        let mut part = |name: &str, rows: &mut dyn Iterator<Item = (&String, Vec<&String>)>| {
            let _ = write!(text, "\n[{name}]\n");
            for (key, row) in rows {
                let row: Vec<String> = row.iter().map(|value| quoted(value)).collect();
                let _ = writeln!(text, "{key} = [{}]", row.join(", "));
            }
        };
        part("articles", &mut self.articles.iter().map(|(id, known)| (id, known.row(id))));
        for (name, memory) in [
            ("people", &self.people),
            ("organisations", &self.organisations),
            ("places", &self.places),
            ("topics", &self.topics),
        ] {
            part(name, &mut memory.iter().map(|(slug, names)| (slug, names.iter().collect())));
        }
        text
    }

    fn memory(&mut self, kind: &str) -> Option<&mut Memory> {
        Some(match kind {
            "people" => &mut self.people,
            "organisations" => &mut self.organisations,
            "places" => &mut self.places,
            "topics" => &mut self.topics,
            _ => return None,
        })
    }
}

impl Known {
    fn of(id: &str, row: Vec<String>) -> Option<Self> {
        let mut row = row.into_iter();
        let (file, hash) = (row.next()?, row.next()?);
        let wanted = row.next().unwrap_or_else(|| id.to_owned());
        row.next().is_none().then_some(Self { file, wanted, hash })
    }

    /// Most articles have the id that they ask for; it is written only where another is.
    fn row(&self, id: &str) -> Vec<&String> {
        let mut row = vec![&self.file, &self.hash];
        row.extend(Some(&self.wanted).filter(|wanted| *wanted != id));
        row
    }
}

/// A list of texts.
fn strings(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|value| value.get_ref().as_str().map(str::to_owned)).collect()
}

fn is_id(key: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    !key.is_empty() && key.bytes().all(plain)
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The line that a byte of a text lies in, counted from 1.
pub(crate) fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::{Known, Lock};

    fn lock() -> Lock {
        let known = |file: &str, wanted: &str| Known { file: file.into(), wanted: wanted.into(), hash: "00ff".into() };
        let mut lock = Lock::default();
        lock.articles.insert("apel".into(), known("a/Apel.txt", "apel"));
        lock.articles.insert("apel-00ff".into(), known("b/\"Apel\"\\\u{7}\n.txt", "apel"));
        lock.people.insert("sari-dewi".into(), vec!["sari dewi".into(), "sari".into()]);
        lock.topics.insert("2024".into(), vec!["Tahun 2024".into()]);
        lock
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = lock().text();
        assert_eq!(Lock::read(&text), Ok(lock()), "{text}");
        assert_eq!(Lock::read(&Lock::default().text()), Ok(Lock::default()));
    }

    #[test]
    fn damage_is_named_with_its_line() {
        let whole = lock().text();
        let line = |text: &str| Lock::read(text).expect_err(text).line;
        assert_eq!(line(""), Some(1), "an empty file remembers nothing");
        assert_eq!(line(&whole.replace("version = 1", "version = 2")), Some(3));
        assert_eq!(line(&whole.replace("[people]\n", "[people]\n<<<<<<< HEAD\n")), Some(10));
        assert_eq!(line(&whole.replace("sari-dewi =", "\"../x\" =")), Some(10));
        assert_eq!(line(&whole.replace("[\"Tahun 2024\"]", "3")), Some(17));
        assert_eq!(line("version = 1\n[weather]\n"), Some(2));
        for end in 0..whole.len() {
            // Cut between two lines it is a lock that knows less, which nobody can tell.
            let cut = &whole[..end];
            assert!(Lock::read(cut).is_err() || cut.ends_with(['\n', ']', '1']), "{cut}");
        }
    }
}
