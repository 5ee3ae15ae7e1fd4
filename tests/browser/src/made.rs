//! Made-up archives of any size, the same on every run and on every machine.

use jejak_archive::model::{
    Archive, Article, EntityRef, EventKind, How, Mention, Meta, Person, Quote, QuoteKind, Role, Speaker, Standing,
};
use jejak_archive::{Date, Span};

const PEOPLE: [(&str, &str); 4] = [
    ("dewi-anggraini", "Dewi Anggraini"),
    ("gede-artana", "Gede Artana"),
    ("tono-prasetyo", "Tono Prasetyo"),
    ("yusuf-hakim", "Yusuf Hakim"),
];
const WORDS: [&str; 16] = [
    "warga",
    "pasar",
    "beras",
    "jalan",
    "banjir",
    "sungai",
    "sekolah",
    "anggaran",
    "dewan",
    "panen",
    "petani",
    "listrik",
    "taman",
    "sampah",
    "jembatan",
    "puskesmas",
];

/// Numbers that look drawn: xorshift64*.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end
    }
}

/// An archive of so many articles between 2016 and 2025, with a year and a month of no coverage.
#[must_use]
pub fn archive(articles: usize) -> Archive {
    let mut draw = Draw(0x9e37_79b9_7f4a_7c15);
    let mut all: Vec<Article> = (0..articles).map(|n| article(&mut draw, n)).collect();
    all.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    let seen = |from: Date, to: Date, person: usize| {
        let inside = |article: &&(u32, Option<Date>)| article.1.is_some_and(|day| from <= day && day <= to);
        let days: Vec<(u32, Option<Date>)> = (0..).zip(all.iter().map(|article| article.date)).collect();
        days.iter().filter(inside).skip(person).step_by(9).map(|(at, _)| *at).take(4).collect::<Vec<u32>>()
    };
    let role = |standing, from: (i16, i8), to: (i16, i8), person: usize| {
        let (from, to) = (Date::constant(from.0, from.1, 3), Date::constant(to.0, to.1, 20));
        let articles = seen(from, to, person);
        let organisation = Some("Kabupaten Panjalu".to_owned());
        Role {
            office: "Sekretaris Daerah".to_owned(),
            organisation,
            standing,
            from: Some(from),
            to: Some(to),
            articles,
        }
    };
    let roles = [
        vec![role(Standing::Definitive, (2017, 2), (2020, 11), 0)],
        vec![],
        vec![role(Standing::TaskHolder, (2021, 1), (2021, 6), 1), role(Standing::Definitive, (2024, 3), (2025, 5), 2)],
        vec![role(Standing::Acting, (2021, 7), (2024, 2), 3)],
    ];
    let person = |((slug, name), roles): ((&str, &str), Vec<Role>)| Person {
        slug: slug.to_owned(),
        name: name.to_owned(),
        aliases: vec![],
        honorifics: vec![],
        roles,
    };
    Archive {
        meta: Meta { title: "Arsip Panjalu".to_owned(), language: "id".to_owned(), ..Meta::default() },
        people: PEOPLE.into_iter().zip(roles).map(person).collect(),
        articles: all,
        ..Archive::default()
    }
}

fn article(draw: &mut Draw, n: usize) -> Article {
    let who = draw.below(PEOPLE.len());
    let word = |draw: &mut Draw| WORDS[draw.below(WORDS.len())];
    let sentence = |draw: &mut Draw| (0..9).map(|_| word(draw)).collect::<Vec<_>>().join(" ");
    let (lead, said) = (sentence(draw), sentence(draw));
    let text = format!("{} membahas {lead}.\n\u{201c}{said},\u{201d} kata {}.", PEOPLE[who].1, PEOPLE[who].1);
    let start = text.find('\u{201c}').map_or(0, |at| at + '\u{201c}'.len_utf8());
    let cue = text.rfind("kata").unwrap_or_default();
    let quote = Quote {
        span: Span::new(start..start + said.len()),
        kind: QuoteKind::Direct,
        speaker: Some(Speaker::Person(who as u32)),
        role: None,
        cue: Some(Span::new(cue..cue + 4)),
        how: Some(How::Name),
        chain: vec![],
        confidence: 95,
        anchor: format!("k-{n:08x}"),
    };
    let mention = Mention { span: Span::new(0..PEOPLE[who].1.len()), entity: EntityRef::Person(who as u32) };
    let (year, month) = match (2016 + draw.below(10) as i16, 1 + draw.below(12) as i8) {
        (2019, month) => (2018, month),
        (2023, 7) => (2023, 8),
        day => day,
    };
    let date = Date::new(year, month, 1 + draw.below(28) as i8).ok();
    Article {
        id: format!("berita-{n:05}"),
        title: format!("Soal {} dan {}", word(draw), word(draw)),
        title_derived: false,
        date,
        published: date,
        dates: vec![],
        dateline: None,
        publisher: Some("Warta Panjalu".to_owned()),
        byline: vec![],
        caption: None,
        url: None,
        corrected: vec![],
        replies: vec![],
        further_sources: vec![],
        text,
        removed: vec![],
        quotes: if n.is_multiple_of(3) { vec![] } else { vec![quote] },
        mentions: vec![mention],
        event: (!n.is_multiple_of(4)).then(|| EventKind::ALL[draw.below(EventKind::ALL.len())]),
        topics: vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::archive;

    #[test]
    fn it_is_the_same_each_time_and_as_large_as_asked() {
        let made = archive(300);
        assert_eq!(made.articles.len(), 300);
        assert_eq!(made, archive(300));
        assert!(made.people[0].roles[0].articles.len() == 4, "{:?}", made.people[0].roles);
    }
}
