//! All that is known of one person, organisation or topic.

use jejak_archive::Outcome;
use jejak_archive::query::FacetKind;
use yew::Html;

use crate::markup::html;

use super::{failure, missing};
use crate::components::record::head::head;
use crate::components::record::holders::holders;
use crate::components::record::roles::roles;
use crate::components::statements::card::card;
use crate::components::statements::pager::pager;
use crate::components::timeline::still::still;
use crate::components::unfolded::{Company, Unfolded, What};
use crate::state::links;
use crate::state::site::Site;
use crate::state::url::{self, Location, Route};
use crate::widget::widget;

/// The page of a value of a facet; `page` is that of its statements.
pub fn page(site: &Site, facet: FacetKind, slug: &str, page: u32) -> Html {
    let record = match site.library.record(facet, slug, page) {
        Outcome::Ready(Some(record)) => record,
        Outcome::Ready(None) => return missing::record(site, facet, slug),
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    // An address of old leads here too.
    let slug = record.slug.as_str();
    if !record.has_page {
        return missing::private(site, facet, &record);
    }
    let (said, words) = (&record.said, site.text().record);
    let own = links::statements(&[(facet, slug)]);
    let title = if facet == FacetKind::Topic { words.statements_of_topic } else { words.statements };
    let href = |page| Location::of(Route::Record { facet, slug: slug.to_owned(), page }).href();
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
                <div class="record-side related">
                    { widget(Unfolded { site: site.clone(), what: What::Related(Company(facet, record.clone())) }) }
                    <p><a class="button" href={url::filtered(facet, slug)}>
                        { (words.explore_all)(record.named_in()) }
                    </a></p>
                </div>
            </div>
        </div>
    }
}
