//! Offices on a line of time, with their standing as printed and where articles disagree.

use jejak_archive::answer::Timeline;
use jejak_archive::model::{Role, Standing};
use yew::Html;

use crate::markup::html;

use super::cited::cited;
use crate::components::timeline::axis::{percent, place};
use crate::state::day;
use crate::state::roles::{Difference, differences};
use crate::state::site::Site;

/// Articles that a role names before the rest is folded.
const SHORT: usize = 4;

/// The offices of a person on the line of a timeline; nothing where none is known.
pub fn roles(site: &Site, roles: &[Role], timeline: &Timeline) -> Html {
    let words = &site.text().record;
    if roles.is_empty() {
        return Html::default();
    }
    let ends = timeline.bins.first().zip(timeline.bins.last());
    html! {
        <section class="roles" aria-labelledby="jabatan">
            <h2 class="record-name" id="jabatan">{ words.roles() }</h2>
            <p class="record-hint">{ words.roles_hint() }</p>
            <ol class="role-list">{ for roles.iter().map(|role| row(site, role, timeline)) }</ol>
            if let Some((first, last)) = ends {
                <p class="role-days" aria-hidden="true">
                    <span>{ site.text().date_short(first.from) }</span>
                    <span>{ site.text().date_short(last.to) }</span>
                </p>
            }
            { for differences(roles).iter().map(|difference| differ(site, roles, difference)) }
            { standings(site, |standing| roles.iter().any(|role| role.standing == standing)) }
        </section>
    }
}

/// What the standings mean that occur.
pub fn standings(site: &Site, occurs: impl Fn(Standing) -> bool) -> Html {
    let words = &site.text().record;
    html! {
        <details class="standings">
            <summary>{ words.standings() }</summary>
            <dl>
                { for Standing::ALL.iter().filter(|standing| occurs(**standing)).map(|standing| html! {
                    <div>
                        <dt><span class="standing-key">{ line_of(*standing) }</span>{ words.standing().of(*standing) }</dt>
                        <dd>{ words.standing_means().of(*standing) }</dd>
                    </div>
                }) }
            </dl>
        </details>
    }
}

/// `Pj Camat, Sukamaju`.
pub fn name(site: &Site, role: &Role) -> String {
    let office = office(role);
    match role.standing {
        Standing::Definitive => office,
        standing => format!("{} {office}", site.text().record.standing().of(standing)),
    }
}

/// `Camat, Sukamaju`.
#[must_use]
pub fn office(role: &Role) -> String {
    match &role.organisation {
        Some(organisation) => format!("{}, {organisation}", role.office),
        None => role.office.clone(),
    }
}

/// The days between which articles show a role, in words.
pub fn days(site: &Site, role: &Role) -> String {
    let words = &site.text().record;
    role.span().map_or_else(
        || words.role_undated().to_owned(),
        |(from, to)| {
            let (first, last) = (site.text().date_short(from), site.text().date_short(to));
            if from == to { words.role_day().with(&first) } else { words.role_days().with(&first, &last) }
        },
    )
}

fn row(site: &Site, role: &Role, timeline: &Timeline) -> Html {
    let words = &site.text().record;
    let day = |date: Option<jejak_archive::Date>| date.map(day::write);
    html! {
        <li class="role" data-role={&role.office} data-standing={role.standing.as_str()}
            data-from={day(role.from)} data-to={day(role.to)}>
            <p class="role-name" lang={site.lang()}>{ name(site, role) }</p>
            <p class="role-facts">
                <span>{ words.standing().of(role.standing) }</span>
                <span>{ days(site, role) }</span>
                <span>{ words.role_articles().with(u32::try_from(role.articles.len()).unwrap_or(u32::MAX)) }</span>
            </p>
            { line(site, role, timeline) }
            { cited(site, &role.articles, SHORT) }
        </li>
    }
}

/// When a role is shown, drawn below the bars of a timeline; nothing where that is not known.
pub fn line(site: &Site, role: &Role, timeline: &Timeline) -> Html {
    let Some((from, to)) = role.span() else { return Html::default() };
    let at = |date| percent(place(timeline, date), 10_000);
    let dates = role.articles.iter().filter_map(|&at| site.library.day(at));
    html! {
        <svg class="role-line" width="100%" height="18" aria-hidden="true">
            <line class="role-base" x1="0" x2="100%" y1="9" y2="9" />
            <line class={of(role.standing)} x1={at(from)} x2={at(to)} y1="9" y2="9" />
            { for dates.map(|date| html! { <circle class="role-seen" cx={at(date)} cy="9" r="4" /> }) }
        </svg>
    }
}

/// The class of a standing's line.
fn of(standing: Standing) -> String {
    format!("role-span standing-{}", standing.as_str().to_ascii_lowercase())
}

/// A piece of the line of a standing, for the key.
fn line_of(standing: Standing) -> Html {
    html! {
        <svg class="role-line" width="36" height="18" aria-hidden="true">
            <line class={of(standing)} x1="0" x2="36" y1="9" y2="9" />
        </svg>
    }
}

fn differ(site: &Site, roles: &[Role], difference: &Difference) -> Html {
    let words = &site.text().record;
    let (Some(a), Some(b)) = (roles.get(difference.earlier), roles.get(difference.later)) else {
        return Html::default();
    };
    let say = if difference.overlaps { words.differ() } else { words.change() };
    let (a_days, b_days) = (days(site, a), days(site, b));
    let standing = words.standing();
    let said = say.with(&a.office, standing.of(a.standing), &a_days, standing.of(b.standing), &b_days);
    html! {
        <p class="notice role-differ" data-differ={if difference.overlaps { "bersamaan" } else { "berurutan" }}>
            { said }
        </p>
    }
}
