//! Figures of many, told by few: mean, median, 95th percentile and the longest.

use serde_json::{Value, json};

/// Tells many values, rounded to hundredths; where there are none, `null`.
pub(crate) fn tally(mut all: Vec<f64>) -> Value {
    all.sort_unstable_by(f64::total_cmp);
    let at =
        |share: usize| all.get((all.len() * share / 100).min(all.len().saturating_sub(1))).copied().map(hundredths);
    let mean = (!all.is_empty()).then(|| hundredths(all.iter().sum::<f64>() / all.len() as f64));
    json!({"n": all.len(), "mean": mean, "p50": at(50), "p95": at(95), "most": at(100)})
}

/// Rounds to hundredths.
pub(crate) fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_middle_and_the_end() {
        let told = tally((1..=100).map(f64::from).collect());
        assert_eq!(told, json!({"n": 100, "mean": 50.5, "p50": 51.0, "p95": 96.0, "most": 100.0}));
        assert_eq!(tally(Vec::new())["p50"], Value::Null);
    }
}
