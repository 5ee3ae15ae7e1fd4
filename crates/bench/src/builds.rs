//! How long building takes beside the peers, all in one run and in turns, so that what else the machine does meets all of
//! them alike.

use std::path::Path;

use jejak_cli::site::Pages;
use serde_json::{Value, json};

use crate::browser::peers;
use crate::build::{self, Change};
use crate::tally::hundredths;
use crate::{Failure, Place};

/// Builds `rounds` times with each and tells each build, then the best of each beside Pagefind's best.
pub(crate) fn beside(place: &Place, named: &str, installed: &Path, rounds: usize) -> Result<(), Failure> {
    let articles = build::articles(place, named)?;
    let before = std::fs::read(&articles)?;
    let mut best: [(&str, [Option<f64>; 2]); 8] = [
        "Pagefind",
        "MiniSearch",
        "Jejak, without pages",
        "Jejak, with pages",
        "Jejak, with pages, after one changed article",
        "Jejak, with pages, after one article more",
        "Jejak, with pages, after one changed article, nothing kept",
        "Jejak, with pages, after one article more, nothing kept",
    ]
    .map(|who| (who, [None; 2]));
    for _ in 0..rounds {
        let built = [
            peers::pagefind(place, &articles, installed)?.built,
            peers::minisearch(place, &articles, installed)?.built,
            build::of(place, &articles, Pages::Few)?.0,
            build::of(place, &articles, Pages::All)?.0,
            build::again(place, &articles, Change::Sentence, true)?,
            build::again(place, &articles, Change::Article, true)?,
            build::again(place, &articles, Change::Sentence, false)?,
            build::again(place, &articles, Change::Article, false)?,
        ];
        std::fs::write(&articles, &before)?;
        for ((who, best), built) in best.iter_mut().zip(built) {
            println!("{}", json!({"who": who, "built": built}));
            for (best, figure) in best.iter_mut().zip(["seconds", "cpu_seconds"]) {
                *best = [*best, built[figure].as_f64()].into_iter().flatten().reduce(f64::min);
            }
        }
    }
    let pagefind = best[0].1;
    for (who, best) in best {
        let share = |nth: usize| best[nth].zip(pagefind[nth]).map(|(own, theirs)| hundredths(own / theirs));
        let told: Value = json!({"who": who, "best_seconds": best[0], "of_pagefind": share(0),
            "best_cpu_seconds": best[1], "cpu_of_pagefind": share(1)});
        println!("{told}");
    }
    Ok(())
}
