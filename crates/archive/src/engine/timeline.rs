//! The timeline: how an answer lies in time, over the whole archive or a stretch of it.

use std::ops::Range;

use super::Engine;
use super::bits::Bits;
use super::facets::Filters;
use super::parts::Missing;
use super::search::Together;
use crate::answer::{Bin, Outcome, Scale, Timeline};
use crate::keys;
use crate::model::Date;
use crate::query::{Query, Window};

/// A histogram reads well with this many bars.
const FEWEST: usize = 12;
const MOST: usize = 60;

impl Engine {
    /// The first and the last day that an article is filed under.
    #[must_use]
    pub fn coverage(&self) -> Option<(Date, Date)> {
        self.heads.shelves.coverage
    }

    /// The dated articles, oldest first.
    fn in_time(&self) -> &[u32] {
        let all = self.heads.listed().oldest.articles.as_slice();
        &all[..all.partition_point(|&article| self.day(article).is_some())]
    }

    /// The day that an article is filed under, once questions can be asked.
    #[must_use]
    pub fn day(&self, article: u32) -> Option<Date> {
        self.heads.day(article)
    }

    /// The days that a window shows: never beyond the archive's own, and no more years than bars can be told apart. What
    /// lies before those is counted as outside.
    fn shown(&self, window: Window) -> Option<(Date, Date)> {
        let all = self.coverage()?;
        let within = window.span.map(|(from, to)| (from.max(all.0), to.min(all.1))).filter(|(from, to)| from <= to);
        let (first, last) = within.unwrap_or(all);
        let earliest = Date::new(last.year().saturating_sub(Scale::MOST_BARS as i16 - 1), 1, 1).unwrap_or(first);
        Some((first.max(earliest), last))
    }

    /// The bars of a window with these articles in them.
    pub(super) fn bins(&self, window: Window, articles: &Bits) -> Timeline {
        let dated = self.in_time();
        let count = |places: Range<usize>| {
            let all = dated.get(places).unwrap_or_default();
            all.iter().filter(|&&article| articles.holds(article)).count() as u32
        };
        let inside = count(0..dated.len());
        let mut timeline = Timeline { outside: inside, undated: articles.len() - inside, ..Timeline::default() };
        let Some((first, last)) = self.shown(window) else { return timeline };
        timeline.scale = scale(first, last, window.scale);
        let before = |end: Date, inside: bool| {
            dated.partition_point(|&article| self.day(article).is_some_and(|day| day < end || inside && day == end))
        };
        let mut day = Some(first);
        while let Some(from) = day.filter(|&day| day <= last) {
            let (from, to) = timeline.scale.around(from);
            let places = before(from, false)..before(to, true);
            let (of, count) = (places.len() as u32, count(places));
            timeline.bins.push(Bin { from, to, count, of });
            timeline.outside -= count;
            day = to.tomorrow().ok();
        }
        timeline
    }

    /// Counts something in an article in that one's bar; one outside the window has none.
    pub(super) fn note(&self, article: u32, timeline: &mut Timeline) {
        match self.day(article) {
            Some(day) => {
                let i = timeline.bins.partition_point(|bin| bin.to < day);
                match timeline.bins.get_mut(i).filter(|bin| bin.from <= day) {
                    Some(bin) => bin.count += 1,
                    None => timeline.outside += 1,
                }
            }
            None => timeline.undated += 1,
        }
    }

    /// The dated articles of an answer that hold most statements, at most `most`, oldest first: those inside the window
    /// that answer the query with its dates.
    #[must_use]
    pub fn events(&self, query: &Query, most: usize) -> Outcome<Vec<u32>> {
        match self.try_events(query, most) {
            Ok(events) => Outcome::Ready(events),
            Err(missing) => Outcome::Needs(missing.into_parts()),
        }
    }

    fn try_events(&self, query: &Query, most: usize) -> Result<Vec<u32>, Missing> {
        self.counted_there(&query.words)?;
        self.facets_there(&query.choices)?;
        let found = self.find_all(self.look_up(super::parse::parse(&query.words).clauses)?)?;
        let Together { articles, .. } = self.together(&found);
        let shown: Bits = Filters::new(self, query).pass(&articles, true, None);
        let window = self.shown(query.window);
        let inside = |day: Date| window.is_some_and(|(from, to)| from <= day && day <= to);
        // The most statements first, then the oldest, in one number.
        let key = |(&article, place): (&u32, u64)| {
            let wanted = shown.holds(article) && self.day(article).is_some_and(inside);
            wanted.then(|| u64::from(u32::MAX - self.heads.quotes(article)) << 32 | place)
        };
        let mut keys: Vec<u64> = self.in_time().iter().zip(0..).filter_map(key).collect();
        keys::sort(&mut keys);
        keys.truncate(most);
        // By place alone they stand in time.
        keys.iter_mut().for_each(|key| *key &= 0xffff_ffff);
        keys::sort(&mut keys);
        Ok(keys.into_iter().map(|place| self.in_time()[place as usize]).collect())
    }
}

/// The scale asked for, where it gives no more bars than can be told apart; else the one whose number of bars comes
/// nearest to what reads well, and of two that do, the finer one.
fn scale(first: Date, last: Date, wanted: Option<Scale>) -> Scale {
    let count = |scale: Scale| scale.bars(first, last);
    if let Some(scale) = wanted.filter(|&scale| count(scale) <= Scale::MOST_BARS) {
        return scale;
    }
    // How far a number is off, as a ratio: 24 bars are as much below 48 as 96 are above it. Times 1,000, for integers.
    let off = |scale: &Scale| (count(*scale) * 1000 / MOST).max(FEWEST * 1000 / count(*scale)).max(1000);
    Scale::ALL.into_iter().rev().min_by_key(off).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::scale;
    use crate::answer::Scale;
    use crate::model::Date;
    use jiff::civil::date;

    fn between(first: Date, last: Date) -> (Scale, usize) {
        let scale = scale(first, last, None);
        (scale, scale.bars(first, last))
    }

    #[test]
    fn the_scale_gives_a_readable_number_of_bars() {
        assert_eq!(between(date(2026, 1, 5), date(2026, 1, 5)), (Scale::Day, 1));
        assert_eq!(between(date(2026, 1, 1), date(2026, 1, 31)), (Scale::Day, 31));
        assert_eq!(between(date(2026, 1, 1), date(2026, 6, 30)), (Scale::Week, 27));
        assert_eq!(between(date(2026, 1, 1), date(2026, 12, 31)), (Scale::Week, 53));
        assert_eq!(between(date(2023, 5, 9), date(2026, 1, 5)), (Scale::Month, 33));
        assert_eq!(between(date(1945, 8, 17), date(2026, 1, 5)), (Scale::Year, 82));
    }

    #[test]
    fn a_wanted_scale_is_taken_unless_its_bars_could_not_be_told_apart() {
        let year = (date(2024, 1, 1), date(2024, 12, 31));
        assert_eq!(scale(year.0, year.1, Some(Scale::Day)), Scale::Day);
        assert_eq!(scale(year.0, date(2025, 12, 31), Some(Scale::Day)), Scale::Month);
        assert_eq!(scale(Date::MIN, Date::MAX, Some(Scale::Week)), Scale::Year);
    }
}
