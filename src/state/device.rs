//! What the page may do with the device it runs on: copy, save a file, keep a text, show a dialog.
//!
//! Natively there is no such device, and each says that it could not.

/// A file that is handed to the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its type, as a browser calls it.
    pub kind: &'static str,
    /// What stands in it.
    pub text: String,
}

#[cfg(target_arch = "wasm32")]
mod page {
    use gloo::events::EventListener;
    use gloo::timers::callback::Timeout;
    use gloo::utils::{document, window};
    use js_sys::{Array, Promise, Reflect};
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{
        Blob, BlobPropertyBag, CanvasRenderingContext2d, Clipboard, Element, HtmlAnchorElement, HtmlCanvasElement,
        HtmlDialogElement, HtmlElement, HtmlImageElement, Url,
    };
    use yew::Callback;

    use super::File;

    /// How long a file stays where the browser fetches it from, in milliseconds.
    const FETCHED: u32 = 60_000;

    /// The address of the site's root.
    pub fn root() -> String {
        document().base_uri().ok().flatten().unwrap_or_default()
    }

    /// Tells style sheets where the site's root is.
    pub fn name_root() {
        let html = document().document_element().and_then(|html| html.dyn_into::<HtmlElement>().ok());
        if let Some(html) = html {
            let quoted = format!("\"{}\"", root().replace(['"', '\\'], ""));
            let _ = html.style().set_property("--root", &quoted);
        }
    }

    /// Copies a text; where the browser does not let it, selects the element that holds it. Says whether it was copied.
    pub fn copy(text: &str, holder: &'static str, done: Callback<bool>) {
        let writing = clipboard().map(|clipboard| clipboard.write_text(text));
        yew::platform::spawn_local(async move {
            let copied = match writing {
                Some(writing) => JsFuture::from(writing).await.is_ok(),
                None => false,
            };
            if !copied {
                select(holder);
            }
            done.emit(copied);
        });
    }

    /// The clipboard, which pages that did not come over https lack.
    fn clipboard() -> Option<Clipboard> {
        let navigator = window().navigator();
        let there = Reflect::get(&navigator, &"clipboard".into()).ok()?;
        (!there.is_undefined() && !there.is_null()).then(|| navigator.clipboard())
    }

    fn select(holder: &str) -> Option<()> {
        let element = document().get_element_by_id(holder)?;
        window().get_selection().ok()??.select_all_children(&element).ok()
    }

    /// Hands a file to the reader, as a download.
    pub fn hand_out(file: &File) -> bool {
        let kind = BlobPropertyBag::new();
        kind.set_type(file.kind);
        let text = Array::of1(&file.text.as_str().into());
        let blob = Blob::new_with_str_sequence_and_options(&text, &kind);
        blob.ok().and_then(|blob| handed(&blob, &file.name)).is_some()
    }

    fn handed(blob: &Blob, name: &str) -> Option<()> {
        let address = Url::create_object_url_with_blob(blob).ok()?;
        let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Timeout::new(FETCHED, move || drop(Url::revoke_object_url(&address))).forget();
        Some(())
    }

    /// Whether the browser lets a page paint pictures.
    pub fn can_paint() -> bool {
        canvas().is_some()
    }

    fn canvas() -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
        let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
        let pen = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some((canvas, pen))
    }

    /// Hands the picture that an element shows to the reader as PNG, so many pixels wide. Says whether the browser did.
    pub fn hand_out_painted(holder: &'static str, width: u32, name: String, done: Callback<bool>) {
        yew::platform::spawn_local(async move {
            let blob = painted(holder, width).await;
            done.emit(blob.and_then(|blob| handed(&blob, &name)).is_some());
        });
    }

    async fn painted(holder: &str, width: u32) -> Option<Blob> {
        let shown: HtmlImageElement = document().get_element_by_id(holder)?.dyn_into().ok()?;
        // Once more by itself: in WebKit a drawing that is shown is as large as it is shown, in whole pixels.
        let picture = HtmlImageElement::new().ok()?;
        picture.set_src(&shown.src());
        JsFuture::from(picture.decode()).await.ok()?;
        let (wide, high) = (f64::from(picture.natural_width()), f64::from(picture.natural_height()));
        if wide < 1.0 {
            return None;
        }
        let height = (f64::from(width) * high / wide).round();
        let (canvas, pen) = canvas()?;
        canvas.set_width(width);
        canvas.set_height(height as u32);
        pen.draw_image_with_html_image_element_and_dw_and_dh(&picture, 0.0, 0.0, f64::from(width), height).ok()?;
        let made = Promise::new(&mut |resolve, reject| {
            if canvas.to_blob(&resolve).is_err() {
                let _ = reject.call0(&wasm_bindgen::JsValue::NULL);
            }
        });
        JsFuture::from(made).await.ok()?.dyn_into().ok()
    }

    /// What is kept under a name.
    pub fn kept(name: &str) -> Option<String> {
        window().local_storage().ok()??.get_item(name).ok()?
    }

    /// Keeps a text under a name; whether the browser does.
    pub fn keep(name: &str, text: &str) -> bool {
        let storage = window().local_storage().ok().flatten();
        storage.is_some_and(|storage| storage.set_item(name, text).is_ok())
    }

    /// Keeps nothing any more under a name; whether the browser does.
    pub fn forget(name: &str) -> bool {
        let storage = window().local_storage().ok().flatten();
        storage.is_some_and(|storage| storage.remove_item(name).is_ok())
    }

    /// Shows a dialog.
    pub fn show(id: &str) {
        let dialog = document().get_element_by_id(id).and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
            let _ = dialog.show_modal();
        }
    }

    /// Closes a dialog.
    pub fn hide(id: &str) {
        let dialog = document().get_element_by_id(id).and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog.filter(|dialog| dialog.open()) {
            dialog.close();
        }
    }

    /// Hears presses of whatever has an attribute, with its value; ends when it is dropped.
    #[derive(Debug)]
    pub struct Presses {
        _listener: EventListener,
    }

    impl Presses {
        /// Begins to hear them.
        pub fn on(attribute: &'static str, heard: impl Fn(String) + 'static) -> Option<Self> {
            let listener = EventListener::new(&document(), "click", move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let pressed = target.and_then(|target| target.closest(&format!("[{attribute}]")).ok().flatten());
                if let Some(value) = pressed.and_then(|pressed| pressed.get_attribute(attribute)) {
                    heard(value);
                }
            });
            Some(Self { _listener: listener })
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod page {
    use yew::Callback;

    use super::File;

    /// The address of the site's root: not known.
    #[must_use]
    pub fn root() -> String {
        String::new()
    }

    /// There is no style sheet to tell.
    pub fn name_root() {}

    /// Copies nothing.
    pub fn copy(_: &str, _: &'static str, done: Callback<bool>) {
        done.emit(false);
    }

    /// Hands out nothing.
    #[must_use]
    pub fn hand_out(_: &File) -> bool {
        false
    }

    /// There is nothing to paint on.
    #[must_use]
    pub fn can_paint() -> bool {
        false
    }

    /// Hands out nothing.
    pub fn hand_out_painted(_: &'static str, _: u32, _: String, done: Callback<bool>) {
        done.emit(false);
    }

    /// Nothing is kept.
    #[must_use]
    pub fn kept(_: &str) -> Option<String> {
        None
    }

    /// Keeps nothing.
    #[must_use]
    pub fn keep(_: &str, _: &str) -> bool {
        false
    }

    /// Forgets nothing.
    #[must_use]
    pub fn forget(_: &str) -> bool {
        false
    }

    /// Shows nothing.
    pub fn show(_: &str) {}

    /// Closes nothing.
    pub fn hide(_: &str) {}

    /// Hears nothing.
    #[derive(Debug)]
    pub struct Presses;

    impl Presses {
        /// There is nothing to hear.
        pub fn on(_: &'static str, _: impl Fn(String) + 'static) -> Option<Self> {
            None
        }
    }
}

pub use page::{Presses, can_paint, copy, forget, hand_out, hand_out_painted, hide, keep, kept, name_root, root, show};
