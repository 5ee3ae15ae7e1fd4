//! All regulations that articles name, by kind.

use jejak_archive::model::EntityRef;
use jejak_archive::model::regulation::Called;
use jejak_archive::query::FacetKind;
use jejak_archive::{Outcome, keys};
use yew::Html;

use crate::markup::html;

use super::failure;
use crate::components::record::law;
use crate::state::site::Site;
use crate::state::url;
use crate::text::laws::Words;

/// The largest number that takes its part of a key.
const NUMBERS: u64 = (1 << 24) - 1;

/// A kind, and its regulations by keys: year and number, turned, and the place in the archive's list.
type Kind<'a> = (&'a str, Vec<u64>);

/// The page: kinds with most regulations first, each with its newest first.
pub fn page(site: &Site) -> Html {
    if let Outcome::Needs(parts) = site.library.overview() {
        return failure::part(site, &parts);
    }
    let words = Words::of(site.settings.language);
    let (kinds, all) = by_kind(site);
    html! {
        <div class="record">
            <header class="record-head">
                <h1 class="record-title">{ words.all() }</h1>
                <p class="record-also">{ words.all_about().with(all) }</p>
            </header>
            <div class="laws">{ for kinds.iter().map(|kind| group(site, kind)) }</div>
        </div>
    }
}

/// The kinds in their order, and how many regulations there are. Sorted by numbers, as all that the page sorts: one sort of
/// another kind would weigh more than the page.
fn by_kind(site: &Site) -> (Vec<Kind<'_>>, u32) {
    let (mut kinds, mut all): (Vec<Kind<'_>>, u32) = (Vec::new(), 0);
    for (own, at) in site.library.regulations().iter().zip(0..) {
        if site.library.articles_of(EntityRef::Regulation(at)) == 0 {
            continue;
        }
        all += 1;
        let Called { kind, number, year } = Called::read(&own.name);
        // The newest year first, in it the highest number, in one number with its place.
        let (year, number) = (u64::from(year.unwrap_or(0)), u64::from(number.unwrap_or(0)).min(NUMBERS));
        let key = (u64::from(u16::MAX) - year) << 48 | (NUMBERS - number) << 24 | u64::from(at) & NUMBERS;
        match kinds.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, keys)) => keys.push(key),
            None => kinds.push((kind, vec![key])),
        }
    }
    let mut order: Vec<u64> = Vec::new();
    for ((_, own), at) in kinds.iter_mut().zip(0..) {
        keys::sort(own);
        order.push((NUMBERS - own.len() as u64) << 24 | at);
    }
    keys::sort(&mut order);
    let sorted = order.into_iter().filter_map(|key| kinds.get_mut((key & NUMBERS) as usize).map(std::mem::take));
    (sorted.collect(), all)
}

/// What the page is called.
pub fn name(site: &Site) -> &'static str {
    Words::of(site.settings.language).all()
}

fn group(site: &Site, (kind, all): &Kind<'_>) -> Html {
    let item = |&key: &u64| {
        let at = (key & NUMBERS) as u32;
        let own = site.library.regulations().get(at as usize)?;
        let articles = site.library.articles_of(EntityRef::Regulation(at));
        Some(html! {
            <li data-facet={url::key(FacetKind::Regulation)} data-value={&own.slug} data-count={articles}>
                <a href={url::record(FacetKind::Regulation, &own.slug)}
                    aria-label={site.text().record.articles_in().with(&own.name, articles)}>{ &own.name }</a>
                <span class="facet-count" aria-hidden="true">{ site.text().number().with(articles) }</span>
            </li>
        })
    };
    html! {
        <section class="related-list">
            <h2 class="facet-name">{ law::kind(site, kind) }</h2>
            <ul>{ for all.iter().filter_map(item) }</ul>
        </section>
    }
}
