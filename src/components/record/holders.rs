//! Who holds an office in an organisation.

use jejak_archive::model::EntityRef;
use yew::Html;

use crate::markup::html;

use super::roles::{days, name};
use crate::state::links;
use crate::state::site::Site;

/// The office holders of an organisation; nothing where none is known.
pub fn holders(site: &Site, organisation: u32) -> Html {
    let words = site.text().record;
    let mut all = site.library.offices(organisation).peekable();
    if all.peek().is_none() {
        return Html::default();
    }
    html! {
        <section class="holders" aria-labelledby="pemegang">
            <h2 class="record-name" id="pemegang">{ words.holders }</h2>
            <p class="record-hint">{ words.holders_hint }</p>
            <ul class="holder-list">
                { for all.filter_map(|(at, role)| {
                    let person = site.library.people().get(at as usize)?;
                    let href = links::entity(&site.library, EntityRef::Person(at))?;
                    Some(html! {
                        <li data-standing={role.standing.as_str()}>
                            <a {href}>{ &person.name }</a>
                            <span class="role-facts">
                                <span>{ name(site, role) }</span>
                                <span>{ days(site, role) }</span>
                            </span>
                        </li>
                    })
                }) }
            </ul>
        </section>
    }
}
