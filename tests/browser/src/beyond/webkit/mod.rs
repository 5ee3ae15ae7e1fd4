//! WebKit: its inspector, which has the console, early scripts and what a reader prefers.

mod inspector;

use std::net::SocketAddr;
use std::time::Duration;

use fantoccini::Client;
use serde_json::{Value, json};
use tokio::sync::Mutex;

use self::inspector::Inspector;
use super::WATCH;
use crate::{Entry, Trouble};

/// How often is looked whether a window has its size, and how long lies between.
const PATIENCE: u32 = 200;
const PAUSE: Duration = Duration::from_millis(25);

/// How a line begins that tells of a fetch without an answer.
const LOST: &str = "Fetch API cannot load ";

/// A WebKit.
pub struct WebKit {
    client: Client,
    inspector: Inspector,
    /// What runs before each page's own scripts; the inspector takes one text.
    early: Mutex<String>,
}

impl WebKit {
    /// The browser that a client steers and whose inspector listens there.
    pub(crate) async fn of(client: &Client, inspector: SocketAddr) -> Result<Self, Trouble> {
        let inspector = Inspector::connect(inspector).await?;
        let webkit = Self { client: client.clone(), inspector, early: Mutex::new(String::new()) };
        webkit.inspector.command_for_good("Page.enable", json!({})).await?;
        webkit.inspector.command_for_good("Console.enable", json!({})).await?;
        webkit.run_first(WATCH).await?;
        webkit.resize(1280, 900).await?;
        Ok(webkit)
    }

    pub(super) async fn run_first(&self, script: &str) -> Result<(), Trouble> {
        let mut early = self.early.lock().await;
        early.push_str(&format!("(() => {{ {script}\n }})();\n"));
        self.inspector.command_for_good("Page.setBootstrapScript", json!({ "source": *early })).await
    }

    pub(super) async fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        self.client.set_window_rect(0, 0, width, height).await?;
        let size = json!([width, height]);
        for _ in 0..PATIENCE {
            if self.client.execute("return [innerWidth, innerHeight]", vec![]).await? == size {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(Trouble::Unfit("window of that size"))
    }

    pub(super) async fn prefer_scheme(&self, scheme: &str) -> Result<(), Trouble> {
        let value = if scheme == "dark" { "Dark" } else { "Light" };
        let preference = json!({ "name": "PrefersColorScheme", "value": value });
        self.inspector.command_for_good("Page.overrideUserPreference", preference).await
    }

    pub(super) async fn take_log(&self) -> Result<Vec<Entry>, Trouble> {
        let events = self.inspector.take_events().await?;
        let lines = events.iter().filter(|(event, _)| event == "Console.messageAdded").map(|(_, told)| entry(told));
        Ok(lines.filter(|line| !is_behind_another(line)).collect())
    }
}

/// Whether the loader did not come to the app that asks whether it is a newer one. It asks so behind a fetch that failed,
/// which has left a line of its own, and behind one that ended because the page was left, which is no error.
fn is_behind_another(line: &Entry) -> bool {
    line.source == "network" && line.message.contains(LOST) && line.message.contains("/muat.js")
}

/// What a line of the console says, in Chromium's words, so that a scenario can expect it of both.
fn entry(told: &Value) -> Entry {
    let told = &told["message"];
    let text = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
    let level = match told["level"].as_str() {
        Some("error") => "SEVERE",
        Some("warning") => "WARNING",
        Some("debug") => "DEBUG",
        _ => "INFO",
    };
    let source = text("source");
    // What a fetch did not bring, where it is of another integrity too, is told as if a script had failed.
    let source = if text("text").starts_with(LOST) { "network".to_owned() } else { source };
    // Only the first of several things that a page says is the text.
    let said = told["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
    let words: Vec<&str> =
        said.iter().filter_map(|one| one["value"].as_str().or(one["description"].as_str())).collect();
    let message = match source.as_str() {
        "network" => format!("{} {}", text("url"), text("text")),
        "console-api" if words.len() > 1 => words.join(" "),
        _ => text("text"),
    };
    Entry { level: level.to_owned(), source, message }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{entry, is_behind_another};

    #[test]
    fn lines_are_told_as_chromium_tells_them() {
        let lost =
            json!({"message": {"source": "network", "level": "error", "text": "a status of 404", "url": "http://a/b"}});
        let lost = entry(&lost);
        assert!(lost.is_error() && lost.source == "network" && lost.message == "http://a/b a status of 404");
        let said = json!({"message": {"source": "console-api", "level": "log", "text": "hi", "url": "http://a/b"}});
        assert!(!entry(&said).is_error() && entry(&said).message == "hi");
        let parameters = json!([{"type": "string", "value": "jejak:"}, {"type": "object", "description": "Error: no"}]);
        let said =
            json!({"message": {"source": "console-api", "level": "error", "text": "jejak:", "parameters": parameters}});
        assert_eq!(entry(&said).message, "jejak: Error: no");
        let text = "Fetch API cannot load http://a/b due to access control checks.";
        let lost = json!({"message": {"source": "javascript", "level": "error", "text": text}});
        assert!(entry(&lost).is_error() && entry(&lost).source == "network");
        assert!(!is_behind_another(&entry(&lost)));
        let text = "Fetch API cannot load http://a/muat.js due to access control checks.";
        let lost = json!({"message": {"source": "javascript", "level": "error", "text": text}});
        assert!(is_behind_another(&entry(&lost)));
        let refused = json!({"message": {"source": "security", "level": "warning", "text": "Refused"}});
        assert!(entry(&refused).is_error(), "a violation counts at any level");
    }
}
