//! What legal texts are called, for short and in full.
//!
//! WHY here: the press brings `Peraturan Menteri Keuangan` and `PMK` together by it, and the page of one says what its
//! kind's letters stand for. Neither may know a kind that the other does not.

/// Kinds with a short form in use, each with what it stands for. A kind that is not here is called as it is printed.
const KINDS: &[(&str, &str)] = &[
    ("Inmendagri", "Instruksi Menteri Dalam Negeri"),
    ("Inpres", "Instruksi Presiden"),
    ("Ingub", "Instruksi Gubernur"),
    ("Kepbup", "Keputusan Bupati"),
    ("Kepgub", "Keputusan Gubernur"),
    ("Kepmendagri", "Keputusan Menteri Dalam Negeri"),
    ("Kepmenkes", "Keputusan Menteri Kesehatan"),
    ("Keppres", "Keputusan Presiden"),
    ("Kepwali", "Keputusan Wali Kota"),
    ("KMK", "Keputusan Menteri Keuangan"),
    ("PBI", "Peraturan Bank Indonesia"),
    ("Perbup", "Peraturan Bupati"),
    ("Perda", "Peraturan Daerah"),
    ("Perdes", "Peraturan Desa"),
    ("Pergub", "Peraturan Gubernur"),
    ("Perkap", "Peraturan Kepala Kepolisian Negara Republik Indonesia"),
    ("Perma", "Peraturan Mahkamah Agung"),
    ("Permenag", "Peraturan Menteri Agama"),
    ("Permenaker", "Peraturan Menteri Ketenagakerjaan"),
    ("Permendag", "Peraturan Menteri Perdagangan"),
    ("Permendagri", "Peraturan Menteri Dalam Negeri"),
    ("Permendikbud", "Peraturan Menteri Pendidikan dan Kebudayaan"),
    ("Permenhub", "Peraturan Menteri Perhubungan"),
    ("Permenkes", "Peraturan Menteri Kesehatan"),
    ("Permenkominfo", "Peraturan Menteri Komunikasi dan Informatika"),
    ("Permenlu", "Peraturan Menteri Luar Negeri"),
    ("Permenperin", "Peraturan Menteri Perindustrian"),
    ("Permenpora", "Peraturan Menteri Pemuda dan Olahraga"),
    ("Permensos", "Peraturan Menteri Sosial"),
    ("Permentan", "Peraturan Menteri Pertanian"),
    ("Perpol", "Peraturan Kepolisian Negara Republik Indonesia"),
    ("Perppu", "Peraturan Pemerintah Pengganti Undang-Undang"),
    ("Perpres", "Peraturan Presiden"),
    ("Perwali", "Peraturan Wali Kota"),
    ("PKPU", "Peraturan Komisi Pemilihan Umum"),
    ("PMK", "Peraturan Menteri Keuangan"),
    ("POJK", "Peraturan Otoritas Jasa Keuangan"),
    ("PP", "Peraturan Pemerintah"),
    ("SE", "Surat Edaran"),
    ("SK", "Surat Keputusan"),
    ("UU", "Undang-Undang"),
    ("UUD", "Undang-Undang Dasar"),
];

/// Kinds that many bodies make, each numbering its own: one number and year is then several regulations.
const SEVERAL: &[&str] =
    &["Perda", "Pergub", "Perbup", "Perwali", "Perdes", "Qanun", "Kepgub", "Kepbup", "Kepwali", "Ingub", "SE", "SK"];

/// The short form of a kind that is printed in full, or in other letters; none where it has none.
#[must_use]
pub fn short_kind(printed: &str) -> Option<&'static str> {
    let same = |known: &str| known.eq_ignore_ascii_case(printed);
    KINDS.iter().find(|(short, full)| same(short) || same(full)).map(|(short, _)| *short)
}

/// What the short form of a kind stands for.
#[must_use]
pub fn full_kind(short: &str) -> Option<&'static str> {
    KINDS.iter().find(|(own, _)| *own == short).map(|(_, full)| *full)
}

/// Whether many bodies make regulations of this kind, each with numbers of its own, so that kind, number and year alone do
/// not tell which one is meant.
#[must_use]
pub fn is_of_several(kind: &str) -> bool {
    SEVERAL.contains(&kind)
}

/// The name of a regulation in its parts: kind, number, year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Called<'a> {
    /// Kind in its normal form; the whole name where that has no number.
    pub kind: &'a str,
    /// Number, where there is one.
    pub number: Option<u32>,
    /// Year, where there is one.
    pub year: Option<u16>,
}

impl<'a> Called<'a> {
    /// The parts of a [`Regulation`](super::Regulation)'s name.
    #[must_use]
    pub fn read(name: &'a str) -> Self {
        // `SK Nomor 300.1.2 Tahun 2023` has no number that one could count by.
        let is_year = |kind: &str| kind.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("tahun"));
        let split = name.rsplit_once(' ').filter(|(kind, _)| !is_year(kind));
        let parts = split.and_then(|(kind, last)| {
            let (number, year) = match last.split_once('/') {
                Some((number, year)) => (number, Some(year.parse().ok()?)),
                None => (last, None),
            };
            Some(Self { kind, number: Some(number.parse().ok()?), year })
        });
        parts.unwrap_or(Self { kind: name, number: None, year: None })
    }

    /// The name in full: `Permendagri Nomor 59 Tahun 2021`.
    #[must_use]
    pub fn title(&self) -> String {
        let number = self.number.map_or(String::new(), |number| format!(" Nomor {number}"));
        let year = self.year.filter(|_| self.number.is_some()).map_or(String::new(), |year| format!(" Tahun {year}"));
        [self.kind, &number, &year].concat()
    }

    /// The name that is read back so.
    #[must_use]
    pub fn name(&self) -> String {
        match (self.number, self.year) {
            (Some(number), Some(year)) => format!("{} {number}/{year}", self.kind),
            (Some(number), None) => format!("{} {number}", self.kind),
            (None, _) => self.kind.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Called, KINDS, SEVERAL, full_kind, short_kind};

    #[test]
    fn a_kind_has_one_short_form() {
        for (short, full) in KINDS {
            assert_eq!(
                (short_kind(short), short_kind(full), full_kind(short)),
                (Some(*short), Some(*short), Some(*full))
            );
        }
        assert_eq!(short_kind("undang-undang"), Some("UU"));
        assert_eq!(short_kind("permenkes"), Some("Permenkes"));
        assert_eq!((short_kind("Peraturan Menteri ESDM"), full_kind("Qanun")), (None, None));
        assert!(SEVERAL.iter().all(|kind| short_kind(kind).is_none_or(|short| short == *kind)));
    }

    #[test]
    fn a_name_is_read_back() {
        for (name, kind, number, year) in [
            ("Permendagri 59/2021", "Permendagri", Some(59), Some(2021)),
            ("Keputusan KPU RI 731/2025", "Keputusan KPU RI", Some(731), Some(2025)),
            ("Perda 3", "Perda", Some(3), None),
            ("Keputusan Direksi", "Keputusan Direksi", None, None),
            ("UU", "UU", None, None),
            ("SK Rektor 7/x", "SK Rektor 7/x", None, None),
            ("SK Nomor 300.1.2 Tahun 2023", "SK Nomor 300.1.2 Tahun 2023", None, None),
            ("", "", None, None),
        ] {
            let called = Called::read(name);
            assert_eq!((called.kind, called.number, called.year), (kind, number, year), "{name}");
            assert_eq!(called.name(), name);
        }
    }
}
