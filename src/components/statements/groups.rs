//! Statements put together by speaker, topic or month.

use jejak_archive::Query;
use jejak_archive::query::{Choice, FacetKind};
use jejak_archive::statements::{Group, GroupKey, Grouping, ROLE_ONLY, StatementQuery};
use yew::Html;

use crate::markup::html;

use super::card::card;
use crate::state::site::Site;
use crate::state::{links, url};

/// The groups of a page, each with its first statements.
pub fn groups(site: &Site, asked: &StatementQuery, groups: &[Group]) -> Html {
    html! { <div class="groups">{ for groups.iter().map(|one| group(site, asked, one)) }</div> }
}

fn group(site: &Site, asked: &StatementQuery, group: &Group) -> Html {
    let words = &site.text().record;
    let name = name(site, group);
    let head = match (&group.key, group.label.is_empty()) {
        (GroupKey::Value(facet, slug), false) => {
            html! { <a href={links::named(&site.library, *facet, slug)}>{ name }</a> }
        }
        _ => Html::from(name),
    };
    let speaker = asked.group != Some(Grouping::Speaker) || group.label.is_empty();
    let shown = u32::try_from(group.first.len()).unwrap_or(u32::MAX);
    html! {
        <section class="group" data-count={group.count}>
            <h2 class="record-name">{ head }</h2>
            <p class="group-count">{ words.group_part().with(shown, group.count) }</p>
            <ul class="statements">{ for group.first.iter().map(|statement| card(site, statement, speaker)) }</ul>
            if let Some(all) = all(asked, group).filter(|_| group.count > shown) {
                <p><a class="group-all" href={url::quotes(&all)}>{ words.group_all().with(group.count) }</a></p>
            }
        </section>
    }
}

/// What a group is called.
pub fn name(site: &Site, group: &Group) -> String {
    let words = &site.text().record;
    match &group.key {
        GroupKey::Value(_, value) if group.label.is_empty() => {
            if value == ROLE_ONLY {
                words.role_only().to_owned()
            } else {
                words.unknown().to_owned()
            }
        }
        GroupKey::Value(..) => group.label.clone(),
        GroupKey::Month(day) => site.text().month(*day),
        GroupKey::NoTopic => words.no_topic().to_owned(),
        GroupKey::Undated => site.text().undated().to_owned(),
    }
}

/// The question for all statements of a group, where an address can ask for them.
pub fn all(asked: &StatementQuery, group: &Group) -> Option<StatementQuery> {
    let mut query = Query { page: 0, ..asked.query.clone() };
    match &group.key {
        GroupKey::Value(facet, value) => {
            // Who speaks is asked for by two facets, which join: the group takes the place of both.
            let speaks = |facet| matches!(facet, FacetKind::Person | FacetKind::Organisation);
            query.choices.retain(|choice| !(choice.facet == *facet || speaks(choice.facet) && speaks(*facet)));
            query.choices.push(Choice { facet: *facet, value: value.clone(), exclude: false });
        }
        GroupKey::Month(day) => {
            let (first, last) = (day.first_of_month(), day.last_of_month());
            query.from = Some(query.from.map_or(first, |from| from.max(first)));
            query.to = Some(query.to.map_or(last, |to| to.min(last)));
        }
        GroupKey::NoTopic | GroupKey::Undated => return None,
    }
    Some(StatementQuery { query, group: None, ..asked.clone() })
}
