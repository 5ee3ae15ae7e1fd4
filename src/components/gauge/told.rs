//! How far measuring is, and what it came to: the figures with each case behind them.

use jejak_archive::Outcome;
use yew::Html;
use yew::virtual_dom::Key;

use crate::markup::html;

use super::start;
use crate::components::accuracy::measured;
use crate::components::timeline::axis::rate;
use crate::state::gauge::{self, Fault, How, Miss, Told};
use crate::state::settings::Language;
use crate::state::site::Site;
use crate::state::url::{Location, Route};
use crate::text::gauge::Words;
use crate::widget::{Hand, Widget, widget};

/// How it stands with measuring that was asked for.
pub fn gauge(site: &Site) -> Html {
    widget(Gauge { site: site.clone(), told: gauge::told() })
}

#[derive(Debug, PartialEq)]
struct Gauge {
    site: Site,
    told: Told,
}

impl Widget for Gauge {
    type Kept = ();

    fn key(&self) -> Key {
        "gauge".into()
    }

    fn draw(&self, _: &Hand<()>) -> Html {
        let words = Words::of(self.site.settings.language);
        let told = &self.told;
        let (read, of) = told.read;
        let said = match told.how {
            How::Failed => String::new(),
            How::Coming => words.coming().to_owned(),
            How::Working => words.working().with(read, of),
            How::Done => words.done().with(count(told.misses.len())),
        };
        html! {
            <div class="gauge-told" data-how={format!("{:?}", told.how)}>
                if told.how == How::Failed {
                    { failed(words, told) }
                }
                <p class="quiet" role="status">{ said.clone() }</p>
                if told.how == How::Working {
                    <progress value={read.to_string()} max={of.max(1).to_string()} aria-label={said}></progress>
                }
                if told.how == How::Done {
                    { figures(&self.site, words, told) }
                    { misses(&self.site, words, told) }
                }
            </div>
        }
    }
}

fn count(all: usize) -> u32 {
    u32::try_from(all).unwrap_or(u32::MAX)
}

fn failed(words: &'static Words, told: &Told) -> Html {
    let why = if told.why.is_empty() { words.script() } else { &told.why };
    let said = if told.died { words.died().to_owned() } else { words.failed().with(why) };
    html! { <p class="notice" role="alert">{ said }{ " " }{ start(words.again()) }</p> }
}

/// What slots are called, those first that the recorded table has first.
fn names(site: &Site, told: &Told) -> Vec<(&'static str, &'static str, [u32; 3])> {
    let of = |(slot, name): (&'static str, &'static str)| {
        let (_, counts) = told.slots.iter().find(|(own, _)| own == slot)?;
        Some((slot, name, *counts))
    };
    site.text().record.slots().all().into_iter().filter_map(of).collect()
}

/// The table, and whether it says what is recorded.
fn figures(site: &Site, words: &'static Words, told: &Told) -> Html {
    let (text, record) = (site.text(), &site.text().record);
    let names = names(site, told);
    let recorded = |(slot, _, counts): &&(&'static str, &'static str, [u32; 3])| {
        measured::OWN.iter().any(|(own, recorded)| own == slot && recorded == counts)
    };
    let differs: Vec<String> =
        names.iter().filter(|row| !recorded(row)).map(|(_, name, _)| (*name).to_owned()).collect();
    let row = |(slot, name, [right, found, wanted]): &(&'static str, &'static str, [u32; 3])| {
        let share = |of: u32| {
            html! {
                <td>{ text.time.in_tenths(rate(*right, of)) }{ " " }<small>{ words.share().with(*right, of) }</small></td>
            }
        };
        html! { <tr data-slot={*slot}><th scope="row">{ *name }</th>{ share(*found) }{ share(*wanted) }</tr> }
    };
    let heads = [record.slot(), record.slot_right(), record.slot_found()];
    html! {
        <>
            <table>
                <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for names.iter().map(row) }</tbody>
            </table>
            <p data-recorded={if differs.is_empty() { "same" } else { "differs" }}>
                { if differs.is_empty() { words.same().to_owned() } else { words.differs().with(&differs) } }
            </p>
        </>
    }
}

/// Each miss, by slot.
fn misses(site: &Site, words: &'static Words, told: &Told) -> Html {
    let slot = |(slot, name, _): (&'static str, &'static str, [u32; 3])| {
        let own: Vec<&Miss> = told.misses.iter().filter(|miss| miss.slot == slot).collect();
        (!own.is_empty()).then(|| {
            html! {
                <details data-misses={slot}>
                    <summary>{ words.misses_of().with(name, count(own.len())) }</summary>
                    <ul>{ for own.into_iter().map(|one| miss(site, words, one)) }</ul>
                </details>
            }
        })
    };
    html! { <><h3>{ words.misses() }</h3>{ for names(site, told).into_iter().filter_map(slot) }</> }
}

fn miss(site: &Site, words: &'static Words, miss: &Miss) -> Html {
    // What articles say is Indonesian, whichever language the reader chose.
    let lang = Language::Id.tag();
    let id = miss.article.rsplit_once('.').map_or(miss.article.as_str(), |(id, _)| id);
    let title = if miss.title.is_empty() { id } else { &miss.title };
    let said = |words: &Option<String>, nothing: &'static str| match words {
        Some(words) => html! { <dd {lang}>{ words.clone() }</dd> },
        None => html! { <dd class="quiet">{ nothing }</dd> },
    };
    html! {
        <li data-fault={match miss.fault { Fault::Missed => "missed", Fault::Extra => "extra", Fault::Wrong => "wrong" }}>
            <p {lang}>
                if let Outcome::Ready(Some(_)) = site.library.seek(id) {
                    <a href={Location::of(Route::Article(id.to_owned())).href()}>{ title.to_owned() }</a>
                } else {
                    { title.to_owned() }
                }
            </p>
            if !miss.about.is_empty() {
                <p class="quiet" {lang}>{ miss.about.clone() }</p>
            }
            <dl>
                <dt>{ words.wanted() }</dt>{ said(&miss.wanted, words.nothing()) }
                <dt>{ words.found() }</dt>{ said(&miss.found, words.nothing()) }
            </dl>
        </li>
    }
}
