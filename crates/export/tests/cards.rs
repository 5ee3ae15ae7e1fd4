//! Quote cards, read by a parser of XML.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by it")]

mod common;

use common::{item, plain, statement};
use jejak_archive::model::QuoteKind;
use jejak_export::card::{Labels, card};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

const LABELS: Labels<'static> = Labels {
    nobody: "Pembicara tidak diketahui",
    reported: "Pernyataan tidak langsung",
    date: "19 Januari 2026",
    archive: "Arsip Uji",
    address: "https://arsip.example/artikel/pasar/#k-0a1b2c3d",
};

/// The lines of text in a picture; that it holds nothing but its three shapes.
fn lines(svg: &str) -> Vec<String> {
    let mut reader = Reader::from_str(svg);
    let mut lines = Vec::new();
    let mut inside = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let name = start.name();
                assert!(matches!(name.as_ref(), "svg" | "text"), "{name:?} is no shape of a card");
                inside = name.as_ref() == "text";
                if inside {
                    lines.push(String::new());
                }
            }
            Event::Empty(empty) => assert_eq!(empty.name().as_ref(), "rect"),
            Event::Text(text) if inside => lines.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(name) if inside => lines.last_mut().unwrap().push_str(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                other => panic!("{other} is not written"),
            }),
            Event::End(_) => inside = false,
            Event::Text(_) => {}
            Event::Eof => return lines,
            other => panic!("{other:?} has no place in a card"),
        }
    }
}

proptest! {
    #[test]
    fn any_words_are_text_and_nothing_else(item in item()) {
        let lines = lines(&card(&item, &LABELS).unwrap());
        prop_assert!(lines.len() <= 30);
        let forbidden = |c: &char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
        let said = item.said.unwrap();
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !forbidden(c)).collect::<String>();
        // The words come first, whole or cut where an ellipsis says so.
        let shown = bare(&lines.concat());
        let words = bare(&format!("“{}”", said.words));
        let cut = lines.iter().find(|line| line.ends_with('…'));
        prop_assert!(shown.starts_with(&words) || cut.is_some(), "{} is not {}", shown, words);
    }
}

#[test]
fn a_card_says_words_speaker_day_source_and_address() {
    let all = lines(&card(&statement(), &LABELS).unwrap());
    assert_eq!(
        all,
        [
            "“Pasar ini milik warga.”",
            "Sari Dewi",
            "Camat Metro Pusat",
            "Warta Uji · 19 Januari 2026 · Arsip Uji",
            "https://arsip.example/artikel/pasar/#k-0a1b2c3d",
        ]
    );
    assert_eq!(card(&plain(), &LABELS), None);
}

#[test]
fn reported_words_stand_without_marks_and_nobody_is_said() {
    let mut item = statement();
    if let Some(said) = &mut item.said {
        (said.kind, said.speaker, said.role) = (QuoteKind::Reported, None, None);
    }
    let all = lines(&card(&item, &LABELS).unwrap());
    assert_eq!(all[..3], ["Pasar ini milik warga.", "Pembicara tidak diketahui", "Pernyataan tidak langsung"]);
}

#[test]
fn long_words_are_cut_in_the_smallest_letters() {
    let mut item = statement();
    if let Some(said) = &mut item.said {
        said.words = "Setiap pedagang mendapat tempat yang sama luasnya. ".repeat(60);
    }
    let svg = card(&item, &LABELS).unwrap();
    assert!(svg.contains("font-size=\"30\"") && !svg.contains("font-size=\"36\""));
    assert!(lines(&svg)[17].ends_with('…'));
}
