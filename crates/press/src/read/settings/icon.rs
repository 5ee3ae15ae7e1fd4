//! The picture that stands for the site where a visitor installs it: it comes with the articles, and other sizes are made of it.

/// The largest file, in bytes. It is no file of the site itself.
const LARGEST: usize = 2_000_000;
/// The sides that a picture may have, in pixels: systems ask for 512.
const SIDES: std::ops::RangeInclusive<u32> = 512..=4096;

/// Takes a picture.
///
/// # Errors
/// Why it is none for this, as the end of a sentence.
pub(crate) fn read(bytes: Vec<u8>) -> Result<Vec<u8>, &'static str> {
    if bytes.len() > LARGEST {
        return Err("it has more than 2 MB");
    }
    // The first chunk of a PNG is its header, which begins with width and height.
    let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let header = bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.get(12..16) == Some(b"IHDR");
    match (side(16), side(20)) {
        (Some(width), Some(height)) if header => {
            if width == height && SIDES.contains(&width) {
                Ok(bytes)
            } else {
                Err("it is no square of 512 to 4,096 pixels")
            }
        }
        _ => Err("it is no PNG"),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend([width.to_be_bytes(), height.to_be_bytes()].concat());
        bytes
    }

    #[test]
    fn a_square_png_is_taken_and_nothing_else() {
        assert_eq!(read(png(512, 512)), Ok(png(512, 512)));
        for (bytes, why) in [
            (png(512, 513), "square"),
            (png(511, 511), "square"),
            (png(5000, 5000), "square"),
            (b"\x89PNG\r\n\x1a\n".to_vec(), "PNG"),
            (b"<svg/>".to_vec(), "PNG"),
            (vec![0; 2_000_001], "2 MB"),
        ] {
            assert!(read(bytes).unwrap_err().contains(why), "{why}");
        }
    }
}
