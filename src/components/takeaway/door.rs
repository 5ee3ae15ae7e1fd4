//! The dialog that buttons open, and who hears them.

use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::html;

use super::{OPENS, Opened, What};
use crate::chunk::{Chunk, TAKE};
use crate::pages::failure;
use crate::state::device::{self, Presses};
use crate::state::site::Site;
use crate::state::url::Location;
use crate::widget::{Hand, Widget};

/// The dialog's id.
const ID: &str = "bawa";

/// The dialog of a page.
#[derive(PartialEq)]
pub struct Door {
    /// The page's handle.
    pub site: Site,
    /// Where the reader is.
    pub location: Location,
}

/// What it keeps.
#[derive(Debug, Default)]
pub struct Kept {
    what: Option<What>,
    /// How often it was opened: each time everything in it begins anew.
    opened: u32,
    _presses: Option<Presses>,
}

impl Widget for Door {
    type Kept = Kept;

    fn key(&self) -> Key {
        "bawa".into()
    }

    fn begin(&self, hand: &Hand<Kept>) {
        let own = hand.clone();
        let presses = Presses::on(OPENS, move |said| {
            own.set(|kept| {
                kept.what = Some(What::read(&said));
                kept.opened = kept.opened.wrapping_add(1);
            });
            device::show(ID);
        });
        hand.look(|kept| kept._presses = presses);
        device::name_root();
    }

    fn changed(&self, before: &Self, _: &Hand<Kept>) -> bool {
        // Who followed a link in it is somewhere else now.
        if self.location != before.location {
            device::hide(ID);
        }
        true
    }

    fn draw(&self, hand: &Hand<Kept>) -> Html {
        let (what, opened) = hand.look(|kept| (kept.what.clone(), kept.opened));
        // However it is closed, what went on in it ends.
        let onclose = hand.on(|kept, _: Event| kept.what = None);
        html! {
            <>
            { self.printed() }
            <dialog class="take-room" id={ID} aria-labelledby="bawa-nama" {onclose}>
                <form class="take-close" method="dialog">
                    if let Some(what) = &what {
                        <h2 id="bawa-nama">{ name(&self.site, what) }</h2>
                    }
                    <button class="button">{ self.site.text().close() }</button>
                </form>
                { what.map(|what| self.room(what, opened)) }
            </dialog>
            </>
        }
    }
}

/// What the dialog is called.
fn name(site: &Site, what: &What) -> &'static str {
    let words = &site.text().take;
    match what {
        What::One(_, anchor) if anchor.is_empty() => words.cite_article(),
        What::One(..) => words.cite_statement(),
        What::List(_) => words.list(),
        What::Clippings => words.clippings(),
        What::Searches => words.searches(),
    }
}

impl Door {
    /// What stands in the dialog, once it is there.
    fn room(&self, what: What, opened: u32) -> Html {
        match TAKE.open() {
            Some(room) => room(Opened { site: self.site.clone(), location: self.location.clone(), what, opened }),
            None => html! { <div class="take-body">{ failure::chunk(&self.site, Chunk::Take) }</div> },
        }
    }

    /// Where the page stands, for whoever reads it on paper. Pages that are drawn ahead do not know their root unless it is
    /// published under one, and the app draws them as they stand: the style sheet puts it in front.
    fn printed(&self) -> Html {
        let here = Location { fragment: String::new(), ..self.location.clone() }.href();
        let here = here.strip_prefix("./").unwrap_or(&here);
        let (words, root) = (&self.site.text().take, &self.site.library.meta().base_url);
        html! {
            <p class="printed">
                { words.printed_from() }{ " " }
                if let Some(root) = root {
                    <span>{ root }</span>
                } else {
                    <span class="printed-root"></span>
                }
                <span>{ here }</span>
            </p>
        }
    }
}
