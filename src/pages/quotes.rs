//! All statements, with the filters of the front page and those that only statements have.

use std::rc::Rc;

use jejak_archive::Outcome;
use jejak_archive::statements::{Grouping, StatementQuery, Statements};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::{classes, html};

use super::failure;
use crate::components::explore::chips::chips;
use crate::components::explore::dates::dates;
use crate::components::explore::facet::facets;
use crate::components::explore::status::{notices, said};
use crate::components::head::{fold, head};
use crate::components::pager::pager;
use crate::components::statements::card::card;
use crate::components::statements::groups::groups;
use crate::components::statements::most::most;
use crate::components::statements::narrow::narrow;
use crate::components::statements::nothing::nothing;
use crate::components::takeaway;
use crate::components::timeline::view::TimelineView;
use crate::state::library::Library;
use crate::state::site::Site;
use crate::widget::{Hand, Widget, widget};

/// The page of a question; `unread` are parts of the address that could not be read.
pub fn page(site: &Site, asked: StatementQuery, unread: Vec<String>) -> Html {
    widget(Quotes { site: site.clone(), asked, unread })
}

#[derive(PartialEq)]
struct Quotes {
    site: Site,
    asked: StatementQuery,
    unread: Vec<String>,
}

/// What it keeps.
#[derive(Debug, Default)]
struct Kept {
    /// Whether the filters are unfolded on a narrow screen.
    open: bool,
    /// The last answer, with what was asked of what.
    answer: Option<(Library, StatementQuery, Rc<Outcome<Statements>>)>,
}

impl Widget for Quotes {
    type Kept = Kept;

    fn key(&self) -> Key {
        "kutipan".into()
    }

    fn draw(&self, hand: &Hand<Kept>) -> Html {
        let Self { site, asked, unread } = self;
        let open = hand.look(|kept| kept.open);
        let answer = hand.look(|kept| match &kept.answer {
            Some((library, before, answer)) if *library == site.library && before == asked => answer.clone(),
            _ => {
                let answer = Rc::new(site.library.statements(asked));
                kept.answer = Some((site.library.clone(), asked.clone(), answer.clone()));
                answer
            }
        });
        let words = &site.text().record;
        let site = site.on_statements(asked);
        let turn = hand.on(|kept, _: MouseEvent| kept.open = !kept.open);
        let head = head(&site, &asked.query, words.quotes(), words.quotes_about());
        let answer = match &*answer {
            Outcome::Ready(answer) => answer,
            Outcome::Needs(parts) => return html! { <>{ head }{ failure::part(&site, parts) }</> },
        };
        html! {
            <>
                { head }
                <div class="explore quotes">
                    { fold(&site, &asked.query, words.filters(), open, turn) }
                    <div id="saringan" class={classes("panel", &[open.then_some("open")])}>
                        { narrow(&site, asked, answer) }
                        <div class="panel-facets">
                            { dates(&site, &asked.query) }
                            { facets(&site, &asked.query, &answer.facets) }
                        </div>
                    </div>
                    <section class="results" aria-label={words.quotes()}>
                        { said(&site, "status", answer.total, words.statements_in().with(answer.total, answer.articles), &asked.query.words) }
                        { takeaway::list(&site) }
                        { chips(&site, &asked.query) }
                        { notices(&site, &asked.query, unread, answer.into()) }
                        { widget(TimelineView {
                            site: site.clone(), query: asked.query.clone(), timeline: answer.timeline.clone(), room: 48,
                        }) }
                        { found(&site, asked, answer) }
                    </section>
                </div>
            </>
        }
    }
}

fn found(site: &Site, asked: &StatementQuery, answer: &Statements) -> Html {
    if answer.total == 0 {
        return nothing(site, asked);
    }
    html! {
        <>
            if asked.group == Some(Grouping::Speaker) {
                { most(site, asked, answer) }
            }
            if asked.group.is_some() {
                { groups(site, asked, &answer.groups) }
            } else {
                <ul class="statements">{ for answer.list.iter().map(|one| card(site, one, true)) }</ul>
            }
            { pager(site, &asked.query, answer.pages) }
        </>
    }
}
