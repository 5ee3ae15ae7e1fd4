//! How often this press is wrong, measured where it runs: a figure that a page shows should be one that its reader can
//! compute again.

use jejak_eval::{Bundle, BundleError};

/// Measures the press on labels with their articles, as the site brings them along; the figures and all misses as JSON.
/// `watch` is told how many articles were read, of how many.
///
/// # Errors
/// The text is no such labels, or an article of theirs is not in it.
pub fn gauged(text: &str, watch: &mut dyn FnMut(usize, usize)) -> Result<String, BundleError> {
    let gauged = Bundle::read(text)?.measure(watch)?;
    Ok(serde_json::to_string(&gauged)?)
}
