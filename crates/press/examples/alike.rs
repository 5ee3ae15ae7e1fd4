//! What is listed as more like an article, for a person to judge.
//!
//! `cargo run --profile tools -p jejak-press --example alike -- ARTICLES [COUNT] [SEED]`
//!
//! Draws articles by a seed and prints under each what the engine lists, with what they share.

#![allow(clippy::expect_used, reason = "a program to measure with, not one that ships")]

use std::path::Path;

use jejak_archive::{Engine, Outcome, write};
use jejak_press::stem::Indonesian;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().expect("a file or a folder of articles");
    let mut number = |other: u64| arguments.next().map_or(other, |word| word.parse().expect("a number"));
    let (count, mut state) = (number(20), number(1));
    let pressed = if Path::new(&file).is_dir() {
        jejak_press::press_folder(Path::new(&file)).expect("the folder can be pressed")
    } else {
        let bytes = std::fs::read(&file).expect("the file can be read");
        jejak_press::press(std::iter::once((file, bytes)))
    };
    let engine = Engine::open(write(&pressed.archive, &Indonesian)).expect("just written");
    for _ in 0..count {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let article = ((state >> 33) % u64::from(engine.len().max(1))) as u32;
        let name = |article| {
            let head = engine.head(article).unwrap_or_default();
            format!(
                "{} {} ({})",
                head.date.map(|d| d.to_string()).unwrap_or_default(),
                head.title,
                head.publisher.unwrap_or_default()
            )
        };
        println!("\n# {}", name(article));
        let start = std::time::Instant::now();
        let Outcome::Ready(found) = engine.similar(article, 6) else { continue };
        let took = start.elapsed();
        for one in found {
            let shared: Vec<String> = one.shared.iter().map(|(kind, label)| format!("{kind:?} {label}")).collect();
            println!("  {:>5} {} -- {}", one.score, name(one.article), shared.join(", "));
        }
        println!("  in {took:?}");
    }
}
