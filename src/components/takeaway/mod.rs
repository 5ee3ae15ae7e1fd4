//! What a reader takes away: links, citations, cards, lists as files, clippings.
//!
//! A page has buttons that say what they are about in an attribute, and one dialog, closed and empty ([`door`]). A press
//! opens it; only then what stands in it is made, all of it in `room`: that is the one way in to everything heavy here, by a gate,
//! so that it travels as a chunk of the app. A statement in a list costs one element and no listener.

mod cited;
mod clipped;
pub mod door;
mod listed;
mod room;
mod saved;

use yew::Html;

use crate::markup::html;

use crate::state::device;
use crate::state::site::Site;
use crate::state::url::Location;
use crate::widget::widget;

/// The attribute of what opens the dialog.
pub const OPENS: &str = "data-take";
/// What it says where it is about the list of the page.
const LIST: &str = "daftar:";
/// What it says where it is about the clippings.
const CLIPPINGS: &str = "kliping:";

/// The button beside a statement; without an anchor, that of an article.
pub fn cite(site: &Site, article: &str, anchor: &str) -> Html {
    let take = &site.text().take;
    let name = if anchor.is_empty() { take.cite_article() } else { take.cite() };
    html! { <button class="take" type="button" data-take={format!("{article}#{anchor}")}>{ name }</button> }
}

/// The button beside a list.
pub fn list(site: &Site) -> Html {
    html! { <button class="take" type="button" data-take={LIST}>{ site.text().take.list() }</button> }
}

/// The button that shows the clippings.
pub fn clippings(site: &Site) -> Html {
    html! { <button class="link" type="button" data-take={CLIPPINGS}>{ site.text().take.clippings() }</button> }
}

/// The site's root as files and citations name it: the one under which it is published, else where it is read.
fn root(site: &Site) -> String {
    site.library.meta().base_url.clone().unwrap_or_else(device::root)
}

/// The dialog, as it was opened.
#[derive(PartialEq)]
pub struct Opened {
    /// The page's handle.
    pub site: Site,
    /// Where the reader is: what the list of the page is.
    pub location: Location,
    /// What it is about.
    pub what: What,
    /// The how manieth opening this is: each time everything in it begins anew.
    pub opened: u32,
}

/// What stands in the dialog. It is called by its gate alone.
pub fn room(opened: Opened) -> Html {
    widget(room::Room(opened))
}

/// What the dialog is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A statement or, without an anchor, an article: id and anchor.
    One(String, String),
    /// The list of the page.
    List,
    /// The clippings.
    Clippings,
}

impl What {
    /// Reads what a button says.
    fn read(said: &str) -> Self {
        match said {
            LIST => Self::List,
            CLIPPINGS => Self::Clippings,
            _ => {
                let (article, anchor) = said.split_once('#').unwrap_or((said, ""));
                Self::One(article.to_owned(), anchor.to_owned())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_say_what_they_are_about() {
        assert_eq!(What::read(LIST), What::List);
        assert_eq!(What::read(CLIPPINGS), What::Clippings);
        assert_eq!(What::read("daftar#"), What::One("daftar".into(), String::new()));
        assert_eq!(What::read("a#k-0a1b2c3d"), What::One("a".into(), "k-0a1b2c3d".into()));
    }
}
