//! The front page: search, filters, time, hits.

use std::rc::Rc;

use jejak_archive::query::PAGE;
use jejak_archive::{Answer, Outcome, Query};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::{classes, html};

use super::failure;
use crate::components::explore::asking::asking;
use crate::components::explore::behind::{Behind, What};
use crate::components::explore::chips::chips;
use crate::components::explore::empty::empty;
use crate::components::explore::hit::hit;
use crate::components::explore::nameplate::nameplate;
use crate::components::explore::order::order;
use crate::components::explore::person_card::person_card;
use crate::components::explore::search_box::SearchBox;
use crate::components::explore::status::{notices, status};
use crate::components::head::fold;
use crate::components::pager::pager;
use crate::components::statements::most::way;
use crate::components::takeaway;
use crate::state::site::{Arrival, Site};
use crate::widget::{Hand, Widget, widget};

/// The page.
#[derive(PartialEq)]
pub struct Explore {
    /// The page's handle.
    pub site: Site,
    /// What is asked.
    pub query: Query,
    /// Parts of the address that could not be read.
    pub unread: Vec<String>,
}

/// What the page keeps from one drawing to the next.
#[derive(Debug, Default)]
pub struct Kept {
    /// Whether the filters are unfolded on a narrow screen.
    open: bool,
    /// The last whole answer: it stands until the next one is.
    before: Option<Rc<Outcome<Answer>>>,
    /// Whose card came with the first answer to the question.
    first_person: Option<(Query, Option<u32>)>,
}

impl Widget for Explore {
    type Kept = Kept;

    fn key(&self) -> Key {
        "jelajah".into()
    }

    fn draw(&self, hand: &Hand<Kept>) -> Html {
        hand.look(|kept| self.page(kept, hand))
    }
}

impl Explore {
    fn page(&self, kept: &mut Kept, hand: &Hand<Kept>) -> Html {
        let Self { site, query, unread } = self;
        let answer = site.library.answer(query);
        let open = kept.open;
        let text = site.text();
        let head = html! { <>{ nameplate(site) }{ widget(SearchBox { site: site.clone(), query: query.clone() }) }{ asking(site) }</> };
        // What stands there stays until its successor is whole, so that nothing jumps. What is missing is asked for here.
        let waiting = if let Outcome::Needs(parts) = &*answer { Some(failure::part(site, parts)) } else { None };
        let coming = waiting.is_some() && site.arrival == Arrival::Coming;
        let shown = kept.before.clone().filter(|_| coming).unwrap_or(answer);
        let Outcome::Ready(answer) = &*shown else { return html! { <>{ head }{ waiting }</> } };
        if !coming {
            kept.before = Some(shown.clone());
            if kept.first_person.as_ref().is_none_or(|(asked, _)| asked != query) {
                kept.first_person = Some((query.clone(), answer.person));
            }
        }
        // A card that comes later than the hits stands behind them: nothing that is being read is pushed down.
        let late = answer.person.is_some() && kept.first_person.as_ref().is_some_and(|(_, person)| person.is_none());
        let turn = hand.on(|kept, _: MouseEvent| kept.open = !kept.open);
        let done = hand.on(|kept, _: MouseEvent| kept.open = false);
        let behind = |what| widget(Behind { site: site.clone(), query: query.clone(), answer: shown.clone(), what });
        let first = query.page.saturating_mul(PAGE);
        html! {
            <>
            { head }
            <div class="explore">
                { fold(site, query, text.filters(), open, turn) }
                <div id="saringan" class={classes("panel", &[open.then_some("open")])}>
                    <div class="panel-time">
                        { behind(What::Time) }
                    </div>
                    <div class="panel-facets">
                        { behind(What::Facets) }
                    </div>
                    <button class="fold-done button" type="button" onclick={done}>{ text.show().with(answer.total) }</button>
                </div>
                <section class="results" aria-label={text.hits()} aria-busy={coming}>
                    <div class="results-head">
                        { status(site, query, answer) }
                        { order(site, query) }
                        { takeaway::list(site) }
                    </div>
                    { chips(site, query) }
                    { notices(site, query, unread, answer.into()) }
                    if answer.total > 0 && !query.words.trim().is_empty() {
                        { way(site, query) }
                    }
                    { person_card(site, answer.person.filter(|_| !late)) }
                    if answer.total == 0 {
                        { empty(site, query) }
                    }
                    <ol class="hits">
                        { for answer.hits.iter().zip(first + 1..).map(|(found, rank)| hit(site, found, rank)) }
                    </ol>
                    { person_card(site, answer.person.filter(|_| late)) }
                    { pager(site, query, answer.total.div_ceil(PAGE)) }
                </section>
            </div>
            </>
        }
    }
}
