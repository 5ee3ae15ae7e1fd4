//! A part of the archive is needed that this page does not have: the cause and the next step.
//!
//! When the archive cannot be opened at all, or the app itself fails, there is no page to show this in: see
//! `state/browser/stop.rs`.

use yew::{Html, html};

use crate::state::site::Site;

/// Says so in place of what cannot be shown.
pub fn part(site: &Site) -> Html {
    html! { <p class="notice" role="alert">{ site.text().failed_part }</p> }
}
