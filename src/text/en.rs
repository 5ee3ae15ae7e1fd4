//! English.

use jejak_archive::model::{Corrected, EventKind, How, QuoteKind, RemovedKind};
use jejak_archive::query::{FacetKind, Order};

use super::dates::Calendar;
use super::{Text, grouped};
use crate::state::settings::{Language, Theme};

pub(super) const CALENDAR: Calendar = Calendar {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

/// `1 article`, `2 articles`.
pub(super) fn counted(n: u32, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n, ','), if n == 1 { one } else { many })
}

pub(super) static TEXT: Text = Text {
    language: Language::En,
    skip_link: "Skip to content",
    product: "Jejak",
    home: "Home",
    tagline: "Who said what, and when",
    settings: "Display",
    close: "Close",
    theme: "Theme",
    languages: "Language · Bahasa",
    language_name: "English",
    theme_name: |theme| match theme {
        Theme::Auto => "As the device",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    },
    keys: "Keyboard shortcuts",
    keys_on: "Use single-key shortcuts",
    help: &[
        ("/", "Go to the search box"),
        ("j", "Next result or statement"),
        ("k", "Previous result or statement"),
        ("Enter", "Open what is selected"),
        ("u", "Back to exploring"),
        ("?", "Open this list"),
        ("Esc", "Close"),
    ],
    footer_private: "The search runs inside your browser; what you type is sent nowhere.",
    footer_stamp: |stamp| format!("Archive edition {stamp}"),
    footer_licence: |licence| format!("Licence of the texts: {licence}"),
    about: "About this archive",
    contact: "Contact the archive's editors",

    search_label: "Search the archive",
    search_hint: "Words, a name, \"exact phrase\"",
    number: |n| grouped(n, ','),
    count: |n| match n {
        0 => "No articles".to_owned(),
        n => counted(n, "article", "articles"),
    },
    count_page: |first, last, total| {
        format!("{}–{} of {}", grouped(first, ','), grouped(last, ','), counted(total, "article", "articles"))
    },
    searching_for: |words| format!("for “{words}”"),
    dropped: |words| format!("No article holds all the words; left out: {}.", words.join(", ")),
    unread: |parts| format!("These parts of the address could not be read and were ignored: {}.", parts.join(", ")),
    spelled: |typed, meant| format!("No article holds “{typed}”. These are the results for “{meant}”."),
    spelled_too: |typed, meant| format!("Hardly an article holds “{typed}”. Results for “{meant}” are among these."),
    same: |typed, also| format!("“{typed}” was looked for together with “{}”.", also.join("”, “")),
    suggestions: "People, organisations and topics of this name",
    suggested: |facet, n| format!("{}, {}", (TEXT.facet)(facet), counted(n, "article", "articles")),
    person_card: "The person of this name",
    person_facts: |said, n| {
        format!("{}, named in {}", counted(said, "statement", "statements"), counted(n, "article", "articles"))
    },
    spelled_back: |typed| format!("Search for exactly “{typed}”"),
    asking: "How to ask",
    asking_examples: &[
        ("pasar harga", "articles that hold all these words"),
        ("\"pasar murah\"", "words that follow one another, in just these forms"),
        ("pasar atau toko", "one of the two (atau: or)"),
        ("pasar -harga", "without the word behind the minus sign"),
        ("didik*", "all words that begin like this"),
        ("kutipan:warga", "inside statements only"),
        ("sekda", "its long form too, sekretaris daerah; in quotation marks only as it stands"),
    ],
    asking_person: "articles that name this person; likewise lembaga: (organisation), topik: (topic), tempat: (place), \
                    jenis: (kind), sumber: (source)",
    asking_since: "since a year, a month (2025-03) or a day (2025-03-09); likewise sampai: (until)",
    filters: "Filters and time",
    filters_active: |n| format!("{n} active"),
    show: |n| match n {
        0 => "Close the filters".to_owned(),
        n => format!("Show {}", counted(n, "article", "articles")),
    },
    facet: |facet| match facet {
        FacetKind::Person => "People",
        FacetKind::Organisation => "Organisations",
        FacetKind::Topic => "Topics",
        FacetKind::Event => "Kind of event",
        FacetKind::Place => "Places",
        FacetKind::Source => "Sources",
    },
    event: |event| match event {
        EventKind::Apel => "Roll call",
        EventKind::Rapat => "Meeting",
        EventKind::Sidang => "Sitting",
        EventKind::Musrenbang => "Development planning",
        EventKind::Kunjungan => "Visit",
        EventKind::Pelantikan => "Inauguration",
        EventKind::Penyerahan => "Handing over",
        EventKind::Sosialisasi => "Public briefing",
        EventKind::Lainnya => "Other occasion",
    },
    include: |label, n| format!("{label}, {}", counted(n, "article", "articles")),
    exclude: |label| format!("Exclude {label}"),
    show_more: |n| format!("Show {n} more"),
    show_fewer: "Show fewer",
    chips: "Active filters",
    chip: |facet, label, exclude| {
        let facet = (TEXT.facet)(facet);
        if exclude { format!("{facet}: not {label}") } else { format!("{facet}: {label}") }
    },
    chip_from: |date| format!("From {}", CALENDAR.short(date)),
    chip_to: |date| format!("Until {}", CALENDAR.short(date)),
    remove_filter: |label| format!("Remove the filter {label}"),
    clear_all: "Clear all",
    order: "Sort",
    order_name: |order| match order {
        Order::Relevance => "Best match",
        Order::Newest => "Newest",
        Order::Oldest => "Oldest",
    },
    hits: "Results",
    derived_short: "title made from the first paragraph",
    undated: "Undated",
    pages: "Pages",
    page_previous: "Previous",
    page_next: "Next",
    page_of: |page, of| format!("Page {} of {}", grouped(page, ','), grouped(of, ',')),

    timeline: "Over time",
    timeline_keys: "Left and right arrows move between bars, Enter selects the span.",
    timeline_bar: |span, n, of| format!("{span}: {} of {}", grouped(n, ','), counted(of, "article", "articles")),
    timeline_gap: |span| format!("{span}: no articles in the archive"),
    timeline_legend_gap: "nothing archived",
    timeline_legend_all: "whole archive",
    timeline_undated: |n| format!("{} without a date", counted(n, "article", "articles")),
    brush_start: "Start of the span",
    brush_end: "End of the span",
    from: "From",
    to: "Until",
    all_dates: "All dates",

    empty_title: "No article matches",
    empty_archive: "This archive holds no articles yet.",
    empty_loosen: "What stands in the way, and what is found without it:",
    empty_without: |what, n| format!("Without {what}: {}", counted(n, "article", "articles")),
    empty_words: "the search words",
    empty_dates: "the dates",
    empty_marks: "the quotation marks",
    empty_filters: "any filter",

    derived: "This text has no headline. The one above was made from its first paragraph.",
    corrected: |what| {
        let word = |kind: &Corrected| match kind {
            Corrected::Speaker => "speaker",
            Corrected::Name => "name",
            Corrected::Date => "date",
        };
        format!("Corrected by the archive's editors: {}.", what.iter().map(word).collect::<Vec<_>>().join(", "))
    },
    published_on: |date| format!("Published {}", CALENDAR.long(date)),
    date_long: |date| CALENDAR.long(date),
    date_short: |date| CALENDAR.short(date),
    month: |date| CALENDAR.month(date),
    weekday_differs: |printed, date| {
        format!("Weekday and date do not agree: printed as “{printed}”, yet it was {}.", CALENDAR.long(date))
    },
    by: |names| format!("By {}", names.join(", ")),
    read_source: |name| format!("Read at {name}"),
    also_at: |name| format!("Also at {name}"),
    source_unnamed: "the original site",
    caption: "Caption",
    speakers: "Who speaks",
    speakers_hint: "Choose one to bring out what they say.",
    speaker_unknown: "Speaker unknown",
    rail: "Statements in this article",
    rail_count: |n| format!("{} in order", counted(n, "statement", "statements")),
    rail_keys: "The keys j and k step through them.",
    quotes: |n| match n {
        0 => "No statements".to_owned(),
        n => counted(n, "statement", "statements"),
    },
    quote_kind: |kind| match kind {
        QuoteKind::Direct => "Direct quote",
        QuoteKind::Reported => "Reported speech",
    },
    how: |how| match how {
        How::Name => "The full name stands beside the quote.",
        How::Office => "Only the office stands beside the quote.",
        How::PartOfName => "Part of the name stands beside the quote.",
        How::Pronoun => "Pointed to by a pronoun.",
        How::Nya => "Pointed to by -nya; the speaker comes from an earlier sentence.",
        How::Organisation => "The organisation itself speaks.",
        How::Correction => "Corrected by the archive's editors.",
    },
    how_none: "No name or office could be made certain.",
    confidence: |n| {
        let word = match n {
            95.. => "very sure",
            80..=94 => "sure",
            60..=79 => "fairly sure",
            _ => "unsure",
        };
        format!("{word} ({n} of 100)")
    },
    quote_link: |speaker| format!("Link to the statement of {speaker}"),
    quote_details: "About the statement",
    quote_hint: "Point at a statement, or move the focus to it, to see who speaks and how sure that is.",
    chain: "What leads to the speaker",
    at_source: |name| format!("See it at {name}"),
    more_of: |name| format!("All articles about {name}"),
    removed: |n| format!("{} set apart from the text", counted(n, "piece", "pieces")),
    removed_why: "Pieces of the source that are not part of the report. Nothing is dropped silently.",
    removed_in_place: "Show them in the text",
    removed_kind: |kind| match kind {
        RemovedKind::RelatedLink => "Link to other news",
        RemovedKind::Advertisement => "Advertisement",
        RemovedKind::Scroll => "Scroll marker",
        RemovedKind::Share => "Share buttons or tags",
        RemovedKind::Caption => "Caption",
        RemovedKind::Dateline => "Place and outlet",
        RemovedKind::Byline => "Byline",
        RemovedKind::PageLink => "Page links",
        RemovedKind::Script => "Left-over code",
        RemovedKind::RepeatedTitle => "Repeated headline",
    },
    neighbours: "Before and after",
    earlier: "Earlier",
    later: "Later",
    alike: "More like this",
    alike_shared: |what| format!("In common: {}", what.join(", ")),
    alike_none: "No other article is enough like this one.",
    no_quotes: "No statements were found in this text.",

    record: &super::record_en::WORDS,
    time: &super::time_en::WORDS,

    missing_title: "Page not found",
    missing_path: |path| format!("There is no page at “{path}”."),
    missing_article: |id| {
        format!("This archive has no article “{id}”. It may have been withdrawn, or the address was cut.")
    },
    missing_next: "Check the address, or look for the article from the explore page.",
    to_explore: "Explore the archive",
    failed_title: "The archive cannot be opened",
    failed_archive: |reason| format!("The archive inside this page cannot be read: {reason}."),
    failed_archive_next: "Reload this page. If that does not help, the site has to be built again by its keeper.",
    failed_part: "A part of the archive that is needed is not in this page. Reload it; if that does not help, the site \
                  has to be built again by its keeper.",
    part_coming: "Loading a part of the archive…",
    part_lost: "A part of the archive did not reach your browser, or was damaged on its way. Everything else still works.",
    part_again: "Try again",
    part_newer: "This site was updated since the page was opened. Reload to use the new version.",
    failed_panic_title: "This page has stopped",
    failed_panic: "Something went wrong inside this page; it was not your doing. Details are in the browser's console.",
    failed_panic_next: "Reload to go on; the address of the page keeps your search.",
    reload: "Reload",
};
