//! `jejak inspect --copies` and `--printings`: what an archive prints more than once, one group a line as JSON.
//!
//! WHY: one release in ten outlets is one text, and what was said in it was said once. Who counts needs to know which.

use std::io::Write;
use std::path::Path;

use jejak_archive::model::Speaker;
use jejak_archive::{Archive, Article, Engine, Outcome};
use jejak_press::Problem;
use jejak_press::copies::{copies, printings, series};
use serde::Serialize;

use crate::build::{self, Progress};
use crate::inspect::InspectError;
use crate::opened;

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Articles that are copies of one text.
    Copies,
    /// Statements that several articles print.
    Printings,
}

/// An article, as its first line has it.
#[derive(Debug, Serialize)]
struct Place<'a> {
    id: &'a str,
    source: Option<&'a str>,
    date: Option<String>,
    url: Option<&'a str>,
}

impl<'a> Place<'a> {
    fn of(article: &'a Article) -> Self {
        let date = article.published.or(article.date).map(|date| date.to_string());
        Self { id: &article.id, source: article.publisher.as_deref(), date, url: article.url.as_deref() }
    }
}

/// Copies of one text.
#[derive(Debug, Serialize)]
struct Copied<'a> {
    /// Set where the articles are no copies but a series: one outlet filled in a form for each.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    series: bool,
    /// Hundredths of the runs of words that the least alike share.
    alike: u8,
    first: Place<'a>,
    copies: Vec<Copy<'a>>,
}

/// A copy.
#[derive(Debug, Serialize)]
struct Copy<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    /// First and last byte (exclusive) in its clean text of words that the first does not have.
    differs: Vec<(u32, u32)>,
}

/// One statement.
#[derive(Debug, Serialize)]
struct Said<'a> {
    text: &'a str,
    speaker: Option<String>,
    printings: Vec<Printed<'a>>,
}

/// Where it is printed.
#[derive(Debug, Serialize)]
struct Printed<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    anchor: &'a str,
}

/// Lists what a site, an archive or a folder of articles prints more than once. `report` is given every problem with an
/// article. Returns whether every article could be read.
///
/// # Errors
/// There is no archive, it is damaged, or the output cannot be written.
pub fn run(
    path: &Path,
    listed: Listed,
    report: &mut dyn FnMut(&Problem),
    out: &mut impl Write,
) -> Result<bool, InspectError> {
    let (archive, complete) = if !path.is_dir() || opened::is_site(path) {
        (whole(&opened::open(path)?)?, true)
    } else {
        let mut progress = Progress::start();
        let pressed = build::press(path, &mut |done| progress.pressed(done))?;
        pressed.problems.iter().for_each(report);
        (pressed.archive, pressed.problems.iter().all(|problem| !build::fails(&problem.kind)))
    };
    match listed {
        Listed::Copies => copied(&archive, out)?,
        Listed::Printings => printed(&archive, out)?,
    }
    Ok(complete)
}

/// The articles of an archive that is open, with the names of those who speak in them and with what is printed more than
/// once.
fn whole(engine: &Engine) -> Result<Archive, InspectError> {
    let mut archive = Archive::default();
    for at in 0..engine.len() {
        match engine.article(at) {
            Outcome::Ready(article) => archive.articles.push(Article::clone(&article)),
            Outcome::Needs(parts) => return Err(InspectError::Incomplete(parts.len())),
        }
    }
    let person = |entity: &jejak_archive::Entity| jejak_archive::model::Person {
        slug: entity.slug.clone(),
        name: entity.name.clone(),
        aliases: Vec::new(),
        honorifics: Vec::new(),
        roles: Vec::new(),
    };
    let body = |entity: &jejak_archive::Entity| jejak_archive::model::Organisation {
        slug: entity.slug.clone(),
        name: entity.name.clone(),
        aliases: Vec::new(),
    };
    (archive.copies, archive.printings) = (copies(&archive), printings(&archive));
    archive.people = engine.people().iter().map(person).collect();
    archive.organisations = engine.organisations().iter().map(body).collect();
    Ok(archive)
}

fn copied(archive: &Archive, out: &mut impl Write) -> Result<(), InspectError> {
    let series = series(archive);
    let copies = archive.copies.iter().map(|group| (group, false));
    for (group, series) in copies.chain(series.iter().map(|group| (group, true))) {
        let articles = group.articles.iter().filter_map(|at| archive.articles.get(*at as usize));
        let mut articles = articles.zip(&group.differs);
        let Some((first, _)) = articles.next() else { continue };
        let copies = articles.map(|(article, differs)| Copy {
            place: Place::of(article),
            differs: differs.iter().map(|span| (span.start, span.end)).collect(),
        });
        let line = Copied { series, alike: group.alike, first: Place::of(first), copies: copies.collect() };
        write(&line, out)?;
    }
    Ok(())
}

fn printed(archive: &Archive, out: &mut impl Write) -> Result<(), InspectError> {
    let name = |speaker: &Speaker| match speaker {
        Speaker::Person(at) => archive.people.get(*at as usize).map(|one| one.name.clone()),
        Speaker::Organisation(at) => archive.organisations.get(*at as usize).map(|one| one.name.clone()),
        Speaker::Role(role) => Some(role.clone()),
    };
    for all in &archive.printings {
        let printed = all.iter().filter_map(|at| {
            let article = archive.articles.get(at.article as usize)?;
            Some((article, article.quotes.get(at.quote as usize)?))
        });
        let Some((first, said)) = printed.clone().next() else { continue };
        let line = Said {
            text: said.span.of(&first.text),
            speaker: printed.clone().find_map(|(_, quote)| name(quote.speaker.as_ref()?)),
            printings: printed
                .map(|(article, quote)| Printed { place: Place::of(article), anchor: &quote.anchor })
                .collect(),
        };
        write(&line, out)?;
    }
    Ok(())
}

fn write(line: &impl Serialize, out: &mut impl Write) -> Result<(), InspectError> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")?;
    Ok(())
}
