//! Pictures of every kind of page as devices show them, to be looked at by whoever changes what is seen.

use std::path::Path;
use std::{fs, io};

use data_encoding::BASE64;
use serde_json::json;

use crate::{Browser, Kind, Page, Stage, Trouble};

/// A width and a height in CSS pixels, with what a device of that size is called in the names of files.
const DEVICES: [(&str, u32, u32); 4] =
    [("narrow", 320, 640), ("phone", 390, 844), ("desktop", 1280, 900), ("wide", 1600, 1000)];
/// How the settings are kept, and what that is called: every device in the first, phone and desktop in all.
const LOOKS: [(&str, &str); 3] =
    [("light", "language=id&theme=light"), ("dark", "language=id&theme=dark"), ("en", "language=en&theme=light")];
/// The most of a long page that is shown, in CSS pixels.
const TALLEST: u32 = 3_000;

/// Writes the pictures of a built site into a folder, and says how many there are.
///
/// Chromium makes them, in Indonesian as most of its readers have it: that decides how it writes dates into fields.
///
/// # Errors
/// There is no site, the browser refuses, or a file cannot be written.
pub async fn screens(site: &Path, folder: &Path) -> Result<usize, Trouble> {
    let trouble = |error: io::Error| Trouble::Site { folder: folder.to_owned(), why: error.to_string() };
    fs::create_dir_all(folder).map_err(trouble)?;
    let visit = Stage::of(site)?.visit("/")?;
    let browser = Browser::speaking(Kind::Chromium, "id").await?;
    let page = Page::new(&browser, visit);
    let mut made = 0;
    let pages = pages(&page)?;
    let outcome = async {
        for look in LOOKS {
            for device in DEVICES {
                let ordinary = matches!(device.0, "phone" | "desktop");
                if !ordinary && look != LOOKS[0] {
                    continue;
                }
                for (name, address) in &pages {
                    let bytes = shot(&browser, &page, address, (device.1, device.2), look.1).await?;
                    let file = folder.join(format!("{name}-{}-{}.png", device.0, look.0));
                    fs::write(&file, bytes).map_err(trouble)?;
                    made += 1;
                }
            }
        }
        Ok(made)
    };
    let outcome = outcome.await;
    browser.close().await?;
    outcome
}

/// The kinds of pages, each by an address that shows much of it: of the most quoted person, of what that person's
/// articles are about, and a search that finds.
fn pages(page: &Page) -> Result<Vec<(&'static str, String)>, Trouble> {
    let mut pages = vec![("explore", String::new())];
    let person = page.ask(|engine| engine.most_quoted().map(|person| (person.slug.clone(), person.name.clone())))?;
    if let Some((slug, name)) = person {
        pages.push(("search", format!("?q={}", name.replace(' ', "+"))));
        pages.push(("filtered", format!("?tokoh={slug}&sejak=2025-01-01")));
        pages.push(("person", format!("tokoh/{slug}/")));
    }
    pages.push(("empty", "?q=takadakataini&sejak=2025-01-01".to_owned()));
    for (kind, first) in
        [("article", "artikel/"), ("organisation", "lembaga/"), ("topic", "topik/"), ("regulation", "peraturan/")]
    {
        // The longest address is the longest title, which is the hardest to set.
        let all = page.addresses()?.into_iter().map(|(address, _)| address);
        if let Some(address) = all.filter(|address| address.starts_with(first)).max_by_key(String::len) {
            pages.push((kind, address));
        }
    }
    pages.push(("timeline", "linimasa/".to_owned()));
    pages.push(("quotes", "kutipan/".to_owned()));
    pages.push(("about", "tentang/".to_owned()));
    pages.push(("regulations", "peraturan/".to_owned()));
    pages.push(("missing", "tidak-ada/".to_owned()));
    Ok(pages)
}

/// An address in a window of a size, by somebody with the settings `kept`.
async fn shot(
    browser: &Browser,
    page: &Page,
    address: &str,
    (width, height): (u32, u32),
    kept: &str,
) -> Result<Vec<u8>, Trouble> {
    browser.beyond().resize(width, height).await?;
    page.open("").await?;
    page.run(&format!("localStorage.setItem('jejak:settings', '{kept}')")).await?;
    page.open(address).await?;
    let tall = page.run("return document.documentElement.scrollHeight").await?.as_u64().unwrap_or_default();
    let tall = u32::try_from(tall).unwrap_or(TALLEST).clamp(height, TALLEST);
    // Not by a taller window: what is measured by the window's height would grow with it.
    let clip = json!({ "x": 0, "y": 0, "width": width, "height": tall, "scale": 1 });
    let asked = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    let told = browser.developer("Page.captureScreenshot", asked).await?;
    let picture = told["data"].as_str().and_then(|data| BASE64.decode(data.as_bytes()).ok());
    picture.ok_or(Trouble::Unfit("picture in what the browser sent"))
}
