//! Where else a statement is printed.

use jejak_archive::Outcome;
use yew::{Callback, Html, MouseEvent};

use crate::markup::html;

use crate::components::reading::copies::editions;
use crate::pages::failure;
use crate::state::site::Site;

/// A statement that several articles print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// The article that it is shown from.
    pub article: u32,
    /// Its place among the statements of that article.
    pub ordinal: u32,
    /// How many other articles print it.
    pub others: u32,
}

/// All articles that print it, folded; their names are fetched once they are `asked` for.
pub fn printings(site: &Site, of: Printed, asked: bool, ask: Callback<MouseEvent>) -> Html {
    let list = || match site.library.printings(of.article, of.ordinal) {
        Outcome::Ready(all) => editions(site, &all, of.article),
        Outcome::Needs(parts) => failure::part(site, &parts),
    };
    html! {
        <details class="statement-why" data-printings={of.others + 1}>
            <summary onclick={ask}>{ site.text().printings().with(of.others.saturating_add(1)) }</summary>
            if asked {
                { list() }
            }
        </details>
    }
}
