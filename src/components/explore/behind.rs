//! What stands beside the hits: the answer in time, and filters with their counts.
//!
//! Hits are what one waits for, so they are drawn first. What stands here follows once they were painted, and asks for
//! the part of the archive that it lacks only then, so that it never competes with them. Where a reader acts here, it is
//! drawn at once: the next key pressed must find what the one before did.

use std::rc::Rc;

use jejak_archive::{Answer, Outcome, Query};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::html;

use super::dates::dates;
use super::facet::facets;
use crate::components::timeline::view::TimelineView;
use crate::pages::failure;
use crate::state::later::Later;
use crate::state::site::{Arrival, Site};
use crate::widget::{Hand, Widget, widget};

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Bars, and the two dates.
    Time,
    /// Filters.
    Facets,
}

/// One of them.
pub struct Behind {
    /// The page's handle.
    pub site: Site,
    /// What is asked.
    pub query: Query,
    /// Its answer, which is there.
    pub answer: Rc<Outcome<Answer>>,
    /// What is drawn of it.
    pub what: What,
}

impl PartialEq for Behind {
    /// Answers are compared by where they lie: each is made once.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer) && self.site == other.site && self.query == other.query
    }
}

/// It keeps whether the hits were painted since it was made, and what waits for that.
#[derive(Debug, Default)]
pub struct Kept {
    painted: bool,
    later: Option<Later>,
}

impl Widget for Behind {
    type Kept = Kept;

    fn key(&self) -> Key {
        "nanti".into()
    }

    fn begin(&self, hand: &Hand<Kept>) {
        // An archive of the visitor's own comes all at once, to an app that has drawn none of this yet: that is a task each.
        let pending = || matches!(&*self.answer, Outcome::Ready(answer) if !answer.pending.is_empty());
        if self.site.own || self.what == What::Facets && pending() {
            wait(hand);
        }
    }

    fn changed(&self, before: &Self, hand: &Hand<Kept>) -> bool {
        let (now, before) = (&self.query, &before.query);
        let own = match self.what {
            What::Time => (now.from, now.to, now.window) != (before.from, before.to, before.window),
            What::Facets => now.choices != before.choices,
        };
        own || !wait(hand)
    }

    fn draw(&self, hand: &Hand<Kept>) -> Html {
        let Self { site, query, answer, what } = self;
        let Outcome::Ready(answer) = &**answer else { return Html::default() };
        match what {
            _ if site.own && !hand.look(|kept| kept.painted) => Html::default(),
            What::Time => html! {
                <>
                    { widget(TimelineView {
                        site: site.clone(), query: query.clone(), timeline: answer.timeline.clone(), room: 56,
                    }) }
                    { dates(site, query) }
                </>
            },
            What::Facets if answer.pending.is_empty() => facets(site, query, &answer.facets),
            What::Facets if !hand.look(|kept| kept.painted) && site.arrival == Arrival::Coming => failure::coming(site),
            What::Facets => failure::part(site, &answer.pending),
        }
    }
}

/// Draws after the hits, if there is such a time.
fn wait(hand: &Hand<Kept>) -> bool {
    let own = hand.clone();
    let later = Later::after_paint(move || own.set(|kept| kept.painted = true));
    // One that is already waiting is dropped, which ends it.
    hand.look(|kept| {
        kept.later = later;
        kept.later.is_some()
    })
}
