//! RIS: a tag and a value a line.

use super::{Source, one_line};
use crate::Item;

/// Items as records, one behind the other. Lines end in CRLF, as the format has it.
#[must_use]
pub fn ris(source: &Source<'_>, items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        record(source, item, &mut |tag, value| {
            let value = one_line(value);
            if !value.is_empty() || tag == "ER" {
                [tag, "  - ", &value, "\r\n"].into_iter().for_each(|part| out.push_str(part));
            }
        });
    }
    out
}

fn record(source: &Source<'_>, item: &Item, line: &mut dyn FnMut(&str, &str)) {
    line("TY", "NEWS");
    line("ID", &item.cited_as());
    for name in &item.authors {
        // A comma would part family and given name.
        line("AU", &name.replace(',', " "));
    }
    line("TI", &item.title);
    line("T2", item.publisher.as_deref().unwrap_or_default());
    if let Some(date) = item.date {
        line("PY", &format!("{:04}", date.year()));
        line("DA", &format!("{:04}/{:02}/{:02}", date.year(), date.month(), date.day()));
    }
    line("UR", &item.readable(source).unwrap_or_default());
    line("LA", source.language);
    line("DB", source.archive);
    if let Some(note) = item.noted() {
        line("N1", &note);
        if !source.root.is_empty() {
            line("L2", &item.address(source.root));
        }
    }
    line("ER", "");
}
