//! The box one types into, and the names that it suggests.
//!
//! A combobox as ARIA 1.2 has it: the field keeps the focus, arrows walk through a list of options below it, Enter
//! takes the one walked to, Escape closes the list. Without a step into the list nothing is taken, so that whoever
//! only types never notices it.

use std::rc::Rc;

use jejak_archive::Query;
use jejak_archive::answer::Suggestion;
use jejak_archive::query::Choice;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::html;

use crate::state::filter;
use crate::state::site::Site;
use crate::widget::{Hand, Widget};

/// So many names are suggested: on a phone, some of the answer still shows below them.
const MOST: usize = 5;
/// The id of the list of suggestions; its options have it with a number.
const LIST: &str = "saran";

/// The search form. Typing answers at once; sending it changes nothing and only closes a phone's keyboard. It keeps
/// how far one walked into the suggestions (0 is the field itself), if they are shown.
#[derive(PartialEq)]
pub struct SearchBox {
    /// The page's handle; choosing stays in its view.
    pub site: Site,
    /// What is asked.
    pub query: Query,
}

impl Widget for SearchBox {
    type Kept = Option<usize>;

    fn key(&self) -> Key {
        "cari".into()
    }

    fn draw(&self, hand: &Hand<Option<usize>>) -> Html {
        let Self { site, query } = self;
        let text = site.text();
        let walked = hand.look(|walked| *walked);
        let found = if walked.is_some() { site.library.suggest(&query.words, MOST) } else { Vec::new() };
        let at = walked.unwrap_or_default().min(found.len());
        let shown = !found.is_empty();
        let oninput = {
            let (site, query, hand) = (site.clone(), query.clone(), hand.clone());
            Callback::from(move |event: InputEvent| {
                let words = event.target_unchecked_into::<HtmlInputElement>().value();
                hand.set(|walked| *walked = Some(0));
                site.type_on(Query { words, ..query.clone() });
            })
        };
        let take: Rc<dyn Fn(&Suggestion)> = {
            let (site, query, hand) = (site.clone(), query.clone(), hand.clone());
            Rc::new(move |one: &Suggestion| {
                hand.set(|walked| *walked = None);
                site.choose(taken(&query, one));
            })
        };
        let onkeydown = {
            let (hand, found, take) = (hand.clone(), found.clone(), take.clone());
            let walk = move |to| hand.set(|walked| *walked = to);
            Callback::from(move |event: KeyboardEvent| {
                let places = found.len() + 1;
                match event.key().as_str() {
                    "ArrowDown" if shown => walk(Some((at + 1) % places)),
                    "ArrowUp" if shown => walk(Some((at + places - 1) % places)),
                    "ArrowDown" => walk(Some(0)),
                    "Escape" if shown => walk(None),
                    "Enter" if at > 0 => found.get(at - 1).into_iter().for_each(&*take),
                    _ => return,
                }
                event.prevent_default();
            })
        };
        let onblur = hand.on(|walked, _: FocusEvent| *walked = None);
        // The field loses the focus outside of what is kept: that is heard above.
        let onsubmit = {
            let hand = hand.clone();
            Callback::from(move |event: SubmitEvent| {
                event.prevent_default();
                hand.set(|walked| *walked = None);
                if let Some(form) = event.target_dyn_into::<HtmlElement>()
                    && let Ok(Some(field)) = form.query_selector("input")
                {
                    let _ = field.unchecked_into::<HtmlElement>().blur();
                }
            })
        };
        html! {
            <form class="search" role="search" action="./" {onsubmit}>
                <label class="unseen" for="cari">{ text.search_label() }</label>
                <input id="cari" class="search-field" type="search" name="q" value={query.words.clone()} {oninput} {onkeydown}
                    {onblur} placeholder={text.search_hint()} autocomplete="off" autocapitalize="none" spellcheck="false"
                    enterkeyhint="search" maxlength="400" role="combobox" aria-autocomplete="list" aria-controls={LIST}
                    aria-expanded={shown} aria-activedescendant={(at > 0).then(|| option_id(at))} />
                <ul id={LIST} class="suggestions" role="listbox" aria-label={text.suggestions()} hidden={!shown}>
                    { for found.iter().zip(1..).map(|(one, place)| option(site, one, place, place == at, &take)) }
                </ul>
            </form>
        }
    }
}

fn option_id(place: usize) -> String {
    format!("{LIST}-{place}")
}

fn option(site: &Site, one: &Suggestion, place: usize, here: bool, take: &Rc<dyn Fn(&Suggestion)>) -> Html {
    let text = site.text();
    let (take, own) = (take.clone(), one.clone());
    // The field keeps the focus while an option is pressed.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let onclick = Callback::from(move |_: MouseEvent| take(&own));
    html! {
        <li id={option_id(place)} class="suggestion" role="option" aria-selected={here} {onmousedown}
            {onclick}>
            <span class="suggestion-name">{ &one.label }</span>
            <span class="suggestion-facts">{ text.suggested().with(text.facet().of(one.facet), one.articles) }</span>
        </li>
    }
}

/// The query with a suggestion taken: the words that meant it become a filter.
fn taken(query: &Query, one: &Suggestion) -> Query {
    let mut next = filter::without(query, one.facet, &one.value);
    next.words.clone_from(&one.rest);
    next.choices.push(Choice { facet: one.facet, value: one.value.clone(), exclude: false });
    next
}

#[cfg(test)]
mod tests {
    use super::{Suggestion, taken};
    use jejak_archive::Query;
    use jejak_archive::query::FacetKind;

    #[test]
    fn what_was_meant_by_the_words_becomes_a_filter() {
        let one = Suggestion {
            facet: FacetKind::Person,
            value: "dewi-lestari".into(),
            label: "Dewi Lestari".into(),
            articles: 3,
            rest: "hujan ".into(),
        };
        let typed = Query { words: "hujan dewi les".into(), page: 2, ..Query::default() };
        let next = taken(&typed, &one);
        assert_eq!((next.words.as_str(), next.choices.len()), ("hujan ", 1));
        assert_eq!(taken(&next, &one).choices.len(), 1, "no filter stands twice");
    }
}
