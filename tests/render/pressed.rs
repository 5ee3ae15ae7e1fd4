//! From a file to a page: what the press finds in an article is what a reader sees of it.

use crate::archive::{Page, words};
use jejak_app::state::library::Library;
use jejak_app::state::settings::Settings;

const ARTICLE: &str = "---\ntitle: Bupati Panjalu Resmikan Jembatan Cibarani\ndate: 2026-03-09\nsource: Warta Panjalu\n\
    url: https://warta.example/jembatan\n---\n\nBupati Panjalu, Hendra Wirawan, meresmikan Jembatan Cibarani pada Senin \
    (9/3/2026).\n\n\u{201c}Jembatan ini memangkas perjalanan warga sampai satu jam,\u{201d} kata Hendra Wirawan.\n\n\
    Ia menegaskan bahwa perawatan jembatan ditanggung pemerintah kabupaten.\n\nBaca juga: Jalan Cibarani Rusak\n";

fn library() -> Library {
    let files = [
        ("archive.toml", "title = \"Arsip Panjalu\"\nlanguage = \"id\"\n"),
        ("jembatan.md", ARTICLE),
        ("pasar.txt", "Pasar Panjalu ramai.\n\nHarga beras di Pasar Panjalu turun pada Selasa (3/3/2026)."),
    ];
    let pressed = jejak_press::press(files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into_iter());
    Library::open(jejak_archive::write(&pressed.archive, &jejak_press::stem::Indonesian)).unwrap()
}

#[test]
fn the_statement_in_a_file_is_found_by_its_words_and_opens_at_its_address() {
    let library = library();
    let front = Page::of(&library, "", "q=memangkas+perjalanan", "", Settings::default());
    assert_eq!(words(front.one("h1")), "Arsip Panjalu");
    assert_eq!(front.one("[role=status]").attr("data-count"), Some("1"));
    assert_eq!(front.one("article[data-article]").attr("data-article"), Some("jembatan"));
    let quote = front.one(".hit-quote");
    assert_eq!(quote.attr("data-speaker"), Some("Hendra Wirawan"));
    let href = front.one(".hit-quote blockquote a").attr("href").unwrap().to_owned();
    let (path, anchor) = href.split_once('#').unwrap();

    let article = Page::of(&library, path, "", anchor, Settings::default());
    let target = article.one("[data-target]");
    assert_eq!(words(target), "Jembatan ini memangkas perjalanan warga sampai satu jam");
    assert_eq!(target.attr("data-speaker"), Some("Hendra Wirawan"));
    assert_eq!(words(article.one("time")), "Terbit Senin, 9 Maret 2026");
    assert!(article.attributes("[data-kind]", "data-kind").contains(&"reported".to_owned()));
    assert_eq!(article.attributes("[data-removed]", "data-removed"), ["related-link"]);
}

#[test]
fn the_person_named_in_a_file_is_a_filter() {
    let library = library();
    let front = Page::of(&library, "", "", "", Settings::default());
    let person = front.one("[data-facet=tokoh]");
    let slug = person.attr("data-value").unwrap();
    assert_eq!(person.attr("data-count"), Some("1"));
    let without = Page::of(&library, "", &format!("tokoh=-{slug}"), "", Settings::default());
    assert_eq!(without.attributes("article[data-article]", "data-article"), ["pasar"]);
}
