//! The clippings: what was put aside, as a list and as files.

use jejak_export::table::Kind;
use jejak_export::{Asked, Form, Rows};
use yew::prelude::*;

use crate::markup::html;

use super::room::{Kept, Room};
use super::saved::{self, Saved};
use crate::state::clippings::{Clipping, Clippings};
use crate::state::url::{self, Location};
use crate::widget::Hand;

pub(super) fn view(room: &Room, hand: &Hand<Kept>) -> Html {
    let (site, words) = (&room.site, &room.site.text().take);
    let all = hand.look(|kept| kept.clippings.all.clone());
    let these: Vec<(String, String)> = all.iter().map(|one| (one.article.clone(), one.anchor.clone())).collect();
    let kind = if these.iter().all(|(_, anchor)| anchor.is_empty()) { Kind::Articles } else { Kind::Statements };
    let button = |form: Form| {
        let (name, these) = (saved::name(form, site), these.clone());
        let as_file =
            Saved { form, kind, called: words.clippings().to_owned(), list: Location::default(), shown: name };
        let onclick = room.gathering(hand, move || Rows::new(Asked::These(these.clone()), usize::MAX), as_file);
        html! {
            <button class="button" type="button" data-download={name} {onclick}>{ words.download().with(name) }</button>
        }
    };
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    html! {
        <>
            <p class="take-hint">{ words.clippings_about() }</p>
            if all.is_empty() {
                <p>{ words.clippings_empty() }</p>
            } else {
                <p data-rows={count}>{ words.clippings_count().with(count) }</p>
                <ul class="take-list">{ for all.iter().map(|one| row(room, hand, one)) }</ul>
                <p class="take-ways">
                    { for Form::TABLES.into_iter().chain(Form::CITED).map(button) }
                </p>
                <p class="take-ways">
                    <button class="button" type="button" data-clear="" onclick={changing(room, hand, |all| all.all.clear())}>
                        { words.clear() }
                    </button>
                </p>
            }
        </>
    }
}

/// A callback that changes what is kept.
fn changing(room: &Room, hand: &Hand<Kept>, change: impl Fn(&mut Clippings) + 'static) -> Callback<MouseEvent> {
    let words = &room.site.text().take;
    hand.on(move |kept, _| {
        let done = kept.shelve(&change);
        kept.said = Some(if done { words.dropped() } else { words.keep_refused() }.to_owned());
    })
}

fn row(room: &Room, hand: &Hand<Kept>, one: &Clipping) -> Html {
    let (site, words) = (&room.site, &room.site.text().take);
    let href = if one.anchor.is_empty() { url::article(&one.article) } else { url::quote(&one.article, &one.anchor) };
    let remove = {
        let one = one.clone();
        changing(room, hand, move |all| all.all.retain(|other| !other.is(&one.article, &one.anchor)))
    };
    html! {
        <li data-clipping={format!("{}#{}", one.article, one.anchor)}>
            <p lang={site.lang()}><a {href}>{ &one.words }</a></p>
            <p class="take-hint">{ &one.about }</p>
            <button class="link" type="button" data-remove="" aria-label={words.remove().with(&one.words)} onclick={remove}>
                { words.drop() }
            </button>
        </li>
    }
}
