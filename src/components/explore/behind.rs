//! What stands beside the hits: the answer in time, and filters with their counts.
//!
//! Hits are what one waits for, so they are drawn first. What stands here follows once they were painted, and asks for
//! the part of the archive that it lacks only then, so that it never competes with them. Where a reader acts here, it is
//! drawn at once: the next key pressed must find what the one before did.

use std::rc::Rc;

use jejak_archive::{Answer, Outcome, Query};
use yew::prelude::*;

use crate::markup::html;

use super::dates::dates;
use super::facet::FacetList;
use crate::components::timeline::view::TimelineView;
use crate::pages::failure;
use crate::state::later::Later;
use crate::state::site::{Arrival, Site};
use crate::state::url;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Bars, and the two dates.
    Time,
    /// Filters.
    Facets,
}

/// What they need.
#[derive(Properties)]
pub struct BehindProps {
    /// The page's handle.
    pub site: Site,
    /// What is asked.
    pub query: Query,
    /// Its answer, which is there.
    pub answer: Rc<Outcome<Answer>>,
    /// What is drawn of it.
    pub what: What,
}

impl PartialEq for BehindProps {
    /// Answers are compared by where they lie: each is made once.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer) && self.site == other.site && self.query == other.query
    }
}

/// One of them. It keeps whether the hits were painted since it was made.
pub struct Behind {
    painted: bool,
    later: Option<Later>,
}

impl Component for Behind {
    type Message = ();
    type Properties = BehindProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut this = Self { painted: false, later: None };
        if ctx.props().what == What::Facets
            && matches!(&*ctx.props().answer, Outcome::Ready(a) if !a.pending.is_empty())
        {
            this.wait(ctx);
        }
        this
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &BehindProps) -> bool {
        let (now, before) = (&ctx.props().query, &before.query);
        let own = match ctx.props().what {
            What::Time => (now.from, now.to, now.window) != (before.from, before.to, before.window),
            What::Facets => now.choices != before.choices,
        };
        own || !self.wait(ctx)
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.painted = true;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let BehindProps { site, query, answer, what } = ctx.props();
        let Outcome::Ready(answer) = &**answer else { return Html::default() };
        match what {
            What::Time => html! {
                <>
                    <TimelineView site={site.clone()} query={query.clone()} timeline={answer.timeline.clone()}
                        room={56} />
                    { dates(site, query) }
                </>
            },
            What::Facets if answer.pending.is_empty() => html! {
                { for answer.facets.iter().map(|facet| html! {
                    <FacetList key={url::key(facet.kind)} site={site.clone()} query={query.clone()}
                        facet={facet.clone()} />
                }) }
            },
            What::Facets if !self.painted && site.arrival == Arrival::Coming => failure::coming(site),
            What::Facets => failure::part(site, &answer.pending),
        }
    }
}

impl Behind {
    /// Draws after the hits, if there is such a time.
    fn wait(&mut self, ctx: &Context<Self>) -> bool {
        let link = ctx.link().clone();
        // One that is already waiting is dropped, which ends it.
        self.later = Later::after_paint(move || link.send_message(()));
        self.later.is_some()
    }
}
