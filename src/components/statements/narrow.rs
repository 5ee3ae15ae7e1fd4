//! What narrows a list of statements down beyond the filters of the front page: kind, confidence, grouping, order.
//!
//! All of it are links, so each choice has an address before it is made.

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
    let (text, words) = (site.text(), &site.text().record);
    let choice = |name: &str, here: bool, change: &dyn Fn(&mut StatementQuery)| {
        let mut next = asked.clone();
        next.query.page = 0;
        change(&mut next);
        Choice { name: name.to_owned(), count: None, here, href: url::quotes(&next) }
    };
    let kind = |name: &str, count: u32, only: Kinds| {
        let choice = choice(name, asked.kinds == only, &|next| next.kinds = only);
        Choice { count: Some(text.number().with(count)), ..choice }
    };
    let one = |kind: QuoteKind| Kinds { direct: kind == QuoteKind::Direct, reported: kind == QuoteKind::Reported };
    let kinds = vec![
        kind(words.kind_all(), answer.direct.saturating_add(answer.reported), Kinds::default()),
        kind(text.quote_kind().of(QuoteKind::Direct), answer.direct, one(QuoteKind::Direct)),
        kind(text.quote_kind().of(QuoteKind::Reported), answer.reported, one(QuoteKind::Reported)),
    ];
    let bound = |name: &str, least: Option<u8>, below: Option<u8>| {
        choice(name, (asked.least, asked.below) == (least, below), &|next| (next.least, next.below) = (least, below))
    };
    let mut bounds = vec![bound(words.kind_all(), None, None)];
    let odd = asked.least.filter(|least| !SURE.contains(least) && asked.below.is_none());
    bounds.extend(
        SURE.into_iter().chain(odd).map(|least| bound(&words.confidence_least().with(least.into()), Some(least), None)),
    );
    // The doubtful ones too: whoever checks the archive begins with them.
    let below = asked.below.unwrap_or(SURE[0]);
    bounds.push(bound(&words.confidence_below().with(below.into()), None, Some(below)));
    let group = |name: &str, group: Option<Grouping>| choice(name, asked.group == group, &|next| next.group = group);
    let groups = vec![
        group(words.group_none(), None),
        group(words.group_speaker(), Some(Grouping::Speaker)),
        group(words.group_topic(), Some(Grouping::Topic)),
        group(words.group_month(), Some(Grouping::Month)),
    ];
    let oldest = asked.query.order == Order::Oldest;
    let order = |order: Order, name: Order| {
        choice(text.order_name().of(name), oldest == (order == Order::Oldest), &|next| next.query.order = order)
    };
    html! {
        <div class="narrow">
            { choices(words.kind(), kinds) }
            { choices(words.group(), groups) }
            { choices(words.order(), vec![order(Order::Relevance, Order::Newest), order(Order::Oldest, Order::Oldest)]) }
            { choices(words.confidence(), bounds) }
        </div>
    }
}
