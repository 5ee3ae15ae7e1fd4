//! Bytes to text.
//!
//! WHY: archives come from many desks. What says what it is (a byte order mark) is believed; else valid UTF-8 is
//! UTF-8; else a text with a zero in every second byte is UTF-16 without its mark; else it is Windows-1252, which
//! Indonesian desks used before and in which every byte means something. Of a UTF-8 text with a few broken bytes those
//! are lost, not every letter beyond ASCII.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::problem::ProblemKind;

/// A text may have one control character in this many; of random bytes one in nine is one.
const CONTROLS: usize = 50;

/// How many bytes are looked through for control characters at once.
const STRETCH: usize = 4096;

/// Decodes bytes to text without a byte order mark. The second value names the encoding where bytes did not fit it.
#[must_use]
pub fn decode(bytes: &[u8]) -> (String, Option<String>) {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    let (text, _, bad) = encoding.decode(bytes);
    (text.into_owned(), bad.then(|| encoding.name().to_string()))
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        return UTF_8;
    }
    let sample = bytes.get(..bytes.len().min(4096) & !1).unwrap_or_default();
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    if half > 0 && zeros(1) * 10 > half * 7 {
        UTF_16LE
    } else if half > 0 && zeros(0) * 10 > half * 7 {
        UTF_16BE
    } else if mostly_utf8(bytes) {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// Whether more of the characters beyond ASCII are valid UTF-8 than are not.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid > broken || broken == 0
}

/// What is wrong with a decoded text that is none: control characters that no text has (the "binary data bytes" of the
/// WHATWG MIME Sniffing Standard, section 3) and those from U+0080 on, which Windows-1252 makes of its five holes.
pub(crate) fn no_text(text: &str) -> Option<ProblemKind> {
    let bytes = text.as_bytes();
    let single = |byte: &u8| matches!(byte, 0..=0x08 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f);
    // U+0080 to U+009F, in UTF-8.
    let double = |pair: (&u8, &u8)| (*pair.0 == 0xc2) & (*pair.1 <= 0x9f);
    // Most stretches have none at all, which loops without branches tell many bytes at a time.
    let mut controls = 0;
    for start in (0..bytes.len()).step_by(STRETCH) {
        let stretch = |start: usize| bytes.get(start..bytes.len().min(start + STRETCH)).unwrap_or_default();
        let (own, next) = (stretch(start), stretch(start + 1));
        let pairs = || own.iter().zip(next);
        if own.iter().fold(false, |any, byte| any | single(byte)) | pairs().fold(false, |any, pair| any | double(pair))
        {
            controls += own.iter().filter(|byte| single(byte)).count() + pairs().filter(|pair| double(*pair)).count();
        }
    }
    if controls == 0 {
        return None;
    }
    let characters = text.chars().count();
    (controls > characters / CONTROLS).then_some(ProblemKind::NotText { controls, characters })
}

#[cfg(test)]
mod tests {
    use super::{decode, no_text};

    #[test]
    fn five_ways_to_write_the_same_words() {
        let text = "“Ayo,” kata Sari";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", text.as_bytes()),
            marked(b"\xff\xfe", &le),
            marked(b"\xfe\xff", &be),
            b"\x93Ayo,\x94 kata Sari".to_vec(),
        ] {
            assert_eq!(decode(&bytes), (text.to_string(), None));
        }
        let plain: Vec<u8> = "Ayo, kata Sari".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&plain).0, "Ayo, kata Sari", "UTF-16 without its mark");
    }

    #[test]
    fn a_broken_byte_costs_itself_alone() {
        let bytes = ["“Ayo,” kata ".as_bytes(), b"\xffSari"].concat();
        assert_eq!(decode(&bytes), ("“Ayo,” kata \u{fffd}Sari".to_string(), Some("UTF-8".to_string())));
        let cut = &"“Ayo,” kata Sari —".as_bytes()[..24];
        assert!(decode(cut).0.starts_with("“Ayo,” kata Sari"), "cut inside a character");
    }

    #[test]
    fn pictures_are_no_text_and_stray_control_characters_leave_one() {
        let noise: Vec<u8> = (0..4000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert!(no_text(&decode(&noise).0).is_some());
        assert!(no_text(&decode(b"\0\0\0\0").0).is_some());
        assert_eq!(no_text(""), None);
        let words = "Warga berkumpul di balai desa.\r\n\t\x0c".repeat(4);
        assert_eq!(no_text(&format!("{words}\0")), None);
    }
}
