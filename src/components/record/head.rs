//! What stands above a record: the name, other names, how often it is named and speaks.

use jejak_archive::model::EntityRef;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::{Record, Statements};
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;

/// The head of a record.
pub fn head(site: &Site, facet: FacetKind, entity: EntityRef, record: &Record, said: &Statements) -> Html {
    let (text, words) = (site.text(), site.text().record);
    let library = &site.library;
    let (name, aliases, titles): (&str, &[String], &[String]) = match entity {
        EntityRef::Person(i) => match library.people().get(i as usize) {
            Some(person) => (&person.name, &person.aliases, &person.honorifics),
            None => ("", &[], &[]),
        },
        EntityRef::Organisation(i) => {
            library.organisations().get(i as usize).map_or(("", &[][..], &[][..]), |o| (&o.name, &o.aliases, &[]))
        }
        EntityRef::Topic(i) => library.topics().get(i as usize).map_or(("", &[][..], &[][..]), |t| (&t.name, &[], &[])),
        EntityRef::Place(_) | EntityRef::Regulation(_) => ("", &[], &[]),
    };
    html! {
        <header class="record-head">
            <p class="reading-kicker"><span>{ (text.facet)(facet) }</span></p>
            <h1 class="record-title">{ name }</h1>
            if !aliases.is_empty() {
                <p class="record-also">{ (words.also)(aliases) }</p>
            }
            if !titles.is_empty() {
                <p class="record-also">{ (words.called)(titles) }</p>
            }
            <p class="record-facts">
                <strong role="status" data-count={said.total}>
                    { (words.statements_in)(said.total, said.articles) }
                </strong>
                if facet != FacetKind::Topic {
                    <span>{ (words.named_in)(record.articles) }</span>
                }
            </p>
        </header>
    }
}
