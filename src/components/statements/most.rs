//! Who says it most: the speakers of a page side by side, by hundred articles.
//!
//! Two shares, because either alone misleads: of the articles that answer, in how many somebody says it, which favours who
//! is in the news every day; and of the articles that name them, in how many they do.

use jejak_archive::Query;
use jejak_archive::query::{FacetKind, Order};
use jejak_archive::statements::{Group, Grouping, StatementQuery, Statements};
use yew::Html;

use crate::markup::html;

use super::groups::{all, name};
use crate::components::timeline::axis::rate;
use crate::state::site::Site;
use crate::state::url;

/// The way to who says most often what is asked for, whoever is named beside it.
pub fn way(site: &Site, query: &Query) -> Html {
    let mut query = Query { page: 0, order: Order::default(), ..query.clone() };
    query.choices.retain(|choice| !matches!(choice.facet, FacetKind::Person | FacetKind::Organisation));
    let asked = StatementQuery { query, group: Some(Grouping::Speaker), ..StatementQuery::default() };
    html! { <p class="record-way"><a href={url::quotes(&asked)}>{ site.text().record.most() }</a></p> }
}

/// A row for each speaker of the page; its bar and name lead to what they say.
pub fn most(site: &Site, asked: &StatementQuery, answer: &Statements) -> Html {
    let (text, words) = (site.text(), &site.text().record);
    let heads = [words.group_speaker(), words.column_statements(), words.share_of_answer(), words.share_of_named()];
    let row = |group: &Group| {
        let href = url::quotes(&all(asked, group)?);
        let share = rate(group.articles, answer.articles);
        let named = match group.named_in {
            0 => String::new(),
            named => text.time.in_tenths(rate(group.articles, named)),
        };
        Some(html! {
            <tr data-count={group.count}>
                <th scope="row">
                    <a {href}>
                        { name(site, group) }
                        <svg class="most-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                            <rect width={share.to_string()} height="10"/>
                        </svg>
                    </a>
                </th>
                <td>{ text.number().with(group.count) }</td>
                <td>{ text.time.in_tenths(share) }</td>
                <td>{ named }</td>
            </tr>
        })
    };
    // What only a role says, or nobody known, is nobody's record.
    let speak = |group: &&Group| !group.label.is_empty();
    html! {
        <section class="accuracy most" aria-labelledby="tersering">
            <h2 id="tersering">{ words.most() }</h2>
            <table>
                <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for answer.groups.iter().filter(speak).filter_map(row) }</tbody>
            </table>
            <p class="record-hint">{ words.most_how().with(answer.articles) }</p>
        </section>
    }
}
