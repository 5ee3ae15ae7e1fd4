//! What lets devices keep a site, as it is written; browsers play it in `tests/browser`.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails the test that calls it")]

mod common;

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use common::{App, app, names};
use data_encoding::BASE64;
use jejak_archive::NoStem;
use jejak_cli::site::{self, Pages, SiteError, Staged};
use serde_json::Value;
use sha2::{Digest as _, Sha384};

fn archive(title: &str) -> Vec<u8> {
    let settings = ("archive.toml".to_owned(), b"title = 'Arsip Uji'\naccent = '#1f6f4a'".to_vec());
    let article = format!("---\ntitle: {title}\n---\nWarga berkumpul di balai desa.\n").into_bytes();
    let pressed = jejak_press::press([settings, ("berita.md".to_owned(), article)].into_iter());
    jejak_archive::write(&pressed.archive, &NoStem)
}

fn keeping(archive: &[u8]) -> App {
    let mut files = app(archive);
    files.insert("luring.js".to_owned(), b"const build = self.jejakBuild;\n".to_vec());
    files.insert("perangkat.js".to_owned(), b"go()\n".to_vec());
    files
}

/// The value in a script that begins behind some words.
fn value(script: &str, before: &str) -> Value {
    let (_, rest) = script.split_once(before).unwrap();
    serde_json::Deserializer::from_str(rest).into_iter().next().unwrap().unwrap()
}

struct Read {
    worker: Value,
    list: Value,
    loader: Value,
}

fn read(out: &Path) -> Read {
    let text = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    let worker = value(&text("luring.js"), "const build = ");
    let list = text(worker["list"].as_str().unwrap());
    assert_eq!(worker["integrity"].as_str().unwrap(), integrity(list.as_bytes()));
    Read { worker, list: serde_json::from_str(&list).unwrap(), loader: value(&text("muat.js"), "const entry = ") }
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(&Sha384::digest(bytes)))
}

fn written(staged: &Staged, out: &Path) -> Read {
    site::write(staged, out, Pages::All).unwrap();
    read(out)
}

#[test]
fn the_list_names_what_a_device_keeps_as_it_lies_there() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let mut staged = Staged::of(keeping(&archive("Air"))).unwrap();
    staged.set_parts(archive("Air")).unwrap();
    let Read { worker, list, loader } = written(&staged, &out);
    assert_eq!(worker["stamp"], loader["device"]["stamp"], "the page and its worker are of one build");
    assert!(out.join(loader["device"]["path"].as_str().unwrap()).is_file());
    assert_eq!(worker["steps"].as_array().unwrap().len(), 10);
    assert!(worker["headers"]["Content-Security-Policy"].as_str().unwrap().contains("frame-ancestors 'self'"));

    let mut listed = HashSet::new();
    for (kind, checked) in [("first", true), ("sections", true), ("parts", false)] {
        for row in list[kind].as_array().unwrap() {
            let path = row[0].as_str().unwrap();
            let file = if kind == "sections" { out.join(path).join("index.html") } else { out.join(path) };
            let bytes = fs::read(&file).unwrap();
            assert_eq!(row[2].as_u64().unwrap(), bytes.len() as u64, "{path}");
            assert_eq!(row[1].as_str().map(str::to_owned), checked.then(|| integrity(&bytes)), "{path}");
            listed.insert(path.to_owned());
        }
    }
    for path in ["", "linimasa/", "kutipan/", "tentang/", "buka/", "muat.js"] {
        assert!(listed.contains(path), "{path} is not kept");
    }
    let parts: Vec<String> = names(&out).into_iter().filter(|name| name.starts_with("bagian/")).collect();
    assert!(parts.len() > 3 && parts.iter().all(|part| listed.contains(part)), "{parts:?}");
    // An empty page with its root open, and no article's.
    let shell: Vec<&str> = list["shell"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(shell.len(), 2);
    assert!(shell[0].ends_with("href=\"") && shell[0].contains("Content-Security-Policy"), "{shell:?}");
    assert!(shell.concat().contains("<title>Arsip Uji</title>") && shell[1].contains("src=\"muat.js\""), "{shell:?}");
    assert!(!listed.iter().any(|path| path.starts_with("artikel/")));
}

#[test]
fn a_build_has_the_name_of_what_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let stamp = |name: &str, files: App| {
        let read = written(&Staged::of(files).unwrap(), &folder.path().join(name));
        read.worker["stamp"].as_str().unwrap().to_owned()
    };
    let one = stamp("one", keeping(&archive("Air")));
    assert_eq!(one, stamp("same", keeping(&archive("Air"))));
    let mut seen = HashSet::from([one]);
    for (name, file) in [("worker", "luring.js"), ("loader", "muat.js"), ("device", "perangkat.js"), ("app", "app.js")]
    {
        let mut files = keeping(&archive("Air"));
        files.get_mut(file).unwrap().extend(b"// other\n");
        assert!(seen.insert(stamp(name, files)), "another {name} is another build");
    }
    assert!(seen.insert(stamp("articles", keeping(&archive("Api")))));
}

#[test]
fn switched_off_a_site_has_a_worker_that_goes() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let mut staged = Staged::of(keeping(&archive("Air"))).unwrap();
    written(&staged, &out);
    staged.keep_nothing();
    site::write(&staged, &out, Pages::All).unwrap();
    let worker = fs::read_to_string(out.join("luring.js")).unwrap();
    assert!(worker.contains("registration.unregister()") && worker.contains("caches.delete"), "{worker}");
    let loader = fs::read_to_string(out.join("muat.js")).unwrap();
    assert!(value(&loader, "const entry = ")["device"].is_null());
    assert!(!names(&out).iter().any(|name| name.starts_with("berkas-")));
}

#[test]
fn settings_say_whether_it_is_kept_and_what_stands_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let picture = |name: &str, width: u32| {
        let mut png = png::Encoder::new(fs::File::create(folder.path().join(name)).unwrap(), width, width);
        png.set_color(png::ColorType::Rgb);
        let pixels: Vec<u8> = (0..width * width).flat_map(|_| [10, 200, 30]).collect();
        png.write_header().unwrap().write_image_data(&pixels).unwrap();
    };
    picture("ikon.png", 600);
    picture("kecil.png", 64);
    fs::write(folder.path().join("archive.toml"), "icon = 'ikon.png'\noffline = false\n").unwrap();
    let beside = jejak_press::beside_in(folder.path());
    assert!(beside.online_only);
    let mut staged = Staged::of(keeping(&archive("Air"))).unwrap();
    staged.set_icon(beside.icon.unwrap());
    let out = tempfile::tempdir().unwrap();
    let out = out.path().join("site");
    site::write(&staged, &out, Pages::All).unwrap();
    let icon = names(&out).into_iter().find(|name| name.starts_with("ikon-192-")).unwrap();
    let mut read =
        png::Decoder::new(std::io::BufReader::new(fs::File::open(out.join(icon)).unwrap())).read_info().unwrap();
    let mut pixels = vec![0; read.output_buffer_size().unwrap()];
    read.next_frame(&mut pixels).unwrap();
    assert_eq!(pixels[..4], [10, 200, 30, 255]);

    fs::write(folder.path().join("archive.toml"), "icon = 'kecil.png'").unwrap();
    let pressed = jejak_press::press_folder(folder.path()).unwrap();
    assert_eq!((pressed.icon, pressed.online_only), (None, false));
    let said: Vec<String> = pressed.problems.iter().map(ToString::to_string).collect();
    assert!(said.iter().any(|said| said.contains("archive.toml:1: names the icon \"kecil.png\"")), "{said:?}");
    staged.set_icon(b"no picture".to_vec());
    assert!(matches!(site::write(&staged, &out, Pages::All), Err(SiteError::Icon(_))));
}
