//! How often the press is wrong, measured in this browser, as the page's script says it (`assets/loader/buka.js`).
//!
//! The script comes when somebody asks for the first time. Natively there is none, and nothing is said.

/// How it stands with measuring.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum How {
    /// The press and the labelled articles are on their way.
    #[default]
    Coming,
    /// The press reads them.
    Working,
    /// It is done.
    Done,
    /// Something did not come, or the press stopped.
    Failed,
}

impl How {
    /// What the script calls them.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "natively there is no script"))]
    const ALL: [(&'static str, Self); 4] =
        [("coming", Self::Coming), ("working", Self::Working), ("done", Self::Done), ("failed", Self::Failed)];
}

/// On which side of a figure a miss counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fault {
    /// It was not found.
    #[default]
    Missed,
    /// It was found, and should not have been.
    Extra,
    /// Something else was found.
    Wrong,
}

impl Fault {
    /// What the press calls them.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "natively there is no script"))]
    const ALL: [(&'static str, Self); 3] = [("missed", Self::Missed), ("extra", Self::Extra), ("wrong", Self::Wrong)];
}

/// What is said of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// How it stands.
    pub how: How,
    /// How many articles were read, of how many.
    pub read: (u32, u32),
    /// Why it failed, as the browser or the press says it.
    pub why: String,
    /// Whether the press stopped at it.
    pub died: bool,
    /// Of each slot how many were right, were found, and should have been.
    pub slots: Vec<(String, [u32; 3])>,
    /// Each miss.
    pub misses: Vec<Miss>,
}

/// One case in which the press and the labels disagree.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Miss {
    /// The slot that it counts in.
    pub slot: String,
    /// The article's file.
    pub article: String,
    /// What the article is called, where it says.
    pub title: String,
    /// What kind of miss it is.
    pub fault: Fault,
    /// What it is about; empty where the words say that.
    pub about: String,
    /// The words that the labels state; none where they state that there is nothing.
    pub wanted: Option<String>,
    /// The words that the press found.
    pub found: Option<String>,
}

#[cfg(target_arch = "wasm32")]
mod page {
    use gloo::utils::window;
    use js_sys::{Function, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::super::own::script::{BRING, SCRIPT, get, is, list, number, one, words};
    use super::{Fault, How, Miss, Told};

    /// Tells the script, when it comes, that measuring is asked for.
    const ASKED: &str = "jejakGauge";
    /// What brings the script once more, where it did not come.
    const AGAIN: &str = "jejakUnopened";

    fn count(of: &JsValue, name: &str) -> u32 {
        number(of, name).unwrap_or_default() as u32
    }

    /// Whether somebody asked for it.
    pub fn is_asked() -> bool {
        let window = window();
        get(&window, ASKED).is_some() || get(&window, SCRIPT).and_then(|script| get(&script, "gauge")).is_some()
    }

    /// What is said of it.
    pub fn told() -> Told {
        let window = window();
        let Some(script) = get(&window, SCRIPT) else {
            // Asked for, it is on its way, or did not come.
            let how = if get(&window, AGAIN).is_some() { How::Failed } else { How::Coming };
            return Told { how, ..Told::default() };
        };
        let Some(state) = get(&script, "gauge") else { return Told::default() };
        let titles = get(&state, "titles").unwrap_or_default();
        let slot = |slot: JsValue| (words(&slot, "slot"), ["right", "found", "wanted"].map(|name| count(&slot, name)));
        let said = |of: &JsValue, name: &str| get(of, name).and_then(|words| words.as_string());
        let miss = |miss: JsValue| {
            let article = words(&miss, "article");
            Miss {
                slot: words(&miss, "slot"),
                title: words(&titles, &article),
                article,
                fault: one(&miss, "fault", &Fault::ALL),
                about: words(&miss, "about"),
                wanted: said(&miss, "wanted"),
                found: said(&miss, "found"),
            }
        };
        Told {
            how: one(&state, "how", &How::ALL),
            read: (count(&state, "done"), count(&state, "of")),
            why: words(&state, "why"),
            died: is(&state, "died"),
            slots: list(&state, "slots").iter().map(slot).collect(),
            misses: list(&state, "misses").iter().map(miss).collect(),
        }
    }

    /// Has the press measured. What is needed for it comes with it.
    pub fn start() {
        let window = window();
        let call = |of: &JsValue, name: &str, given: &JsValue| {
            let call = get(of, name).and_then(|call| call.dyn_into::<Function>().ok());
            let _ = call.map(|call| call.call1(of, given));
        };
        if let Some(script) = get(&window, SCRIPT) {
            return call(&script, "act", &"gauge".into());
        }
        let _ = Reflect::set(&window, &ASKED.into(), &true.into());
        let way = if get(&window, AGAIN).is_some() { AGAIN } else { BRING };
        call(&window, way, &JsValue::UNDEFINED);
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod page {
    use super::Told;

    /// Nobody can.
    #[must_use]
    pub fn is_asked() -> bool {
        false
    }

    /// Nothing is said.
    #[must_use]
    pub fn told() -> Told {
        Told::default()
    }

    /// There is no press in a page.
    pub fn start() {}
}

pub use page::{is_asked, start, told};
