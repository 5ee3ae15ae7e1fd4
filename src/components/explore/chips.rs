//! The active filters, each removable.

use jejak_archive::Query;
use jejak_archive::query::Choice;
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;
use crate::state::{filter, url};

/// What a chosen value is called: the label that the archive knows, else the value itself.
#[must_use]
pub fn label(site: &Site, choice: &Choice) -> String {
    let label = site.library.label(choice.facet, &choice.value).unwrap_or(&choice.value);
    super::facet::shown(site, choice.facet, label).to_string()
}

/// The filters, or nothing where none is set.
pub fn chips(site: &Site, query: &Query) -> Html {
    if filter::active(query) == 0 {
        return Html::default();
    }
    let text = site.text();
    let choices = query.choices.iter().map(|choice| {
        let name = text.chosen(choice.facet, &label(site, choice), choice.exclude);
        let next = filter::without(query, choice.facet, &choice.value);
        chip(site, &name, url::key(choice.facet), choice.exclude, next)
    });
    let from = query.from.map(|date| {
        chip(
            site,
            &text.chip_from().with(&text.date_short(date)),
            "sejak",
            false,
            Query { from: None, ..query.clone() },
        )
    });
    let to = query.to.map(|date| {
        chip(site, &text.chip_to().with(&text.date_short(date)), "sampai", false, Query { to: None, ..query.clone() })
    });
    html! {
        <ul class="chips" aria-label={text.chips()}>
            { for choices.chain(from).chain(to) }
            <li>
                <button class="link" type="button" data-clear="" onclick={site.choosing(filter::bare(query))}>
                    { text.clear_all() }
                </button>
            </li>
        </ul>
    }
}

fn chip(site: &Site, name: &str, key: &'static str, exclude: bool, next: Query) -> Html {
    let class = if exclude { "chip chip-excluded" } else { "chip" };
    html! {
        <li>
            <button {class} type="button" data-chip={key} aria-label={site.text().remove_filter().with(name)}
                onclick={site.choosing(next)}>
                <span>{ name }</span>
                <span class="chip-cross" aria-hidden="true">{ "×" }</span>
            </button>
        </li>
    }
}
