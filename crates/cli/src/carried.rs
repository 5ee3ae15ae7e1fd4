//! The compiled app inside the command.
//!
//! WHY a feature and not a build script: what differs is one constant of this program. A build script belongs to the
//! package, so each change between carrying and not carrying would compile the library and everything that links it
//! anew, browser tests included.

use jejak_cli::build::Carried;

/// The app, where this program was compiled with one.
#[cfg(feature = "carried")]
pub(crate) const APP: Option<Carried> = Some(Carried::new(include_bytes!(env!(
    "JEJAK_APP",
    "the feature `carried` wants the packed app's file in JEJAK_APP; `cargo xtask dist` makes and names it"
))));

/// The app, where this program was compiled with one.
#[cfg(not(feature = "carried"))]
pub(crate) const APP: Option<Carried> = None;

/// What `--version` says.
#[cfg(feature = "carried")]
pub(crate) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (carries the app)");

/// What `--version` says.
#[cfg(not(feature = "carried"))]
pub(crate) const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), " (carries no app: build wants --app, or a checkout)");
