//! One browser with a profile of its own, as clean as a first visit.

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Trouble, console};

/// Chromium without a window, without a network of its own, also as root. The language decides in which order the
/// parts of a date are typed.
const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
    "--lang=en-US",
];

/// A browser; [`Browser::close`] ends it.
pub struct Browser {
    pub(crate) client: Client,
    /// Removed when dropped.
    _profile: TempDir,
}

impl Browser {
    /// Starts the browser `program` by the driver at the address `driver`.
    ///
    /// # Errors
    /// It cannot be started.
    pub async fn start(driver: &str, program: &str) -> Result<Self, Trouble> {
        let profile = tempfile::tempdir().map_err(|source| Trouble::Start {
            program: "a folder for the browser's profile".to_owned(),
            variable: "TMPDIR",
            source,
        })?;
        let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
        flags.push(format!("--user-data-dir={}", profile.path().display()));
        let wanted = json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "binary": binary(program), "args": flags },
        });
        let capabilities = match wanted {
            Value::Object(map) => map,
            _ => serde_json::Map::new(),
        };
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(driver).await?;
        console::watch(&client).await?;
        Ok(Self { client, _profile: profile })
    }

    /// What it is steered by.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Sends a command of the browser's developer protocol.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn developer(&self, command: &str, parameters: Value) -> Result<Value, Trouble> {
        Ok(console::developer(&self.client, command, parameters).await?)
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn close(self) -> Result<(), Trouble> {
        Ok(self.client.close().await?)
    }
}

/// The file of a program: the driver does not look it up on the PATH.
fn binary(program: &str) -> String {
    if program.contains('/') {
        return program.to_owned();
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    found.map_or_else(|| program.to_owned(), |file| file.display().to_string())
}
