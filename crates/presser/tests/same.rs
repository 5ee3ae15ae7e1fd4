//! What the worker makes of files is what the command makes of the same folder, whatever order the browser names them in.

use std::fs;
use std::path::Path;

use jejak_presser::{Fix, Made, make};

/// A folder as a newsroom may have it: every kind of text, settings, hidden files, and some that cannot be read.
const FILES: [(&str, &str); 12] = [
    ("archive.toml", "title = \"Arsip Sungai Lintang\"\nlanguage = \"id\"\n"),
    (
        "2026/rapat.txt",
        "Kabupaten Lintang, 12 Januari 2026 - Bupati Lintang Rahmadi Sutopo memimpin rapat.\n\n\"Jembatan selesai bulan \
         depan,\" kata Rahmadi di kantornya.\n",
    ),
    (
        "2026/pasar.md",
        "---\ntitle: Pasar Lama dibuka\ntanggal: 2026-02-03\n---\nKepala Dinas Perdagangan Wulan Ardiani meninjau pasar.\n\n\
         \"Harga beras turun,\" ujar Wulan, Selasa (3/2/2026).\n",
    ),
    (
        "halaman.html",
        "<!doctype html><html><head><title>Taman kota</title></head><body><article><h1>Taman kota</h1><p>Taman itu dibuka pada 5 \
         Maret 2026 oleh Wali Kota Panjalu Hendra Wibawa di hadapan warga yang datang sejak pagi.</p><p>\"Taman ini milik \
         warga,\" kata Hendra Wibawa kepada wartawan yang menunggu di gerbang.</p></article></body></html>",
    ),
    (
        "daftar.csv",
        "judul,tanggal,isi\nBanjir surut,2026-01-20,\"Air surut. \"\"Warga pulang,\"\" kata Camat Teluk Sari Dewi.\"\nSatu,dua\n",
    ),
    (
        "satu.json",
        "{\"title\": \"Jalan\", \"text\": \"Jalan itu diaspal, kata Sekretaris Daerah Bagus Prakoso, Rabu (7/1/2026).\"}",
    ),
    (
        "banyak.jsonl",
        "{\"title\": \"A\", \"text\": \"Apel pagi digelar di halaman.\"}\n{rusak\n{\"title\": \"B\", \"text\": \"Apel sore.\"}\n",
    ),
    ("kosong.txt", ""),
    ("gambar.png", "\u{1}\u{2}\u{3}"),
    (".tersembunyi.txt", "Tidak dibaca."),
    (".git/objek.txt", "Tidak dibaca."),
    ("Élan/é.txt", "Nama berkas tidak harus ASCII.\n"),
];

fn laid(folder: &Path, files: &[(&str, &str)]) -> std::io::Result<()> {
    for (name, text) in files {
        let path = folder.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    Ok(())
}

#[test]
fn files_of_a_visitor_make_the_archive_that_their_folder_makes() {
    let folder = tempfile::tempdir().unwrap();
    laid(folder.path(), &FILES).unwrap();
    let pressed = jejak_press::press_folder(folder.path()).unwrap();
    let archive = jejak_archive::write(&pressed.archive, &jejak_press::stem::Indonesian);

    let mut files = FILES.to_vec();
    for turn in 0..FILES.len() {
        files.rotate_left(1);
        if turn % 2 == 0 {
            files.reverse();
        }
        let given = files.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect();
        let mut told = 0;
        let made = make(given, &[], |text| Ok(text.as_bytes().to_vec()), &mut |_| told += 1);
        assert_eq!(made.archive.as_deref(), Some(archive.as_slice()), "turn {turn}");
        let problems: Vec<_> = pressed.problems.iter().map(|problem| (problem.file.as_str(), problem.line)).collect();
        let found: Vec<_> = made.told.found.iter().map(|found| (found.file.as_str(), found.line)).collect();
        assert_eq!(found, problems);
        assert_eq!(made.told.articles, pressed.archive.articles.len());
        assert!(told > FILES.len() - 4, "progress was told {told} times");
    }
}

#[test]
fn a_lock_gives_addresses_that_last_as_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    laid(folder.path(), &FILES).unwrap();
    let lock = jejak_press::press_folder(folder.path()).unwrap().lock.unwrap().text();
    let mut files = FILES.to_vec();
    files.push(("jejak.lock", &lock));
    files.retain(|(name, _)| *name != "2026/rapat.txt");
    laid(folder.path(), &[("jejak.lock", &lock)]).unwrap();
    fs::remove_file(folder.path().join("2026/rapat.txt")).unwrap();
    let pressed = jejak_press::press_folder(folder.path()).unwrap();
    let archive = jejak_archive::write(&pressed.archive, &jejak_press::stem::Indonesian);
    let given = files.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect();
    let made = make(given, &[], |text| Ok(text.as_bytes().to_vec()), &mut |_| {});
    assert_eq!(made.archive, Some(archive));
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_opens() {
    let given = vec![
        ("a.txt".to_owned(), Ok("Apel pagi digelar di Lapangan Sari.")),
        ("b.txt".to_owned(), Err("NotReadableError")),
    ];
    let made = make(given, &[], |text| text.map(|text| text.as_bytes().to_vec()).map_err(str::to_owned), &mut |_| {});
    assert!(made.archive.is_some() && made.told.articles == 1);
    let [found] = made.told.found.as_slice() else { panic!("{:?}", made.told.found) };
    assert!(
        found.file == "b.txt" && found.lost && found.why.iter().all(|why| why.contains("NotReadableError")),
        "{found:?}"
    );
}

#[test]
fn nothing_readable_is_no_archive() {
    let nothing = make(Vec::<(String, &str)>::new(), &[], |text| Ok(text.as_bytes().to_vec()), &mut |_| {});
    assert_eq!(nothing.archive, None);
    let pictures = vec![("a.png".to_owned(), "x")];
    let made = make(pictures, &[], |text| Ok(text.as_bytes().to_vec()), &mut |_| {});
    assert!(made.archive.is_none() && made.told.found.len() == 1);
}

/// What is to be kept back must not be seen because its line cannot be read.
#[test]
fn settings_that_cannot_be_read_show_nothing() {
    let files = vec![
        ("archive.toml".to_owned(), "[[mask]]\nnama = \"Rahmadi\"\n"),
        ("a.txt".to_owned(), "Rahmadi Sutopo memimpin apel di Lapangan Sari."),
    ];
    let made = make(files, &[], |text| Ok(text.as_bytes().to_vec()), &mut |_| {});
    assert!(made.told.unguarded && made.archive.is_none(), "{:?}", made.told);
}

fn corrected(fixes: &[Fix]) -> Made {
    let given = FILES.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect();
    make(given, fixes, |text| Ok(text.as_bytes().to_vec()), &mut |_| {})
}

/// What was corrected by hand in the browser, taken along to the command, makes the same archive there.
#[test]
fn corrections_go_there_and_back() {
    let folder = tempfile::tempdir().unwrap();
    laid(folder.path(), &FILES).unwrap();
    let plain = jejak_press::press_folder(folder.path()).unwrap().archive;
    let of = |word: &str| plain.articles.iter().find(|article| article.text.contains(word)).unwrap();
    let words = |word: &str| {
        let article = of(word);
        article.quotes.first().map(|quote| article.text[quote.span.range()].to_owned()).unwrap()
    };
    let fixes = [
        Fix::Speaker { article: of("Jembatan").id.clone(), words: words("Jembatan"), value: "Siti Maryam".into() },
        Fix::Date { article: of("Taman ini").id.clone(), value: "2026-03-04".into() },
        Fix::Split { name: "Sari Dewi".into(), article: of("Air surut").id.clone(), value: "Sari Dewi (camat)".into() },
        Fix::Merge { name: "Wulan Ardiani".into(), value: "Bagus Prakoso".into() },
    ];
    let made = corrected(&fixes);
    assert_eq!(made.told.unfixed, []);
    assert_ne!(made.archive, corrected(&[]).archive);

    laid(folder.path(), &[("archive.toml", &made.told.settings)]).unwrap();
    let pressed = jejak_press::press_folder(folder.path()).unwrap();
    assert_eq!(made.archive, Some(jejak_archive::write(&pressed.archive, &jejak_press::stem::Indonesian)));
    let names: Vec<&str> = pressed.archive.people.iter().map(|person| person.name.as_str()).collect();
    assert!(names.contains(&"Siti Maryam") && names.contains(&"Sari Dewi (camat)"), "{names:?}");
    assert!(!names.contains(&"Bagus Prakoso"), "{names:?}");
    let park = pressed.archive.articles.iter().find(|article| article.text.contains("Taman ini")).unwrap();
    assert_eq!(park.date.map(|date| date.to_string()).as_deref(), Some("2026-03-04"));
    assert_eq!(pressed.archive.meta.title, "Arsip Sungai Lintang");
}

/// One that cannot be made is told apart from what is wrong with the files, and is not among the settings to take along.
#[test]
fn a_correction_that_cannot_be_made_is_told() {
    let fixes = [
        Fix::Speaker { article: "tidak-ada".into(), words: "apa pun".into(), value: "Siti Maryam".into() },
        Fix::Merge { name: "Wulan Ardiani".into(), value: "Bagus Prakoso".into() },
        Fix::Date { article: "tidak-ada".into(), value: "kemarin".into() },
    ];
    let made = corrected(&fixes);
    let told: Vec<usize> = made.told.unfixed.iter().map(|one| one.at).collect();
    assert_eq!(told, [0, 2]);
    let why = &made.told.unfixed[0].why;
    assert!(why[0].contains("tidak ada berita dengan id itu") && why[1].contains("no article of that id"), "{why:?}");
    assert_eq!(made.told.found, corrected(&[]).told.found);
    assert_eq!(made.archive, corrected(&fixes[1..2]).archive);
    assert!(
        !made.told.settings.contains("tidak-ada") && made.told.settings.contains("Wulan"),
        "{}",
        made.told.settings
    );
}
