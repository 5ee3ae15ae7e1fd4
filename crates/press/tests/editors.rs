//! What the editors of an archive say wins over what the machine found.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use jejak_archive::model::{Archive, Article, Corrected, How, Speaker};
use jejak_press::{Pressed, press};

const ARTICLE: &str = "---\njudul: Jalan diperbaiki\nsumber: Warta Uji\n---\n“Jalan ini selesai Maret,” ujar Kepala Dinas \
Hendra Wirawan, Senin (02/02/2026).\n\n“Lampunya menyusul,” kata Sari Dewi. Menurut Sari, dana sudah ada.\n";

fn with(settings: &str) -> Pressed {
    let files = [("archive.toml", settings), ("jalan.md", ARTICLE)];
    press(files.map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).into_iter())
}

/// The archive of settings that leave nothing to report, and its article.
fn corrected(settings: &str) -> (Archive, Article) {
    let pressed = with(settings);
    assert_eq!(pressed.problems, [], "{settings}");
    let article = pressed.archive.articles[0].clone();
    (pressed.archive, article)
}

/// Who said it, and how that was found.
fn said(archive: &Archive, article: &Article, words: &str) -> (Option<String>, Option<How>) {
    let quote = article.quotes.iter().find(|quote| quote.span.of(&article.text) == words).expect(words);
    let name = quote.speaker.as_ref().map(|speaker| match speaker {
        Speaker::Person(i) => archive.people[*i as usize].name.clone(),
        Speaker::Organisation(i) => archive.organisations[*i as usize].name.clone(),
        Speaker::Role(role) => role.clone(),
    });
    (name, quote.how)
}

#[test]
fn a_speaker_is_corrected() {
    let fix = |speaker: &str| {
        format!("[[correction]]\narticle = 'jalan'\nwords = 'Lampunya menyusul'\nspeaker = '{speaker}'\n")
    };
    let (archive, article) = corrected(&fix("Joko Susilo"));
    let lamp = said(&archive, &article, "Lampunya menyusul");
    assert_eq!(lamp, (Some("Joko Susilo".to_string()), Some(How::Correction)));
    assert_eq!(article.corrected, [Corrected::Speaker]);
    let other = said(&archive, &article, "Jalan ini selesai Maret");
    assert_eq!(other, (Some("Hendra Wirawan".to_string()), Some(How::Name)), "the others stay as found");
    let (archive, article) = corrected(&fix(""));
    assert_eq!(said(&archive, &article, "Lampunya menyusul"), (None, None), "nobody is known to have said it");
    assert_eq!(article.corrected, [Corrected::Speaker]);
    let (archive, article) = corrected(&fix("Hendra Wirawan"));
    assert_eq!(said(&archive, &article, "Lampunya menyusul").0.as_deref(), Some("Hendra Wirawan"));
    assert!(archive.people.iter().filter(|person| person.name == "Hendra Wirawan").count() == 1);
}

#[test]
fn a_name_is_corrected_everywhere_in_the_article() {
    let fix =
        |words: &str, name: &str| format!("[[correction]]\narticle = 'jalan'\nwords = '{words}'\nname = '{name}'\n");
    let (archive, article) = corrected(&fix("Sari Dewi", "Sari Dewi Lestari"));
    assert_eq!(article.corrected, [Corrected::Name]);
    let lamp = said(&archive, &article, "Lampunya menyusul");
    assert_eq!(lamp, (Some("Sari Dewi Lestari".to_string()), Some(How::Correction)));
    let names: Vec<&str> = archive.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Hendra Wirawan", "Sari Dewi Lestari"]);
    assert!(archive.people[1].aliases.contains(&"Sari Dewi".to_string()));

    let (archive, article) = corrected(&fix("Sari Dewi", "Hendra Wirawan"));
    assert_eq!(archive.people.len(), 1, "two names of one person");
    assert_eq!(said(&archive, &article, "Lampunya menyusul").0.as_deref(), Some("Hendra Wirawan"));

    let (archive, article) = corrected(&fix("Sari Dewi", ""));
    assert_eq!(said(&archive, &article, "Lampunya menyusul"), (None, None), "no person's name");
    assert_eq!(archive.people.len(), 1);

    let (archive, _) = corrected(&fix("Sari", "Sari Putri"));
    let names: Vec<&str> = archive.people.iter().map(|person| person.name.as_str()).collect();
    assert!(names.contains(&"Sari Putri") && names.contains(&"Sari Dewi"), "one form is somebody else: {names:?}");

    let (archive, _) = corrected(&fix("dana", "Dana Pratama"));
    assert!(archive.people.iter().any(|person| person.name == "Dana Pratama"), "a name that was not seen");
}

#[test]
fn a_date_is_corrected() {
    let fix = "[[correction]]\narticle = 'jalan'\nwords = 'Senin (02/02/2026)'\ndate = 2026-02-09\n";
    let (_, article) = corrected(fix);
    assert_eq!(article.date, Some(jiff::civil::date(2026, 2, 9)), "the article's day follows");
    assert_eq!(article.dates[0].weekday_agrees, Some(true));
    assert_eq!(article.corrected, [Corrected::Date]);
    let (_, article) = corrected("[[correction]]\narticle = 'jalan'\ndate = '3 Maret 2026'\n");
    assert_eq!(article.date, Some(jiff::civil::date(2026, 3, 3)));
    assert_eq!(article.published, article.date);
}

#[test]
fn a_correction_that_fits_nothing_is_named_with_its_line() {
    let fixes = [
        "article = 'tidak-ada'\nwords = 'x'\nspeaker = 'Sari Dewi'",
        "article = 'jalan'\nwords = 'Lampunya padam'\nspeaker = 'Sari Dewi'",
        "article = 'jalan'\nwords = 'Joko'\nname = 'Joko Susilo'",
        "article = 'jalan'\nwords = 'Selasa'\ndate = 2026-02-03",
    ];
    for fix in fixes {
        let pressed = with(&format!("\n[[correction]]\n{fix}\n"));
        let lines: Vec<_> = pressed.problems.iter().map(ToString::to_string).collect();
        assert_eq!(lines.len(), 1, "{fix}: {lines:?}");
        assert!(lines[0].starts_with("archive.toml:2: corrects the article"), "{lines:?}");
        assert_eq!(pressed.archive.articles[0].corrected, []);
    }
}

#[test]
fn an_archive_has_topics_of_its_own() {
    let topics = "[[topic]]\nname = 'Lampu Jalan'\nwords = ['lampunya', 'tiang lampu']\n\
                  [[topic]]\nname = 'Dana'\nwords = ['dana']\nneed = 2\n";
    let (archive, article) = corrected(topics);
    let names: Vec<&str> = article.topics.iter().map(|i| archive.topics[*i as usize].name.as_str()).collect();
    assert!(names.contains(&"Lampu Jalan"), "{names:?}");
    assert!(!names.contains(&"Dana"), "once is not enough: {names:?}");
}

#[test]
fn a_logo_comes_with_the_articles_and_what_is_none_is_named() {
    let files = |logo: &'static [u8]| {
        let settings = ("archive.toml".to_string(), b"logo = 'gambar/l.svg'".to_vec());
        let article = ("jalan.md".to_string(), ARTICLE.as_bytes().to_vec());
        press([settings, ("gambar/l.svg".to_string(), logo.to_vec()), article].into_iter())
    };
    let good = files(b"<svg xmlns='http://www.w3.org/2000/svg'/>");
    assert_eq!(good.problems, []);
    let logo = good.logo.expect("a logo");
    assert_eq!(good.archive.meta.logo.as_ref(), Some(&logo.name));
    let bad = files(b"<svg><script>alert(1)</script></svg>");
    assert_eq!((bad.logo, bad.archive.meta.logo), (None, None));
    assert!(bad.problems[0].to_string().starts_with("archive.toml:1: names the logo"), "{:?}", bad.problems);
    let missing = with("logo = 'gambar/l.svg'");
    assert!(missing.problems[0].to_string().contains("no such file"), "{:?}", missing.problems);
}
