//! The head of the front page: what the archive is and what it covers.

use yew::Html;

use crate::markup::html;

use crate::state::site::Site;

/// The archive's name, its description and its extent.
pub fn nameplate(site: &Site) -> Html {
    let text = site.text();
    let meta = site.library.meta();
    let (lang, about) = match meta.description.as_str() {
        "" => (text.language.tag(), text.tagline()),
        words => (site.lang(), words),
    };
    html! {
        <header class="nameplate">
            if let Some(logo) = &meta.logo {
                <img class="nameplate-logo" src={logo} alt="" />
            }
            <h1 class="nameplate-title" lang={site.lang()}>{ site.name() }</h1>
            <p class="nameplate-about" lang={lang}>{ about }</p>
            { extent(site) }
        </header>
    }
}

/// How many articles of which days the archive holds, and how many statements.
pub fn extent(site: &Site) -> Html {
    let text = site.text();
    html! {
        <p class="nameplate-extent">
            <span>{ text.count().with(site.library.len()) }</span>
            if let Some((first, last)) = site.library.coverage() {
                <span>{ text.date_short(first) }{ " – " }{ text.date_short(last) }</span>
            }
            <span>{ text.quotes().with(site.library.quotes()) }</span>
        </p>
    }
}
