//! The box one types into, and the names that it suggests.
//!
//! A combobox as ARIA 1.2 has it: the field keeps the focus, arrows walk through a list of options below it, Enter
//! takes the one walked to, Escape closes the list. Without a step into the list nothing is taken, so that whoever
//! only types never notices it.

use jejak_archive::Query;
use jejak_archive::answer::Suggestion;
use jejak_archive::query::Choice;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::markup::html;

use crate::state::filter;
use crate::state::site::Site;

/// So many names are suggested: on a phone, some of the answer still shows below them.
const MOST: usize = 5;
/// The id of the list of suggestions; its options have it with a number.
const LIST: &str = "saran";

/// What the box needs.
#[derive(Properties, PartialEq)]
pub struct SearchBoxProps {
    /// The page's handle; choosing stays in its view.
    pub site: Site,
    /// What is asked.
    pub query: Query,
}

/// The search form. Typing answers at once; sending it changes nothing and only closes a phone's keyboard. It keeps
/// whether suggestions are shown, and how far one walked into them (0 is the field itself).
#[component]
pub fn SearchBox(SearchBoxProps { site, query }: &SearchBoxProps) -> Html {
    let text = site.text();
    let walked = use_state(|| None::<usize>);
    let found = if walked.is_some() { site.library.suggest(&query.words, MOST) } else { Vec::new() };
    let at = walked.unwrap_or_default().min(found.len());
    let shown = !found.is_empty();
    let oninput = {
        let (site, query, walked) = (site.clone(), query.clone(), walked.clone());
        Callback::from(move |event: InputEvent| {
            let words = event.target_unchecked_into::<HtmlInputElement>().value();
            walked.set(Some(0));
            site.type_on(Query { words, ..query.clone() });
        })
    };
    let take = {
        let (site, query, walked) = (site.clone(), query.clone(), walked.clone());
        move |one: &Suggestion| {
            walked.set(None);
            site.choose(taken(&query, one));
        }
    };
    let onkeydown = {
        let (walked, found, take) = (walked.clone(), found.clone(), take.clone());
        Callback::from(move |event: KeyboardEvent| {
            let places = found.len() + 1;
            match event.key().as_str() {
                "ArrowDown" if shown => walked.set(Some((at + 1) % places)),
                "ArrowUp" if shown => walked.set(Some((at + places - 1) % places)),
                "ArrowDown" => walked.set(Some(0)),
                "Escape" if shown => walked.set(None),
                "Enter" if at > 0 => found.get(at - 1).into_iter().for_each(&take),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onblur = {
        let walked = walked.clone();
        Callback::from(move |_: FocusEvent| walked.set(None))
    };
    let onsubmit = {
        let walked = walked.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            walked.set(None);
            if let Some(form) = event.target_dyn_into::<HtmlElement>()
                && let Ok(Some(field)) = form.query_selector("input")
            {
                let _ = field.unchecked_into::<HtmlElement>().blur();
            }
        })
    };
    html! {
        <form class="search" role="search" action="./" {onsubmit}>
            <label class="search-label" for="cari">{ text.search_label }</label>
            <input id="cari" class="search-field" type="search" name="q" value={query.words.clone()} {oninput} {onkeydown}
                {onblur} placeholder={text.search_hint} autocomplete="off" autocapitalize="none" spellcheck="false"
                enterkeyhint="search" maxlength="400" role="combobox" aria-autocomplete="list" aria-controls={LIST}
                aria-expanded={shown} aria-activedescendant={(at > 0).then(|| option_id(at))} />
            <ul id={LIST} class="suggestions" role="listbox" aria-label={text.suggestions} hidden={!shown}>
                { for found.iter().zip(1..).map(|(one, place)| option(site, one, place, place == at, &take)) }
            </ul>
        </form>
    }
}

fn option_id(place: usize) -> String {
    format!("{LIST}-{place}")
}

fn option(
    site: &Site,
    one: &Suggestion,
    place: usize,
    here: bool,
    take: &(impl Fn(&Suggestion) + Clone + 'static),
) -> Html {
    let text = site.text();
    let (take, own) = (take.clone(), one.clone());
    // The field keeps the focus while an option is pressed.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let onclick = Callback::from(move |_: MouseEvent| take(&own));
    html! {
        <li id={option_id(place)} class="suggestion" role="option" aria-selected={here} {onmousedown}
            {onclick}>
            <span class="suggestion-name">{ &one.label }</span>
            <span class="suggestion-facts">{ (text.suggested)(one.facet, one.articles) }</span>
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
