//! One Person across articles: who is brought together, who is kept apart, and what those who keep the archive say to it.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use jejak_archive::model::{Archive, EntityRef, Person};
use jejak_press::{Pressed, press};

/// Presses texts, which are called `a00`, `a01`, ...
fn pressed(settings: &str, texts: &[String]) -> Pressed {
    let settings = ("archive.toml".to_string(), settings.as_bytes().to_vec());
    let articles = texts.iter().enumerate().map(|(at, text)| (format!("a{at:02}.txt"), text.as_bytes().to_vec()));
    press([settings].into_iter().chain(articles))
}

fn archive(texts: &[String]) -> Archive {
    let pressed = pressed("", texts);
    assert_eq!(pressed.problems, []);
    pressed.archive
}

fn names(archive: &Archive) -> Vec<&str> {
    archive.people.iter().map(|person| person.name.as_str()).collect()
}

fn person<'a>(archive: &'a Archive, name: &str) -> &'a Person {
    archive.people.iter().find(|person| person.name == name).unwrap_or_else(|| panic!("{name}: {:?}", names(archive)))
}

/// Who is named in an article, in the order in which they stand there.
fn named(archive: &Archive, article: &str) -> Vec<String> {
    let article = archive.articles.iter().find(|one| one.id == article).expect("an article of that id");
    let whom = article.mentions.iter().filter_map(|mention| match mention.entity {
        EntityRef::Person(person) => Some(archive.people[person as usize].name.clone()),
        _ => None,
    });
    whom.collect()
}

/// Somebody in an office says something, and is then called by a short form.
fn said(office: &str, name: &str, short: &str, day: u32) -> String {
    format!("“Kami siap,” kata {office} {name}, {day}/2/2026.\n\n“Jalan selesai bulan ini,” ujar {short}.\n")
}

#[test]
fn honorifics_and_short_forms_are_one_person() {
    let archive = archive(&[
        said("Camat Metro Pusat", "Hj. Sari Dewi Lestari, S.Sos., M.M.", "Sari", 1),
        said("Camat Metro Pusat", "Sari Dewi Lestari", "Sari", 2),
        said("Camat Metro Pusat", "Sari Lestari", "Sari", 3),
    ]);
    assert_eq!(names(&archive), ["Sari Dewi Lestari"]);
    let person = &archive.people[0];
    assert!(person.aliases.contains(&"Sari Lestari".to_string()), "{person:?}");
    assert_eq!(person.roles.len(), 1, "{:?}", person.roles);
    assert_eq!(person.roles[0].articles.len(), 3);
}

#[test]
fn a_slip_of_the_hand_is_the_same_person_where_the_office_says_so() {
    let right = |day| said("Wali Kota Metro", "Hendra Iman Wirawan", "Hendra", day);
    let archive = archive(&[
        right(1),
        right(2),
        said("Wali Kota Metro", "Hendra Imam Wirawan", "Hendra", 3),
        said("Ketua DPRD Kota Metro", "Hendra Iwan Wirawan", "Hendra", 4),
    ]);
    assert_eq!(names(&archive), ["Hendra Iman Wirawan", "Hendra Iwan Wirawan"], "another office is another person");
    assert!(archive.people[0].aliases.contains(&"Hendra Imam Wirawan".to_string()));
}

#[test]
fn brothers_and_sisters_are_no_slips() {
    let archive = archive(&[
        said("Lurah Yosorejo", "Budi Sumarno", "Budi", 1),
        said("Lurah Yosorejo", "Budi Sumarni", "Budi", 2),
    ]);
    assert_eq!(names(&archive), ["Budi Sumarni", "Budi Sumarno"]);
}

#[test]
fn two_people_of_one_short_name_are_told_apart_by_their_office() {
    let archive = archive(&[
        said("Lurah Yosorejo", "Karyono Hartanto", "Karyono", 1),
        said("Camat Metro Utara", "Karyono Wibisono", "Karyono", 2),
        "“Kami siap,” kata Camat Metro Utara, Karyono, 3/2/2026.\n".to_string(),
        "“Kami siap,” kata Lurah Yosorejo, Karyono, 4/2/2026.\n".to_string(),
        "“Panen tiba,” kata Karyono, warga Hadimulyo, 5/2/2026.\n".to_string(),
    ]);
    assert_eq!(named(&archive, "a02"), ["Karyono Wibisono"]);
    assert_eq!(named(&archive, "a03"), ["Karyono Hartanto"]);
    assert_eq!(named(&archive, "a04"), ["Karyono"], "a third one, of whom nothing is known");
}

#[test]
fn a_longer_name_in_one_article_does_not_swallow_somebody_known() {
    let known = (1..5).map(|day| said("Wali Kota Metro", "Rahman Wiraguna", "Rahman", day));
    let wife = "“Mari membaca,” kata Ketua PKK Kota Metro Ningsih Rahman Wiraguna, 6/2/2026.\n".to_string();
    let archive = archive(&known.chain([wife]).collect::<Vec<_>>());
    assert_eq!(names(&archive), ["Ningsih Rahman Wiraguna", "Rahman Wiraguna"]);
}

#[test]
fn a_word_that_always_means_one_person_names_them_where_nothing_else_does() {
    let mut texts: Vec<String> =
        (1..=12).map(|day| said("Bupati Lampung Tengah", "Rahman Wiragunata", "Wiragunata", day)).collect();
    texts.push("Program itu dimulai pada masa Wiragunata dan masih berjalan.\n".to_string());
    texts.push("Jalan Wiragunata ditutup pagi ini. Toko Wiragunata Jaya tetap buka.\n".to_string());
    let archive = archive(&texts);
    assert_eq!(named(&archive, "a12"), ["Rahman Wiragunata"]);
    assert_eq!(named(&archive, "a13"), [""; 0], "a street and a shop are nobody");
}

#[test]
fn two_names_with_a_hyphen_between_are_two_people() {
    let text = "“Kami siap,” kata Wali Kota Metro Rahman Wiraguna. Wakil Wali Kota Metro Sekar Kirana hadir.\n\n\
                Satu tahun pemerintahan Wiraguna-Kirana dirayakan. “Terima kasih,” ujar Wiraguna. “Sama-sama,” kata \
                Kirana.\n";
    let archive = archive(&[text.to_string()]);
    assert_eq!(names(&archive), ["Rahman Wiraguna", "Sekar Kirana"]);
    let article = &archive.articles[0];
    let at = article.text.find("Wiraguna-Kirana").expect("the pair");
    let both: Vec<_> = article.mentions.iter().filter(|m| (at..at + 15).contains(&(m.span.start as usize))).collect();
    assert_eq!(both.len(), 2, "{both:?}");
}

#[test]
fn the_editors_make_one_person_of_two() {
    let texts = [
        said("Lurah Yosorejo", "Sari Dewi Lestari", "Sari", 1),
        "“Ayo menari,” kata Bunda Kirana, pelatih tari di Yosorejo, 2/2/2026.\n".to_string(),
    ];
    assert!(archive(&texts).people.len() > 1, "the machine cannot know");
    let other = archive(&texts).people.iter().map(|one| one.name.clone()).find(|name| name != "Sari Dewi Lestari");
    let other = other.expect("the dancer");
    let pressed = pressed(&format!("[[merge]]\nnames = ['Sari Dewi Lestari', '{other}']\n"), &texts);
    assert_eq!(pressed.problems, []);
    assert_eq!(names(&pressed.archive), ["Sari Dewi Lestari"]);
    assert!(pressed.archive.people[0].aliases.contains(&other));
    assert_eq!(named(&pressed.archive, "a01"), ["Sari Dewi Lestari"]);
}

#[test]
fn the_editors_tell_two_people_of_one_name_apart() {
    let texts = [
        said("Lurah Yosorejo", "Sari Dewi Lestari", "Sari", 1),
        "“Padi kami menguning,” kata petani Sari Dewi Lestari, 2/2/2026.\n".to_string(),
    ];
    assert_eq!(archive(&texts).people.len(), 1);
    let two = pressed("[[split]]\nname = 'Sari Dewi Lestari'\narticles = ['a01']\n", &texts);
    assert_eq!(two.problems, []);
    assert_eq!(names(&two.archive), ["Sari Dewi Lestari"; 2]);
    let slugs: Vec<&str> = two.archive.people.iter().map(|person| person.slug.as_str()).collect();
    assert!(slugs[0] == "sari-dewi-lestari" && slugs[1].starts_with("sari-dewi-lestari-"), "{slugs:?}");
    let farmer = "[[split]]\nname = 'Sari Dewi Lestari'\narticles = ['a01']\nas = 'Sari Dewi (petani)'\n";
    let two = pressed(farmer, &texts);
    assert_eq!(named(&two.archive, "a01"), ["Sari Dewi (petani)"]);
    let again = two.lock.as_ref().expect("a lock").text();
    let lock = ("jejak.lock".to_string(), again.clone().into_bytes());
    let files = texts.iter().enumerate().map(|(at, text)| (format!("a{at:02}.txt"), text.as_bytes().to_vec()));
    let settings = ("archive.toml".to_string(), farmer.as_bytes().to_vec());
    let next = press([lock, settings].into_iter().chain(files));
    assert_eq!(next.lock.expect("a lock").text(), again, "their addresses last");
    assert_eq!(person(&next.archive, "Sari Dewi (petani)").roles, person(&two.archive, "Sari Dewi (petani)").roles);
}

#[test]
fn what_the_editors_say_of_nobody_is_reported_with_its_line() {
    let texts = [said("Lurah Yosorejo", "Sari Dewi Lestari", "Sari", 1)];
    let wrong = "[[merge]]\nnames = ['Sari Dewi Lestari', 'Joko Susilo']\n\
                 [[split]]\nname = 'Sari Dewi Lestari'\narticles = ['tidak-ada']\n\
                 [[split]]\nname = 'Joko Susilo'\narticles = ['a00']\n\
                 [[merge]]\nnames = ['Sari']\n[[split]]\nname = 'Sari'\n";
    let mut lines: Vec<String> = pressed(wrong, &texts).problems.iter().map(ToString::to_string).collect();
    lines.sort();
    let starts = [
        "archive.toml:1: names \"Joko Susilo\"",
        "archive.toml:3: corrects the article \"tidak-ada\"",
        "archive.toml:6: corrects the article \"a00\"",
        "archive.toml:11: ",
        "archive.toml:9: ",
    ];
    lines.sort();
    assert_eq!(lines.len(), starts.len(), "{lines:#?}");
    for start in starts {
        assert!(lines.iter().any(|line| line.starts_with(start)), "{start}: {lines:#?}");
    }
}
