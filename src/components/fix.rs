//! Correcting by hand in an archive of the visitor's own: who said it, on which day, which names are one person's.
//!
//! WHY forms without code: the page's script (`assets/loader/buka.js`) hears them, by their `data-own`. It has the files, which are
//! pressed anew with what was corrected as lines of `archive.toml`.

use jejak_archive::Reading;
use jejak_archive::query::FacetKind;
use jejak_archive::statements::Record;
use yew::Html;

use crate::markup::html;
use crate::state::day;
use crate::state::own::{self, FixKind, Fixing};
use crate::state::site::Site;
use crate::text::own::Words;

/// Of so many letters is what one reads of a statement in a list.
const SHOWN: usize = 70;
/// Where the names stand that a field proposes.
const NAMES: &str = "nama-arsip";

/// What can be corrected.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    /// The speaker of the statement of these words: the way to the form.
    Statement(&'a str),
    /// An article; the form of its statements begins with this one.
    Article(&'a Reading, usize),
    /// A person.
    Person(&'a Record),
}

/// The way to correct it; nothing where that cannot be done.
pub fn fix(site: &Site, of: &Of<'_>) -> Html {
    let fixing = own::fixing();
    if fixing == Fixing::Never {
        return Html::default();
    }
    let form = Form { words: Words::of(site.settings.language), busy: fixing == Fixing::Busy };
    match of {
        Of::Statement(said) => html! {
            <button class="link" type="button" data-own="fix_words" data-given={(*said).to_owned()}>{ form.words.fix_here() }</button>
        },
        Of::Article(reading, at) => form.article(site, reading, *at),
        Of::Person(record) => form.person(site, record),
    }
}

/// What all forms have in common.
struct Form {
    words: &'static Words,
    busy: bool,
}

impl Form {
    fn article(&self, site: &Site, reading: &Reading, at: usize) -> Html {
        let (words, article) = (self.words, &reading.article);
        let of_it = html! {
            <>
                <input type="hidden" name="article" value={article.id.clone()} />
                <input type="hidden" name="title" value={article.title.clone()} />
            </>
        };
        let people: Vec<&str> = reading
            .named
            .iter()
            .filter(|name| name.facet() == Some(FacetKind::Person))
            .map(|name| name.name.as_str())
            .collect();
        let said = article.quotes.iter().filter_map(|quote| article.text.get(quote.span.range()));
        html! {
            <details class="fix" lang={site.text().language.tag()}>
                <summary>{ words.fix_article() }</summary>
                if !article.quotes.is_empty() {
                    { self.form(FixKind::Speaker, html! {
                        <>
                            { of_it.clone() }
                            <label>{ words.fix_statement() }<select name="words">
                                { for said.enumerate().map(|(place, said)| html! {
                                    <option value={said.to_owned()} selected={place == at}>{ short(said) }</option>
                                }) }
                            </select></label>
                            <label>{ words.fix_speaker() }<input name="value" list={NAMES} autocomplete="off" /></label>
                            { names(site) }
                        </>
                    }) }
                }
                { self.form(FixKind::Date, html! {
                    <>
                        { of_it.clone() }
                        <label>{ words.fix_date() }<input type="date" name="value" required={true}
                            value={article.date.map(day::write).unwrap_or_default()} /></label>
                    </>
                }) }
                if !people.is_empty() {
                    { self.form(FixKind::Split, html! {
                        <>
                            { of_it }
                            <label>{ words.fix_name() }<select name="name">
                                { for people.iter().map(|name| html! { <option>{ (*name).to_owned() }</option> }) }
                            </select></label>
                            <label>{ words.fix_as() }<input name="value" autocomplete="off" /></label>
                        </>
                    }) }
                }
            </details>
        }
    }

    fn person(&self, site: &Site, record: &Record) -> Html {
        html! {
            <details class="fix">
                <summary>{ self.words.fix_person() }</summary>
                { self.form(FixKind::Merge, html! {
                    <>
                        <input type="hidden" name="name" value={record.name.clone()} />
                        <label>{ self.words.fix_other() }<input name="value" list={NAMES} required={true} autocomplete="off" /></label>
                        { names(site) }
                    </>
                }) }
            </details>
        }
    }

    fn form(&self, kind: FixKind, fields: Html) -> Html {
        html! {
            <form data-own="fix" data-kind={kind.name()}>
                { fields }
                <button class="button" disabled={self.busy}>{ self.words.fix_do().of(kind) }</button>
            </form>
        }
    }
}

/// The people of the archive, as a field proposes them.
fn names(site: &Site) -> Html {
    html! {
        <datalist id={NAMES}>
            { for site.library.people().iter().map(|person| html! { <option value={person.name.clone()}></option> }) }
        </datalist>
    }
}

/// The beginning of a statement.
fn short(said: &str) -> String {
    match said.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", said.get(..end).unwrap_or(said)),
        None => said.to_owned(),
    }
}
