//! All statements, with the filters of the front page and those that only statements have.

use std::rc::Rc;

use jejak_archive::statements::{StatementQuery, Statements};
use jejak_archive::{Answer, Outcome, Query};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::{classes, html};

use super::failure;
use crate::components::explore::chips::chips;
use crate::components::explore::dates::dates;
use crate::components::explore::facet::facets;
use crate::components::explore::search_box::SearchBox;
use crate::components::explore::status::notices;
use crate::components::statements::card::card;
use crate::components::statements::groups::groups;
use crate::components::statements::narrow::narrow;
use crate::components::statements::pager::pager;
use crate::components::timeline::view::TimelineView;
use crate::state::library::Library;
use crate::state::site::Site;
use crate::state::{filter, url};
use crate::widget::{Hand, Widget, widget};

/// The page.
#[derive(PartialEq)]
pub struct Quotes {
    /// The page's handle.
    pub site: Site,
    /// What is asked.
    pub asked: StatementQuery,
    /// Parts of the address that could not be read.
    pub unread: Vec<String>,
}

/// What it keeps.
#[derive(Debug, Default)]
pub struct Kept {
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
        let words = site.text().record;
        let site = site.on_statements(asked);
        let fold = hand.on(|kept, _: MouseEvent| kept.open = !kept.open);
        let head = html! {
            <>
                <header class="quotes-head">
                    <h1 class="record-title">{ words.quotes }</h1>
                    <p class="quotes-about">{ words.quotes_about }</p>
                </header>
                { widget(SearchBox { site: site.clone(), query: asked.query.clone() }) }
            </>
        };
        let answer = match &*answer {
            Outcome::Ready(answer) => answer,
            Outcome::Needs(parts) => return html! { <>{ head }{ failure::part(&site, parts) }</> },
        };
        // The notices of the front page look at what became of the words only.
        let like = Answer {
            dropped: answer.dropped.clone(),
            corrected: answer.corrected.clone(),
            same: answer.same.clone(),
            ..Answer::default()
        };
        let active = filter::active(&asked.query);
        html! {
            <>
                { head }
                <div class="explore quotes">
                    <button class="fold" type="button" aria-expanded={open} aria-controls="saringan"
                        onclick={fold}>
                        <span>{ words.filters }</span>
                        if active > 0 {
                            <span class="fold-count">{ (site.text().filters_active)(active) }</span>
                        }
                    </button>
                    <div id="saringan" class={classes("panel", &[open.then_some("open")])}>
                        { narrow(&site, asked, answer) }
                        <div class="panel-facets">
                            { dates(&site, &asked.query) }
                            { facets(&site, &asked.query, &answer.facets) }
                        </div>
                    </div>
                    <section class="results" aria-label={words.quotes}>
                        { status(&site, answer) }
                        { chips(&site, &asked.query) }
                        { notices(&site, &asked.query, unread, &like) }
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

fn status(site: &Site, answer: &Statements) -> Html {
    html! {
        <p class="status" role="status" data-count={answer.total}>
            <strong class="status-count">{ (site.text().record.statements_in)(answer.total, answer.articles) }</strong>
        </p>
    }
}

fn found(site: &Site, asked: &StatementQuery, answer: &Statements) -> Html {
    let words = site.text().record;
    if answer.total == 0 {
        return html! {
            <section class="empty">
                <h2>{ words.empty }</h2>
                <p>{ words.empty_next }</p>
                <p><a class="button" href={url::quotes(&StatementQuery::default())}>{ words.clear }</a></p>
            </section>
        };
    }
    let href = |page| url::quotes(&StatementQuery { query: Query { page, ..asked.query.clone() }, ..asked.clone() });
    html! {
        <>
            if asked.group.is_some() {
                { groups(site, asked, &answer.groups) }
            } else {
                <ul class="statements">{ for answer.list.iter().map(|one| card(site, one, true)) }</ul>
            }
            { pager(site, asked.query.page, answer.pages, href) }
        </>
    }
}
