//! Which browsers the site is played in, and what their programs are called.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::webkit;

/// A browser that the site is played in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium or Chrome, steered by chromedriver.
    Chromium,
    /// Firefox, steered by geckodriver.
    Firefox,
    /// WebKit, the engine of Safari: MiniBrowser, steered by WebKitWebDriver.
    WebKit,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// What it is called in the names of tests.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What its program may be called, in the order of preference. Set-up looks for the same names.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            Self::Firefox => &["firefox-esr", "firefox"],
            // It lies in a folder that the packages choose, see `webkit`.
            Self::WebKit => &["MiniBrowser"],
        }
    }

    /// The environment variable that may name its program.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMIUM",
            Self::Firefox => "FIREFOX",
            Self::WebKit => webkit::VARIABLE,
        }
    }

    /// Its driver, and the environment variable that may name another.
    pub(crate) fn driver(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("chromedriver", "CHROMEDRIVER"),
            Self::Firefox => ("geckodriver", "GECKODRIVER"),
            Self::WebKit => ("WebKitWebDriver", "WEBKITWEBDRIVER"),
        }
    }

    /// With what its driver is started: on free ports, so that many may run beside each other.
    pub(crate) fn driver_arguments(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["--port=0"],
            // The last one lets settings of the browser be changed while it runs.
            Self::Firefox => &["--port=0", "--websocket-port=0", "--allow-system-access"],
            // It knows no port of its own choice: see `Driver`.
            Self::WebKit => &[],
        }
    }

    /// The file of its program: a driver does not look it up on the PATH.
    pub(crate) fn program(self) -> String {
        if let (Self::WebKit, Some(program)) = (self, webkit::program()) {
            return program.display().to_string();
        }
        let named = env::var(self.variable()).unwrap_or_else(|_| {
            let found = self.programs().iter().find(|program| answers(program));
            (*found.unwrap_or(&self.programs()[0])).to_owned()
        });
        on_path(&named).display().to_string()
    }

    /// What the driver is asked to start: a browser without a window and without a network of its own, also as root.
    /// Its language, `en-US` or `id`, decides how dates are typed and shown; in `private` mode it keeps nothing beyond its end.
    /// WebKit's is private whatever is asked: a browser that is steered keeps nothing.
    pub(crate) fn wanted(self, profile: &Path, language: &str, private: bool) -> Value {
        match self {
            Self::Chromium => {
                let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
                flags.push(format!("--user-data-dir={}", profile.display()));
                flags.push(format!("--lang={language}"));
                flags.extend(private.then(|| "--incognito".to_owned()));
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "goog:chromeOptions": { "binary": self.program(), "args": flags },
                })
            }
            // Its profile is the driver's own, and goes with it.
            Self::Firefox => json!({
                "browserName": "firefox",
                "webSocketUrl": true,
                "moz:firefoxOptions": {
                    "binary": self.program(),
                    "args": ["-headless", "--width=1280", "--height=900"],
                    // A finger can touch, and scroll bars take no room, as on a phone.
                    "prefs": {
                        "intl.locale.requested": language,
                        "dom.w3c_touch_events.enabled": 1,
                        "ui.useOverlayScrollbars": 1,
                        // As `-private` does for one window, for each that its driver opens.
                        "browser.privatebrowsing.autostart": private,
                    },
                },
            }),
            // It runs already, see `webkit`.
            Self::WebKit => json!({}),
        }
    }

    /// Why nothing can be played in it on this machine, where that is a lack one may have: WebKit with a driver is
    /// packaged for Linux alone, and set-up may not install packages everywhere. The others must be there.
    #[must_use]
    pub fn lacking(self) -> Option<String> {
        match self {
            Self::Chromium | Self::Firefox => None,
            Self::WebKit => webkit::lacking(),
        }
    }
}

/// The file of a program; one that is not found is its name alone.
pub(crate) fn on_path(program: &str) -> PathBuf {
    let named = PathBuf::from(program);
    if named.components().count() > 1 {
        return named;
    }
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).map(|folder| folder.join(&named)).find(|file| file.is_file()).unwrap_or(named)
}

const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
];

fn answers(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
