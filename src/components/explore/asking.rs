//! How one can ask: the language of questions by examples that can be tried.

use jejak_archive::Query;
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;
use crate::state::url::{Location, Route};

/// A folded list of examples, each a link to its own answer. Names and years in them are this archive's own.
pub fn asking(site: &Site) -> Html {
    let text = site.text();
    let person = site.library.most_quoted().map_or(String::new(), |person| format!("tokoh:\"{}\"", person.name));
    let year = site.library.coverage().map_or(String::new(), |(_, last)| format!("sejak:{}", last.year()));
    let own = [(person.as_str(), text.asking_person()), (year.as_str(), text.asking_since())];
    let examples = text.asking_examples().all().into_iter().chain(own).filter(|(words, _)| !words.is_empty());
    html! {
        <details class="asking">
            <summary>{ text.asking() }</summary>
            <dl class="asking-list">
                { for examples.map(|(words, what)| {
                    let query = Query { words: words.to_owned(), ..Query::default() };
                    html! {
                        <div>
                            <dt><a href={Location::of(Route::Explore(query)).href()}>{ words }</a></dt>
                            <dd>{ what }</dd>
                        </div>
                    }
                }) }
            </dl>
        </details>
    }
}
