//! How often the press is wrong, measured in this browser, on the page about an archive: a figure that can be computed again by
//! who reads it.
//!
//! What stands here is what every reader of that page sees. What comes of it lies in another chunk ([`told`]), which is sent for
//! once somebody asks.

pub mod told;

use yew::{Callback, Html, MouseEvent};

use crate::chunk::{Chunk, GAUGE};
use crate::markup::html;
use crate::pages::failure;
use crate::state::gauge;
use crate::state::site::Site;
use crate::text::measure::Words;

/// The offer to measure the press here, and how it stands; not while an archive of the visitor's own is open, for which nothing
/// more is fetched.
pub fn section(site: &Site) -> Html {
    if site.own {
        return Html::default();
    }
    let words = Words::of(site.settings.language);
    html! {
        <section class="gauge" aria-labelledby="ukur">
            <h2 id="ukur">{ words.title() }</h2>
            <p>{ words.how() }</p>
            { match (gauge::is_asked(), GAUGE.open()) {
                (false, _) => html! { <><p>{ start(words.start()) }</p><p class="quiet">{ words.size() }</p></> },
                (true, Some(told)) => told(site),
                (true, None) => failure::chunk(site, Chunk::Own),
            } }
        </section>
    }
}

/// The button that begins.
fn start(words: &'static str) -> Html {
    let onclick = Callback::from(|_: MouseEvent| gauge::start());
    html! { <button class="button" type="button" data-gauge="" {onclick}>{ words }</button> }
}
