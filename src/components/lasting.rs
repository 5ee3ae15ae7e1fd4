//! What the device keeps of the site: notices beside every page, and what a visitor can do about it on the page about the archive.

use yew::{Callback, Html, MouseEvent};

use crate::markup::html;
use crate::state::lasting::{self, Act, How, Lasting};
use crate::state::site::Site;
use crate::text::lasting::Words;

/// Says that there is no network, or that a newer build of the site is there; most of the time nothing.
pub fn notices(site: &Site) -> Html {
    let Some(told) = lasting::told().filter(|told| told.offline || told.newer) else { return Html::default() };
    let words = Words::of(site.settings.language);
    html! {
        <aside class="lasting-notice" role="status" data-offline={told.offline.then_some("")} data-newer={told.newer.then_some("")}>
            <p>{ if told.newer { words.newer() } else { words.offline() } }</p>
            if told.newer && !told.offline {
                { button(words.renew(), Act::Renew) }
            }
            { quiet(if told.newer { words.later() } else { site.text().close() }, Act::Later) }
        </aside>
    }
}

/// What is kept, how much it is, and what can be done about it.
pub fn room(site: &Site) -> Html {
    let Some((told, how)) = lasting::told().and_then(|told| Some((told, told.how?))) else { return Html::default() };
    let words = Words::of(site.settings.language);
    // More may have been opened since it was counted.
    let _ = lasting::ask(Act::Count);
    html! {
        <section class="lasting" data-how={format!("{how:?}")}>
            <h2>{ words.title() }</h2>
            { state(words, told, how) }
        </section>
    }
}

fn state(words: &'static Words, told: Lasting, how: How) -> Html {
    let size = |bytes| words.megabytes(bytes);
    let (have, all) = told.bytes;
    let rest = all.saturating_sub(have);
    let kept = || {
        html! {
            <p>{ if rest == 0 { words.whole().with(&size(all)) } else { words.parts().with(&size(have), &size(all)) } }</p>
        }
    };
    let more = || if rest > 0 { button(&words.all().with(&size(rest)), Act::All) } else { Html::default() };
    match how {
        How::Coming => html! { <p class="quiet" role="status">{ words.coming() }</p> },
        How::Unable => html! { <p class="quiet">{ words.unable() }</p> },
        How::None => html! { <><p>{ words.none() }</p>{ button(words.keep(), Act::Keep) }</> },
        How::Here => html! { <>{ kept() }<p class="lasting-ways">{ more() }{ button(words.drop(), Act::Drop) }</p></> },
        How::All => html! {
            <>
                <p role="status">{ words.saving().with(&size(have), &size(all)) }</p>
                <progress value={have.to_string()} max={all.to_string()} aria-label={words.title()}></progress>
                <p class="lasting-ways">{ button(words.stop(), Act::Stop) }</p>
            </>
        },
        How::Full | How::Lost => html! {
            <>
                <p class="notice" role="alert">{ if how == How::Full { words.full() } else { words.lost() } }</p>
                if have > 0 {
                    { kept() }
                }
                <p class="lasting-ways">
                    { button(words.again(), if have > 0 { Act::All } else { Act::Keep }) }
                    { button(words.drop(), Act::Drop) }
                </p>
            </>
        },
    }
}

fn button(words: &str, act: Act) -> Html {
    of_class("button", words, act)
}

fn quiet(words: &str, act: Act) -> Html {
    of_class("link", words, act)
}

fn of_class(class: &'static str, words: &str, act: Act) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| {
        let _ = lasting::ask(act);
    });
    html! { <button {class} type="button" data-act={format!("{act:?}")} {onclick}>{ words.to_owned() }</button> }
}
