//! No statement answers: what to loosen.

use jejak_archive::Outcome;
use jejak_archive::statements::{Kinds, StatementQuery};
use yew::Html;

use crate::markup::html;

use crate::components::explore::empty::looser;
use crate::state::site::Site;
use crate::state::url;

/// Says which single part of what is asked, left out, would give statements, and how many, each with its address.
pub fn nothing(site: &Site, asked: &StatementQuery) -> Html {
    let (text, words) = (site.text(), &site.text().record);
    let ways = ways(site, asked).into_iter();
    let ways: Vec<_> = ways.filter_map(|(what, asked)| Some((what, found(site, &asked)?, asked))).collect();
    html! {
        <section class="empty">
            <h2>{ words.empty() }</h2>
            <p>{ if ways.is_empty() { words.empty_next() } else { text.empty_loosen() } }</p>
            <ul class="empty-ways">
                { for ways.into_iter().map(|(what, total, asked)| html! {
                    <li>
                        <a class="button" data-loosen="" href={url::quotes(&asked)}>{ words.without().with(&what, total) }</a>
                    </li>
                }) }
                <li><a class="link" href={url::quotes(&StatementQuery::default())}>{ words.clear() }</a></li>
            </ul>
        </section>
    }
}

/// What is asked with one part less, each with what the part is called.
fn ways(site: &Site, asked: &StatementQuery) -> Vec<(String, StatementQuery)> {
    let words = &site.text().record;
    let mut ways = Vec::new();
    let mut way = |name: String, change: &dyn Fn(&mut StatementQuery)| {
        let mut next = asked.clone();
        change(&mut next);
        ways.push((name, next));
    };
    for (name, query) in looser(site, &asked.query) {
        way(name, &|next| next.query = query.clone());
    }
    if asked.kinds != Kinds::default() {
        way(words.any_kind().to_owned(), &|next| next.kinds = Kinds::default());
    }
    if (asked.least, asked.below) != (None, None) {
        way(words.any_confidence().to_owned(), &|next| (next.least, next.below) = (None, None));
    }
    ways
}

/// How many statements are found, where any are. They are counted on a page behind the last, whose texts nobody needs.
#[inline(never)]
fn found(site: &Site, asked: &StatementQuery) -> Option<u32> {
    let mut counted = asked.clone();
    counted.group = None;
    counted.query.page = u32::MAX;
    match site.library.statements(&counted) {
        Outcome::Ready(answer) => Some(answer.total).filter(|total| *total > 0),
        Outcome::Needs(parts) => {
            site.need(Outcome::Needs(parts));
            None
        }
    }
}
