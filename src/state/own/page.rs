//! Reads how it stands from the page's script.

use gloo::utils::window;
use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};

use super::script::{BRING, SCRIPT, get, is, list, number, one, words};
use super::{Fix, FixKind, Fixing, Found, How, Press, Told};

/// What is said in each language.
fn each(of: &JsValue, name: &str) -> [String; 2] {
    let all = list(of, name);
    [0, 1].map(|language| all.get(language).as_string().unwrap_or_default())
}

fn able(script: &JsValue) -> Fixing {
    match (list(script, "files").length(), is(script, "fixing")) {
        (0, _) => Fixing::Never,
        (_, false) => Fixing::Ready,
        (_, true) => Fixing::Busy,
    }
}

/// Whether the archive that is open can be corrected by hand.
pub fn fixing() -> Fixing {
    get(&window(), SCRIPT).map(|script| able(&script)).unwrap_or_default()
}

/// What is said of them. Where the script is not there it is sent for.
pub fn told() -> Option<Told> {
    let Some(script) = get(&window(), SCRIPT) else {
        let bring = get(&window(), BRING).and_then(|bring| bring.dyn_into::<Function>().ok());
        let _ = bring.map(|bring| bring.call0(&JsValue::NULL));
        return None;
    };
    let state = get(&script, "state")?;
    // Sizes and counts are whole numbers that a browser holds exactly.
    let large = |name| number(&state, name).unwrap_or_default() as u64;
    let count = |name| number(&state, name).unwrap_or_default() as u32;
    let found = |one: JsValue| Found {
        file: words(&one, "file"),
        line: number(&one, "line").map(|line| line as u32),
        why: each(&one, "why"),
        lost: is(&one, "lost"),
    };
    let fix = |one: JsValue| Fix {
        kind: FixKind::ALL.into_iter().find(|kind| kind.name() == words(&one, "kind")).unwrap_or_default(),
        title: words(&one, "title"),
        words: words(&one, "words"),
        name: words(&one, "name"),
        value: words(&one, "value"),
    };
    Some(Told {
        how: one(&state, "how", &How::ALL),
        press: one(&state, "press", &Press::ALL),
        bytes: (large("bytes"), large("all")),
        limit: large("limit"),
        files: (count("files"), count("of")),
        articles: count("articles"),
        quotes: count("quotes"),
        left: number(&state, "left").map(|left| left as u32),
        why: words(&state, "why"),
        died: is(&state, "died"),
        found: list(&state, "found").iter().map(found).collect(),
        faults: (count("lost"), count("remarks")),
        kept: large("kept"),
        size: number(&script, "size").unwrap_or_default() as u64,
        same: is(&state, "same"),
        unkept: words(&state, "unkept"),
        alone: words(&state, "alone"),
        fixes: list(&state, "fixes").iter().map(fix).collect(),
        fixing: able(&script),
        unfixed: each(&state, "unfixed"),
    })
}
