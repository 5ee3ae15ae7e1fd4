//! One article, its statements highlighted by speaker.

use jejak_archive::Outcome;
use yew::prelude::*;

use crate::markup::{classes, html};

use super::{failure, missing};
use crate::components::reading::body::Body;
use crate::components::reading::head::head;
use crate::components::reading::legend::legend;
use crate::components::reading::neighbours::neighbours;
use crate::components::reading::note::note;
use crate::components::reading::removed::removed;
use crate::state::library::Opened;
use crate::state::site::Site;
use crate::state::speakers::Voices;

/// The page of the article `id`; `fragment` is a quote's anchor, or empty.
pub fn page(site: &Site, id: &str, fragment: &str) -> Html {
    let at = match site.library.seek(id) {
        Outcome::Ready(Some(at)) => at,
        Outcome::Ready(None) => return missing::article(site, id),
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    match site.library.article(at) {
        Outcome::Ready(article) => html! {
            <Reading key={id} site={site.clone()} {at} article={Opened(article)} fragment={fragment.to_owned()} />
        },
        Outcome::Needs(parts) => failure::part(site, &parts),
    }
}

/// What reading needs.
#[derive(Properties, PartialEq)]
struct ReadingProps {
    site: Site,
    at: u32,
    article: Opened,
    fragment: String,
}

/// It keeps the speaker brought out and the statement looked at.
#[component]
fn Reading(ReadingProps { site, at, article, fragment }: &ReadingProps) -> Html {
    let only = use_state(|| None::<usize>);
    let noted = use_state(|| None::<usize>);
    let voices = use_memo((site.library.clone(), article.clone()), |(library, article)| Voices::of(library, article));
    let target = article.quotes.iter().position(|quote| quote.anchor == *fragment);
    let choose = {
        let only = only.clone();
        Callback::from(move |voice: Option<usize>| only.set(voice))
    };
    // One callback for the life of the page, so that pointing at a statement does not draw the text again.
    let on_note = use_callback((), {
        let noted = noted.setter();
        move |quote: usize, ()| noted.set(Some(quote))
    });
    let close = {
        let noted = noted.clone();
        Callback::from(move |_: MouseEvent| noted.set(None))
    };
    let text = site.text();
    html! {
        <article class="reading" data-open={&article.id}>
            { head(site, article) }
            <div class="reading-frame">
                <div class="reading-side">
                    { legend(site, &voices, *only, &choose) }
                    <div class={classes("note-place", &[noted.is_some().then_some("open")])}>
                        { note(site, article, &voices, noted.or(target), close) }
                    </div>
                </div>
                <div class="reading-main">
                    <Body site={site.clone()} article={article.clone()} voices={voices.clone()} only={*only} {target}
                        {on_note} />
                    if let Some(caption) = &article.caption {
                        <p class="caption"><span class="caption-name">{ text.caption }</span>{ " " }{ caption }</p>
                    }
                    { removed(site, article) }
                </div>
            </div>
            { neighbours(site, *at) }
        </article>
    }
}
