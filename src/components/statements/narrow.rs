//! What narrows a list of statements down beyond the filters of the front page: kind, confidence, grouping, order.
//!
//! All of it are links, so each choice has an address before it is made.

use jejak_archive::Query;
use jejak_archive::model::QuoteKind;
use jejak_archive::query::Order;
use jejak_archive::statements::{Grouping, Kinds, StatementQuery, Statements};
use yew::Html;

use crate::markup::html;

use crate::components::choices::{Choice, choices};
use crate::state::site::Site;
use crate::state::url;

/// The bounds of confidence that are offered.
const SURE: [u8; 3] = [60, 80, 95];

/// The rows of choices.
pub fn narrow(site: &Site, asked: &StatementQuery, answer: &Statements) -> Html {
    let (text, words) = (site.text(), site.text().record);
    let mut kinds = vec![choice(
        words.kind_all.to_owned(),
        Some((text.number)(answer.direct.saturating_add(answer.reported))),
        asked.kinds == Kinds::default(),
        StatementQuery { kinds: Kinds::default(), ..asked.clone() },
    )];
    for (kind, count) in [(QuoteKind::Direct, answer.direct), (QuoteKind::Reported, answer.reported)] {
        let only = Kinds { direct: kind == QuoteKind::Direct, reported: kind == QuoteKind::Reported };
        let next = StatementQuery { kinds: only, ..asked.clone() };
        kinds.push(choice((text.quote_kind)(kind).to_owned(), Some((text.number)(count)), asked.kinds == only, next));
    }
    let sure = |least: Option<u8>, name: String| {
        let here = asked.least == least && asked.below.is_none();
        choice(name, None, here, StatementQuery { least, below: None, ..asked.clone() })
    };
    let mut bounds = vec![sure(None, words.confidence_all.to_owned())];
    bounds.extend(SURE.map(|least| sure(Some(least), (words.confidence_least)(least))));
    let odd = asked.least.filter(|least| !SURE.contains(least) && asked.below.is_none());
    bounds.extend(odd.map(|least| sure(Some(least), (words.confidence_least)(least))));
    // The doubtful ones too: whoever checks the archive begins with them.
    let below = asked.below.unwrap_or(SURE[0]);
    let doubtful = StatementQuery { least: None, below: Some(below), ..asked.clone() };
    bounds.push(choice((words.confidence_below)(below), None, asked.below.is_some(), doubtful));
    let group = |group: Option<Grouping>, name: &'static str| {
        choice(name.to_owned(), None, asked.group == group, StatementQuery { group, ..asked.clone() })
    };
    let groups = vec![
        group(None, words.group_none),
        group(Some(Grouping::Speaker), words.group_speaker),
        group(Some(Grouping::Topic), words.group_topic),
        group(Some(Grouping::Month), words.group_month),
    ];
    let order = |order: Order| {
        let here = (asked.query.order == Order::Oldest) == (order == Order::Oldest);
        let next = StatementQuery { query: Query { order, ..asked.query.clone() }, ..asked.clone() };
        choice(
            (text.order_name)(if order == Order::Oldest { order } else { Order::Newest }).to_owned(),
            None,
            here,
            next,
        )
    };
    html! {
        <div class="narrow">
            { choices(words.kind, kinds) }
            { choices(words.group, groups) }
            { choices(words.order, vec![order(Order::Relevance), order(Order::Oldest)]) }
            { choices(words.confidence, bounds) }
        </div>
    }
}

fn choice(name: String, count: Option<String>, here: bool, next: StatementQuery) -> Choice {
    let href = url::quotes(&StatementQuery { query: Query { page: 0, ..next.query.clone() }, ..next });
    Choice { name, count, here, href }
}
