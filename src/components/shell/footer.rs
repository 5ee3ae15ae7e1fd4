//! What stands below every page.

use yew::Html;

use crate::markup::html;

use super::help;
use crate::state::site::Site;
use crate::state::url::{Location, Route};

/// Who publishes, under what licence, which edition this is, and that nothing typed leaves the browser.
pub fn footer(site: &Site) -> Html {
    let text = site.text();
    let stamp = site.library.stamp();
    html! {
        <footer class="footer">
            <p>{ text.footer_private }</p>
            { facts(site, stamp.get(..8).unwrap_or(stamp)) }
            <p class="footer-line">
                <a href={Location::of(Route::About).href()}>{ text.about }</a>
                <button class="link" type="button" commandfor={help::ID} command="show-modal">{ text.keys }</button>
            </p>
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
                <span>{ publisher }</span>
            }
            if let Some(licence) = &meta.licence {
                <span>{ (text.footer_licence)(licence) }</span>
            }
            <span>{ (text.footer_stamp)(stamp) }</span>
        </p>
    }
}
