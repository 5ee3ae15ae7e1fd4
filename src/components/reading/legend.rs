//! Who speaks in an article, how often, and a way to bring one of them out.

use yew::prelude::*;

use crate::markup::{classes, html};

use crate::state::site::Site;
use crate::state::speakers::{Voice, Voices};

/// The legend. `only` is the speaker brought out; `choose` changes it.
pub fn legend(site: &Site, voices: &Voices, only: Option<usize>, choose: &Callback<Option<usize>>) -> Html {
    let text = site.text();
    if voices.list.is_empty() {
        return html! { <p class="legend-none">{ text.no_quotes() }</p> };
    }
    html! {
        <section class="legend" aria-label={text.speakers()}>
            <h2 class="legend-name">{ text.speakers() }</h2>
            <p class="legend-hint">{ text.speakers_hint() }</p>
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
    let name = if voice.name.is_empty() { text.speaker_unknown().to_owned() } else { voice.name.clone() };
    let class = classes("legend-row", &[Some(voice.class(at)), only.is_some_and(|only| only != at).then_some("dim")]);
    html! {
        <li {class}>
            <button class="legend-voice" type="button" aria-pressed={pressed} data-voice={voice.label(at)}
                data-count={voice.total()} {onclick}>
                <span class="legend-who">{ &name }</span>
                <span class="legend-count">{ text.quotes().with(voice.total()) }</span>
            </button>
            if let Some(href) = &voice.href {
                <a class="legend-more" {href} aria-label={text.more_of().with(&name)}>
                    <span aria-hidden="true">{ "→" }</span>
                </a>
            }
        </li>
    }
}
