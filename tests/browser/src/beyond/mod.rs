//! What the tests need of a browser beyond WebDriver's common commands, and how each browser does it.
//!
//! Chromium has its developer protocol and its driver's log. Firefox has WebDriver BiDi, the standard that is to replace
//! both, and a privileged mode of its driver for settings. WebKit has its inspector. Everything else in this harness is
//! the same for all.

mod bidi;
pub(crate) mod chromium;
pub(crate) mod firefox;
pub(crate) mod webkit;

use std::path::Path;

use chromium::Chromium;
use firefox::Firefox;
use serde_json::json;
use webkit::WebKit;

use crate::{Entry, Kind, Trouble};

/// Reports violations of the page's policy to the console, on every page before any of its scripts.
const WATCH: &str = "document.addEventListener('securitypolicyviolation', event => \
     console.error('policy violation: ' + event.violatedDirective + ' ' + event.blockedURI));";

/// What a browser can do beyond the standard.
pub enum Beyond {
    /// Chromium.
    Chromium(Chromium),
    /// Firefox.
    Firefox(Box<Firefox>),
    /// WebKit.
    WebKit(Box<WebKit>),
}

impl Beyond {
    /// Which browser it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Chromium(_) => Kind::Chromium,
            Self::Firefox(_) => Kind::Firefox,
            Self::WebKit(_) => Kind::WebKit,
        }
    }

    /// Chromium, where it is that.
    pub(crate) fn chromium(&self) -> Result<&Chromium, Trouble> {
        match self {
            Self::Chromium(chromium) => Ok(chromium),
            Self::Firefox(_) | Self::WebKit(_) => Err(Trouble::Unfit("developer protocol: it is Chromium's alone")),
        }
    }

    /// Begins a visit as clean as a first one.
    pub(crate) async fn enter(&self) -> Result<(), Trouble> {
        match self {
            Self::Chromium(_) | Self::WebKit(_) => Ok(()),
            Self::Firefox(firefox) => firefox.enter().await,
        }
    }

    /// Ends a visit, and says whether there can be another one in this browser.
    pub(crate) async fn leave(&self) -> Result<bool, Trouble> {
        match self {
            Self::Chromium(_) | Self::WebKit(_) => Ok(false),
            Self::Firefox(firefox) => firefox.leave().await.map(|()| true),
        }
    }

    /// Runs a script in each page that is opened from now on, before the page's own.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn run_first(&self, script: &str) -> Result<(), Trouble> {
        match self {
            Self::Chromium(chromium) => chromium.run_first(script).await,
            Self::Firefox(firefox) => firefox.run_first(script).await,
            Self::WebKit(webkit) => webkit.run_first(script).await,
        }
    }

    /// Makes the page as wide and high as a device, in CSS pixels.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<(), Trouble> {
        match self {
            Self::Chromium(chromium) => chromium.resize(width, height).await,
            Self::Firefox(firefox) => firefox.resize(width, height).await,
            Self::WebKit(webkit) => webkit.resize(width, height).await,
        }
    }

    /// Lets pages believe that their reader prefers `dark` or `light`.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn prefer_scheme(&self, scheme: &str) -> Result<(), Trouble> {
        match self {
            Self::Chromium(chromium) => chromium.prefer_scheme(scheme).await,
            Self::Firefox(firefox) => firefox.prefer_scheme(scheme).await,
            Self::WebKit(webkit) => webkit.prefer_scheme(scheme).await,
        }
    }

    /// Takes from pages that are opened from now on what they would have the device keep their site by, so that each is what
    /// the host sends.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn keep_nothing(&self) -> Result<(), Trouble> {
        self.run_first("delete Navigator.prototype.serviceWorker").await
    }

    /// Gives an origin no more room than so many bytes. Chromium alone can.
    ///
    /// # Errors
    /// The browser refuses, or is another one.
    pub async fn limit_room(&self, origin: &str, bytes: u64) -> Result<(), Trouble> {
        let room = json!({ "origin": origin, "quotaSize": bytes });
        self.chromium()?.developer("Storage.overrideQuotaForOrigin", room).await.map(drop)
    }

    /// Drops files of this machine, folders among them, at a point of the page, as out of a file manager. Chromium alone can.
    ///
    /// # Errors
    /// The browser refuses, or is another one.
    pub async fn drop_files(&self, (x, y): (f64, f64), paths: &[&Path]) -> Result<(), Trouble> {
        let data = json!({ "items": [], "files": paths, "dragOperationsMask": 1 });
        for step in ["dragEnter", "dragOver", "drop"] {
            let event = json!({ "type": step, "x": x, "y": y, "data": data });
            self.chromium()?.developer("Input.dispatchDragEvent", event).await?;
        }
        Ok(())
    }

    /// Takes the place of the dialogs in which files are chosen, which no driver can see. Chromium alone can.
    ///
    /// # Errors
    /// As [`Beyond::drop_files`].
    pub async fn stand_in_for_dialogs(&self) -> Result<(), Trouble> {
        let chromium = self.chromium()?;
        chromium.developer("Page.setInterceptFileChooserDialog", json!({ "enabled": true })).await.map(drop)
    }

    /// Chooses files of this machine, or a folder, in the dialog of the field that a selector names.
    ///
    /// # Errors
    /// As [`Beyond::drop_files`], or there is no such field.
    pub async fn choose_files(&self, field: &str, paths: &[&Path]) -> Result<(), Trouble> {
        let chromium = self.chromium()?;
        let script = format!("document.querySelector({})", json!(field));
        let found = chromium.developer("Runtime.evaluate", json!({ "expression": script })).await?;
        let given = json!({ "files": paths, "objectId": found["result"]["objectId"] });
        chromium.developer("DOM.setFileInputFiles", given).await.map(drop)
    }

    /// Takes what the console holds since it was last asked, and what the network did not bring.
    ///
    /// # Errors
    /// The browser refuses.
    pub(crate) async fn take_log(&self) -> Result<Vec<Entry>, Trouble> {
        match self {
            Self::Chromium(chromium) => chromium.take_log().await,
            Self::Firefox(firefox) => firefox.take_log().await,
            Self::WebKit(webkit) => webkit.take_log().await,
        }
    }
}
