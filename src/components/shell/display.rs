//! Language, theme and keys.

use web_sys::HtmlInputElement;
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::html;

use crate::state::settings::{Language, Settings, Theme};
use crate::state::site::Site;
use crate::text::Text;
use crate::widget::{Hand, Widget};

/// The settings, folded under a button. It keeps only whether it is unfolded.
#[derive(PartialEq)]
pub struct Display {
    /// The page's handle.
    pub site: Site,
}

impl Widget for Display {
    type Kept = bool;

    fn key(&self) -> Key {
        "tampilan".into()
    }

    fn draw(&self, hand: &Hand<bool>) -> Html {
        let Self { site } = self;
        let text = site.text();
        let open = hand.look(|open| *open);
        let toggle = hand.on(|open, _: MouseEvent| *open = !*open);
        let onkeydown = {
            let hand = hand.clone();
            Callback::from(move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    hand.set(|open| *open = false);
                }
            })
        };
        html! {
            <div class="display" {onkeydown}>
                <button class="display-button" type="button" aria-expanded={open} aria-controls="tampilan"
                    onclick={toggle}>
                    <span class="display-glyph" aria-hidden="true">{ "Aa" }</span>
                    <span class="display-label">{ text.settings }</span>
                </button>
                if open {
                    <div class="display-panel" id="tampilan">
                        { languages(site) }
                        { themes(site) }
                        { keys(site) }
                    </div>
                }
            </div>
        }
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
            <legend>{ site.text().languages }</legend>
            { for [Language::Id, Language::En].map(|language| html! {
                <span lang={language.tag()}>
                    { choice(site, "language", Text::of(language).language_name, language == now.language,
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
            <legend>{ text.theme }</legend>
            { for [Theme::Auto, Theme::Light, Theme::Dark].map(|theme| {
                choice(site, "theme", (text.theme_name)(theme), theme == now.theme, Settings { theme, ..now })
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
            <legend>{ text.keys }</legend>
            <label class="display-choice">
                <input type="checkbox" name="keys" checked={!now.keys_off} {onchange} />
                <span>{ text.keys_on }</span>
            </label>
        </fieldset>
    }
}
