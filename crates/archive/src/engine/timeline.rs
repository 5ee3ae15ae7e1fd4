//! The timeline: how an answer lies in time.

use crate::answer::{Bin, Scale};
use crate::model::Date;
use crate::model::day::{pack, unpack};

/// A histogram reads well with this many bars.
const FEWEST: usize = 12;
const MOST: usize = 60;

/// Scale and bins of an archive whose articles have these dates; `of` is counted, `count` is 0.
pub(super) fn bins(dates: impl Iterator<Item = Date>) -> (Scale, Vec<Bin>) {
    let number = |date: Date| u64::from(pack(date));
    let mut dates: Vec<u64> = dates.map(number).collect();
    dates.sort_unstable();
    let day = |number: Option<&u64>| number.and_then(|&number| unpack(number as u32));
    let (Some(first), Some(last)) = (day(dates.first()), day(dates.last())) else {
        return (Scale::default(), Vec::new());
    };
    let scale = scale(first, last);
    let mut bins = Vec::new();
    let mut left = dates.as_slice();
    let mut day = Some(first);
    while let Some(from) = day.filter(|&day| day <= last) {
        let (from, to) = around(from, scale);
        let inside = left.partition_point(|&date| date <= number(to));
        bins.push(Bin { from, to, count: 0, of: inside as u32 });
        left = &left[inside..];
        day = to.tomorrow().ok();
    }
    (scale, bins)
}

/// The bin that a day lies in; `bins` ascend without gaps.
pub(super) fn find(bins: &mut [Bin], date: Date) -> Option<&mut Bin> {
    let i = bins.partition_point(|bin| bin.to < date);
    bins.get_mut(i).filter(|bin| bin.from <= date)
}

/// The scale whose number of bars comes nearest to what reads well; of two that do, the finer one.
fn scale(first: Date, last: Date) -> Scale {
    let days = days(first, last);
    let months = (i32::from(last.year()) - i32::from(first.year())) * 12 + i32::from(last.month() - first.month());
    let years = i32::from(last.year()) - i32::from(first.year());
    let counts = [
        (Scale::Day, days),
        (Scale::Week, days / 7 + 1),
        (Scale::Month, months.unsigned_abs() as usize + 1),
        (Scale::Year, years.unsigned_abs() as usize + 1),
    ];
    // How far a number is off, as a ratio: 24 bars are as much below 48 as 96 are above it. Times 1,000, for integers.
    let off = |count: usize| (count * 1000 / MOST).max(FEWEST * 1000 / count).max(1000);
    counts.into_iter().min_by_key(|&(_, count)| off(count)).map_or(Scale::default(), |(scale, _)| scale)
}

/// How many days there are from `first` to `last`, both counted.
fn days(first: Date, last: Date) -> usize {
    let number = |date: Date| {
        let before = i32::from(date.year()) + 9_999;
        i64::from(before * 365 + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400))
            + i64::from(date.day_of_year())
    };
    usize::try_from(number(last) - number(first)).unwrap_or(0) + 1
}

/// First and last day of the bin around a day.
fn around(day: Date, scale: Scale) -> (Date, Date) {
    match scale {
        Scale::Year => (day.first_of_year(), day.last_of_year()),
        Scale::Month => (day.first_of_month(), day.last_of_month()),
        Scale::Week => {
            let since_monday = day.weekday().to_monday_zero_offset();
            let step = |mut day: Date, steps: i8, next: fn(Date) -> Result<Date, jiff::Error>| {
                for _ in 0..steps {
                    day = next(day).unwrap_or(day);
                }
                day
            };
            (step(day, since_monday, Date::yesterday), step(day, 6 - since_monday, Date::tomorrow))
        }
        Scale::Day => (day, day),
    }
}

#[cfg(test)]
mod tests {
    use super::{bins, days, find};
    use crate::answer::Scale;
    use crate::model::Date;
    use jiff::civil::date;

    fn between(first: Date, last: Date) -> (Scale, usize) {
        let (scale, bins) = bins([first, last].into_iter());
        (scale, bins.len())
    }

    #[test]
    fn the_scale_gives_a_readable_number_of_bars() {
        assert_eq!(between(date(2026, 1, 5), date(2026, 1, 5)), (Scale::Day, 1));
        assert_eq!(between(date(2026, 1, 1), date(2026, 1, 31)), (Scale::Day, 31));
        assert_eq!(between(date(2026, 1, 1), date(2026, 6, 30)), (Scale::Week, 27));
        assert_eq!(between(date(2023, 5, 9), date(2026, 1, 5)), (Scale::Month, 33));
        assert_eq!(between(date(1945, 8, 17), date(2026, 1, 5)), (Scale::Year, 82));
    }

    #[test]
    fn bins_follow_one_another_without_gaps_and_hold_every_day() {
        let days = [date(2025, 12, 28), date(2026, 2, 28), date(2026, 3, 1), date(2026, 5, 30)];
        let (scale, mut bins) = bins(days.into_iter());
        assert_eq!(scale, Scale::Week);
        assert!(bins.windows(2).all(|pair| pair[0].to.tomorrow().is_ok_and(|day| day == pair[1].from)));
        assert_eq!(bins.iter().map(|bin| bin.of).sum::<u32>(), 4);
        days.iter().for_each(|&day| assert!(find(&mut bins, day).is_some_and(|bin| bin.of > 0)));
        assert!(find(&mut bins, date(2024, 1, 1)).is_none());
    }

    #[test]
    fn dates_at_the_ends_of_the_calendar_do_no_harm() {
        let (scale, bins) = bins([Date::MIN, Date::MAX].into_iter());
        assert_eq!((scale, bins.len()), (Scale::Year, 19_999));
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        assert_eq!(days(date(2024, 2, 28), date(2024, 3, 1)), 3);
        assert_eq!(days(date(2023, 12, 31), date(2024, 1, 1)), 2);
        assert_eq!(days(date(1999, 1, 1), date(2001, 1, 1)), 732);
    }
}
