//! The page on which visitors open their own files, and what stands above every page while such an archive is open.
//!
//! What is pressed on it is heard by the page's script (`assets/loader/buka.js`), by its `data-own`: reading files and keeping
//! them from the main thread is the browser's business, not the archive's.

use yew::Html;

use crate::markup::html;
use crate::state::own::{self, Fix, FixKind, Fixing, Found, How, Press, Told};
use crate::state::site::Site;
use crate::state::url::{Location, Route};
use crate::text::own::Words;

/// The page.
pub fn page(site: &Site) -> Html {
    let words = Words::of(site.settings.language);
    let told = own::told().unwrap_or_default();
    html! {
        <div class="own" data-how={format!("{:?}", told.how)} data-press={format!("{:?}", told.press)}>
            <h1 class="record-title">{ words.title() }</h1>
            if told.how != How::Open {
                <p>{ words.lead() }</p>
            }
            <p class="own-private"><strong>{ words.private() }</strong></p>
            { press(words, told.press) }
            { match told.how {
                How::Open => opened(words, &told),
                How::Gather | How::Press | How::Opening => working(words, &told),
                _ => choosing(words, &told),
            } }
            { found(site, words, &told) }
        </div>
    }
}

/// How it stands with the press.
fn press(words: &'static Words, press: Press) -> Html {
    match press {
        // Its room is there before its words, so that nothing moves when they come.
        Press::None => html! { <p class="quiet own-press" role="status"></p> },
        Press::Coming => html! { <p class="quiet own-press" role="status">{ words.coming() }</p> },
        Press::Ready => html! { <p class="quiet own-press" role="status">{ words.ready() }</p> },
        Press::Lost => html! {
            <p class="notice" role="alert">{ words.lost() }{ " " }{ button("bring", words.again()) }</p>
        },
    }
}

/// The ways to give files, and what became of those given last.
fn choosing(words: &'static Words, told: &Told) -> Html {
    let size = |bytes| words.megabytes(bytes);
    let said = match told.how {
        How::Large => words.large().with(&size(told.bytes.1), &size(told.limit)),
        How::Nothing => words.nothing().to_owned(),
        How::Unguarded => words.unguarded().to_owned(),
        How::Refused => words.refused().with(&told.why),
        How::Gone => words.gone().to_owned(),
        How::Failed if told.died => words.died().to_owned(),
        How::Failed => words.failed().with(&told.why),
        _ => String::new(),
    };
    // Before the script is there nothing would come of a choice.
    let idle = told.limit == 0;
    html! {
        <>
            if !said.is_empty() {
                <p class="notice" role="alert">{ said }</p>
            }
            { kept_before(words, told) }
            <div class="own-drop" data-own-drop="">
                <p>{ words.drop() }</p>
                <p class="own-ways">
                    <label class="button">{ words.files() }<input type="file" multiple={true} data-own="files" disabled={idle} /></label>
                    <label class="button">{ words.folder() }<input type="file" webkitdirectory="" multiple={true} data-own="files" disabled={idle} /></label>
                </p>
            </div>
            <p class="quiet">{ words.formats() }</p>
            <form class="own-paste" data-own="paste">
                <label for="tempel">{ words.paste() }</label>
                <textarea id="tempel" name="value" rows="6" disabled={idle}></textarea>
                <p><button class="button" disabled={idle}>{ words.paste_open() }</button></p>
            </form>
            if told.limit > 0 {
                <p class="quiet">{ words.limit().with(&size(told.limit)) }</p>
            }
        </>
    }
}

/// How far it has come.
fn working(words: &'static Words, told: &Told) -> Html {
    let (files, of) = told.files;
    let (read, all) = told.bytes;
    let said = match told.how {
        How::Gather => words.gather().to_owned(),
        How::Opening => words.opening().to_owned(),
        _ if told.press != Press::Ready => words.waiting().to_owned(),
        _ if files == of => words.finishing().to_owned(),
        _ => words.reading().with(files, of),
    };
    let mut facts = vec![said];
    if told.how == How::Press && told.articles > 0 {
        facts.push(words.articles().with(told.articles));
    }
    if told.how == How::Press {
        facts.extend(told.left.map(|left| words.left().with(left)));
    }
    html! {
        <div class="own-work">
            <p role="status">{ facts.join(" · ") }</p>
            <progress value={read.to_string()} max={all.max(1).to_string()} aria-label={words.title()}></progress>
            <p>{ button("cancel", words.cancel()) }</p>
        </div>
    }
}

/// What can be done with the archive that is open.
fn opened(words: &'static Words, told: &Told) -> Html {
    html! {
        <>
            if told.articles > 0 {
                <p>{ words.open().with(told.articles, told.quotes) }</p>
            }
            <p class="own-ways">
                <a class="button" href="./">{ words.explore() }</a>
                { button("close", words.close()) }
            </p>
            { if told.same && told.kept > 0 { kept(words, told) } else { passing(words, told) } }
            if !told.unkept.is_empty() {
                <p class="notice" role="alert" data-unkept="">{ words.unkept().with(&told.unkept) }</p>
            }
            { fixes(words, told) }
        </>
    }
}

/// What was corrected by hand, each of which can be taken back.
fn fixes(words: &'static Words, told: &Told) -> Html {
    if told.fixing == Fixing::Never {
        return html! { <p class="quiet">{ words.unfixable() }</p> };
    }
    if told.fixes.is_empty() {
        return html! { <p class="quiet">{ words.fixable() }</p> };
    }
    let busy = told.fixing == Fixing::Busy;
    let row = |(at, fix): (usize, &Fix)| {
        html! {
            <li>
                <span>{ fixed(words, fix) }</span>{ " " }
                <button class="button" type="button" data-own="undo" data-given={at.to_string()} disabled={busy}
                    aria-label={words.undo_this().with(&fixed(words, fix))}>{ words.undo() }</button>
            </li>
        }
    };
    html! {
        <section class="own-fixes" aria-labelledby="koreksi">
            <h2 class="record-name" id="koreksi">{ words.fixes().with(u32::try_from(told.fixes.len()).unwrap_or(u32::MAX)) }</h2>
            <ul>{ for told.fixes.iter().enumerate().map(row) }</ul>
            <p class="own-ways">{ button("settings", words.fix_take()) }</p>
            <p class="quiet">{ words.fix_taken() }</p>
        </section>
    }
}

/// What a correction says.
fn fixed(words: &'static Words, fix: &Fix) -> String {
    let said = match fix.kind {
        FixKind::Speaker if fix.value.is_empty() => words.fixed_unknown().with(&fix.words),
        FixKind::Speaker => words.fixed_speaker().with(&fix.words, &fix.value),
        FixKind::Date => words.fixed_date().with(&fix.value),
        FixKind::Merge => words.fixed_merge().with(&fix.name, &fix.value),
        FixKind::Split if fix.value.is_empty() => words.fixed_other().with(&fix.name),
        FixKind::Split => words.fixed_split().with(&fix.name, &fix.value),
    };
    if fix.title.is_empty() { said } else { format!("{}: {said}", fix.title) }
}

/// What can be done with an archive that the next visit will not find.
fn passing(words: &'static Words, told: &Told) -> Html {
    let size = words.megabytes(told.size);
    let keep = if told.kept > 0 { words.keep_other() } else { words.keep() }.with(&size);
    html! {
        <>
            <p>{ words.passing() }</p>
            <p class="own-ways">
                { button("keep", &keep) }
                { button("save", words.save()) }
            </p>
            if told.fixing != Fixing::Never {
                <p class="quiet" data-along="">{ words.keep_files() }</p>
            }
        </>
    }
}

/// What can be done with one that it will.
fn kept(words: &'static Words, told: &Told) -> Html {
    html! {
        <>
            <p role="status">{ words.kept().with(&words.megabytes(told.kept)) }</p>
            { along(words, told) }
            <p class="own-ways">
                { button("drop_kept", words.drop_kept()) }
                { button("save", words.save()) }
            </p>
        </>
    }
}

/// Whether the files are kept along, where there are any.
fn along(words: &'static Words, told: &Told) -> Html {
    if told.fixing == Fixing::Never {
        return Html::default();
    }
    if told.alone.is_empty() {
        return html! { <p class="quiet" data-along="files">{ words.kept_files() }</p> };
    }
    html! { <p class="notice" data-along="none">{ words.kept_alone().with(&told.alone) }</p> }
}

/// What the device keeps, where that is not open.
fn kept_before(words: &'static Words, told: &Told) -> Html {
    if told.kept == 0 {
        return Html::default();
    }
    html! {
        <p class="own-ways">
            { button("take", &words.take().with(&words.megabytes(told.kept))) }
            { button("drop_kept", words.drop_kept()) }
        </p>
    }
}

/// The files in which something is wrong: first those that are missing.
fn found(site: &Site, words: &'static Words, told: &Told) -> Html {
    let (lost, read): (Vec<&Found>, Vec<&Found>) = told.found.iter().partition(|found| found.lost);
    html! {
        <>
            if !lost.is_empty() {
                <details class="own-found" open={true} data-found="lost">
                    <summary>{ words.found_lost().with(told.faults.0) }</summary>
                    { list(site, words, &lost) }
                </details>
            }
            if !read.is_empty() {
                <details class="own-found" data-found="read">
                    <summary>{ words.found_read().with(told.faults.1) }</summary>
                    { list(site, words, &read) }
                </details>
            }
        </>
    }
}

fn list(site: &Site, words: &'static Words, all: &[&Found]) -> Html {
    let row = |found: &&Found| {
        let line = found.line.map(|line| format!(" ({})", words.line().with(line)));
        html! { <li><strong>{ found.file.clone() }</strong>{ line.unwrap_or_default() }{ ": " }{ said(site, &found.why).to_owned() }</li> }
    };
    html! { <ul>{ for all.iter().map(row) }</ul> }
}

/// Says above every page that the archive is the visitor's own.
pub fn banner(site: &Site) -> Html {
    let words = Words::of(site.settings.language);
    let told = own::told().unwrap_or_default();
    let unfixed = said(site, &told.unfixed);
    html! {
        <aside class="own-banner">
            <p>{ words.banner() }</p>
            <span role="status">{ if told.fixing == Fixing::Busy { words.fixing().to_owned() } else { String::new() } }</span>
            { match told.fixes.len().checked_sub(1) {
                _ if told.fixing == Fixing::Busy => button("cancel", words.cancel()),
                Some(last) => html! {
                    <button class="button" type="button" data-own="undo" data-given={last.to_string()}>{ words.undo_last() }</button>
                },
                None => Html::default(),
            } }
            if told.died {
                <p class="notice" role="alert">{ words.died() }</p>
            }
            if !unfixed.is_empty() {
                <p class="notice" role="alert">{ words.unfixed().with(unfixed) }</p>
            }
            <a href={Location::of(Route::Own).href()}>{ words.about() }</a>
            { button("close", words.close()) }
        </aside>
    }
}

/// What is said in each language, in the reader's.
fn said<'a>(site: &Site, each: &'a [String]) -> &'a str {
    each.get(site.settings.language as usize).map_or("", String::as_str)
}

fn button(act: &'static str, words: &str) -> Html {
    html! { <button class="button" type="button" data-own={act}>{ words.to_owned() }</button> }
}
