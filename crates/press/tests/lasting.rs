//! Links last: what one press gave, the next one gives again, whatever comes to the archive.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use jejak_archive::model::{Archive, EntityRef};
use jejak_press::{LOCK, Pressed, press};

type Files = BTreeMap<&'static str, &'static str>;

const FIRST: [(&str, &str); 4] = [
    (
        "pasar/resmi.md",
        "---\njudul: Pasar dibuka\ntanggal: 2026-01-19\n---\n“Pasar ini milik warga,” kata Camat Metro Pusat, Sari Dewi, \
         Senin (19/01/2026). “Kami siap,” tambahnya.\n\nIa menegaskan bahwa retribusi tidak naik. “Kami siap,” \
         tutupnya.\n",
    ),
    (
        "jalan.md",
        "---\njudul: Jalan diperbaiki\ntanggal: 2026-02-02\n---\n“Jalan ini selesai Maret,” ujar Kepala Dinas Perhubungan \
         Metro Hendra Wirawan, Senin (02/02/2026). Dishub menambah lampu.\n",
    ),
    (
        "lampu.md",
        "---\njudul: Lampu jalan menyala\ntanggal: 2026-02-09\n---\n“Lampu menyala sampai pagi,” ujar Hendra, Senin \
         (09/02/2026).\n",
    ),
    ("data.jsonl", "{\"id\":\"n1\",\"title\":\"Panen\",\"text\":\"Warga Sukamaju panen padi.\"}\n"),
];

/// What comes to it: longer forms of names, a second file of one name and of one title, a
/// second line of one id.
const LATER: [(&str, &str); 4] = [
    (
        "baru.md",
        "---\njudul: Camat pamit\ntanggal: 2026-03-02\n---\n“Terima kasih,” kata Camat Metro Pusat, Sari Dewi Lestari, Senin \
         (02/03/2026).\n",
    ),
    (
        "2026/jalan.md",
        "---\njudul: Jalan diperbaiki\ntanggal: 2026-03-03\n---\n“Jalan kedua menyusul,” ujar Kepala Dinas Perhubungan \
         Metro Hendra Wirawan Saputra, Selasa (03/03/2026).\n",
    ),
    ("a.jsonl", "{\"id\":\"n1\",\"title\":\"Panen\",\"text\":\"Warga Sukamaju panen jagung.\"}\n"),
    ("resmi.txt", "Gedung serbaguna dibuka untuk warga.\n"),
];

/// Presses files in the order of their names, as a folder is.
fn pressed(files: &Files, lock: Option<&str>) -> Pressed {
    let lock = lock.map(|text| (LOCK.to_string(), text.as_bytes().to_vec()));
    let named = files.iter().map(|(name, text)| (name.to_string(), text.as_bytes().to_vec()));
    press(lock.into_iter().chain(named))
}

fn text(pressed: &Pressed) -> String {
    pressed.lock.as_ref().expect("a whole lock").text()
}

/// Every address of an archive: those of articles with their statements, and of entities by their kind.
fn addresses(archive: &Archive) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for article in &archive.articles {
        let first = article.text.chars().take(30).collect::<String>();
        all.push((format!("artikel/{}/", article.id), first));
        all.extend(article.quotes.iter().map(|quote| {
            (format!("artikel/{}/#{}", article.id, quote.anchor), quote.span.of(&article.text).to_string())
        }));
    }
    all.extend(archive.people.iter().map(|person| (format!("tokoh/{}/", person.slug), person.name.clone())));
    all.extend(archive.organisations.iter().map(|body| (format!("lembaga/{}/", body.slug), body.name.clone())));
    all.extend(archive.places.iter().map(|place| (format!("?tempat={}", place.slug), place.name.clone())));
    all.extend(archive.topics.iter().map(|topic| (format!("topik/{}/", topic.slug), topic.name.clone())));
    all
}

/// Where an address leads in an archive: to what it stood for, under a former slug too.
fn leads(archive: &Archive, address: &str) -> Option<String> {
    if let Some((_, found)) = addresses(archive).into_iter().find(|(known, _)| known == address) {
        return Some(found);
    }
    archive.former.iter().find_map(|former| {
        let (kind, name) = match former.entity {
            EntityRef::Person(i) => ("tokoh", &archive.people[i as usize].name),
            EntityRef::Organisation(i) => ("lembaga", &archive.organisations[i as usize].name),
            EntityRef::Topic(i) => ("topik", &archive.topics[i as usize].name),
            _ => return None,
        };
        (format!("{kind}/{}/", former.slug) == address).then(|| name.clone())
    })
}

#[test]
fn the_lock_of_a_press_changes_nothing_of_the_same_articles() {
    let files: Files = FIRST.into_iter().collect();
    let first = pressed(&files, None);
    let second = pressed(&files, Some(&text(&first)));
    assert!(first == second, "{:?}", second.problems);
    assert_eq!(text(&first), text(&second));
}

#[test]
fn every_old_address_leads_to_what_it_led_to() {
    let old: Files = FIRST.into_iter().collect();
    let first = pressed(&old, None);
    let before = addresses(&first.archive);
    assert!(before.len() > 12, "{before:#?}");
    for (address, _) in &before {
        let same: Vec<_> = before.iter().filter(|(other, _)| other == address).collect();
        assert_eq!(same.len(), 1, "{address} is there twice");
    }
    // Each of the newcomers alone, and all of them.
    let mut trials: Vec<Vec<(&str, &str)>> = LATER.iter().map(|one| vec![*one]).collect();
    trials.push(LATER.to_vec());
    for trial in trials {
        let files: Files = FIRST.into_iter().chain(trial.iter().copied()).collect();
        let next = pressed(&files, Some(&text(&first)));
        assert_eq!(next.archive.articles.len(), FIRST.len() + trial.len());
        for (address, stood_for) in &before {
            let found = leads(&next.archive, address);
            let found = found.unwrap_or_else(|| panic!("{address} ({stood_for}) leads nowhere after {trial:?}"));
            if address.starts_with("artikel/") {
                assert_eq!(&found, stood_for, "{address}");
            }
        }
        let again = pressed(&files, Some(&text(&next)));
        assert!(next.archive == again.archive, "a third press changes nothing");
    }
    let all: Files = FIRST.into_iter().chain(LATER).collect();
    let next = pressed(&all, Some(&text(&first)));
    let slugs = |name: &str| {
        let people = next.archive.people.iter().filter(|person| person.name == name);
        people.map(|person| person.slug.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(slugs("Sari Dewi Lestari"), ["sari-dewi"], "the slug as first given");
    assert_eq!(slugs("Hendra Wirawan Saputra"), ["hendra-wirawan"]);
    // Without the lock they would not.
    let without = pressed(&all, None);
    let lost = before.iter().filter(|(address, _)| leads(&without.archive, address).is_none()).count();
    assert!(lost >= 2, "the newcomers change {lost} addresses where nothing is remembered");
}

#[test]
fn two_people_who_turn_out_to_be_one_keep_both_addresses() {
    let camat = |name: &str| format!("“Kami siap,” kata Camat Metro Pusat, {name}, Senin (19/01/2026).\n");
    let file = |name: &str, text: String| (name.to_string(), text.into_bytes());
    let two = || [file("a.txt", camat("Sari Dewi")), file("b.txt", camat("Dewi Lestari"))];
    let first = press(two().into_iter());
    let slugs: Vec<&str> = first.archive.people.iter().map(|person| person.slug.as_str()).collect();
    assert_eq!(slugs, ["dewi-lestari", "sari-dewi"]);
    let lock = file(LOCK, text(&first));
    let third = file("c.txt", camat("Sari Dewi Lestari"));
    let next = press([lock].into_iter().chain(two()).chain([third]));
    let people = &next.archive.people;
    assert_eq!(people.len(), 1, "{people:?}");
    let former: Vec<_> = next.archive.former.iter().map(|former| (former.slug.as_str(), former.entity)).collect();
    assert_eq!(people[0].slug, "dewi-lestari", "of two, the one of the longer name");
    assert_eq!(former, [("sari-dewi", EntityRef::Person(0))]);
}

#[test]
fn a_lock_that_cannot_be_read_is_named_and_not_replaced() {
    let files: Files = FIRST.into_iter().collect();
    let whole = text(&pressed(&files, None));
    let damaged = whole.replace("[people]", "[people");
    let line = damaged.lines().position(|line| line == "[people").expect("the damage") + 1;
    let next = pressed(&files, Some(&damaged));
    assert_eq!(next.lock, None);
    let problems: Vec<_> = next.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with(&format!("jejak.lock:{line}: ")), "{problems:?}");
    assert_eq!(next.archive.articles.len(), FIRST.len());
}
