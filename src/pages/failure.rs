//! A part of the archive is needed that this page does not have: the cause and the next step.
//!
//! When the archive cannot be opened at all, or the app itself fails, there is no page to show this in: see
//! `state/browser/stop.rs`.

use jejak_archive::PartId;
use yew::prelude::*;

use crate::markup::html;

use crate::chunk::Chunk;
use crate::state::site::{Arrival, Site};

/// Says that something is on its way.
pub fn coming(site: &Site) -> Html {
    html! { <p class="notice quiet" role="status" data-coming="">{ site.text().part_coming() }</p> }
}

/// Says so in place of what cannot be shown, and asks for the parts where they can still come.
pub fn part(site: &Site, parts: &[PartId]) -> Html {
    match site.arrival {
        Arrival::Whole => html! { <p class="notice" role="alert">{ site.text().failed_part() }</p> },
        Arrival::Coming => {
            site.want.emit(parts.to_vec());
            coming(site)
        }
        lost => {
            // What was not asked for yet does not wait for what is slow.
            if lost == Arrival::Slow {
                site.want.emit(parts.to_vec());
            }
            way_on(site, lost)
        }
    }
}

/// As [`part`], of the chunk that draws what cannot be shown.
pub fn chunk(site: &Site, chunk: Chunk) -> Html {
    if fetched(site, chunk) { coming(site) } else { way_on(site, site.chunks) }
}

/// As [`chunk`], beside something that is shown without it: it says nothing as long as the chunk may come, but that a page
/// which was drawn ahead should stand until then.
pub fn chunk_beside(site: &Site, chunk: Chunk) -> Html {
    if fetched(site, chunk) {
        html! { <span hidden={true} data-coming=""></span> }
    } else {
        way_on(site, site.chunks)
    }
}

/// Asks for a chunk where it can still come.
fn fetched(site: &Site, chunk: Chunk) -> bool {
    let can = matches!(site.chunks, Arrival::Whole | Arrival::Coming);
    if can || site.chunks == Arrival::Slow {
        site.fetch.emit(chunk);
    }
    can
}

/// Says that something did not come, and how to go on.
fn way_on(site: &Site, how: Arrival) -> Html {
    let text = site.text();
    let (words, next) = match how {
        Arrival::Newer => (text.part_newer(), text.reload()),
        Arrival::Slow => (text.part_slow(), text.part_again()),
        _ => (text.part_lost(), text.part_again()),
    };
    let again = site.again.reform(|_: MouseEvent| ());
    html! {
        <div class="notice" role="alert" data-lost="">
            <p>{ words }</p>
            <button class="button" type="button" onclick={again}>{ next }</button>
        </div>
    }
}
