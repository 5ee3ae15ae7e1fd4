//! What is replied to a statement, or noted beside it.

use jejak_archive::model::Reply;
use yew::Html;

use crate::markup::html;

use crate::state::day;
use crate::state::site::Site;
use crate::state::source::is_web;

/// The reply, folded in a list and open in its article.
pub fn reply(site: &Site, reply: &Reply, open: bool) -> Html {
    let text = site.text();
    let name = reply.by.as_ref().map_or(text.reply_note().to_owned(), |by| text.reply().with(by));
    html! {
        <details class="reply" data-reply={reply.quote} open={open}>
            <summary>
                { name }{ " " }
                if let Some(date) = reply.date {
                    <time datetime={day::write(date)}>{ text.date_long(date) }</time>
                }
            </summary>
            <p lang={site.lang()}>
                { &reply.text }
                if let Some(address) = reply.url.as_deref().filter(|address| is_web(address)) {
                    { " " }<a href={address} rel="noopener external">{ text.reply_whole() }</a>
                }
            </p>
        </details>
    }
}
