//! Firefox: WebDriver BiDi, and the privileged mode of its driver for settings.

use std::cell::RefCell;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};

use super::WATCH;
use super::bidi::Bidi;
use super::chromium::Extra;
use crate::{Entry, Trouble};

/// The setting of what colours pages are told that their reader prefers.
const SCHEME: &str = "layout.css.prefers-color-scheme.content-override";

/// How often is looked whether a setting has come to the page, and how long lies between.
const PATIENCE: u32 = 200;
const PAUSE: Duration = Duration::from_millis(25);

/// A Firefox.
pub struct Firefox {
    client: Client,
    bidi: Bidi,
    /// The tab that it started with, which stays.
    first: WindowHandle,
    /// The container, with storage of its own, that the present visit takes place in.
    container: RefCell<Option<String>>,
}

impl Firefox {
    /// The browser that a client steers.
    pub(crate) async fn of(client: &Client) -> Result<Self, Trouble> {
        let told = client.capabilities().and_then(|all| all.get("webSocketUrl")).and_then(Value::as_str);
        let address =
            told.ok_or(Trouble::Unfit("address for WebDriver BiDi: this Firefox or its driver is too old"))?;
        let bidi = Bidi::connect(address).await?;
        let firefox =
            Self { client: client.clone(), bidi, first: client.window().await?, container: RefCell::new(None) };
        let events = json!({ "events": ["log.entryAdded", "network.responseCompleted", FETCH_ERROR] });
        firefox.bidi.command("session.subscribe", events).await?;
        firefox.run_first(WATCH).await?;
        Ok(firefox)
    }

    /// Opens a tab in a new container.
    pub(super) async fn enter(&self) -> Result<(), Trouble> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let container = text(&self.bidi.command("browser.createUserContext", json!({})).await?["userContext"]);
        let tab = json!({ "type": "tab", "userContext": container });
        let tab = text(&self.bidi.command("browsingContext.create", tab).await?["context"]);
        self.container.replace(Some(container));
        let tab = WindowHandle::try_from(tab).map_err(|_| Trouble::Unfit("name for a tab"))?;
        Ok(self.client.switch_to_window(tab).await?)
    }

    /// Closes the container with all of its tabs, scripts and storage.
    pub(super) async fn leave(&self) -> Result<(), Trouble> {
        if let Some(container) = self.container.take() {
            self.client.switch_to_window(self.first.clone()).await?;
            self.bidi.command("browser.removeUserContext", json!({ "userContext": container })).await?;
        }
        self.set_in_the_browser("Services.prefs.clearUserPref(...arguments)", vec![json!(SCHEME)]).await?;
        self.bidi.take_events().await.map(drop)
    }

    pub(super) async fn run_first(&self, script: &str) -> Result<(), Trouble> {
        let mut script = json!({ "functionDeclaration": format!("() => {{ {script}\n }}") });
        if let Some(container) = &*self.container.borrow() {
            script["userContexts"] = json!([container]);
        }
        self.bidi.command("script.addPreloadScript", script).await.map(drop)
    }

    pub(super) async fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        let window = self.client.window().await?;
        let size = json!({ "context": String::from(window), "viewport": { "width": width, "height": height } });
        self.bidi.command("browsingContext.setViewport", size).await.map(drop)
    }

    pub(super) async fn prefer_scheme(&self, scheme: &str) -> Result<(), Trouble> {
        let number = if scheme == "dark" { 0 } else { 1 };
        let setting = vec![json!(SCHEME), json!(number)];
        self.set_in_the_browser("Services.prefs.setIntPref(...arguments)", setting).await?;
        // Pages are told a moment later.
        let told = format!("return matchMedia('(prefers-color-scheme: {scheme})').matches");
        for _ in 0..PATIENCE {
            if self.client.execute(&told, vec![]).await? == true {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(Trouble::Unfit("change of the colours that a reader prefers"))
    }

    async fn set_in_the_browser(&self, script: &str, arguments: Vec<Value>) -> Result<(), Trouble> {
        self.context("chrome").await?;
        let set = self.client.execute(script, arguments).await;
        self.context("content").await?;
        set?;
        Ok(())
    }

    /// Lets scripts run in the browser itself (`chrome`) or in the page (`content`).
    async fn context(&self, context: &str) -> Result<(), Trouble> {
        self.client.issue_cmd(Extra { path: "moz/context", body: json!({ "context": context }) }).await?;
        Ok(())
    }

    pub(super) async fn take_log(&self) -> Result<Vec<Entry>, Trouble> {
        Ok(entries(&self.bidi.take_events().await?))
    }
}

/// What the app says of a part whose fetch was ended.
const UNANSWERED: &str = "jejak: the host does not answer";

/// What events say. A page that is left ends its fetches; Firefox tells the page so while it still runs, which then
/// says that its host is silent. Each fetch that was ended so excuses one such line: a host that is silent indeed
/// leaves a line of its own.
fn entries(events: &[(String, Value)]) -> Vec<Entry> {
    let mut ended = events.iter().filter(|(event, told)| event == FETCH_ERROR && was_ended(told)).count();
    let mut entries: Vec<Entry> = events.iter().filter_map(|(event, told)| entry(event, told)).collect();
    entries.retain(|entry| {
        let excused = ended > 0 && entry.source == "console-api" && entry.message == UNANSWERED;
        ended -= usize::from(excused);
        !excused
    });
    entries
}

/// The event of a fetch that brought nothing.
const FETCH_ERROR: &str = "network.fetchError";

/// Whether the page itself ended a fetch, by leaving.
fn was_ended(told: &Value) -> bool {
    told["errorText"].as_str().is_some_and(|why| why.contains("ABORTED"))
}

/// What an event says, in Chromium's words, so that a scenario can expect it of both.
fn entry(event: &str, told: &Value) -> Option<Entry> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let severe = |message| Some(Entry { level: "SEVERE".to_owned(), source: "network".to_owned(), message });
    let url = || text(&told["request"]["url"]);
    match event {
        "log.entryAdded" => {
            let level = match told["level"].as_str() {
                Some("error") => "SEVERE",
                Some("warn") => "WARNING",
                Some("debug") => "DEBUG",
                _ => "INFO",
            };
            let source = if told["type"] == "console" { "console-api" } else { "javascript" };
            Some(Entry { level: level.to_owned(), source: source.to_owned(), message: text(&told["text"]) })
        }
        "network.responseCompleted" => {
            let status = told["response"]["status"].as_u64().filter(|status| *status >= 400)?;
            severe(format!("{} answers {status}", url()))
        }
        // What a page leaves behind when it goes is no error.
        FETCH_ERROR if was_ended(told) => None,
        FETCH_ERROR => severe(format!("{}: {}", url(), text(&told["errorText"]))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{FETCH_ERROR, UNANSWERED, entries, entry};

    #[test]
    fn events_are_told_like_lines_of_a_console() {
        let said = entry("log.entryAdded", &json!({"level": "error", "type": "console", "text": "policy violation"}));
        let said = said.unwrap();
        assert!(said.is_error() && said.source == "console-api" && said.message == "policy violation");
        let answered = |status: u16| json!({"request": {"url": "http://a/b"}, "response": {"status": status}});
        assert_eq!(entry("network.responseCompleted", &answered(200)), None);
        assert_eq!(entry("network.responseCompleted", &answered(404)).unwrap().message, "http://a/b answers 404");
        let failed = |why: &str| json!({"request": {"url": "http://a/b"}, "errorText": why});
        assert_eq!(entry("network.fetchError", &failed("NS_BINDING_ABORTED")), None);
        assert!(entry("network.fetchError", &failed("NS_ERROR_CONNECTION_REFUSED")).unwrap().is_error());
    }

    #[test]
    fn a_page_that_is_left_may_say_once_for_each_fetch_that_its_host_is_silent() {
        let said = || ("log.entryAdded".to_owned(), json!({"level": "error", "type": "console", "text": UNANSWERED}));
        let failed = |why: &str| (FETCH_ERROR.to_owned(), json!({"request": {"url": "http://a/b"}, "errorText": why}));
        assert_eq!(entries(&[failed("NS_BINDING_ABORTED"), said()]), []);
        assert_eq!(entries(&[said(), failed("NS_BINDING_ABORTED")]), []);
        assert_eq!(entries(&[said()]).len(), 1, "without a fetch that ended nothing is excused");
        assert_eq!(entries(&[failed("NS_BINDING_ABORTED"), said(), said()]).len(), 1);
        assert_eq!(entries(&[failed("NS_ERROR_CONNECTION_REFUSED"), said()]).len(), 2);
    }
}
