//! Corrections by hand in an archive of a visitor's own.

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
    pub(super) const ALL: [Self; 4] = [Self::Speaker, Self::Date, Self::Merge, Self::Split];

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
