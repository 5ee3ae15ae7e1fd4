//! The articles that show something, as links.

use yew::{Callback, Html, MouseEvent};

use crate::markup::html;

use crate::components::unfolded::{Unfolded, What};
use crate::state::site::{Arrival, Site};
use crate::state::url;
use crate::widget::widget;

/// Articles as links, in the order given; behind the first `short` they are folded, all of them where they are still to
/// come.
pub fn cited(site: &Site, articles: &[u32], short: usize) -> Html {
    let whole = site.arrival == Arrival::Whole;
    let (first, rest) = articles.split_at(if whole { articles.len().min(short) } else { 0 });
    html! {
        <>
            if !first.is_empty() {
                { list(site, first) }
            }
            if !rest.is_empty() {
                { widget(Unfolded { site: site.clone(), what: What::Articles(rest.to_vec(), first.is_empty()) }) }
            }
        </>
    }
}

/// The folded ones, which are fetched once they are `asked` for; `first` where none stand before them.
pub fn folded(site: &Site, articles: &[u32], first: bool, asked: bool, ask: Callback<MouseEvent>) -> Html {
    if asked {
        site.need(site.library.heads_of(articles));
    }
    let more = if first { site.text().count() } else { site.text().record.more() };
    html! {
        <details class="role-more">
            <summary onclick={ask}>{ more.with(u32::try_from(articles.len()).unwrap_or(u32::MAX)) }</summary>
            { list(site, if asked { articles } else { &[] }) }
        </details>
    }
}

fn list(site: &Site, articles: &[u32]) -> Html {
    let text = site.text();
    let item = |at: &u32| {
        let head = site.library.head(*at)?;
        let date = head.date.map_or(text.undated().to_owned(), |date| text.date_short(date));
        Some(
            html! { <li><a href={url::article(&head.id)}>{ date }{ ": " }<span lang={site.lang()}>{ &head.title }</span></a></li> },
        )
    };
    html! { <ul class="role-articles">{ for articles.iter().filter_map(item) }</ul> }
}
