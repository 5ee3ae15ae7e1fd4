//! What comes first, and why; what is one search; which spelling is meant; whom a name means.

#![allow(clippy::expect_used, reason = "a test stops where its own fixture fails")]

mod common;

use std::borrow::Cow;

use common::{archive, article, open, person, ready};
use jejak_archive::answer::{Answer, Correction, Same};
use jejak_archive::model::{EntityRef, Mention, Organisation, Role, Standing, Topic};
use jejak_archive::query::FacetKind;
use jejak_archive::{Archive, Engine, NoStem, Query, Span, Stem, write};

fn ask(engine: &Engine, words: &str) -> Answer {
    ready(engine.answer(&Query { words: words.into(), ..Query::default() }))
}

fn ids(answer: &Answer) -> Vec<&str> {
    answer.hits.iter().map(|hit| hit.id.as_str()).collect()
}

/// An archive of texts without more, each with its place as id: `0`, `1` …
fn texts(texts: &[&str]) -> Engine {
    with(texts, &NoStem)
}

fn with(texts: &[&str], stem: &dyn Stem) -> Engine {
    let articles = texts.iter().enumerate().map(|(i, text)| article(&i.to_string(), None, "Judul", text));
    let archive = Archive { articles: articles.collect(), ..Archive::default() };
    Engine::open(write(&archive, stem)).expect("just written")
}

/// Knows a few abbreviations.
struct Short(Vec<Vec<String>>);

impl Short {
    fn new() -> Self {
        let groups: [&[&str]; 3] = [
            &["sekretaris daerah", "sekda"],
            &["wali kota", "walikota"],
            &["dewan perwakilan rakyat daerah", "dprd", "dewan rakyat"],
        ];
        Self(groups.iter().map(|group| group.iter().map(|&form| form.to_owned()).collect()).collect())
    }
}

impl Stem for Short {
    fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        Cow::Borrowed(word)
    }

    fn same(&self) -> &[Vec<String>] {
        &self.0
    }
}

#[test]
fn an_exact_title_comes_first() {
    let filler = "pasar murah ".repeat(40);
    let articles = vec![
        article("a", None, "Pasar murah digelar, pasar murah ramai", &filler),
        article("b", None, "Pasar Murah", "Warga datang."),
        article("c", None, "Pasar murah lagi", &filler),
    ];
    let engine = open(&Archive { articles, ..Archive::default() });
    for words in ["pasar murah", "Pasar murah ", "“Pasar murah”"] {
        assert_eq!(ask(&engine, words).hits[0].id, "b", "{words}");
    }
    assert_ne!(ask(&engine, "murah pasar").hits[0].id, "b", "other words, or in another order, are not the title");
}

#[test]
fn words_of_one_sentence_come_before_words_of_several() {
    let apart =
        format!("Pasar dibuka. {}Ikan datang. {}Harga naik.", "Kata lain lagi. ".repeat(20), "Lain. ".repeat(40));
    let one = format!("{}Harga ikan itu, kata warga, naik di semua pasar.", "Kata lain lagi. ".repeat(33));
    assert_eq!(ids(&ask(&texts(&[&apart, &one]), "harga ikan pasar ")), ["1", "0"]);
}

#[test]
fn the_order_typed_counts() {
    let (other, same) = ("ikan besar harga turun kota", "harga besar ikan turun kota");
    assert_eq!(ids(&ask(&texts(&[other, same]), "harga ikan ")), ["1", "0"]);
    assert_eq!(ids(&ask(&texts(&[same, other]), "ikan harga ")), ["1", "0"]);
}

#[test]
fn the_lead_counts_more_than_the_rest() {
    let (early, late) = (format!("Jembatan {}", "kata ".repeat(200)), format!("{} jembatan", "kata ".repeat(200)));
    assert_eq!(ids(&ask(&texts(&[&late, &early]), "jembatan ")), ["1", "0"]);
}

#[test]
fn one_sentence_that_holds_all_words_comes_before_two() {
    // As far apart in both, and as often.
    let engine = texts(&[
        "Harga beras naik di pasar kota. Warga mengeluh kepada lurah setempat.",
        "Harga beras naik di pasar kota bila warga mengeluh kepada lurah.",
    ]);
    assert_eq!(ids(&ask(&engine, "beras warga")), ["1", "0"]);
    assert_eq!(ids(&ask(&engine, "beras pasar")).len(), 2);
}

#[test]
fn of_sentences_that_hold_all_words_the_shorter_comes_first() {
    let (long, short) = (
        "Sejak pagi di pasar itu warga bilang harga gula naik tajam. Semua diam saja.",
        "Sejak pagi di pasar itu warga bilang. Harga gula naik tajam. Semua diam saja.",
    );
    assert_eq!(ids(&ask(&texts(&[long, short]), "harga tajam ")), ["1", "0"]);
}

#[test]
fn of_articles_with_such_a_sentence_the_shorter_comes_first() {
    // The longer one holds both words more often.
    let long = format!("Harga gula naik tajam. {}{}", "Kata lain lagi. ".repeat(30), "Gula. Tajam. ".repeat(3));
    let short = format!("Harga gula naik tajam. {}", "Kata lain lagi. ".repeat(4));
    assert_eq!(ids(&ask(&texts(&[&long, &short]), "gula tajam ")), ["1", "0"]);
}

#[test]
fn a_word_that_stands_twice_leaves_the_others_in_the_order_typed() {
    // The other one has them side by side, and turned.
    let (turned, typed) =
        ("Minta dan warga lampu warga jembatan minta.", "Warga minta jembatan dan warga minta lampu.");
    assert_eq!(ids(&ask(&texts(&[turned, typed]), "warga jembatan lampu ")), ["1", "0"]);
}

#[test]
fn a_question_that_somebody_asks_does_not_end_the_sentence() {
    let (two, one) = ("Kapan jembatan lama dibuka. Tanya warga.", "\"Kapan jembatan lama dibuka?\" tanya warga.");
    assert_eq!(ids(&ask(&texts(&[two, one]), "lama warga ")), ["1", "0"]);
}

#[test]
fn words_of_two_sentences_that_follow_one_another_come_before_words_of_others() {
    let (apart, next) = (
        "Di sana jembatan. Lama dibuka. Warga senang semua diam.",
        "Di sana jembatan lama dibuka. Warga senang. Semua diam.",
    );
    assert_eq!(ids(&ask(&texts(&[apart, next]), "jembatan warga ")), ["1", "0"]);
}

#[test]
fn words_as_typed_come_before_their_relatives_in_a_shorter_sentence() {
    struct Nya;
    impl Stem for Nya {
        fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
            Cow::Borrowed(word.strip_suffix("nya").unwrap_or(word))
        }
    }
    let typed = "Kata lain lagi. Kata lain lagi. Sejak pagi di pasar itu gula, kata warga, naik tajam.";
    let engine = with(&["Gulanya, kata warga, naik tajam.", typed, "Gula merah."], &Nya);
    assert_eq!(ids(&ask(&engine, "gula warga tajam ")), ["1", "0"]);
}

#[test]
fn a_slip_is_read_as_what_stands_with_the_other_words() {
    // `utara` is in more articles, `juara` stands beside the others, with another first letter.
    let engine = texts(&[
        "Hasil lengkap balap: Rahmat juara di Sentul.",
        "Hasil panen di utara lengkap sudah, begitu kata petani dari desa yang jauh.",
        "Angin utara reda.",
        "Jalan utara macet.",
    ]);
    let answer = ask(&engine, "lengkap balap uara ");
    assert_eq!(answer.corrected.iter().map(|read| read.meant.as_str()).collect::<Vec<_>>(), ["juara"]);
    assert_eq!(ids(&answer), ["0"]);
}

#[test]
fn who_remembers_a_sentence_with_atau_finds_it_first_and_still_has_the_choice() {
    let engine = texts(&[
        "Toko pasar toko pasar.",
        "Pasar itu dekat toko, atau begitulah kata orang yang lewat di depan balai kota pagi ini.",
        "Barang dijual di pasar atau toko.",
        "Toko baru.",
    ]);
    let answer = ask(&engine, "pasar atau toko ");
    assert_eq!(answer.total, 4, "either will do");
    assert_eq!(ids(&answer)[..2], ["2", "1"], "as it stands there");
    assert_eq!(answer.hits[0].snippet.marks.len(), 3, "the word is marked where it was looked for");
    assert_eq!(answer.hits[2].snippet.marks.len(), 4, "and not elsewhere");
    assert!(answer.dropped.is_empty());
    let choice = ask(&engine, "pasar ATAU toko ");
    assert_eq!((choice.total, choice.hits[0].id.as_str()), (4, "0"), "nobody remembers a word in capitals");
    assert_eq!(ask(&engine, "pasar atau hilang ").total, 3);
    assert_eq!(ask(&engine, "pasar atau toko -barang ").hits[0].id, "1");
}

#[test]
fn the_pages_of_many_hits_are_one_order() {
    // More than are put in order at a time.
    let text = |i: u32| "pasar ".repeat(1 + (i * 7 % 13) as usize) + &"murah ".repeat((i % 5) as usize);
    let articles = (0..2_600).map(|i| article(&format!("{i:04}"), None, "Judul", &text(i)));
    let engine = open(&Archive { articles: articles.collect(), ..Archive::default() });
    let mut seen = Vec::new();
    for page in 0.. {
        let query = Query { words: "pasar ".into(), page, ..Query::default() };
        let answer = ready(engine.answer(&query));
        assert_eq!(answer.total, 2_600);
        if answer.hits.is_empty() {
            break;
        }
        seen.extend(answer.hits.iter().map(|hit| (u32::MAX - hit.score, hit.article)));
    }
    assert_eq!(seen.len(), 2_600);
    assert!(seen.is_sorted_by(|a, b| a < b), "the best first, equals as they stand, none twice");
}

#[test]
fn the_terms_of_a_score_are_told_and_sum_up_to_it() {
    let engine = open(&archive(200));
    for words in ["beras harga ", "\"harga beras\" kota ", "rapat", "kutipan:warga ", "beras atau banjir pasar "] {
        let query = Query { words: words.into(), ..Query::default() };
        let answer = ready(engine.answer(&query));
        assert!(!answer.hits.is_empty(), "{words}");
        for hit in &answer.hits {
            let told = ready(engine.explain(&query, hit.article)).expect("it answers");
            let sum = told.words.iter().map(|term| term.adds).sum::<f64>() + told.closeness + told.title;
            assert_eq!(told.score, hit.score);
            assert!((sum * 1000.0 - f64::from(told.score)).abs() < 2.0, "{words}: {told:?}");
            assert!(told.words.iter().all(|term| term.adds > 0.0 && !term.typed.is_empty()));
        }
    }
    let query = Query { words: "beras ".into(), ..Query::default() };
    let others = (0..engine.len()).filter(|&article| ready(engine.explain(&query, article)).is_none()).count();
    assert_eq!(others as u32 + ready(engine.answer(&query)).total, engine.len(), "what does not answer has no score");
}

#[test]
fn an_abbreviation_and_its_long_form_are_one_search_and_said_so() {
    let engine =
        with(&["kata sekda kota", "kata Sekretaris Daerah kota", "sekretaris rapat daerah", "camat"], &Short::new());
    let short = ask(&engine, "sekda ");
    assert_eq!(ids(&short), ["0", "1"], "the form typed comes first");
    assert_eq!(short.same, [Same { typed: "sekda".into(), also: vec!["sekretaris daerah".into()] }]);
    let long = ask(&engine, "sekretaris daerah ");
    assert_eq!(ids(&long), ["1", "2", "0"]);
    assert_eq!(long.same, [Same { typed: "sekretaris daerah".into(), also: vec!["sekda".into()] }]);
    let marked = |answer: &Answer, id: &str| -> Vec<String> {
        let hit = answer.hits.iter().find(|hit| hit.id == id).expect("a hit");
        hit.snippet.marks.iter().map(|mark| mark.of(&hit.snippet.text).to_owned()).collect()
    };
    assert_eq!(marked(&short, "1"), ["Sekretaris", "Daerah"]);
    assert_eq!(marked(&long, "0"), ["sekda"]);
    assert_eq!(ids(&ask(&engine, "kota sekretaris daerah")), ["1", "0"], "among other words, and while it is typed");
}

#[test]
fn quotation_marks_switch_the_long_form_off() {
    let engine = with(&["kata sekda", "kata sekretaris daerah"], &Short::new());
    let answer = ask(&engine, "\"sekda\" ");
    assert_eq!((ids(&answer), answer.same.len()), (vec!["0"], 0));
    let answer = ask(&engine, "\"sekretaris daerah\" ");
    assert_eq!((ids(&answer), answer.same.len()), (vec!["1"], 0));
}

#[test]
fn who_leaves_out_an_abbreviation_leaves_out_its_long_form() {
    let engine = with(&["rapat sekda", "rapat sekretaris daerah", "rapat camat"], &Short::new());
    let answer = ask(&engine, "rapat -sekda ");
    assert_eq!((ids(&answer), answer.same.len()), (vec!["2"], 1));
}

#[test]
fn one_of_several_ways_to_write_it_finds_them_all() {
    let all = ["kata dprd", "kata dewan perwakilan rakyat daerah", "kata dewan rakyat", "dewan"];
    let engine = with(&all, &Short::new());
    for words in ["dprd ", "dewan rakyat ", "dewan perwakilan rakyat daerah "] {
        assert_eq!(ask(&engine, words).total, 3, "{words}");
    }
    assert_eq!(ask(&engine, "dewan ").total, 3);
    let long = with(&["kata sekretaris daerah", "kata"], &Short::new());
    let answer = ask(&long, "sekda ");
    assert_eq!((ids(&answer), answer.corrected.len()), (vec!["0"], 0), "an abbreviation that no article holds");
    assert_eq!(answer.same[0].also, ["sekretaris daerah"]);
    let short = with(&["kata sekda", "kata daerah"], &Short::new());
    assert_eq!(ids(&ask(&short, "sekretaris daerah ")), ["0"], "a long form that no article holds");
    let few = with(&["kata dprd"], &Short::new());
    assert_eq!(ask(&few, "dprd ").same, [], "nothing is said where the archive has no other way to write it");
}

#[test]
fn a_word_in_quotation_marks_finds_none_of_its_relatives() {
    /// Puts what begins alike in one family.
    struct Start;
    impl Stem for Start {
        fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
            word.get(..4).unwrap_or(word).into()
        }
    }
    let engine = with(&["tanam padi", "tanaman padi"], &Start);
    assert_eq!(ask(&engine, "tanam ").total, 2);
    assert_eq!(ids(&ask(&engine, "\"tanam\" ")), ["0"]);
}

#[test]
fn the_spelling_that_stands_with_the_other_words_is_meant() {
    let mut all = vec!["pasar ikan ramai"; 5];
    all.extend(["dasar hukum kuat", "kasar sekali"]);
    let engine = texts(&all);
    let answer = ask(&engine, "xasar hukum ");
    assert_eq!(answer.corrected, [Correction { typed: "xasar".into(), meant: "dasar".into(), held: false }]);
    assert_eq!(ids(&answer), ["5"]);
}

#[test]
fn a_rare_word_is_read_as_a_frequent_one_only_where_the_question_finds_little() {
    let mut all = vec!["banjir besar kota"; 30];
    all.extend(["banjar besar", "banjar adat desa", "sungai"]);
    let engine = texts(&all);
    let answer = ask(&engine, "banjar kota ");
    assert_eq!(answer.corrected, [Correction { typed: "banjar".into(), meant: "banjir".into(), held: true }]);
    assert_eq!((answer.total, answer.dropped.len()), (30, 0));
    let answer = ask(&engine, "banjar besar ");
    assert_eq!(answer.hits[0].id, "30", "what was typed comes first");
    assert_eq!(ask(&engine, "banjir besar ").corrected, [], "a question that finds much is taken as it is");
    assert_eq!(ask(&engine, "\"banjar\" kota ").corrected, [], "so is one in quotation marks");
    assert_eq!(ask(&engine, "sungai ").corrected, [], "and one that looks like no other word");
}

/// An archive in which `Dewi Anggraini` is named in four articles, `Dewi Lestari` in one, and a body and a topic are too.
fn named() -> Engine {
    let names = ["Dewi Anggraini", "Dewi Lestari", "Bu Private"];
    let office = |name: &str| {
        let mut one = person(name);
        if name != "Bu Private" {
            let (office, standing) = ("Camat".to_owned(), Standing::Definitive);
            one.roles.push(Role { office, organisation: None, standing, from: None, to: None, articles: vec![0] });
        }
        one
    };
    let mut people: Vec<_> = names.map(office).into();
    people[0].aliases.push("Anggi".into());
    people.sort_by(|a, b| a.slug.cmp(&b.slug));
    let at = |name: &str| people.iter().position(|one| one.name == name).expect("there") as u32;
    let told = |id: &str, name: &str| {
        let text = format!("{name} bicara soal deras hujan");
        let mut one = article(id, None, "Rapat", &text);
        one.mentions.push(Mention { span: Span::new(0..name.len()), entity: EntityRef::Person(at(name)) });
        one
    };
    let mut articles: Vec<_> = ["1", "2", "3", "4"].map(|id| told(id, names[0])).into();
    articles.extend([told("5", names[1]), told("6", names[2])]);
    articles[0].mentions.push(Mention { span: Span::new(20..24), entity: EntityRef::Organisation(0) });
    articles[0].topics = vec![0];
    let organisations =
        vec![Organisation { slug: "dewan-desa".into(), name: "Dewan Desa".into(), aliases: vec!["DD".into()] }];
    let topics = vec![Topic { slug: "demam".into(), name: "Demam".into() }];
    open(&Archive { articles, people, organisations, topics, ..Archive::default() })
}

#[test]
fn names_are_suggested_while_they_are_typed_the_most_named_first() {
    let engine = named();
    let labels = |typed: &str| -> Vec<(String, u32)> {
        engine.suggest(typed, 8).into_iter().map(|one| (one.label, one.articles)).collect()
    };
    let of = |names: &[(&str, u32)]| names.iter().map(|&(name, n)| (name.to_owned(), n)).collect::<Vec<_>>();
    let all = [("Dewi Anggraini", 4), ("Dewi Lestari", 1), ("Dewan Desa", 1), ("Demam", 1)];
    assert_eq!(labels("de"), of(&all));
    assert_eq!(labels("dewi l"), of(&[("Dewi Lestari", 1)]));
    assert_eq!(labels("lestari dew"), of(&[("Dewi Lestari", 1)]), "in any order");
    assert_eq!(labels("angg"), of(&[("Dewi Anggraini", 4)]), "by another name");
    assert_eq!(labels("priv"), [], "people without a page are not suggested");
    for none in ["", "d", "de ", "\"de", "-de", "tokoh:de", "xyzzy"] {
        assert_eq!(labels(none), [], "{none}");
    }
    assert_eq!(engine.suggest("de", 2).len(), 2);
    let after = engine.suggest("hujan deras dewi les", 8);
    assert_eq!((after[0].rest.as_str(), after[0].value.as_str()), ("hujan deras ", "dewi-lestari"));
    assert_eq!((after[0].facet, after.len()), (FacetKind::Person, 1));
}

#[test]
fn a_question_that_names_a_person_says_whom() {
    let engine = named();
    let who = |words: &str| ask(&engine, words).person.map(|i| engine.people()[i as usize].name.clone());
    assert_eq!(who("dewi anggraini ").as_deref(), Some("Dewi Anggraini"));
    assert_eq!(who("Dewi").as_deref(), Some("Dewi Anggraini"), "the one named most");
    assert_eq!(who("lestari dewi").as_deref(), Some("Dewi Lestari"));
    assert_eq!(who("\"dewi lestari\"").as_deref(), Some("Dewi Lestari"));
    for none in ["", "dewi hujan ", "hujan", "-dewi ", "private ", "dewi atau hujan "] {
        assert_eq!(who(none), None, "{none}");
    }
}

#[test]
fn a_common_word_that_is_also_a_name_brings_nobody() {
    let mut archive = Archive { people: vec![person("Pasar Minggu")], ..Archive::default() };
    archive.people[0].roles.push(Role {
        office: "Camat".into(),
        organisation: None,
        standing: Standing::Definitive,
        from: None,
        to: None,
        articles: vec![0],
    });
    archive.articles = (0..5).map(|i| article(&i.to_string(), None, "Judul", "Pasar Minggu ramai")).collect();
    archive.articles[0].mentions.push(Mention { span: Span::new(0..12), entity: EntityRef::Person(0) });
    let engine = open(&archive);
    assert_eq!(ask(&engine, "pasar ").person, None);
}
