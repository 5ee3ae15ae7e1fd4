//! What stands below every page.

use yew::{Html, html};

use crate::components::element::plain;
use crate::state::site::Site;
use crate::state::url::{Location, Route};

/// Who publishes, under what licence, which edition this is, and that nothing typed leaves the browser.
pub fn footer(site: &Site) -> Html {
    let text = site.text();
    let stamp = site.library.stamp();
    html! {
        <footer class="footer">
            { plain("p", "", text.footer_private) }
            { facts(site, stamp.get(..8).unwrap_or(stamp)) }
            <p><a href={Location::of(Route::About).href()}>{ text.about }</a></p>
        </footer>
    }
}

/// Publisher, licence and edition.
pub fn facts(site: &Site, stamp: &str) -> Html {
    let text = site.text();
    let meta = site.library.meta();
    html! {
        <p class="footer-line">
            if let Some(publisher) = &meta.publisher {
                { plain("span", "", publisher) }
            }
            if let Some(licence) = &meta.licence {
                { plain("span", "", (text.footer_licence)(licence)) }
            }
            { plain("span", "", (text.footer_stamp)(stamp)) }
        </p>
    }
}
