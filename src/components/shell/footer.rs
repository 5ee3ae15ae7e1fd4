//! What stands below every page.

use jejak_archive::Query;
use yew::Html;

use crate::markup::html;

use super::help;
use crate::components::takeaway;
use crate::state::site::Site;
use crate::state::url::{Location, Route};

/// Who publishes, under what licence, and that nothing typed leaves the browser. Which edition this is stands on the page
/// about the archive alone: pages are written ahead, and one more article should not change all of them.
pub fn footer(site: &Site) -> Html {
    let text = site.text();
    html! {
        <footer class="footer">
            <p>{ text.footer_private() }</p>
            { facts(site, None) }
            <p class="footer-line">
                <a href={Location::of(Route::About(Query::default())).href()}>{ text.about() }</a>
                <a href={Location::of(Route::Own).href()}>{ text.own() }</a>
                <button class="link" type="button" commandfor={help::ID} command="show-modal">{ text.keys() }</button>
                { takeaway::put_aside(site) }
            </p>
        </footer>
    }
}

/// Publisher, licence, and the edition where its stamp is given.
pub fn facts(site: &Site, stamp: Option<&str>) -> Html {
    let text = site.text();
    let meta = site.library.meta();
    html! {
        <p class="footer-line">
            if let Some(publisher) = &meta.publisher {
                <span>{ publisher }</span>
            }
            if let Some(licence) = &meta.licence {
                <span>{ text.footer_licence().with(licence) }</span>
            }
            if let Some(stamp) = stamp {
                <span>{ text.footer_stamp().with(stamp) }</span>
            }
        </p>
    }
}
