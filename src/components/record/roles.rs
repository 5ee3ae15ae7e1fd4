//! Offices on a line of time, with their standing as printed and where articles disagree.

use jejak_archive::model::{Role, Standing};
use yew::{Html, html};

use crate::components::explore::axis::percent;
use crate::state::roles::{Difference, Line, differences, span};
use crate::state::site::Site;
use crate::state::{day, url};
use crate::text::record::Printed;

/// Height of a line, and of the days below all lines, in pixels.
const TALL: u32 = 18;
/// Articles that a role names before the rest is folded.
const SHORT: usize = 4;

/// The offices of a person; nothing where none is known.
pub fn roles(site: &Site, roles: &[Role]) -> Html {
    let words = site.text().record;
    if roles.is_empty() {
        return Html::default();
    }
    let coverage = site.library.coverage();
    let line = coverage.map(|(first, last)| Line::new(first, last));
    let known: Vec<Standing> =
        Standing::ALL.iter().copied().filter(|standing| roles.iter().any(|role| role.standing == *standing)).collect();
    html! {
        <section class="roles" aria-labelledby="jabatan">
            <h2 class="record-name" id="jabatan">{ words.roles }</h2>
            <p class="record-hint">{ words.roles_hint }</p>
            <ol class="role-list">{ for roles.iter().map(|role| row(site, role, line)) }</ol>
            if let Some((first, last)) = coverage {
                <p class="role-days" aria-hidden="true">
                    <span>{ (site.text().date_short)(first) }</span>
                    <span>{ (site.text().date_short)(last) }</span>
                </p>
            }
            { for differences(roles).iter().map(|difference| differ(site, roles, difference)) }
            <details class="standings">
                <summary>{ words.standings }</summary>
                <dl>
                    { for known.into_iter().map(|standing| html! {
                        <div>
                            <dt>{ (words.standing)(standing) }</dt>
                            <dd>{ (words.standing_means)(standing) }</dd>
                        </div>
                    }) }
                </dl>
            </details>
        </section>
    }
}

/// `Pj Camat, Sukamaju`.
pub(super) fn name(site: &Site, role: &Role) -> String {
    let office = match &role.organisation {
        Some(organisation) => format!("{}, {organisation}", role.office),
        None => role.office.clone(),
    };
    match role.standing {
        Standing::Definitive => office,
        standing => format!("{} {office}", (site.text().record.standing)(standing)),
    }
}

/// The days between which articles show a role, in words.
pub(super) fn days(site: &Site, role: &Role) -> String {
    let words = site.text().record;
    span(role).map_or_else(|| words.role_undated.to_owned(), |(from, to)| (words.role_days)(from, to))
}

fn row(site: &Site, role: &Role, line: Option<Line>) -> Html {
    let words = site.text().record;
    let dates: Vec<_> =
        role.articles.iter().filter_map(|&at| site.library.head(at)).filter_map(|head| head.date).collect();
    let day = |date: Option<jejak_archive::Date>| date.map(day::write);
    html! {
        <li class="role" data-role={role.office.clone()} data-standing={role.standing.as_str()}
            data-from={day(role.from)} data-to={day(role.to)}>
            <p class="role-name">{ name(site, role) }</p>
            <p class="role-facts">
                <span>{ (words.standing)(role.standing) }</span>
                <span>{ days(site, role) }</span>
                <span>{ (words.role_articles)(u32::try_from(role.articles.len()).unwrap_or(u32::MAX)) }</span>
            </p>
            if let Some((line, (from, to))) = line.zip(span(role)) {
                <svg class="role-line" width="100%" height={TALL.to_string()} aria-hidden="true">
                    <line class="role-base" x1="0" x2="100%" y1="9" y2="9" />
                    <line class={format!("role-span standing-{}", role.standing.as_str().to_lowercase())}
                        x1={percent(line.at(from), 1000)} x2={percent(line.at(to), 1000)} y1="9" y2="9" />
                    { for dates.into_iter().map(|date| html! {
                        <circle class="role-seen" cx={percent(line.at(date), 1000)} cy="9" r="4" />
                    }) }
                </svg>
            }
            { articles(site, role) }
        </li>
    }
}

/// The articles that show a role, newest first as the archive has them.
fn articles(site: &Site, role: &Role) -> Html {
    let text = site.text();
    let item = |at: &u32| {
        let head = site.library.head(*at)?;
        let date = head.date.map_or(text.undated.to_owned(), text.date_short);
        Some(html! { <li><a href={url::article(&head.id)}>{ date }{ ": " }{ &head.title }</a></li> })
    };
    let (first, rest) = role.articles.split_at(role.articles.len().min(SHORT));
    html! {
        <>
            <ul class="role-articles">{ for first.iter().filter_map(item) }</ul>
            if !rest.is_empty() {
                <details class="role-more">
                    <summary>{ (text.record.more)(rest.len()) }</summary>
                    <ul class="role-articles">{ for rest.iter().filter_map(item) }</ul>
                </details>
            }
        </>
    }
}

fn differ(site: &Site, roles: &[Role], difference: &Difference) -> Html {
    let words = site.text().record;
    let (Some(a), Some(b)) = (roles.get(difference.earlier), roles.get(difference.later)) else {
        return Html::default();
    };
    let say = if difference.overlaps { words.differ } else { words.change };
    let (a_days, b_days) = (days(site, a), days(site, b));
    let a = (a, Printed { standing: (words.standing)(a.standing), days: &a_days });
    let b = Printed { standing: (words.standing)(b.standing), days: &b_days };
    html! {
        <p class="notice role-differ" data-differ={if difference.overlaps { "bersamaan" } else { "berurutan" }}>
            { say(&a.0.office, a.1, b) }
        </p>
    }
}
