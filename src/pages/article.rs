//! One article, its statements highlighted by speaker.

use std::rc::Rc;

use jejak_archive::Outcome;
use jejak_archive::statements::Copies;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::{classes, html};

use super::{failure, missing};
use crate::chunk;
use crate::components::fix::Of;
use crate::components::reading::body::{Body, Look};
use crate::components::reading::copies::copies;
use crate::components::reading::head::head;
use crate::components::reading::legend::legend;
use crate::components::reading::neighbours::neighbours;
use crate::components::reading::note::note;
use crate::components::reading::rail::rail;
use crate::components::reading::removed::removed;
use crate::components::unfolded::{Unfolded, What};
use crate::state::library::{Library, Opened};
use crate::state::site::Site;
use crate::state::speakers::Voices;
use crate::widget::{Hand, Widget, widget};

/// The page of the article `id`; `fragment` is a quote's anchor, or empty.
pub fn page(site: &Site, id: &str, fragment: &str) -> Html {
    if let Some(stone) = site.library.withdrawn(id) {
        return missing::withdrawn(site, stone);
    }
    let at = match site.library.seek(id) {
        Outcome::Ready(Some(at)) => at,
        Outcome::Ready(None) => return missing::article(site, id),
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    match site.library.read(at) {
        Outcome::Ready(article) => {
            widget(Reading { site: site.clone(), at, article: Opened(article), fragment: fragment.to_owned() })
        }
        Outcome::Needs(parts) => failure::part(site, &parts),
    }
}

/// An article that is read.
#[derive(PartialEq)]
struct Reading {
    site: Site,
    at: u32,
    article: Opened,
    fragment: String,
}

/// What reading keeps.
#[derive(Default)]
struct Kept {
    /// The speaker brought out.
    only: Option<usize>,
    /// The statement looked at.
    noted: Option<usize>,
    /// The one that a mouse passes.
    passed: Option<usize>,
    /// Whether what cleaning took out is shown where it stood.
    whole: bool,
    /// Whether words are marked that the first edition of the text has not.
    differs: bool,
    /// Whether the list of statements is unfolded on a narrow page.
    listed: bool,
    /// Those who speak in it.
    voices: Option<(Library, Rc<Voices>)>,
    /// The same for the life of the page, so that pointing at a statement does not draw the text again.
    on_note: Option<Callback<Look>>,
}

impl Widget for Reading {
    type Kept = Kept;

    fn key(&self) -> Key {
        self.article.id.clone().into()
    }

    fn begin(&self, hand: &Hand<Kept>) {
        let on_note = hand.on(|kept, look| match look {
            Look::At(quote) => (kept.noted, kept.passed) = (Some(quote), None),
            Look::Passing(quote) => kept.passed = Some(quote),
            Look::Gone => kept.passed = None,
        });
        hand.look(|kept| kept.on_note = Some(on_note));
    }

    fn draw(&self, hand: &Hand<Kept>) -> Html {
        let Self { site, at, article, fragment } = self;
        // In an archive of the visitor's own there are others once it was corrected.
        let voices = hand.look(|kept| match &kept.voices {
            Some((of, voices)) if *of == site.library => voices.clone(),
            _ => kept.voices.insert((site.library.clone(), Rc::new(Voices::of(&article.0)))).1.clone(),
        });
        let (only, noted, whole, listed) = hand.look(|kept| (kept.only, kept.noted, kept.whole, kept.listed));
        let passed = hand.look(|kept| kept.passed);
        let fold = hand.on(|kept, _: MouseEvent| kept.listed = !kept.listed);
        let on_note = hand.look(|kept| kept.on_note.clone()).unwrap_or_else(Callback::noop);
        let target = article.quotes.iter().position(|quote| quote.anchor == *fragment);
        let choose = hand.on(|kept, voice: Option<usize>| kept.only = voice);
        let close = {
            let hand = hand.clone();
            move |event: &Event| put_away(&hand, event)
        };
        let onkeydown = {
            let close = close.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    close(&event);
                }
            })
        };
        let close = Callback::from(move |event: MouseEvent| close(&event));
        let whole_or_not = hand.on(|kept, _: MouseEvent| kept.whole = !kept.whole);
        let differs = hand.look(|kept| kept.differs);
        let mark = hand.on(|kept, _: MouseEvent| kept.differs = !kept.differs);
        // Nothing of it is needed for reading: it may come later.
        let copies = match site.library.copies(*at) {
            Outcome::Ready(copies) => copies,
            Outcome::Needs(parts) => {
                site.need(Outcome::Needs(parts));
                Copies::default()
            }
        };
        let at_note = passed.or(noted).or(target);
        let text = site.text();
        html! {
            <article class="reading" data-open={&article.id} {onkeydown}>
                { head(site, &article.0) }
                <div class="reading-frame">
                    <div class="reading-side">
                        { legend(site, &voices, only, &choose) }
                        { rail(site, article, &voices, (only, at_note), (listed, fold)) }
                        <div class={classes("note-place", &[noted.is_some().then_some("open")])}>
                            { note(site, (*at, &article.0), &voices, at_note, close) }
                        </div>
                    </div>
                    <div class="reading-main">
                        { widget(Body {
                            site: site.clone(), article: article.clone(), voices: voices.clone(), only, target, whole,
                            differs: if differs { copies.differs.clone() } else { Vec::new() }, on_note,
                        }) }
                        if let Some(caption) = &article.caption {
                            <p class="caption"><span class="caption-name">{ text.caption() }</span>{ " " }{ caption }</p>
                        }
                        { removed(site, article, whole, whole_or_not) }
                        { chunk::fixing(site, &Of::Article(&article.0, noted.or(target).unwrap_or_default())) }
                        { self::copies(site, &copies, *at, differs, mark) }
                    </div>
                </div>
                { neighbours(site, *at) }
                { widget(Unfolded { site: site.clone(), what: What::Alike(*at) }) }
            </article>
        }
    }
}

/// Puts the note away; the focus goes back to the statement that it is about, where it was in the note.
fn put_away(hand: &Hand<Kept>, event: &Event) {
    let Some(at) = hand.look(|kept| kept.noted) else { return };
    let page = event.target_dyn_into::<Element>().and_then(|target| target.closest(".reading").ok().flatten());
    let link = page.and_then(|page| page.query_selector(&format!("[data-said=\"{at}\"] .permalink")).ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
    // Last: the focus calls the note again.
    hand.set(|kept| kept.noted = None);
}
