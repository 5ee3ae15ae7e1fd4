//! What a year of an archive holds and lacks, in numbers.

use jejak_archive::answer::Bin;
use jejak_archive::{Date, keys};

use crate::state::site::Site;

/// So many of the longest stretches without articles are told.
const TOLD: usize = 5;
/// A stretch is told from so many days on: most papers rest for a day.
const LONG: u32 = 2;

/// A year, from the first to the last day of the archive in it.
pub(super) struct Year {
    /// Articles of its days.
    pub(super) articles: u32,
    /// Days without any.
    pub(super) empty: u32,
    /// The longest stretches of such days, in the order of time.
    pub(super) gaps: Vec<Gap>,
}

/// A stretch of days without articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gap {
    from: Date,
    to: Date,
    days: u32,
}

impl Year {
    /// Of bars of a day each, those between the ends of the archive.
    pub(super) fn of(days: &[Bin], (first, last): (Date, Date)) -> Self {
        let mut year = Self { articles: 0, empty: 0, gaps: Vec::new() };
        let mut open: Option<Gap> = None;
        for bin in days.iter().filter(|bin| first <= bin.from && bin.from <= last) {
            year.articles += bin.count;
            if bin.count > 0 {
                year.gaps.extend(open.take());
                continue;
            }
            year.empty += 1;
            let gap = open.get_or_insert(Gap { from: bin.from, to: bin.from, days: 0 });
            (gap.to, gap.days) = (bin.to, gap.days + 1);
        }
        year.gaps.extend(open);
        // The longest first, then the first; sorts of further types would be code that no other page needs.
        let key = |(gap, at): (&Gap, u64)| (gap.days >= LONG).then_some(u64::from(u32::MAX - gap.days) << 32 | at);
        let mut longest: Vec<u64> = year.gaps.iter().zip(0..).filter_map(key).collect();
        keys::sort(&mut longest);
        let told = longest.get(..longest.len().min(TOLD)).unwrap_or_default();
        let mut at = 0..;
        year.gaps.retain(|_| at.next().is_some_and(|at| told.iter().any(|key| *key as u32 == at)));
        year
    }
}

impl Gap {
    /// Its days in words.
    pub(super) fn said(self, site: &Site) -> String {
        let (text, words) = (site.text(), &site.text().record);
        words.gap().with(&text.date_short(self.from), &text.date_short(self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bins(counts: &[u32]) -> Vec<Bin> {
        let mut day = Date::constant(2025, 1, 1);
        let mut bin = |&count: &u32| {
            let bin = Bin { from: day, to: day, count, of: count };
            day = day.tomorrow().unwrap();
            bin
        };
        counts.iter().map(&mut bin).collect()
    }

    #[test]
    fn the_longest_stretches_without_articles_are_told_in_order() {
        let days = bins(&[0, 1, 0, 1, 0, 0, 2, 0, 0, 0, 1, 0, 0]);
        let day = |day| Date::constant(2025, 1, day);
        let year = Year::of(&days, (day(2), day(12)));
        assert_eq!((year.articles, year.empty), (5, 7), "days before and behind the archive do not count");
        let gaps: Vec<_> = year.gaps.iter().map(|gap| (gap.from, gap.to, gap.days)).collect();
        assert_eq!(gaps, [(day(5), day(6), 2), (day(8), day(10), 3)], "single days are not told");
        let many: Vec<u32> = (0..20).flat_map(|i| [1, 0, 0].into_iter().chain((i == 19).then_some(0))).collect();
        let gaps = Year::of(&bins(&many), (day(1), Date::constant(2025, 12, 31))).gaps;
        assert_eq!(gaps.len(), TOLD);
        assert!(gaps.is_sorted_by_key(|gap| gap.from) && gaps.iter().any(|gap| gap.days == 3));
    }
}
