//! English: the offer to measure the machine in this browser.

use super::measure::Words;
use super::words::say;

say! { Words:
    title: "Measure it yourself",
    how: "This browser can run the same machine over the 90 labelled articles that come with this site, and show each of its errors. Nothing is sent.",
    start: "Compute again in this browser",
    size: "About 1.5 MB are downloaded.",
}
