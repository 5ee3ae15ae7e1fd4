//! Places: areas of the gazetteer, and venues by how they are named.

use std::ops::Range;

use jejak_archive::model::PlaceKind;

use crate::lexicon::lexicon;
use crate::text::{Shape, Text};

/// A place as named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundPlace {
    /// Its bytes.
    pub(crate) span: Range<usize>,
    pub(crate) name: String,
    pub(crate) kind: PlaceKind,
}

/// Words that a venue's name begins with.
const VENUES: &[&str] = &[
    "halaman",
    "aula",
    "kantor",
    "lapangan",
    "gedung",
    "balai",
    "pendopo",
    "alun-alun",
    "taman",
    "stadion",
    "masjid",
    "gereja",
    "pura",
    "vihara",
    "hotel",
    "rsud",
    "puskesmas",
    "pasar",
    "terminal",
    "bandara",
    "pelabuhan",
    "stasiun",
    "rumah",
    "wisma",
    "gelanggang",
    "gor",
    "islamic",
    "kampus",
    "auditorium",
    "ballroom",
    "asrama",
    "posko",
    "mapolres",
    "mapolda",
    "mapolsek",
    "istana",
    "museum",
    "pantai",
    "ruang",
    "jalan",
    "tpa",
];

/// Words that a venue's name goes on with in small letters.
const LONGEST: usize = 8;

/// All places named, in order; none overlap. `taken` says whether a word belongs to a person.
pub(crate) fn find(text: &Text<'_>, taken: &dyn Fn(usize) -> bool) -> Vec<FoundPlace> {
    let mut found: Vec<FoundPlace> = Vec::new();
    let mut index = 0;
    while index < text.words.len() {
        if taken(index) || !text.word(index).is_capital() {
            // `halaman Kantor Wali Kota`: the venue's first word may be small.
            if !(text.word(index).is_lower() && is_small_venue(text, index)) {
                index += 1;
                continue;
            }
        }
        if let Some(end) = venue(text, index, taken) {
            let span = text.word(index).start..text.word(end - 1).end;
            let name = text.slice(index..end).split_whitespace().collect::<Vec<_>>().join(" ");
            found.push(FoundPlace { span, name: crate::lexicon::capital(&name), kind: PlaceKind::Venue });
            index = end;
            continue;
        }
        if let Some((words, region)) = lexicon().regions.find(text, index) {
            let all_capital = (index..index + words).all(|at| text.word(at).is_capital() || text.lower(at) == "dan");
            let inside = index > 0
                && text.joined(index - 1)
                && text.word(index - 1).is_capital()
                && !region.full
                && !before_region(text, index - 1);
            if all_capital && !inside {
                let span = text.word(index).start..text.word(index + words - 1).end;
                found.push(FoundPlace { span, name: region.name.clone(), kind: PlaceKind::Area });
            }
            index += words;
            continue;
        }
        index += 1;
    }
    found
}

fn is_small_venue(text: &Text<'_>, index: usize) -> bool {
    matches!(text.lower(index), "halaman" | "aula" | "lapangan" | "pendopo" | "ruang" | "gedung" | "kantor")
        && text.joined(index)
        && text.word(index + 1).is_capital()
}

/// Words that stand before an area without being part of another name.
fn before_region(text: &Text<'_>, index: usize) -> bool {
    let word = text.lower(index);
    lexicon().common.contains(word)
        || lexicon().not_names.contains(word)
        || lexicon().offices.find(text, index).is_some()
}

/// Where the venue that starts at word `index` ends.
fn venue(text: &Text<'_>, index: usize, taken: &dyn Fn(usize) -> bool) -> Option<usize> {
    if !VENUES.contains(&text.lower(index)) || !text.joined(index) {
        return None;
    }
    let mut end = index + 1;
    while end < text.words.len() && end - index < LONGEST && text.joined(end - 1) && !taken(end) {
        let word = text.word(end);
        let part = (word.is_capital() && !crate::annotate::dates::is_date_word(&word.lower))
            || (word.shape == Shape::Number && end > index + 1);
        if !part {
            break;
        }
        end += 1;
    }
    (end > index + 1).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::text::Text;

    #[test]
    fn areas_and_venues() {
        let raw = "Apel di halaman Kantor Wali Kota Metro, Lampung, lalu ke Aula Balai Kota pada Senin.";
        let names: Vec<_> = find(&Text::new(raw), &|_| false).into_iter().map(|place| place.name).collect();
        assert_eq!(names, ["Halaman Kantor Wali Kota Metro", "Lampung", "Aula Balai Kota"]);
    }
}
