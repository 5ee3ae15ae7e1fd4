//! The front page: search, filters, time, hits.

use std::rc::Rc;

use jejak_archive::query::PAGE;
use jejak_archive::{Answer, Outcome, Query};
use yew::prelude::*;

use super::failure;
use crate::components::explore::chips::chips;
use crate::components::explore::dates::dates;
use crate::components::explore::empty::empty;
use crate::components::explore::facet::FacetList;
use crate::components::explore::hit::hit;
use crate::components::explore::nameplate::nameplate;
use crate::components::explore::order::order;
use crate::components::explore::pager::pager;
use crate::components::explore::search_box::search_box;
use crate::components::explore::status::{notices, status};
use crate::components::explore::timeline::TimelineView;
use crate::state::filter;
use crate::state::site::Site;

/// What the page needs.
#[derive(Properties, PartialEq)]
pub struct ExploreProps {
    /// The page's handle.
    pub site: Site,
    /// What is asked.
    pub query: Query,
    /// Parts of the address that could not be read.
    pub unread: Vec<String>,
}

/// The page. It keeps only whether the filters are unfolded on a narrow screen.
#[component]
pub fn Explore(ExploreProps { site, query, unread }: &ExploreProps) -> Html {
    let answer = use_memo((site.library.clone(), query.clone()), |(library, query)| match library.answer(query) {
        Outcome::Ready(answer) => Some(Rc::new(answer)),
        Outcome::Needs(_) => None,
    });
    let head = html! {
        <>
            { nameplate(site) }
            { search_box(site, query) }
        </>
    };
    match &*answer {
        Some(answer) => html! {
            <>
                { head }
                <Answered site={site.clone()} query={query.clone()} unread={unread.clone()}
                    answer={answer.clone()} />
            </>
        },
        None => html! { <>{ head }{ failure::part(site) }</> },
    }
}

/// What the answer's part of the page needs.
#[derive(Properties, PartialEq)]
struct AnsweredProps {
    site: Site,
    query: Query,
    unread: Vec<String>,
    answer: Rc<Answer>,
}

#[component]
fn Answered(AnsweredProps { site, query, unread, answer }: &AnsweredProps) -> Html {
    let open = use_state(|| false);
    let text = site.text();
    let fold = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let active = filter::active(query);
    let first = query.page.saturating_mul(PAGE);
    html! {
        <div class="explore">
            <button class="fold" type="button" aria-expanded={open.to_string()} aria-controls="saringan" onclick={fold}>
                <span>{ text.filters }</span>
                if active > 0 {
                    <span class="fold-count">{ (text.filters_active)(active) }</span>
                }
            </button>
            <div id="saringan" class={classes!("panel", open.then_some("open"))}>
                <div class="panel-time">
                    <TimelineView site={site.clone()} query={query.clone()} timeline={answer.timeline.clone()} />
                    { dates(site, query) }
                </div>
                <div class="panel-facets">
                    { for answer.facets.iter().map(|facet| html! {
                        <FacetList key={crate::state::url::key(facet.kind)} site={site.clone()} query={query.clone()}
                            facet={facet.clone()} />
                    }) }
                </div>
            </div>
            <section class="results" aria-label={text.hits}>
                <div class="results-head">
                    { status(site, query, answer) }
                    { order(site, query) }
                </div>
                { chips(site, query, answer) }
                { notices(site, unread, answer) }
                if answer.total == 0 {
                    { empty(site, query, answer) }
                }
                <ol class="hits">
                    { for answer.hits.iter().zip(first + 1..).map(|(found, rank)| hit(site, found, rank)) }
                </ol>
                { pager(site, query, answer) }
            </section>
        </div>
    }
}
