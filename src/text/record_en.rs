//! English: people, organisations, topics and quotes.

use jejak_archive::model::Standing;
use jejak_archive::query::FacetKind;

use super::en::{CALENDAR, counted};
use super::record::Words;

pub(super) static WORDS: Words = Words {
    also: |names| format!("Also written {}", names.join(", ")),
    called: |names| format!("Titles and degrees as printed: {}", names.join(", ")),
    named_in: |n| format!("named in {}", counted(n, "article", "articles")),
    statements_in: |n, articles| match n {
        0 => "No statements".to_owned(),
        n => format!("{} in {}", counted(n, "statement", "statements"), counted(articles, "article", "articles")),
    },
    missing: |facet, slug| {
        let what = match facet {
            FacetKind::Organisation => "organisation",
            FacetKind::Topic => "topic",
            _ => "person",
        };
        format!("This archive knows no {what} “{slug}”. The address may have changed or been cut.")
    },
    private: |name, n| {
        format!(
            "{name} is named in {}, but neither speaks nor holds an office there. So there is no page of its own.",
            counted(n, "article", "articles")
        )
    },
    private_articles: |name| format!("Articles that name {name}"),

    roles: "Offices",
    roles_hint: "As articles print them. The days are those of the first and the last article that shows the office, \
                 not the beginning and end of a term.",
    standing: |standing| match standing {
        Standing::Definitive => "definitive",
        Standing::Acting => "Pj",
        Standing::Interim => "Pjs",
        Standing::TaskHolder => "Plt",
        Standing::DayToDay => "Plh",
    },
    standing_means: |standing| match standing {
        Standing::Definitive => "holds the office itself; articles print it without Pj, Pjs, Plt or Plh",
        Standing::Acting => "Penjabat: fills a vacant office until somebody is appointed to it",
        Standing::Interim => {
            "Penjabat Sementara: fills the office while its holder is on leave or kept away for a time"
        }
        Standing::TaskHolder => "Pelaksana Tugas: carries out the tasks of a vacant office beside an own one",
        Standing::DayToDay => "Pelaksana Harian: stands in day by day while the holder is kept away",
    },
    standings: "What the standings mean",
    role_days: |from, to| match from == to {
        true => format!("only on {}", CALENDAR.short(from)),
        false => format!("{} – {}", CALENDAR.short(from), CALENDAR.short(to)),
    },
    role_undated: "undated",
    role_articles: |n| format!("shown by {}", counted(n, "article", "articles")),
    differ: |office, a, b| {
        format!(
            "Articles differ about {office}: {} ({}), but {} ({}). Both are shown as printed; this archive does \
             not decide which is right.",
            a.standing, a.days, b.standing, b.days
        )
    },
    change: |office, a, b| {
        format!(
            "The standing printed as {office} is not the same over time: {} ({}), then {} ({}). That may be an \
             appointment, or only another way of writing it.",
            a.standing, a.days, b.standing, b.days
        )
    },
    holders: "Office holders",
    related: "What the same articles name",
    holders_hint: "As articles print them; the days are those of the first and the last article.",

    over_time: "Statements over time",
    over_time_bar: |span, n| format!("{span}: {}", counted(n, "statement", "statements")),
    as_table: "As a table",
    column_time: "Time",
    column_statements: "Statements",
    column_articles: "Articles in the archive",
    undated: |n| format!("{} in articles without a date", counted(n, "statement", "statements")),

    statements: "Statements, newest first",
    statements_of_topic: "Statements in articles on this topic",
    no_statements: "This archive holds no statement of it.",
    filter_statements: "Filter and group these statements",
    search_within: "Search among these statements",
    clear_within: "All statements on this page",
    context: "See in context",
    in_article: "in the article",
    cue: |cue| format!("Cue: “{cue}”."),
    printed_role: "printed as",
    in_force: |role, days| format!("by other articles of that time {role} ({days})"),

    with: "Named together",
    with_hint: "The number of articles that name both.",
    more: |n| format!("{n} more"),
    articles_in: |label, n| format!("{label}, {}", counted(n, "article", "articles")),
    statements_by: |label, n| format!("{label}, {}", counted(n, "statement", "statements")),
    explore_all: |n| format!("Explore {}", counted(n, "article", "articles")),

    quotes: "Quotes",
    quotes_about: "All statements in the archive: those quoted word for word, and those in the reporter's words.",
    kind: "Kind",
    kind_all: "All",
    confidence: "Certainty (0–100)",
    confidence_least: |n| format!("{n} and above"),
    confidence_below: |n| format!("below {n}"),
    group: "Group by",
    group_none: "No groups",
    group_speaker: "Speaker",
    group_topic: "Topic",
    group_month: "Month",
    order: "Order",
    filters: "Filters, groups and order",
    group_all: |n| format!("See all {}", counted(n, "statement", "statements")),
    group_part: |shown, n| format!("{shown} of {}", counted(n, "statement", "statements")),
    role_only: "Only an office is printed",
    unknown: "Speaker not known",
    no_topic: "Without a topic",
    empty: "No statement fits",
    empty_next: "Loosen the filters, or begin again from all statements.",
    clear: "All statements",
};
