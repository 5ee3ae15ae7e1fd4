//! How much of the processor work took: on a machine that does other things too, it tells more than the time.

/// Linux tells it in hundredths of a second, whatever the machine.
const TICKS: f64 = 100.0;
/// Where it stands in what Linux tells of a process, counted from behind its name: in the program and in the kernel, of
/// itself, then of the programs that it started and that have ended.
const OWN: usize = 11;
const STARTED: usize = 13;

/// Seconds of all cores that this process took so far, where Linux tells.
pub(crate) fn own() -> Option<f64> {
    seconds(OWN)
}

/// The same of the programs that it started and that have ended.
pub(crate) fn started() -> Option<f64> {
    seconds(STARTED)
}

fn seconds(from: usize) -> Option<f64> {
    of(&std::fs::read_to_string("/proc/self/stat").ok()?, from)
}

fn of(told: &str, from: usize) -> Option<f64> {
    // The name stands in brackets, and may hold anything.
    let (_, rest) = told.rsplit_once(')')?;
    let numbers = rest.split_whitespace().skip(from).take(2).map(|number| number.parse::<f64>().ok());
    Some(numbers.sum::<Option<f64>>()? / TICKS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_sums_whatever_the_name() {
        let told = "7 (a) b) S 1 7 7 0 -1 4194304 9 8 7 6 120 30 4000 500 20 0 3 0";
        assert_eq!(of(told, OWN), Some(1.5));
        assert_eq!(of(told, STARTED), Some(45.0));
        assert_eq!(of("7 (a", OWN), None);
    }
}
