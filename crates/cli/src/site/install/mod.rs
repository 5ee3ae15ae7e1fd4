//! What lets a site be installed as an app: its manifest, and pictures of the sizes that systems ask for.
//!
//! Name and colour are the archive's. So is the picture where `archive.toml` names one; else it is Jejak's mark in the
//! archive's colour. Addresses are relative, so that the site may lie anywhere.

mod picture;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jejak_archive::model::Meta;
use serde_json::json;

use super::SiteError;
use super::card::{self, Colour};
use super::files::Files;
use super::names::hashed;
use picture::Picture;

/// The manifest.
pub(super) const MANIFEST: &str = "manifest.webmanifest";
/// Pixels of the picture that phones of Apple take, and of those that others ask for.
const TOUCH: u32 = 180;
const SIZES: [u32; 2] = [192, 512];
/// The mark is remembered in so many colours.
const COLOURS: usize = 8;
/// How many letters of a name stand below a picture before systems cut it.
const SHORT: usize = 12;

/// A site as an app.
pub(super) struct App {
    manifest: Vec<u8>,
    /// Named by their content.
    pictures: Vec<(String, Vec<u8>)>,
    /// Which of them phones of Apple take.
    touch: String,
}

impl App {
    /// The app that an archive is, with the publisher's picture where there is one.
    pub(super) fn of(meta: &Meta, icon: Option<&[u8]>) -> Result<Self, SiteError> {
        let own = icon.map(Picture::read).transpose().map_err(SiteError::Icon)?;
        let accent = card::accent(meta);
        let mut pictures = Vec::new();
        let mut add = |name: &str, picture: Option<Vec<u8>>| {
            let bytes = picture.ok_or_else(|| SiteError::Icon("it cannot be written".to_owned()))?;
            let name = hashed(name, &bytes);
            pictures.push((name.clone(), bytes));
            Ok::<_, SiteError>(name)
        };
        let mut icons = Vec::new();
        for size in SIZES {
            let picture = own.as_ref().map_or_else(|| mark(size, accent, true), |own| own.scaled(size).png());
            let name = add(&format!("ikon-{size}.png"), picture)?;
            icons
                .push(json!({ "src": name, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "any" }));
        }
        // Systems cut these to shapes of their own.
        let whole = |size| own.as_ref().map_or_else(|| mark(size, accent, false), |own| own.on_paper(size).png());
        let [.., size] = SIZES;
        let name = add("ikon-penuh.png", whole(size))?;
        icons.push(
            json!({ "src": name, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": "maskable" }),
        );
        let touch = add("ikon-sentuh.png", whole(TOUCH))?;
        let name = if meta.title.trim().is_empty() { "Jejak" } else { meta.title.trim() };
        let manifest = json!({
            "id": "./",
            "name": name,
            "short_name": short(name),
            "description": meta.description,
            // The interface's own words; those of articles say their language themselves.
            "lang": "id",
            "dir": "ltr",
            "start_url": "./",
            "scope": "./",
            "display": "minimal-ui",
            "background_color": css(card::PAPER),
            "theme_color": css(card::PAPER),
            "icons": icons,
        });
        Ok(Self { manifest: manifest.to_string().into_bytes(), pictures, touch })
    }

    /// What each page says of it.
    pub(super) fn links(&self) -> String {
        format!(
            "<link rel=\"manifest\" href=\"{MANIFEST}\">\n<link rel=\"apple-touch-icon\" href=\"{}\">\n",
            self.touch
        )
    }

    pub(super) fn add(self, files: &mut Files) {
        files.insert(MANIFEST.to_owned(), self.manifest);
        files.extend(self.pictures);
    }
}

/// Jejak's mark as a PNG. Each is drawn once a process: who follows articles builds again and again, and most of what a small
/// site takes are these.
fn mark(size: u32, colour: Colour, round: bool) -> Option<Vec<u8>> {
    static DRAWN: Mutex<BTreeMap<(u32, Colour, bool), Vec<u8>>> = Mutex::new(BTreeMap::new());
    let drawn = || DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    let which = (size, colour, round);
    if let Some(known) = drawn().get(&which) {
        return Some(known.clone());
    }
    let picture = Picture::mark(size, colour, round).png()?;
    let mut drawn = drawn();
    // Somebody tries colours.
    if drawn.len() >= COLOURS * (SIZES.len() + 2) {
        drawn.clear();
    }
    drawn.insert(which, picture.clone());
    Some(picture)
}

/// The words of a name that have room below a picture; of a longer first word its beginning.
fn short(name: &str) -> String {
    let mut short = String::new();
    for word in name.split_whitespace() {
        let length = short.chars().count() + usize::from(!short.is_empty()) + word.chars().count();
        if length > SHORT {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() { name.chars().take(SHORT).collect() } else { short }
}

fn css([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_whole_words_where_it_can_be() {
        for (name, expected) in [
            ("Jejak", "Jejak"),
            ("Jejak Kota Contoh", "Jejak Kota"),
            ("Jejak Metro 2026 dan", "Jejak Metro"),
            ("Perpustakaanku Daerah", "Perpustakaan"),
            ("Arsip Contoh", "Arsip Contoh"),
        ] {
            assert_eq!(short(name), expected, "{name}");
        }
    }

    #[test]
    fn a_site_is_an_app_with_pictures_of_its_own_colour() {
        let meta = Meta { title: "Arsip Kota".to_owned(), ..Meta::default() };
        let mut files = Files::new();
        let app = App::of(&meta, None).unwrap();
        assert!(app.links().contains(&app.touch));
        app.add(&mut files);
        let manifest: serde_json::Value = serde_json::from_slice(&files[MANIFEST]).unwrap();
        assert_eq!((manifest["name"].as_str(), manifest["start_url"].as_str()), (Some("Arsip Kota"), Some("./")));
        for icon in manifest["icons"].as_array().unwrap() {
            let bytes = &files[icon["src"].as_str().unwrap()];
            let read = Picture::read(bytes).unwrap();
            assert_eq!(format!("{0}x{0}", read.size()), icon["sizes"].as_str().unwrap());
        }
        assert_eq!(files.len(), 5);
        assert!(App::of(&meta, Some(b"no picture")).is_err());
    }
}
