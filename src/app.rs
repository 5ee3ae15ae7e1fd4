//! The shell around every page, and which page a location shows.

use jejak_archive::statements::StatementQuery;
use jejak_archive::{Outcome, Query};
use yew::Html;

use crate::markup::html;

use crate::chunk::{self, Chunk};
use crate::components::shell::footer::footer;
use crate::components::shell::help::help;
use crate::components::shell::masthead::masthead;
use crate::components::takeaway::door::Door;
use crate::pages::explore::Explore;
use crate::pages::{article, failure, missing};
use crate::state::site::Site;
use crate::state::url::{Location, Route};
use crate::widget::widget;

/// The id of the page's content, where the skip link leads.
pub const CONTENT: &str = "isi";

/// A whole page: what `location` shows.
pub fn shell(site: &Site, location: &Location) -> Html {
    let page = match &location.route {
        Route::Explore(query) => widget(Explore {
            site: site.clone(),
            query: site.library.in_use(query.clone()),
            unread: location.unread.clone(),
        }),
        Route::Article(id) => article::page(site, id, &location.fragment),
        Route::Record { facet, slug, words, page } => {
            let query = Query { words: words.clone(), page: *page, ..Query::default() };
            behind(site, chunk::RECORD.open(), |page| page(site, *facet, slug, &query))
        }
        Route::Regulations => behind(site, chunk::REGULATIONS.open(), |page| page(site)),
        Route::Quotes(asked) => {
            let asked = StatementQuery { query: site.library.in_use(asked.query.clone()), ..asked.clone() };
            behind(site, chunk::QUOTES.open(), |page| page(site, asked, location.unread.clone()))
        }
        Route::Timeline(query) => {
            let query = site.library.in_use(query.clone());
            behind(site, chunk::TIMELINE.open(), |page| page(site, &query, &location.unread))
        }
        Route::About(query) => {
            let query = site.library.in_use(query.clone());
            behind(site, chunk::ABOUT.open(), |page| page(site, &query, &location.unread))
        }
        Route::Own => match chunk::OWN.open() {
            Some(page) => page(site),
            None => failure::chunk(site, Chunk::Own),
        },
        Route::Missing(path) => missing::path(site, path),
    };
    let skip = Location { fragment: CONTENT.to_owned(), ..location.clone() };
    html! {
        <>
            { masthead(site, matches!(location.route, Route::Explore(_)), skip.href()) }
            { if site.own { chunk::OWN_BANNER.open().map(|banner| banner(site)).unwrap_or_default() } else { Html::default() } }
            <main id={CONTENT} tabindex="-1">{ language(site) }{ page }</main>
            { footer(site) }
            { help(site) }
            { widget(Door { site: site.clone(), location: location.clone() }) }
            { chunk::LASTING.open().map(|notices| notices(site)).unwrap_or_default() }
        </>
    }
}

/// A page behind a gate: it is drawn once its chunk is there.
fn behind<T>(site: &Site, gate: Option<T>, draw: impl FnOnce(T) -> Html) -> Html {
    match gate {
        Some(page) => draw(page),
        None => failure::chunk(site, Chunk::Pages),
    }
}

/// Says so where the words of the chosen language do not come; as long as they may, nothing.
fn language(site: &Site) -> Html {
    match Chunk::of_language(site.settings.language) {
        Some(words) if !words.is_there() => failure::chunk_beside(site, words),
        _ => Html::default(),
    }
}

/// The title of the document at a location.
#[must_use]
pub fn title(site: &Site, location: &Location) -> String {
    let text = site.text();
    let archive = site.name();
    let page = match &location.route {
        Route::Explore(query) if query.words.trim().is_empty() => return archive.to_owned(),
        Route::Explore(query) => query.words.trim().to_owned(),
        Route::Article(id) if site.library.withdrawn(id).is_some() => text.withdrawn().to_owned(),
        Route::Article(id) => {
            let Outcome::Ready(found) = site.library.seek(id) else { return archive.to_owned() };
            match found.map(|at| site.library.read(at)) {
                Some(Outcome::Ready(read)) => read.article.title.clone(),
                _ => text.missing_title().to_owned(),
            }
        }
        Route::Record { facet, slug, words, page } => {
            let query = Query { words: words.clone(), page: *page, ..Query::default() };
            match chunk::RECORD_NAME.open().and_then(|name| name(site, *facet, slug, &query)) {
                Some(name) => name,
                None => return archive.to_owned(),
            }
        }
        Route::Regulations => match chunk::REGULATIONS_NAME.open() {
            Some(name) => name(site).to_owned(),
            None => return archive.to_owned(),
        },
        Route::Quotes(_) => text.record.quotes().to_owned(),
        Route::Timeline(_) => text.time.title().to_owned(),
        Route::About(_) => text.about().to_owned(),
        Route::Own => text.own().to_owned(),
        Route::Missing(_) => text.missing_title().to_owned(),
    };
    format!("{page} · {archive}")
}
