//! One regulation out of all the ways in which articles print it.
//!
//! Kind, number and year are what articles agree on: `UU 11/2008` and `Undang-Undang Nomor 11 Tahun 2008` are one. Its address
//! is made of these three and of nothing else, so it lasts whatever comes into the archive, and no lock has to remember it.
//! Two issuers may have a regulation of one kind, number and year (`Perda`); what articles print rarely tells them apart, so
//! the page of such a kind says that it may speak of several.

use std::collections::BTreeMap;

use jejak_archive::model::Regulation;
use jejak_archive::model::regulation::{Called, full_kind, short_kind};
use xxhash_rust::xxh3::xxh3_64;

use super::{Entry, slugs};
use crate::annotate::{Annotated, RegulationNote};

/// Longest slug of a kind, so that a number always fits behind it.
const KIND: usize = 40;

/// All regulations of an archive, each once.
#[derive(Debug, Default)]
pub(super) struct Laws {
    /// By slug.
    pub(super) list: Vec<Regulation>,
    /// Places in the list, by slug.
    places: BTreeMap<String, u32>,
}

impl Laws {
    /// The regulations that the articles name.
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut found: BTreeMap<String, Regulation> = BTreeMap::new();
        for note in entries.iter().map(|entry| &entry.note) {
            for law in note.regulations.iter().filter(|law| is_named(note, law)) {
                let (called, printed) = (called(law), spaced(&law.as_printed));
                let name = spaced(&called.name());
                let slug = slug(&called, &name);
                let own = found.entry(slug.clone()).or_insert_with(|| Regulation {
                    slug,
                    name: name.clone(),
                    aliases: Vec::new(),
                    kind: kind(law).to_owned(),
                    number: called.number,
                    year: called.year,
                });
                // Which of two spellings is the name must not hang on the order of the articles.
                if name < own.name {
                    (own.name, own.kind) = (name, kind(law).to_owned());
                }
                own.aliases.push(printed);
            }
        }
        for own in found.values_mut() {
            only_different(own);
        }
        let places = found.keys().cloned().zip(0..).collect();
        Self { list: found.into_values().collect(), places }
    }

    /// The number of a regulation.
    pub(super) fn get(&self, law: &RegulationNote) -> Option<u32> {
        let called = called(law);
        self.places.get(&slug(&called, &called.name())).copied()
    }
}

/// Whether an article's text names it: where a person's name lies over it, that comes first.
fn is_named(note: &Annotated, law: &RegulationNote) -> bool {
    !note.people.iter().flat_map(|person| &person.mentions).any(|span| span.overlaps(law.span))
}

/// Its kind, by the short form where there is one. A bracket behind it says that form, or who issued it, once more.
fn kind(law: &RegulationNote) -> &str {
    let kind = law.kind.split('(').next().unwrap_or_default().trim();
    short_kind(kind).unwrap_or(kind)
}

/// The parts by which it is known.
fn called(law: &RegulationNote) -> Called<'_> {
    match law.number {
        Some(_) => Called { kind: kind(law), number: law.number, year: law.year },
        None => Called { kind: law.as_printed.trim(), number: None, year: law.year },
    }
}

/// Words with single spaces between.
fn spaced(printed: &str) -> String {
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Its address. A kind that is too long ends in a hash of all of it, so that the number stays and no two kinds become one.
fn slug(called: &Called<'_>, name: &str) -> String {
    let kind = slugs::slug(called.kind);
    let kind = match kind.get(..KIND) {
        Some(start) => {
            format!("{}-{:04x}", start.trim_end_matches('-'), xxh3_64(called.kind.to_lowercase().as_bytes()) & 0xffff)
        }
        None => kind,
    };
    let numbers = [called.number, called.year.map(u32::from)].into_iter().flatten();
    let slug = numbers.fold(kind, |slug, number| format!("{slug}-{number}"));
    if slug.is_empty() { format!("{:08x}", xxh3_64(name.as_bytes()) as u32) } else { slug }
}

/// Keeps of the ways in which it is printed those that say more than the kind, in short or in full, the number and the year;
/// each once, however `Nomor` is written.
fn only_different(own: &mut Regulation) {
    let year = own.year.map_or(String::new(), |year| format!("/{year}"));
    let plain = |kind: &str| own.number.map(|number| alike(&format!("{kind} {number}{year}")));
    let mut seen: Vec<String> =
        [Some(&*own.kind), full_kind(&own.kind)].into_iter().flatten().filter_map(plain).collect();
    seen.push(alike(&own.name));
    own.aliases.sort();
    own.aliases.retain(|alias| {
        let key = alike(alias);
        let new = !seen.contains(&key);
        seen.extend(new.then_some(key));
        new
    });
}

/// A printed form in small letters, with `Nomor` and `Tahun` in one way.
fn alike(printed: &str) -> String {
    let small = printed.to_lowercase().replace("no.", "no. ").replace(['(', ')'], "");
    let mut words = String::new();
    for word in small.split_whitespace().flat_map(|word| word.split('/')) {
        let word = if matches!(word, "no" | "no.") { "nomor" } else { word };
        // `23/2014` is `23 tahun 2014`, with or without the word that says it is a number.
        if !matches!(word, "nomor" | "tahun") {
            words.push_str(word);
            words.push(' ');
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Annotated, Entry, Laws, RegulationNote};
    use jejak_archive::model::Span;

    fn law(as_printed: &str, kind: &str, number: Option<u32>, year: Option<u16>) -> RegulationNote {
        RegulationNote { as_printed: as_printed.into(), kind: kind.into(), number, year, span: Span::new(0..4) }
    }

    fn of(laws: Vec<RegulationNote>) -> Laws {
        let entry =
            |law| Entry { note: Annotated { regulations: vec![law], ..Annotated::default() }, ..Entry::default() };
        Laws::of(&laws.into_iter().map(entry).collect::<Vec<_>>())
    }

    #[test]
    fn one_regulation_out_of_all_its_forms() {
        let forms = || {
            vec![
                law("PMK Nomor 34/PMK.10/2017", "PMK", Some(34), Some(2017)),
                law("Peraturan Menteri Keuangan (PMK) Nomor\u{202f}34 Tahun 2017", "PMK", Some(34), Some(2017)),
                law("Peraturan Menteri Keuangan No. 34 tahun 2017", "Peraturan Menteri Keuangan", Some(34), Some(2017)),
                law("pmk 34/2017", "pmk", Some(34), Some(2017)),
            ]
        };
        let laws = of(forms());
        let [own] = laws.list.as_slice() else { panic!("one: {:?}", laws.list) };
        assert_eq!((own.name.as_str(), own.slug.as_str(), own.kind.as_str()), ("PMK 34/2017", "pmk-34-2017", "PMK"));
        let printed = ["PMK Nomor 34/PMK.10/2017", "Peraturan Menteri Keuangan (PMK) Nomor 34 Tahun 2017"];
        assert_eq!(own.aliases, printed, "what only writes number and year in another way says nothing new");
        assert!(forms().iter().all(|law| laws.get(law) == Some(0)));
        let mut other = forms();
        other.reverse();
        assert_eq!(of(other).list, laws.list, "whatever order they come in");
    }

    #[test]
    fn addresses_are_made_of_kind_number_and_year() {
        let long = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi";
        let laws = of(vec![
            law("Perda Nomor 3", "Perda", Some(3), None),
            law("Perda Nomor 3 Tahun 2020", "Perda", Some(3), Some(2020)),
            law("SK Nomor 300.1.2 Tahun 2023", "SK", None, Some(2023)),
            law(&format!("{long} Nomor 1 Tahun 2022"), long, Some(1), Some(2022)),
            law(&format!("{long} Daerah Nomor 1 Tahun 2022"), &format!("{long} Daerah"), Some(1), Some(2022)),
        ]);
        let slugs: Vec<&str> = laws.list.iter().map(|own| own.slug.as_str()).collect();
        let [first, second, rest @ ..] = slugs.as_slice() else { panic!("{slugs:?}") };
        for slug in [first, second] {
            assert!(
                slug.starts_with("peraturan-menteri-pendayagunaan-aparatur-") && slug.ends_with("-1-2022"),
                "{slug}"
            );
        }
        assert_ne!(first, second, "two kinds with one beginning");
        assert_eq!(rest, ["perda-3", "perda-3-2020", "sk-nomor-30012-tahun-2023-2023"]);
        assert!(slugs.iter().all(|slug| slug.len() <= 80));
    }

    #[test]
    fn one_below_the_name_of_a_person_is_not_named() {
        let mut entry = Entry::default();
        entry.note.regulations = vec![law("UU 1/2020", "UU", Some(1), Some(2020))];
        entry.note.people.push(crate::annotate::PersonNote { mentions: vec![Span::new(2..9)], ..Default::default() });
        assert!(Laws::of(&[entry]).list.is_empty());
    }
}
