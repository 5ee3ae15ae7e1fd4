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
use crate::model::day::day_number;
use crate::query::Query;

/// A histogram reads well with this many bars.
const FEWEST: usize = 12;
const MOST: usize = 60;

/// Where nobody chose a stretch, bars leave out what lies far off, one article of so many and none of fewer than ten...
const FAR_OF: usize = 50;
const FEW: usize = 10;
/// ... if the archive is longer than so many days, and so many times as long as the rest.
const LONG: i64 = 730;
const TIMES: i64 = 3;
/// An answer of which more than one article of so many lies there shows the whole archive.
const MISSED_OF: usize = 10;

impl Engine {
    /// The first and the last day that an article is filed under.
    #[must_use]
    pub fn coverage(&self) -> Option<(Date, Date)> {
        self.heads.shelves.coverage
    }

    /// The dated articles, oldest first.
    fn in_time(&self) -> &[u32] {
        let all = self.heads.listed().oldest.articles.as_slice();
        all.get(..all.partition_point(|&article| self.day(article).is_some())).unwrap_or(all)
    }

    /// The day that an article is filed under, once questions can be asked.
    #[must_use]
    pub fn day(&self, article: u32) -> Option<Date> {
        self.heads.day(article)
    }

    /// The stretch in which all articles lie but a few far off, where there are such: one with a wrong date, or from long
    /// before the others, would leave these a corner of the bars.
    #[must_use]
    pub fn dense(&self) -> Option<(Date, Date)> {
        let (dated, (first, last)) = (self.in_time(), self.coverage()?);
        let far = if dated.len() < FEW { 0 } else { dated.len().div_ceil(FAR_OF) };
        let stretch = |start: usize| {
            let day = |place: usize| self.day(*dated.get(place)?);
            // A forged archive may tell of days and have no article with one.
            day(start).zip(day((start + dated.len()).checked_sub(far + 1)?))
        };
        let length = |from: Date, to: Date| day_number(to) - day_number(from);
        let shortest = (0..=far).filter_map(stretch).min_by_key(|&(from, to)| length(from, to));
        let (mut from, mut to) = shortest.filter(|_| far > 0)?;
        // What lies close by belongs to it, above all what is newest.
        let close = length(from, to);
        if length(to, last) <= close {
            to = last;
        }
        if length(first, from) <= close {
            from = first;
        }
        let whole = length(first, last);
        (whole > LONG && whole > TIMES * length(from, to)).then_some((from, to))
    }

    /// The days that bars show of an answer with these articles: those of the window, else where the archive is dense, if
    /// the dates asked for and nearly all of the articles lie there, else all. Never beyond the archive's own days, and
    /// no more years than bars can be told apart. What lies before those is counted as outside.
    #[inline(never)]
    fn shown(&self, query: &Query, articles: &mut dyn Iterator<Item = u32>) -> Option<(Date, Date)> {
        let all = self.coverage()?;
        let within =
            query.window.span.map(|(from, to)| (from.max(all.0), to.min(all.1))).filter(|(from, to)| from <= to);
        let dense = || {
            let dense = self.dense().filter(|_| query.window.span.is_none())?;
            let holds = |day: Date| dense.0 <= day && day <= dense.1;
            let asked = query.from.is_none_or(holds) && query.to.is_none_or(holds);
            let (mut dated, mut missed) = (0, 0);
            for day in articles.filter_map(|article| self.day(article)) {
                dated += 1;
                missed += usize::from(!holds(day));
            }
            (asked && missed * MISSED_OF <= dated).then_some(dense)
        };
        let (first, last) = within.or_else(dense).unwrap_or(all);
        let earliest = Date::new(last.year().saturating_sub(Scale::MOST_BARS as i16 - 1), 1, 1).unwrap_or(first);
        Some((first.max(earliest), last))
    }

    /// The bars of an answer with these articles; those of `held` are in them.
    pub(super) fn bins(&self, query: &Query, articles: &mut dyn Iterator<Item = u32>, held: &Bits) -> Timeline {
        let dated = self.in_time();
        let count = |places: Range<usize>| {
            let all = dated.get(places).unwrap_or_default();
            all.iter().filter(|&&article| held.holds(article)).count() as u32
        };
        let inside = count(0..dated.len());
        let mut timeline = Timeline { outside: inside, undated: held.len() - inside, ..Timeline::default() };
        let Some((first, last)) = self.shown(query, articles) else { return timeline };
        timeline.scale = scale(first, last, query.window.scale);
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
        let window = self.shown(query, &mut shown.iter());
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
        let in_time = self.in_time();
        Ok(keys.into_iter().filter_map(|place| in_time.get(place as usize).copied()).collect())
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
