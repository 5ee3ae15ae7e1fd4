//! Chromium: its developer protocol, by way of its driver, and the driver's log.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::WATCH;
use crate::{Entry, Trouble};

/// A Chromium.
pub struct Chromium {
    client: Client,
}

/// A command of a driver beyond the standard.
#[derive(Debug)]
pub(super) struct Extra {
    pub(super) path: &'static str,
    pub(super) body: Value,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

impl Chromium {
    /// The browser that a client steers.
    pub(crate) async fn of(client: &Client) -> Result<Self, Trouble> {
        let chromium = Self { client: client.clone() };
        chromium.run_first(WATCH).await?;
        Ok(chromium)
    }

    /// Sends a command of the developer protocol.
    pub(crate) async fn developer(&self, command: &str, parameters: Value) -> Result<Value, Trouble> {
        let body = json!({ "cmd": command, "params": parameters });
        Ok(self.client.issue_cmd(Extra { path: "goog/cdp/execute", body }).await?)
    }

    pub(super) async fn run_first(&self, script: &str) -> Result<(), Trouble> {
        self.developer("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
    }

    pub(super) async fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.developer("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    pub(super) async fn prefer_scheme(&self, scheme: &str) -> Result<(), Trouble> {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.developer("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    pub(super) async fn take_log(&self) -> Result<Vec<Entry>, Trouble> {
        let log = self.client.issue_cmd(Extra { path: "se/log", body: json!({ "type": "browser" }) }).await?;
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
}
