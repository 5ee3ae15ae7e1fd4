//! One browser with a profile of its own.

use std::rc::Rc;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tempfile::TempDir;

use crate::beyond::webkit::WebKit;
use crate::beyond::{Beyond, chromium, firefox};
use crate::driver::Driver;
use crate::webkit::MiniBrowser;
use crate::{Kind, Trouble};

/// A browser; [`Browser::close`] ends it.
pub struct Browser {
    client: Client,
    beyond: Rc<Beyond>,
    /// Removed when dropped.
    _profile: TempDir,
    /// Ended when dropped: geckodriver steers one browser at a time, so each has a driver of its own.
    _driver: Driver,
    /// Ended when dropped, where no driver starts it.
    _own: Option<MiniBrowser>,
}

impl Browser {
    /// Starts a browser that speaks English.
    ///
    /// # Errors
    /// It cannot be started.
    pub async fn start(kind: Kind) -> Result<Self, Trouble> {
        Self::begin(kind, "en-US", false).await
    }

    /// Starts a browser in its private mode.
    ///
    /// # Errors
    /// It cannot be started.
    pub async fn private(kind: Kind) -> Result<Self, Trouble> {
        Self::begin(kind, "en-US", true).await
    }

    /// Starts a browser whose own words are in a language, `en-US` or `id`: how it shows dates follows from it.
    ///
    /// # Errors
    /// It cannot be started.
    pub async fn speaking(kind: Kind, language: &str) -> Result<Self, Trouble> {
        Self::begin(kind, language, false).await
    }

    async fn begin(kind: Kind, language: &str, private: bool) -> Result<Self, Trouble> {
        let profile = tempfile::tempdir().map_err(|source| Trouble::Start {
            program: "a folder for the browser's profile".to_owned(),
            variable: "TMPDIR",
            source,
        })?;
        let own = match kind {
            Kind::Chromium | Kind::Firefox => None,
            Kind::WebKit => Some(MiniBrowser::start(profile.path())?),
        };
        let driver = match &own {
            None => Driver::start(kind)?,
            Some(browser) => Driver::sent_to(browser.inspector())?,
        };
        let capabilities = match kind.wanted(profile.path(), language, private) {
            Value::Object(map) => map,
            _ => serde_json::Map::new(),
        };
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(driver.url()).await?;
        let beyond = match (kind, &own) {
            (_, Some(browser)) => Beyond::WebKit(Box::new(WebKit::of(&client, browser.inspector()).await?)),
            (Kind::Firefox, None) => Beyond::Firefox(Box::new(firefox::Firefox::of(&client).await?)),
            (_, None) => Beyond::Chromium(chromium::Chromium::of(&client).await?),
        };
        Ok(Self { client, beyond: Rc::new(beyond), _profile: profile, _driver: driver, _own: own })
    }

    /// What it is steered by.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// What it can do beyond the standard that all browsers follow.
    #[must_use]
    pub fn beyond(&self) -> &Rc<Beyond> {
        &self.beyond
    }

    /// Sends a command of Chromium's developer protocol.
    ///
    /// # Errors
    /// The browser refuses, or is another one.
    pub async fn developer(&self, command: &str, parameters: Value) -> Result<Value, Trouble> {
        self.beyond.chromium()?.developer(command, parameters).await
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn close(self) -> Result<(), Trouble> {
        Ok(self.client.close().await?)
    }
}
