//! What a visitor loads before the first answer, without the archive, as a good host sends it.

use std::io::Write as _;

use brotli::CompressorWriter;

use super::staged::{DEVICE, GAUGE, OF_OWN, Staged, WORKER};
use super::{SECTION, SiteError, wasm};

/// Bytes by brotli at its highest quality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizes {
    /// The app's WebAssembly with an empty archive.
    pub app: usize,
    /// Its JavaScript and the loader.
    pub scripts: usize,
    /// What keeps the site on a device: it comes once a page stands.
    pub lasting: usize,
    /// What opens a visitor's own files: scripts, worker and press, which come where somebody wants that.
    pub press: usize,
    /// What the press can be measured on.
    pub gauge: usize,
    /// All style sheets, as the one that they become.
    pub styles: usize,
    /// Chunks of the app, which travel when they are wanted, by their names.
    pub chunks: Vec<(&'static str, usize)>,
}

impl Staged {
    /// How large the app is, without its archive.
    ///
    /// # Errors
    /// The WebAssembly is damaged or has no place for an archive.
    pub fn sizes(&self) -> Result<Sizes, SiteError> {
        let app = wasm::with_section(self.file(&self.start().wasm)?, SECTION, &[])?;
        let scripts = [self.file(&self.start().js)?, self.file(&self.start().loader)?];
        let styles: Vec<&[u8]> =
            self.files().filter(|(name, _)| name.ends_with(".css")).map(|(_, file)| file).collect();
        Ok(Sizes {
            app: compressed(&app),
            lasting: [DEVICE, WORKER].into_iter().flat_map(|name| self.file(name)).map(compressed).sum(),
            press: OF_OWN.into_iter().flat_map(|name| self.file(name)).map(compressed).sum(),
            gauge: self.file(GAUGE).map_or(0, compressed),
            scripts: scripts.into_iter().map(compressed).sum(),
            styles: compressed(&styles.concat()),
            chunks: self.chunks().map(|(chunk, _, bytes)| (chunk.name(), compressed(bytes))).collect(),
        })
    }
}

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Counted(0);
    let mut writer = CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    // Counting cannot fail.
    let written = writer.write_all(bytes);
    drop(writer);
    written.map_or(0, |()| out.0)
}

/// Counts what is written and keeps nothing of it.
struct Counted(usize);

impl std::io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
