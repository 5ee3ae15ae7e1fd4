//! Word documents (.docx): the paragraphs of the document's body.
//!
//! A .docx is a zip archive of XML files; only `word/document.xml` is read. Its header, footer, notes and comments are
//! not the article, and neither is what was deleted while changes were tracked. What the file says of itself (author,
//! title, day) is left unread on purpose: word processors fill it with the owner of the machine and the template's name.
//!
//! Both layers are bounded: an archive of very many entries is not opened, and no more than [`LARGEST`] bytes are
//! unpacked, whatever the archive promises. The XML parser knows no entities but the five of XML, so none expand.

use std::io::{Cursor, Read};

use jejak_archive::model::RemovedKind;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::{Fields, LARGEST, Source};
use crate::problem::{Problem, ProblemKind};

/// Where the words of a document stand.
const BODY: &str = "word/document.xml";
/// The most entries that an archive may have; Word writes some dozens, and one for each picture.
const ENTRIES: usize = 20_000;
/// How an entry begins in the list at the end of an archive.
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// Styles of a headline, in lower case: in English and in Indonesian.
const HEADLINES: &[&str] = &["title", "judul", "heading1", "judul1"];
/// Styles of a caption.
const CAPTIONS: &[&str] = &["caption", "keterangan"];

/// Reads one document.
pub(crate) fn read(file: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Source> {
    let mut report = |kind| problems.push(Problem { file: file.to_string(), line: None, kind });
    let xml = match unpack(bytes) {
        Ok(xml) => xml,
        Err(kind) => {
            report(kind);
            return None;
        }
    };
    let mut document = Document::default();
    if let Err(error) = document.take(&xml) {
        // What stood before the damage is still the article's beginning.
        report(ProblemKind::BadXml { cause: error.to_string() });
    }
    let fields = Fields { title: document.title, ..Fields::default() };
    Some(Source { fields, marked: document.captions, ..Source::plain(file, document.text) })
}

fn unpack(bytes: &[u8]) -> Result<String, ProblemKind> {
    let bad = |cause: &str| ProblemKind::BadDocument { cause: cause.to_string() };
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        // The older container: what Word wrote before .docx, and what a password wraps a .docx in.
        return Err(bad("it has a password, or is an older .doc"));
    }
    if bytes.windows(4).filter(|window| *window == ENTRY).count() > ENTRIES {
        return Err(ProblemKind::Tangled { what: "too many files in it" });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| bad(&error.to_string()))?;
    let body = archive.by_name(BODY).map_err(|error| bad(&error.to_string()))?;
    let mut xml = Vec::new();
    let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    body.take(limit + 1).read_to_end(&mut xml).map_err(|error| bad(&error.to_string()))?;
    if xml.len() > LARGEST {
        return Err(ProblemKind::TooLarge { size: xml.len(), limit: LARGEST });
    }
    Ok(super::decode(&xml).0)
}

#[derive(Default)]
struct Document {
    text: String,
    title: Option<String>,
    captions: Vec<(std::ops::Range<usize>, RemovedKind)>,
    /// Words of the paragraph that is being read.
    line: String,
    /// Its style, in lower case.
    style: String,
}

impl Document {
    fn take(&mut self, xml: &str) -> Result<(), quick_xml::Error> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        // How deep the walk is inside something that is left out, and whether it is inside a run's words.
        let (mut left_out, mut words) = (0_usize, false);
        loop {
            match reader.read_event()? {
                Event::Start(tag) if left_out > 0 || is_left_out(&tag) => left_out += 1,
                Event::End(_) if left_out > 0 => left_out -= 1,
                Event::Eof => break,
                _ if left_out > 0 => {}
                Event::Start(tag) => {
                    words = tag.local_name().as_ref() == "t";
                    self.open(&tag);
                }
                Event::Empty(tag) => self.open(&tag),
                Event::End(tag) => {
                    words = false;
                    if tag.local_name().as_ref() == "p" {
                        self.end_paragraph();
                    }
                }
                Event::Text(text) if words => self.line.push_str(&text.xml10_content()),
                Event::CData(text) if words => self.line.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) if words => {
                    self.line.push_str(&super::export::resolve(&reference));
                }
                _ => {}
            }
        }
        self.end_paragraph();
        Ok(())
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            // A text box stands inside a paragraph and has paragraphs of its own.
            "p" => self.end_paragraph(),
            "pStyle" => {
                let value = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "val");
                self.style = value.map(|value| value.value.to_lowercase()).unwrap_or_default();
            }
            "tab" => self.line.push(' '),
            "br" | "cr" => self.line.push('\n'),
            "noBreakHyphen" => self.line.push('-'),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let line = std::mem::take(&mut self.line);
        let style = std::mem::take(&mut self.style);
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(line);
        if HEADLINES.contains(&style.as_str()) && self.title.is_none() {
            self.title = Some(line.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        if CAPTIONS.contains(&style.as_str()) {
            self.captions.push((start..self.text.len(), RemovedKind::Caption));
        }
    }
}

/// What is not part of the text as it stands: deleted words, codes of fields, and the second form of a drawing that
/// older programs read instead of the first.
fn is_left_out(tag: &BytesStart<'_>) -> bool {
    matches!(tag.local_name().as_ref(), "del" | "moveFrom" | "delText" | "instrText" | "Fallback")
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::read;
    use crate::problem::Problem;
    use crate::read::Source;

    fn document(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            archive.start_file(*name, SimpleFileOptions::default()).expect("an entry");
            archive.write_all(bytes).expect("its bytes");
        }
        archive.finish().expect("an archive").into_inner()
    }

    fn reads(bytes: &[u8]) -> (Option<Source>, Vec<Problem>) {
        let mut problems = Vec::new();
        let source = read("rilis.docx", bytes, &mut problems);
        (source, problems)
    }

    const HEAD: &str = "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>";

    #[test]
    fn paragraphs_are_lines_and_deleted_words_are_none() {
        let xml = format!(
            "{HEAD}<w:p><w:pPr><w:pStyle w:val=\"Judul1\"/></w:pPr><w:r><w:t>Camat Tanam Pohon</w:t></w:r></w:p>\
             <w:p><w:r><w:t xml:space=\"preserve\">Camat hadir </w:t></w:r><w:del><w:r><w:delText>tidak</w:delText></w:r></w:del>\
             <w:r><w:t>&amp; menanam&#8230;</w:t><w:br/><w:t>Lalu pulang.</w:t></w:r></w:p>\
             <w:p><w:r><w:instrText>PAGE 1</w:instrText></w:r></w:p>\
             <w:p><w:pPr><w:pStyle w:val=\"Keterangan\"/></w:pPr><w:r><w:t>Warga antre air</w:t></w:r></w:p></w:body></w:document>"
        );
        let (source, problems) = reads(&document(&[("word/document.xml", xml.as_bytes()), ("word/media/a.png", b"x")]));
        assert!(problems.is_empty(), "{problems:?}");
        let source = source.expect("an article");
        assert_eq!(source.text, "Camat Tanam Pohon\n\nCamat hadir & menanam…\nLalu pulang.\n\nWarga antre air");
        assert_eq!(source.fields.title.as_deref(), Some("Camat Tanam Pohon"));
        assert_eq!(&source.text[source.marked[0].0.clone()], "Warga antre air");
    }

    #[test]
    fn what_is_no_document_says_why() {
        let older = [&[0xd0, 0xcf, 0x11, 0xe0][..], &[0; 600]].concat();
        for (bytes, word) in [
            (older, "password"),
            (b"PK nothing".to_vec(), "not a Word document"),
            (document(&[("a.txt", b"x")]), "not a Word document"),
        ] {
            let (source, problems) = reads(&bytes);
            assert!(source.is_none());
            assert!(problems[0].to_string().contains(word), "{problems:?}");
        }
        let mut cut = document(&[("word/document.xml", format!("{HEAD}<w:p>").as_bytes())]);
        cut.truncate(60);
        assert_eq!(reads(&cut).1.len(), 1);
    }

    #[test]
    fn a_damaged_body_gives_what_stood_before_the_damage() {
        let xml = format!("{HEAD}<w:p><w:r><w:t>Camat hadir.</w:t></w:r></w:p><w:p><w:r><w:t>Lalu <!oops");
        let (source, problems) = reads(&document(&[("word/document.xml", xml.as_bytes())]));
        assert_eq!(source.map(|source| source.text).as_deref(), Some("Camat hadir."));
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn bombs_are_refused() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("word/document.xml", SimpleFileOptions::default()).expect("an entry");
        let block = vec![b' '; 1 << 20];
        for _ in 0..65 {
            archive.write_all(&block).expect("its bytes");
        }
        let bytes = archive.finish().expect("an archive").into_inner();
        assert!(bytes.len() < 1 << 20);
        let (source, problems) = reads(&bytes);
        assert!(source.is_none());
        assert!(problems[0].to_string().contains("more than the"), "{problems:?}");
        let entities = format!(
            "<!DOCTYPE d [<!ENTITY a \"{0}\"><!ENTITY b \"&a;&a;\">]>{HEAD}<w:p><w:r><w:t>&b;</w:t></w:r></w:p>",
            "x".repeat(99)
        );
        let (source, _) = reads(&document(&[("word/document.xml", entities.as_bytes())]));
        assert_eq!(source.map(|source| source.text).as_deref(), Some("&b;"));
    }
}
