//! Sets up, builds, serves and tests Jejak: one command equals CI.

fn main() {}
