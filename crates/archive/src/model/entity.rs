//! Who and what articles speak of.

use serde::{Deserialize, Serialize};

use super::kind::words;
use super::{Date, Span};

/// One human across the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The person's lasting address, `[a-z0-9-]+`.
    pub slug: String,
    /// The fullest form of the name, without honorifics, ranks and degrees.
    pub name: String,
    /// Other forms of the name, sorted.
    pub aliases: Vec<String>,
    /// Honorifics, ranks and degrees as printed, sorted.
    pub honorifics: Vec<String>,
    /// Offices that articles show the person in, oldest first.
    pub roles: Vec<Role>,
}

/// An office, held in a standing, over the dates between which articles show it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Role {
    /// The office in its normal form: `Wali Kota`, `Sekretaris Daerah`.
    pub office: String,
    /// Where it is held: `Kota Metro`.
    pub organisation: Option<String>,
    /// In what legal standing.
    pub standing: Standing,
    /// First day on which an article shows it.
    #[serde(with = "super::day::option")]
    pub from: Option<Date>,
    /// Last day on which an article shows it.
    #[serde(with = "super::day::option")]
    pub to: Option<Date>,
    /// Indices of the articles that show it, ascending.
    pub articles: Vec<u32>,
}

impl Role {
    /// First and last day on which an article shows it; none where no such article has a day.
    #[must_use]
    pub fn span(&self) -> Option<(Date, Date)> {
        let from = self.from.or(self.to)?;
        let to = self.to.unwrap_or(from);
        Some((from.min(to), from.max(to)))
    }

    /// Whether it is the same office as another, in whatever standing; one that names no organisation may be of any.
    #[must_use]
    pub fn is_office_of(&self, other: &Self) -> bool {
        let (own, other_body) = (&self.organisation, &other.organisation);
        self.office == other.office && (own.is_none() || other_body.is_none() || own == other_body)
    }
}

words! {
    /// The legal standing in which an office is held.
    Standing {
        /// Appointed for good.
        Definitive = "definitif",
        /// Penjabat: fills a vacant office.
        Acting = "Pj",
        /// Penjabat Sementara: fills it while the holder is on leave.
        Interim = "Pjs",
        /// Pelaksana Tugas: carries out a vacant office's tasks beside an own one.
        TaskHolder = "Plt",
        /// Pelaksana Harian: stands in day by day.
        DayToDay = "Plh",
    }
}

/// A body that acts or speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// Lasting address, `[a-z0-9-]+`.
    pub slug: String,
    /// The fullest form of the name.
    pub name: String,
    /// Other forms, sorted; abbreviations among them.
    pub aliases: Vec<String>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Lasting address, `[a-z0-9-]+`.
    pub slug: String,
    /// The name.
    pub name: String,
    /// Area or venue.
    pub kind: PlaceKind,
}

words! {
    /// What kind of place it is.
    PlaceKind {
        /// An area with an administration: province, regency, city, district.
        Area = "wilayah",
        /// A spot where something takes place: a hall, an office yard.
        Venue = "tempat",
    }
}

/// A legal text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regulation {
    /// Lasting address, `[a-z0-9-]+`.
    pub slug: String,
    /// What it is called for short: kind, number and year, as `Permendagri 59/2021` ([`super::regulation::Called`]); as printed where
    /// that has no number.
    pub name: String,
    /// Other ways in which it is printed, sorted.
    pub aliases: Vec<String>,
    /// Kind in its normal form, such as `Permendagri` or `UU`.
    pub kind: String,
    /// Number, where printed.
    pub number: Option<u32>,
    /// Year, where printed.
    pub year: Option<u16>,
}

/// What articles are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Lasting address, `[a-z0-9-]+`.
    pub slug: String,
    /// What it is called.
    pub name: String,
}

/// A span that names an entity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// Whom or what.
    pub entity: EntityRef,
}

/// An entity by its index in the archive's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityRef {
    /// Index into [`super::Archive::people`].
    Person(u32),
    /// Index into [`super::Archive::organisations`].
    Organisation(u32),
    /// Index into [`super::Archive::places`].
    Place(u32),
    /// Index into [`super::Archive::regulations`].
    Regulation(u32),
    /// Index into [`super::Archive::topics`].
    Topic(u32),
}
