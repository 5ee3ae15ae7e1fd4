//! Whom the question names: a way to the person's record, before all articles.

use jejak_archive::Outcome;
use jejak_archive::model::EntityRef;
use jejak_archive::query::FacetKind;
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;
use crate::state::{roles, url};

/// The card of a person by index, or nothing where there is no such person.
pub fn person_card(site: &Site, person: Option<u32>) -> Html {
    let Some(entity) = person.map(EntityRef::Person) else { return Html::default() };
    let found = person.and_then(|i| site.library.people().get(i as usize));
    let Some(one) = found else { return Html::default() };
    let text = site.text();
    let offices = match site.library.roles(&one.slug) {
        Outcome::Ready(offices) => offices,
        Outcome::Needs(parts) => {
            site.need(Outcome::Needs(parts));
            &[]
        }
    };
    // The office that articles showed last; what was said only once may have no day.
    let office = offices.iter().max_by_key(|role| role.span().map(|(_, last)| last));
    let articles = site.library.articles_of(entity);
    html! {
        <section class="person-card" data-person={&one.slug} aria-label={text.person_card()}>
            <h2 class="person-card-name"><a href={url::record(FacetKind::Person, &one.slug)}>{ &one.name }</a></h2>
            // Which office comes later; until then its line is kept free.
            if one.holds_office() {
                <p class="person-card-office">{ office.map(roles::title) }</p>
            }
            <p class="person-card-facts">{ text.person_facts().with(one.statements(), articles) }</p>
        </section>
    }
}
