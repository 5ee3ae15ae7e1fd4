//! `jejak inspect`: what an archive holds, as one JSON object.
//!
//! WHY: a publisher asks whether everything arrived, an engineer where the bytes went.

use std::collections::BTreeMap;
use std::path::Path;

use jejak_archive::form::{Frame, VERSION};
use jejak_archive::model::{Date, Quote, QuoteKind, Speaker};
use jejak_archive::{Engine, OpenError, Outcome};
use jejak_press::stem::Indonesian;
use jejak_press::{PressError, Problem};
use serde::Serialize;

use crate::build::{self, Progress};
use crate::opened::{self, OpenedError};

/// Why there is nothing to tell.
#[derive(Debug, thiserror::Error)]
pub enum InspectError {
    /// There is no archive.
    #[error(transparent)]
    Opened(#[from] OpenedError),
    /// The folder of articles cannot be listed.
    #[error(transparent)]
    Press(#[from] PressError),
    /// What was pressed cannot be opened.
    #[error("the articles were pressed, but their archive does not open: {0}")]
    Pressed(#[from] OpenError),
    /// The engine lacks parts of an archive that is carried whole.
    #[error("the archive is incomplete: {0} of its parts are missing; press it again")]
    Incomplete(usize),
    /// The output cannot be written.
    #[error("the output cannot be written ({0})")]
    Output(#[from] std::io::Error),
    /// What was found is no JSON.
    #[error("what was found could not be put into JSON ({0})")]
    Json(#[from] serde_json::Error),
}

/// What an archive holds.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contents {
    /// What it is called.
    pub title: String,
    /// The language of its articles.
    pub language: String,
    /// Hash of its content.
    pub stamp: String,
    /// Version of the binary form.
    pub version: u32,
    /// Its size in bytes.
    pub bytes: usize,
    /// How many articles there are.
    pub articles: u32,
    /// How many of them have a day.
    pub dated: u32,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// The statements.
    pub quotes: Quotes,
    /// How many people are named.
    pub people: usize,
    /// How many organisations.
    pub organisations: usize,
    /// How many places.
    pub places: usize,
    /// How many regulations.
    pub regulations: usize,
    /// How many topics.
    pub topics: usize,
    /// How many outlets the articles come from.
    pub sources: usize,
    /// Its parts, by what they hold.
    pub parts: BTreeMap<&'static str, Parts>,
}

/// How many statements there are, and whose.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Quotes {
    /// All.
    pub total: u32,
    /// Those word for word.
    pub direct: u32,
    /// Those in the reporter's words.
    pub reported: u32,
    /// Those with a speaker of any kind: the three counts that follow together.
    pub attributed: u32,
    /// By a person.
    pub by_person: u32,
    /// By an organisation.
    pub by_organisation: u32,
    /// By somebody of whom only the role is named.
    pub by_role: u32,
}

/// Parts of one kind.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Parts {
    /// How many.
    pub count: usize,
    /// How many bytes they have together.
    pub bytes: usize,
}

/// Looks into a site, an archive, or a folder of articles, which is pressed for it. `report` is given every problem
/// with an article. Also returns whether every article could be read.
///
/// # Errors
/// There is no archive, or it is damaged.
pub fn run(path: &Path, report: &mut dyn FnMut(&Problem)) -> Result<(Contents, bool), InspectError> {
    if !path.is_dir() || opened::is_site(path) {
        return Ok((contents(&opened::open(path)?)?, true));
    }
    let mut progress = Progress::start();
    let pressed = build::press(path, &mut |done| progress.pressed(done))?;
    pressed.problems.iter().for_each(report);
    let complete = pressed.problems.iter().all(|problem| !build::fails(&problem.kind));
    let engine = Engine::open(jejak_archive::write(&pressed.archive, &Indonesian))?;
    Ok((contents(&engine)?, complete))
}

fn contents(engine: &Engine) -> Result<Contents, InspectError> {
    let mut quotes = Quotes::default();
    let mut days: Vec<Date> = Vec::new();
    for index in 0..engine.len() {
        match engine.article(index) {
            Outcome::Ready(article) => article.quotes.iter().for_each(|quote| count(&mut quotes, quote)),
            Outcome::Needs(parts) => return Err(InspectError::Incomplete(parts.len())),
        }
        days.extend(engine.head(index).and_then(|head| head.date));
    }
    let frame = engine.frame();
    Ok(Contents {
        title: engine.meta().title.clone(),
        language: engine.meta().language.clone(),
        stamp: engine.stamp().to_owned(),
        // Others are refused when an archive is opened.
        version: VERSION,
        bytes: frame.end(),
        articles: engine.len(),
        dated: u32::try_from(days.len()).unwrap_or(u32::MAX),
        from: days.iter().min().map(Date::to_string),
        to: days.iter().max().map(Date::to_string),
        quotes,
        people: engine.people().len(),
        organisations: engine.organisations().len(),
        places: engine.places().len(),
        regulations: engine.regulations().len(),
        topics: engine.topics().len(),
        sources: engine.sources().len(),
        parts: parts(frame),
    })
}

fn count(quotes: &mut Quotes, quote: &Quote) {
    quotes.total += 1;
    match quote.kind {
        QuoteKind::Direct => quotes.direct += 1,
        QuoteKind::Reported => quotes.reported += 1,
    }
    quotes.attributed += u32::from(quote.speaker.is_some());
    match &quote.speaker {
        Some(Speaker::Person(_)) => quotes.by_person += 1,
        Some(Speaker::Organisation(_)) => quotes.by_organisation += 1,
        Some(Speaker::Role(_)) => quotes.by_role += 1,
        None => {}
    }
}

fn parts(frame: &Frame) -> BTreeMap<&'static str, Parts> {
    let mut parts: BTreeMap<&'static str, Parts> = BTreeMap::new();
    for part in frame.parts() {
        let kind = parts.entry(part.kind.name()).or_default();
        kind.count += 1;
        kind.bytes += part.length;
    }
    parts
}
