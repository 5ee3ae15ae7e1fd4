//! A statement or an article: its link, five forms of citation, a card, and a place among the clippings.

use jejak_archive::Outcome;
use jejak_export::card::{Labels, WIDTH, card};
use jejak_export::cite::{Run, Style, prose};
use jejak_export::{Form, Item, Said};
use yew::prelude::*;

use crate::markup::html;

use super::room::{Kept, Room};
use super::saved;
use super::{read_under, root};
use crate::pages::{failure, missing};
use crate::state::clippings::{Clipping, MOST};
use crate::state::device::{self, File};
use crate::widget::Hand;

/// Ids of what holds each text, so that it can be selected where copying is refused.
const HOLDERS: [&str; 5] = ["bawa-apa", "bawa-chicago", "bawa-bibtex", "bawa-ris", "bawa-csl"];
const LINK: &str = "bawa-tautan";
const CARD: &str = "bawa-kartu";
/// How wide the card is as pixels: twice its own units, so that letters stay sharp where screens are.
const PIXELS: u32 = 2 * WIDTH;

pub(super) fn view(room: &Room, hand: &Hand<Kept>, article: &str, anchor: &str) -> Html {
    let (site, words) = (&room.site, &room.site.text().take);
    let read = match site.library.seek(article) {
        Outcome::Ready(Some(at)) => site.library.read(at),
        Outcome::Ready(None) => return missing::article(site, article),
        Outcome::Needs(parts) => Outcome::Needs(parts),
    };
    let reading = match read {
        Outcome::Ready(reading) => reading,
        Outcome::Needs(parts) => return failure::part(site, &parts),
    };
    let whole = || Item::of_article(&reading.article);
    let item = if anchor.is_empty() { whole() } else { Item::of_statement(&reading, anchor).unwrap_or_else(whole) };
    let (root, here) = (root(site), item.address(&read_under(site)));
    let name = file_name(&item);
    let file = |form: Form| {
        let (root, item, name) = (root.clone(), item.clone(), name.clone());
        let (archive, language) = (site.name().to_owned(), site.lang().to_owned());
        move || {
            let source = jejak_export::cite::Source { archive: &archive, root: &root, language: &language };
            saved::file(form, &name, form.cited(&source, std::slice::from_ref(&item)))
        }
    };
    let source = room.source(&root);
    let told = |style| prose(style, &source, &saved::wording(site), &item);
    html! {
        <>
            <blockquote class="take-about" lang={site.lang()}>
                <p>{ said(&item) }</p>
                <footer>{ about(room, &item) }</footer>
            </blockquote>
            <section class="take-form" data-form="link">
                <h3>{ words.link() }</h3>
                <p class="take-text" id={LINK}>{ &here }</p>
                <p class="take-ways">
                    <button class="button" type="button" data-copy="link"
                        onclick={room.copying(hand, words.link(), here.clone(), LINK)}>{ words.copy_link() }</button>
                    if !site.own {
                        { keeping(room, hand, &item) }
                    }
                </p>
            </section>
            { for [Style::Apa, Style::Chicago].into_iter().enumerate().map(|(at, style)| {
                form(room, hand, at, &told(style), None)
            }) }
            { for Form::CITED.into_iter().enumerate().map(|(at, one)| {
                let text = one.cited(&source, std::slice::from_ref(&item));
                let download = room.handing(hand, saved::name(one, site), file(one));
                form(room, hand, at + 2, &[vec![Run { text, italic: false }]], Some(download))
            }) }
            <p class="take-hint">{ words.names_why() }</p>
            { picture(room, hand, &item, &name) }
        </>
    }
}

/// One form of citation.
fn form(
    room: &Room,
    hand: &Hand<Kept>,
    at: usize,
    paragraphs: &[Vec<Run>],
    download: Option<Callback<MouseEvent>>,
) -> Html {
    let words = &room.site.text().take;
    let name = words.forms().of(at);
    let holder = HOLDERS.get(at).copied().unwrap_or_default();
    let plain: Vec<String> =
        paragraphs.iter().map(|runs| runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>().concat()).collect();
    let copy = room.copying(hand, name, plain.join("\n"), holder);
    let run = |run: &Run| {
        if run.italic {
            html! { <i>{ &run.text }</i> }
        } else {
            Html::from(&run.text)
        }
    };
    let paragraph = |runs: &Vec<Run>| html! { <p>{ for runs.iter().map(run) }</p> };
    html! {
        <section class="take-form" data-form={name}>
            <h3>{ name }</h3>
            <div class={if download.is_some() { "take-text code" } else { "take-text" }} id={holder} tabindex="0"
                role="group" aria-label={name}>
                { for paragraphs.iter().map(paragraph) }
            </div>
            <p class="take-ways">
                <button class="button" type="button" data-copy={name} onclick={copy}>{ words.copy().with(name) }</button>
                if let Some(onclick) = download {
                    <button class="button" type="button" data-download={name} {onclick}>{ words.download().with(name) }</button>
                }
            </p>
        </section>
    }
}

/// The statement's words, or the article's headline.
pub(super) fn said(item: &Item) -> String {
    use jejak_archive::model::QuoteKind::Direct;
    match &item.said {
        Some(Said { kind: Direct, words, .. }) => format!("“{words}”"),
        Some(said) => said.words.clone(),
        None => item.title.clone(),
    }
}

/// Who, where and when.
pub(super) fn about(room: &Room, item: &Item) -> String {
    let text = room.site.text();
    let speaker =
        item.said.as_ref().map(|said| said.speaker.clone().unwrap_or_else(|| text.speaker_unknown().to_owned()));
    let date = item.date.map_or_else(|| text.undated().to_owned(), |date| text.date_long(date));
    let parts: Vec<String> = [speaker, item.publisher.clone(), Some(date)].into_iter().flatten().collect();
    parts.join(" · ")
}

/// The button that keeps it among the clippings, or takes it out.
fn keeping(room: &Room, hand: &Hand<Kept>, item: &Item) -> Html {
    let words = &room.site.text().take;
    let (article, anchor) = item.key();
    let is_kept = hand.look(|kept| kept.clippings.hold(article, anchor));
    let one = Clipping::new(article, anchor, &said(item), &about(room, item));
    let onclick = hand.on(move |kept, _: MouseEvent| {
        if !is_kept && kept.clippings.are_full() {
            kept.said = Some(words.keep_full().with(u32::try_from(MOST).unwrap_or(u32::MAX)));
            return;
        }
        let said = match kept.shelve(|all| all.put(one.clone(), !is_kept)) {
            false => words.keep_refused(),
            true if is_kept => words.dropped(),
            true => words.kept(),
        };
        kept.said = Some(said.to_owned());
    });
    html! {
        <button class="button" type="button" data-keep="" aria-pressed={is_kept} {onclick}>
            { if is_kept { words.drop() } else { words.keep() } }
        </button>
    }
}

/// The card of a statement, and the way to have it.
fn picture(room: &Room, hand: &Hand<Kept>, item: &Item, name: &str) -> Html {
    let (text, words) = (room.site.text(), &room.site.text().take);
    let (root, date) = (root(&room.site), item.date.map(|date| text.date_long(date)).unwrap_or_default());
    let labels = Labels {
        nobody: text.speaker_unknown(),
        reported: text.quote_kind().of(jejak_archive::model::QuoteKind::Reported),
        date: &date,
        archive: room.site.name(),
        address: &item.address(&root),
    };
    let Some(svg) = card(item, &labels) else { return Html::default() };
    let (address, png, name) = (shown(&svg), format!("{name}.png"), name.to_owned());
    let file = move || File { name: format!("{name}.svg"), kind: "image/svg+xml", text: svg.clone() };
    let paint = {
        let hand = hand.clone();
        Callback::from(move |_: MouseEvent| {
            let hand = hand.clone();
            let done = Callback::from(move |done: bool| {
                let said = if done { words.downloaded().with("PNG") } else { words.download_refused().to_owned() };
                hand.set(|kept| kept.said = Some(said));
            });
            device::hand_out_painted(CARD, PIXELS, png.clone(), done);
        })
    };
    html! {
        <section class="take-form" data-form="card">
            <h3>{ words.card() }</h3>
            <img class="take-card" id={CARD} src={address} alt={words.card_shows().with(&format!("{}. {}", said(item), about(room, item)))} />
            <p class="take-ways">
                <button class="button" type="button" data-download="SVG" onclick={room.handing(hand, "SVG", file)}>
                    { words.download().with("SVG") }
                </button>
                if device::can_paint() {
                    <button class="button" type="button" data-download="PNG" onclick={paint}>
                        { words.download().with("PNG") }
                    </button>
                }
            </p>
        </section>
    }
}

/// A picture as an address.
fn shown(svg: &str) -> String {
    let mut address = String::from("data:image/svg+xml,");
    for byte in svg.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b' ' | b'=' | b'/' | b'.' | b':' | b'-' | b',' => {
                address.push(char::from(byte));
            }
            _ => {
                let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase();
                address.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    address
}

/// A name for its files, without their ending.
fn file_name(item: &Item) -> String {
    let (article, anchor) = item.key();
    if anchor.is_empty() { article.to_owned() } else { format!("{article}-{anchor}") }
}
