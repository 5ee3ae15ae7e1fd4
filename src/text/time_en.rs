//! English: timelines.

use jejak_archive::answer::Scale;

use super::time::Words;
use super::words::say;

say! { Words:
    title: "Timeline",
    about: "Articles over time, in line with the offices and events that they report.",
    open: "Open the timeline",
    spans: "Span",
    last_months: "Last 12 months",
    steps: "Move and zoom",
    earlier: "Span before",
    later: "Span after",
    closer: "Zoom into this span",
    further: "Zoom out",
    dense: "Densest stretch",
    measure: "Measure",
    count: "Count",
    scales: "Scale",
    any_scale: "Automatic",
    scale: [Scale; Year: "Year", Month: "Month", Week: "Week", Day: "Day"],
    tenths: "{1,}.{2}",
    rate: "{1,}.{2} per 100 articles",
    top: "tallest bar {1,}",
    outside: "{1,} outside this stretch",
    column_articles: "Articles",
    column_rate: "Per 100 articles",
    offices: "Offices",
    offices_hint: "As articles print them, the most printed first. A dot is an article, the line runs from the day \
                   of the first article to that of the last.",
    events: "Events",
    events_hint: "{1,} of {2,} articles: those with most statements, by kind of event.",
    no_kind: "No event",
}
