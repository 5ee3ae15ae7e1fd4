//! An archive that lies in parts beside the app, when a part does not come as it should.

use std::fs;
use std::path::{Path, PathBuf};

use jejak_archive::Query;
use jejak_archive::form::pieces;
use jejak_browser_tests::{Page, Trouble};

/// What happened to the parts with the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Damage {
    /// They end early.
    Cut,
    /// One bit of each is another.
    Flipped,
    /// Another part stands in their place.
    Swapped,
    /// They are not there.
    Gone,
    /// They are not there, and the manifest names another head: the site was built anew.
    Newer,
}

/// It is said plainly, the rest of the page works on, and asking again helps once the part is back.
pub(crate) async fn a_lost_part_is_said(page: Page, damage: Damage) -> Result<(), Trouble> {
    let folder = page.folder();
    let trouble = |error: std::io::Error| Trouble::Site { folder: folder.to_owned(), why: error.to_string() };
    let all = page.answer(&Query::default())?;
    let texts = of_kind(folder, "text-").map_err(trouble)?;
    let other = of_kind(folder, "words-").map_err(trouble)?;
    let Some((_, other)) = other.first() else { return Err(Trouble::Unfit("part of words")) };
    for (path, bytes) in &texts {
        match damage {
            Damage::Cut => fs::write(path, &bytes[..bytes.len() / 2]),
            Damage::Flipped => {
                let mut damaged = bytes.clone();
                damaged[bytes.len() / 2] ^= 4;
                fs::write(path, damaged)
            }
            Damage::Swapped => fs::write(path, other),
            Damage::Gone | Damage::Newer => fs::remove_file(path),
        }
        .map_err(trouble)?;
    }
    page.expect_console(|entry| entry.source == "network" || entry.message.contains("jejak:"));
    page.open("").await?;
    let lost = "return document.querySelectorAll('.results [data-lost] button, main > [data-lost] button').length";
    page.expect("notices", lost, 1).await?;
    let field = "return document.querySelectorAll('[role=search] input[type=search]').length";
    page.expect("search fields", field, 1).await?;
    let button = "return document.querySelector('[data-lost] button')?.textContent ?? null";
    if damage == Damage::Newer {
        fs::write(folder.join(pieces::MANIFEST), "jejak-bagian bagian/head-00.bin bagian/core-00.bin\n")
            .map_err(trouble)?;
        page.click("[data-lost] button").await?;
        return page.expect("the way on", button, "Muat ulang").await;
    }
    page.expect("the way on", button, "Coba lagi").await?;
    for (path, bytes) in &texts {
        fs::write(path, bytes).map_err(trouble)?;
    }
    page.click("[data-lost] button").await?;
    page.expect_answer(&all).await
}

/// The parts of a kind, by how their names begin, and their bytes.
fn of_kind(folder: &Path, begins: &str) -> std::io::Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut parts = Vec::new();
    for entry in folder.join("bagian").read_dir()? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(begins)) {
            let bytes = fs::read(&path)?;
            parts.push((path, bytes));
        }
    }
    Ok(parts)
}
