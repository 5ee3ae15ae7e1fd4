//! What the browser's console holds, and its developer commands.

use fantoccini::Client;
use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// Reports violations of the page's policy to the console, on every page before any of its scripts.
const WATCH: &str = "document.addEventListener('securitypolicyviolation', event => \
     console.error('policy violation: ' + event.violatedDirective + ' ' + event.blockedURI));";

/// One line of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// Who wrote it: `network`, `security`, `console-api` and others.
    pub source: String,
    /// What it says.
    pub message: String,
}

impl Entry {
    /// Whether it is an error, or about the page's policy at any level.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level == "SEVERE" || self.source == "security"
    }
}

/// A command of Chromium's driver beyond the standard.
#[derive(Debug)]
struct Extra {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// Sends a command of the browser's developer protocol.
pub(crate) async fn developer(client: &Client, command: &str, parameters: Value) -> Result<Value, CmdError> {
    let body = json!({ "cmd": command, "params": parameters });
    client.issue_cmd(Extra { path: "goog/cdp/execute", body }).await
}

/// Lets every violation of a page's policy be written to the console.
pub(crate) async fn watch(client: &Client) -> Result<(), CmdError> {
    developer(client, "Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await.map(drop)
}

/// Takes what the console holds since it was last asked.
pub(crate) async fn take(client: &Client) -> Result<Vec<Entry>, CmdError> {
    let log = client.issue_cmd(Extra { path: "se/log", body: json!({ "type": "browser" }) }).await?;
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(entries
        .iter()
        .map(|entry| Entry {
            level: text(entry, "level"),
            source: text(entry, "source"),
            message: text(entry, "message"),
        })
        .collect())
}
