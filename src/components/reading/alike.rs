//! More like this: articles that name the same people, bodies and places, and what they have in common.

use jejak_archive::Outcome;
use jejak_archive::answer::Similar;
use yew::{Callback, Html, MouseEvent};

use crate::markup::html;

use crate::components::explore::facet::shown;
use crate::pages::failure;
use crate::state::site::{Arrival, Site};
use crate::state::url;

/// Articles listed.
const MOST: usize = 6;

/// The articles that are most like the one at a place. An archive that comes in parts folds them, and fetches what they take
/// once they are `asked` for.
pub fn alike(site: &Site, at: u32, asked: bool, ask: Callback<MouseEvent>) -> Html {
    let name = site.text().alike();
    if site.arrival != Arrival::Whole {
        let list = asked.then(|| list(site, at).unwrap_or_else(|| html! { <p>{ site.text().alike_none() }</p> }));
        return html! { <details class="alike"><summary onclick={ask}>{ name }</summary>{ list }</details> };
    }
    let section = list(site, at).map(|list| {
        html! { <section class="alike" aria-labelledby="serupa"><h2 id="serupa">{ name }</h2>{ list }</section> }
    });
    section.unwrap_or_default()
}

/// The list; none where nothing is alike.
fn list(site: &Site, at: u32) -> Option<Html> {
    let found = match site.library.similar(at, MOST) {
        Outcome::Ready(found) => found,
        Outcome::Needs(parts) => return Some(failure::part(site, &parts)),
    };
    let articles: Vec<u32> = found.iter().map(|one| one.article).collect();
    if let Outcome::Needs(parts) = site.library.heads_of(&articles) {
        return Some(failure::part(site, &parts));
    }
    (!found.is_empty()).then(|| html! { <ul>{ for found.iter().map(|one| item(site, one)) }</ul> })
}

fn item(site: &Site, one: &Similar) -> Html {
    let (text, head) = (site.text(), site.library.head(one.article).unwrap_or_default());
    let shared: Vec<String> = one.shared.iter().map(|(kind, label)| shown(site, *kind, label).into_owned()).collect();
    let date = head.date.map_or(text.undated().to_owned(), |date| text.date_short(date));
    html! {
        <li data-alike={&head.id}>
            <a class="neighbour" href={url::article(&head.id)}>
                <span class="neighbour-title" lang={site.lang()}>{ &head.title }</span>
                <span class="neighbour-date">{ date }{ head.publisher.map(|name| format!(" · {name}")) }</span>
            </a>
            <p class="neighbour-date">{ text.alike_shared().with(&shared) }</p>
        </li>
    }
}
