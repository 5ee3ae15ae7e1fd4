//! What Lighthouse says of a site behind nginx: a page of each important kind, on a desktop and on a slow phone.
//!
//! Scores of speed waver with the machine, so each is the median of several runs; the others are the same each time, and
//! the worst run counts.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jejak_app::state::url;
use jejak_archive::Outcome;
use jejak_archive::model::EntityRef;
use jejak_archive::query::FacetKind;
use serde_json::Value;

use crate::{Kind, Nginx, Stage, Trouble};

/// What is scored, as Lighthouse names it; the first is of speed.
const SCORED: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// The screen and the network that are played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A desktop on a fast line.
    Desktop,
    /// A phone four times slower, on a slow mobile network: Lighthouse's own choice.
    Mobile,
}

impl Form {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Desktop, Self::Mobile];

    /// Its word on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Desktop => "desktop",
            Self::Mobile => "mobile",
        }
    }

    /// What the speed has to reach.
    fn least(self) -> f64 {
        match self {
            Self::Desktop => 100.0,
            Self::Mobile => 97.0,
        }
    }
}

/// What came out for one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// Which page.
    pub page: String,
    /// How it was looked at.
    pub form: Form,
    /// Of 100, in the order of Lighthouse: performance (median), accessibility, best practices, search engines (worst).
    pub scores: [f64; 4],
    /// Every run's performance, as they came.
    pub runs: Vec<f64>,
    /// What cost points: the names of audits, with what they say.
    pub faults: Vec<String>,
}

impl Scores {
    /// Whether all that is promised holds.
    #[must_use]
    pub fn hold(&self) -> bool {
        let [performance, others @ ..] = self.scores;
        performance >= self.form.least() && others.iter().all(|&score| score >= 100.0)
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [performance, accessibility, practices, search] = self.scores;
        write!(
            f,
            "{:<8} {:<8} performance {performance:.0} of {:?}, accessibility {accessibility:.0}, best practices {practices:.0}, \
             search engines {search:.0}",
            self.page,
            self.form.name(),
            self.runs
        )?;
        self.faults.iter().try_for_each(|fault| write!(f, "\n  {fault}"))
    }
}

/// The pages that are measured, by word, with their paths: the front page, the article with most statements among the
/// newest, and the person who says most.
///
/// # Errors
/// The archive has no such.
pub fn pages(stage: &Stage) -> Result<[(&'static str, String); 3], Trouble> {
    let library = stage.visit("/")?.library;
    let statements = |at: u32| match library.article(at) {
        Outcome::Ready(article) => article.quotes.len(),
        Outcome::Needs(_) => 0,
    };
    let article = (0..library.len().min(50)).max_by_key(|&at| statements(at));
    let article = article.and_then(|at| library.head(at)).ok_or(Trouble::Unfit("article"))?;
    let said = |at: &u32| library.statements_of(EntityRef::Person(*at));
    let person = (0..library.people().len() as u32).max_by_key(said).ok_or(Trouble::Unfit("person"))?;
    let slug = &library.people()[person as usize].slug;
    Ok([
        ("home", String::new()),
        ("article", url::article(&article.id)),
        ("person", url::record(FacetKind::Person, slug)),
    ])
}

/// Measures one page so many times; `lighthouse` is the folder that npm installed it into.
///
/// # Errors
/// nginx or Lighthouse cannot be started, or says nothing that can be read.
pub fn measure(
    stage: &Stage,
    lighthouse: &Path,
    (page, path): (&str, &str),
    form: Form,
    runs: usize,
) -> Result<Scores, Trouble> {
    let nginx = Nginx::start(stage.folder(), "/")?;
    let address = format!("{}{path}", nginx.url());
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for _ in 0..runs.max(1) {
        let report = run(lighthouse, &address, form)?;
        let scores = SCORED.map(|name| {
            let score = report["categories"][name]["score"].as_f64();
            score.map_or(0.0, |score| (score * 100.0).round())
        });
        faults.extend(faulty(&report));
        all.push(scores);
    }
    faults.sort();
    faults.dedup();
    let runs: Vec<f64> = all.iter().map(|scores| scores[0]).collect();
    let mut sorted = runs.clone();
    sorted.sort_by(f64::total_cmp);
    let worst = |at: usize| all.iter().map(|scores| scores[at]).fold(100.0, f64::min);
    let scores = [sorted[sorted.len() / 2], worst(1), worst(2), worst(3)];
    Ok(Scores { page: page.to_owned(), form, scores, runs, faults })
}

fn run(lighthouse: &Path, address: &str, form: Form) -> Result<Value, Trouble> {
    let program = PathBuf::from(env::var_os("NODE").unwrap_or_else(|| "node".into()));
    let mut command = Command::new(&program);
    command.arg(lighthouse.join("node_modules/lighthouse/cli/index.js")).arg(address);
    command.args(["--output=json", "--output-path=stdout", "--quiet", "--no-enable-error-reporting"]);
    command.arg(format!("--only-categories={}", SCORED.join(",")));
    command.arg(
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update \
         --disable-sync --no-first-run",
    );
    if form == Form::Desktop {
        command.arg("--preset=desktop");
    }
    command.env("CHROME_PATH", Kind::Chromium.program()).stdin(Stdio::null());
    let said = command.output().map_err(|source| Trouble::Start {
        program: program.display().to_string(),
        variable: "NODE",
        source,
    })?;
    serde_json::from_slice(&said.stdout)
        .map_err(|_| Trouble::Driver { driver: "lighthouse", said: String::from_utf8_lossy(&said.stderr).into_owned() })
}

/// The audits that cost points.
fn faulty(report: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for name in SCORED {
        for audit in report["categories"][name]["auditRefs"].as_array().into_iter().flatten() {
            let (weight, id) = (audit["weight"].as_f64().unwrap_or_default(), audit["id"].as_str().unwrap_or_default());
            let result = &report["audits"][id];
            if let (true, Some(score)) = (weight > 0.0, result["score"].as_f64())
                && score < 0.9
            {
                let value = result["displayValue"].as_str().unwrap_or_default();
                let items = &result["details"]["items"];
                let first = items.get(0).map(|item| item.to_string()).unwrap_or_default();
                let first: String = first.chars().take(if name == "performance" { 0 } else { 400 }).collect();
                faults.push(format!("{name}: {id} {score:.2} {value} {first}"));
            }
        }
    }
    faults
}
