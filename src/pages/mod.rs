//! The pages, one file a page.

pub mod about;
pub mod article;
pub mod explore;
pub mod failure;
pub mod missing;
pub mod own;
pub mod quotes;
pub mod record;
pub mod regulations;
pub mod timeline;
