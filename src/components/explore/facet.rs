//! One facet: its values with counts, each to be kept or left out.

use std::borrow::Cow;

use jejak_archive::Query;
use jejak_archive::answer::{ChoiceState, Facet, FacetValue};
use jejak_archive::model::EventKind;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::{ROLE_ONLY, UNKNOWN};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::{classes, html};

use crate::state::site::Site;
use crate::state::{filter, url};
use crate::widget::{Hand, Widget, widget};

/// Values that a facet shows before it is asked for more.
const SHORT: usize = 6;
/// How many more it shows each time.
const STEP: usize = 24;

/// What a value is called in the reader's language.
#[must_use]
pub fn shown<'a>(site: &Site, kind: FacetKind, label: &'a str) -> Cow<'a, str> {
    match (kind, EventKind::from_word(label)) {
        (FacetKind::Event, Some(event)) => Cow::Borrowed(site.text().event().of(event)),
        _ if label == ROLE_ONLY => Cow::Borrowed(site.text().record.role_only()),
        _ if label == UNKNOWN => Cow::Borrowed(site.text().record.unknown()),
        _ => Cow::Borrowed(label),
    }
}

/// One facet. It keeps only how much more of it is unfolded than at first.
#[derive(PartialEq)]
struct FacetList {
    site: Site,
    /// The query whose answer the facet belongs to.
    query: Query,
    facet: Facet,
}

impl Widget for FacetList {
    type Kept = usize;

    fn key(&self) -> Key {
        url::key(self.facet.kind).into()
    }

    fn draw(&self, hand: &Hand<usize>) -> Html {
        let Self { site, query, facet } = self;
        let text = site.text();
        if facet.is_empty() {
            return Html::default();
        }
        let chosen = facet.chosen();
        let limit_now = hand.look(|more| SHORT + *more).max(chosen);
        let values = site.library.values(facet, limit_now);
        let hidden = facet.len().saturating_sub(values.len());
        // What stands in one article only comes once a reader wants to see so much.
        if limit_now > SHORT.max(values.len()) {
            site.need(site.library.overview());
        }
        let step = u32::try_from(hidden.min(STEP)).unwrap_or(u32::MAX);
        let more = hand.on(move |more, _: MouseEvent| *more = limit_now + STEP - SHORT);
        let fewer = hand.on(|more, _: MouseEvent| *more = 0);
        html! {
            <section class="facet" aria-label={text.facet().of(facet.kind)}>
                <h2 class="facet-name">{ text.facet().of(facet.kind) }</h2>
                <ul class="facet-values">
                    { for values.iter().map(|value| row(site, query, facet.kind, value)) }
                </ul>
                if hidden > 0 {
                    <button class="link facet-more" type="button" data-more={url::key(facet.kind)} onclick={more}>
                        { text.show_more().with(step) }
                    </button>
                } else if facet.len() > SHORT.max(chosen) {
                    <button class="link facet-more" type="button" onclick={fewer}>{ text.show_fewer() }</button>
                }
            </section>
        }
    }
}

/// Several facets.
pub fn facets(site: &Site, query: &Query, all: &[Facet]) -> Html {
    html! {
        { for all.iter().map(|facet| {
            widget(FacetList { site: site.clone(), query: query.clone(), facet: facet.clone() })
        }) }
    }
}

fn row(site: &Site, query: &Query, kind: FacetKind, value: &FacetValue) -> Html {
    let text = site.text();
    let label = shown(site, kind, &value.label).to_string();
    let (included, excluded) = (value.state == ChoiceState::Included, value.state == ChoiceState::Excluded);
    let class = classes("facet-row", &[excluded.then_some("excluded"), (value.count == 0).then_some("none")]);
    let include = site.choosing(filter::toggled(query, kind, &value.value, false));
    let exclude = site.choosing(filter::toggled(query, kind, &value.value, true));
    let without = text.exclude().with(&label);
    html! {
        <li {class} key={value.value.clone()}>
            <button class="facet-value" type="button" data-facet={url::key(kind)} data-value={&value.value}
                data-count={value.count} aria-pressed={included}
                aria-label={site.counted(&label, value.count)} onclick={include}>
                <span class="facet-tick" aria-hidden="true"></span>
                <span class="facet-label">{ label.clone() }</span>
                // A voice command names what is seen: label and number are two words.
                { " " }
                <span class="facet-count" aria-hidden="true">{ text.number().with(value.count) }</span>
            </button>
            <button class="facet-exclude" type="button" data-exclude={url::key(kind)} data-value={&value.value}
                aria-pressed={excluded} aria-label={&without} title={&without} onclick={exclude}>
                <span aria-hidden="true">{ "−" }</span>
            </button>
        </li>
    }
}
