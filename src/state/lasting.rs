//! What the visitor's device keeps of the site, as the page's script says it (`assets/loader/perangkat.js`).
//!
//! Natively, and where a site keeps nothing, there is no such script, and nothing is said.

/// How it stands with what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It is being prepared.
    Coming,
    /// What was visited is kept, and what will be.
    Here,
    /// More is on its way.
    All,
    /// Nothing: the visitor wishes so, or saves data and did not say.
    None,
    /// The browser has no room, or refuses.
    Full,
    /// Something did not come.
    Lost,
    /// The browser cannot.
    Unable,
}

impl How {
    /// All of them, as the script calls them.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "natively there is no script"))]
    const ALL: [(&'static str, Self); 7] = [
        ("coming", Self::Coming),
        ("here", Self::Here),
        ("all", Self::All),
        ("none", Self::None),
        ("full", Self::Full),
        ("lost", Self::Lost),
        ("unable", Self::Unable),
    ];
}

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lasting {
    /// Whether there is no network.
    pub offline: bool,
    /// Whether a newer build of the site is there.
    pub newer: bool,
    /// How it stands; nothing where there is nothing to say of it.
    pub how: Option<How>,
    /// How many bytes are kept, and how many there are.
    pub bytes: (u64, u64),
}

/// What one may ask of the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Count anew what is kept.
    Count,
    /// Show the newer build.
    Renew,
    /// Say nothing more of network and newer build.
    Later,
    /// Keep all of the archive.
    All,
    /// Stop that.
    Stop,
    /// Keep what is visited.
    Keep,
    /// Remove what is kept, and keep nothing any more.
    Drop,
}

impl Act {
    /// What it is called in the script.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "natively there is no script"))]
    fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Renew => "renew",
            Self::Later => "later",
            Self::All => "all",
            Self::Stop => "stop",
            Self::Keep => "keep",
            Self::Drop => "drop",
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod page {
    use gloo::utils::window;
    use js_sys::{Function, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::{Act, How, Lasting};

    /// Under which name the script is found.
    const SCRIPT: &str = "jejakDevice";

    fn get(of: &JsValue, name: &str) -> Option<JsValue> {
        Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined())
    }

    /// What is kept; nothing as long as the script is not there.
    pub fn told() -> Option<Lasting> {
        let state = get(&get(&window(), SCRIPT)?, "state")?;
        let is = |name| get(&state, name).is_some_and(|value| value.is_truthy());
        // Sizes of files are whole numbers that a browser holds exactly.
        let bytes = |name| get(&state, name).and_then(|value| value.as_f64()).unwrap_or_default() as u64;
        let how = get(&state, "how").and_then(|how| how.as_string()).unwrap_or_default();
        Some(Lasting {
            offline: is("offline"),
            newer: is("newer"),
            how: How::ALL.into_iter().find(|(name, _)| *name == how).map(|(_, how)| how),
            bytes: (bytes("have"), bytes("all")),
        })
    }

    /// Asks the script; whether it is there.
    pub fn ask(act: Act) -> bool {
        let asked = || {
            let script = get(&window(), SCRIPT)?;
            let ask: Function = get(&script, "act")?.dyn_into().ok()?;
            ask.call1(&script, &act.name().into()).ok()
        };
        asked().is_some()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod page {
    use super::{Act, Lasting};

    /// Nothing is said.
    #[must_use]
    pub fn told() -> Option<Lasting> {
        None
    }

    /// There is no script.
    #[must_use]
    pub fn ask(_: Act) -> bool {
        false
    }
}

pub use page::{ask, told};
