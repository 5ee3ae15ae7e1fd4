//! An archive as articles again, in the shape that `jejak build` reads: `articles.jsonl`, and what belongs beside it.
//!
//! WHY: whoever has only a site must be able to have the archive: to go on with it, to check it, or to make the site anew
//! when its host is gone. Articles come as the archive holds them, clean, with what was taken out of them beside (`Given`).
//! What those who keep the archive know better is in it by its results alone: whom they mask stands nowhere, so nothing of
//! masks comes back; who is given no page, what are topics and whose names are one's can be told from nothing. Their own
//! `archive.toml` says it, so it can be given along; without one the settings are made of what the archive says of itself.
//!
//! Whether it is all there is not promised but tried: what was written is pressed, and held against the archive.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use jejak_archive::model::{DataFiles, How, Meta, Speaker};
use jejak_archive::{Engine, Outcome, Reading, Size, write_sized};
use jejak_press::read::{Given, SETTINGS, Settings, decode, read_settings};
use jejak_press::stem::Indonesian;
use jejak_press::{Known, LOCK, Lock};
use serde::Serialize;
use toml::Value;

use super::ExportError;
use crate::build::press;

/// The file of the articles.
const ARTICLES: &str = "articles.jsonl";

/// What was written.
#[derive(Debug, Serialize)]
pub struct Written {
    /// The folder.
    pub folder: PathBuf,
    /// How many articles.
    pub articles: u32,
    /// The stamp of the archive.
    pub stamp: String,
    /// Whether an archive pressed of the folder is the same, byte by byte.
    pub same: bool,
    /// The ids of articles that come out of the press otherwise.
    pub differ: Vec<String>,
}

/// An article, by the names that the press reads.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "String::is_empty")]
    further_sources: String,
    text: &'a str,
    cleaned: Given,
}

/// Writes the articles of an archive into a folder, which must be new or empty; with `settings`, the `archive.toml` of those
/// who keep it, and what lies beside that.
///
/// # Errors
/// The archive lacks parts, the folder holds something, or a file cannot be read or written.
pub(super) fn run(
    engine: &Engine,
    bytes: &[u8],
    site: &Path,
    folder: &Path,
    settings: Option<&Path>,
) -> Result<Written, ExportError> {
    if folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(ExportError::NotEmpty(folder.to_owned()));
    }
    fs::create_dir_all(folder).map_err(io(folder))?;
    let mut readings = Vec::with_capacity(engine.len() as usize);
    for at in 0..engine.len() {
        match engine.read(at) {
            Outcome::Ready(reading) => readings.push(reading),
            Outcome::Needs(parts) => return Err(ExportError::Incomplete(parts.len())),
        }
    }
    let path = folder.join(ARTICLES);
    let mut out = std::io::BufWriter::new(fs::File::create(&path).map_err(io(&path))?);
    for reading in &readings {
        let line = serde_json::to_string(&line(reading)).unwrap_or_default();
        writeln!(out, "{line}").map_err(io(&path))?;
    }
    out.flush().map_err(io(&path))?;
    match settings {
        Some(own) => take_along(own, folder)?,
        None => {
            let text = own_settings(engine.meta(), &readings);
            put(&folder.join(SETTINGS), text.as_bytes())?;
            // Which ids were given once only a lock knows, and an article that was taken out has no other sign.
            let gone = engine.meta().removed.iter().map(|stone| stone.article.clone());
            let known =
                |id: String| (id.clone(), Known { file: ARTICLES.to_owned(), wanted: id, hash: "-".to_owned() });
            let lock = Lock { articles: gone.map(known).collect(), ..Lock::default() };
            if !lock.articles.is_empty() {
                put(&folder.join(LOCK), lock.text().as_bytes())?;
            }
            if let Some(logo) = &engine.meta().logo {
                copy(&site.join(logo), &folder.join(logo))?;
            }
        }
    }
    let pressed = press(folder, &mut |_| ()).map_err(ExportError::Pressed)?;
    let sizes = [Size::Usual, Size::Small];
    let same = sizes.iter().any(|&size| write_sized(&pressed.archive, &Indonesian, size) == bytes);
    let differ =
        if same { Vec::new() } else { differing(&readings, &write_sized(&pressed.archive, &Indonesian, Size::Usual)) };
    Ok(Written { folder: folder.to_owned(), articles: engine.len(), stamp: engine.stamp().to_owned(), same, differ })
}

fn line(reading: &Reading) -> Line<'_> {
    let own = &reading.article;
    // A day that no word of the text gives was given beside it.
    let outside = own.dates.iter().any(|date| date.span.is_none());
    let (date, printed) = if outside { (own.published, None) } else { (None, own.published) };
    Line {
        id: &own.id,
        title: (!own.title_derived).then_some(own.title.as_str()),
        date: date.map(|date| date.to_string()),
        source: own.publisher.as_deref(),
        url: own.url.as_deref(),
        further_sources: own.further_sources.join(" "),
        text: &own.text,
        cleaned: Given {
            removed: own.removed.clone(),
            dateline: own.dateline.clone(),
            byline: own.byline.clone(),
            caption: own.caption.clone(),
            printed,
        },
    }
}

/// The settings that an archive tells of itself.
fn own_settings(meta: &Meta, readings: &[std::sync::Arc<Reading>]) -> String {
    let mut all = toml::Table::new();
    let mut put = |key: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            all.insert(key.to_owned(), value.into());
        }
    };
    put("title", Some(&meta.title));
    put("description", Some(&meta.description));
    put("language", Some(&meta.language));
    put("publisher", meta.publisher.as_deref());
    put("licence", meta.licence.as_deref());
    put("contact", meta.contact.as_deref());
    put("base_url", meta.base_url.as_deref());
    put("accent", meta.accent.as_ref().map(|accent| accent.light.as_str()));
    put("logo", meta.logo.as_deref());
    put("text", meta.quotes_only.then_some("quotes"));
    put("data", (meta.data != DataFiles::default()).then_some(meta.data.as_str()));
    if meta.noindex {
        all.insert("noindex".to_owned(), true.into());
    }
    let text = |words: &str| Value::from(words);
    let day = |date: jejak_archive::Date| Value::from(date.to_string());
    let mut tables: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    if !meta.about.is_empty() {
        tables.insert("about", meta.about.iter().map(|words| text(words)).collect());
    }
    for stone in &meta.removed {
        let mut table = toml::Table::from_iter([("article".to_owned(), text(&stone.article))]);
        if !stone.reason.is_empty() {
            table.insert("reason".to_owned(), text(&stone.reason));
        }
        table.extend(stone.date.map(|date| ("date".to_owned(), day(date))));
        tables.entry("removed").or_default().push(table.into());
    }
    for reading in readings {
        let own = &reading.article;
        let about = |quote: &jejak_archive::model::Quote| {
            [("article".to_owned(), text(&own.id)), ("words".to_owned(), text(quote.span.of(&own.text)))]
        };
        for reply in &own.replies {
            let Some(quote) = own.quotes.get(reply.quote as usize) else { continue };
            let mut table = toml::Table::from_iter(about(quote));
            table.insert("text".to_owned(), text(&reply.text));
            table.extend(reply.by.as_deref().map(|by| ("by".to_owned(), text(by))));
            table.extend(reply.date.map(|date| ("date".to_owned(), day(date))));
            table.extend(reply.url.as_deref().map(|url| ("url".to_owned(), text(url))));
            tables.entry("reply").or_default().push(table.into());
        }
        for quote in own.quotes.iter().filter(|quote| quote.how == Some(How::Correction)) {
            let named = match &quote.speaker {
                Some(Speaker::Person(i)) => reading.name(jejak_archive::model::EntityRef::Person(*i)),
                Some(Speaker::Organisation(i)) => reading.name(jejak_archive::model::EntityRef::Organisation(*i)),
                Some(Speaker::Role(_)) | None => None,
            };
            let Some(named) = named else { continue };
            let mut table = toml::Table::from_iter(about(quote));
            table.insert("speaker".to_owned(), text(&named.name));
            tables.entry("correction").or_default().push(table.into());
        }
    }
    all.extend(tables.into_iter().map(|(key, list)| (key.to_owned(), list.into())));
    toml::to_string(&all).unwrap_or_default()
}

/// Takes settings along, without the names that they mask: those are in no article any more. So with the lock and the logo
/// beside them.
fn take_along(own: &Path, folder: &Path) -> Result<(), ExportError> {
    let bytes = fs::read(own).map_err(io(own))?;
    let text = decode(&bytes).0;
    let unread =
        |cause: toml::de::Error| ExportError::Settings { path: own.to_owned(), cause: cause.message().to_owned() };
    let mut all: toml::Table = text.parse().map_err(unread)?;
    all.remove("mask");
    // Who is called by what stands in the place of a name has no page; so it stays without the mask.
    let labels = read_settings(&text).0.masks.into_iter().map(|mask| mask.label);
    let called = labels.filter_map(|label| Some(label.split(['(', '[']).next()?.trim().to_owned()));
    let private: Vec<Value> = called
        .filter(|name| !name.is_empty())
        .map(|name| toml::Table::from_iter([("name".to_owned(), Value::from(name))]).into())
        .collect();
    if !private.is_empty()
        && let Some(list) = all.entry("private").or_insert(Value::Array(Vec::new())).as_array_mut()
    {
        list.extend(private);
    }
    let rest = toml::to_string(&all).unwrap_or_default();
    let small = rest.to_lowercase();
    let masked = read_settings(&text).0.masks.into_iter().flat_map(|mask| mask.names);
    if let Some(name) = masked.into_iter().find(|name| small.contains(&name.to_lowercase())) {
        return Err(ExportError::NamesMasked { path: own.to_owned(), name });
    }
    put(&folder.join(SETTINGS), rest.as_bytes())?;
    let lock = own.with_file_name(LOCK);
    if lock.is_file() {
        copy(&lock, &folder.join(LOCK))?;
    }
    if let (Settings { logo: Some((logo, _)), .. }, _) = read_settings(&text) {
        let to = folder.join(&logo);
        if let Some(above) = to.parent() {
            fs::create_dir_all(above).map_err(io(above))?;
        }
        copy(&own.with_file_name(&logo), &to)?;
    }
    Ok(())
}

/// The articles that another archive does not hold just so.
fn differing(readings: &[std::sync::Arc<Reading>], bytes: &[u8]) -> Vec<String> {
    let Ok(other) = Engine::open(bytes.to_vec()) else { return Vec::new() };
    let same = |reading: &Reading| {
        let at = other.find(&reading.article.id)?;
        let Outcome::Ready(again) = other.read(at) else { return None };
        (*again == *reading).then_some(())
    };
    let differ = readings.iter().filter(|reading| same(reading).is_none());
    differ.map(|reading| reading.article.id.clone()).collect()
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), ExportError> {
    fs::write(path, bytes).map_err(io(path))
}

fn copy(from: &Path, to: &Path) -> Result<(), ExportError> {
    let bytes = fs::read(from).map_err(io(from))?;
    put(to, &bytes)
}

fn io(path: &Path) -> impl FnOnce(std::io::Error) -> ExportError {
    let path = path.to_owned();
    move |cause| ExportError::File { path, cause }
}
