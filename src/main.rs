//! Starts Jejak in a page.

fn main() {}
