//! The pages about people, organisations, topics and regulations.

use crate::archive::{Page, archive, library, open, words};
use jejak_app::render;
use jejak_app::state::library::Library;
use jejak_app::state::settings::{Language, Settings};
use jejak_app::state::url::Location;
use jejak_archive::model::{Archive, EntityRef, Mention, Regulation, Role, Standing};
use jejak_archive::{Date, Span};

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
fn the_table_counts_what_a_person_says_beside_all_articles_of_a_month() {
    let mut archive = archive();
    let mut other = archive.articles[0].clone();
    (other.id, other.title) = ("pasar-baru".to_owned(), "Pasar baru".to_owned());
    other.quotes.clear();
    archive.articles.insert(1, other);
    let page = page(&open(&archive), "tokoh/ratna-dewi/");
    let rows = page.all(".over-time tbody tr");
    let cells: Vec<String> = rows[0]
        .select(&scraper::Selector::parse("th, td").unwrap())
        .map(|cell| words(cell).trim().to_owned())
        .collect();
    assert_eq!(cells, ["2 Feb 2026 – 8 Feb 2026", "2", "2", "100,0"]);
}

#[test]
fn offices_show_standing_days_and_articles_and_what_differs_is_said() {
    let page = page(&open(&with_roles()), "tokoh/ratna-dewi/");
    assert_eq!(page.attributes("[data-role]", "data-standing"), ["Pj", "definitif"]);
    assert_eq!(page.attributes("[data-role]", "data-from"), ["2025-02-01", "2025-06-09"]);
    let names: Vec<_> = page.all(".role-name").into_iter().map(words).collect();
    assert_eq!(names, ["Pj Camat, Desa", "Camat, Desa"]);
    let links = page.attributes(".role .role-articles a", "href");
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
    // Each once, with the organisation itself.
    assert_eq!(page.one(".holders .record-way a").attr("href"), Some("kutipan/?tokoh=ratna-dewi&lembaga=desa"));
    assert_eq!(page.attributes("[data-newest] a", "href"), ["artikel/panen/"]);
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

/// The first article names a regulation in the statement of an official, and once more outside of it.
fn with_law() -> Archive {
    let mut archive = archive();
    let law = |slug: &str, name: &str, aliases: &[&str]| Regulation {
        slug: slug.into(),
        name: name.into(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        kind: name.split(' ').next().unwrap_or_default().to_owned(),
        number: None,
        year: None,
    };
    archive.regulations = vec![
        law("perda-7-2020", "Perda 7/2020", &["Perda Desa Nomor 7"]),
        law("permendagri-59-2021", "Permendagri 59/2021", &["Permendagri SPM 59/2021"]),
        law("uu-3", "UU 3", &[]),
    ];
    let said = archive.articles[0].quotes[0].span;
    let first = Span { start: said.start, end: said.start + 4 };
    let mention = |span, law| Mention { span, entity: EntityRef::Regulation(law) };
    archive.articles[0].mentions.push(mention(first, 1));
    archive.articles[0].mentions.push(mention(Span::new(0..1), 0));
    archive.articles[1].mentions.push(mention(Span::new(0..3), 1));
    archive.articles[2].mentions.push(mention(Span::new(0..3), 2));
    archive
}

#[test]
fn a_regulation_says_what_it_is_where_it_is_named_and_who_speaks_of_it() {
    let archive = with_law();
    let library = open(&archive);
    let page = page(&library, "peraturan/permendagri-59-2021/");
    assert_eq!(words(page.one("h1")), "Permendagri Nomor 59 Tahun 2021");
    assert!(page.title.starts_with("Permendagri Nomor 59 Tahun 2021"));
    let head = words(page.one(".record-head"));
    assert!(head.contains("Peraturan Menteri Dalam Negeri") && head.contains("Permendagri SPM 59/2021"), "{head}");
    assert!(head.contains("disebut dalam 2 artikel") && head.contains("1 pernyataan dalam 1 artikel"), "{head}");
    let days: Vec<Date> = archive.articles[..2].iter().filter_map(|article| article.date).collect();
    let mentioned = words(page.one("[data-mentioned]"));
    assert_eq!(days.len(), 2, "both have a day");
    assert!(mentioned.starts_with("Pertama disebut") && mentioned.contains("terakhir 3 Feb 2026"), "{mentioned}");
    assert_eq!(page.attributes(".reading-kicker a", "href"), ["peraturan/"]);
    assert!(page.all(".record-head .notice").is_empty());

    assert_eq!(page.attributes(".passages li", "data-article"), ["rapat-jalan", "pasar"]);
    let marked: Vec<_> = page.all(".passages mark").into_iter().map(words).collect();
    let text = |at: usize| {
        let mentions = archive.articles[at].mentions.iter();
        let own = mentions.filter(|mention| mention.entity == EntityRef::Regulation(1));
        own.map(|mention| mention.span.of(&archive.articles[at].text).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(marked, [text(0), text(1)].concat());
    let bars = page.all(".over-time [data-count]");
    let sum: u32 = bars.iter().map(|bar| bar.attr("data-count").unwrap().parse::<u32>().unwrap()).sum();
    assert_eq!(sum, 2, "articles in time");

    let quote = archive.articles[0].quotes[0].anchor.as_str();
    assert_eq!(page.attributes("[data-quote]", "data-quote"), [quote], "that which names it alone");
    assert_eq!(page.one("[role=status]").attr("data-count"), Some("1"));
    let speakers = page.attributes("[data-facet=tokoh] a", "href");
    assert_eq!(speakers[0], "kutipan/?tokoh=ratna-dewi&peraturan=permendagri-59-2021", "who speaks of it comes first");
    let others = page.attributes("[data-facet=peraturan]", "data-value");
    assert_eq!(others, ["perda-7-2020"]);
    assert_eq!(page.attributes("[data-facet=peraturan] a", "href"), ["peraturan/perda-7-2020/"]);
    assert!(page.attributes("main a.button", "href").contains(&"?peraturan=permendagri-59-2021".to_owned()));
}

#[test]
fn a_regulation_that_may_be_several_says_so() {
    let library = open(&with_law());
    let regional = page(&library, "peraturan/perda-7-2020/");
    assert!(words(regional.one(".record-head .notice")).starts_with("Perda diterbitkan banyak daerah"));
    assert!(words(regional.one("#pernyataan ~ .record-hint")).contains("di luar pernyataan"));
    let undated = page(&library, "peraturan/uu-3/");
    assert_eq!(words(undated.one("h1")), "UU Nomor 3");
    assert!(words(undated.one(".record-head .notice")).contains("tidak mencetak tahunnya"));
    let unknown = page(&library, "peraturan/hilang/");
    assert!(words(unknown.one("main")).contains("peraturan “hilang”"));
    let english = Settings { language: Language::En, ..Settings::default() };
    let page = Page::of(&library, "peraturan/permendagri-59-2021/", "", "", english);
    let head = words(page.one(".record-head"));
    assert!(head.contains("Peraturan Menteri Dalam Negeri (regulation of the Minister of Home Affairs)"), "{head}");
    assert_eq!(page.one("h1").attr("lang"), Some("id"), "its name stays as it is");
}

#[test]
fn all_regulations_stand_on_one_page_by_kind() {
    let library = open(&with_law());
    let list = page(&library, "peraturan/");
    assert!(list.title.starts_with("Peraturan"));
    assert!(words(list.one(".record-head")).contains("menyebut 3 peraturan"));
    let kinds: Vec<_> = list.all(".laws h2").into_iter().map(words).collect();
    assert_eq!(kinds, ["Peraturan Daerah", "Peraturan Menteri Dalam Negeri", "Undang-Undang"]);
    assert_eq!(list.attributes(".laws li", "data-count"), ["1", "2", "1"]);
    assert_eq!(list.attributes(".laws a", "href")[1], "peraturan/permendagri-59-2021/");
    let all = render::addresses(&library);
    let paths: Vec<String> = all.iter().map(Location::href).filter(|href| href.starts_with("peraturan/")).collect();
    let pages = ["peraturan/perda-7-2020/", "peraturan/permendagri-59-2021/", "peraturan/uu-3/", "peraturan/"];
    assert_eq!(paths, pages);
    let none = render::addresses(&open(&archive()));
    assert!(none.iter().all(|own| !own.href().starts_with("peraturan/")), "an archive without any has no such page");
}
