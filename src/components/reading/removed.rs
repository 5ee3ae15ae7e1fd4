//! What cleaning took out of the source, so that nothing is lost silently.

use jejak_archive::Article;
use yew::Html;

use crate::markup::html;

use crate::state::site::Site;

/// The list, folded; nothing where nothing was taken out.
pub fn removed(site: &Site, article: &Article) -> Html {
    if article.removed.is_empty() {
        return Html::default();
    }
    let text = site.text();
    html! {
        <details class="removed">
            <summary>{ (text.removed)(u32::try_from(article.removed.len()).unwrap_or(u32::MAX)) }</summary>
            <p>{ text.removed_why }</p>
            <ul>
                { for article.removed.iter().map(|piece| html! {
                    <li data-removed={piece.kind.as_str()}>
                        <span class="removed-kind">{ (text.removed_kind)(piece.kind) }</span>
                        <span class="removed-text">{ &piece.text }</span>
                    </li>
                }) }
            </ul>
        </details>
    }
}
