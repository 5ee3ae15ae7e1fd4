//! Every page renders natively and keeps the contracts that tools outside rely on.

#![allow(clippy::unwrap_used, reason = "what the helpers expect is part of the tests")]

mod about;
mod archive;
mod asking;
mod kept;
mod news;
mod opening;
mod pages;
mod pressed;
mod quotes;
mod record;
mod takeaway;
mod timeline;
