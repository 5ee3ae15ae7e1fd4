//! Language, theme and keys.
//!
//! The panel is a popover of the browser's own: Escape, a press elsewhere and a step to another page close it, and the
//! focus goes back to its button.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::markup::html;

use crate::state::settings::{Language, Settings, Theme};
use crate::state::site::Site;

/// The settings, folded under a button.
pub fn display(site: &Site) -> Html {
    html! {
        <>
            <button class="display-button" type="button" popovertarget="tampilan" aria-controls="tampilan">
                <span class="display-glyph" aria-hidden="true">{ "Aa" }</span>
                <span class="display-label">{ site.text().settings() }</span>
            </button>
            <div class="display-panel" id="tampilan" popover="">
                { languages(site) }
                { themes(site) }
                { keys(site) }
            </div>
        </>
    }
}

fn choice(site: &Site, group: &'static str, label: &'static str, checked: bool, next: Settings) -> Html {
    let onchange = site.set.reform(move |_: Event| next);
    html! {
        <label class="display-choice">
            <input type="radio" name={group} {checked} {onchange} />
            <span>{ label }</span>
        </label>
    }
}

fn languages(site: &Site) -> Html {
    let now = site.settings;
    html! {
        <fieldset class="display-group">
            <legend>{ site.text().languages() }</legend>
            { for [Language::Id, Language::En].map(|language| html! {
                <span lang={language.tag()}>
                    { choice(site, "language", site.text().language_name().of(language), language == now.language,
                        Settings { language, ..now }) }
                </span>
            }) }
        </fieldset>
    }
}

fn themes(site: &Site) -> Html {
    let (text, now) = (site.text(), site.settings);
    html! {
        <fieldset class="display-group">
            <legend>{ text.theme() }</legend>
            { for [Theme::Auto, Theme::Light, Theme::Dark].map(|theme| {
                choice(site, "theme", text.theme_name().of(theme), theme == now.theme, Settings { theme, ..now })
            }) }
        </fieldset>
    }
}

fn keys(site: &Site) -> Html {
    let (text, now) = (site.text(), site.settings);
    let onchange = site.set.reform(move |event: Event| {
        let keys_off = !event.target_unchecked_into::<HtmlInputElement>().checked();
        Settings { keys_off, ..now }
    });
    html! {
        <fieldset class="display-group">
            <legend>{ text.keys() }</legend>
            <label class="display-choice">
                <input type="checkbox" name="keys" checked={!now.keys_off} {onchange} />
                <span>{ text.keys_on() }</span>
            </label>
        </fieldset>
    }
}
