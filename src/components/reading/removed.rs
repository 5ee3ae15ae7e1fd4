//! What cleaning took out of the source, so that nothing is lost silently.

use jejak_archive::Article;
use yew::{Html, html};

use crate::components::element::plain;
use crate::state::site::Site;

/// The list, folded; nothing where nothing was taken out.
pub fn removed(site: &Site, article: &Article) -> Html {
    if article.removed.is_empty() {
        return Html::default();
    }
    let text = site.text();
    html! {
        <details class="removed">
            { plain("summary", "", (text.removed)(u32::try_from(article.removed.len()).unwrap_or(u32::MAX))) }
            { plain("p", "", text.removed_why) }
            <ul>
                { for article.removed.iter().map(|piece| html! {
                    <li data-removed={piece.kind.as_str()}>
                        { plain("span", "removed-kind", (text.removed_kind)(piece.kind)) }
                        { plain("span", "removed-text", &piece.text) }
                    </li>
                }) }
            </ul>
        </details>
    }
}
