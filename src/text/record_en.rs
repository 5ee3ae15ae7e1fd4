//! English: people, organisations, topics and quotes.

use jejak_archive::model::Standing;

use super::record::Words;
use super::words::say;

say! { Words:
    also: "Also written {1}",
    called: "Titles and degrees as printed: {1}",
    named_in: "named in {1,} {1|article|articles}",
    statements_in: "No statements¦{1,} {1|statement|statements} in {2,} {2|article|articles}",
    missing: "This archive knows no {1} “{2}”. The address may have changed or been cut.",
    missing_what: ["person", "organisation", "topic"],
    private: "{1} is named in {2,} {2|article|articles}, but neither speaks nor holds an office there. So there is \
              no page of its own.",
    private_articles: "Articles that name {1}",

    roles: "Offices",
    roles_hint: "As articles print them. The days are those of the first and the last article that shows the \
                 office, not the beginning and end of a term.",
    standing: [Standing; Definitive: "definitive", Acting: "Pj", Interim: "Pjs", TaskHolder: "Plt", DayToDay: "Plh"],
    standing_means: [Standing;
        Definitive: "holds the office itself; articles print it without Pj, Pjs, Plt or Plh",
        Acting: "Penjabat: fills a vacant office until somebody is appointed to it",
        Interim: "Penjabat Sementara: fills the office while its holder is on leave or kept away for a time",
        TaskHolder: "Pelaksana Tugas: carries out the tasks of a vacant office beside an own one",
        DayToDay: "Pelaksana Harian: stands in day by day while the holder is kept away",
    ],
    standings: "What the standings mean",
    role_days: "{1} – {2}",
    role_day: "only on {1}",
    role_undated: "undated",
    role_articles: "shown by {1,} {1|article|articles}",
    differ: "Articles differ about {1}: {2} ({3}), but {4} ({5}). Both are shown as printed; this archive does not \
             decide which is right.",
    change: "The standing printed as {1} is not the same over time: {2} ({3}), then {4} ({5}). That may be an \
             appointment, or only another way of writing it.",
    holders: "Office holders",
    related: "What the same articles name",
    holders_hint: "As articles print them; the days are those of the first and the last article.",

    over_time: "Statements over time",
    over_time_bar: "{1}: {2,} {2|statement|statements}",
    as_table: "As a table",
    column_time: "Time",
    column_statements: "Statements",
    column_articles: "Articles in the archive",
    undated: "{1,} {1|statement|statements} in articles without a date",

    statements: "Statements, newest first",
    statements_of_topic: "Statements in articles on this topic",
    no_statements: "This archive holds no statement of it.",
    filter_statements: "Filter and group these statements",
    search_within: "Search among these statements",
    clear_within: "All statements on this page",
    context: "See in context",
    in_article: "in the article",
    cue: "Cue: “{1}”.",
    printed_role: "printed as",
    in_force: "by other articles of that time {1} ({2})",

    with: "Named together",
    with_hint: "The number of articles that name both.",
    more: "{1} more",
    articles_in: "{1}, {2,} {2|article|articles}",
    statements_by: "{1}, {2,} {2|statement|statements}",
    explore_all: "Explore {1,} {1|article|articles}",

    quotes: "Quotes",
    quotes_about: "All statements in the archive: those quoted word for word, and those in the reporter's words.",
    kind: "Kind",
    kind_all: "All",
    confidence: "Certainty (0–100)",
    confidence_least: "{1} and above",
    confidence_below: "below {1}",
    group: "Group by",
    group_none: "No groups",
    group_speaker: "Speaker",
    group_topic: "Topic",
    group_month: "Month",
    order: "Order",
    filters: "Filters, groups and order",
    group_all: "See all {1,} {1|statement|statements}",
    group_part: "{1} of {2,} {2|statement|statements}",
    role_only: "Only an office, or no page of their own",
    unknown: "Speaker not known",
    no_topic: "Without a topic",
    empty: "No statement fits",
    empty_next: "Loosen the filters, or begin again from all statements.",
    without: "Without {1}: {2,} {2|statement|statements}",
    any_kind: "the choice of kind",
    any_confidence: "the bound of certainty",
    clear: "All statements",
}
