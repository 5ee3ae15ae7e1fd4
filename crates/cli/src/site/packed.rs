//! The compiled app as one small piece, for a program that brings it along.
//!
//! WHY not the bundler's folder as it is: a publisher's `jejak` is one file. The app's own files go into it packed, by
//! the same brotli that hosts serve them with, a third of their size. Its default archive stays behind: whoever builds
//! a site puts another in its place anyway.

use std::collections::BTreeMap;
use std::io::Read as _;

use brotli::enc::BrotliEncoderParams;
use jejak_archive::form::Frame;
use jejak_archive::{Archive, NoStem};

use super::staged::Staged;
use super::{SECTION, SiteError, wasm};

/// What an app may have unpacked, in bytes: far more than one has, and far less than memory.
const MOST: u64 = 64 << 20;

impl Staged {
    /// The app with an empty archive, packed. The same app gives the same bytes.
    ///
    /// # Errors
    /// The WebAssembly is damaged, or reads archives of another form than this program writes.
    pub fn packed(&self) -> Result<Vec<u8>, SiteError> {
        // A stale app would be found out only by the publisher who got it.
        Frame::read(self.archive()?).map_err(|cause| SiteError::Archive(cause.to_string()))?;
        let empty = jejak_archive::write(&Archive::default(), &NoStem);
        let module = &self.start().wasm;
        let module = (module.as_str(), wasm::with_section(self.file(module)?, SECTION, &empty)?);
        let mut files: BTreeMap<&str, &[u8]> = self.files().collect();
        files.insert(module.0, &module.1);
        let plain = postcard::to_allocvec(&files).map_err(|cause| SiteError::Packed(cause.to_string()))?;
        let mut packed = Vec::new();
        let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
        brotli::BrotliCompress(&mut plain.as_slice(), &mut packed, &parameters)
            .map_err(|cause| SiteError::Packed(cause.to_string()))?;
        Ok(packed)
    }

    /// The app that was packed.
    ///
    /// # Errors
    /// The bytes are not those that [`Staged::packed`] gave.
    pub fn unpacked(packed: &[u8]) -> Result<Self, SiteError> {
        let damaged = |cause: &dyn std::fmt::Display| SiteError::Packed(cause.to_string());
        let mut plain = Vec::new();
        let mut reader = brotli::Decompressor::new(packed, 1 << 16).take(MOST);
        reader.read_to_end(&mut plain).map_err(|cause| damaged(&cause))?;
        Self::of(postcard::from_bytes(&plain).map_err(|cause| damaged(&cause))?)
    }
}
