//! Word documents: as bytes, and the XML inside of a sound one. The first byte says which.
#![no_main]

use std::io::{Cursor, Write};

use jejak_fuzz::reads;
use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    if first % 2 == 0 {
        reads("a.docx", rest);
        return;
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    archive.start_file("word/document.xml", stored).expect("an entry");
    archive.write_all(rest).expect("its bytes");
    reads("a.docx", &archive.finish().expect("an archive").into_inner());
});
