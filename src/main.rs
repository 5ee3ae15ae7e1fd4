//! Starts Jejak in a page.

#[cfg(target_arch = "wasm32")]
fn main() {
    jejak_app::start();
}

/// The app only runs in a page; natively there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("jejak-app is the browser app: build and serve it with `cargo xtask serve`.");
}
