//! English: what a device keeps.

use super::lasting::Words;
use super::words::say;

say! { Words:
    title: "Kept on this device",
    offline: "You are offline; what is kept still opens.",
    newer: "A new version of this site is available.",
    renew: "Load the new version",
    later: "Later",
    size: "{1,}.{2} MB",
    whole: "The whole archive is kept on this device ({1}) and opens without the internet.",
    parts: "{1} of {2} are kept: what you have opened. It opens without the internet.",
    all: "Keep the whole archive on this device ({1} more)",
    saving: "Keeping: {1} of {2}…",
    stop: "Stop",
    drop: "Remove what is kept",
    none: "Nothing is kept on this device; each page comes from the internet.",
    keep: "Keep for reading offline",
    coming: "Preparing…",
    full: "This browser cannot keep more: its room is full, or keeping is switched off. With the internet, all of the archive can still be read.",
    lost: "A part did not reach this device.",
    again: "Try again",
    unable: "This browser does not keep sites for reading offline.",
}
