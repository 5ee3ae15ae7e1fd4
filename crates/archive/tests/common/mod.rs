//! A made-up archive of a few hundred articles, the same on every run.

#![allow(dead_code, reason = "each test program uses its own part of this")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where its own fixture fails")]

use jejak_archive::form::{Frame, PartKind};
use jejak_archive::model::{
    Archive, Article, Copies, EntityRef, EventKind, How, Mention, Meta, Organisation, Person, Place, PlaceKind,
    Printing, Quote, QuoteKind, Regulation, Reply, Speaker, Topic,
};
use jejak_archive::{Date, Engine, NoStem, Outcome, PartId, Span, write};

/// The bytes of a part of an archive.
pub(crate) fn part_of(frame: &Frame, archive: &[u8], part: PartId) -> Vec<u8> {
    frame.part(part).and_then(|part| part.of(archive)).expect("a part of the archive").to_vec()
}

/// All parts of an archive.
pub(crate) fn parts_of(archive: &[u8]) -> Vec<(PartKind, Vec<u8>)> {
    let frame = Frame::read(archive).expect("an archive");
    frame.parts().map(|part| (part.kind, part.of(archive).expect("whole").to_vec())).collect()
}

/// Numbers that look drawn: xorshift64*.
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end
    }

    pub(crate) fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

pub(crate) const PEOPLE: [&str; 8] = [
    "Rahmat Subekti",
    "Dewi Anggraini",
    "Tono Prasetyo",
    "Siti Maryam",
    "Yusuf Hakim",
    "Lestari Wulandari",
    "Gede Artana",
    "Markus Sinaga",
];
const WORDS: [&str; 48] = [
    "warga",
    "kota",
    "jalan",
    "pasar",
    "beras",
    "harga",
    "naik",
    "turun",
    "banjir",
    "sungai",
    "jembatan",
    "sekolah",
    "guru",
    "murid",
    "anggaran",
    "dewan",
    "rapat",
    "sidang",
    "panen",
    "petani",
    "air",
    "bersih",
    "listrik",
    "padam",
    "lampu",
    "taman",
    "pohon",
    "sampah",
    "truk",
    "anak-anak",
    "Rp14.000",
    "MB2",
    "Jum'at",
    "pagi",
    "siang",
    "lalu",
    "akan",
    "dan",
    "di",
    "yang",
    "untuk",
    "dengan",
    "kepada",
    "meneliti",
    "penelitian",
    "café",
    "“resmi”",
    "2,5",
];
const PUBLISHERS: [&str; 4] = ["Kabar Kota", "Suara Desa", "Harian Tani", "kabarkota.example"];

pub(crate) fn person(name: &str) -> Person {
    let slug = name.to_lowercase().replace(' ', "-");
    Person { slug, name: name.to_owned(), aliases: Vec::new(), honorifics: Vec::new(), roles: Vec::new() }
}

pub(crate) fn organisation(name: &str) -> Organisation {
    Organisation { slug: name.to_lowercase().replace(' ', "-"), name: name.into(), aliases: Vec::new() }
}

/// An article with nothing but the basics.
pub(crate) fn article(id: &str, date: Option<Date>, title: &str, text: &str) -> Article {
    Article {
        id: id.to_owned(),
        title: title.to_owned(),
        title_derived: false,
        date,
        published: date,
        dates: Vec::new(),
        dateline: None,
        publisher: None,
        byline: Vec::new(),
        caption: None,
        url: None,
        further_sources: Vec::new(),
        text: text.to_owned(),
        removed: Vec::new(),
        quotes: Vec::new(),
        mentions: Vec::new(),
        event: None,
        topics: Vec::new(),
        corrected: Vec::new(),
        replies: Vec::new(),
    }
}

/// `count` articles of drawn words, with people, quotes and facets; some without a date or a publisher.
pub(crate) fn archive(count: usize) -> Archive {
    let mut draw = Draw(0x5eed);
    let mut archive = Archive { meta: Meta { title: "Contoh".into(), ..Meta::default() }, ..Archive::default() };
    archive.people = PEOPLE.iter().map(|name| person(name)).collect();
    archive.people.sort_by(|a, b| a.slug.cmp(&b.slug));
    archive.organisations = ["Bappeda", "DPRD"].map(organisation).to_vec();
    let place = |name: &str| Place { slug: name.to_lowercase(), name: name.into(), kind: PlaceKind::Area };
    archive.places = ["Sukarame", "Tejosari"].map(place).to_vec();
    let topic = |name: &str| Topic { slug: name.to_lowercase(), name: name.into() };
    archive.topics = ["Banjir", "Pangan", "Sekolah"].map(topic).to_vec();
    archive.regulations = LAWS.map(|(slug, name, ..)| regulation(slug, name)).to_vec();
    archive.articles = (0..count).map(|i| drawn(i, &mut draw, &archive)).collect();
    archive.articles.sort_by(|a, b| {
        let day = |a: &Article| (a.date.is_none(), a.date.map(std::cmp::Reverse));
        day(a).cmp(&day(b)).then_with(|| a.id.cmp(&b.id))
    });
    archive
}

/// Regulations, each named by a word.
pub(crate) const LAWS: [(&str, &str, &str); 3] = [
    ("perda-3", "Perda 3", "taman"),
    ("pmk-34-2017", "PMK 34/2017", "anggaran"),
    ("uu-11-2008", "UU 11/2008", "sidang"),
];

pub(crate) fn regulation(slug: &str, name: &str) -> Regulation {
    let kind = name.split(' ').next().unwrap_or_default().to_owned();
    Regulation {
        slug: slug.into(),
        name: name.into(),
        aliases: vec![format!("{name} ini")],
        kind,
        number: None,
        year: None,
    }
}

/// Takes some words of a text for mentions of regulations: the first taman, each anggaran, and sidang where it is the last
/// of three.
fn name_laws(article: &mut Article) {
    for ((_, _, word), law) in LAWS.into_iter().zip(0..) {
        let all = article.text.match_indices(word).map(|(at, word)| Span::new(at..at + word.len()));
        let spans: Vec<Span> = match law {
            0 => all.take(1).collect(),
            1 => all.collect(),
            _ => all.skip(2).take(1).collect(),
        };
        article.mentions.extend(spans.into_iter().map(|span| Mention { span, entity: EntityRef::Regulation(law) }));
    }
    article.mentions.sort_by_key(|mention| mention.span);
}

fn drawn(i: usize, draw: &mut Draw, archive: &Archive) -> Article {
    let date = (draw.below(10) > 0).then(|| {
        let (year, month, day) = (2023 + draw.below(3), 1 + draw.below(12), 1 + draw.below(28));
        jiff::civil::date(year as i16, month as i8, day as i8)
    });
    let title: Vec<&str> = (0..3 + draw.below(5)).map(|_| draw.of(&WORDS)).collect();
    let mut article = article(&format!("artikel-{i:04}"), date, &title.join(" "), "");
    let mut text = String::new();
    for _ in 0..1 + draw.below(5) {
        let start = text.len();
        for _ in 0..4 + draw.below(40) {
            if draw.below(25) == 0 {
                let person = draw.below(archive.people.len());
                let name = &archive.people[person].name;
                let span = Span::new(text.len()..text.len() + name.len());
                article.mentions.push(Mention { span, entity: EntityRef::Person(person as u32) });
                text.push_str(name);
            } else {
                text.push_str(draw.of(&WORDS));
            }
            text.push(' ');
        }
        if draw.below(2) == 0 {
            let speaker = match draw.below(4) {
                0 => None,
                1 => Some(Speaker::Role("kepala dinas".into())),
                2 => Some(Speaker::Organisation(draw.below(2) as u32)),
                _ => Some(Speaker::Person(draw.below(archive.people.len()) as u32)),
            };
            article.quotes.push(Quote {
                span: Span::new(start..text.len() - 1),
                kind: draw.of(&[QuoteKind::Direct, QuoteKind::Reported]),
                how: speaker.as_ref().map(|_| How::Name),
                speaker,
                role: None,
                cue: None,
                chain: Vec::new(),
                confidence: 90,
                anchor: format!("k-{start:08x}"),
            });
        }
        text.pop();
        text.push('\n');
    }
    text.pop();
    article.text = text;
    name_laws(&mut article);
    if i.is_multiple_of(3) && !article.quotes.is_empty() {
        let quote = article.quotes.len() as u32 - 1;
        let by = i.is_multiple_of(2).then(|| "Dinas Air".to_owned());
        let url = i.is_multiple_of(4).then(|| "https://contoh.example/jawab".to_owned());
        article.replies.push(Reply { quote, text: "Itu <tidak> benar.".into(), by, date, url });
    }
    article.publisher = (draw.below(5) > 0).then(|| draw.of(&PUBLISHERS).to_owned());
    article.event = (draw.below(3) > 0).then(|| draw.of(EventKind::ALL));
    article.topics = (0..archive.topics.len() as u32).filter(|_| draw.below(3) == 0).collect();
    article
}

/// An archive in which many statements are drawn to be printings of one, and some articles copies of one text. What they
/// say does not matter: the press decides what is the same.
pub(crate) fn repeated(articles: usize, seed: u64) -> Archive {
    let mut archive = archive(articles);
    let mut draw = Draw(seed);
    let all = (0..).zip(&archive.articles).flat_map(|(article, own)| {
        let quotes = (0..).zip(&own.quotes).filter(|(_, quote)| quote.kind == QuoteKind::Direct);
        quotes.map(move |(quote, _)| Printing { article, quote })
    });
    let mut left: Vec<Printing> = all.collect();
    while left.len() > articles / 4 {
        let count = 2 + draw.below(4);
        archive.printings.push((0..count).map(|_| left.swap_remove(draw.below(left.len()))).collect());
    }
    let mut left: Vec<u32> = (0..articles as u32).collect();
    while left.len() > articles / 2 {
        let articles: Vec<u32> = (0..2 + draw.below(3)).map(|_| left.swap_remove(draw.below(left.len()))).collect();
        let differs = articles.iter().enumerate().map(|(place, &at)| match place {
            0 => Vec::new(),
            _ => vec![Span::new(0..1), Span::new(2..archive.articles[at as usize].text.find(' ').unwrap_or(3))],
        });
        let (alike, differs) = (60 + draw.below(41) as u8, differs.collect());
        archive.copies.push(Copies { alike, articles, differs });
    }
    archive
}

/// The archive, open as a whole.
pub(crate) fn open(archive: &Archive) -> Engine {
    Engine::open(write(archive, &NoStem)).expect("just written")
}

/// What is there without waiting.
pub(crate) fn ready<T>(outcome: Outcome<T>) -> T {
    match outcome {
        Outcome::Ready(value) => value,
        Outcome::Needs(parts) => panic!("missing {parts:?}"),
    }
}
