//! Items with whatever texts, hostile ones among them.

#![allow(dead_code, reason = "each test uses some of it")]

use jejak_archive::model::{EventKind, How, QuoteKind};
use jejak_export::{Item, Said};
use jiff::civil::date;
use proptest::prelude::*;

/// An item without anything hostile.
pub(crate) fn plain() -> Item {
    Item {
        article: "pasar".into(),
        title: "Pasar pagi dibuka".into(),
        derived: false,
        date: Some(date(2026, 1, 19)),
        publisher: Some("Warta Uji".into()),
        authors: vec!["Rina Lestari".into()],
        url: Some("https://warta.example/pasar?a=1&b=2".into()),
        event: Some(EventKind::Rapat),
        statements: 2,
        said: None,
    }
}

/// A statement in it.
pub(crate) fn statement() -> Item {
    let said = Said {
        anchor: "k-0a1b2c3d".into(),
        kind: QuoteKind::Direct,
        speaker: Some("Sari Dewi".into()),
        slug: Some("sari-dewi".into()),
        is_person: true,
        role: Some("Camat Metro Pusat".into()),
        words: "Pasar ini milik warga.".into(),
        confidence: 97,
        how: Some(How::Name),
    };
    Item { said: Some(said), ..plain() }
}

/// Texts as nobody would print them.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[=+@'\"\t\r\n,;{}\\\\%$#&_^~<>-]{0,12}",
        "'{0,3}[=+@-][A-Z(0-9)]{0,6}",
        Just("ER  - \r\nTY  - NEWS".to_owned()),
        Just("}, title = {lain".to_owned()),
        Just("</text><script>alert(1)</script>]]>".to_owned()),
        Just("\u{feff}\u{202e}\0\u{fffe}\u{1f600}".to_owned()),
    ]
}

/// Any statement.
pub(crate) fn item() -> impl Strategy<Value = Item> {
    (text(), text(), proptest::option::of(text()), proptest::option::of(text()), any::<bool>()).prop_map(
        |(title, words, name, role, dated)| {
            let mut item = statement();
            (item.title, item.authors, item.publisher) = (title, name.clone().into_iter().collect(), role.clone());
            item.date = item.date.filter(|_| dated);
            if let Some(said) = &mut item.said {
                (said.words, said.speaker, said.role) = (words, name, role);
                said.how = Some(How::Nya);
            }
            item
        },
    )
}
