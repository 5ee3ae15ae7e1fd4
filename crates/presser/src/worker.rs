//! The worker's side of the browser.

use std::cell::Cell;

use jejak_presser::{Fix, Made, STEPS, gauged, make, practise};
use js_sys::{Array, ArrayBuffer, Date, Object, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

use crate::store;

/// Between two words of how far it is, in milliseconds.
const BETWEEN: f64 = 100.0;
/// How long it rests before it practises, in milliseconds: what was asked while it came is on its way by then.
const REST: i32 = 100;

thread_local! {
    /// Whether it was asked anything yet.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Listens from now on.
pub(crate) fn start() {
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        ASKED.set(true);
        let data = event.data();
        let given = |name: &str| Reflect::get(&data, &name.into()).ok().filter(|value| !value.is_undefined());
        let name = |of: &str| given(of).and_then(|name| name.as_string());
        if let Some(files) = given("files").and_then(|files| files.dyn_into::<Array>().ok()) {
            // What the page's script made itself is what it can be read as.
            let fixes = name("fixes").and_then(|fixes| serde_json::from_str::<Vec<Fix>>(&fixes).ok());
            work(&files, &fixes.unwrap_or_default());
        } else if let Some(text) = name("gauge") {
            gauge(&text);
        } else if let Some((bytes, name)) = given("keep").zip(name("name")) {
            spawn_local(async move { answer("kept", "keep", store::keep(&name, &bytes).await.map(|()| true.into())) });
        } else if let Some(name) = name("take") {
            let taken = async move { store::take(&name).await.map(|taken| taken.unwrap_or(JsValue::NULL)) };
            spawn_local(async move { answer("taken", "take", taken.await) });
        } else if let Some(name) = name("drop") {
            spawn_local(async move { answer("dropped", "drop", store::delete(&name).await.map(|()| true.into())) });
        }
    });
    scope().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    heard.forget();
    say(&[("ready", true.into())], &Array::new());
    practise_from(0, REST);
}

/// Practises step by step until it is asked something, which it hears between two steps.
fn practise_from(step: u32, rest: i32) {
    let next = Closure::once_into_js(move || {
        if step < STEPS && !ASKED.get() {
            practise(step);
            practise_from(step + 1, 0);
        }
    });
    // A browser without timers does without practice.
    let _ = scope().set_timeout_with_callback_and_timeout_and_arguments_0(next.unchecked_ref(), rest);
}

/// Says what became of something that was asked.
fn answer(done: &str, asked: &str, came: Result<JsValue, idb::Error>) {
    match came {
        Ok(value) => {
            // An archive that was kept lies beside the files that it was made of.
            let archive = Reflect::get(&value, &"archive".into()).unwrap_or_default();
            let handed = archive.dyn_ref::<ArrayBuffer>().map(|bytes| Array::of1(bytes)).unwrap_or_default();
            say(&[(done, value)], &handed);
        }
        Err(error) => say(&[("failed", asked.into()), ("why", error.to_string().into())], &Array::new()),
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Sends what has names, and hands over what is not to be copied.
fn say(all: &[(&str, JsValue)], handed: &Array) {
    let message = Object::new();
    for (name, value) in all {
        let _ = Reflect::set(&message, &(*name).into(), value);
    }
    // A page that is gone hears nothing.
    let _ = scope().post_message_with_transfer(&message, handed);
}

/// Measures the press on labelled articles, and says what that came to.
fn gauge(text: &str) {
    let mut next = 0.0;
    let told = gauged(text, &mut |done, of| {
        let now = Date::now();
        if now >= next {
            next = now + BETWEEN;
            let so_far = Array::of2(&(done as f64).into(), &(of as f64).into());
            say(&[("gauging", so_far.into())], &Array::new());
        }
    });
    match told {
        Ok(told) => say(&[("gauged", told.into())], &Array::new()),
        Err(error) => say(&[("ungauged", error.to_string().into())], &Array::new()),
    }
}

/// Presses files and hands the archive over.
fn work(files: &Array, fixes: &[Fix]) {
    let files: Vec<(String, JsValue)> = files
        .iter()
        .filter_map(|file| {
            let file: Array = file.dyn_into().ok()?;
            Some((file.get(0).as_string()?, file.get(1)))
        })
        .collect();
    let bytes = Cell::new(0.0);
    let read = |file: JsValue| {
        let read = contents(file);
        bytes.set(bytes.get() + read.as_ref().map_or(0.0, |read| read.len() as f64));
        read
    };
    let mut next = 0.0;
    let Made { archive, told } = make(files, fixes, read, &mut |done| {
        let now = Date::now();
        if now >= next {
            next = now + BETWEEN;
            let (files, articles) = (done.files as f64, done.articles as f64);
            say(
                &[("files", files.into()), ("articles", articles.into()), ("bytes", bytes.get().into())],
                &Array::new(),
            );
        }
    });
    let told = serde_json::to_string(&told).unwrap_or_default();
    let archive = archive.map(|archive| Uint8Array::from(archive.as_slice()).buffer());
    let handed = archive.iter().collect();
    say(&[("made", told.into()), ("archive", archive.map_or(JsValue::NULL, Into::into))], &handed);
}

/// The bytes of a file; what the browser says where it does not give them.
fn contents(file: JsValue) -> Result<Vec<u8>, String> {
    let said = |error: JsValue| {
        let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
        name.unwrap_or_else(|| "the browser does not say why".to_owned())
    };
    let file: Blob = file.dyn_into().map_err(said)?;
    let buffer = FileReaderSync::new().and_then(|reader| reader.read_as_array_buffer(&file)).map_err(said)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
