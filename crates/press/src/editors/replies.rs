//! Replies: what those who are written about say to a statement.

use jejak_archive::model::Reply;

use super::corrections::statements;
use crate::annotate::Annotated;
use crate::read::GivenReply;

/// The reply at each statement that it is about: those of exactly its words, else the only one that holds them.
pub(super) fn find(given: &GivenReply, note: &Annotated) -> Result<Vec<Reply>, &'static str> {
    let at = |at: usize| Reply { quote: u32::try_from(at).unwrap_or(u32::MAX), ..given.reply.clone() };
    Ok(statements(note, &given.words)?.into_iter().map(at).collect())
}
