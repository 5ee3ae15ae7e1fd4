//! Saved searches: the list of them, each with what is new, and the button that saves one.

use jejak_archive::{Outcome, PartId, Query};
use jejak_export::Asked;
use yew::prelude::*;

use crate::markup::html;

use super::room::{Kept, Room};
use super::saved::list_of;
use super::{SEARCHES, shelf};
use crate::chunk;
use crate::components::explore::chips::label;
use crate::pages::failure;
use crate::state::later::Later;
use crate::state::news::{self, News};
use crate::state::searches::{MOST, Search, Searches, Seen};
use crate::state::site::{Arrival, Site};
use crate::state::url::{Location, Route};
use crate::text::searches::Words;
use crate::widget::Hand;

/// So many searches are counted before the page may paint again.
const AT_ONCE: usize = 2;

/// What the dialog keeps of them while it is open.
#[derive(Debug, Default)]
pub(super) struct Watched {
    all: Searches,
    /// What is new, by address, as far as it is known.
    news: Vec<(String, News)>,
    /// Which of them is counted next.
    next: usize,
    /// What is missing to count those that were passed over.
    lacks: Vec<PartId>,
    later: Option<Later>,
}

impl Watched {
    fn news_of(&self, one: &Search) -> Option<News> {
        self.news.iter().find(|(href, _)| href == one.href()).map(|(_, news)| *news)
    }
}

/// Reads what is kept, and begins to count where the archive is another one than on the last visit.
pub(super) fn begin(room: &Room, hand: &Hand<Kept>) {
    hand.look(|kept| kept.watched.all = shelf::kept());
    if room.what == super::What::Searches {
        wait(&room.site, hand);
    }
}

/// Goes on where parts came that were missing.
pub(super) fn arrived(site: &Site, hand: &Hand<Kept>) {
    let goes_on = hand.look(|kept| {
        let waited = !kept.watched.lacks.is_empty() && site.arrival == Arrival::Coming;
        if waited {
            (kept.watched.lacks, kept.watched.next) = (Vec::new(), 0);
        }
        waited
    });
    if goes_on {
        wait(site, hand);
    }
}

fn wait(site: &Site, hand: &Hand<Kept>) {
    let own = (site.clone(), hand.clone());
    let later = Later::after_paint(move || step(&own.0, &own.1));
    hand.look(|kept| kept.watched.later = later);
}

/// Counts some of them; asks for what was missing once all were tried.
fn step(site: &Site, hand: &Hand<Kept>) {
    let (done, lacks) = hand.look(|kept| {
        let watched = &mut kept.watched;
        let mut counted = 0;
        while let Some(one) = watched.all.all.get(watched.next).filter(|_| counted < AT_ONCE) {
            watched.next += 1;
            if one.seen.stamp == site.library.stamp() || watched.news_of(one).is_some() {
                continue;
            }
            counted += 1;
            let Some((asked, ..)) = one.location().and_then(|location| list_of(site, &location)) else { continue };
            match news::since(&site.library, &asked, &one.seen) {
                Outcome::Ready(news) => watched.news.push((one.href().to_owned(), news)),
                Outcome::Needs(parts) => watched.lacks.extend(parts),
            }
        }
        (watched.next >= watched.all.all.len(), watched.lacks.clone())
    });
    match done {
        false => wait(site, hand),
        true if !lacks.is_empty() && site.arrival == Arrival::Coming => site.want.emit(lacks),
        true => {}
    }
    hand.set(|_| {});
}

/// The list of them.
pub(super) fn view(room: &Room, hand: &Hand<Kept>) -> Html {
    let (site, words) = (&room.site, words(&room.site));
    let (all, lacks) = hand.look(|kept| (kept.watched.all.all.clone(), kept.watched.lacks.clone()));
    let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let cannot = !lacks.is_empty() && site.arrival != Arrival::Coming;
    html! {
        <>
            <p class="take-hint">{ words.about() }</p>
            if all.is_empty() {
                <p>{ words.empty() }</p>
            } else {
                <p data-searches={count}>{ words.count().with(count) }</p>
                if cannot {
                    { failure::part(site, &lacks) }
                }
                <ul class="take-list">{ for all.iter().map(|one| row(room, hand, one)) }</ul>
                <p class="take-ways">
                    <button class="button" type="button" data-clear="" onclick={changing(room, hand, |all| all.all.clear())}>
                        { words.clear() }
                    </button>
                </p>
            }
        </>
    }
}

/// One of them, what is new in it, and the ways to both.
fn row(room: &Room, hand: &Hand<Kept>, one: &Search) -> Html {
    let (site, words) = (&room.site, words(&room.site));
    let stamp = site.library.stamp();
    let news = hand.look(|kept| kept.watched.news_of(one));
    let asked = one.location().and_then(|location| list_of(site, &location));
    let in_all = |total: u32| match &asked {
        Some((Asked::Articles(_), ..)) => words.articles().with(total),
        _ => words.statements().with(total),
    };
    // What was looked at is seen.
    let seeing = {
        let (own, stamp, newest) = (hand.clone(), stamp.to_owned(), site.library.coverage().map(|(_, last)| last));
        let href = one.href().to_owned();
        Callback::from(move |_: MouseEvent| {
            let Some(News { total, .. }) = news else { return };
            let seen = Seen { total, newest, stamp: stamp.clone() };
            if let Some(all) = shelf::change(|all: &mut Searches| all.see(&href, &seen)) {
                own.set(|kept| kept.watched.all = all);
            }
        })
    };
    let known = match news {
        _ if one.seen.stamp == stamp => {
            html! { <p class="take-hint">{ words.same().with(&in_all(one.seen.total)) }</p> }
        }
        None => html! { <p class="take-hint" aria-busy="true">{ words.looking() }</p> },
        Some(News { total, fresh: 0, others: 0 }) => {
            html! { <p class="take-hint">{ words.nothing().with(&in_all(total)) }</p> }
        }
        Some(news) => changed(site, one, asked.as_ref().map(|(asked, ..)| asked), news, &in_all(news.total), &seeing),
    };
    let href = one.href().to_owned();
    let remove = changing(room, hand, move |all| all.remove(&href));
    html! {
        <li data-search={one.href().to_owned()} data-new={news.map(|news| news.fresh.to_string())}>
            <p lang={site.lang()}><a href={one.href().to_owned()} onclick={seeing}>{ one.words() }</a></p>
            { known }
            <button class="link" type="button" data-remove="" aria-label={words.remove().with(one.words())} onclick={remove}>
                { words.drop() }
            </button>
        </li>
    }
}

/// What is new, and what else came or went.
fn changed(
    site: &Site,
    one: &Search,
    asked: Option<&Asked>,
    news: News,
    in_all: &str,
    seeing: &Callback<MouseEvent>,
) -> Html {
    let words = words(site);
    let later = one.seen.newest.zip(asked).and_then(|(day, asked)| Some((day, news::after(asked, day)?)));
    let fresh = later.filter(|_| news.fresh > 0).map(|(day, asked)| {
        let route = match asked {
            Asked::Articles(query) => Route::Explore(query),
            Asked::Statements(asked) => Route::Quotes(asked),
            Asked::These(_) => Route::Explore(Query::default()),
        };
        (Location::of(route).href(), words.fresh().with(news.fresh), words.after().with(&site.text().date_long(day)))
    });
    let by = u32::try_from(news.others.unsigned_abs()).unwrap_or(u32::MAX);
    html! {
        <>
            if let Some((href, fresh, after)) = fresh {
                <p class="take-new"><a {href} data-fresh="" onclick={seeing.clone()}>{ fresh }</a>{ " " }{ after }</p>
            }
            if news.others > 0 {
                <p class="take-hint" data-others={news.others.to_string()}>{ words.more().with(by) }</p>
            }
            if news.others < 0 {
                <p class="take-hint" data-others={news.others.to_string()}>{ words.fewer().with(by) }</p>
            }
            <p class="take-hint">{ words.now().with(in_all) }</p>
        </>
    }
}

/// The button that saves the search of a list, or takes it out, and the way to all of them.
pub(super) fn saving(room: &Room, hand: &Hand<Kept>, location: &Location, total: u32) -> Html {
    let (site, words) = (&room.site, words(&room.site));
    let newest = site.library.coverage().map(|(_, last)| last);
    let seen = Seen { total, newest, stamp: site.library.stamp().to_owned() };
    let one = Search::at(&own(site, location), &called(site, location), seen);
    let is_kept = one.as_ref().is_some_and(|one| hand.look(|kept| kept.watched.all.hold(one.href())));
    let onclick = hand.on(move |kept, _: MouseEvent| {
        let said = match &one {
            None => words.long().to_owned(),
            Some(_) if !is_kept && kept.watched.all.are_full() => {
                words.full().with(u32::try_from(MOST).unwrap_or(u32::MAX))
            }
            Some(one) => {
                let done = shelf::change(|all: &mut Searches| match is_kept {
                    true => all.remove(one.href()),
                    false => all.put(one.clone()),
                });
                match done {
                    None => words.refused().to_owned(),
                    Some(all) => {
                        kept.watched.all = all;
                        if is_kept { words.dropped() } else { words.saved() }.to_owned()
                    }
                }
            }
        };
        kept.said = Some(said);
    });
    html! {
        <section class="take-form" data-form="search">
            <h3>{ words.title() }</h3>
            <p class="take-hint">{ words.why() }</p>
            <p class="take-ways">
                <button class="button" type="button" data-save="" aria-pressed={is_kept} {onclick}>
                    { if is_kept { words.drop() } else { words.save() } }
                </button>
                <button class="link" type="button" data-take={SEARCHES}>{ site.text().take.searches() }</button>
            </p>
        </section>
    }
}

/// A callback that changes what is kept.
fn changing(room: &Room, hand: &Hand<Kept>, change: impl Fn(&mut Searches) + 'static) -> Callback<MouseEvent> {
    let words = words(&room.site);
    hand.on(move |kept, _| {
        let done = shelf::change(&change);
        kept.said = Some(if done.is_some() { words.dropped() } else { words.refused() }.to_owned());
        if let Some(all) = done {
            kept.watched.all = all;
        }
    })
}

fn words(site: &Site) -> &'static Words {
    Words::of(site.settings.language)
}

/// Where the search of a page stands, filters by names of old under those of today.
fn own(site: &Site, location: &Location) -> Location {
    let mut own = Location::of(location.route.clone());
    match &mut own.route {
        Route::Explore(query) => *query = site.library.in_use(std::mem::take(query)),
        Route::Quotes(asked) => asked.query = site.library.in_use(std::mem::take(&mut asked.query)),
        _ => {}
    }
    own
}

/// What the search of a page is called: what it lists, its filters, its words.
fn called(site: &Site, location: &Location) -> String {
    let (text, own) = (site.text(), words(site));
    let (what, query) = match &location.route {
        Route::Explore(query) => (own.all_articles().to_owned(), query.clone()),
        Route::Quotes(asked) => (own.all_statements().to_owned(), asked.query.clone()),
        Route::Record { facet, slug, words, .. } => {
            let query = Query { words: words.clone(), ..Query::default() };
            let name = chunk::RECORD_NAME.open().and_then(|name| name(site, *facet, slug, &query));
            (text.chosen(*facet, &name.unwrap_or_else(|| slug.clone()), false), query)
        }
        _ => return String::new(),
    };
    let mut parts = vec![what];
    parts.extend(query.choices.iter().map(|choice| text.chosen(choice.facet, &label(site, choice), choice.exclude)));
    parts.extend(query.from.map(|day| text.chip_from().with(&text.date_short(day))));
    parts.extend(query.to.map(|day| text.chip_to().with(&text.date_short(day))));
    match query.words.trim() {
        "" => {}
        typed => parts.push(format!("“{typed}”")),
    }
    parts.join(" · ")
}
