//! What a reader takes away: links, citations, cards, lists as files, clippings, searches to ask again.
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
mod shelf;
mod watched;

use yew::Html;

use crate::markup::html;

use crate::state::device;
use crate::state::site::Site;
use crate::state::url::{self, Location};
use crate::widget::widget;

/// The attribute of what opens the dialog.
pub const OPENS: &str = "data-take";
/// What it begins with where it is about a list: that of the page, or that of the address behind it.
const LIST: &str = "daftar:";
/// What it says where it is about the clippings.
const CLIPPINGS: &str = "kliping:";

/// What it says where it is about saved searches.
const SEARCHES: &str = "pencarian:";

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

/// The button of a list that another page shows, by its address.
pub fn list_at(href: &str, name: &str) -> Html {
    html! { <button class="button" type="button" data-take={format!("{LIST}{href}")}>{ name }</button> }
}

/// The buttons that show the clippings and the saved searches. They are of the site's archive; of a visitor's own nothing is put
/// aside, because it would stay on the device unasked.
pub fn put_aside(site: &Site) -> Html {
    if site.own {
        return Html::default();
    }
    let take = &site.text().take;
    html! {
        <>
            <button class="link" type="button" data-take={CLIPPINGS}>{ take.clippings() }</button>
            <button class="link" type="button" data-take={SEARCHES}>{ take.searches() }</button>
        </>
    }
}

/// The site's root as files and citations name it: the one under which it is published, else where it is read.
fn root(site: &Site) -> String {
    site.library.meta().base_url.clone().unwrap_or_else(|| read_under(site))
}

/// The root of addresses as the address bar has them.
fn read_under(site: &Site) -> String {
    let root = device::root();
    if site.own { format!("{root}{}/#/", url::OWN) } else { root }
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
    /// A list: that of the page, or that of another address of the site.
    List(Option<Location>),
    /// The clippings.
    Clippings,
    /// The saved searches.
    Searches,
}

impl What {
    /// Reads what a button says.
    fn read(said: &str) -> Self {
        match said {
            CLIPPINGS => Self::Clippings,
            SEARCHES => Self::Searches,
            _ if said.starts_with(LIST) => {
                let href = said.strip_prefix(LIST).unwrap_or_default();
                let (path, query) = href.split_once('?').unwrap_or((href, ""));
                let other = || Location::read(path.trim_start_matches("./"), query, "");
                Self::List((!href.is_empty()).then(other))
            }
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
        assert_eq!(What::read(LIST), What::List(None));
        assert_eq!(What::read("daftar:./"), What::List(Some(Location::default())));
        let location = Location::read("kutipan/", "q=apel", "");
        assert_eq!(What::read("daftar:kutipan/?q=apel"), What::List(Some(location)));
        assert_eq!(What::read(CLIPPINGS), What::Clippings);
        assert_eq!(What::read(SEARCHES), What::Searches);
        assert_eq!(What::read("daftar#"), What::One("daftar".into(), String::new()));
        assert_eq!(What::read("a#k-0a1b2c3d"), What::One("a".into(), "k-0a1b2c3d".into()));
    }
}
