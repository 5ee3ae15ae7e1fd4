//! Jejak in the browser.
