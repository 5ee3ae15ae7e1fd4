//! What the interface says where one takes something away: citations, lists, clippings, cards.

use super::template::Template;
use super::words::{Names, words};

words! {
    /// The words of one language; see the Indonesian ones in `take_id.rs` for what each says.
    Words {}

    cite: &'static str,
    cite_statement: &'static str,
    cite_article: &'static str,
    link: &'static str,
    copy_link: &'static str,
    copy: Template<str>,
    copied: Template<str>,
    copy_refused: &'static str,
    download: Template<str>,
    downloaded: Template<str>,
    download_refused: &'static str,
    forms: Names<usize>,
    names_why: &'static str,
    card: &'static str,
    card_shows: Template<str>,
    keep: &'static str,
    drop: &'static str,
    kept: &'static str,
    dropped: &'static str,
    keep_refused: &'static str,
    keep_full: Template<u32>,

    list: &'static str,
    list_articles: Template<u32>,
    list_statements: Template<u32>,
    list_inside: &'static str,
    list_limit: Template<(u32, u32)>,
    list_parts: &'static str,
    list_empty: &'static str,
    tables: Names<usize>,
    gathering: Template<(u32, u32)>,
    stop: &'static str,
    stopped: &'static str,

    clippings: &'static str,
    searches: &'static str,
    clippings_about: &'static str,
    clippings_empty: &'static str,
    clippings_count: Template<u32>,
    clippings_gone: Template<u32>,
    clear: &'static str,
    remove: Template<str>,

    printed_from: &'static str,

    undated: &'static str,
    and: &'static str,
    others: &'static str,
    quoted_in: &'static str,
    reported_in: &'static str,
    nobody: &'static str,
}
