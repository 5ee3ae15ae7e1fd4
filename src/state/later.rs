//! Doing something once the browser has painted what stands there.

#[cfg(target_arch = "wasm32")]
use gloo::timers::callback::Timeout;

/// A little more than a frame of 60 a second, in milliseconds. Browsers paint within it; where they do not paint at all,
/// as in a page that nobody sees, it still passes.
#[cfg(target_arch = "wasm32")]
const FRAME: u32 = 20;

/// Something to be done; dropping this ends it.
#[derive(Debug)]
pub struct Later {
    #[cfg(target_arch = "wasm32")]
    _timeout: Timeout,
}

impl Later {
    /// Does something after the next paint. `None` outside of a browser, where nothing is painted.
    #[cfg(target_arch = "wasm32")]
    pub fn after_paint(what: impl FnOnce() + 'static) -> Option<Self> {
        Some(Self { _timeout: Timeout::new(FRAME, what) })
    }

    /// Does something after the next paint. `None` outside of a browser, where nothing is painted.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn after_paint(_: impl FnOnce() + 'static) -> Option<Self> {
        None
    }
}
