//! Whatever an article says, it comes out of an archive as it went in: in one piece, in pieces, and packed small.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where its own fixture fails")]

mod common;

use common::{PEOPLE, article, person, ready};
use jejak_archive::form::Frame;
use jejak_archive::model::{
    Archive, Article, EntityRef, EventKind, How, Mention, Quote, QuoteKind, Removed, RemovedKind, Speaker,
};
use jejak_archive::{Date, Engine, NoStem, Outcome, Query, Size, Span, write_sized};
use proptest::prelude::*;

/// Words of any script, controls and marks among them, and words as they are.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-z]{1,9}",
        1 => any::<String>(),
        1 => prop::sample::select(&["\u{202e}", "\0", "e\u{301}\u{301}", "\u{200b}", "İ", "ﬁ", "\u{10ffff}", "\"“", "\r\n", ""][..])
            .prop_map(str::to_owned),
    ];
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

/// Stretches of a text that begin and end with characters, in order and apart.
fn spans(text: &str, cuts: &[prop::sample::Index]) -> Vec<Span> {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| *cut.get(&bounds)).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.chunks_exact(2).map(|pair| Span::new(pair[0]..pair[1])).collect()
}

fn articles() -> impl Strategy<Value = Vec<Article>> {
    let one = (
        (text(), text(), prop::option::of(text()), prop::option::of(text())),
        prop::collection::vec(any::<prop::sample::Index>(), 0..12),
        prop::collection::vec(any::<prop::sample::Index>(), 0..12),
        (any::<u8>(), 0_u32..8, 0_i32..20_000, any::<bool>()),
        prop::collection::vec(text(), 0..3),
    );
    prop::collection::vec(one, 1..6).prop_map(|all| {
        let mut articles: Vec<Article> = all
            .into_iter()
            .enumerate()
            .map(|(nth, ((title, text, outlet, caption), said, named, (draw, who, day, is_dated), more))| {
                let date = is_dated.then(|| Date::constant(1990, 1, 1).saturating_add(jiff::Span::new().days(day)));
                let mut article = article(&format!("a-{nth}"), date, &title, &text);
                let speaker = match draw % 4 {
                    0 => None,
                    1 => Some(Speaker::Role(title.clone())),
                    _ => Some(Speaker::Person(who)),
                };
                let quote = |span: Span| Quote {
                    span,
                    kind: if draw % 2 == 0 { QuoteKind::Direct } else { QuoteKind::Reported },
                    how: speaker.as_ref().map(|_| How::Name),
                    speaker: speaker.clone(),
                    role: caption.clone(),
                    cue: None,
                    chain: vec![span],
                    confidence: draw % 101,
                    anchor: format!("k-{:08x}", span.start),
                };
                article.quotes = spans(&text, &said).into_iter().map(quote).collect();
                let mention = |span| Mention { span, entity: EntityRef::Person(who) };
                article.mentions = spans(&text, &named).into_iter().map(mention).collect();
                article.removed = more
                    .iter()
                    .map(|text| Removed { kind: RemovedKind::Advertisement, text: text.clone(), at: 0 })
                    .collect();
                // No outlet has an empty name.
                article.publisher = outlet.filter(|name| !name.is_empty());
                (article.caption, article.byline) = (caption, more);
                article.event = (draw % 3 > 0).then(|| EventKind::ALL[usize::from(draw) % EventKind::ALL.len()]);
                article
            })
            .collect();
        articles.sort_by(|a, b| (a.date.is_none(), b.date, &a.id).cmp(&(b.date.is_none(), a.date, &b.id)));
        articles
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn articles_come_back_as_they_went_in(articles in articles()) {
        let mut archive = Archive { articles, ..Archive::default() };
        archive.people = PEOPLE.iter().map(|name| person(name)).collect();
        archive.people.sort_by(|a, b| a.slug.cmp(&b.slug));
        for size in [Size::Usual, Size::Small] {
            let bytes = write_sized(&archive, &NoStem, size);
            prop_assert_eq!(&bytes, &write_sized(&archive, &NoStem, size), "the same articles, the same bytes");
            let whole = Engine::open(bytes.clone()).expect("just written");
            let frame = Frame::read(&bytes).expect("just written");
            let pieces = Engine::open_catalogue(bytes[..frame.head_end()].to_vec()).expect("the beginning");
            for (number, article) in (0..).zip(&archive.articles) {
                prop_assert_eq!(&*ready(whole.article(number)), article);
                let fetched = loop {
                    match pieces.article(number) {
                        Outcome::Ready(article) => break article,
                        Outcome::Needs(parts) => {
                            for part in parts {
                                let own = frame.part(part).and_then(|own| own.of(&bytes)).expect("a part of the archive");
                                prop_assert_eq!(pieces.supply(part, own.to_vec()), Ok(()));
                            }
                        }
                    }
                };
                prop_assert_eq!(&*fetched, article);
                // Its own words find it.
                let query = Query { words: article.title.clone(), ..Query::default() };
                ready(whole.answer(&query));
            }
        }
    }
}
