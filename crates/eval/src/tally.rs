//! Counts, and the figures they give.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::Figure;
use crate::linking::BCubed;

/// Right, found and wanted of one slot.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    right: u32,
    found: u32,
    wanted: u32,
}

/// All counts.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    slots: BTreeMap<String, Counts>,
    /// By confidence in tenths: how many, how many right, and the sum of the confidences.
    bins: BTreeMap<u8, (u32, u32, f64)>,
}

#[derive(Serialize)]
struct Line<'a> {
    slot: &'a str,
    n: u32,
    precision: Option<f64>,
    recall: Option<f64>,
    f1: Option<f64>,
}

#[derive(Serialize)]
struct BinLine {
    slot: &'static str,
    from: f64,
    to: f64,
    n: u32,
    said: f64,
    right: f64,
}

impl Tally {
    /// Adds to a slot: how many were right, found and wanted.
    pub(crate) fn add(&mut self, slot: &str, right: usize, found: usize, wanted: usize) {
        let counts = self.slots.entry(slot.to_string()).or_default();
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        counts.right += number(right);
        counts.found += number(found);
        counts.wanted += number(wanted);
    }

    /// Adds one case that is right or wrong.
    pub(crate) fn case(&mut self, slot: &str, right: bool) {
        self.add(slot, usize::from(right), 1, 1);
    }

    /// Adds an attribution with its confidence in hundredths.
    pub(crate) fn confidence(&mut self, confidence: u8, right: bool) {
        let bin = self.bins.entry((confidence / 10).min(9)).or_default();
        bin.0 += 1;
        bin.1 += u32::from(right);
        bin.2 += f64::from(confidence) / 100.0;
    }

    /// The counts of each slot, then who is one person, where that was labelled.
    pub(crate) fn figures(&self, linking: Option<BCubed>) -> Vec<Figure> {
        let figure = |(slot, counts): (&String, &Counts)| Figure {
            slot: slot.clone(),
            right: counts.right,
            found: counts.found,
            wanted: counts.wanted,
        };
        let mut figures: Vec<Figure> = self.slots.iter().map(figure).collect();
        // Sums over mentions, rounded down: a figure that is compared has whole numbers.
        for (slot, sum, all) in linking.iter().flat_map(|linking| {
            [
                ("linking-precision", linking.precision, linking.mentions),
                ("linking-recall", linking.recall, linking.mentions),
            ]
        }) {
            figures.push(Figure { slot: slot.to_string(), right: sum as u32, found: all, wanted: all });
        }
        figures
    }

    /// Writes one slot a line, then the table of confidence against truth.
    pub(crate) fn write(&self, linking: Option<BCubed>, out: &mut impl Write) -> Result<(), io::Error> {
        let share = |part: u32, whole: u32| (whole > 0).then(|| round(f64::from(part) / f64::from(whole)));
        for (slot, counts) in &self.slots {
            let (precision, recall) = (share(counts.right, counts.found), share(counts.right, counts.wanted));
            let f1 = share(2 * counts.right, counts.found + counts.wanted);
            line(out, &Line { slot, n: counts.wanted, precision, recall, f1 })?;
        }
        if let Some(BCubed { mentions, precision, recall }) = linking {
            let (precision, recall) = (precision / f64::from(mentions), recall / f64::from(mentions));
            let f1 = Some(round(2.0 * precision * recall / (precision + recall)));
            let (precision, recall) = (Some(round(precision)), Some(round(recall)));
            line(out, &Line { slot: "linking", n: mentions, precision, recall, f1 })?;
        }
        for (bin, (n, right, said)) in &self.bins {
            let from = f64::from(*bin) / 10.0;
            let count = f64::from(*n);
            let (said, right) = (round(said / count), round(f64::from(*right) / count));
            line(out, &BinLine { slot: "confidence", from, to: from + 0.1, n: *n, said, right })?;
        }
        Ok(())
    }
}

fn line(out: &mut impl Write, value: &impl Serialize) -> Result<(), io::Error> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

fn round(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
