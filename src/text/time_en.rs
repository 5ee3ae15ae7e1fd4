//! English: timelines.

use jejak_archive::answer::Scale;

use super::en::CALENDAR;
use super::time::Words;
use super::{grouped, tenths};

pub(super) static WORDS: Words = Words {
    title: "Timeline",
    about: "Articles over time, in line with the offices and events that they report.",
    open: "Open the timeline",
    month: |date| CALENDAR.short_month(date),
    spans: "Span",
    last_months: "Last 12 months",
    steps: "Move and zoom",
    earlier: "Span before",
    later: "Span after",
    closer: "Zoom into this span",
    further: "Zoom out",
    measure: "Measure",
    count: "Count",
    scales: "Scale",
    any_scale: "Automatic",
    scale: |scale| match scale {
        Scale::Year => "Year",
        Scale::Month => "Month",
        Scale::Week => "Week",
        Scale::Day => "Day",
    },
    tenths: |n| tenths(n, ',', '.'),
    rate: |n| format!("{} per 100 articles", tenths(n, ',', '.')),
    top: |n| format!("tallest bar {}", grouped(n, ',')),
    outside: |n| format!("{} outside this stretch", grouped(n, ',')),
    column_articles: "Articles",
    column_rate: "Per 100 articles",
    offices: "Offices",
    offices_hint: "As articles print them, the most printed first. A dot is an article, the line runs from the day of the first article \
                   to that of the last.",
    events: "Events",
    events_hint: |n, of| {
        format!("{} of {} articles: those with most statements, by kind of event.", grouped(n, ','), grouped(of, ','))
    },
    no_kind: "No event",
};
