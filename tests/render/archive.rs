//! A small archive of invented news, and pages rendered from it.

use jejak_app::render;
use jejak_app::state::library::Library;
use jejak_app::state::settings::Settings;
use jejak_app::state::url::Location;
use jejak_archive::model::{
    Archive, Article, EntityRef, EventKind, How, Mention, Meta, Organisation, Person, Quote, QuoteKind, Removed,
    RemovedKind, Speaker, Topic,
};
use jejak_archive::{Date, NoStem, Span};
use scraper::{ElementRef, Html, Selector};

/// The text of the main article. The statements are those between marks and the one behind "menegaskan bahwa".
pub(crate) const TEXT: &str = "Camat Sukamaju, Ratna Dewi, membuka rapat pada Selasa (3/2/2026).\n\
    \u{201c}Jalan desa selesai sebelum panen,\u{201d} kata Ratna Dewi. Ia menegaskan bahwa dana sudah ada.\n\
    \u{201c}Kami menunggu buktinya, <b>bukan</b> janji\u{201d}, ujar seorang warga.";

fn quote(words: &str, kind: QuoteKind, speaker: Option<Speaker>, anchor: &str) -> Quote {
    let start = TEXT.find(words).unwrap();
    let how = speaker.as_ref().map(|_| How::Nya);
    let confidence = if speaker.is_some() { 92 } else { 0 };
    let (role, cue, chain) = (None, None, vec![]);
    Quote {
        span: Span::new(start..start + words.len()),
        kind,
        speaker,
        role,
        cue,
        how,
        chain,
        confidence,
        anchor: anchor.to_owned(),
    }
}

fn article(id: &str, title: &str, date: Option<Date>, publisher: &str, text: &str) -> Article {
    Article {
        id: id.to_owned(),
        title: title.to_owned(),
        title_derived: false,
        date,
        published: date,
        dates: vec![],
        dateline: None,
        publisher: Some(publisher.to_owned()),
        byline: vec![],
        caption: None,
        url: None,
        further_sources: Vec::new(),
        text: text.to_owned(),
        removed: vec![],
        quotes: vec![],
        mentions: vec![],
        event: None,
        topics: vec![],
        corrected: vec![],
        replies: vec![],
    }
}

fn person(slug: &str, name: &str) -> Person {
    Person { slug: slug.into(), name: name.into(), aliases: vec![], honorifics: vec![], roles: vec![] }
}

/// An archive as the app opens it.
pub(crate) fn open(archive: &Archive) -> Library {
    Library::open(jejak_archive::write(archive, &NoStem)).unwrap()
}

/// [`archive`], opened.
pub(crate) fn library() -> Library {
    open(&archive())
}

/// Three dated articles and an undated one, with a gap of coverage between them.
pub(crate) fn archive() -> Archive {
    let mut main = article("rapat-jalan", "Jalan & <desa>", Date::new(2026, 2, 3).ok(), "Kabar Suka", TEXT);
    let name = TEXT.find("Ratna Dewi").unwrap();
    let ratna = Some(Speaker::Person(1));
    let at = |words: &str| {
        let start = TEXT.find(words).unwrap();
        Span::new(start..start + words.len())
    };
    main.title_derived = true;
    main.event = Some(EventKind::Rapat);
    main.url = Some("https://kabar.example/jalan?a=1&b=2".into());
    main.byline = vec!["Tono".into()];
    main.caption = Some("Suasana rapat.".into());
    main.topics = vec![0];
    main.removed =
        vec![Removed { kind: RemovedKind::RelatedLink, text: "Baca juga: <script>alert(1)</script>".into(), at: 0 }];
    main.quotes = vec![
        quote("Jalan desa selesai sebelum panen", QuoteKind::Direct, ratna.clone(), "k-aaaaaaaa"),
        Quote {
            cue: Some(at("menegaskan")),
            chain: vec![at("Ia"), at("Ratna Dewi")],
            ..quote("dana sudah ada", QuoteKind::Reported, ratna, "k-bbbbbbbb")
        },
        quote("Kami menunggu buktinya, <b>bukan</b> janji", QuoteKind::Direct, None, "k-cccccccc"),
    ];
    main.mentions = vec![Mention { span: Span::new(name..name + 10), entity: EntityRef::Person(1) }];

    let mut older =
        article("pasar", "Pasar dibuka", Date::new(2025, 6, 9).ok(), "Warta Maju", "Pasar desa dibuka oleh Joko.");
    older.url = Some("javascript:alert(1)".into());
    older.mentions = vec![Mention { span: Span::new(23..27), entity: EntityRef::Person(0) }];
    let mut oldest = article("panen", "Panen raya", Date::new(2025, 2, 1).ok(), "Warta Maju", "Panen raya di desa.");
    oldest.mentions = vec![Mention { span: Span::new(14..18), entity: EntityRef::Organisation(0) }];
    let undated = article("tanpa-hari", "Tanpa hari", None, "Warta Maju", "Desa menunggu.");

    Archive {
        meta: Meta { title: "Arsip Sukamaju".into(), language: "id".into(), ..Meta::default() },
        articles: vec![main, older, oldest, undated],
        people: vec![person("joko", "Joko"), person("ratna-dewi", "Ratna Dewi")],
        organisations: vec![Organisation { slug: "desa".into(), name: "Desa".into(), aliases: vec![] }],
        topics: vec![Topic { slug: "jalan".into(), name: "Jalan".into() }],
        ..Archive::default()
    }
}

/// A rendered page, parsed.
pub(crate) struct Page {
    pub(crate) title: String,
    pub(crate) body: String,
    html: Html,
}

impl Page {
    pub(crate) fn of(library: &Library, path: &str, query: &str, fragment: &str, settings: Settings) -> Self {
        let page = render::page(library, &Location::read(path, query, fragment), settings);
        let html = Html::parse_fragment(&page.body);
        Self { title: page.title, body: page.body, html }
    }

    pub(crate) fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(css).unwrap()).collect()
    }

    pub(crate) fn one(&self, css: &str) -> ElementRef<'_> {
        let all = self.all(css);
        assert_eq!(all.len(), 1, "{css} in {}", self.body);
        all[0]
    }

    pub(crate) fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        self.all(css).iter().map(|e| e.attr(name).unwrap_or("(none)").to_owned()).collect()
    }
}

/// The words of an element.
pub(crate) fn words(element: ElementRef<'_>) -> String {
    element.text().collect()
}
