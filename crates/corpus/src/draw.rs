//! Drawing by chance that repeats: numbers from a seed, and values from a distribution that was counted.

use fastrand::Rng;

/// Draws for one article.
pub(crate) struct Draw(Rng);

impl Draw {
    /// The draws of article `number` in the corpus of `seed`.
    pub(crate) fn new(seed: u64, number: u64) -> Self {
        Self(Rng::with_seed(mixed(seed ^ mixed(number))))
    }

    /// A number below `end`, which is not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end)
    }

    /// A number from 0 up to, not including, 1.
    pub(crate) fn share(&mut self) -> f64 {
        self.0.f64()
    }

    /// Yes in `share` of all cases.
    pub(crate) fn chance(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// One of several, all alike.
    pub(crate) fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// A value from a table of quantiles, between which it grows evenly.
    pub(crate) fn quantile(&mut self, table: &[(f64, f64)]) -> f64 {
        between(table, self.share())
    }

    /// A rank below `end`, such that rank r comes in proportion to 1 / (r + 1).
    pub(crate) fn rank(&mut self, end: usize) -> usize {
        let rank = libm::exp(self.share() * libm::log(end as f64 + 1.0)) - 1.0;
        (rank as usize).min(end - 1)
    }
}

/// The value that a table of ascending pairs gives for `at`.
pub(crate) fn between(table: &[(f64, f64)], at: f64) -> f64 {
    let after = table.partition_point(|(share, _)| *share <= at).clamp(1, table.len() - 1);
    let ((low, from), (high, to)) = (table[after - 1], table[after]);
    from + (to - from) * ((at - low) / (high - low)).clamp(0.0, 1.0)
}

/// A number that looks drawn, from another: the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
pub(crate) fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_between_its_points_and_never_beyond_them() {
        let table = [(0.0, 10.0), (0.5, 20.0), (1.0, 100.0)];
        for (at, value) in [(0.0, 10.0), (0.25, 15.0), (0.5, 20.0), (0.75, 60.0), (1.0, 100.0), (2.0, 100.0)] {
            assert_eq!(between(&table, at), value, "{at}");
        }
    }

    #[test]
    fn low_ranks_come_most() {
        let mut draw = Draw::new(1, 1);
        let mut counts = [0_u32; 100];
        (0..10_000).for_each(|_| counts[draw.rank(100)] += 1);
        assert!(counts[0] > 1_200 && counts[0] < 1_800, "{}", counts[0]);
        assert!(counts[99] < 50);
    }
}
