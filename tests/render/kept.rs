//! What a page asked of the archive tells whether it is still the same: whatever changed, a page of which that is said is
//! drawn as it was.
//!
//! All articles here are invented.

use std::collections::BTreeMap;

use jejak_app::render;
use jejak_app::state::library::Library;
use jejak_app::state::library::trace::Trace;
use jejak_app::state::settings::Settings;
use jejak_app::state::url::Location;

/// Files by name.
type Files = BTreeMap<&'static str, String>;

const PEOPLE: [(&str, &str); 3] =
    [("Camat Sukamaju", "Ratna Dewi"), ("Lurah Sukasari", "Joko Panjalu"), ("Kepala Dinas Pertanian", "Tirta Waluyo")];
const NAMES: [&str; 6] = ["jalan.md", "panen.md", "pasar.md", "pipa.md", "rapat.md", "sekolah.md"];
const WORDS: [&str; 6] = ["Jalan", "Panen", "Pasar", "Pipa", "Rapat", "Sekolah"];

fn article(at: usize, day: usize) -> String {
    let ((office, name), word) = (PEOPLE[at % PEOPLE.len()], WORDS[at % WORDS.len()]);
    format!(
        "---\ntitle: {word} di Sukamaju dibahas\ndate: 2026-03-{day:02}\nsource: Warta Sukamaju\n---\n\n\u{201c}{word} itu \
         milik warga,\u{201d} kata {office}, {name}, Senin. Ia menegaskan bahwa {word} selesai tahun ini sesuai Perda \
         Nomor 4 Tahun 2024.\n"
    )
}

fn files() -> Files {
    let articles = NAMES.iter().enumerate().map(|(at, name)| (*name, article(at, 2 + 3 * at)));
    articles.chain([("archive.toml", "title = \"Arsip Sukamaju\"\nlanguage = \"id\"\n".to_owned())]).collect()
}

fn open(files: &Files) -> Library {
    let pressed = jejak_press::press(files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())));
    Library::open(jejak_archive::write(&pressed.archive, &jejak_press::stem::Indonesian)).unwrap()
}

/// A page as it is drawn where the archive is carried, and where it comes in parts.
fn drawn(library: &Library, location: &Location, in_parts: bool) -> render::Page {
    if in_parts {
        render::page_in_parts(library, location, Settings::default(), |_| ())
    } else {
        render::page(library, location, Settings::default())
    }
}

/// Every page with what it asked, where that is known.
fn noted(library: &Library, in_parts: bool) -> Vec<(Location, render::Page, Option<Trace>)> {
    let addresses = render::addresses(library).into_iter();
    let note = |location: Location| {
        let (page, asked) = library.noting(|| drawn(library, &location, in_parts));
        (location, page, asked)
    };
    addresses.map(note).collect()
}

/// How many pages are said to be the same with other files, each of which has to be.
fn same(before: &Files, after: &Files) -> Vec<String> {
    let (old, new) = (open(before), open(after));
    let mut same = Vec::new();
    for in_parts in [false, true] {
        for (location, page, asked) in noted(&old, in_parts) {
            if asked.is_some_and(|asked| new.answers_as(&asked)) {
                assert_eq!(page, drawn(&new, &location, in_parts), "{}", location.href());
                same.push(location.href());
            }
        }
    }
    same
}

/// All files but for what `change` makes of them.
fn changed(change: impl FnOnce(&mut Files)) -> Files {
    let mut files = files();
    change(&mut files);
    files
}

fn replaced(name: &'static str, from: &str, to: &str) -> Files {
    changed(|files| {
        let text = files.get_mut(name).unwrap();
        assert!(text.contains(from), "{name}");
        *text = text.replace(from, to);
    })
}

#[test]
fn a_page_that_is_said_to_be_the_same_is() {
    let before = files();
    let mut after = vec![
        replaced("archive.toml", "Arsip", "Kumpulan"),
        replaced("archive.toml", "language", "quotes_only = true\nlanguage"),
        replaced("rapat.md", "source: Warta", "source: Kabar"),
        replaced("rapat.md", "2026-03-14", "2026-03-01"),
        replaced("pipa.md", "Camat Sukamaju, Ratna Dewi", "Plt Camat Sukamaju, Ratna Dewi"),
        replaced("pipa.md", "Ratna Dewi", "Ratna Dewi Anggraini"),
        replaced("panen.md", "Joko Panjalu", "Bagus Panjalu"),
        changed(|files| drop(files.insert("banjir.md", article(0, 30)))),
        changed(|files| drop(files.insert("banjir.md", article(1, 9)))),
        changed(|files| drop(files.insert("salinan.md", article(2, 8)))),
        changed(|files| drop(files.insert("arsip-lama.md", article(2, 1).replace("2026", "2019")))),
    ];
    for name in NAMES {
        after.push(changed(|files| drop(files.remove(name))));
        after.push(changed(|files| files.get_mut(name).unwrap().push_str("\nHujan turun sejak pagi.\n")));
    }
    let count: usize = after.iter().map(|after| same(&before, after).len()).sum();
    assert!(count > 100, "hardly anything is known to be the same: {count}");
}

#[test]
fn what_did_not_change_is_known_whatever_number_it_has_now() {
    let before = files();
    let all = same(&before, &before);
    for address in ["artikel/jalan/", "tokoh/ratna-dewi/", "tokoh/joko-panjalu/"] {
        assert!(all.iter().any(|known| known.contains(address)), "{address}: {all:?}");
    }
    assert!(!all.iter().any(|known| known.contains("linimasa")), "what the timeline asked is not noted");
    // One more article in front of all others, on the day of the newest one.
    let flood = "---\ntitle: Kali meluap\ndate: 2026-03-17\n---\n\n\u{201c}Warga kami pindahkan dulu ke balai desa,\u{201d} ujar \
                 Camat Sukamaju, Ratna Dewi. Air turun menjelang sore.\n";
    let after = changed(|files| drop(files.insert("banjir.md", flood.to_owned())));
    let known = same(&before, &after);
    let has = |address: &str| known.iter().any(|known| known.contains(address));
    assert!(has("artikel/jalan/") && has("tokoh/joko-panjalu/"), "{known:?}");
    assert!(!has("tokoh/ratna-dewi/"), "she says more now");
    assert!(!has("artikel/sekolah/"), "it has an article after it now");
}
