//! Who speaks in an article, how often, and a way to bring one of them out.

use yew::prelude::*;

use crate::components::element::plain;
use crate::state::links;
use crate::state::site::Site;
use crate::state::speakers::{Voice, Voices};
use jejak_archive::query::FacetKind;

/// The legend. `only` is the speaker brought out; `choose` changes it.
pub fn legend(site: &Site, voices: &Voices, only: Option<usize>, choose: &Callback<Option<usize>>) -> Html {
    let text = site.text();
    if voices.list.is_empty() {
        return html! { { plain("p", "legend-none", text.no_quotes) } };
    }
    html! {
        <section class="legend" aria-label={text.speakers}>
            { plain("h2", "legend-name", text.speakers) }
            { plain("p", "legend-hint", text.speakers_hint) }
            <ul class="legend-list">
                { for voices.list.iter().enumerate().map(|(at, voice)| row(site, at, voice, only, choose)) }
            </ul>
        </section>
    }
}

fn row(site: &Site, at: usize, voice: &Voice, only: Option<usize>, choose: &Callback<Option<usize>>) -> Html {
    let text = site.text();
    let pressed = only == Some(at);
    let onclick = choose.reform(move |_: MouseEvent| (!pressed).then_some(at));
    let name = if voice.name.is_empty() { text.speaker_unknown.to_owned() } else { voice.name.clone() };
    let class = classes!("legend-row", voice.class(at), only.is_some_and(|only| only != at).then_some("dim"));
    html! {
        <li {class}>
            <button class="legend-voice" type="button" aria-pressed={pressed.to_string()} data-voice={voice.label(at)}
                data-count={voice.total().to_string()} {onclick}>
                { plain("span", "legend-who", &name) }
                { plain("span", "legend-count", (text.quotes)(voice.total())) }
            </button>
            if let Some(slug) = &voice.slug {
                <a class="legend-more" href={links::named(&site.library, FacetKind::Person, slug)} title={(text.more_of)(&name)}
                    aria-label={(text.more_of)(&name)}>
                    <span aria-hidden="true">{ "→" }</span>
                </a>
            }
        </li>
    }
}
