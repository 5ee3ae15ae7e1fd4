//! What is particular to a regulation: what it is, when it is named, and where.

use jejak_archive::Outcome;
use jejak_archive::model::regulation::{Called, full_kind, is_of_several};
use jejak_archive::query::{Choice, FacetKind, Query};
use jejak_archive::statements::{Passage, Record};
use yew::Html;

use crate::markup::html;

use crate::components::explore::hit::printed;
use crate::components::marked::snippet;
use crate::components::timeline::still::still;
use crate::components::unfolded::{Unfolded, What};
use crate::pages::failure;
use crate::state::site::{Site, View};
use crate::state::url::{self, Location, Route};
use crate::text::laws::Words;
use crate::widget::widget;

/// So many articles are shown with the words that name it; the others are folded.
const SHOWN: usize = 6;

/// What a kind is called in full, and in the reader's language where that says more.
pub fn kind(site: &Site, kind: &str) -> Html {
    let words = Words::of(site.settings.language);
    let full = full_kind(kind).unwrap_or(kind);
    html! {
        <>
            <span lang="id">{ full }</span>
            if let Some(means) = words.kind_means(kind) {
                { format!(" ({means})") }
            }
        </>
    }
}

/// The head of its page.
pub fn head(site: &Site, record: &Record) -> Html {
    let (text, words) = (site.text(), Words::of(site.settings.language));
    let called = Called::read(&record.name);
    // Newest first.
    let mut days = record.articles.iter().filter_map(|&at| site.library.day(at));
    let last = days.next();
    let span = last.map(|last| {
        let (first, last) = (text.date_short(days.next_back().unwrap_or(last)), text.date_short(last));
        if first == last { words.mentioned_on().with(&first) } else { words.mentioned().with(&first, &last) }
    });
    let plain = called.number.is_some() && full_kind(called.kind).is_some();
    html! {
        <header class="record-head">
            <p class="reading-kicker"><a href={Location::of(Route::Regulations).href()}>{ words.all() }</a></p>
            <h1 class="record-title" lang="id">{ called.title() }</h1>
            if plain {
                <p class="record-also" data-kind={called.kind.to_owned()}>{ kind(site, called.kind) }</p>
            }
            if !record.aliases.is_empty() {
                <p class="record-also">{ text.record.also().with(&record.aliases) }</p>
            }
            <p class="record-facts">
                <strong>{ text.record.named_in().with(record.named_in()) }</strong>
                <span>{ text.record.statements_in().with(record.said.total, record.said.articles) }</span>
                if let Some(span) = span {
                    <span data-mentioned="">{ span }</span>
                }
            </p>
            if is_of_several(called.kind) {
                <p class="notice">{ words.several().with(called.kind) }</p>
            }
            if called.number.is_some() && called.year.is_none() {
                <p class="notice">{ words.no_year() }</p>
            }
        </header>
    }
}

/// When articles name it.
pub fn over_time(site: &Site, record: &Record) -> Html {
    let choice = Choice { facet: FacetKind::Regulation, value: record.slug.clone(), exclude: false };
    let query = Query { choices: vec![choice], ..Query::default() };
    let timeline = site.library.named_over_time(record);
    still(&site.on(View::Articles), Words::of(site.settings.language).over_time(), &query, &timeline)
}

/// The newest articles that name it, each with the words that do; the others as links.
pub fn passages(site: &Site, record: &Record) -> Html {
    let (first, rest) = record.articles.split_at(record.articles.len().min(SHOWN));
    let passages = match site.library.passages(&record.slug, first) {
        Outcome::Ready(passages) => passages,
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    html! {
        <section aria-labelledby="disebut">
            <h2 class="record-name" id="disebut">{ Words::of(site.settings.language).passages() }</h2>
            <ol class="passages">{ for passages.iter().map(|one| passage(site, one)) }</ol>
            if !rest.is_empty() {
                { widget(Unfolded { site: site.clone(), what: What::Articles(rest.to_vec(), false) }) }
            }
        </section>
    }
}

fn passage(site: &Site, passage: &Passage) -> Html {
    let head = &passage.head;
    html! {
        <li data-article={&head.id}>
            <p class="hit-facts">
                { printed(site, head.date) }
                if let Some(publisher) = &head.publisher {
                    <span class="hit-source">{ publisher }</span>
                }
            </p>
            <h3 class="passage-title" lang={site.lang()}><a href={url::article(&head.id)}>{ &head.title }</a></h3>
            if !passage.snippet.text.is_empty() {
                <p class="hit-snippet" lang={site.lang()}>{ snippet(&passage.snippet) }</p>
            }
        </li>
    }
}
