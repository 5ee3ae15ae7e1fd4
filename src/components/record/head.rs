//! What stands above a record: the name, other names, how often it is named and speaks.

use jejak_archive::query::FacetKind;
use jejak_archive::statements::Record;
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;

/// The head of a record.
pub fn head(site: &Site, facet: FacetKind, record: &Record) -> Html {
    let (text, words) = (site.text(), &site.text().record);
    let Record { name, aliases, honorifics: titles, said, .. } = record;
    html! {
        <header class="record-head">
            <p class="reading-kicker"><span>{ text.facet().of(facet) }</span></p>
            <h1 class="record-title" lang={site.lang()}>{ name }</h1>
            if !aliases.is_empty() {
                <p class="record-also">{ words.also().with(aliases) }</p>
            }
            if !titles.is_empty() {
                <p class="record-also">{ words.called().with(titles) }</p>
            }
            <p class="record-facts">
                <strong>{ words.statements_in().with(said.total, said.articles) }</strong>
                if facet != FacetKind::Topic {
                    <span>{ words.named_in().with(record.named_in()) }</span>
                }
            </p>
        </header>
    }
}
