//! A visitor's own files, as the page's script says it (`assets/loader/buka.js`).
//!
//! Natively, and as long as nobody asks for it, there is no such script.

mod fixes;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
pub(super) mod script;

use super::settings::Language;

pub use fixes::{Fix, FixKind, Fixing};
#[cfg(target_arch = "wasm32")]
pub use page::{fixing, told};

/// How it stands with the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum How {
    /// There are none yet.
    #[default]
    Choose,
    /// What was dropped is being gathered.
    Gather,
    /// They are being pressed.
    Press,
    /// An archive is there that is not open yet.
    Opening,
    /// They are larger than the device can be asked to hold.
    Large,
    /// None of them holds an article.
    Nothing,
    /// Their settings keep something back in a way that cannot be read.
    Unguarded,
    /// What was saved is no archive, or is damaged.
    Refused,
    /// The press stopped, or did not come.
    Failed,
    /// What was kept is there no more: the browser let go of it.
    Gone,
    /// An archive of one's own is open.
    Open,
}

impl How {
    /// All of them, as the script calls them.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "natively there is no script"))]
    const ALL: [(&'static str, Self); 11] = [
        ("choose", Self::Choose),
        ("gather", Self::Gather),
        ("press", Self::Press),
        ("opening", Self::Opening),
        ("large", Self::Large),
        ("nothing", Self::Nothing),
        ("unguarded", Self::Unguarded),
        ("refused", Self::Refused),
        ("failed", Self::Failed),
        ("gone", Self::Gone),
        ("open", Self::Open),
    ];
}

/// How it stands with the press.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Press {
    /// Nobody asked for it.
    #[default]
    None,
    /// It is on its way.
    Coming,
    /// It is there, and all that the app needs besides.
    Ready,
    /// It did not come.
    Lost,
}

impl Press {
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "natively there is no script"))]
    const ALL: [(&'static str, Self); 4] =
        [("none", Self::None), ("coming", Self::Coming), ("ready", Self::Ready), ("lost", Self::Lost)];
}

/// What is said of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Told {
    /// How it stands with the files.
    pub how: How,
    /// How it stands with the press.
    pub press: Press,
    /// How many bytes were read, of how many; of those that are too large, how many they are.
    pub bytes: (u64, u64),
    /// How many bytes of text the device can be asked to hold.
    pub limit: u64,
    /// How many files were read, of how many.
    pub files: (u32, u32),
    /// How many articles there are so far.
    pub articles: u32,
    /// How many statements they hold.
    pub quotes: u32,
    /// How many seconds it may still take, where that can be said.
    pub left: Option<u32>,
    /// Why it failed, as the browser says it.
    pub why: String,
    /// Whether the press stopped at what it was asked last.
    pub died: bool,
    /// What could not be read, then what was read in part; no more of both than a page lists.
    pub found: Vec<Found>,
    /// How many there are of each.
    pub faults: (u32, u32),
    /// How many bytes the device keeps of an archive; none where it keeps none.
    pub kept: u64,
    /// How many bytes the archive has that is open, with the files that it was made of.
    pub size: u64,
    /// Whether what is kept is the archive that is open.
    pub same: bool,
    /// Why it could not be kept, as the browser says it.
    pub unkept: String,
    /// Why the files that it was made of were not kept along, as the browser says it; empty where they were, or where there are none.
    pub alone: String,
    /// What was corrected in it by hand.
    pub fixes: Vec<Fix>,
    /// Whether and how it can be corrected.
    pub fixing: Fixing,
    /// Why a correction could not be made, in each language; empty where all could.
    pub unfixed: [String; Language::ALL.len()],
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub file: String,
    /// The line in it.
    pub line: Option<u32>,
    /// What is wrong, and what can be done, in each language.
    pub why: [String; Language::ALL.len()],
    /// Whether an article is missing because of it.
    pub lost: bool,
}

/// Nothing is said.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn told() -> Option<Told> {
    None
}

/// Nothing is open.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn fixing() -> Fixing {
    Fixing::Never
}
