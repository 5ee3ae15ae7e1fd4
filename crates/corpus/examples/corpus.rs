//! Writes invented articles to standard output, as JSON Lines.
//!
//! ```text
//! cargo run --profile tools -p jejak-corpus --example corpus -- COUNT [SEED] > articles.jsonl
//! ```

use std::io::{BufWriter, Write as _};
use std::process::ExitCode;

use jejak_corpus::Corpus;

fn main() -> ExitCode {
    let numbers: Result<Vec<u64>, _> = std::env::args().skip(1).map(|word| word.parse()).collect();
    let (count, seed) = match numbers.as_deref() {
        Ok([count]) => (*count, 1),
        Ok([count, seed]) => (*count, *seed),
        _ => {
            eprintln!("usage: corpus COUNT [SEED]");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    match Corpus::new(seed).write(count, &mut out).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("corpus: the articles could not be written: {error}");
            ExitCode::FAILURE
        }
    }
}
