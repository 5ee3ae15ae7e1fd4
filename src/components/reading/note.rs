//! What is known about the statement one looks at: who, as what, by what it was found, how sure that is.

use jejak_archive::model::{EntityRef, Speaker};
use jejak_archive::{Outcome, Reading};
use yew::{Callback, Html, MouseEvent};

use crate::markup::{classes, html};

use super::chain::chain;
use crate::chunk;
use crate::components::fix::Of;
use crate::components::record::roles;
use crate::components::takeaway;
use crate::state::report;
use crate::state::site::Site;
use crate::state::source::at_words;
use crate::state::speakers::Voices;
use crate::state::url;

/// The note, which `close` puts away on a narrow page, or how to get one where no statement is looked at.
pub fn note(
    site: &Site,
    (place, reading): (u32, &Reading),
    voices: &Voices,
    at: Option<usize>,
    close: Callback<MouseEvent>,
) -> Html {
    let (text, article) = (site.text(), &reading.article);
    let Some((at, quote)) = at.and_then(|at| Some((at, article.quotes.get(at)?))) else {
        return html! { <p class="note-hint">{ text.quote_hint() }</p> };
    };
    let Some((number, voice)) = voices.voice(at) else { return Html::default() };
    // What other articles say of an office is known with the person.
    let person = match quote.speaker {
        Some(Speaker::Person(at)) => reading.name(EntityRef::Person(at)).filter(|person| person.has_page),
        _ => None,
    };
    let other = person.and_then(|person| match site.library.other_role(&person.slug, place, article.date) {
        Outcome::Ready(other) => other,
        Outcome::Needs(parts) => {
            site.need(Outcome::Needs(parts));
            None
        }
    });
    let words = article.text.get(quote.span.range()).unwrap_or_default();
    let name = if voice.name.is_empty() { text.speaker_unknown() } else { voice.name.as_str() };
    html! {
        <section class={classes("note", &[Some(voice.class(number))])} aria-label={text.quote_details()}>
            <p class="note-kind">
                { text.quote_kind().of(quote.kind) }
                <button class="note-close" type="button" onclick={close}>{ text.close() }</button>
            </p>
            <p class="note-who" data-voice={voice.label(number)}>{ name }</p>
            if let Some(role) = quote.role.as_ref().filter(|role| **role != voice.name) {
                <p class="note-role">{ text.record.printed_role() }{ " " }<span lang={site.lang()}>{ role }</span></p>
            }
            if let Some(role) = &other {
                <p class="note-differ" data-differ="pernyataan">
                    { text.record.in_force().with(&roles::name(site, role), &roles::days(site, role)) }
                </p>
            }
            <p class="note-how">{ quote.how.map_or(text.how_none(), |how| text.how().of(how)) }</p>
            { chain(site, article, quote) }
            if quote.speaker.is_some() {
                <svg class="note-meter" width="100%" height="4" aria-hidden="true">
                    <rect class="meter-all" width="100%" height="4" rx="2" />
                    <rect class="meter-some" width={format!("{}%", quote.confidence.min(100))} height="4" rx="2" />
                </svg>
                <p class="note-sure">{ text.sure(quote.confidence) }</p>
            }
            { chunk::fixing(site, &Of::Statement(words)) }
            <p class="note-link">
                <a href={url::quote(&article.id, &quote.anchor)}>{ text.quote_link().with(name) }</a>
                { " " }{ takeaway::cite(site, &article.id, &quote.anchor) }
            </p>
            if let Some(href) = report::statement(site, article, quote, name) {
                <p class="note-report"><a {href} rel="noopener external">{ text.report() }</a></p>
            }
            if let Some(href) = at_words(article.url.as_deref(), words) {
                <p class="note-source">
                    <a {href} rel="noopener external">
                        { text.at_source().with(article.publisher.as_deref().unwrap_or(text.source_unnamed())) }
                    </a>
                </p>
            }
        </section>
    }
}
