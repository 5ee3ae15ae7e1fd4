//! Files by hand: dropped on the page as out of a file manager, and chosen in the browser's own dialog after a real click.

use std::path::{Path, PathBuf};

use jejak_browser_tests::{Page, Trouble};
use tempfile::TempDir;

use crate::opened::{Files, STATE, come, expect_open, lay, of_each_kind, pressed};

/// Where files are dropped, and what is chosen by.
const PLACE: &str = "[data-own-drop]";
const FILES: &str = "input[data-own=files]:not([webkitdirectory])";
const FOLDER: &str = "input[data-own=files][webkitdirectory]";

/// The files in a folder of this machine, below a folder `berita`.
fn laid(files: &Files) -> Result<(TempDir, PathBuf), Trouble> {
    let trouble = |error: std::io::Error| Trouble::Site { folder: PathBuf::new(), why: error.to_string() };
    let folder = tempfile::tempdir().map_err(trouble)?;
    let inside = folder.path().join("berita");
    lay(&inside, files).map_err(trouble)?;
    Ok((folder, inside))
}

/// The same without the folders that they lie in.
fn flat(files: &Files) -> Files {
    let name = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    files.iter().map(|(path, bytes)| (name(path), bytes.clone())).collect()
}

fn paths(of: &[PathBuf]) -> Vec<&Path> {
    of.iter().map(PathBuf::as_path).collect()
}

async fn close(page: &Page) -> Result<(), Trouble> {
    page.click(".own-banner [data-own=close]").await?;
    page.expect("the page again", STATE, "Choose").await
}

/// Several files, then one folder, whose files are called as in it, then a file beside a folder.
pub(crate) async fn they_are_dropped(page: Page) -> Result<(), Trouble> {
    let files = of_each_kind();
    let (_kept, folder) = laid(&files)?;
    come(&page).await?;
    let all: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    dropped(&page, &paths(&all)).await?;
    expect_open(&page, &pressed(&flat(&files))?.1).await?;
    close(&page).await?;
    dropped(&page, &[&folder]).await?;
    expect_open(&page, &pressed(&files)?.1).await?;
    close(&page).await?;
    let (name, bytes) = files.first().cloned().ok_or(Trouble::Unfit("file"))?;
    let mut mixed: Files = files.iter().map(|(name, bytes)| (format!("berita/{name}"), bytes.clone())).collect();
    mixed.push((name.clone(), bytes));
    dropped(&page, &[&folder.join(name), &folder]).await?;
    expect_open(&page, &pressed(&mixed)?.1).await
}

/// In the middle of the place for it. The page is to say that it takes them before they are let go.
async fn dropped(page: &Page, paths: &[&Path]) -> Result<(), Trouble> {
    page.run(
        "window.over = false; new MutationObserver(seen => seen.forEach(one => window.over ||= one.target.hasAttribute('data-over'))) \
           .observe(document, { subtree: true, attributes: true, attributeFilter: ['data-over'] })",
    )
    .await?;
    page.find(PLACE).await?;
    let middle = format!(
        "const place = document.querySelector('{PLACE}'); place.scrollIntoView({{ block: 'center', behavior: 'instant' }}); \
         const box = place.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]"
    );
    let middle = page.run(&middle).await?;
    let at = |place: usize| middle.get(place).and_then(serde_json::Value::as_f64).unwrap_or_default();
    page.beyond().drop_files((at(0), at(1)), paths).await?;
    page.expect("what is said before it is dropped", "return window.over", true).await
}

/// A real click on each button opens the dialog of its field; what is chosen there is opened, several files and then a folder.
pub(crate) async fn they_are_chosen(page: Page) -> Result<(), Trouble> {
    let files = of_each_kind();
    let (_kept, folder) = laid(&files)?;
    page.beyond().stand_in_for_dialogs().await?;
    come(&page).await?;
    let all: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    clicked(&page, FILES).await?;
    page.beyond().choose_files(FILES, &paths(&all)).await?;
    expect_open(&page, &pressed(&flat(&files))?.1).await?;
    close(&page).await?;
    clicked(&page, FOLDER).await?;
    page.beyond().choose_files(FOLDER, &[&folder]).await?;
    expect_open(&page, &pressed(&files)?.1).await
}

/// Clicks what stands around a field, and expects that the field is clicked by it, which opens its dialog.
async fn clicked(page: &Page, field: &str) -> Result<(), Trouble> {
    page.find(field).await?;
    page.run(&format!(
        "window.opens = false; document.querySelector('{field}').addEventListener('click', event => {{ \
           const may = event.isTrusted && navigator.userActivation.isActive; \
           setTimeout(() => window.opens = may && !event.defaultPrevented) }})"
    ))
    .await?;
    page.click(&format!("label:has({field})")).await?;
    page.expect("a dialog", "return window.opens", true).await
}
