//! Text with the words found in it.

use jejak_archive::Span;
use jejak_archive::answer::Snippet;
use yew::Html;

use crate::markup::html;

/// `text` with every span of `marks` as a `<mark data-hit>`. Marks that do not fit or overlap are left plain.
pub fn marked(text: &str, marks: &[Span]) -> Html {
    let mut parts: Vec<Html> = Vec::with_capacity(marks.len() * 2 + 1);
    let mut at = 0;
    for span in marks {
        let range = span.range();
        let (Some(before), Some(found)) = (text.get(at..range.start), text.get(range.clone())) else { continue };
        if found.is_empty() {
            continue;
        }
        parts.push(html! { <>{ before }<mark data-hit="">{ found }</mark></> });
        at = range.end;
    }
    html! { <>{ for parts }{ text.get(at..).unwrap_or_default() }</> }
}

/// A snippet with its marks, and an ellipsis where it was cut.
pub fn snippet(snippet: &Snippet) -> Html {
    html! {
        <>
            { if snippet.cut_start { "… " } else { "" } }
            { marked(&snippet.text, &snippet.marks) }
            { if snippet.cut_end { " …" } else { "" } }
        </>
    }
}
