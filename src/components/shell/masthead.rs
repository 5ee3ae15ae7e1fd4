//! The bar at the top: the way home and the settings.

use jejak_archive::Query;
use jejak_archive::statements::StatementQuery;
use yew::prelude::*;

use crate::markup::html;

use super::display::display;
use crate::state::site::Site;
use crate::state::url::{self, Location, Route};

/// The bar. Where the page itself begins with the archive's name (`front`), the bar does not say it again. `skip` is where the skip link leads: the page's own address with the content's fragment.
pub fn masthead(site: &Site, front: bool, skip: String) -> Html {
    let text = site.text();
    let archive = site.name();
    html! {
        <>
            <a class="skip" href={skip} data-skip="">{ text.skip_link() }</a>
            <header class="masthead">
                <a class="masthead-home" href="./" aria-label={format!("{}: {archive}", text.home())}>
                    <span class="masthead-mark" aria-hidden="true"></span>
                    { if front { text.product() } else { archive } }
                </a>
                <div class="masthead-ways">
                    <a class="masthead-link" href={Location::of(Route::Timeline(Query::default())).href()}>
                        { text.time.title() }
                    </a>
                    <a class="masthead-link" href={url::quotes(&StatementQuery::default())}>{ text.record.quotes() }</a>
                    { display(site) }
                </div>
            </header>
        </>
    }
}
