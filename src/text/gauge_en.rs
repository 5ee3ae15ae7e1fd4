//! English: measuring the machine in this browser.

use super::gauge::Words;
use super::words::say;

say! { Words:
    coming: "Downloading the machine and the labelled articles…",
    working: "{1,} of {2,} articles read",
    done: "Done. {1,} {1|error is|errors are} listed below.",
    failed: "Measuring did not finish ({1}). Check the internet connection, then try again.",
    script: "the machine did not reach this browser",
    died: "The machine stopped before it was done, perhaps because this device has too little memory.",
    again: "Try again",
    share: "{1,} of {2,}",
    same: "All these figures are the ones recorded when this machine was made.",
    differs: "These figures differ from those recorded when this machine was made: {1}.",
    misses: "Each error",
    misses_of: "{1}: {2,}",
    wanted: "By the labels",
    found: "By the machine",
    nothing: "nothing",
}
