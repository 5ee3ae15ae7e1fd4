//! How often the press is wrong, measured in this browser, on the page about an archive: a figure that can be computed again by
//! who reads it, with each case behind it.

use jejak_archive::Outcome;
use yew::virtual_dom::Key;
use yew::{Callback, Html, MouseEvent};

use crate::markup::html;

use crate::components::accuracy::measured;
use crate::components::timeline::axis::rate;
use crate::state::gauge::{self, Fault, How, Miss, Told};
use crate::state::settings::Language;
use crate::state::site::Site;
use crate::state::url::{Location, Route};
use crate::text::gauge::Words;
use crate::widget::{Hand, Widget, widget};

/// What measures the press here; not while an archive of the visitor's own is open, for which nothing more is fetched.
pub fn gauge(site: &Site) -> Html {
    if site.own {
        return Html::default();
    }
    widget(Gauge { site: site.clone(), told: gauge::told() })
}

#[derive(Debug, PartialEq)]
struct Gauge {
    site: Site,
    told: Told,
}

impl Widget for Gauge {
    /// Whether it was asked for: the script says so only once it is there.
    type Kept = bool;

    fn key(&self) -> Key {
        "gauge".into()
    }

    fn draw(&self, hand: &Hand<bool>) -> Html {
        let words = Words::of(self.site.settings.language);
        let asked = hand.look(|asked| *asked);
        let told = &self.told;
        let how = if asked && told.how == How::None { How::Coming } else { told.how };
        let own = hand.clone();
        let start = Callback::from(move |_: MouseEvent| {
            gauge::start();
            own.set(|asked| *asked = true);
        });
        let (read, of) = told.read;
        let said = match how {
            How::None | How::Failed => String::new(),
            How::Coming => words.coming().to_owned(),
            How::Working => words.working().with(read, of),
            How::Done => words.done().with(count(told.misses.len())),
        };
        html! {
            <section class="gauge" data-how={format!("{how:?}")} aria-labelledby="ukur">
                <h2 id="ukur">{ words.title() }</h2>
                <p>{ words.how() }</p>
                { match how {
                    How::None => html! { <><p>{ button(words.start(), start) }</p><p class="quiet">{ words.size() }</p></> },
                    How::Failed => failed(words, told, start),
                    _ => Html::default(),
                } }
                <p class="quiet" role="status">{ said }</p>
                if how == How::Working {
                    <progress value={read.to_string()} max={of.max(1).to_string()} aria-label={words.title()}></progress>
                }
                if how == How::Done {
                    { figures(&self.site, words, told) }
                    { misses(&self.site, words, told) }
                }
            </section>
        }
    }
}

fn count(all: usize) -> u32 {
    u32::try_from(all).unwrap_or(u32::MAX)
}

fn button(words: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button class="button" type="button" data-gauge="" {onclick}>{ words }</button> }
}

fn failed(words: &'static Words, told: &Told, start: Callback<MouseEvent>) -> Html {
    let why = if told.why.is_empty() { words.script() } else { &told.why };
    html! { <p class="notice" role="alert">{ words.failed().with(why) }{ " " }{ button(words.again(), start) }</p> }
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
