//! Tables: CSV with commas, semicolons or tabs, one article a row, the first line naming the columns.
//!
//! WHY a guess at the separator: spreadsheets with Indonesian settings write semicolons under the name CSV. The one
//! that makes the first line name a column of texts is right; a file that no separator does that for is reported.

use csv::{ReaderBuilder, StringRecord};

use super::fields::{Taken, shorten};
use super::{Fields, LARGEST, Source};
use crate::problem::{Problem, ProblemKind};

/// What may stand between two fields, the first to be tried first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// How often a mark that is never closed is stepped over before the rest of the file is given up.
const STEPS: usize = 16;

/// Reads a table.
pub(crate) fn read(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Source> {
    let (declared, skipped) = declared(text);
    let body = text.get(skipped..).unwrap_or_default();
    let mut line = 1 + usize::from(skipped > 0);
    let headed = SEPARATORS.iter().chain(&declared).filter_map(|separator| {
        let columns = first_record(body, *separator)?;
        let known = columns.iter().any(is_text);
        Some((known, columns.len(), *separator, columns))
    });
    // Of equals the last is taken: a separator that the file itself declares wins.
    let Some((known, _, separator, columns)) = headed.max_by_key(|(known, fields, ..)| (*known, *fields)) else {
        return Vec::new();
    };
    if !known {
        let columns = shorten(&columns.iter().collect::<Vec<_>>().join(", "));
        problems.push(Problem {
            file: file.to_string(),
            line: Some(line),
            kind: ProblemKind::NoTextColumn { columns },
        });
        return Vec::new();
    }
    for column in columns.iter().filter(|column| !column.trim().is_empty()) {
        // The value is no matter: whether the name is known shows with an empty one.
        if let Taken::Problem(kind) = Fields::default().set(column, "") {
            problems.push(Problem { file: file.to_string(), line: Some(line), kind });
        }
    }
    let mut rows = Rows { file, columns: &columns, separator, sources: Vec::new(), problems };
    let mut rest = body;
    let mut headed = true;
    for _ in 0..STEPS {
        let Some(open) = rows.take(rest, line, headed) else { break };
        // What stands behind the line with the open mark is read once more, as rows of their own.
        let Some((_, behind)) = rest.split_at_checked(open).and_then(|(_, row)| row.split_once('\n')) else { break };
        let passed = rest.len() - behind.len();
        line += rest.bytes().take(passed).filter(|byte| *byte == b'\n').count();
        rest = behind;
        headed = false;
    }
    rows.sources
}

/// The separator that a first line `sep=;` declares, as spreadsheets write it, and how many bytes that line takes.
fn declared(text: &str) -> (Option<u8>, usize) {
    let first = text.lines().next().unwrap_or_default();
    let separator = first.trim().strip_prefix("sep=").and_then(|rest| match rest.as_bytes() {
        [separator] => Some(*separator),
        [] => Some(b'\t'),
        _ => None,
    });
    match separator {
        Some(separator) if separator.is_ascii() => (Some(separator), text.find('\n').map_or(text.len(), |end| end + 1)),
        _ => (None, 0),
    }
}

fn first_record(text: &str, separator: u8) -> Option<StringRecord> {
    builder(separator).from_reader(text.as_bytes()).records().next()?.ok()
}

fn builder(separator: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).flexible(true).has_headers(false);
    builder
}

fn is_text(column: &str) -> bool {
    matches!(Fields::default().set(column, ""), Taken::Text)
}

struct Rows<'a> {
    file: &'a str,
    columns: &'a StringRecord,
    separator: u8,
    sources: Vec<Source>,
    problems: &'a mut Vec<Problem>,
}

impl Rows<'_> {
    /// Reads rows; `before` is the number of the line that `text` starts in. Returns the first byte of a row whose last
    /// field is opened and never closed.
    fn take(&mut self, text: &str, before: usize, headed: bool) -> Option<usize> {
        let mut reader = builder(self.separator).from_reader(text.as_bytes());
        let mut record = StringRecord::new();
        let mut first = headed;
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => {
                    // The text is UTF-8 and rows may be of any length, so nothing else is expected here.
                    let line = error.position().map(|at| at.line());
                    self.report(line, before, ProblemKind::BadRow { found: 0, wanted: self.columns.len() });
                    continue;
                }
            }
            if std::mem::take(&mut first) {
                continue;
            }
            let position = record.position();
            let start = position.map_or(0, |at| usize::try_from(at.byte()).unwrap_or(text.len()));
            let line = position.map(csv::Position::line);
            let at_end = usize::try_from(reader.position().byte()).is_ok_and(|byte| byte >= text.len());
            if at_end && is_open(text.get(start..).unwrap_or_default(), self.separator) {
                self.report(line, before, ProblemKind::OpenField);
                return Some(start);
            }
            self.row(&record, line, before);
        }
    }

    fn row(&mut self, record: &StringRecord, line: Option<u64>, before: usize) {
        if record.iter().all(|field| field.trim().is_empty()) {
            return;
        }
        if record.len() != self.columns.len() {
            self.report(line, before, ProblemKind::BadRow { found: record.len(), wanted: self.columns.len() });
            return;
        }
        let mut fields = Fields::default();
        let mut text = None;
        for (column, value) in self.columns.iter().zip(record.iter()) {
            match fields.set(column, value) {
                // Where two columns are texts, the first that holds one is it.
                Taken::Text if text.is_none() && !value.trim().is_empty() => text = Some(value.to_string()),
                Taken::Problem(kind @ ProblemKind::BadValue { .. }) => self.report(line, before, kind),
                // A column that is not known was named once, with the first line.
                _ => {}
            }
        }
        let text = text.unwrap_or_default();
        if text.len() > LARGEST {
            self.report(line, before, ProblemKind::TooLarge { size: text.len(), limit: LARGEST });
            return;
        }
        let line = line_of(line, before);
        self.sources.push(Source { line, fields, ..Source::plain(self.file, text) });
    }

    fn report(&mut self, line: Option<u64>, before: usize, kind: ProblemKind) {
        self.problems.push(Problem { file: self.file.to_string(), line: line_of(line, before), kind });
    }
}

/// A line of the file: `line` counts from 1 in a text that starts in line `before`.
fn line_of(line: Option<u64>, before: usize) -> Option<usize> {
    line.map(|line| before - 1 + usize::try_from(line).unwrap_or(usize::MAX - before))
}

/// Whether a record's bytes end inside a field that a mark opened. A mark opens only where a field begins.
fn is_open(record: &str, separator: u8) -> bool {
    let mut open = false;
    let mut begins = true;
    for byte in record.bytes() {
        if byte == b'"' && (open || begins) {
            open = !open;
        }
        // A doubled mark closes the field and opens it again.
        begins = !open && (byte == separator || byte == b'\n' || byte == b'"');
    }
    open
}

#[cfg(test)]
mod tests {
    use super::{is_open, read};
    use crate::problem::Problem;
    use crate::read::Source;

    fn table(text: &str) -> (Vec<Source>, Vec<Problem>) {
        let mut problems = Vec::new();
        let sources = read("t.csv", text, &mut problems);
        (sources, problems)
    }

    #[test]
    fn the_separator_is_the_one_that_names_a_column_of_texts() {
        for text in [
            "judul,tanggal,isi\nApel,2026-01-05,\"Camat hadir, warga juga.\"\n",
            "judul;tanggal;isi\r\nApel;2026-01-05;\"Camat hadir, warga juga.\"\r\n",
            "judul\ttanggal\tisi\nApel\t2026-01-05\tCamat hadir, warga juga.\n",
            "sep=;\njudul;tanggal;isi\nApel;2026-01-05;Camat hadir, warga juga.",
        ] {
            let (sources, problems) = table(text);
            assert!(problems.is_empty(), "{text:?}: {problems:?}");
            assert_eq!(sources.len(), 1, "{text:?}");
            assert_eq!(sources[0].text, "Camat hadir, warga juga.");
            assert_eq!(sources[0].fields.title.as_deref(), Some("Apel"));
            assert!(sources[0].fields.date.is_some());
        }
    }

    #[test]
    fn damaged_rows_cost_only_themselves_and_are_named_by_line() {
        let text = "id,date,text,warna\na,2026-01-05,\"Dua\nbaris.\",x\nb,2026-01-06\nc,kemarin,Tiga.,y\n,,,\nd,2026-01-07,,z\n";
        let (sources, problems) = table(text);
        let ids: Vec<_> = sources.iter().map(|source| (source.fields.id.as_deref(), source.line)).collect();
        assert_eq!(ids, [(Some("a"), Some(2)), (Some("c"), Some(5)), (Some("d"), Some(7))]);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("t.csv:1: has a key that is not known: \"warna\""));
        assert!(said[1].starts_with("t.csv:4: has 2 fields where the first line names 4"));
        assert!(said[2].starts_with("t.csv:5: gives \"date\" a value"));
    }

    #[test]
    fn a_mark_never_closed_costs_its_row_and_not_the_rest() {
        let (sources, problems) = table("id,isi\na,\"Satu tanpa tutup\nb,Dua.\nc,Tiga.\n");
        assert_eq!(sources.iter().map(|s| s.fields.id.as_deref()).collect::<Vec<_>>(), [Some("b"), Some("c")]);
        assert_eq!(sources.iter().map(|s| s.line).collect::<Vec<_>>(), [Some(3), Some(4)]);
        assert_eq!(problems.len(), 1);
        assert!(problems[0].to_string().starts_with("t.csv:2: opens a field"));
        assert!(!is_open("a,\"x \"\"y\"\" z\"\n", b','));
        assert!(is_open("a,\"x\"\"\n", b','));
        assert!(!is_open("a,ia berkata \"ayo\" lalu\n", b','));
    }

    #[test]
    fn a_table_without_texts_says_which_columns_it_has() {
        let (sources, problems) = table("nama,umur\nSari,40\n");
        assert!(sources.is_empty());
        assert!(problems[0].to_string().contains("nama, umur"));
    }
}
