//! What stands in the dialog: the one way in to citations, lists and clippings.

use std::ops::Deref;

use jejak_export::cite::Source;
use jejak_export::{Item, Progress, Rows};
use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::markup::html;

use super::saved::Saved;
use super::{Opened, What, cited, clipped, listed, shelf, watched};
use crate::pages::failure;
use crate::state::clippings::Clippings;
use crate::state::device::{self, File};
use crate::state::later::Later;
use crate::state::site::{Arrival, Site};
use crate::widget::{Hand, Widget};

/// Pages that are read at once, before the page may paint again.
const AT_ONCE: usize = 8;

/// What the dialog holds.
#[derive(PartialEq)]
pub(super) struct Room(pub(super) Opened);

impl Deref for Room {
    type Target = Opened;

    fn deref(&self) -> &Opened {
        &self.0
    }
}

/// What it keeps while it is open.
#[derive(Default)]
pub(super) struct Kept {
    /// What was said last: copied, downloaded, kept.
    pub(super) said: Option<String>,
    pub(super) clippings: Clippings,
    pub(super) watched: watched::Watched,
    /// Rows that are being gathered, and what becomes of them.
    job: Option<Job>,
    later: Option<Later>,
}

impl Kept {
    /// Changes the clippings and keeps them; whether the browser does.
    pub(super) fn shelve(&mut self, change: impl FnOnce(&mut Clippings)) -> bool {
        let next = shelf::change(change);
        let done = next.is_some();
        self.clippings = next.unwrap_or_else(|| std::mem::take(&mut self.clippings));
        done
    }
}

/// Gathering rows for a file.
struct Job {
    rows: Rows,
    as_file: Saved,
    lacks: Vec<jejak_archive::PartId>,
}

impl Widget for Room {
    type Kept = Kept;

    fn key(&self) -> Key {
        self.opened.to_string().into()
    }

    fn begin(&self, hand: &Hand<Kept>) {
        hand.look(|kept| kept.clippings = shelf::kept());
        watched::begin(self, hand);
    }

    fn changed(&self, _: &Self, hand: &Hand<Kept>) -> bool {
        // Parts may have come.
        if hand.look(|kept| kept.job.is_some()) && self.site.arrival != Arrival::Lost {
            wait(&self.site, hand);
        }
        watched::arrived(&self.site, hand);
        true
    }

    fn draw(&self, hand: &Hand<Kept>) -> Html {
        let body = match &self.what {
            What::One(article, anchor) => cited::view(self, hand, article, anchor),
            What::List(other) => listed::view(self, hand, other.as_ref().unwrap_or(&self.location)),
            What::Clippings => clipped::view(self, hand),
            What::Searches => watched::view(self, hand),
        };
        let said = hand.look(|kept| kept.said.clone());
        html! {
            <>
                <div class="take-body">{ body }</div>
                { self.progress(hand) }
                <p class="take-said" role="status" data-said-last="">{ said }</p>
            </>
        }
    }
}

impl Room {
    /// Where items are cited from.
    pub(super) fn source<'a>(&'a self, root: &'a str) -> Source<'a> {
        Source { archive: self.site.name(), root, language: self.site.lang() }
    }

    /// A callback that copies a text; `holder` is the element that shows it.
    pub(super) fn copying(
        &self,
        hand: &Hand<Kept>,
        name: &'static str,
        text: String,
        holder: &'static str,
    ) -> Callback<MouseEvent> {
        let (hand, words) = (hand.clone(), &self.site.text().take);
        Callback::from(move |_| {
            let hand = hand.clone();
            let done = Callback::from(move |copied: bool| {
                let said = if copied { words.copied().with(name) } else { words.copy_refused().to_owned() };
                hand.set(|kept| kept.said = Some(said));
            });
            device::copy(&text, holder, done);
        })
    }

    /// A callback that hands out a file.
    pub(super) fn handing(
        &self,
        hand: &Hand<Kept>,
        name: &'static str,
        file: impl Fn() -> File + 'static,
    ) -> Callback<MouseEvent> {
        let (hand, site) = (hand.clone(), self.site.clone());
        Callback::from(move |_| {
            let said = handed(&site, name, &file());
            hand.set(|kept| kept.said = Some(said));
        })
    }

    /// A callback that gathers rows and hands them out as a file.
    pub(super) fn gathering(
        &self,
        hand: &Hand<Kept>,
        rows: impl Fn() -> Rows + 'static,
        as_file: Saved,
    ) -> Callback<MouseEvent> {
        let (hand, site) = (hand.clone(), self.site.clone());
        Callback::from(move |_| {
            let job = Job { rows: rows(), as_file: as_file.clone(), lacks: Vec::new() };
            hand.look(|kept| {
                kept.said = None;
                kept.job = Some(job);
            });
            wait(&site, &hand);
            hand.set(|_| {});
        })
    }

    /// How far that is.
    fn progress(&self, hand: &Hand<Kept>) -> Html {
        let words = &self.site.text().take;
        let state = hand.look(|kept| {
            let job = kept.job.as_ref()?;
            Some((job.rows.items().len(), job.rows.total(), job.lacks.clone()))
        });
        let Some((there, total, lacks)) = state else { return Html::default() };
        let there = u32::try_from(there).unwrap_or(u32::MAX);
        let onclick = hand.on(move |kept, _: MouseEvent| {
            (kept.job, kept.later) = (None, None);
            kept.said = Some(words.stopped().to_owned());
        });
        let lost = !lacks.is_empty() && matches!(self.site.arrival, Arrival::Lost | Arrival::Newer | Arrival::Whole);
        html! {
            <div class="take-progress" data-gathered={there}>
                if lost {
                    { failure::part(&self.site, &lacks) }
                } else {
                    <progress max={total.unwrap_or(1).max(1).to_string()} value={there.to_string()}
                        aria-label={words.list()}></progress>
                    <span>{ words.gathering().with(there, total.unwrap_or(there)) }</span>
                }
                <button class="button" type="button" onclick={onclick}>{ words.stop() }</button>
            </div>
        }
    }
}

/// Reads further rows after the next paint.
fn wait(site: &Site, hand: &Hand<Kept>) {
    let own = (site.clone(), hand.clone());
    let later = Later::after_paint(move || step(&own.0, &own.1));
    hand.look(|kept| kept.later = later);
}

/// Reads some pages of rows; hands out the file once all are there.
fn step(site: &Site, hand: &Hand<Kept>) {
    let progress = hand.look(|kept| {
        let job = kept.job.as_mut()?;
        let mut progress = Progress::More;
        for _ in 0..AT_ONCE {
            progress = job.rows.step(&site.library);
            if progress != Progress::More {
                break;
            }
        }
        job.lacks = if let Progress::Needs(parts) = &progress { parts.clone() } else { Vec::new() };
        Some(progress)
    });
    match progress {
        Some(Progress::More) => wait(site, hand),
        // They arrive as a change of the page.
        Some(Progress::Needs(parts)) if site.arrival == Arrival::Coming => site.want.emit(parts),
        Some(Progress::Needs(_)) | None => {}
        Some(Progress::Done) => {
            if let Some(job) = hand.look(|kept| kept.job.take()) {
                let rows = job.rows;
                let gone = rows.gone();
                let (answers, items): (u32, Vec<Item>) = (rows.total().unwrap_or_default(), rows.into_items());
                let file = job.as_file.file(site, answers, &items);
                let mut said = handed(site, job.as_file.name(), &file);
                if gone > 0 {
                    said = format!("{said} {}", site.text().take.clippings_gone().with(gone));
                }
                hand.look(|kept| kept.said = Some(said));
            }
        }
    }
    hand.set(|_| {});
}

/// Hands out a file; what is said of that.
fn handed(site: &Site, name: &str, file: &File) -> String {
    let words = &site.text().take;
    if device::hand_out(file) { words.downloaded().with(name) } else { words.download_refused().to_owned() }
}
