//! What an archive holds and lacks: how many articles of which day and source, and on which days there are none.
//!
//! Who finds nothing of a day should know whether nothing was said or nothing was collected.

mod calendar;
mod year;

use jejak_archive::answer::{Bin, Scale};
use jejak_archive::query::{FacetKind, PAGE, Window};
use jejak_archive::{Date, Outcome, Query};
use yew::Html;

use crate::markup::html;

use crate::components::choices::{Choice, choices};
use crate::components::explore::facet::facets;
use crate::pages::failure;
use crate::state::site::Site;
use calendar::calendar;
use year::Year;

/// The days of a year in a calendar and in words, for the sources of a query; ways to other years and sources. The year is
/// that of the window's first day, else the newest.
pub fn coverage(site: &Site, query: &Query) -> Html {
    let (text, words) = (site.text(), &site.text().record);
    let Some((first, last)) = site.library.coverage() else { return Html::default() };
    let now = query.window.span.map_or(last, |(from, _)| from.clamp(first, last));
    let days = asked(query, (now.first_of_year(), now.last_of_year()), Scale::Day);
    let years = asked(query, (first, last), Scale::Year);
    // Two questions, so that what either lacks is fetched in one turn.
    let (days, years) = match (site.library.answer(&days).as_ref(), site.library.over_time(&years)) {
        (Outcome::Ready(days), Outcome::Ready(years)) => (days.clone(), years),
        (Outcome::Needs(parts), _) => return failure::part(site, parts),
        (_, Outcome::Needs(parts)) => return failure::part(site, &parts),
    };
    let way = |bin: &Bin| {
        let window = Window { span: Some((bin.from, bin.to)), ..Window::default() };
        let same = |from: Date| from.year() == now.year();
        Choice {
            name: bin.from.year().to_string(),
            count: Some(text.number().with(bin.count)),
            here: same(bin.from),
            href: site.href(Query { window, ..query.clone() }),
        }
    };
    let years = years.timeline.bins.iter().filter(|bin| bin.of > 0 || bin.from.year() == now.year());
    let sources = days.facets.iter().filter(|facet| facet.kind == FacetKind::Source).cloned();
    let year = Year::of(&days.timeline.bins, (first, last));
    html! {
        <section class="coverage" aria-labelledby="cakupan">
            <h2 id="cakupan">{ words.coverage() }</h2>
            <p>{ words.coverage_how() }</p>
            { choices(words.year(), years.map(way).collect()) }
            <p role="status" data-count={year.articles}>
                { words.coverage_year().with(&now.year().to_string(), year.articles, year.empty) }
            </p>
            { calendar(site, &days.timeline.bins, (first, last)) }
            if !year.gaps.is_empty() {
                <p>{ words.longest_gaps().with(&year.gaps.iter().map(|gap| gap.said(site)).collect::<Vec<_>>()) }</p>
            }
            if days.pending.is_empty() {
                <div class="coverage-sources">{ facets(site, query, &sources.collect::<Vec<_>>()) }</div>
            } else {
                { failure::part(site, &days.pending) }
            }
        </section>
    }
}

/// The articles of a query in bars of a stretch, without a list of them: no page of hits lies so far behind.
fn asked(query: &Query, span: (Date, Date), scale: Scale) -> Query {
    let window = Window { span: Some(span), scale: Some(scale), share: false };
    Query { window, page: u32::MAX / PAGE, from: None, to: None, ..query.clone() }
}
