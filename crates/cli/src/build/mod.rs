//! `jejak build`: a folder of articles becomes a site.
//!
//! WHY no compiler: the app is compiled once, for everybody; what differs between two sites is the archive inside its
//! WebAssembly. So a publisher's articles are pressed, their archive takes the place of the one that the compiled app
//! carries, and the site writer makes the finished folder of it. Nothing is written before all of that has gone well.

mod app;
mod cache;
mod input;
mod lock;
mod progress;

use std::path::PathBuf;

use jejak_archive::Size;
use jejak_archive::form::{Frame, OpenError};
use jejak_archive::keep::Keep;
use jejak_press::read::SETTINGS;
use jejak_press::stem::Indonesian;
use jejak_press::{LOCK, PressError, Problem, ProblemKind};
use serde::Serialize;

use crate::report::{self, Finding, Totals};
use crate::site::{self, Pages, SiteError};
pub use app::{Carried, Origin};
use cache::Cache;
pub use cache::FOLDER as CACHE;
use input::press_keeping;
pub(crate) use input::{lies_in, paths_beside, press};
pub(crate) use progress::Progress;

/// An archive of more bytes is not carried by the app: nobody should wait for what they do not ask for.
const CARRIED: usize = 1_500_000;

/// What to build.
#[derive(Debug, Clone)]
pub struct Options {
    /// A folder of articles, or one file of them.
    pub articles: PathBuf,
    /// Where the site goes.
    pub out: PathBuf,
    /// The compiled app; the one carried, or looked for, where it is `None`.
    pub app: Option<PathBuf>,
    /// The compiled app that this program brings along.
    pub carried: Option<Carried>,
    /// Whether the archive lies beside the app in parts however small it is.
    pub parts: bool,
    /// Whether the archive is to take less room, or questions are to fetch less.
    pub size: Size,
    /// Which addresses get a page of their own.
    pub pages: Pages,
    /// Whether what earlier builds worked out is taken from beside the articles, and left there for the next one. The site
    /// is the same.
    pub cache: bool,
    /// Whether visitors' devices are to keep nothing of the site, whatever its settings say: it is built again and again.
    pub passing: bool,
}

/// A site that was built.
#[derive(Debug, Serialize)]
pub struct Built {
    /// Where it is.
    pub site: PathBuf,
    /// How many articles it has.
    pub articles: usize,
    /// How many statements they hold.
    pub quotes: usize,
    /// How many pages have an address of their own.
    pub pages: usize,
    /// How many files there are.
    pub files: usize,
    /// How many of them are feeds of one person or topic.
    pub feeds: usize,
    /// How many are pictures for sharing: of the archive, and of people.
    pub cards: usize,
    /// How many such feeds and pictures were left out, of those who said least: a site has room for so many files.
    pub left_out: usize,
    /// How many bytes they have together, uncompressed.
    pub bytes: usize,
    /// How many files stood there already, the same.
    pub unchanged: usize,
    /// How many of those bytes are the archive.
    pub archive_bytes: usize,
    /// Whether the archive lies beside the app in parts.
    pub in_parts: bool,
    /// The archive's stamp: the same articles give the same.
    pub stamp: String,
    /// How many problems left out an article or the settings.
    pub lost: usize,
    /// How many problems left out less.
    pub warnings: usize,
    /// How much of it all needs a look.
    pub needs_look: Totals,
    /// What needs a look.
    #[serde(skip)]
    pub findings: Vec<Finding>,
}

/// Why no site was built. What stood in its folder is untouched.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The folder of articles cannot be listed.
    #[error(transparent)]
    Press(#[from] PressError),
    /// The input is not there.
    #[error("there is no {}; give a folder of articles or a file such as articles.jsonl", .0.display())]
    NoInput(PathBuf),
    /// Nothing in the input is an article.
    #[error("{} holds no article that can be read (.txt, .md, .json or .jsonl); no site was written", .0.display())]
    NoArticles(PathBuf),
    /// The site would lie among the articles, or they in it.
    #[error(
        "the site {} and the articles {} lie inside one another; choose a folder apart, because a build replaces the site's folder as a whole",
        site.display(), articles.display()
    )]
    Nested {
        /// Where the site should go.
        site: PathBuf,
        /// Where the articles are.
        articles: PathBuf,
    },
    /// There is no compiled app.
    #[error(
        "no compiled app was found{}; use a released jejak, which carries one, or run `cargo xtask build` in a checkout of \
         Jejak and come here again with --app CHECKOUT/{}",
        app::tried(.0), app::STAGED
    )]
    NoApp(Option<PathBuf>),
    /// The compiled app reads another form of archives.
    #[error("{app} does not fit this command ({cause}); {}", app.remedy())]
    OldApp {
        /// Where the app came from.
        app: Origin,
        /// What is wrong with the archive that it carries.
        cause: OpenError,
    },
    /// The settings keep something back in a way that cannot be read.
    #[error(
        "{SETTINGS} says what is to be kept back in a way that cannot be read ({0} times); correct it. No site was written, \
         because it would show what it must not"
    )]
    Unguarded(usize),
    /// The compiled app is damaged, or the site cannot be written.
    #[error(transparent)]
    Site(#[from] SiteError),
}

impl BuildError {
    /// Whether the command was given something that it can never do.
    #[must_use]
    pub fn is_misuse(&self) -> bool {
        matches!(self, Self::Nested { .. })
    }
}

/// Builds a site. `report` is given every problem with an article, in the order of the files, also where no site comes
/// of it.
///
/// # Errors
/// There is no app or no article, or the site cannot be written.
pub fn run(options: &Options, report: &mut dyn FnMut(&Problem)) -> Result<Built, BuildError> {
    let articles = &options.articles;
    if !articles.exists() {
        return Err(BuildError::NoInput(articles.clone()));
    }
    input::refuse_nested(articles, &options.out)?;
    // First, because it takes no time and its lack is the likeliest failure.
    let mut staged = app::find(options.app.as_deref(), options.carried)?;

    let mut progress = Progress::start();
    let cache = options.cache.then(|| Cache::open(articles));
    let keep = cache.as_ref().map(|cache| cache as &dyn Keep);
    let pressed = press_keeping(articles, &mut |done| progress.pressed(done), keep)?;
    pressed.problems.iter().for_each(&mut *report);
    let unguarded = pressed.problems.iter().filter(|problem| problem.kind.shows_too_much()).count();
    if unguarded > 0 {
        return Err(BuildError::Unguarded(unguarded));
    }
    let lost = pressed.problems.iter().filter(|problem| fails(&problem.kind)).count();
    if pressed.archive.articles.is_empty() {
        return Err(BuildError::NoArticles(articles.clone()));
    }
    progress.say(&format_args!("indexing {} articles", pressed.archive.articles.len()));
    let archive = jejak_archive::write_keeping(&pressed.archive, &Indonesian, options.size, keep);
    let in_parts = options.parts || archive.len() > CARRIED;
    if in_parts {
        staged.set_parts(archive.clone())?;
    } else {
        staged.set_archive(&archive)?;
    }
    if let Some(logo) = pressed.logo {
        staged.add(&logo.name, logo.bytes);
    }
    pressed.icon.into_iter().for_each(|icon| staged.set_icon(icon));
    if pressed.online_only || options.passing {
        staged.keep_nothing();
    }
    progress.say(&format_args!("writing the site"));
    let written = site::write_keeping(&staged, &options.out, options.pages, keep);
    // What was found in articles is as good where the site could not be written.
    cache.into_iter().for_each(Cache::finish);
    let written = written?;
    let findings = report::find(&pressed.archive, pressed.lock.as_ref(), &options.out);
    // Last: addresses that no site has are not remembered.
    let unkept = pressed.lock.and_then(|lock| lock::keep(&input::beside(articles, LOCK), &lock));
    unkept.iter().for_each(&mut *report);
    let stamp = Frame::read(&archive).map(|frame| frame.stamp).unwrap_or_default();
    Ok(Built {
        site: options.out.clone(),
        articles: pressed.archive.articles.len(),
        quotes: pressed.archive.articles.iter().map(|article| article.quotes.len()).sum(),
        pages: written.pages,
        files: written.files,
        feeds: written.feeds,
        cards: written.cards,
        left_out: written.left_out,
        bytes: written.bytes,
        unchanged: written.unchanged,
        archive_bytes: archive.len(),
        in_parts,
        stamp,
        lost,
        warnings: pressed.problems.len() + usize::from(unkept.is_some()) - lost,
        needs_look: Totals::of(&findings),
        findings,
    })
}

/// Whether a problem makes the command fail: an article, the settings or a correction are not in the site, or links may
/// not last.
pub(crate) fn fails(kind: &ProblemKind) -> bool {
    let unsaid = matches!(
        kind,
        ProblemKind::BadToml { .. }
            | ProblemKind::BadLock { .. }
            | ProblemKind::BadCorrection { .. }
            | ProblemKind::BadReply { .. }
            | ProblemKind::NothingRemoved { .. }
            | ProblemKind::Unguarded { .. }
    );
    kind.loses_article() || unsaid
}
