//! Practice: what the worker presses while nobody waits for it, so that a visitor's own files find quick code.
//!
//! WHY: a browser compiles a function when it is first called, and compiles it well once it was called often. A press that has read
//! nothing yet takes two to three times as long for a thousand files as one that has. Between the moment in which the press is
//! there and the one in which files are chosen its thread has nothing to do.

use crate::make;

/// So many times [`practise`] is worth it; what comes later hardly gains.
pub const STEPS: u32 = 60;

/// Invented articles, in which most of what the press looks for can be found.
const ARTICLES: [(&str, &str); 4] = [
    ("jembatan", include_str!("../data/practice/jembatan.md")),
    ("pasar", include_str!("../data/practice/pasar.md")),
    ("pelantikan", include_str!("../data/practice/pelantikan.md")),
    ("stunting", include_str!("../data/practice/stunting.md")),
];

/// Presses a handful of articles, and lets go of what comes of it. It takes some tens of milliseconds, in which the worker hears
/// nothing; the first of these times much longer.
pub fn practise(step: u32) {
    let files = ARTICLES.into_iter().zip(0..).flat_map(|((name, text), nth)| {
        let other = written((step + nth) % 3, name, text);
        [(format!("{name}.md"), text.to_owned()), other]
    });
    drop(make(files.collect(), &[], |text: String| Ok(text.into_bytes()), &mut |_| {}));
}

/// The same article in another format.
fn written(format: u32, name: &str, text: &str) -> (String, String) {
    let (head, body) = text.trim_start_matches("---\n").split_once("---\n").unwrap_or_default();
    let title = head.lines().find_map(|line| line.strip_prefix("title: ")).unwrap_or_default();
    match format {
        0 => {
            let paragraphs: String = body.lines().map(|line| format!("<p>{line}</p>")).collect();
            let page = format!("<!doctype html><title>{title}</title><article><h1>{title}</h1>{paragraphs}</article>");
            (format!("lain/{name}.html"), page)
        }
        1 => (format!("lain/{name}.csv"), format!("judul,isi\n\"{title}\",\"{}\"\n", body.replace('"', "\"\""))),
        _ => (format!("lain/{name}.json"), serde_json::json!({ "title": title, "text": body }).to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each file is read, or practice would be of what goes wrong.
    #[test]
    fn all_that_is_practised_on_is_read() {
        for format in 0..3 {
            let files: Vec<(String, String)> =
                ARTICLES.into_iter().map(|(name, text)| written(format, name, text)).collect();
            let made = make(files, &[], |text| Ok(text.into_bytes()), &mut |_| {});
            assert_eq!((made.told.articles, made.told.found.len()), (4, 0), "{:?}", made.told.found);
            assert!(made.told.quotes >= 16, "{}", made.told.quotes);
        }
        practise(0);
    }
}
