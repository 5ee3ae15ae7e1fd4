//! Who holds an office in an organisation.

use jejak_archive::Name;
use jejak_archive::model::Role;
use jejak_archive::query::FacetKind;
use yew::Html;

use crate::markup::html;

use super::roles::{days, name};
use crate::state::site::Site;
use crate::state::{links, url};

/// Holders of whom statements are asked for at once; an address takes no more filters than this and a few.
const MOST: usize = 50;

/// The office holders of an organisation, and the way to what they say; nothing where none is known.
pub fn holders(site: &Site, slug: &str, holders: &[(Name, Role)]) -> Html {
    let words = &site.text().record;
    if holders.is_empty() {
        return Html::default();
    }
    let mut speakers = vec![(FacetKind::Organisation, slug)];
    for (person, _) in holders {
        let one = (FacetKind::Person, person.slug.as_str());
        if speakers.len() <= MOST && !speakers.contains(&one) {
            speakers.push(one);
        }
    }
    let said = url::quotes(&links::statements(&speakers));
    html! {
        <section class="holders" aria-labelledby="pemegang">
            <h2 class="record-name" id="pemegang">{ words.holders() }</h2>
            <p class="record-hint">{ words.holders_hint() }</p>
            <ul class="holder-list">
                { for holders.iter().map(|(person, role)| html! {
                    <li data-standing={role.standing.as_str()}>
                        <a href={url::record(FacetKind::Person, &person.slug)}>{ &person.name }</a>
                        <span class="role-facts">
                            <span>{ name(site, role) }</span>
                            <span>{ days(site, role) }</span>
                        </span>
                    </li>
                }) }
            </ul>
            <p class="record-way"><a href={said}>{ words.holders_say() }</a></p>
        </section>
    }
}
