//! Letters and lines on a sheet of few colours.
//!
//! Text is shaped (kerned, marks placed) by a port of HarfBuzz and its outlines filled in software. A sheet holds numbers of
//! colours: of each ink a few steps towards the paper, which is all that edges of letters need and packs into a tenth of
//! what full colours do. Nothing hangs on the machine: the filling uses no instructions that one processor has and
//! another not.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Face, UnicodeBuffer};

/// How many steps there are from the paper to an ink.
const STEPS: u8 = 16;

/// A colour as red, green and blue.
pub(in crate::site) type Colour = [u8; 3];

/// A font at a size.
#[derive(Clone, Copy)]
pub(super) struct Type<'a> {
    pub(super) face: &'a Face<'a>,
    /// Of the letter M's square, in pixels.
    pub(super) size: f32,
}

impl Type<'_> {
    fn scale(self) -> f32 {
        self.size / f32::from(u16::try_from(self.face.units_per_em()).unwrap_or(1).max(1))
    }

    /// How wide a text is.
    pub(super) fn width(self, text: &str) -> f32 {
        shaped(self.face, text).glyph_positions().iter().map(|at| at.x_advance as f32 * self.scale()).sum()
    }
}

fn shaped(face: &Face<'_>, text: &str) -> rustybuzz::GlyphBuffer {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    rustybuzz::shape(face, &[], buffer)
}

/// What is drawn on.
pub(super) struct Sheet {
    width: usize,
    height: usize,
    palette: Vec<Colour>,
    pixels: Vec<u8>,
}

impl Sheet {
    /// An empty sheet: paper, and inks that are drawn with by their number.
    pub(super) fn new(width: usize, height: usize, paper: Colour, inks: &[Colour]) -> Self {
        let step = |ink: &Colour, step: u8| -> Colour {
            let mix = |from: u8, to: u8| {
                let (from, to) = (u32::from(from), u32::from(to));
                let (done, all) = (u32::from(step), u32::from(STEPS - 1));
                u8::try_from((from * (all - done) + to * done + all / 2) / all).unwrap_or(u8::MAX)
            };
            let ([red, green, blue], [to_red, to_green, to_blue]) = (paper, *ink);
            [mix(red, to_red), mix(green, to_green), mix(blue, to_blue)]
        };
        let palette = inks.iter().flat_map(|ink| (0..STEPS).map(move |n| step(ink, n))).collect();
        Self { width, height, palette, pixels: vec![0; width * height] }
    }

    /// A filled rectangle.
    pub(super) fn fill(&mut self, (left, top): (usize, usize), (width, height): (usize, usize), ink: u8) {
        for row in self.pixels.chunks_mut(self.width).skip(top).take(height) {
            row.iter_mut().skip(left).take(width).for_each(|pixel| *pixel = ink * STEPS + STEPS - 1);
        }
    }

    /// A line of text from `left`, standing on `base`.
    pub(super) fn write(&mut self, kind: Type<'_>, text: &str, (left, base): (f32, f32), ink: u8) {
        let mut fill = Rasterizer::new(self.width, self.height);
        let (scale, mut x) = (kind.scale(), left);
        let glyphs = shaped(kind.face, text);
        for (glyph, at) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            let origin = point(x + at.x_offset as f32 * scale, base - at.y_offset as f32 * scale);
            let mut pen = Pen { fill: &mut fill, origin, scale, start: origin, last: origin };
            let id = GlyphId(u16::try_from(glyph.glyph_id).unwrap_or_default());
            kind.face.outline_glyph(id, &mut pen);
            x += at.x_advance as f32 * scale;
        }
        fill.for_each_pixel(|at, covered| {
            // Inks do not overlap; where two letters touch, the darker one stays.
            let step = (covered.clamp(0.0, 1.0) * f32::from(STEPS - 1) + 0.5) as u8;
            if let Some(pixel) = self.pixels.get_mut(at).filter(|pixel| step > 0 && **pixel % STEPS < step) {
                *pixel = ink * STEPS + step;
            }
        });
    }

    /// The sheet as a PNG; nothing where it cannot be written, which it can.
    pub(super) fn png(&self) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut png = png::Encoder::new(&mut out, u32::try_from(self.width).ok()?, u32::try_from(self.height).ok()?);
        png.set_color(png::ColorType::Indexed);
        png.set_depth(png::BitDepth::Eight);
        png.set_palette(self.palette.concat());
        png.set_filter(png::Filter::NoFilter);
        let mut writer = png.write_header().ok()?;
        writer.write_image_data(&self.pixels).ok()?;
        writer.finish().ok()?;
        Some(out)
    }
}

/// Draws the outline of one letter.
struct Pen<'a> {
    fill: &'a mut Rasterizer,
    origin: Point,
    scale: f32,
    start: Point,
    last: Point,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> Point {
        point(self.origin.x + x * self.scale, self.origin.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.at(x, y);
        self.last = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.fill.draw_line(self.last, to);
        self.last = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (over, to) = (self.at(x1, y1), self.at(x, y));
        self.fill.draw_quad(self.last, over, to);
        self.last = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.fill.draw_cubic(self.last, first, second, to);
        self.last = to;
    }

    fn close(&mut self) {
        self.fill.draw_line(self.last, self.start);
        self.last = self.start;
    }
}
