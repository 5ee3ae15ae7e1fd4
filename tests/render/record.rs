//! The pages about people, organisations and topics.

use crate::archive::{Page, archive, library, open, words};
use jejak_app::state::library::Library;
use jejak_app::state::settings::Settings;
use jejak_archive::Date;
use jejak_archive::model::{Archive, EntityRef, Mention, Role, Standing};

fn page(library: &Library, path: &str) -> Page {
    Page::of(library, path, "", "", Settings::default())
}

fn role(standing: Standing, from: Date, to: Date, articles: &[u32]) -> Role {
    Role {
        office: "Camat".into(),
        organisation: Some("Desa".into()),
        standing,
        from: Some(from),
        to: Some(to),
        articles: articles.to_vec(),
    }
}

/// Ratna holds one office in two standings at a time.
fn with_roles() -> Archive {
    let mut archive = archive();
    let day = Date::constant;
    let ratna = &mut archive.people[1];
    ratna.aliases = vec!["Bu Ratna".into()];
    ratna.honorifics = vec!["S.H.".into()];
    ratna.roles = vec![
        role(Standing::Acting, day(2025, 2, 1), day(2026, 2, 3), &[0, 2]),
        role(Standing::Definitive, day(2025, 6, 9), day(2025, 6, 9), &[1]),
    ];
    archive
}

#[test]
fn words_are_looked_for_among_a_persons_statements() {
    let library = open(&with_roles());
    let asked = |query: &str| Page::of(&library, "tokoh/ratna-dewi/", query, "", Settings::default());
    let all = asked("").attributes("[data-quote]", "data-quote");
    assert_eq!(all, ["k-aaaaaaaa", "k-bbbbbbbb"]);
    let found = asked("q=panen");
    assert_eq!(found.attributes("[data-quote]", "data-quote"), ["k-aaaaaaaa"]);
    assert_eq!(found.one("[role=status]").attr("data-count"), Some("1"));
    assert_eq!(found.one("[role=search] input").attr("value"), Some("panen"));
    let none = asked("q=tidakada");
    assert_eq!(none.one("[role=status]").attr("data-count"), Some("0"));
    assert_eq!(none.attributes(".empty a", "href"), ["tokoh/ratna-dewi/"]);
    assert!(none.all("[data-quote]").is_empty());
}

#[test]
fn a_person_has_name_offices_statements_and_company() {
    let page = page(&open(&with_roles()), "tokoh/ratna-dewi/");
    assert_eq!(words(page.one("h1")), "Ratna Dewi");
    assert!(page.title.starts_with("Ratna Dewi"));
    let head = words(page.one(".record-head"));
    assert!(head.contains("Bu Ratna") && head.contains("S.H.") && head.contains("disebut dalam 1 artikel"), "{head}");
    assert_eq!(page.one("[role=status]").attr("data-count"), Some("2"));
    assert_eq!(page.attributes("[data-quote]", "data-quote"), ["k-aaaaaaaa", "k-bbbbbbbb"]);
    assert_eq!(page.attributes("[data-quote]", "data-speaker"), ["Ratna Dewi", "Ratna Dewi"]);
    let bars = page.all(".over-time [data-count]");
    let sum: u32 = bars.iter().map(|bar| bar.attr("data-count").unwrap().parse::<u32>().unwrap()).sum();
    assert_eq!(sum, 2);
    let rows = page.all(".over-time tbody tr");
    assert_eq!(rows.len(), 1, "a row for each bar that is not empty");
    assert!(words(rows[0]).contains("Feb 2026"), "{}", words(rows[0]));
    let topic = page.one("[data-facet=topik][data-value=jalan]");
    assert_eq!(topic.attr("data-count"), Some("1"));
    assert_eq!(
        page.attributes("[data-facet=topik] a", "href"),
        ["?tokoh=ratna-dewi&topik=jalan"],
        "both filters, so that the count is what one sees"
    );
    assert_eq!(page.attributes("[data-facet=sumber] a", "href"), ["?tokoh=ratna-dewi&sumber=kabar-suka"]);
}

#[test]
fn offices_show_standing_days_and_articles_and_what_differs_is_said() {
    let page = page(&open(&with_roles()), "tokoh/ratna-dewi/");
    assert_eq!(page.attributes("[data-role]", "data-standing"), ["Pj", "definitif"]);
    assert_eq!(page.attributes("[data-role]", "data-from"), ["2025-02-01", "2025-06-09"]);
    let names: Vec<_> = page.all(".role-name").into_iter().map(words).collect();
    assert_eq!(names, ["Pj Camat, Desa", "Camat, Desa"]);
    let links = page.attributes(".role-articles a", "href");
    assert_eq!(links, ["artikel/rapat-jalan/", "artikel/panen/", "artikel/pasar/"]);
    let differs = page.one("[data-differ=bersamaan]");
    let said = words(differs);
    assert!(
        said.contains("Pj (1 Feb 2025 – 3 Feb 2026)") && said.contains("definitif (hanya pada 9 Jun 2025)"),
        "{said}"
    );
    let meaning: Vec<_> = page.all(".standings dt").into_iter().map(words).collect();
    assert_eq!(meaning, ["definitif", "Pj"], "the standings that occur are explained");
    assert_eq!(page.all(".role-line .role-seen").len(), 3, "one mark for each dated article");
    assert!(
        page.all(".role-line [x1]").iter().all(|line| line.attr("x1").is_some_and(|x| x == "0" || x.ends_with('%')))
    );
}

#[test]
fn a_statement_says_where_its_office_is_not_the_one_in_force() {
    let mut archive = with_roles();
    let day = Date::constant;
    // Articles before and after show Ratna as Pj; the one with her statements prints her without.
    archive.people[1].roles = vec![
        role(Standing::Acting, day(2025, 2, 1), day(2026, 3, 1), &[1, 2]),
        role(Standing::Definitive, day(2026, 2, 3), day(2026, 2, 3), &[0]),
    ];
    let page = page(&open(&archive), "tokoh/ratna-dewi/");
    let flags = page.all(".statement [data-differ]");
    assert_eq!(flags.len(), 2, "both of her statements");
    assert_eq!(words(flags[0]).trim(), "menurut artikel lain saat itu Pj Camat, Desa (1 Feb 2025 – 1 Mar 2026)");
    let agreeing = self::page(&open(&with_roles()), "tokoh/ratna-dewi/");
    assert!(agreeing.all(".statement [data-differ]").is_empty());
}

#[test]
fn an_organisation_names_its_office_holders() {
    let page = page(&open(&with_roles()), "lembaga/desa/");
    assert_eq!(words(page.one("h1")), "Desa");
    assert_eq!(page.attributes(".holder-list a", "href"), ["tokoh/ratna-dewi/", "tokoh/ratna-dewi/"]);
    assert_eq!(page.one("[role=status]").attr("data-count"), Some("0"));
}

#[test]
fn a_topic_says_who_speaks_most() {
    let page = page(&library(), "topik/jalan/");
    assert_eq!(page.one("[role=status]").attr("data-count"), Some("3"));
    let speaker = page.one("[data-facet=tokoh][data-value=ratna-dewi]");
    assert_eq!(speaker.attr("data-count"), Some("2"));
    assert_eq!(page.attributes("[data-facet=tokoh] a", "href")[0], "kutipan/?tokoh=ratna-dewi&topik=jalan");
    assert_eq!(page.all(".statement-who").len(), 3, "statements of several people name each");
}

#[test]
fn people_who_only_are_named_get_no_page() {
    let library = library();
    let private = page(&library, "tokoh/joko/");
    assert_eq!(words(private.one("h1")), "Joko");
    assert!(private.all("[data-record], [data-quote]").is_empty());
    assert_eq!(private.one("main a").attr("href"), Some("?tokoh=joko"));
    let unknown = page(&library, "tokoh/hilang/");
    assert!(words(unknown.one("main")).contains("tokoh “hilang”"));
    assert!(unknown.title.starts_with("Halaman tidak ditemukan"));
}

#[test]
fn company_leads_to_its_own_page_where_it_has_one() {
    let mut archive = with_roles();
    // Joko is only named; the two now share an article.
    archive.articles[0]
        .mentions
        .insert(0, Mention { span: jejak_archive::Span::new(0..5), entity: EntityRef::Person(0) });
    let page = page(&open(&archive), "tokoh/ratna-dewi/");
    assert_eq!(page.attributes("[data-facet=tokoh] a", "href"), ["?tokoh=joko"]);
    assert_eq!(page.attributes("[data-facet=tokoh]", "data-count"), ["1"]);
}

#[test]
fn many_statements_are_paged() {
    let mut archive = archive();
    let article = archive.articles[0].clone();
    for i in 0..30 {
        let mut copy = article.clone();
        copy.id = format!("salinan-{i:02}");
        archive.articles.push(copy);
    }
    let library = open(&archive);
    let first = page(&library, "tokoh/ratna-dewi/");
    assert_eq!(first.all("[data-quote]").len(), 20);
    assert_eq!(first.one("[role=status]").attr("data-count"), Some("62"));
    assert_eq!(first.attributes(".pager a", "href"), ["tokoh/ratna-dewi/?hal=2"]);
    let last = Page::of(&library, "tokoh/ratna-dewi/", "hal=4", "", Settings::default());
    assert_eq!(last.all("[data-quote]").len(), 2);
    assert_eq!(last.attributes(".pager a", "href"), ["tokoh/ratna-dewi/?hal=3"]);
}
