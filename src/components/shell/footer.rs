//! What stands below every page.

use yew::{Html, html};

use crate::state::site::Site;

/// Who publishes, under what licence, which edition this is, and that nothing typed leaves the browser.
pub fn footer(site: &Site) -> Html {
    let text = site.text();
    let meta = site.library.meta();
    let stamp = site.library.stamp();
    html! {
        <footer class="footer">
            <p>{ text.footer_private }</p>
            <p class="footer-line">
                if let Some(publisher) = &meta.publisher {
                    <span>{ publisher }</span>
                }
                if let Some(licence) = &meta.licence {
                    <span>{ (text.footer_licence)(licence) }</span>
                }
                <span>{ (text.footer_stamp)(stamp.get(..8).unwrap_or(stamp)) }</span>
            </p>
        </footer>
    }
}
