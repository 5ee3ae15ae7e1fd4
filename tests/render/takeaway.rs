//! What pages offer to take away: buttons that say what they are about, and a dialog that holds nothing yet.

use crate::archive::{Page, library, words};
use jejak_app::components::takeaway::OPENS;
use jejak_app::state::settings::Settings;

fn page(path: &str) -> Page {
    Page::of(&library(), path, "", "", Settings::default())
}

#[test]
fn each_statement_of_a_list_costs_one_element() {
    let page = page("kutipan/");
    let statements = page.all(".statement").len();
    let said: Vec<String> = page.attributes(&format!(".statement [{OPENS}]"), OPENS);
    assert_eq!(said, ["rapat-jalan#k-aaaaaaaa", "rapat-jalan#k-bbbbbbbb", "rapat-jalan#k-cccccccc"]);
    assert_eq!(said.len(), statements);
    assert!(page.all(&format!("[{OPENS}] *")).is_empty(), "a button is one element");
}

#[test]
fn an_article_a_list_and_the_clippings_have_one_button_each() {
    assert_eq!(page("artikel/rapat-jalan/").attributes(".reading-head [data-take]", OPENS), ["rapat-jalan#"]);
    for path in ["", "kutipan/", "tokoh/ratna-dewi/"] {
        let page = page(path);
        assert_eq!(words(page.one("main [data-take='daftar:']")), "Simpan atau unduh", "{path}");
        assert_eq!(words(page.one("footer [data-take='kliping:']")), "Kliping", "{path}");
        assert_eq!(words(page.one("footer [data-take='pencarian:']")), "Pencarian tersimpan", "{path}");
    }
    assert!(page("tentang/").all("main [data-take='daftar:']").is_empty(), "there is no list");
}

#[test]
fn the_dialog_is_closed_and_holds_the_way_out_alone() {
    let page = page("");
    let dialog = page.one("dialog#bawa");
    assert_eq!((dialog.attr("open"), words(dialog)), (None, "Tutup".to_owned()));
}

#[test]
fn paper_says_where_a_page_stands() {
    assert_eq!(words(page("tokoh/ratna-dewi/").one(".printed")), "Dicetak dari tokoh/ratna-dewi/");
    let mut archive = crate::archive::archive();
    archive.meta.base_url = Some("https://arsip.example/".into());
    let published = Page::of(&crate::archive::open(&archive), "", "q=desa", "", Settings::default());
    assert_eq!(words(published.one(".printed")), "Dicetak dari https://arsip.example/?q=desa");
}
