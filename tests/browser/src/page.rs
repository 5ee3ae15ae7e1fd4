//! A page of the site, in the words of its contracts.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use jejak_app::render;
use jejak_app::state::library::Library;
use jejak_app::state::settings::Settings;
use jejak_archive::statements::{StatementQuery, Statements};
use jejak_archive::{Answer, Date, Outcome, Query};
use serde_json::{Value, json};

use crate::beyond::Beyond;
use crate::{Browser, Entry, Kind, Trouble, Visit};

/// How long a page may take to come to what is expected. Generous: machines that test are often busy.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long the press may take where WebAssembly is interpreted (`MiniBrowser::start` says why): half a minute for a thousand
/// files on a quiet machine.
const PATIENCE_INTERPRETED: Duration = Duration::from_secs(120);
/// How often it is looked at.
const PAUSE: Duration = Duration::from_millis(25);

/// The ids of the hits shown, best first.
const HITS: &str = "return [...document.querySelectorAll('article[data-article][data-rank]')]\
     .sort((a, b) => a.dataset.rank - b.dataset.rank).map(hit => hit.dataset.article)";

/// The count that the page announces, as a number.
const COUNT: &str = "return Number(document.querySelector('[role=status][data-count]')?.dataset.count ?? -1)";

/// A page in a browser; a clone is the same page.
#[derive(Clone)]
pub struct Page {
    client: Client,
    beyond: Rc<Beyond>,
    visit: Rc<RefCell<Option<Visit>>>,
    home: Rc<str>,
    folder: Rc<Path>,
    expected: Rc<Cell<Expected>>,
}

/// Whether a console entry is what the scenario is about.
type Expected = fn(&Entry) -> bool;

impl Page {
    pub(crate) fn new(browser: &Browser, visit: Visit) -> Self {
        let (home, folder) = (visit.server.url().into(), visit.folder.as_path().into());
        let nothing: Expected = |_| false;
        let (client, beyond) = (browser.client().clone(), Rc::clone(browser.beyond()));
        let visit = Rc::new(RefCell::new(Some(visit)));
        Self { client, beyond, visit, home, folder, expected: Rc::new(Cell::new(nothing)) }
    }

    /// The address of the site's start page, which ends in `/`.
    #[must_use]
    pub fn home(&self) -> &str {
        &self.home
    }

    /// Where the site lies; a scenario may change what is there if its setting is [`crate::Setting::copied`].
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The browser itself, for what this type has no word for.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// What the browser can do beyond the standard.
    #[must_use]
    pub fn beyond(&self) -> &Beyond {
        &self.beyond
    }

    /// Asks the archive natively.
    ///
    /// # Errors
    /// The network was cut, and with it the archive was let go.
    pub fn ask<T>(&self, question: impl FnOnce(&Library) -> T) -> Result<T, Trouble> {
        let visit = self.visit.borrow();
        let visit = visit.as_ref().ok_or(Trouble::Unfit("archive any more: the network is cut"))?;
        Ok(question(&visit.library))
    }

    /// What the archive answers natively.
    ///
    /// # Errors
    /// The archive is not whole.
    pub fn answer(&self, query: &Query) -> Result<Answer, Trouble> {
        match &*self.ask(|library| library.answer(query))? {
            Outcome::Ready(answer) => Ok(answer.clone()),
            Outcome::Needs(_) => Err(Trouble::Unfit("parts: it must be carried whole")),
        }
    }

    /// The statements that the archive answers natively.
    ///
    /// # Errors
    /// As [`Page::answer`].
    pub fn statements(&self, asked: &StatementQuery) -> Result<Statements, Trouble> {
        match self.ask(|library| library.statements(asked))? {
            Outcome::Ready(answer) => Ok(answer),
            Outcome::Needs(_) => Err(Trouble::Unfit("parts: it must be carried whole")),
        }
    }

    /// Every address behind the site's root that has a page of its own, with the page's title.
    ///
    /// # Errors
    /// The network was cut.
    pub fn addresses(&self) -> Result<Vec<(String, String)>, Trouble> {
        self.ask(|library| {
            let all = render::addresses(library).into_iter();
            all.map(|location| {
                let title = render::page_title(library, &location, Settings::default());
                (location.href().trim_start_matches("./").to_owned(), title)
            })
            .collect()
        })
    }

    /// A few addresses of each kind of page.
    ///
    /// # Errors
    /// The network was cut.
    pub fn some_addresses(&self, of_each: usize) -> Result<Vec<(String, String)>, Trouble> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut some = self.addresses()?;
        some.retain(|(address, _)| {
            // `peraturan/` lists what stands below it.
            let kind = address.trim_end_matches('/').split_once('/').map_or(address.as_str(), |(kind, _)| kind);
            let count = seen.entry(kind.to_owned()).or_default();
            *count += 1;
            *count <= of_each
        });
        Ok(some)
    }

    /// Ends the server: from now on the page has no network.
    pub fn cut_the_network(&self) {
        self.visit.borrow_mut().take();
    }

    /// Opens an address, given from the site's root, and waits until the app answers.
    ///
    /// # Errors
    /// The browser refuses, or the app does not start in time.
    pub async fn open(&self, address: &str) -> Result<(), Trouble> {
        // From an empty page, so that an address which differs in its fragment alone is loaded too.
        self.client.goto("about:blank").await?;
        self.client.goto(&format!("{}{address}", self.home)).await?;
        self.ready().await
    }

    /// Reloads the page and waits until the app answers.
    ///
    /// # Errors
    /// As [`Page::open`].
    pub async fn reload(&self) -> Result<(), Trouble> {
        self.client.refresh().await?;
        self.ready().await
    }

    /// Waits until the app answers.
    ///
    /// # Errors
    /// It does not start in time.
    pub async fn ready(&self) -> Result<(), Trouble> {
        let script = "return document.documentElement.hasAttribute('data-ready')";
        self.expect("html[data-ready]", script, true).await
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Errors
    /// The script fails.
    pub async fn run(&self, script: &str) -> Result<Value, Trouble> {
        Ok(self.client.execute(script, vec![]).await?)
    }

    /// Waits until a script returns what is expected. One that fails has come too early, as where it reads an element that
    /// the next page has not drawn yet.
    ///
    /// # Errors
    /// It does not in time, or the browser does not run it.
    pub async fn expect(&self, what: &str, script: &str, expected: impl Into<Value>) -> Result<(), Trouble> {
        self.expect_within(PATIENCE, what, script, expected.into()).await
    }

    /// Waits until an element is there that comes once a visitor's own files are pressed.
    ///
    /// # Errors
    /// It does not come in time.
    pub async fn find_pressed(&self, selector: &str) -> Result<(), Trouble> {
        let patience = if self.beyond.kind() == Kind::WebKit { PATIENCE_INTERPRETED } else { PATIENCE };
        self.expect_within(patience, selector, &is_there(selector), true.into()).await
    }

    async fn expect_within(
        &self,
        patience: Duration,
        what: &str,
        script: &str,
        expected: Value,
    ) -> Result<(), Trouble> {
        let start = Instant::now();
        loop {
            let outcome = self.client.execute(script, vec![]).await;
            if matches!(&outcome, Ok(seen) if *seen == expected) {
                return Ok(());
            }
            let late = start.elapsed() > patience;
            match outcome {
                Ok(seen) if late => {
                    let what = format!("{what} at {}", self.client.current_url().await?);
                    return Err(Trouble::Expected { what, expected, seen, waited: start.elapsed() });
                }
                Err(error) if late || !error.is_javascript_error() => return Err(error.into()),
                Ok(_) | Err(_) => {}
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until the page shows an answer: its count in the status, and its hits in order.
    ///
    /// # Errors
    /// It does not in time.
    pub async fn expect_answer(&self, answer: &Answer) -> Result<(), Trouble> {
        self.expect("the count", COUNT, answer.total).await?;
        let ids: Vec<&str> = answer.hits.iter().map(|hit| hit.id.as_str()).collect();
        self.expect("the hits", HITS, json!(ids)).await
    }

    /// Waits until the page shows what the archive answers natively, and gives that.
    ///
    /// # Errors
    /// It does not in time.
    pub async fn expect_answer_to(&self, query: &Query) -> Result<Answer, Trouble> {
        let answer = self.answer(query)?;
        self.expect_answer(&answer).await?;
        Ok(answer)
    }

    /// Waits until the address behind the site's root is the one expected.
    ///
    /// # Errors
    /// It does not become so in time.
    pub async fn expect_address(&self, address: &str) -> Result<(), Trouble> {
        self.expect("the address", "return location.href", format!("{}{address}", self.home)).await
    }

    /// Waits until an element is there.
    ///
    /// # Errors
    /// It does not come in time.
    pub async fn find(&self, selector: &str) -> Result<Element, Trouble> {
        self.expect(selector, &is_there(selector), true).await?;
        Ok(self.client.find(Locator::Css(selector)).await?)
    }

    /// Clicks an element as a person does: it has to be visible and not covered.
    ///
    /// # Errors
    /// It does not come in time, or cannot be clicked.
    pub async fn click(&self, selector: &str) -> Result<(), Trouble> {
        let element = self.find(selector).await?;
        let script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
        self.client.execute(script, vec![serde_json::to_value(&element).unwrap_or_default()]).await?;
        Ok(element.click().await?)
    }

    /// Types into the search box.
    ///
    /// # Errors
    /// There is none.
    pub async fn search(&self, words: &str) -> Result<(), Trouble> {
        Ok(self.find("[role=search] input[type=search]").await?.send_keys(words).await?)
    }

    /// Presses a key where the focus is.
    ///
    /// # Errors
    /// Nothing has the focus.
    pub async fn press(&self, key: Key) -> Result<(), Trouble> {
        self.type_keys(&char::from(key).to_string()).await
    }

    /// Types where the focus is, or nowhere in particular.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn type_keys(&self, keys: &str) -> Result<(), Trouble> {
        let press = |value: char| [KeyAction::Down { value }, KeyAction::Up { value }];
        let all = keys.chars().flat_map(press);
        let all = all.fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        Ok(self.client.perform_actions(all).await?)
    }

    /// Types a day into a date field.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn type_day(&self, selector: &str, day: Date) -> Result<(), Trouble> {
        let keys = match self.beyond.kind() {
            // Part by part, in the order of an English browser.
            Kind::Chromium => format!("{:02}{:02}{:04}", day.month(), day.day(), day.year()),
            // It waits for the strokes, and tells the page once the field is left.
            Kind::WebKit => format!("{:02}/{:02}/{:04}{}", day.month(), day.day(), day.year(), char::from(Key::Tab)),
            // Its driver enters a date as a whole.
            Kind::Firefox => day.to_string(),
        };
        Ok(self.find(selector).await?.send_keys(&keys).await?)
    }

    /// Goes back in history.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn back(&self) -> Result<(), Trouble> {
        Ok(self.client.back().await?)
    }

    /// Goes forward in history.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn forward(&self) -> Result<(), Trouble> {
        Ok(self.client.forward().await?)
    }

    /// Says which errors in the console belong to what is tested.
    pub fn expect_console(&self, expected: fn(&Entry) -> bool) {
        self.expected.set(expected);
    }

    /// Fails when the console holds an error that was not expected.
    ///
    /// # Errors
    /// It does.
    pub async fn check_console(&self) -> Result<(), Trouble> {
        let expected = self.expected.get();
        let entries = self.beyond.take_log().await?;
        let errors = entries.into_iter().filter(|entry| entry.is_error() && !expected(entry));
        let lines: Vec<String> = errors.map(|entry| format!("{}: {}", entry.source, entry.message)).collect();
        if lines.is_empty() { Ok(()) } else { Err(Trouble::Console(lines)) }
    }
}

/// Whether an element is there.
fn is_there(selector: &str) -> String {
    format!("return document.querySelector({}) !== null", json!(selector))
}
