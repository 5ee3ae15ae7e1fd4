//! Who held which office when, in line with the bars.

use jejak_archive::answer::Timeline;
use jejak_archive::model::Role;
use jejak_archive::query::FacetKind;
use jejak_archive::{Outcome, Query};
use yew::Html;

use crate::markup::html;

use crate::components::record::roles::{days, line, office, standings};
use crate::pages::failure;
use crate::state::site::Site;
use crate::state::url;

/// The holders of one office: index of the person, and the role.
type Lane<'a> = Vec<(u32, &'a Role)>;

/// Most offices, and most holders of one, that are drawn.
const MOST: usize = 12;

/// The offices that articles show within the bars: those of the people asked for, else those printed most often.
pub fn offices(site: &Site, query: &Query, timeline: &Timeline) -> Html {
    let words = &site.text().time;
    let Some((first, last)) = timeline.bins.first().zip(timeline.bins.last()) else { return Html::default() };
    let asked = query.choices.iter().filter(|c| c.facet == FacetKind::Person && !c.exclude);
    let asked: Vec<&str> = asked.map(|choice| choice.value.as_str()).collect();
    let mut roles = match site.library.offices(&asked) {
        Outcome::Ready(roles) => roles,
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    roles.retain(|(_, role)| role.span().is_some_and(|(from, to)| from <= last.to && to >= first.from));
    // The most printed first; place and number in one key, so that the page carries one sort for all that it sorts.
    let printed = |role: &Role| u64::from(u32::MAX) - role.articles.len() as u64;
    let mut keys: Vec<u64> = roles.iter().zip(0u64..).map(|((_, role), at)| printed(role) << 32 | at).collect();
    jejak_archive::keys::sort(&mut keys);
    let mut lanes: Vec<Lane<'_>> = Vec::new();
    for (_, lead) in keys.iter().filter_map(|key| roles.get(*key as u32 as usize)) {
        // What one article alone prints says little of time, unless there is nothing else.
        if lanes.len() == MOST || lead.articles.len() < 2 && asked.is_empty() && !lanes.is_empty() {
            break;
        }
        let same = |(_, role): &&(u32, &Role)| role.office == lead.office && role.organisation == lead.organisation;
        if !lanes.iter().flatten().any(|own| same(&own)) {
            lanes.push(roles.iter().filter(same).copied().take(MOST).collect());
        }
    }
    if lanes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="lanes" aria-labelledby="masa-jabatan">
            <h2 class="record-name" id="masa-jabatan">{ words.offices() }</h2>
            <p class="record-hint">{ words.offices_hint() }</p>
            <ul>{ for lanes.iter().map(|own| lane(site, own, timeline)) }</ul>
            { standings(site, |standing| lanes.iter().flatten().any(|(_, role)| role.standing == standing)) }
        </section>
    }
}

fn lane(site: &Site, holders: &[(u32, &Role)], timeline: &Timeline) -> Html {
    let standing = site.text().record.standing();
    let name = holders.first().map(|(_, role)| office(role));
    html! {
        <li class="lane">
            <h3 class="lane-name" lang={site.lang()}>{ name }</h3>
            <ul>
                { for holders.iter().filter_map(|&(at, role)| {
                    let person = site.library.people().get(at as usize)?;
                    Some(html! {
                        <li class="lane-row" data-role={&role.office} data-standing={role.standing.as_str()}>
                            <p class="role-facts">
                                <span><a href={url::record(FacetKind::Person, &person.slug)}>{ &person.name }</a></span>
                                <span>{ standing.of(role.standing) }</span>
                                <span>{ days(site, role) }</span>
                            </p>
                            { line(site, role, timeline) }
                        </li>
                    })
                }) }
            </ul>
        </li>
    }
}
