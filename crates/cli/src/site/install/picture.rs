//! Square pictures in full colour: Jejak's mark, or a publisher's own made smaller.

use std::io::Cursor;

use crate::site::card::{Colour, PAPER};

/// The mark's bright lines.
const LINES: Colour = [0xff, 0xfd, 0xf9];
/// The mark as `assets/icons/jejak.svg` has it, on a square of 32: the radius of its corners, and its lines from left, top, to
/// right and bottom. They lie in the circle that every system shows of a picture.
const SQUARE: u32 = 32;
const RADIUS: u32 = 6;
const BARS: [[u32; 4]; 3] = [[6, 8, 26, 13], [6, 16, 20, 19], [6, 22, 14, 24]];
/// Edges are looked at in so many places of a pixel, each way.
const FINE: u32 = 8;
/// What part of a picture's side lies in that circle where the picture is a square with paper around it: three fifths.
const INNER: (u32, u32) = (3, 5);
/// The largest side that is read, so that a small file cannot ask for much memory.
const LARGEST: u32 = 4096;

/// A square picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    size: u32,
    /// Red, green, blue and opacity of each pixel, row by row.
    pixels: Vec<[u8; 4]>,
}

impl Picture {
    /// Reads a PNG; why it cannot be used, as the end of a sentence, where it cannot.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, String> {
        let said = |error: png::DecodingError| error.to_string();
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
        let mut reader = decoder.read_info().map_err(said)?;
        let (width, height) = (reader.info().width, reader.info().height);
        if width != height || !(1..=LARGEST).contains(&width) {
            return Err(format!("it has {width} by {height} pixels and must be a square of at most {LARGEST}"));
        }
        let mut buffer = vec![0; reader.output_buffer_size().ok_or("it is too large")?];
        let frame = reader.next_frame(&mut buffer).map_err(said)?;
        let used = buffer.get(..frame.buffer_size()).unwrap_or_default();
        let pixels: Vec<[u8; 4]> = match frame.color_type {
            png::ColorType::Rgba => used.as_chunks::<4>().0.to_vec(),
            png::ColorType::GrayscaleAlpha => {
                used.as_chunks::<2>().0.iter().map(|&[grey, alpha]| [grey, grey, grey, alpha]).collect()
            }
            other => return Err(format!("its pixels are of the kind {other:?}")),
        };
        if pixels.len() != width as usize * width as usize {
            return Err("it ends early".to_owned());
        }
        Ok(Self { size: width, pixels })
    }

    /// Its side, in pixels.
    #[cfg(test)]
    pub(super) fn size(&self) -> u32 {
        self.size
    }

    /// Jejak's mark in a colour, with round corners or filling its square.
    ///
    /// What of a pixel a line covers is what it covers of its width and of its height; only the corners are looked at place by
    /// place.
    pub(super) fn mark(size: u32, colour: Colour, round: bool) -> Self {
        let lines = BARS.map(|[left, top, right, bottom]| [covered(size, left, right), covered(size, top, bottom)]);
        let ([red, green, blue], [own_red, own_green, own_blue]) = (colour, LINES);
        let pixels = (0..size * size).map(|at| {
            let (x, y) = ((at % size) as usize, (at / size) as usize);
            let of = |covered: &[u32], at: usize| covered.get(at).copied().unwrap_or_default();
            let bright: u32 = lines.iter().map(|[wide, high]| of(wide, x) * of(high, y)).sum();
            let inside = if round { in_round(at % size, at / size, size) } else { FINE * FINE };
            let bright = bright.min(inside);
            let mix = |from: u8, to: u8| part(u32::from(from) * (inside - bright) + u32::from(to) * bright, inside);
            [mix(red, own_red), mix(green, own_green), mix(blue, own_blue), part(255 * inside, FINE * FINE)]
        });
        Self { size, pixels: pixels.collect() }
    }

    /// The same in another size: each pixel is the middle of those that lie under it.
    pub(super) fn scaled(&self, size: u32) -> Self {
        let (old, new) = (u64::from(self.size), u64::from(size));
        // Which pixels lie under one of the new, and how much of each, in parts of `new`.
        let under = |at: u64| {
            let (from, to) = (at * old, (at + 1) * old);
            (from / new..to.div_ceil(new)).map(move |one| (one, to.min((one + 1) * new) - from.max(one * new)))
        };
        let pixel = |at: u64| {
            let (mut sums, mut opaque, mut weights) = ([0_u64; 3], 0_u64, 0_u64);
            for (y, high) in under(at / new) {
                for (x, wide) in under(at % new) {
                    let weight = high * wide;
                    let Some([red, green, blue, alpha]) = self.pixels.get((y * old + x) as usize) else { continue };
                    let seen = weight * u64::from(*alpha);
                    for (sum, channel) in sums.iter_mut().zip([red, green, blue]) {
                        *sum += seen * u64::from(*channel);
                    }
                    opaque += seen;
                    weights += weight;
                }
            }
            let whole =
                |sum: u64, of: u64| u8::try_from((sum + of / 2).checked_div(of).unwrap_or(0)).unwrap_or(u8::MAX);
            let [red, green, blue] = sums.map(|sum| whole(sum, opaque));
            [red, green, blue, whole(opaque, weights)]
        };
        Self { size, pixels: (0..new * new).map(pixel).collect() }
    }

    /// The same on paper, small enough that no shape which a system cuts takes anything away.
    pub(super) fn on_paper(&self, size: u32) -> Self {
        let inner = self.scaled(size * INNER.0 / INNER.1);
        let edge = (size - inner.size) / 2;
        let pixel = |at: u32| {
            let inside = |value: u32| value.checked_sub(edge).filter(|value| *value < inner.size);
            let own = inside(at % size)
                .zip(inside(at / size))
                .and_then(|(x, y)| inner.pixels.get((y * inner.size + x) as usize));
            let [red, green, blue, alpha] = own.copied().unwrap_or_default();
            let mix = |own: u8, paper: u8| {
                let alpha = u32::from(alpha);
                part(u32::from(own) * alpha + u32::from(paper) * (255 - alpha), 255)
            };
            [mix(red, PAPER[0]), mix(green, PAPER[1]), mix(blue, PAPER[2]), 255]
        };
        Self { size, pixels: (0..size * size).map(pixel).collect() }
    }

    /// As a PNG; nothing where it cannot be written, which it can.
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut png = png::Encoder::new(&mut out, self.size, self.size);
        png.set_color(png::ColorType::Rgba);
        png.set_depth(png::BitDepth::Eight);
        let mut writer = png.write_header().ok()?;
        writer.write_image_data(self.pixels.as_flattened()).ok()?;
        writer.finish().ok()?;
        Some(out)
    }
}

/// Of each pixel in a row of so many, how many of its places lie between two of the mark's own [`SQUARE`].
fn covered(size: u32, from: u32, to: u32) -> Vec<u32> {
    let all = u64::from(2 * size * FINE);
    let between = |fine: u32| {
        // In halves of places: the middle of each, on the mark's own square.
        let on = u64::from(2 * fine + 1) * u64::from(SQUARE);
        u64::from(from) * all <= on && on < u64::from(to) * all
    };
    (0..size).map(|pixel| (0..FINE).map(|fine| u32::from(between(pixel * FINE + fine))).sum()).collect()
}

/// How many places of a pixel lie in the mark's square with its round corners; `size` is the square's side in pixels.
fn in_round(x: u32, y: u32, size: u32) -> u32 {
    let all = i64::from(2 * size * FINE);
    let radius = all * i64::from(RADIUS) / i64::from(SQUARE);
    // How far into a corner's square each place lies, in halves of places: the middle of each.
    let into = |pixel: u32| {
        (0..FINE).map(move |fine| {
            let value = i64::from(2 * (pixel * FINE + fine) + 1);
            (radius - value).max(value - (all - radius)).max(0)
        })
    };
    if into(x).all(|x| x == 0) || into(y).all(|y| y == 0) {
        return FINE * FINE;
    }
    into(y).map(|y| into(x).map(|x| u32::from(x.pow(2) + y.pow(2) <= radius.pow(2))).sum::<u32>()).sum()
}

/// A part of a whole, to the next number.
fn part(sum: u32, of: u32) -> u8 {
    u8::try_from((sum + of / 2).checked_div(of).unwrap_or(0)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RED: Colour = [0x9a, 0x2f, 0x1c];

    fn at(picture: &Picture, x: u32, y: u32) -> [u8; 4] {
        picture.pixels[(y * picture.size + x) as usize]
    }

    #[test]
    fn the_mark_is_that_of_the_icon() {
        let svg = include_str!("../../../../../assets/icons/jejak.svg");
        for [left, top, right, bottom] in BARS {
            let rect = format!(r#"<rect x="{left}" y="{top}" width="{}" height="{}""#, right - left, bottom - top);
            assert!(svg.contains(&rect), "{rect}");
        }
        assert!(svg.contains(&format!(r#"width="{SQUARE}" height="{SQUARE}" rx="{RADIUS}""#)));
        let mark = Picture::mark(64, RED, true);
        assert_eq!(at(&mark, 0, 0)[3], 0, "a round corner");
        assert_eq!(at(&mark, 32, 1), [0x9a, 0x2f, 0x1c, 255]);
        assert_eq!(at(&mark, 13, 17), [0xff, 0xfd, 0xf9, 255], "in the first line");
        assert_eq!(at(&mark, 60, 17), [0x9a, 0x2f, 0x1c, 255], "beside it");
        assert_eq!(at(&Picture::mark(64, RED, false), 0, 0), [0x9a, 0x2f, 0x1c, 255]);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mark = Picture::mark(180, RED, true);
        let png = mark.png().unwrap();
        assert_eq!(Picture::read(&png), Ok(mark));
        assert!(Picture::read(&png[..png.len() / 2]).is_err());
        assert!(Picture::read(b"").is_err());
    }

    #[test]
    fn a_smaller_picture_has_the_middle_of_what_lay_there() {
        let pixels = vec![[200, 0, 0, 255], [100, 0, 0, 255], [0, 80, 0, 0], [0, 0, 0, 0]];
        let one = Picture { size: 2, pixels }.scaled(1);
        assert_eq!(one.pixels, [[150, 0, 0, 128]], "what is not seen has no colour");
        let same = Picture::mark(48, RED, true);
        let opaque = |picture: &Picture| picture.pixels.iter().map(|pixel| pixel[3]).collect::<Vec<u8>>();
        assert_eq!(opaque(&same.scaled(48)), opaque(&same));
        let paper = same.on_paper(100);
        assert_eq!((at(&paper, 0, 0), paper.size), ([PAPER[0], PAPER[1], PAPER[2], 255], 100));
        assert!(paper.pixels.iter().all(|pixel| pixel[3] == 255));
    }
}
