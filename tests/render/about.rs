//! What the archive says of itself, and addresses of old.

use crate::archive::{Page, archive, open, words};
use jejak_app::render;
use jejak_app::state::settings::Settings;
use jejak_archive::model::{Archive, Corrected, EntityRef, Former, Meta};

fn page(archive: &Archive, path: &str, query: &str) -> Page {
    Page::of(&open(archive), path, query, "", Settings::default())
}

#[test]
fn the_page_about_the_archive_says_what_is_known() {
    let mut archive = archive();
    let bare = page(&archive, "tentang/", "");
    assert_eq!(words(bare.one("h1")), "Tentang arsip ini");
    assert!(words(bare.one("main .nameplate-extent")).contains("4 artikel"));
    assert!(bare.all("main a").is_empty(), "no contact is given");
    assert_eq!(bare.title, "Tentang arsip ini · Arsip Sukamaju");
    archive.meta = Meta {
        publisher: Some("Perpustakaan Sukamaju".into()),
        licence: Some("CC BY 4.0".into()),
        contact: Some("mailto:redaksi@sukamaju.example".into()),
        about: vec!["Satu.".into(), "Dua <b>.".into()],
        ..archive.meta
    };
    let full = page(&archive, "tentang/", "");
    let said = words(full.one("main"));
    for part in ["Satu.", "Dua <b>.", "Perpustakaan Sukamaju", "CC BY 4.0", "3 pernyataan"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.contains(open(&archive).stamp()), "the whole stamp");
    assert_eq!(full.one("main a").attr("href"), Some("mailto:redaksi@sukamaju.example"));
    assert!(page(&archive, "", "").attributes(".footer a", "href").contains(&"tentang/".to_owned()));
}

#[test]
fn a_logo_stands_above_the_title() {
    let mut archive = archive();
    assert!(page(&archive, "", "").all("img").is_empty());
    archive.meta.logo = Some("logo-0123456789abcdef.svg".into());
    assert_eq!(page(&archive, "", "").one("img").attr("src"), Some("logo-0123456789abcdef.svg"));
}

#[test]
fn an_address_of_old_shows_what_it_leads_to_and_links_to_the_new() {
    let mut archive = archive();
    archive.former = vec![Former { slug: "bu-ratna".into(), entity: EntityRef::Person(1) }];
    let (old, new) = (page(&archive, "tokoh/bu-ratna/", ""), page(&archive, "tokoh/ratna-dewi/", ""));
    assert_eq!(words(old.one("main")), words(new.one("main")));
    assert_eq!(old.attributes("main a", "href"), new.attributes("main a", "href"));
    for (path, query) in [("", "tokoh={}"), ("", "tokoh=-{}&q=desa"), ("kutipan/", "tokoh={}")] {
        let (old, new) = (
            page(&archive, path, &query.replace("{}", "bu-ratna")),
            page(&archive, path, &query.replace("{}", "ratna-dewi")),
        );
        assert_eq!(words(old.one("main")), words(new.one("main")), "{path}?{query}");
    }
    let addresses: Vec<_> = render::addresses(&open(&archive)).iter().map(|location| location.href()).collect();
    assert!(addresses.contains(&"tentang/".to_owned()));
    assert!(!addresses.iter().any(|address| address.contains("bu-ratna")), "it is no page of its own");
}

#[test]
fn what_was_corrected_is_said() {
    let mut archive = archive();
    assert!(page(&archive, "artikel/rapat-jalan/", "").all("[data-corrected]").is_empty());
    archive.articles[0].corrected = vec![Corrected::Speaker, Corrected::Date];
    let said = words(page(&archive, "artikel/rapat-jalan/", "").one("[data-corrected]"));
    assert_eq!(said, "Dikoreksi oleh pengelola arsip: pembicara, tanggal.");
}
