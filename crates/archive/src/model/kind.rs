//! Small closed lists, each with the word that contracts, URLs and files use for it.

use serde::{Deserialize, Serialize};

/// Makes an enum of words: its serialised name, its `as_str` and its `FromStr` are one list.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word for it in contracts, URLs and files.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The value that a word stands for, if any.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What kind of occasion an article reports.
    EventKind {
        /// A roll call of civil servants.
        Apel = "apel",
        /// A meeting.
        Rapat = "rapat",
        /// A sitting of a council or a court.
        Sidang = "sidang",
        /// A development planning conference.
        Musrenbang = "musrenbang",
        /// A visit.
        Kunjungan = "kunjungan",
        /// An inauguration into office.
        Pelantikan = "pelantikan",
        /// A handing over: aid, awards, decrees.
        Penyerahan = "penyerahan",
        /// A briefing of the public.
        Sosialisasi = "sosialisasi",
        /// Some other occasion.
        Lainnya = "lainnya",
    }
}

words! {
    /// Which tables of an archive a site hands out whole, in files of their own.
    #[derive(Default)]
    DataFiles {
        /// All but the texts of articles.
        #[default]
        Tables = "tables",
        /// All, with the texts of articles.
        Full = "full",
        /// None.
        None = "none",
    }
}

words! {
    /// By what a statement's speaker was found.
    How {
        /// The full name stands beside the cue.
        Name = "nama",
        /// Only the office stands beside the cue.
        Office = "jabatan",
        /// Part of the name stands beside the cue.
        PartOfName = "sebagian-nama",
        /// A pronoun stands beside the cue.
        Pronoun = "kata-ganti",
        /// The cue carries `-nya`, and the speaker was carried over.
        Nya = "-nya",
        /// An organisation speaks.
        Organisation = "lembaga",
        /// A person corrected it by hand.
        Correction = "koreksi",
    }
}
