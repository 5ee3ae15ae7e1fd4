//! All that is known of one person, organisation or topic.

use jejak_archive::Outcome;
use jejak_archive::model::EntityRef;
use jejak_archive::query::FacetKind;
use yew::Html;

use crate::markup::html;

use super::{failure, missing};
use crate::components::record::head::head;
use crate::components::record::holders::holders;
use crate::components::record::related::related;
use crate::components::record::roles::roles;
use crate::components::statements::card::card;
use crate::components::statements::pager::pager;
use crate::components::timeline::still::still;
use crate::state::links;
use crate::state::site::Site;
use crate::state::url::{self, Location, Route};

/// The page of a value of a facet; `page` is that of its statements.
pub fn page(site: &Site, facet: FacetKind, slug: &str, page: u32) -> Html {
    let Some(entity) = site.library.entity(facet, slug) else { return missing::record(site, facet, slug) };
    // An address of old leads here too.
    let slug = links::value(&site.library, entity).map_or(slug, |(_, slug)| slug);
    let record = site.library.record(entity);
    if !site.library.has_page(entity) {
        return missing::private(site, facet, slug, &name(site, entity), record.articles);
    }
    let own = links::statements(&[(facet, slug)]);
    let mut asked = own.clone();
    asked.query.page = page;
    let said = match site.library.statements(&asked) {
        Outcome::Ready(said) => said,
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    let words = site.text().record;
    let title = if facet == FacetKind::Topic { words.statements_of_topic } else { words.statements };
    let offices = match entity {
        EntityRef::Person(i) => {
            site.library.people().get(i as usize).map(|person| roles(site, &person.roles, &said.timeline))
        }
        EntityRef::Organisation(i) => Some(holders(site, i)),
        _ => None,
    };
    let href = |page| Location::of(Route::Record { facet, slug: slug.to_owned(), page }).href();
    html! {
        <div class="record" data-record={url::key(facet)} data-slug={slug}>
            { head(site, facet, entity, &record, &said) }
            <div class="record-frame">
                <div class="record-main">
                    { offices.unwrap_or_default() }
                    { still(&site.on_statements(&own), &own.query, &said.timeline) }
                    <section aria-labelledby="pernyataan">
                        <h2 class="record-name" id="pernyataan">{ title }</h2>
                        if said.total == 0 {
                            <p class="record-hint">{ words.no_statements }</p>
                        } else {
                            <p class="record-way"><a href={url::quotes(&own)}>{ words.filter_statements }</a></p>
                        }
                        <ul class="statements">
                            { for said.list.iter().map(|one| card(site, one, facet == FacetKind::Topic)) }
                        </ul>
                        { pager(site, page, said.pages, href) }
                    </section>
                </div>
                <div class="record-side">{ related(site, facet, slug, &record, &said) }</div>
            </div>
        </div>
    }
}

/// What an entity is called.
#[must_use]
pub fn name(site: &Site, entity: EntityRef) -> String {
    let library = &site.library;
    let name = match entity {
        EntityRef::Person(i) => library.people().get(i as usize).map(|person| &person.name),
        EntityRef::Organisation(i) => library.organisations().get(i as usize).map(|organisation| &organisation.name),
        EntityRef::Topic(i) => library.topics().get(i as usize).map(|topic| &topic.name),
        EntityRef::Place(i) => library.places().get(i as usize).map(|place| &place.name),
        EntityRef::Regulation(_) => None,
    };
    name.cloned().unwrap_or_default()
}
