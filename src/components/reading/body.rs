//! The text of an article, its statements marked by speaker.

use std::ops::Range;
use std::rc::Rc;

use jejak_archive::model::{EntityRef, Quote, QuoteKind, Removed};
use jejak_archive::words::joined;
use jejak_archive::{Reading, Span};
use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::{classes, html};

use super::nest::{Piece, nest};
use super::removed::{block, inline};
use super::reply::reply;
use super::{chain, rail};
use crate::state::library::Opened;
use crate::state::links;
use crate::state::site::Site;
use crate::state::speakers::Voices;
use crate::state::url;
use crate::widget::{Hand, Widget};

/// The text. Pointing at a statement, or moving the focus to it, tells [`Body::on_note`].
///
/// Where the address names a statement, that is the one a reader came for: a mouse only passes over others on its way to the
/// note, and one that rests where the page came to stand under it points at nothing.
pub struct Body {
    /// The page's handle.
    pub site: Site,
    /// The article.
    pub article: Opened,
    /// Its speakers.
    pub voices: Rc<Voices>,
    /// The speaker whose statements alone stand out, if one is chosen.
    pub only: Option<usize>,
    /// The quote that the address names.
    pub target: Option<usize>,
    /// Whether what cleaning took out is shown where it stood.
    pub whole: bool,
    /// Words that the first edition of this text has not, where they are to be marked.
    pub differs: Vec<Span>,
    /// Told which quote the reader looks at.
    pub on_note: Callback<Look>,
}

/// How a reader looks at statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// At this one, until at another.
    At(usize),
    /// At this one as long as the pointer is over the text.
    Passing(usize),
    /// No more at those that the pointer passed.
    Gone,
}

impl PartialEq for Body {
    /// Whatever else comes of the archive changes nothing here: a long text is drawn once.
    fn eq(&self, other: &Self) -> bool {
        let key = |own: &Self| (own.site.settings, own.only, own.target, own.whole);
        let same = self.article == other.article && self.differs == other.differs && self.on_note == other.on_note;
        same && key(self) == key(other) && Rc::ptr_eq(&self.voices, &other.voices)
    }
}

impl Widget for Body {
    /// Where the mouse was seen over the text last.
    type Kept = Option<(i32, i32)>;

    fn key(&self) -> Key {
        "isi".into()
    }

    fn draw(&self, hand: &Hand<Self::Kept>) -> Html {
        let target = self.target;
        let note = {
            let on_note = self.on_note.clone();
            move |event: &Event, look: fn(usize) -> Look| {
                if let Some((at, said)) = pointed_at(event, "[data-said]").and_then(|said| Some((number(&said)?, said)))
                {
                    bring_out(&said, at);
                    on_note.emit(look(at));
                }
            }
        };
        let onpointerover = {
            let (note, hand) = (note.clone(), hand.clone());
            Callback::from(move |event: PointerEvent| {
                if target.is_none() || event.pointer_type() != "mouse" {
                    return note(&event, Look::At);
                }
                let here = (event.client_x(), event.client_y());
                let before = hand.look(|seen| seen.replace(here));
                if before.is_some_and(|before| before != here) {
                    note(&event, Look::Passing);
                }
            })
        };
        let onpointerout = {
            let on_note = self.on_note.clone();
            Callback::from(move |event: PointerEvent| {
                let Some(target) = target.filter(|_| event.pointer_type() == "mouse") else { return };
                let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
                let stays = to.is_some_and(|to| to.closest(TEXT).is_ok_and(|text| text.is_some()));
                if let Some(text) = pointed_at(&event, TEXT).filter(|_| !stays) {
                    bring_out(&text, target);
                    on_note.emit(Look::Gone);
                }
            })
        };
        let onfocusin = Callback::from(move |event: FocusEvent| note(&event, Look::At));
        let view = View::of(self);
        html! {
            <div class="reading-text" lang={self.site.lang()} {onpointerover} {onpointerout} {onfocusin}>
                { for view.all() }
            </div>
        }
    }
}

/// The text among the elements of a page.
const TEXT: &str = ".reading-text";

/// What an event is about: the nearest element around it that a selector names.
fn pointed_at(event: &Event, selector: &str) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest(selector).ok().flatten()
}

/// The place of the statement that an element shows.
fn number(said: &Element) -> Option<usize> {
    said.get_attribute("data-said")?.parse().ok()
}

/// Brings out what belongs to a statement, on the page that an element is on.
fn bring_out(element: &Element, at: usize) {
    if let Some(page) = element.closest(".reading").ok().flatten() {
        chain::light(&page, at);
        rail::follow(&page, at);
    }
}

/// The byte ranges of the paragraphs.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut all = Vec::new();
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            all.push(at..at + line.len());
        }
        at += line.len() + 1;
    }
    all
}

/// The marks at the beginning of `text` that close what stands before it: the link to a quote comes behind them.
fn closing(text: &str) -> &str {
    let marks = |c: char| matches!(c, ',' | '.' | '!' | '?' | '"' | '\'' | '”' | '’' | '»');
    let end = text.char_indices().take(3).find(|(_, c)| !marks(*c)).map_or(text.len(), |(at, _)| at);
    let third = text.char_indices().nth(3).map_or(text.len(), |(at, _)| at);
    text.get(..end.min(third)).unwrap_or_default()
}

/// Everything that drawing a paragraph needs, put together once.
struct View<'a> {
    props: &'a Body,
    /// The quotes, behind them the names, behind those what leads to a speaker and what differs, as ranges; a quote's place here is its
    /// index in the article.
    spans: Vec<Range<usize>>,
    /// The names that lead somewhere, in the order of `spans`.
    names: Vec<Name<'a>>,
    /// The quotes that words lead to, in the order of `spans`.
    chains: Vec<Vec<usize>>,
}

/// A name in the text.
struct Name<'a> {
    /// The person's slug where it is one.
    person: Option<&'a str>,
    /// Where it leads.
    href: String,
}

impl<'a> View<'a> {
    fn of(props: &'a Body) -> Self {
        let article = &props.article;
        let mut spans: Vec<_> = article.quotes.iter().map(|quote| quote.span.range()).collect();
        let mut names = Vec::new();
        for mention in &article.mentions {
            if let Some(name) = Name::of(&article.0, mention.entity) {
                spans.push(mention.span.range());
                names.push(name);
            }
        }
        let mut chains = Vec::new();
        for (words, quotes) in chain::links(article) {
            spans.push(words);
            chains.push(quotes);
        }
        spans.extend(props.differs.iter().map(|span| span.range()));
        Self { props, spans, names, chains }
    }

    /// The paragraphs, and where it is wanted what stood between them.
    fn all(&self) -> Vec<Html> {
        let text = &self.props.article.text;
        let mut out = Vec::new();
        let mut end = 0;
        for paragraph in paragraphs(text) {
            out.extend(self.removed(end..paragraph.start + 1).map(|piece| block(&self.props.site, piece)));
            end = paragraph.end;
            let article = &self.props.article;
            let ends = |at: u32| article.quotes.get(at as usize).map_or(0, |quote| quote.span.range().end);
            let here = article.replies.iter().filter(|reply| (paragraph.start + 1..=end).contains(&ends(reply.quote)));
            let replies: Vec<Html> = here.map(|one| reply(&self.props.site, one, true)).collect();
            out.push(self.paragraph(paragraph));
            out.extend(replies);
        }
        out.extend(self.removed(end..text.len() + 1).map(|piece| block(&self.props.site, piece)));
        out
    }

    /// What was taken out within a range, where it is to be shown.
    fn removed(&self, within: Range<usize>) -> impl Iterator<Item = &Removed> {
        let all = if self.props.whole { self.props.article.removed.as_slice() } else { &[] };
        all.iter().filter(move |piece| within.contains(&(piece.at as usize)))
    }

    /// A stretch of plain text from byte `from` on, with what was taken out where it begins or inside it, where that is to
    /// be shown: stretches tile a paragraph, so each place within one belongs to one stretch.
    fn plain(&self, range: Range<usize>, from: usize) -> Html {
        let text = &self.props.article.text;
        let words = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
        let mut at = from;
        let mut out = Vec::new();
        // What stood between paragraphs is shown there.
        let inside = |place: usize| text.as_bytes().get(place.wrapping_sub(1)).is_some_and(|before| *before != b'\n');
        let pieces = self.removed(range.clone());
        for piece in pieces.filter(|piece| inside(piece.at as usize) && text.is_char_boundary(piece.at as usize)) {
            out.push(html! { <>{ words(at..piece.at as usize) }{ inline(&self.props.site, piece) }</> });
            at = at.max(piece.at as usize);
        }
        out.push(html! { <>{ words(at..range.end) }</> });
        html! { { for out } }
    }

    fn paragraph(&self, range: Range<usize>) -> Html {
        // Only the spans that touch the paragraph are arranged: articles may hold very many.
        let touching: Vec<usize> = (0..self.spans.len())
            .filter(|at| self.spans.get(*at).is_some_and(|span| span.start < range.end && span.end > range.start))
            .collect();
        let spans: Vec<_> = touching.iter().filter_map(|at| self.spans.get(*at).cloned()).collect();
        let pieces = nest(&self.props.article.text, range, &spans);
        html! { <p>{ self.pieces(&pieces, &touching) }</p> }
    }

    fn pieces(&self, pieces: &[Piece], touching: &[usize]) -> Html {
        let text = &self.props.article.text;
        let mut out = Vec::with_capacity(pieces.len());
        // Bytes at the beginning of the next piece that stand with the one before.
        let mut taken = 0;
        for (nth, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Text(range) => {
                    out.push(self.plain(range.clone(), range.start + taken));
                    taken = 0;
                }
                Piece::Element { of, first, pieces: inner } => {
                    let behind = match pieces.get(nth + 1) {
                        Some(Piece::Text(range)) => closing(text.get(range.clone()).unwrap_or_default()),
                        _ => "",
                    };
                    let inner = self.pieces(inner, touching);
                    let at = touching.get(*of).copied().unwrap_or(usize::MAX);
                    let quote = at < self.props.article.quotes.len();
                    taken = if quote { behind.len() } else { 0 };
                    out.push(self.element(at, *first, inner, behind));
                }
            }
        }
        html! { { for out } }
    }

    /// The element of a span. `behind` are the marks that close it in the text: a quote takes them along.
    fn element(&self, at: usize, first: bool, inner: Html, behind: &str) -> Html {
        if let Some(quote) = self.props.article.quotes.get(at) {
            return if first {
                self.quote(at, quote, inner, behind)
            } else {
                html! { <>{ self.said(at, quote.kind, inner) }{ behind.to_owned() }</> }
            };
        }
        let at = at.wrapping_sub(self.props.article.quotes.len());
        if let Some(name) = self.names.get(at) {
            let class = if name.person.is_some() { "person" } else { "named" };
            return html! { <a {class} data-person={name.person.map(str::to_owned)} href={name.href.clone()}>{ inner }</a> };
        }
        match self.chains.get(at.wrapping_sub(self.names.len())) {
            Some(quotes) => self.chain(quotes, inner),
            None => html! { <mark class="differs">{ inner }</mark> },
        }
    }

    /// Words that lead to the speaker of statements.
    fn chain(&self, quotes: &[usize], inner: Html) -> Html {
        let voice = quotes.first().and_then(|at| self.props.voices.voice(*at));
        let class = classes("chain", &[voice.map(|(place, voice)| voice.class(place))]);
        let places = joined(&quotes.iter().map(usize::to_string).collect::<Vec<_>>(), " ");
        html! { <span {class} data-chain={places}>{ inner }</span> }
    }

    /// The look of a statement, around whatever stands in it.
    fn said(&self, at: usize, kind: QuoteKind, inner: Html) -> Html {
        let Some((place, voice)) = self.props.voices.voice(at) else { return inner };
        let class = classes(
            "said",
            &[
                Some(kind.as_str()),
                Some(voice.class(place)),
                self.props.only.is_some_and(|only| only != place).then_some("dim"),
                (self.props.target == Some(at)).then_some("target"),
            ],
        );
        html! { <span {class} data-said={at} data-voice={voice.label(place)}>{ inner }</span> }
    }

    /// A statement where it begins: with its address, and a link to it.
    fn quote(&self, at: usize, quote: &Quote, inner: Html, behind: &str) -> Html {
        let text = self.props.site.text();
        let voice = self.props.voices.voice(at).map(|(place, voice)| (voice.name.clone(), voice.label(place)));
        let (name, voice) = voice.unwrap_or_default();
        let who = if name.is_empty() { text.speaker_unknown() } else { name.as_str() };
        let label = format!(
            "{}: {}, {}",
            text.quote_link().with(who),
            text.quote_kind().of(quote.kind),
            text.sure(quote.confidence)
        );
        let words = html! {
            <@{ if quote.kind == QuoteKind::Direct { "q" } else { "span" } } class="words" id={&quote.anchor}
                tabindex="-1" data-quote={&quote.anchor} data-kind={quote.kind.as_str()}
                data-speaker={&name} data-confidence={quote.confidence}
                data-target={(self.props.target == Some(at)).then_some("")}>
                { inner }
            </@>
        };
        let link = html! {
            <a class="permalink" data-voice={voice} href={url::quote(&self.props.article.id, &quote.anchor)} aria-label={label}></a>
        };
        self.said(at, quote.kind, html! { <>{ words }<span class="tail">{ behind.to_owned() }{ link }</span></> })
    }
}

impl<'a> Name<'a> {
    /// Where a name leads: to what the archive knows of it.
    fn of(reading: &'a Reading, entity: EntityRef) -> Option<Self> {
        let named = reading.name(entity)?;
        let href = links::to(named)?;
        let person = matches!(entity, EntityRef::Person(_)).then_some(named.slug.as_str());
        Some(Self { person, href })
    }
}

#[cfg(test)]
mod tests {
    use super::{closing, paragraphs};

    #[test]
    fn the_marks_behind_a_quote_stay_with_it() {
        assert_eq!(closing(",” kata Siti"), ",”");
        assert_eq!(closing("\","), "\",");
        assert_eq!(closing("....."), "...");
        assert_eq!(closing(" kata"), "");
        assert_eq!(closing(""), "");
    }

    #[test]
    fn paragraphs_are_ranges_of_the_text_without_empty_ones() {
        let text = "satu\n\n dua \n";
        let words: Vec<_> = paragraphs(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(words, ["satu", " dua "]);
    }
}
