//! What stands above a record: the name, other names, how often it is named and speaks.

use jejak_archive::model::EntityRef;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::{Record, Statements};
use yew::{Html, html};

use crate::components::element::plain;
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
            <p class="reading-kicker">{ plain("span", "", (text.facet)(facet)) }</p>
            { plain("h1", "record-title", name) }
            if !aliases.is_empty() {
                { plain("p", "record-also", (words.also)(aliases)) }
            }
            if !titles.is_empty() {
                { plain("p", "record-also", (words.called)(titles)) }
            }
            <p class="record-facts">
                <strong role="status" data-count={said.total.to_string()}>
                    { (words.statements_in)(said.total, said.articles) }
                </strong>
                if facet != FacetKind::Topic {
                    { plain("span", "", (words.named_in)(record.articles)) }
                }
            </p>
        </header>
    }
}
