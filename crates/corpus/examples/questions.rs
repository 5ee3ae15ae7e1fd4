//! Fixed questions to a fixed archive, for counting the engine's instructions (`cargo xtask test`, `cargo xtask record`).
//!
//! ```text
//! questions write FILE     presses invented articles into an archive
//! questions names          prints the names of the questions
//! questions ask FILE NAME  opens it and asks one, in a function that valgrind's callgrind can be told to count alone
//! ```

use std::error::Error;

use jejak_archive::query::{Choice, FacetKind, Query};
use jejak_archive::statements::{Grouping, StatementQuery};
use jejak_archive::{Engine, Outcome};
use jejak_corpus::Corpus;
use jejak_press::stem::Indonesian;

/// Enough for common words to have hundreds of places; pressed in some seconds without optimisation.
const ARTICLES: u64 = 400;

/// Words that stand in the invented articles, by what is asked with them.
const QUESTIONS: [(&str, &str); 8] = [
    ("one_word", "warga"),
    ("three_words", "warga kota jalan"),
    ("common_words", "yang di dan untuk"),
    ("phrase", "\"di kota\""),
    ("prefix", "pe*"),
    ("misspelt", "wargga"),
    ("excluded", "warga -kota"),
    ("everything", ""),
];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", file] => {
            let mut lines = Vec::new();
            Corpus::new(7).write(ARTICLES, &mut lines)?;
            let pressed = jejak_press::press(std::iter::once(("corpus.jsonl".to_owned(), lines)));
            Ok(std::fs::write(file, jejak_archive::write(&pressed.archive, &Indonesian))?)
        }
        ["names"] => {
            QUESTIONS.iter().map(|(name, _)| *name).chain(["speakers", "opened"]).for_each(|name| println!("{name}"));
            Ok(())
        }
        ["ask", file, name] => {
            let bytes = std::fs::read(file)?;
            if *name == "opened" {
                return counted_question(|| Engine::open(bytes).map(|engine| engine.len()))
                    .map(|_| ())
                    .map_err(Into::into);
            }
            let engine = Engine::open(bytes)?;
            let found = match QUESTIONS.iter().find(|(known, _)| known == name) {
                Some((_, words)) => counted_question(|| asked(&engine, words)),
                None => counted_question(|| said(&engine)),
            };
            println!("{}", found.ok_or("a whole archive lacks a part")?);
            Ok(())
        }
        _ => Err("usage: questions write FILE | names | ask FILE NAME".into()),
    }
}

/// Found by its name.
#[inline(never)]
fn counted_question<T>(question: impl FnOnce() -> T) -> T {
    question()
}

fn asked(engine: &Engine, words: &str) -> Option<u32> {
    match engine.answer(&Query { words: words.to_owned(), ..Query::default() }) {
        Outcome::Ready(answer) => Some(answer.total),
        Outcome::Needs(_) => None,
    }
}

/// Who says most, without one outlet.
fn said(engine: &Engine) -> Option<u32> {
    let choices =
        engine.sources().first().map(|one| Choice { facet: FacetKind::Source, value: one.slug.clone(), exclude: true });
    let query = Query { choices: choices.into_iter().collect(), ..Query::default() };
    match engine.statements(&StatementQuery { query, group: Some(Grouping::Speaker), ..StatementQuery::default() }) {
        Outcome::Ready(answer) => u32::try_from(answer.groups.len()).ok(),
        Outcome::Needs(_) => None,
    }
}
