//! The ways to other views of a timeline: spans worth choosing, closer and further, counts and shares, scales.
//!
//! All of them are links, so each has an address before it is chosen, and a finger finds them where bars are too narrow.

use jejak_archive::answer::{Scale, Timeline};
use jejak_archive::query::Window;
use jejak_archive::{Date, Query};
use yew::Html;

use crate::markup::html;

use super::axis;
use super::draw::Drawing;
use crate::components::choices::{Choice, choices};
use crate::state::site::View;

/// The rows of links; `chosen` are the bins of the chosen span.
pub fn ways(drawing: Drawing<'_>, query: &Query, chosen: Option<(usize, usize)>) -> Html {
    let (site, timeline) = (drawing.site, drawing.timeline);
    let (text, words) = (site.text(), &site.text().time);
    let now = query.window;
    let way = |name: String, here: bool, next: Query| Choice { name, count: None, here, href: site.href(next) };
    let windowed = |name: &str, window: Window| way(name.to_owned(), window == now, Query { window, ..query.clone() });
    let dates = |name: String, span: Option<(Date, Date)>| {
        let (from, to) = span.unzip();
        let window = Window { span: None, ..now };
        way(name, (query.from, query.to) == (from, to), Query { from, to, window, ..query.clone() })
    };
    let mut spans = vec![dates(text.all_dates().to_owned(), None)];
    if let Some((first, last)) = site.library.coverage() {
        for day in [Some(last), before(last)].into_iter().flatten().filter(|day| day.year() >= first.year()) {
            spans.push(dates(day.year().to_string(), Some((day.first_of_year(), day.last_of_year()))));
        }
        let since = before(last).and_then(|day| day.tomorrow().ok());
        spans.extend(since.map(|since| dates(words.last_months().to_owned(), Some((since, last)))));
    }
    let mut steps = Vec::new();
    if let Some((a, b)) = chosen {
        let (last, size) = (timeline.bins.len() - 1, b - a + 1);
        let step = |name: &str, a: usize| way(name.to_owned(), false, axis::over(timeline, query, a, a + size - 1));
        steps.extend((a > 0).then(|| step(words.earlier(), a.saturating_sub(size))));
        steps.extend((b < last).then(|| step(words.later(), (a + size).min(last + 1 - size))));
        if let Some(span) = span(timeline, a, b).filter(|_| size <= last) {
            steps.push(windowed(words.closer(), Window { span: Some(span), ..now }));
        }
    }
    let (whole, dense) = (site.library.coverage(), site.library.dense());
    let shown = span(timeline, 0, timeline.bins.len() - 1);
    let less = whole.zip(shown).is_some_and(|(whole, shown)| whole.0 < shown.0 || shown.1 < whole.1);
    // Nothing chosen shows the whole archive, or where it is dense.
    let widest = whole.filter(|_| dense.is_some());
    let years = now.span.map(|(from, to)| (from.first_of_year(), to.last_of_year()));
    if now.span.is_some() && now.span == widest {
        steps.push(windowed(words.dense(), Window { span: None, ..now }));
    } else if now.span.is_some() || less && widest.is_some() {
        let span = years.filter(|_| years != now.span).or(widest);
        steps.push(windowed(words.further(), Window { span, ..now }));
    }
    let measures = [(words.count(), false), (words.column_rate(), true)];
    let measures = measures.map(|(name, share)| windowed(name, Window { share, ..now }));
    let mut scales = Vec::new();
    if site.view == View::Timeline {
        scales.push(windowed(words.any_scale(), Window { scale: None, ..now }));
        let days = span(timeline, 0, timeline.bins.len() - 1);
        let fits = |scale: &Scale| days.is_some_and(|(from, to)| scale.bars(from, to) <= Scale::MOST_BARS);
        let fitting = Scale::ALL.into_iter().filter(fits);
        scales.extend(fitting.map(|scale| windowed(words.scale().of(scale), Window { scale: Some(scale), ..now })));
    }
    if site.view == View::Articles {
        let href = site.on(View::Timeline).href(query.clone());
        scales.push(Choice { name: words.open().to_owned(), count: None, here: false, href });
    }
    html! {
        <div class="time-ways">
            { choices(words.spans(), spans) }
            { choices(words.steps(), steps) }
            { choices(words.measure(), measures.into()) }
            { choices(words.scales(), scales) }
        </div>
    }
}

/// The days from one bin to another.
fn span(timeline: &Timeline, a: usize, b: usize) -> Option<(Date, Date)> {
    Some((timeline.bins.get(a)?.from, timeline.bins.get(b)?.to))
}

/// The day a year before; the last of its month where there is no such day.
fn before(day: Date) -> Option<Date> {
    let year = day.year().checked_sub(1)?;
    Date::new(year, day.month(), day.day()).or_else(|_| Date::new(year, day.month(), 28)).ok()
}
