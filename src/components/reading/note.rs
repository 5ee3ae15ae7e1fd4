//! What is known about the statement one looks at: who, as what, by what it was found, how sure that is.

use jejak_archive::Article;
use yew::{Callback, Html, MouseEvent};

use crate::markup::{classes, html};

use crate::state::site::Site;
use crate::state::speakers::Voices;
use crate::state::url;

/// The note, which `close` puts away on a narrow page, or how to get one where no statement is looked at.
pub fn note(site: &Site, article: &Article, voices: &Voices, at: Option<usize>, close: Callback<MouseEvent>) -> Html {
    let text = site.text();
    let Some((at, quote)) = at.and_then(|at| Some((at, article.quotes.get(at)?))) else {
        return html! { <p class="note-hint">{ text.quote_hint }</p> };
    };
    let (place, voice) = match voices.voice(at) {
        Some((place, voice)) => (place, voice),
        None => return Html::default(),
    };
    let name = if voice.name.is_empty() { text.speaker_unknown } else { voice.name.as_str() };
    html! {
        <section class={classes("note", &[Some(voice.class(place))])} aria-label={text.quote_details}>
            <p class="note-kind">
                { (text.quote_kind)(quote.kind) }
                <button class="note-close" type="button" onclick={close}>{ text.close }</button>
            </p>
            <p class="note-who" data-voice={voice.label(place)}>{ name }</p>
            if let Some(role) = quote.role.as_ref().filter(|role| **role != voice.name) {
                <p class="note-role">{ role }</p>
            }
            <p class="note-how">{ quote.how.map_or(text.how_none, |how| (text.how)(how)) }</p>
            if quote.speaker.is_some() {
                <svg class="note-meter" width="100%" height="4" aria-hidden="true">
                    <rect class="meter-all" width="100%" height="4" rx="2" />
                    <rect class="meter-some" width={format!("{}%", quote.confidence.min(100))} height="4" rx="2" />
                </svg>
                <p class="note-sure">{ (text.confidence)(quote.confidence) }</p>
            }
            <p class="note-link">
                <a href={url::quote(&article.id, &quote.anchor)}>{ (text.quote_link)(name) }</a>
            </p>
        </section>
    }
}
