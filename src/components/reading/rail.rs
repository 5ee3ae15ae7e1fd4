//! Every statement of an article as a list beside it: a way to each, in the order of the text.

use jejak_archive::Article;
use web_sys::Element;
use yew::{Callback, Html, MouseEvent};

use crate::markup::{classes, html};

use crate::state::site::Site;
use crate::state::speakers::Voices;
use crate::state::url;

/// Bytes of a statement that the list shows at most.
const SHORT: usize = 84;
/// The id of the list.
const LIST: &str = "ucapan";

/// The list of those of `only`, where one speaker is chosen; `noted` is the statement that is looked at. A narrow page
/// folds the list unless it is `open`, which `fold` changes; a wide one always shows it.
pub fn rail(
    site: &Site,
    article: &Article,
    voices: &Voices,
    (only, noted): (Option<usize>, Option<usize>),
    (open, fold): (bool, Callback<MouseEvent>),
) -> Html {
    let text = site.text();
    let of = |at: usize| voices.voice(at).map(|(place, _)| place);
    let listed: Vec<usize> = (0..article.quotes.len()).filter(|at| only.is_none() || of(*at) == only).collect();
    if listed.is_empty() {
        return Html::default();
    }
    let count = text.rail_count().with(u32::try_from(listed.len()).unwrap_or(u32::MAX));
    html! {
        <nav class={classes("rail", &[open.then_some("open")])} aria-label={text.rail()}>
            <button class="rail-fold" type="button" aria-expanded={open} aria-controls={LIST} onclick={fold}>
                { &count }
            </button>
            <p class="rail-name">{ &count }</p>
            <ol class="rail-list" id={LIST} lang={site.lang()}>
                { for listed.into_iter().map(|at| item(site, article, voices, at, noted == Some(at))) }
            </ol>
            if !site.settings.keys_off {
                <p class="rail-keys">{ text.rail_keys() }</p>
            }
        </nav>
    }
}

fn item(site: &Site, article: &Article, voices: &Voices, at: usize, noted: bool) -> Html {
    let text = site.text();
    let (Some(quote), Some((place, voice))) = (article.quotes.get(at), voices.voice(at)) else {
        return Html::default();
    };
    let (words, cut) = short(article.text.get(quote.span.range()).unwrap_or_default());
    html! {
        <li class={classes("rail-item", &[Some(voice.class(place)), Some(quote.kind.as_str())])}>
            <a href={url::quote(&article.id, &quote.anchor)} data-rail={&quote.anchor} data-at={at} data-voice={voice.label(place)}
                aria-current={noted.then_some("true")}>
                // Its kind is seen by how it is set; who hears the page is told.
                <span class="unseen" lang={text.language.tag()}>{ text.quote_kind().of(quote.kind) }{ ": " }</span>
                <span>{ words.to_owned() }{ if cut { " …" } else { "" } }</span>
            </a>
        </li>
    }
}

/// Scrolls the list of an article's page to the statement at a place, where it has a scroll of its own.
pub fn follow(page: &Element, at: usize) {
    let item = page.query_selector(&format!("[data-at=\"{at}\"]")).ok().flatten();
    let list = item.as_ref().and_then(|item| item.closest("ol").ok().flatten());
    if let Some((item, list)) = item.zip(list) {
        // It comes to the top: the note of the statement may take room below.
        let off = item.get_bounding_client_rect().top() - list.get_bounding_client_rect().top();
        list.set_scroll_top(list.scroll_top() + off as i32);
    }
}

/// The beginning of a text, up to the end of a word, and whether something was cut off.
fn short(text: &str) -> (&str, bool) {
    if text.len() <= SHORT {
        return (text, false);
    }
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= SHORT).last().unwrap_or_default();
    let words = text.get(..end).unwrap_or_default();
    let words = words.rfind(char::is_whitespace).and_then(|at| words.get(..at)).unwrap_or(words);
    (words.trim_end(), true)
}

#[cfg(test)]
mod tests {
    use super::{SHORT, short};

    #[test]
    fn a_statement_is_cut_behind_a_word() {
        assert_eq!(short("Jalan selesai"), ("Jalan selesai", false));
        let long = format!("{} akhir", "kata ".repeat(20));
        let (words, cut) = short(&long);
        assert!(cut && words.ends_with("kata") && words.len() <= SHORT, "{words:?}");
        let accented = "é".repeat(90);
        let (one, cut) = short(&accented);
        assert!(cut && !one.is_empty() && one.len() <= SHORT);
    }
}
