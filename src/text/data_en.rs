//! English: an archive as data.

use super::data::Words;
use super::words::say;

say! { Words:
    download: "Download data",
    download_about: "All articles and all statements as CSV, JSON, NDJSON, BibTeX, RIS or CSL-JSON. The files are made on your \
                     device.",
    whole: "{1}: {2,}",
    files_about: "Whole files on this site, for programs and spreadsheets; what describes them:",
    dictionary: "Data dictionary",
    dictionary_about: "The columns of every list and file that is downloaded from this site, and what they mean.",
    list_of: "List: {1}",
    file_of: "File: {1} ({2})",
    behind: "Behind each row of CSV, and in the head of JSON files",
    column: "Column",
    meaning: "Meaning",
    one_of: "One of: {1}.",
    may_be_empty: "May be empty.",
}
