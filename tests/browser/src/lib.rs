//! Steers a real browser over a built site.
//!
//! Everything that only a browser can show is tested here: the finished files as a host serves them, in Chromium, Firefox
//! and WebKit, by WebDriver. This library is the harness: it starts what is needed on free ports, speaks of a page in the words of
//! its contracts, and ends what it started even when a scenario fails. The scenarios, one behaviour a file, are beside
//! it in `scenarios/`.
//!
//! A scenario takes what it expects from the archive itself, asked natively by the same engine, so that other articles
//! need no other tests. Every scenario also fails on any error in the browser's console and on any violation of the
//! page's policy.

mod beyond;
mod browser;
mod driver;
mod entry;
mod hand;
mod kind;
pub mod lighthouse;
pub mod made;
mod nginx;
mod page;
mod passed;
mod screens;
mod setting;
mod stage;
mod tree;
mod trial;
mod trouble;
mod troupe;
mod webkit;

pub use beyond::Beyond;
pub use browser::Browser;
pub use entry::Entry;
pub use hand::{Hand, Spot};
pub use kind::Kind;
pub use nginx::Nginx;
pub use page::Page;
pub use passed::Passed;
pub use screens::screens;
pub use setting::Setting;
pub use stage::{Host, Stage, Visit, copy};
pub use tree::expect_snapshot;
pub use trial::{trial, trial_kept, trial_private};
pub use trouble::Trouble;
pub use troupe::Troupe;
