//! What the default archive shows of people whose offices changed: held against what is known of them.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::path::PathBuf;

use jejak_archive::model::{Archive, Person, Speaker, Standing};

fn archive() -> Archive {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../assets/articles");
    jejak_press::press_folder(&folder).expect("the default archive presses").archive
}

fn person<'a>(archive: &'a Archive, name: &str) -> &'a Person {
    archive.people.iter().find(|person| person.name == name).expect("a person of the archive")
}

/// Each of somebody's offices: standing, office, body, first and last day.
fn held(archive: &Archive, name: &str) -> Vec<(Standing, String, Option<String>, String, String)> {
    let day = |day: Option<jejak_archive::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let roles = &person(archive, name).roles;
    roles
        .iter()
        .map(|role| (role.standing, role.office.clone(), role.organisation.clone(), day(role.from), day(role.to)))
        .collect()
}

#[test]
fn the_mayor_holds_office_from_the_day_on_which_he_was_sworn_in() {
    let roles = held(&archive(), "Bambang Iman Santoso");
    assert_eq!(roles.len(), 1, "{roles:?}");
    let (standing, office, body, from, _) = &roles[0];
    assert_eq!((*standing, office.as_str(), body.as_deref()), (Standing::Definitive, "Wali Kota", Some("Kota Metro")));
    assert_eq!(from, "2025-02-20");
}

#[test]
fn the_mayor_of_the_campaign_months_held_office_for_the_time_being() {
    let roles = held(&archive(), "Descatama Paksi Moeda");
    assert_eq!(roles.len(), 1, "{roles:?}");
    let (standing, office, body, from, to) = &roles[0];
    assert_eq!((*standing, office.as_str(), body.as_deref()), (Standing::Interim, "Wali Kota", Some("Kota Metro")));
    assert!(from.starts_with("2024-09") && to.starts_with("2024-1"), "{from} to {to}");
}

#[test]
fn the_acting_secretary_is_so_in_all_articles_but_one() {
    let archive = archive();
    let roles = held(&archive, "Bayana");
    assert_eq!(roles.len(), 2, "{roles:?}");
    let of = |standing| roles.iter().find(|role| role.0 == standing).expect("a standing");
    let (acting, definitive) = (of(Standing::Acting), of(Standing::Definitive));
    assert_eq!((acting.1.as_str(), definitive.1.as_str()), ("Sekretaris Daerah", "Sekretaris Daerah"));
    // The differing article lies inside the time in which others show him acting: the page says so.
    assert_eq!((definitive.3.as_str(), definitive.4.as_str()), ("2026-01-19", "2026-01-19"));
    assert!(acting.3 < definitive.3 && definitive.4 < acting.4, "{roles:?}");
    let differing = person(&archive, "Bayana").roles.iter().find(|role| role.standing == Standing::Definitive);
    assert_eq!(differing.map(|role| role.articles.len()), Some(1));
}

#[test]
fn two_people_of_one_short_name_are_two() {
    let archive = archive();
    let (protest, official) = (person(&archive, "Bangkit"), person(&archive, "Bangkit Haryo Utomo"));
    assert_ne!(protest.slug, official.slug);
    assert!(protest.roles.iter().all(|role| role.office.starts_with("Koordinator")), "{:?}", protest.roles);
    assert!(official.roles.iter().any(|role| role.office == "Sekretaris Daerah"), "{:?}", official.roles);
    // None of the official's statements stands in the article of the protest.
    let index = archive.people.iter().position(|other| other.slug == official.slug).expect("its place");
    let article = archive.articles.iter().find(|article| article.id.contains("thl-non-database")).expect("the protest");
    let his = |speaker: &Option<Speaker>| matches!(speaker, Some(Speaker::Person(at)) if *at as usize == index);
    assert!(article.quotes.iter().all(|quote| !his(&quote.speaker)));
}
