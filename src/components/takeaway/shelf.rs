//! Where the browser keeps what a reader puts aside: under a name of its kind and of this site, where several share a host.

use crate::state::clippings::Clippings;
use crate::state::device;
use crate::state::searches::Searches;

/// What is kept as a text.
pub(super) trait Shelved: Default + PartialEq {
    /// What its kind is called.
    const NAME: &'static str;
    fn read(kept: &str) -> Self;
    fn write(&self) -> String;
}

impl Shelved for Clippings {
    const NAME: &'static str = "kliping";

    fn read(kept: &str) -> Self {
        Self::read(kept)
    }

    fn write(&self) -> String {
        self.write()
    }
}

impl Shelved for Searches {
    const NAME: &'static str = "pencarian";

    fn read(kept: &str) -> Self {
        Self::read(kept)
    }

    fn write(&self) -> String {
        self.write()
    }
}

/// What the browser keeps now: another page of the site may have changed it.
pub(super) fn kept<S: Shelved>() -> S {
    device::kept(&name::<S>()).map(|kept| S::read(&kept)).unwrap_or_default()
}

/// Changes it, and gives what is kept then; `None` where the browser does not keep it. Nothing is left of what is empty.
pub(super) fn change<S: Shelved>(change: impl FnOnce(&mut S)) -> Option<S> {
    let mut next = kept::<S>();
    change(&mut next);
    let name = name::<S>();
    let done = if next == S::default() { device::forget(&name) } else { device::keep(&name, &next.write()) };
    done.then_some(next)
}

fn name<S: Shelved>() -> String {
    let root = device::root();
    let path = root.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    format!("jejak:{}:/{path}", S::NAME)
}
