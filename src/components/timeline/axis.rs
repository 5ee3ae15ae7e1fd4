//! Where things stand along the timeline: bars, labels, days and the chosen span, in percent of its width.
//!
//! Pure numbers, so that the drawing only has to write them down.

use jejak_archive::answer::{Bin, Scale, Timeline};
use jejak_archive::{Date, Query};

/// Most labels under the bars on a wide page.
const MOST_LABELS: usize = 9;
/// Most that a narrow page has room for; of more, every second one goes there.
const FEW_LABELS: usize = 4;
/// Up to so many bars a month each are labelled by month.
const MONTHS: usize = 30;

/// Where a word stands under the bars: its bin, and whether it goes where there is little room.
pub type Label = (usize, bool);

/// Share of the width, as an SVG percentage.
#[must_use]
pub fn percent(part: usize, of: usize) -> String {
    // Hundredths of a percent are finer than a pixel; whole numbers read the same everywhere.
    let hundredths = part * 10_000 / of.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// Height of a bar in `room` pixels: linear, and at least 3 where there is something at all.
#[must_use]
pub fn height(count: u32, most: u32, room: u32) -> u32 {
    if count == 0 {
        return 0;
    }
    let tall = u64::from(count) * u64::from(room) / u64::from(most.max(1));
    u32::try_from(tall).unwrap_or(room).clamp(3, room)
}

/// How tall a bar is to be: its count, or for shares how many of 1,000 articles.
#[must_use]
pub fn value(bin: &Bin, share: bool) -> u32 {
    if share { rate(bin.count, bin.of) } else { bin.count }
}

/// How many of 1,000: tenths of a percent, rounded.
#[must_use]
pub fn rate(count: u32, of: u32) -> u32 {
    let (count, of) = (u64::from(count), u64::from(of.max(1)));
    u32::try_from((count * 1000 + of / 2) / of).unwrap_or(u32::MAX)
}

/// Whether bars are labelled by year; else by month, or where a bar is a day by day.
fn yearly(timeline: &Timeline) -> bool {
    timeline.scale == Scale::Year || timeline.scale == Scale::Month && timeline.bins.len() > MONTHS
}

/// The label of a bin, with the words for a month and for a day.
#[must_use]
pub fn label(timeline: &Timeline, bin: &Bin, month: &dyn Fn(Date) -> String, day: &dyn Fn(Date) -> String) -> String {
    match timeline.scale {
        Scale::Day => day(bin.from),
        _ if yearly(timeline) => bin.from.year().to_string(),
        _ => month(bin.from),
    }
}

/// The labels of a timeline: where a year, a month or a day begins, as its bars are long.
#[must_use]
pub fn labels(timeline: &Timeline) -> Vec<Label> {
    let (scale, bins) = (timeline.scale, &timeline.bins);
    let step = match scale {
        Scale::Day => scale,
        _ if yearly(timeline) => Scale::Year,
        _ => Scale::Month,
    };
    let begins = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| bins.get(before));
        bins.get(*at).is_some_and(|bin| before.is_none_or(|before| step.bars(before.from, bin.from) > 1))
    };
    let mut all: Vec<usize> = (0..bins.len()).filter(begins).collect();
    // The first bin is often the end of a year: its label would run into the next one.
    if let [first, second, ..] = all.as_slice()
        && (second - first) * 8 <= bins.len()
        && step != scale
    {
        all.remove(0);
    }
    let every = all.len().div_ceil(MOST_LABELS).max(1);
    let mut all: Vec<usize> = all.into_iter().step_by(every).collect();
    // One near the right edge ends at its bin instead of beginning there, and would run into the one before.
    if let [.., before, last] = all.as_slice()
        && at_end(*last, bins.len())
        && (last - before) * 6 < bins.len()
    {
        all.pop();
    }
    let crowded = all.len() > FEW_LABELS;
    all.into_iter().enumerate().map(|(nth, bin)| (bin, crowded && nth % 2 == 1)).collect()
}

/// Whether a label at a bin ends there, because there is no room for it behind.
#[must_use]
pub fn at_end(bin: usize, bins: usize) -> bool {
    bin * 100 > bins * 88
}

/// How a label stands at its bin, as SVG has it: it begins there; where that would take it over the right edge of a
/// narrow page its middle is there; and at the edge its end.
#[must_use]
pub fn anchor(bin: usize, bins: usize) -> &'static str {
    match bin {
        _ if at_end(bin, bins) => "end",
        _ if bin * 100 > bins * 80 => "middle",
        _ => "start",
    }
}

/// Where a day lies, in hundredths of a percent of the width; days outside are at the nearer end.
#[must_use]
pub fn place(timeline: &Timeline, day: Date) -> usize {
    let bins = &timeline.bins;
    let at = bins.partition_point(|bin| bin.to < day);
    let inside = bins.get(at).map_or(0, |bin| {
        let length = Scale::Day.bars(bin.from, bin.to);
        // The middle of the day, so that a bar of one day has its marks in its middle.
        if bin.from <= day { (Scale::Day.bars(bin.from, day) * 2 - 1) * 5_000 / length } else { 0 }
    });
    (at * 10_000 + inside) / bins.len().max(1)
}

/// The bins that the query's dates choose: first and last, or none where no date is set or no bin lies between.
#[must_use]
pub fn chosen(timeline: &Timeline, query: &Query) -> Option<(usize, usize)> {
    if query.from.is_none() && query.to.is_none() {
        return None;
    }
    let wanted = |bin: &Bin| query.from.is_none_or(|from| bin.to >= from) && query.to.is_none_or(|to| bin.from <= to);
    Some((timeline.bins.iter().position(wanted)?, timeline.bins.iter().rposition(wanted)?))
}

/// The query whose dates are the bins from `a` to `b`, in either order.
#[must_use]
pub fn over(timeline: &Timeline, query: &Query, a: usize, b: usize) -> Query {
    let day = |at: usize, of: fn(&Bin) -> Date| timeline.bins.get(at).map(of);
    Query { from: day(a.min(b), |bin| bin.from), to: day(a.max(b), |bin| bin.to), page: 0, ..query.clone() }
}

/// The same where one end of the chosen span was moved: the other one keeps its day, which may be inside a bin.
#[must_use]
pub fn moved(timeline: &Timeline, query: &Query, a: usize, b: usize) -> Query {
    let mut next = over(timeline, query, a, b);
    if let Some((first, last)) = chosen(timeline, query) {
        if a.min(b) == first {
            next.from = query.from.or(next.from);
        }
        if a.max(b) == last {
            next.to = query.to.or(next.to);
        }
    }
    next
}

/// The bin under a point `x` of a timeline `width` wide, moved by `off` of a bin.
#[must_use]
pub fn bin_at(x: f64, width: f64, bins: usize, off: f64) -> usize {
    if bins == 0 || width <= 0.0 || !x.is_finite() {
        return 0;
    }
    // A cast saturates, so a point outside the timeline is at its nearer end.
    ((x / width * bins as f64 + off) as usize).min(bins - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(scale: Scale, mut day: Date, n: usize) -> Timeline {
        let mut bins = Vec::new();
        for _ in 0..n {
            let (from, to) = scale.around(day);
            bins.push(Bin { from, to, count: 1, of: 1 });
            day = to.tomorrow().unwrap();
        }
        Timeline { scale, bins, ..Timeline::default() }
    }

    fn months(year: i16, month: i8, n: usize) -> Timeline {
        cut(Scale::Month, Date::constant(year, month, 1), n)
    }

    fn words(timeline: &Timeline) -> Vec<(usize, String)> {
        let day = |day: Date| day.day().to_string();
        let word =
            |at: usize| label(timeline, &timeline.bins[at], &|day| format!("{}/{}", day.month(), day.year()), &day);
        labels(timeline).into_iter().map(|(at, _)| (at, word(at))).collect()
    }

    #[test]
    fn labels_stand_where_years_months_or_days_begin() {
        let is = |timeline: &Timeline, expected: &[(usize, &str)]| {
            assert_eq!(words(timeline).iter().map(|(at, word)| (*at, word.as_str())).collect::<Vec<_>>(), expected);
        };
        is(&months(2024, 6, 32), &[(0, "2024"), (7, "2025"), (19, "2026"), (31, "2027")]);
        let crowded = months(2024, 6, 22);
        assert_eq!(words(&crowded).last(), Some(&(18, "12/2025".to_owned())), "no room for the label of March 2026");
        is(&months(2024, 12, 60), &[(1, "2025"), (13, "2026"), (25, "2027"), (37, "2028"), (49, "2029")]);
        is(&months(2025, 11, 4), &[(0, "11/2025"), (1, "12/2025"), (2, "1/2026"), (3, "2/2026")]);
        assert!(labels(&months(1950, 12, 900)).len() <= MOST_LABELS);
        assert!(labels(&Timeline::default()).is_empty());
        let days = Timeline { scale: Scale::Day, ..cut(Scale::Day, Date::constant(2026, 1, 30), 4) };
        is(&days, &[(0, "30"), (1, "31"), (2, "1"), (3, "2")]);
        let weeks = cut(Scale::Week, Date::constant(2025, 12, 29), 8);
        is(&weeks, &[(1, "1/2026"), (5, "2/2026")]);
    }

    #[test]
    fn a_span_of_bins_and_the_dates_say_the_same() {
        let timeline = months(2024, 1, 24);
        let query = over(&timeline, &Query::default(), 4, 2);
        assert_eq!((query.from, query.to), (Date::new(2024, 3, 1).ok(), Date::new(2024, 5, 31).ok()));
        assert_eq!(chosen(&timeline, &query), Some((2, 4)));
        let open = Query { to: None, ..query };
        assert_eq!(chosen(&timeline, &open), Some((2, 23)));
        assert_eq!(chosen(&timeline, &Query::default()), None);
    }

    #[test]
    fn the_end_that_is_not_moved_keeps_its_typed_day() {
        let timeline = months(2024, 1, 24);
        let typed = Query { from: Date::new(2024, 3, 10).ok(), ..Query::default() };
        let next = moved(&timeline, &typed, 2, 5);
        assert_eq!((next.from, next.to), (typed.from, Date::new(2024, 6, 30).ok()));
        assert_eq!(moved(&timeline, &typed, 3, 23).from, Date::new(2024, 4, 1).ok());
    }

    #[test]
    fn a_point_falls_into_a_bin_even_outside() {
        assert_eq!(bin_at(-5.0, 100.0, 10, 0.0), 0);
        assert_eq!(bin_at(99.9, 100.0, 10, 0.0), 9);
        assert_eq!(bin_at(500.0, 100.0, 10, 0.0), 9);
        assert_eq!(bin_at(f64::NAN, 100.0, 10, 0.0), 0);
        // The end behind bin 4 is drawn near the edge, on either side of it.
        assert_eq!((bin_at(48.0, 100.0, 10, -0.5), bin_at(52.0, 100.0, 10, -0.5)), (4, 4));
    }

    #[test]
    fn days_lie_where_their_bars_stand() {
        let timeline = months(2024, 1, 2);
        let at = |m, d| place(&timeline, Date::constant(2024, m, d));
        assert_eq!((at(1, 16), at(2, 15)), (2_500, 7_500));
        assert_eq!(place(&timeline, Date::constant(1999, 1, 1)), 0);
        assert_eq!(place(&timeline, Date::constant(2030, 1, 1)), 10_000);
        assert_eq!(place(&Timeline::default(), Date::constant(2024, 1, 1)), 0);
    }

    #[test]
    fn a_label_keeps_inside_the_right_edge() {
        assert_eq!([10, 80, 81, 88, 89].map(|bin| anchor(bin, 100)), ["start", "start", "middle", "middle", "end"]);
    }

    #[test]
    fn small_counts_stay_visible() {
        assert_eq!(height(1, 10_000, 56), 3);
        assert_eq!(height(0, 10, 56), 0);
        assert_eq!(height(10, 10, 56), 56);
        assert_eq!(percent(1, 3), "33.33%");
        assert_eq!((rate(1, 3), rate(2, 3), rate(0, 0), rate(u32::MAX, 1)), (333, 667, 0, u32::MAX));
    }
}
