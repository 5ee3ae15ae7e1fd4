//! Citations as the manuals have them. That programs read theirs is checked by such programs: `cargo xtask found`.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod common;

use common::{item, plain, statement};
use jejak_archive::model::QuoteKind;
use jejak_export::Item;
use jejak_export::cite::{Source, Style, Wording, bibtex, csl, prose, ris};
use proptest::prelude::*;
use serde_json::Value;

const SOURCE: Source<'static> = Source { archive: "Arsip Uji", root: "https://arsip.example/", language: "id" };

const EN: Wording<'static> = Wording {
    undated: "n.d.",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    day_first: false,
    and: "and",
    others: "et al.",
    quoted_in: "as cited in",
    reported_in: "as reported in",
    nobody: "unknown speaker",
};

const ID: Wording<'static> = Wording {
    undated: "t.t.",
    months: [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    day_first: true,
    and: "dan",
    others: "dkk.",
    quoted_in: "dikutip dalam",
    reported_in: "diberitakan dalam",
    nobody: "pembicara tidak diketahui",
};

fn told(style: Style, wording: &Wording<'_>, item: &Item) -> Vec<String> {
    let runs = prose(style, &SOURCE, wording, item);
    // Italics stand between asterisks.
    let shown = |run: &jejak_export::cite::Run| if run.italic { format!("*{}*", run.text) } else { run.text.clone() };
    runs.iter().map(|paragraph| paragraph.iter().map(shown).collect()).collect()
}

#[test]
fn an_article_in_both_styles_and_languages() {
    let item = plain();
    assert_eq!(
        told(Style::Apa, &EN, &item),
        ["Rina Lestari. (2026, January 19). Pasar pagi dibuka. *Warta Uji*. https://warta.example/pasar?a=1&b=2"]
    );
    assert_eq!(
        told(Style::Apa, &ID, &item),
        ["Rina Lestari. (2026, 19 Januari). Pasar pagi dibuka. *Warta Uji*. https://warta.example/pasar?a=1&b=2"]
    );
    assert_eq!(
        told(Style::Chicago, &EN, &item),
        ["Rina Lestari. “Pasar pagi dibuka.” *Warta Uji*, January 19, 2026. https://warta.example/pasar?a=1&b=2."]
    );
    assert_eq!(
        told(Style::Chicago, &ID, &item),
        ["Rina Lestari. “Pasar pagi dibuka.” *Warta Uji*, 19 Januari 2026. https://warta.example/pasar?a=1&b=2."]
    );
}

#[test]
fn what_is_missing_is_said_or_led_by_something_else() {
    let bare = Item { authors: vec![], date: None, url: None, ..plain() };
    assert_eq!(
        told(Style::Apa, &ID, &bare),
        ["Pasar pagi dibuka. (t.t.). *Warta Uji*. https://arsip.example/artikel/pasar/"]
    );
    assert_eq!(
        told(Style::Chicago, &EN, &bare),
        ["*Warta Uji*. “Pasar pagi dibuka.” n.d. https://arsip.example/artikel/pasar/."]
    );
    let barer = Item { publisher: None, title: "Siapa?".into(), ..bare.clone() };
    assert_eq!(told(Style::Apa, &ID, &barer), ["Siapa? (t.t.). https://arsip.example/artikel/pasar/"]);
    assert_eq!(told(Style::Chicago, &ID, &barer), ["“Siapa?” t.t. https://arsip.example/artikel/pasar/."]);
    let derived = Item { derived: true, ..bare };
    assert!(told(Style::Apa, &ID, &derived)[0].starts_with("[Pasar pagi dibuka]. (t.t.)."));
}

#[test]
fn names_stand_as_printed_however_many_there_are() {
    let of = |count: usize| Item { authors: (1..=count).map(|i| format!("Nama {i}")).collect(), ..plain() };
    let begins = |style, count, start: &str| {
        let told = told(style, &EN, &of(count));
        assert!(told[0].starts_with(start), "{}", told[0]);
    };
    begins(Style::Apa, 2, "Nama 1 & Nama 2. (2026");
    begins(Style::Apa, 3, "Nama 1, Nama 2, & Nama 3. (2026");
    begins(Style::Chicago, 2, "Nama 1 and Nama 2. “");
    begins(Style::Chicago, 3, "Nama 1, Nama 2, and Nama 3. “");
    begins(Style::Chicago, 11, "Nama 1, Nama 2, Nama 3, Nama 4, Nama 5, Nama 6, Nama 7, et al. “");
    assert!(told(Style::Apa, &EN, &of(22))[0].contains("Nama 19, . . . Nama 22. (2026"));
}

#[test]
fn a_statement_is_quoted_at_second_hand() {
    let item = statement();
    assert_eq!(
        told(Style::Apa, &EN, &item),
        [
            "“Pasar ini milik warga” (Sari Dewi, Camat Metro Pusat, as cited in Rina Lestari, 2026).",
            "Rina Lestari. (2026, January 19). Pasar pagi dibuka. *Warta Uji*. https://warta.example/pasar?a=1&b=2. \
             Arsip Uji, https://arsip.example/artikel/pasar/#k-0a1b2c3d",
        ]
    );
    assert_eq!(
        told(Style::Chicago, &ID, &item)[0],
        "Sari Dewi, Camat Metro Pusat, “Pasar ini milik warga,” dikutip dalam Rina Lestari, “Pasar pagi dibuka,” *Warta Uji*, \
         19 Januari 2026, https://arsip.example/artikel/pasar/#k-0a1b2c3d."
    );
    let mut reported = Item { authors: vec![], title: "Kata \"warga\" didengar".into(), ..item };
    if let Some(said) = &mut reported.said {
        (said.kind, said.speaker, said.role) = (QuoteKind::Reported, None, None);
    }
    assert_eq!(
        told(Style::Apa, &ID, &reported)[0],
        "Pasar ini milik warga (pembicara tidak diketahui, diberitakan dalam “Kata ‘warga’ didengar”, 2026)."
    );
}

#[test]
fn programs_are_told_names_in_one_piece_and_where_the_words_stand() {
    let item = statement();
    assert_eq!(
        bibtex(&SOURCE, std::slice::from_ref(&item)),
        "@article{pasar-k-0a1b2c3d,\n  author = {{Rina Lestari}},\n  title = {{Pasar pagi dibuka}},\n  journal = {Warta Uji},\n  \
         entrysubtype = {newspaper},\n  date = {2026-01-19},\n  year = {2026},\n  month = jan,\n  \
         url = {https://warta.example/pasar?a=1&b=2},\n  langid = {indonesian},\n  \
         note = {Sari Dewi, Camat Metro Pusat: “Pasar ini milik warga.”},\n  \
         addendum = {Arsip Uji: \\url{https://arsip.example/artikel/pasar/#k-0a1b2c3d}}\n}\n"
    );
    let record = ris(&SOURCE, std::slice::from_ref(&item));
    assert!(record.starts_with("TY  - NEWS\r\nID  - pasar-k-0a1b2c3d\r\nAU  - Rina Lestari\r\n"), "{record}");
    assert!(record.ends_with("L2  - https://arsip.example/artikel/pasar/#k-0a1b2c3d\r\nER  - \r\n"), "{record}");
}

proptest! {
    #[test]
    fn no_text_leaves_its_field(items in prop::collection::vec(item(), 1..4)) {
        let count = items.len();
        // RIS: as many records as items, each line with a tag.
        let records = ris(&SOURCE, &items);
        prop_assert_eq!(records.lines().filter(|line| line.starts_with("ER  - ")).count(), count);
        prop_assert_eq!(records.lines().filter(|line| line.starts_with("TY  - ")).count(), count);
        for line in records.split_terminator("\r\n") {
            prop_assert!(line.get(2..6) == Some("  - "), "{:?} has no tag", line);
        }
        // BibTeX: braces hold together, and outside of them there are the fields that each entry has.
        let entries = bibtex(&SOURCE, &items);
        let mut depth = 0i32;
        for c in entries.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            prop_assert!(depth >= 0);
        }
        prop_assert_eq!(depth, 0);
        prop_assert_eq!(entries.matches("\n  title = {{").count(), count);
        // CSL: the texts themselves, in one line each.
        let list: Value = serde_json::from_str(&csl(&SOURCE, &items)).unwrap();
        prop_assert_eq!(list.as_array().unwrap().len(), count);
        for (entry, item) in list.as_array().unwrap().iter().zip(&items) {
            let line = |text: &str| text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(entry["title"].as_str().unwrap(), line(&item.title));
        }
        for item in &items {
            for (style, wording) in [(Style::Apa, &EN), (Style::Chicago, &ID)] {
                let paragraphs = told(style, wording, item);
                prop_assert_eq!(paragraphs.len(), 2);
                prop_assert!(paragraphs.iter().all(|text| !text.contains(['\n', '\r', '\t'])));
            }
        }
    }
}
