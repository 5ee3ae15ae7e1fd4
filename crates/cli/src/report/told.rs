//! A build, and what a person is told of it.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use super::{Problems, ReportError, Says};
use crate::build::{self, BuildError, Built};

/// Why a build or its report is not there.
#[derive(Debug, thiserror::Error)]
pub enum ToldError {
    /// No site was built.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// The report would be read as articles by the next build, or published with the site.
    #[error("the report {} lies among the articles or in the site; name a file apart from both", .0.display())]
    Among(PathBuf),
    /// The site stands; the report could not be written.
    #[error(transparent)]
    Report(#[from] ReportError),
}

impl ToldError {
    /// Whether the command was given something that it can never do.
    #[must_use]
    pub fn is_misuse(&self) -> bool {
        match self {
            Self::Build(error) => error.is_misuse(),
            Self::Among(_) => true,
            Self::Report(_) => false,
        }
    }
}

/// Builds, and tells; of several builds each tells what the one before did not.
#[derive(Debug, Default)]
pub struct Told {
    before: Vec<String>,
}

impl Told {
    /// Builds a site. `say` is given what went wrong and what needs a look, a line at a time; all of it goes into the file
    /// `report`, also where no site comes of it.
    ///
    /// # Errors
    /// No site could be built, or the report cannot be written.
    pub fn build(
        &mut self,
        options: &build::Options,
        report: Option<&Path>,
        say: &mut dyn FnMut(&dyn Display),
    ) -> Result<Built, ToldError> {
        let places = [&options.articles, &options.out];
        if let Some(path) = report.filter(|path| places.iter().any(|place| build::lies_in(path, place))) {
            return Err(ToldError::Among(path.to_owned()));
        }
        let mut problems = Problems::default();
        let built = build::run(options, &mut |problem| {
            if let Some(line) = problems.take(problem) {
                say(&line);
            }
        });
        let findings = built.as_ref().map(|built| built.findings.as_slice()).unwrap_or_default();
        let (articles, statements) = built.as_ref().map_or((0, 0), |built| (built.articles, built.quotes));
        let says = Says::of(findings, articles, statements);
        let partial = says.partial || !problems.more().is_empty();
        let mut lines = problems.more();
        lines.extend(says.lines);
        if partial && report.is_none() {
            lines.push("look: all of these, one JSON object a line, with: jejak build … --report FILE".to_owned());
        }
        if lines != self.before {
            lines.iter().for_each(|line| say(line));
        }
        self.before = lines;
        if let Some(path) = report {
            problems.write(findings, path)?;
        }
        Ok(built?)
    }
}
