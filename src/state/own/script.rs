//! What the page's script for a visitor's own files says (`assets/loader/buka.js`), value by value.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Under which name the script is found, and what brings it.
pub(crate) const SCRIPT: &str = "jejakOwn";
pub(crate) const BRING: &str = "jejakOpen";

/// What has a name; nothing where it is undefined or null.
pub(crate) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// A number that is not negative.
pub(crate) fn number(of: &JsValue, name: &str) -> Option<f64> {
    get(of, name)?.as_f64().filter(|number| *number >= 0.0)
}

/// A text; empty where there is none.
pub(crate) fn words(of: &JsValue, name: &str) -> String {
    get(of, name).and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether it is said at all.
pub(crate) fn is(of: &JsValue, name: &str) -> bool {
    get(of, name).is_some_and(|value| value.is_truthy())
}

/// A list; empty where there is none.
pub(crate) fn list(of: &JsValue, name: &str) -> Array {
    get(of, name).and_then(|all| all.dyn_into::<Array>().ok()).unwrap_or_default()
}

/// One of several, by what the script calls it; the default where it calls it otherwise.
pub(crate) fn one<T: Copy + Default>(of: &JsValue, name: &str, all: &[(&str, T)]) -> T {
    let said = words(of, name);
    all.iter().find(|(name, _)| *name == said).map(|(_, one)| *one).unwrap_or_default()
}
