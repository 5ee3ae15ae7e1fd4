//! A part of the archive is needed that this page does not have: the cause and the next step.
//!
//! When the archive cannot be opened at all, or the app itself fails, there is no page to show this in: see
//! `state/browser/stop.rs`.

use jejak_archive::PartId;
use yew::prelude::*;

use crate::markup::html;

use crate::state::site::{Arrival, Site};

/// Says that something is on its way.
pub fn coming(site: &Site) -> Html {
    html! { <p class="notice quiet" role="status" data-coming="">{ site.text().part_coming() }</p> }
}

/// Says so in place of what cannot be shown, and asks for the parts where they can still come.
pub fn part(site: &Site, parts: &[PartId]) -> Html {
    let text = site.text();
    let (words, next) = match site.arrival {
        Arrival::Whole => return html! { <p class="notice" role="alert">{ text.failed_part() }</p> },
        Arrival::Coming => {
            site.want.emit(parts.to_vec());
            return coming(site);
        }
        Arrival::Lost => (text.part_lost(), text.part_again()),
        Arrival::Newer => (text.part_newer(), text.reload()),
    };
    let again = site.again.reform(|_: MouseEvent| ());
    html! {
        <div class="notice" role="alert" data-lost="">
            <p>{ words }</p>
            <button class="button" type="button" onclick={again}>{ next }</button>
        </div>
    }
}
