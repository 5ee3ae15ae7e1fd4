//! Licences by the names that programs know.

/// How a licence's name begins without blanks and marks, its name among the licences of the Open Definition, and its text.
/// Longer forms stand before those that they begin with.
const KNOWN: [(&str, &str, &str); 11] = [
    ("ccbyncsa40", "CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    ("ccbyncnd40", "CC-BY-NC-ND-4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ("ccbync40", "CC-BY-NC-4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    ("ccbynd40", "CC-BY-ND-4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    ("ccbysa40", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("ccby40", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("ccbysa30", "CC-BY-SA-3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
    ("ccby30", "CC-BY-3.0", "https://creativecommons.org/licenses/by/3.0/"),
    ("cc010", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("odcby10", "ODC-BY-1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    ("odbl10", "ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
];

/// The name and the address of a licence that is just one of those known; words beside it may change what it means.
pub(super) fn known(licence: &str) -> Option<(&'static str, &'static str)> {
    let plain: String = licence.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    KNOWN.iter().find(|(form, ..)| *form == plain).map(|&(_, name, path)| (name, path))
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn a_licence_is_known_however_it_is_written() {
        for written in ["CC BY 4.0", "cc-by-4.0", "CC BY 4.0 "] {
            assert_eq!(known(written).map(|(name, _)| name), Some("CC-BY-4.0"), "{written}");
        }
        assert_eq!(known("CC BY-NC-SA 4.0").map(|(name, _)| name), Some("CC-BY-NC-SA-4.0"));
        for other in ["CC BY 4.0, kecuali foto", "hak cipta dilindungi", "", "CC BY"] {
            assert_eq!(known(other), None, "{other}");
        }
    }
}
