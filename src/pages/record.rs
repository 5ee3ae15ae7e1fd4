//! All that is known of one person, organisation, topic or regulation.

use std::sync::Arc;

use jejak_archive::model::regulation::Called;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::Record;
use jejak_archive::{Outcome, Query};
use yew::Html;

use crate::markup::html;

use super::{failure, missing};
use crate::chunk;
use crate::components::fix::Of;
use crate::components::record::cited::cited;
use crate::components::record::head::head;
use crate::components::record::holders::holders;
use crate::components::record::law;
use crate::components::record::roles::roles;
use crate::components::record::within::within;
use crate::components::timeline::still::still;
use crate::components::unfolded::{Company, Unfolded, What};
use crate::state::links;
use crate::state::site::Site;
use crate::state::url;
use crate::text::laws::Words;
use crate::widget::widget;

/// Articles that it names beside the statements: whoever is written about and seldom speaks has a record too.
const NEWEST: usize = 5;

/// The page of a value of a facet; `query` has what is looked for among its statements, and which page of them.
pub fn page(site: &Site, facet: FacetKind, slug: &str, query: &Query) -> Html {
    let record = match asked(site, facet, slug, query) {
        Outcome::Ready(Some(record)) => record,
        Outcome::Ready(None) => return missing::record(site, facet, slug),
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    // An address of old leads here too.
    let slug = record.slug.as_str();
    if !record.has_page {
        return missing::private(site, facet, &record);
    }
    let (said, words) = (&record.said, &site.text().record);
    let own = links::statements(&[(facet, slug)]);
    let law = facet == FacetKind::Regulation;
    let title = match facet {
        FacetKind::Topic => words.statements_of_topic(),
        FacetKind::Regulation => Words::of(site.settings.language).statements(),
        _ => words.statements(),
    };
    html! {
        <div class="record" data-record={url::key(facet)} data-slug={slug}>
            { if law { law::head(site, &record) } else { head(site, facet, &record) } }
            <div class="record-frame">
                <div class="record-main">
                    { roles(site, &record.roles, &said.timeline) }
                    { holders(site, slug, &record.holders) }
                    if facet == FacetKind::Person {
                        { chunk::fixing(site, &Of::Person(&record)) }
                    }
                    if law {
                        { law::passages(site, &record) }
                        { law::over_time(site, &record) }
                    } else {
                        { still(&site.on_statements(&own), words.over_time(), &own.query, &said.timeline) }
                    }
                    <section aria-labelledby="pernyataan">
                        <h2 class="record-name" id="pernyataan">{ title }</h2>
                        { within(site, (facet, slug), query, said) }
                    </section>
                </div>
                <div class="record-side related">
                    { widget(Unfolded { site: site.clone(), what: What::Related(Company(facet, record.clone())) }) }
                    if !law {
                        <section class="related-list" data-newest="">
                            <h2 class="facet-name">{ words.newest() }</h2>
                            { cited(site, record.articles.get(..NEWEST).unwrap_or(&record.articles), NEWEST) }
                        </section>
                    }
                    <p><a class="button" href={url::filtered(facet, slug)}>
                        { words.explore_all().with(record.named_in()) }
                    </a></p>
                </div>
            </div>
        </div>
    }
}

/// What it is called; `None` as long as that is not known.
pub fn name(site: &Site, facet: FacetKind, slug: &str, query: &Query) -> Option<String> {
    match asked(site, facet, slug, query) {
        Outcome::Ready(Some(record)) if facet == FacetKind::Regulation => Some(Called::read(&record.name).title()),
        Outcome::Ready(Some(record)) => Some(record.name.clone()),
        Outcome::Ready(None) => Some(site.text().missing_title().to_owned()),
        Outcome::Needs(_) => None,
    }
}

/// The record with a page of its statements: where words are looked for among them, pages are of what they find.
fn asked(site: &Site, facet: FacetKind, slug: &str, query: &Query) -> Outcome<Option<Arc<Record>>> {
    site.library.record(facet, slug, if query.words.trim().is_empty() { query.page } else { 0 })
}
