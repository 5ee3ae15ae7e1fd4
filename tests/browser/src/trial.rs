//! Runs one scenario: a server, a browser and a limit of time, and whatever happens the end of all three.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use libtest_mimic::{Failed, Trial};
use tokio::runtime::Builder;
use tokio::task::LocalSet;
use tokio::time::timeout;

use crate::browser::Browser;
use crate::{Kind, Page, Stage, Trouble};

/// How long a scenario may take. The slowest takes a tenth of it alone.
const LIMIT: Duration = Duration::from_secs(90);

/// A scenario as a test: `play` is given a page of the site in a browser, served under `base`.
pub fn trial<P, F>(name: &str, kind: Kind, stage: &Arc<Stage>, base: &'static str, play: P) -> Trial
where
    P: FnOnce(Page) -> F + Send + 'static,
    F: Future<Output = Result<(), Trouble>> + 'static,
{
    let stage = Arc::clone(stage);
    Trial::test(format!("{}::{name}", kind.name()), move || {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        LocalSet::new().block_on(&runtime, run(kind, &stage, base, play)).map_err(Failed::from)
    })
}

async fn run<P, F>(kind: Kind, stage: &Stage, base: &str, play: P) -> Result<(), Trouble>
where
    P: FnOnce(Page) -> F,
    F: Future<Output = Result<(), Trouble>> + 'static,
{
    let visit = stage.visit(base)?;
    let browser = Browser::start(kind).await?;
    let page = Page::new(&browser, visit);
    // A task of its own catches a failed assertion, so that the browser is closed all the same.
    let played = timeout(LIMIT, tokio::task::spawn_local(play(page.clone()))).await;
    let outcome = match played {
        Err(_) => Err(Trouble::TooLong(LIMIT)),
        Ok(Err(panic)) => Err(Trouble::Panicked(words(panic.into_panic()))),
        Ok(Ok(outcome)) => outcome,
    };
    // An error on the page often explains what the scenario ran into, so it is told first.
    let console = page.check_console().await;
    let closed = browser.close().await;
    match (outcome, console) {
        (Err(trouble), Err(Trouble::Console(mut lines))) => {
            lines.push(trouble.to_string());
            Err(Trouble::Console(lines))
        }
        (outcome, console) => outcome.and(console).and(closed),
    }
}

/// What a panic said.
fn words(panic: Box<dyn std::any::Any + Send>) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}
