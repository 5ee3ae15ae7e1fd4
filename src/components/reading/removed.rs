//! What cleaning took out of the source, so that nothing is lost silently.

use jejak_archive::Article;
use jejak_archive::model::Removed;
use yew::{Callback, Html, MouseEvent};

use crate::markup::html;

use crate::state::site::Site;

/// The list, folded; nothing where nothing was taken out. `whole` says whether the pieces stand in the text too, and
/// `change` changes that.
pub fn removed(site: &Site, article: &Article, whole: bool, change: Callback<MouseEvent>) -> Html {
    if article.removed.is_empty() {
        return Html::default();
    }
    let text = site.text();
    html! {
        <details class="removed">
            <summary>{ text.removed().with(u32::try_from(article.removed.len()).unwrap_or(u32::MAX)) }</summary>
            <p>{ text.removed_why() }</p>
            <button class="button removed-place" type="button" aria-pressed={whole} data-whole="" onclick={change}>
                { text.removed_in_place() }
            </button>
            <ul>
                { for article.removed.iter().map(|piece| html! {
                    <li data-removed={piece.kind.as_str()}>
                        <span class="removed-kind">{ text.removed_kind().of(piece.kind) }</span>
                        <span class="removed-text" lang={site.lang()}>{ &piece.text }</span>
                    </li>
                }) }
            </ul>
        </details>
    }
}

/// A piece where it stood, between paragraphs.
pub fn block(site: &Site, piece: &Removed) -> Html {
    html! { <p class="cut" data-cut={piece.kind.as_str()}>{ words(site, piece) }</p> }
}

/// A piece where it stood, inside a paragraph.
pub fn inline(site: &Site, piece: &Removed) -> Html {
    html! { <span class="cut" data-cut={piece.kind.as_str()}>{ " " }{ words(site, piece) }{ " " }</span> }
}

/// What a piece is, and its words.
fn words(site: &Site, piece: &Removed) -> Html {
    let text = site.text();
    html! {
        <>
            <span class="cut-kind" lang={text.language.tag()}>{ text.removed_kind().of(piece.kind) }</span>
            { " " }
            <span class="cut-text">{ &piece.text }</span>
        </>
    }
}
