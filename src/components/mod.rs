//! The things one sees, one file a thing.
//!
//! Where a thing keeps no state of its own it is a plain function from data to [`yew::Html`]: that is smaller and
//! easier to read than a component.

pub mod accuracy;
pub mod choices;
pub mod coverage;
pub mod explore;
pub mod fix;
pub mod gauge;
pub mod head;
pub mod holdings;
pub mod lasting;
pub mod marked;
pub mod pager;
pub mod reading;
pub mod record;
pub mod shell;
pub mod statements;
pub mod takeaway;
pub mod timeline;
pub mod unfolded;
