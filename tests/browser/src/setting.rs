//! Stages that are set when a scenario first plays on them.
//!
//! WHY: writing all sites took two minutes and a half before anything was played, though a scenario or two chosen by
//! name need one. So each is written by the first scenario that needs it, once for all browsers; and a scenario that damages
//! its site is given a copy, which costs a tenth of a second where writing one anew takes seconds.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::{Stage, Trouble};

/// How a stage is set.
type Make = Box<dyn Fn() -> Result<Stage, Trouble> + Send + Sync>;

/// A stage to be; a clone is the same one.
#[derive(Clone)]
pub struct Setting {
    stage: Arc<Shared>,
    nginx: bool,
    copied: bool,
}

struct Shared {
    make: Make,
    /// What became of it: the stage, or why there is none.
    made: OnceLock<Result<Stage, String>>,
}

impl Setting {
    /// A stage that `make` sets once somebody plays on it.
    pub fn new(make: impl Fn() -> Result<Stage, Trouble> + Send + Sync + 'static) -> Self {
        Self { stage: Arc::new(Shared { make: Box::new(make), made: OnceLock::new() }), nginx: false, copied: false }
    }

    /// The same, served by nginx.
    #[must_use]
    pub fn behind_nginx(&self) -> Self {
        Self { nginx: true, ..self.clone() }
    }

    /// The same, of which each play has a copy of its own that it may change: see [`crate::Page::folder`].
    #[must_use]
    pub fn copied(&self) -> Self {
        Self { copied: true, ..self.clone() }
    }

    /// The stage; who asks while another sets it waits for that.
    ///
    /// # Errors
    /// It cannot be set. Nobody tries again: the reason would be the same.
    pub fn stage(&self) -> Result<Stage, Trouble> {
        let made = self.stage.made.get_or_init(|| (self.stage.make)().map_err(|trouble| trouble.to_string()));
        let stage = made
            .as_ref()
            .map_err(|why| Trouble::Site { folder: Path::new("a site to play on").to_owned(), why: why.clone() })?;
        let stage = if self.copied { stage.copied()? } else { stage.clone() };
        Ok(if self.nginx { stage.behind_nginx() } else { stage })
    }
}
