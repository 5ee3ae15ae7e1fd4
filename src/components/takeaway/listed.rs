//! The list of the page as a file: every row that answers, not only those of the page.

use jejak_archive::Outcome;
use jejak_archive::statements::StatementQuery;
use jejak_export::table::Kind;
use jejak_export::{Asked, Form, Rows};
use yew::prelude::*;

use crate::markup::html;

use super::room::{Kept, Room};
use super::saved::{MOST, Saved, list_of, name};
use super::watched;
use crate::pages::failure;
use crate::state::news;
use crate::state::site::Arrival;
use crate::state::url::{Location, Route};
use crate::widget::Hand;

pub(super) fn view(room: &Room, hand: &Hand<Kept>, location: &Location) -> Html {
    let (site, words) = (&room.site, &room.site.text().take);
    let Some((asked, kind, list)) = list_of(site, location) else { return Html::default() };
    let total = match news::count(&site.library, &asked) {
        Outcome::Ready(total) => total,
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    let called = match (kind, &list.route) {
        (Kind::Articles, Route::Explore(query)) => format!("artikel {}", query.words),
        (_, Route::Quotes(asked)) => format!("pernyataan {}", named(asked)),
        _ => "daftar".to_owned(),
    };
    let rows = move |asked: Asked| move || Rows::new(asked.clone(), MOST as usize);
    let button = |form: Form| {
        let name = name(form, site);
        let as_file = Saved { form, kind, called: called.clone(), list: list.clone(), shown: name };
        let onclick = room.gathering(hand, rows(asked.clone()), as_file);
        html! {
            <button class="button" type="button" data-download={name} {onclick}>{ words.download().with(name) }</button>
        }
    };
    html! {
        <>
            <p data-rows={total}>
                { if kind == Kind::Articles { words.list_articles().with(total) } else { words.list_statements().with(total) } }
            </p>
            if total == 0 {
                <p>{ words.list_empty() }</p>
            } else {
                if total > MOST {
                    <p class="notice" data-limit={MOST}>{ words.list_limit().with(total, MOST) }</p>
                }
                if site.arrival != Arrival::Whole {
                    <p class="take-hint">{ words.list_parts() }</p>
                }
                <p class="take-ways">
                    { for Form::TABLES.into_iter().chain(Form::CITED).map(button) }
                </p>
                <p class="take-hint">{ words.list_inside() }</p>
            }
            if !site.own {
                { watched::saving(room, hand, location, total) }
            }
        </>
    }
}

/// Whose and about what they are, as a file is called.
fn named(asked: &StatementQuery) -> String {
    let values = asked.query.choices.iter().filter(|choice| !choice.exclude).map(|choice| choice.value.as_str());
    values.chain([asked.query.words.as_str()]).collect::<Vec<_>>().join(" ")
}
