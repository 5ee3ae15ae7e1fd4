//! English: saved searches.

use super::searches::Words;
use super::words::say;

say! { Words:
    title: "Follow this search",
    save: "Save this search",
    why: "On your next visit you see what is new. It is kept on this device only; nothing is sent anywhere.",
    drop: "Remove from saved searches",
    saved: "This search is saved.",
    dropped: "The search was removed.",
    refused: "The search was not saved: this browser's storage is full or switched off.",
    full: "At most {1,} searches can be saved. Remove some first.",
    long: "The address of this search is too long to be saved.",

    about: "Searches that you saved, on this device only; nothing is sent anywhere. New means dated after the last day that \
            the archive held when you last opened the search from here.",
    empty: "No saved searches yet. At a list press Save or download, then Save this search.",
    count: "{1,} {1|search|searches}",
    clear: "Remove all saved searches",
    remove: "Remove from saved searches: {1}",

    all_articles: "Articles",
    all_statements: "Statements",
    articles: "{1,} {1|article|articles}",
    statements: "{1,} {1|statement|statements}",
    now: "Now {1}.",
    same: "The archive has not changed since you last looked: {1}.",
    nothing: "The archive was renewed, but nothing is new here: {1}.",
    looking: "Looking for what is new…",
    fresh: "{1,} new",
    after: "after {1}",
    more: "{1,} more among those that are older or undated.",
    fewer: "{1,} fewer among those that are older or undated.",
}
