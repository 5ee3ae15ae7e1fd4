//! Bytes to text.
//!
//! WHY: archives come from many desks. What says what it is (a byte order mark) is believed; else valid UTF-8 is
//! UTF-8; else a text with a zero in every second byte is UTF-16 without its mark; else it is Windows-1252, which
//! Indonesian desks used before and in which every byte means something.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

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
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = sample.len() / 2;
    if half > 0 && zeros(1) * 10 > half * 7 {
        UTF_16LE
    } else if half > 0 && zeros(0) * 10 > half * 7 {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

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
}
