//! English: what one takes away.

use super::take::Words;
use super::words::say;

say! { Words:
    cite: "Cite",
    cite_statement: "Cite statement",
    cite_article: "Cite article",
    link: "Link",
    copy_link: "Copy link",
    copy: "Copy {1}",
    copied: "{1} copied.",
    copy_refused: "This browser does not allow copying. The text is selected: press Ctrl+C, or press and hold, then Copy.",
    download: "Download {1}",
    downloaded: "{1} downloaded.",
    download_refused: "This browser cannot save files.",
    forms: ["APA", "Chicago", "BibTeX", "RIS", "CSL-JSON"],
    names_why: "Names stand as printed and are not turned round, because most Indonesian names have no family name.",
    card: "Quote card",
    card_shows: "Quote card: {1}",
    keep: "Keep in clippings",
    drop: "Remove from clippings",
    kept: "Kept in clippings.",
    dropped: "Removed from clippings.",
    keep_refused: "The clippings were not kept: this browser's storage is full or switched off.",
    keep_full: "The clippings are full: {1,} at most. Remove some first.",

    list: "Save or download",
    list_articles: "{1,} {1|article|articles}, all pages.",
    list_statements: "{1,} {1|statement|statements}, all pages.",
    list_inside: "The file also says the question, the filters, the archive and its stamp, the licence, the address of this list, and how many rows there are.",
    list_limit: "This list has {1,} rows; the file has the first {2,}. Narrow the list to get all of them.",
    list_parts: "This archive is fetched in parts, so a long list takes a while.",
    list_empty: "This list is empty.",
    tables: ["CSV", "JSON", "NDJSON"],
    gathering: "Gathering: {1,} of {2,} rows…",
    stop: "Stop",
    stopped: "Stopped; nothing was downloaded.",

    clippings: "Clippings",
    searches: "Saved searches",
    clippings_about: "Statements and articles that you kept, on this device only; nothing is sent anywhere.",
    clippings_empty: "No clippings yet. Press Cite at a statement or an article, then Keep in clippings.",
    clippings_count: "{1,} {1|item|items}",
    clippings_gone: "{1,} {1|item is|items are} not in this archive any more, and not in the file.",
    clear: "Empty the clippings",
    remove: "Remove from clippings: {1}",

    printed_from: "Printed from",

    undated: "n.d.",
    and: "and",
    others: "et al.",
    quoted_in: "as cited in",
    reported_in: "as reported in",
    nobody: "unknown speaker",
}
