//! How one can ask, and what is said when a word was read in another way.

use crate::archive::{Page, library, words};
use jejak_app::state::settings::Settings;

fn page(path: &str, query: &str) -> Page {
    Page::of(&library(), path, query, "", Settings::default())
}

#[test]
fn each_example_can_be_tried_and_names_come_from_the_archive() {
    let page = page("", "");
    let (links, examples) = (page.attributes(".asking a", "href"), page.all(".asking dt"));
    assert_eq!(links.len(), examples.len());
    assert!(links.iter().all(|href| href.starts_with("?q=")), "{links:?}");
    let all: Vec<String> = examples.into_iter().map(words).collect();
    assert!(all.contains(&"tokoh:\"Ratna Dewi\"".to_owned()), "{all:?}");
    assert!(all.contains(&"sejak:2026".to_owned()), "{all:?}");
}

#[test]
fn a_word_read_in_another_way_is_said_with_a_way_back() {
    for path in ["", "kutipan/"] {
        let page = page(path, "q=jaalan");
        let said = words(page.one(".notice"));
        assert!(said.contains("“jaalan”") && said.contains("“jalan”"), "{said}");
        assert_eq!(words(page.one(".notice button")), "Cari persis “jaalan”");
        assert_ne!(page.one("[role=status]").attr("data-count"), Some("0"));
    }
    let exact = page("", "q=%22jaalan%22");
    assert_eq!(exact.one("[role=status]").attr("data-count"), Some("0"));
    assert!(exact.all(".notice button").is_empty());
}
