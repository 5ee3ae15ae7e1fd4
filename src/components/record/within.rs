//! The statements of a person or an organisation, about a topic or that name a regulation, and a search that stays among them.
//!
//! Typing answers at once, and what is typed stands in the address: Back, a reload and a copied link bring it back. Without
//! words the list is what the record holds already; with words more of an archive in parts is fetched, and only the list
//! waits for it.

use jejak_archive::query::FacetKind;
use jejak_archive::statements::{StatementQuery, Statements};
use jejak_archive::{Outcome, Query};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::markup::html;

use crate::components::explore::status::{notices, said};
use crate::components::pager::pager;
use crate::components::statements::card::card;
use crate::components::statements::most::way;
use crate::components::takeaway;
use crate::pages::failure;
use crate::state::site::{Site, View};
use crate::state::{links, url};
use crate::text::laws::Words;

/// The search and the list: `all` of a record's statements, or those of them that hold the words of `query`.
pub fn within(site: &Site, (facet, slug): (FacetKind, &str), query: &Query, all: &Statements) -> Html {
    let words = &site.text().record;
    if all.total == 0 {
        let none = match facet {
            FacetKind::Regulation => Words::of(site.settings.language).no_statements(),
            _ => words.no_statements(),
        };
        return html! { <><p class="record-hint">{ none }</p>{ status(site, query, all) }</> };
    }
    let site = site.on(View::Record(facet, slug.to_owned()));
    let own = links::statements(&[(facet, slug)]);
    let asked = StatementQuery { query: Query { choices: own.query.choices, ..query.clone() }, ..own };
    let found = (!query.words.trim().is_empty()).then(|| site.library.statements(&asked));
    let list = match &found {
        None => list(&site, facet, query, all),
        Some(Outcome::Ready(found)) => list(&site, facet, query, found),
        Some(Outcome::Needs(parts)) => failure::part(&site, parts),
    };
    html! {
        <>
            { field(&site, query) }
            <p class="record-way"><a href={url::quotes(&asked)}>{ words.filter_statements() }</a>{ " " }{ takeaway::list(&site) }</p>
            if of_several(facet) {
                { way(&site, &asked.query) }
            }
            { list }
        </>
    }
}

/// Whether the statements are of several speakers.
pub fn of_several(facet: FacetKind) -> bool {
    matches!(facet, FacetKind::Topic | FacetKind::Regulation)
}

fn field(site: &Site, query: &Query) -> Html {
    let words = &site.text().record;
    let typed = {
        let (site, query) = (site.clone(), query.clone());
        Callback::from(move |event: InputEvent| {
            let words = event.target_unchecked_into::<HtmlInputElement>().value();
            site.type_on(Query { words, ..query.clone() });
        })
    };
    // What is typed is answered already.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="within" role="search" {onsubmit}>
            <label for="cari">{ words.search_within() }</label>
            <input id="cari" class="search-field" type="search" name="q" value={query.words.clone()} oninput={typed}
                autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" maxlength="400" />
        </form>
    }
}

/// How many there are, in words; who sees the page reads it at its head where nothing is looked for.
fn status(site: &Site, query: &Query, all: &Statements) -> Html {
    let words = query.words.trim();
    let class = if words.is_empty() { "status unseen" } else { "status" };
    said(site, class, all.total, site.text().record.statements_in().with(all.total, all.articles), words)
}

fn list(site: &Site, facet: FacetKind, query: &Query, said: &Statements) -> Html {
    let words = &site.text().record;
    html! {
        <>
            { status(site, query, said) }
            { notices(site, query, &[], said.into()) }
            if said.total == 0 {
                <section class="empty">
                    <h3>{ words.empty() }</h3>
                    <p><a class="button" href={site.href(Query::default())}>{ words.clear_within() }</a></p>
                </section>
            }
            <ul class="statements">
                { for said.list.iter().map(|one| card(site, one, of_several(facet))) }
            </ul>
            { pager(site, query, said.pages) }
        </>
    }
}
