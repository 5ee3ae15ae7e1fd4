//! What stands in the same articles: topics, people, organisations, sources.

use jejak_archive::Outcome;
use jejak_archive::answer::{Facet, FacetValue};
use jejak_archive::query::FacetKind;
use jejak_archive::statements::Record;
use yew::{Callback, Html, MouseEvent};

use crate::markup::html;

use super::within::of_several;
use crate::components::explore::facet::shown;
use crate::pages::failure;
use crate::state::site::Site;
use crate::state::{links, url};
use crate::text::laws::Words;
use crate::text::template::Template;

/// Values shown before the rest is folded, and values at all.
const SHORT: usize = 8;
const MOST: usize = 100;

/// The lists beside the statements of a record.
pub fn related(site: &Site, facet: FacetKind, record: &Record) -> Html {
    let (words, slug) = (&site.text().record, record.slug.as_str());
    let facets = match site.library.related(facet, record) {
        Outcome::Ready(facets) => facets,
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    let values = |kind: FacetKind| facets.iter().find(|facet| facet.kind == kind);
    let own = (facet, slug);
    // Choosing both shows exactly the articles counted, except where both are of one facet, whose values join.
    let both = |kind: FacetKind| move |value: &str| links::articles(&[own, (kind, value)]);
    let alone = |kind: FacetKind| move |value: &str| links::named(&site.library, kind, value);
    let list = |kind: FacetKind| self::list(site, values(kind), (site.text().facet().of(kind), None), &both(kind));
    html! {
        <>
            if of_several(facet) {
                { speakers(site, own) }
            }
            { list(FacetKind::Topic) }
            if facet == FacetKind::Person {
                { self::list(site, values(FacetKind::Person), (words.with(), Some(words.with_hint())), &alone(FacetKind::Person)) }
            } else if facet == FacetKind::Organisation {
                { self::list(site, values(FacetKind::Person), (words.with(), None), &both(FacetKind::Person)) }
                { self::list(site, values(FacetKind::Organisation),
                    (site.text().facet().of(FacetKind::Organisation), Some(words.with_hint())), &alone(FacetKind::Organisation)) }
            }
            if facet != FacetKind::Organisation {
                { list(FacetKind::Organisation) }
            }
            if facet == FacetKind::Regulation {
                { list(FacetKind::Person) }
                { self::list(site, values(FacetKind::Regulation),
                    (Words::of(site.settings.language).others(), Some(words.with_hint())), &alone(FacetKind::Regulation)) }
            } else {
                { list(FacetKind::Regulation) }
            }
            { for [FacetKind::Place, FacetKind::Event, FacetKind::Source].map(list) }
        </>
    }
}

fn list(
    site: &Site,
    facet: Option<&Facet>,
    head: (&'static str, Option<&'static str>),
    href: &dyn Fn(&str) -> String,
) -> Html {
    let Some(facet) = facet.filter(|facet| !facet.is_empty()) else { return Html::default() };
    section(site, head, facet, site.text().record.articles_in(), href)
}

/// Who speaks most in articles on a topic, or of a regulation.
fn speakers(site: &Site, own: (FacetKind, &str)) -> Html {
    let words = &site.text().record;
    let said = match site.library.statements(&links::statements(&[own])) {
        Outcome::Ready(said) => said,
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    let kinds = [FacetKind::Person, FacetKind::Organisation];
    html! {
        { for said.facets.iter().filter(|facet| kinds.contains(&facet.kind) && !facet.is_empty()).map(|facet| {
            let text = site.text();
            let name = if facet.kind == FacetKind::Person { text.speakers() } else { text.facet().of(facet.kind) };
            section(site, (name, None), facet, words.statements_by(), &|value| {
                url::quotes(&links::statements(&[own, (facet.kind, value)]))
            })
        }) }
    }
}

fn section(
    site: &Site,
    (name, hint): (&'static str, Option<&'static str>),
    facet: &Facet,
    say: Template<(&'static str, u32)>,
    href: &dyn Fn(&str) -> String,
) -> Html {
    let item = |value: &FacetValue| {
        let label = shown(site, facet.kind, &value.label).to_string();
        html! {
            <li data-facet={url::key(facet.kind)} data-value={&value.value} data-count={value.count}>
                <a href={href(&value.value)} aria-label={say.with(&label, value.count)}>{ label }</a>
                <span class="facet-count" aria-hidden="true">{ site.text().number().with(value.count) }</span>
            </li>
        }
    };
    let values = site.library.values(facet, SHORT + MOST);
    let (first, rest) = values.split_at(values.len().min(SHORT));
    // What one article alone names comes once the rest is unfolded.
    let hidden = facet.len().min(SHORT + MOST) - first.len();
    let ask = {
        let site = site.clone();
        Callback::from(move |_: MouseEvent| site.need(site.library.overview()))
    };
    html! {
        <section class="related-list">
            <h2 class="facet-name">{ name }</h2>
            if let Some(hint) = hint {
                <p class="record-hint">{ hint }</p>
            }
            <ul>{ for first.iter().map(item) }</ul>
            if hidden > 0 {
                <details>
                    <summary onclick={ask}>{ site.text().record.more().with(u32::try_from(hidden).unwrap_or(u32::MAX)) }</summary>
                    <ul>{ for rest.iter().map(item) }</ul>
                </details>
            }
        </section>
    }
}
