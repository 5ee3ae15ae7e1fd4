//! All that is known of one person, organisation or topic.

use jejak_archive::query::FacetKind;
use jejak_archive::{Outcome, Query};
use yew::Html;

use crate::markup::html;

use super::{failure, missing};
use crate::components::record::head::head;
use crate::components::record::holders::holders;
use crate::components::record::roles::roles;
use crate::components::record::within::within;
use crate::components::timeline::still::still;
use crate::components::unfolded::{Company, Unfolded, What};
use crate::state::links;
use crate::state::site::Site;
use crate::state::url;
use crate::widget::widget;

/// The page of a value of a facet; `query` has what is looked for among its statements, and which page of them.
pub fn page(site: &Site, facet: FacetKind, slug: &str, query: &Query) -> Html {
    let record = match site.library.record(facet, slug, listed(&query.words, query.page)) {
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
    let title = if facet == FacetKind::Topic { words.statements_of_topic() } else { words.statements() };
    html! {
        <div class="record" data-record={url::key(facet)} data-slug={slug}>
            { head(site, facet, &record) }
            <div class="record-frame">
                <div class="record-main">
                    { roles(site, &record.roles, &said.timeline) }
                    { holders(site, &record.holders) }
                    { still(&site.on_statements(&own), &own.query, &said.timeline) }
                    <section aria-labelledby="pernyataan">
                        <h2 class="record-name" id="pernyataan">{ title }</h2>
                        { within(site, (facet, slug), query, said) }
                    </section>
                </div>
                <div class="record-side related">
                    { widget(Unfolded { site: site.clone(), what: What::Related(Company(facet, record.clone())) }) }
                    <p><a class="button" href={url::filtered(facet, slug)}>
                        { words.explore_all().with(record.named_in()) }
                    </a></p>
                </div>
            </div>
        </div>
    }
}

/// Which page of its statements a record is asked for: where words are looked for among them, pages are of what they find.
#[must_use]
pub fn listed(words: &str, page: u32) -> u32 {
    if words.trim().is_empty() { page } else { 0 }
}
