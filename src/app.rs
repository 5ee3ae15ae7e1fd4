//! The shell around every page, and which page a location shows.

use yew::prelude::*;

use crate::components::shell::footer::footer;
use crate::components::shell::help::help;
use crate::components::shell::masthead::masthead;
use crate::pages::article::ArticlePage;
use crate::pages::explore::Explore;
use crate::pages::missing;
use crate::state::site::Site;
use crate::state::url::{Location, Route};

/// The id of the page's content, where the skip link leads.
pub const CONTENT: &str = "isi";

/// What the shell needs.
#[derive(Properties, PartialEq)]
pub struct ShellProps {
    /// The page's handle.
    pub site: Site,
    /// Where the reader is.
    pub location: Location,
}

/// A whole page.
#[component]
pub fn Shell(ShellProps { site, location }: &ShellProps) -> Html {
    let page = match &location.route {
        Route::Explore(query) => html! {
            <Explore site={site.clone()} query={query.clone()} unread={location.unread.clone()} />
        },
        Route::Article(id) => html! {
            <ArticlePage site={site.clone()} id={id.clone()} fragment={location.fragment.clone()} />
        },
        Route::Missing(path) => missing::path(site, path),
    };
    let skip = Location { fragment: CONTENT.to_owned(), ..location.clone() };
    html! {
        <>
            { masthead(site, skip.href()) }
            <main id={CONTENT} tabindex="-1">{ page }</main>
            { footer(site) }
            { help(site) }
        </>
    }
}

/// The title of the document at a location.
#[must_use]
pub fn title(site: &Site, location: &Location) -> String {
    let text = site.text();
    let archive = &site.library.meta().title;
    let page = match &location.route {
        Route::Explore(query) if query.words.trim().is_empty() => return archive.clone(),
        Route::Explore(query) => query.words.trim().to_owned(),
        Route::Article(id) => {
            let head = site.library.find(id).and_then(|at| site.library.head(at));
            head.map_or(text.missing_title.to_owned(), |head| head.title.clone())
        }
        Route::Missing(_) => text.missing_title.to_owned(),
    };
    format!("{page} · {archive}")
}
