//! Where things stand along the timeline: bars, labels and the chosen span, in percent of its width.
//!
//! Pure numbers, so that the drawing only has to write them down.

use jejak_archive::answer::{Bin, Scale, Timeline};
use jejak_archive::{Date, Query};

/// Most labels under the bars on a wide page.
const MOST_LABELS: usize = 9;
/// Most that a narrow page has room for; of more, every second one goes there.
const FEW_LABELS: usize = 4;

/// A word under the bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The bin at whose beginning it stands.
    pub bin: usize,
    /// What to write: the year, or the first day of a month.
    pub words: LabelWords,
    /// Whether it goes where there is little room.
    pub minor: bool,
}

/// What a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelWords {
    /// A year.
    Year(i16),
    /// A month of a year.
    Month(Date),
}

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

/// The labels of a timeline: at the beginning of years where bins are months or years, else of months.
#[must_use]
pub fn labels(timeline: &Timeline) -> Vec<Label> {
    let yearly = matches!(timeline.scale, Scale::Year | Scale::Month);
    let word = |bin: &Bin| {
        if yearly { LabelWords::Year(bin.from.year()) } else { LabelWords::Month(bin.from.first_of_month()) }
    };
    let mut all: Vec<(usize, LabelWords)> = Vec::new();
    for (at, bin) in timeline.bins.iter().enumerate() {
        if all.last().is_none_or(|(_, last)| *last != word(bin)) {
            all.push((at, word(bin)));
        }
    }
    // The first bin is often the end of a year: its label would run into the next one.
    if let [(first, _), (second, _), ..] = all.as_slice()
        && (second - first) * 12 < timeline.bins.len()
    {
        all.remove(0);
    }
    let every = all.len().div_ceil(MOST_LABELS).max(1);
    let crowded = all.len().div_ceil(every) > FEW_LABELS;
    let kept = all.into_iter().step_by(every).enumerate();
    kept.map(|(nth, (bin, words))| Label { bin, words, minor: crowded && nth % 2 == 1 }).collect()
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

/// The bin under a point `x` of a timeline `width` wide.
#[must_use]
pub fn bin_at(x: f64, width: f64, bins: usize) -> usize {
    if bins == 0 || width <= 0.0 || !x.is_finite() {
        return 0;
    }
    // A cast saturates, so a point outside the timeline is at its nearer end.
    ((x / width * bins as f64) as usize).min(bins - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(first_year: i16, first_month: i8, n: usize) -> Timeline {
        let mut from = Date::new(first_year, first_month, 1).unwrap();
        let mut bins = Vec::new();
        for _ in 0..n {
            let to = from.last_of_month();
            bins.push(Bin { from, to, count: 1, of: 1 });
            from = to.tomorrow().unwrap();
        }
        Timeline { scale: Scale::Month, bins, undated: 0 }
    }

    #[test]
    fn years_are_labelled_where_they_begin() {
        let labels = labels(&months(2024, 6, 20));
        let words: Vec<_> = labels.iter().map(|label| (label.bin, label.words)).collect();
        assert_eq!(words, [(0, LabelWords::Year(2024)), (7, LabelWords::Year(2025)), (19, LabelWords::Year(2026))]);
        assert!(super::labels(&months(1950, 12, 900)).len() <= MOST_LABELS);
        assert_eq!(super::labels(&months(2024, 12, 60))[0].words, LabelWords::Year(2025), "a crowded first label goes");
        assert!(super::labels(&Timeline::default()).is_empty());
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
    fn a_point_falls_into_a_bin_even_outside() {
        assert_eq!(bin_at(-5.0, 100.0, 10), 0);
        assert_eq!(bin_at(99.9, 100.0, 10), 9);
        assert_eq!(bin_at(500.0, 100.0, 10), 9);
        assert_eq!(bin_at(f64::NAN, 100.0, 10), 0);
    }

    #[test]
    fn small_counts_stay_visible() {
        assert_eq!(height(1, 10_000, 56), 3);
        assert_eq!(height(0, 10, 56), 0);
        assert_eq!(height(10, 10, 56), 56);
        assert_eq!(percent(1, 3), "33.33%");
    }
}
