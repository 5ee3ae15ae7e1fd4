//! Runs one scenario: a server, a browser and a limit of time, and whatever happens the end of all three.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use libtest_mimic::{Failed, Trial};
use tokio::time::timeout;

use crate::troupe::Seat;
use crate::{Browser, Kind, Page, Setting, Stage, Trouble, Troupe, Visit};

/// How long a scenario may take. The slowest takes a tenth of it alone.
const LIMIT: Duration = Duration::from_secs(90);
/// The same where WebAssembly is interpreted, and pressing a thousand files takes half a minute on a quiet machine.
const LIMIT_INTERPRETED: Duration = Duration::from_secs(240);

/// A scenario as a test: `play` is given a page of the site in a browser, served under `base`. The browser keeps nothing of
/// the site, so that each page is what the host sends.
pub fn trial<P, F>(name: &str, troupe: &Arc<Troupe>, setting: &Setting, base: &'static str, play: P) -> Trial
where
    P: FnOnce(Page) -> F + Clone + Send + 'static,
    F: Future<Output = Result<(), Trouble>> + 'static,
{
    trial_of(name, troupe, setting, base, Manner::Plain, play)
}

/// The same in a browser that keeps the site.
pub fn trial_kept<P, F>(name: &str, troupe: &Arc<Troupe>, setting: &Setting, base: &'static str, play: P) -> Trial
where
    P: FnOnce(Page) -> F + Clone + Send + 'static,
    F: Future<Output = Result<(), Trouble>> + 'static,
{
    trial_of(name, troupe, setting, base, Manner::Kept, play)
}

/// The same in a browser's private mode, which is as it comes: it keeps what it keeps.
pub fn trial_private<P, F>(name: &str, troupe: &Arc<Troupe>, setting: &Setting, base: &'static str, play: P) -> Trial
where
    P: FnOnce(Page) -> F + Clone + Send + 'static,
    F: Future<Output = Result<(), Trouble>> + 'static,
{
    trial_of(name, troupe, setting, base, Manner::Private, play)
}

/// What of its browser a scenario is played in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// One that keeps nothing of the site.
    Plain,
    /// One that keeps the site.
    Kept,
    /// One of its own, in private mode.
    Private,
}

fn trial_of<P, F>(
    name: &str,
    troupe: &Arc<Troupe>,
    setting: &Setting,
    base: &'static str,
    manner: Manner,
    play: P,
) -> Trial
where
    P: FnOnce(Page) -> F + Clone + Send + 'static,
    F: Future<Output = Result<(), Trouble>> + 'static,
{
    let (troupe, setting) = (Arc::clone(troupe), setting.clone());
    let name = format!("{}::{name}", troupe.kind().name());
    Trial::test(name.clone(), move || {
        let kind = troupe.kind();
        let once = || {
            // Here, because who plays and waits for a stage would keep its browser from others meanwhile.
            let (stage, play) = (setting.stage()?, play.clone());
            let scenario = move |seat: &mut Seat| {
                let kept = seat.kept.take();
                let (kept, outcome) = seat.run(run(kind, kept, &stage, (base, manner), play));
                seat.kept = kept;
                outcome
            };
            troupe.play(scenario)
        };
        let start = Instant::now();
        let outcome = once().or_else(|first| if troupe.may_play_again(&name, &first) { once() } else { Err(first) });
        troupe.note(&name, outcome.is_ok(), start.elapsed());
        outcome.map_err(Failed::from)
    })
}

/// Plays in the browser given or in a new one, and gives back the browser if it can be used again.
async fn run<P, F>(
    kind: Kind,
    kept: Option<Browser>,
    stage: &Stage,
    (base, manner): (&str, Manner),
    play: P,
) -> (Option<Browser>, Result<(), Trouble>)
where
    P: FnOnce(Page) -> F,
    F: Future<Output = Result<(), Trouble>> + 'static,
{
    let visit = match stage.visit(base) {
        Ok(visit) => visit,
        Err(trouble) => return (kept, Err(trouble)),
    };
    if manner == Manner::Private {
        let outcome = match Browser::private(kind).await {
            Ok(browser) => {
                let outcome = perform(&browser, visit, play).await;
                outcome.and(browser.close().await)
            }
            Err(trouble) => Err(trouble),
        };
        return (kept, outcome);
    }
    let browser = match kept {
        Some(browser) => browser,
        None => match Browser::start(kind).await {
            Ok(browser) => browser,
            Err(trouble) => return (None, Err(trouble)),
        },
    };
    let entered = match browser.beyond().enter().await {
        Ok(()) if manner == Manner::Plain => browser.beyond().keep_nothing().await,
        entered => entered,
    };
    let outcome = match entered {
        Ok(()) => perform(&browser, visit, play).await,
        Err(trouble) => Err(trouble),
    };
    // What is behind a failed scenario may still be at work in its browser.
    if outcome.is_ok() && browser.beyond().leave().await.is_ok_and(|again| again) {
        return (Some(browser), outcome);
    }
    let closed = browser.close().await;
    (None, outcome.and(closed))
}

async fn perform<P, F>(browser: &Browser, visit: Visit, play: P) -> Result<(), Trouble>
where
    P: FnOnce(Page) -> F,
    F: Future<Output = Result<(), Trouble>> + 'static,
{
    let page = Page::new(browser, visit);
    // A task of its own catches a failed assertion, so that the browser is closed all the same.
    let limit = if browser.beyond().kind() == Kind::WebKit { LIMIT_INTERPRETED } else { LIMIT };
    let played = timeout(limit, tokio::task::spawn_local(play(page.clone()))).await;
    let outcome = match played {
        Err(_) => Err(Trouble::TooLong(limit)),
        Ok(Err(panic)) => Err(Trouble::Panicked(words(panic.into_panic()))),
        Ok(Ok(outcome)) => outcome,
    };
    // An error on the page often explains what the scenario ran into, so it is told first.
    match (outcome, page.check_console().await) {
        (Err(trouble), Err(Trouble::Console(mut lines))) => {
            lines.push(trouble.to_string());
            Err(Trouble::Console(lines))
        }
        (outcome, console) => outcome.and(console),
    }
}

/// What a panic said.
fn words(panic: Box<dyn std::any::Any + Send>) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}
