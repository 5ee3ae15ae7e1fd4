//! A visitor's own files, as the page's script says it (`assets/loader/buka.js`).
//!
//! Natively, and as long as nobody asks for it, there is no such script.

use super::settings::Language;

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
    /// What was corrected in it by hand.
    pub fixes: Vec<Fix>,
    /// Whether and how it can be corrected.
    pub fixing: Fixing,
    /// Why a correction could not be made, in each language; empty where all could.
    pub unfixed: [String; Language::ALL.len()],
}

/// Whether an archive can be corrected by hand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fixing {
    /// It cannot: the files that it was made of are not there.
    #[default]
    Never,
    /// It can.
    Ready,
    /// A correction is being made.
    Busy,
}

/// What a correction made by hand is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FixKind {
    /// Who made a statement.
    #[default]
    Speaker,
    /// Which day an article is of.
    Date,
    /// Two names of one person.
    Merge,
    /// A name that is somebody else's in one article.
    Split,
}

impl FixKind {
    /// All of them.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "natively there is no script"))]
    const ALL: [Self; 4] = [Self::Speaker, Self::Date, Self::Merge, Self::Split];

    /// As the script and forms call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Date => "date",
            Self::Merge => "merge",
            Self::Split => "split",
        }
    }
}

/// A correction made by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it is about.
    pub kind: FixKind,
    /// The headline of the article in which it is; empty where it is in all.
    pub title: String,
    /// The words of the statement.
    pub words: String,
    /// The name that it is about.
    pub name: String,
    /// What is right: a speaker, a day, a name.
    pub value: String,
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

#[cfg(target_arch = "wasm32")]
pub(super) mod page {
    use gloo::utils::window;
    use js_sys::{Array, Function, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::{Fix, FixKind, Fixing, Found, How, Press, Told};

    /// Under which name the script is found, and what brings it.
    pub(crate) const SCRIPT: &str = "jejakOwn";
    pub(crate) const BRING: &str = "jejakOpen";

    pub(crate) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
        Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
    }

    pub(crate) fn number(of: &JsValue, name: &str) -> Option<f64> {
        get(of, name)?.as_f64().filter(|number| *number >= 0.0)
    }

    pub(crate) fn words(of: &JsValue, name: &str) -> String {
        get(of, name).and_then(|value| value.as_string()).unwrap_or_default()
    }

    fn is(of: &JsValue, name: &str) -> bool {
        get(of, name).is_some_and(|value| value.is_truthy())
    }

    fn list(of: &JsValue, name: &str) -> Array {
        get(of, name).and_then(|all| all.dyn_into::<Array>().ok()).unwrap_or_default()
    }

    /// What is said in each language.
    fn each(of: &JsValue, name: &str) -> [String; 2] {
        let all = list(of, name);
        [0, 1].map(|language| all.get(language).as_string().unwrap_or_default())
    }

    fn able(state: &JsValue) -> Fixing {
        match (is(state, "fixable"), is(state, "fixing")) {
            (false, _) => Fixing::Never,
            (true, false) => Fixing::Ready,
            (true, true) => Fixing::Busy,
        }
    }

    /// Whether the archive that is open can be corrected by hand.
    pub fn fixing() -> Fixing {
        get(&window(), SCRIPT).and_then(|script| get(&script, "state")).map(|state| able(&state)).unwrap_or_default()
    }

    pub(crate) fn one<T: Copy + Default>(of: &JsValue, name: &str, all: &[(&str, T)]) -> T {
        let said = words(of, name);
        all.iter().find(|(name, _)| *name == said).map(|(_, one)| *one).unwrap_or_default()
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
            found: list(&state, "found").iter().map(found).collect(),
            faults: (count("lost"), count("remarks")),
            kept: large("kept"),
            size: number(&script, "size").unwrap_or_default() as u64,
            same: is(&state, "same"),
            unkept: words(&state, "unkept"),
            fixes: list(&state, "fixes").iter().map(fix).collect(),
            fixing: able(&state),
            unfixed: each(&state, "unfixed"),
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod page {
    use super::{Fixing, Told};

    /// Nothing is said.
    #[must_use]
    pub fn told() -> Option<Told> {
        None
    }

    /// Nothing is open.
    #[must_use]
    pub fn fixing() -> Fixing {
        Fixing::Never
    }
}

pub use page::{fixing, told};
