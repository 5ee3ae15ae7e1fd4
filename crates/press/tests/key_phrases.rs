//! Topics that an archive has of its own: which phrases become one, and that an article that comes changes nothing for those
//! that were there. All articles are invented.

use jejak_archive::model::Archive;
use jejak_press::press;

/// A line of articles: day of the month, headline, text.
fn line(day: usize, title: &str, text: &str) -> String {
    let date = format!("2025-{:02}-{:02}", 1 + day / 28, 1 + day % 28);
    format!("{{\"id\":\"a{day:03}\",\"title\":\"{title}\",\"date\":\"{date}\",\"text\":\"{text}\"}}\n")
}

fn archive(lines: &[String]) -> Archive {
    press(std::iter::once(("a.jsonl".to_owned(), lines.concat().into_bytes()))).archive
}

/// The topics of an article by name.
fn topics<'a>(archive: &'a Archive, id: &str) -> Vec<&'a str> {
    let article = archive.articles.iter().find(|article| article.id == id);
    let numbers = article.map(|article| article.topics.as_slice()).unwrap_or_default();
    numbers.iter().map(|at| archive.topics[*at as usize].name.as_str()).collect()
}

/// Eight articles, three of them about a ferry's fare, three that name someone's turn of speech in passing.
fn eight() -> Vec<String> {
    let mut lines: Vec<String> = (0..3)
        .map(|day| {
            let text = "Warga menolak tarif penyeberangan yang baru. Menurut warga, tarif penyeberangan itu terlalu tinggi, \
                        dan tarif penyeberangan tahun lalu sudah pas. Ini kata kunci.";
            line(day, "Warga Tolak Tarif Penyeberangan", text)
        })
        .collect();
    lines.extend((3..8).map(|day| line(day, "Pohon Ditanam", "Pohon ditanam di taman. Itu kata kunci dari semuanya.")));
    lines
}

#[test]
fn what_several_articles_are_about_is_a_topic() {
    let archive = archive(&eight());
    assert_eq!(topics(&archive, "a000"), ["Tarif penyeberangan"]);
    let all: Vec<&str> = archive.topics.iter().map(|topic| topic.name.as_str()).collect();
    assert!(!all.contains(&"Kata kunci"), "{all:?}: all have it and none is about it");
}

#[test]
fn an_article_that_comes_changes_no_other_until_there_are_twice_as_many() {
    let mut lines = eight();
    let before = archive(&lines);
    // Four more, about something new and about the old.
    lines.extend((8..11).map(|day| {
        let text = "Iuran sampah naik. Warga menilai iuran sampah mahal. Iuran sampah dibahas.";
        line(day, "Iuran Sampah Naik", text)
    }));
    lines.push(line(11, "Tarif Penyeberangan Turun", "Akhirnya tarif penyeberangan turun."));
    let after = archive(&lines);
    for day in 0..8 {
        let id = format!("a{day:03}");
        assert_eq!(topics(&before, &id), topics(&after, &id), "{id}");
    }
    assert_eq!(topics(&after, "a011"), ["Tarif penyeberangan"], "known from the older ones");
    assert!(!topics(&after, "a009").contains(&"Iuran sampah"), "the older ones did not show it");
    lines.extend((12..16).map(|day| line(day, "Pohon Ditanam", "Pohon ditanam di taman.")));
    assert!(topics(&archive(&lines), "a009").contains(&"Iuran sampah"), "twice as many");
}

#[test]
fn names_and_verbs_are_no_topics() {
    let lines: Vec<String> = (0..8)
        .map(|day| {
            let text = "Karya Sentosa membangun jalan. Karya Sentosa senang. Karya Sentosa membeli lahan kosong itu. Membeli \
                        lahan memang sulit, dan membeli lahan itu mahal.";
            line(day, "Karya Sentosa Membeli Lahan", text)
        })
        .collect();
    let archive = archive(&lines);
    let all: Vec<&str> = archive.topics.iter().map(|topic| topic.name.as_str()).collect();
    assert!(!all.contains(&"Karya sentosa") && !all.contains(&"Membeli lahan"), "{all:?}");
}
