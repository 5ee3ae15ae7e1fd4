//! What is fetched and drawn once a reader asks for it.
//!
//! Some of what a page offers needs much more of an archive than the rest of it: what articles are called stands in their
//! texts, who held an office when in the list of all people. Where an archive comes in parts, these wait behind a button
//! or a fold.

use std::sync::Arc;

use jejak_archive::Query;
use jejak_archive::answer::Timeline;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::Record;
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::html;

use crate::chunk::UNFOLDED;
use crate::components::coverage::coverage;
use crate::components::reading::alike::alike;
use crate::components::record::{cited, related};
use crate::components::statements::printings::{Printed, printings};
use crate::components::timeline::{events, offices};
use crate::state::site::{Arrival, Site};
use crate::widget::{Hand, Widget};

/// It keeps whether a reader asked for it.
#[derive(PartialEq)]
pub struct Unfolded {
    /// The page's handle.
    pub site: Site,
    /// What it is.
    pub what: What,
}

/// What a reader may ask for.
#[derive(PartialEq)]
pub enum What {
    /// Articles as links, and whether none stand before them.
    Articles(Vec<u32>, bool),
    /// The articles that are most like the one at this place.
    Alike(u32),
    /// Who held which office when, in line with the bars of the answer.
    Offices(Query, Timeline),
    /// What else stands in the articles of a record.
    Related(Company),
    /// Of which days and sources there are articles, for the source and the year of a query.
    Coverage(Query),
    /// The articles that print a statement.
    Printings(Printed),
    /// What happened when, in line with the bars of an answer of so many articles.
    Events(Query, Timeline, u32),
}

/// A record whose articles are asked for what else they have. Two are equal when they are of the same one: an archive does
/// not change while it is open.
pub struct Company(pub FacetKind, pub Arc<Record>);

impl PartialEq for Company {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 && self.1.slug == other.1.slug
    }
}

impl Widget for Unfolded {
    type Kept = bool;

    fn key(&self) -> Key {
        match self.what {
            What::Articles(..) => "artikel",
            What::Alike(_) => "serupa",
            What::Offices(..) => "jabatan",
            What::Events(..) => "peristiwa",
            What::Coverage(_) => "cakupan",
            What::Printings(Printed { article, ordinal, .. }) => return format!("cetakan {article} {ordinal}").into(),
            What::Related(..) => "terkait",
        }
        .into()
    }

    fn draw(&self, hand: &Hand<bool>) -> Html {
        let Self { site, what } = self;
        let ask = hand.on(|asked, _: MouseEvent| *asked = true);
        // An address that chooses something of it asks for it.
        let chosen = matches!(what, What::Coverage(query) if *query != Query::default());
        let asked = chosen || hand.look(|asked| *asked) || site.arrival == Arrival::Whole;
        match what {
            What::Alike(at) => alike(site, *at, asked, ask),
            // The others stand on pages of this chunk, so it is there when they are.
            _ => UNFOLDED.open().map_or_else(Html::default, |draw| draw(site, what, asked, ask)),
        }
    }
}

/// What pages of the chunk unfold, once it is `asked` for, or what asks for it.
pub fn unfolded(site: &Site, what: &What, asked: bool, ask: Callback<MouseEvent>) -> Html {
    let words = &site.text().time;
    let name = match what {
        What::Alike(_) => return Html::default(),
        What::Articles(articles, first) => return cited::folded(site, articles, *first, asked, ask),
        What::Printings(of) => return printings(site, *of, asked, ask),
        What::Offices(query, timeline) if asked => return offices::offices(site, query, timeline),
        What::Events(query, timeline, total) if asked => return events::events(site, query, timeline, *total),
        What::Related(Company(facet, record)) if asked => return related::related(site, *facet, record),
        What::Coverage(query) if asked => return coverage(site, query),
        What::Coverage(_) => site.text().record.coverage(),
        What::Related(..) => site.text().record.related(),
        What::Offices(..) => words.offices(),
        What::Events(..) => words.events(),
    };
    // Beside a record it stands among lists, below a timeline between rules.
    let class = if matches!(what, What::Related(..) | What::Coverage(_)) { "" } else { "lanes" };
    html! { <p {class}><button class="button" type="button" aria-expanded="false" onclick={ask}>{ name }</button></p> }
}
