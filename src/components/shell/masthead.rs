//! The bar at the top: the way home and the settings.

use yew::prelude::*;

use super::display::Display;
use crate::state::site::Site;

/// The bar. `skip` is where the skip link leads: the page's own address with the content's fragment.
pub fn masthead(site: &Site, skip: String) -> Html {
    let text = site.text();
    html! {
        <>
            <a class="skip" href={skip} data-skip="">{ text.skip_link }</a>
            <header class="masthead">
                <a class="masthead-home" href="./" aria-label={format!("{}: {}", text.home, site.library.meta().title)}>
                    <span class="masthead-mark" aria-hidden="true"></span>
                    { &site.library.meta().title }
                </a>
                <Display site={site.clone()} />
            </header>
        </>
    }
}
