//! The accent colour, made legible.
//!
//! WHY here: links and marks are words in this colour on the page's paper, in a light and in a dark scheme. A colour
//! that a publisher takes from a logo may not be legible on either. It is moved towards black or white just as far as
//! 4.5:1 asks for, and a change on the light page, where the colour was chosen for, is reported.

use jejak_archive::model::Accent;

use super::value::Wrong;
use crate::problem::ProblemKind;

/// The least contrast of words, by WCAG 2.2, success criterion 1.4.3.
const LEAST: f64 = 4.5;
/// The papers that words in this colour stand on: `--paper`, `--sheet` and `--sunk` of `assets/style/tokens.css`.
const LIGHT: [Colour; 3] = [[0xf8, 0xf5, 0xee], [0xff, 0xfd, 0xf9], [0xef, 0xea, 0xdf]];
const DARK: [Colour; 3] = [[0x14, 0x16, 0x1a], [0x1b, 0x1e, 0x24], [0x10, 0x12, 0x16]];
/// How much of the colour its tint holds, in hundredths.
const TINT: u32 = 10;

/// Red, green and blue.
pub(super) type Colour = [u8; 3];

/// A colour as `#rrggbb` or `#rgb`; none where nothing is given.
pub(super) fn read(text: &str) -> Result<Option<Colour>, Wrong> {
    const FORM: Wrong = Wrong::Is("it is a colour such as #1f6f4a");
    if text.is_empty() {
        return Ok(None);
    }
    let digits = text.strip_prefix('#').ok_or(FORM)?;
    let digits: Vec<u8> = digits
        .chars()
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()
        .ok_or(FORM)?;
    match digits.as_slice() {
        [r, g, b] => Ok(Some([r * 17, g * 17, b * 17])),
        [a, b, c, d, e, f] => Ok(Some([a * 16 + b, c * 16 + d, e * 16 + f])),
        _ => Err(FORM),
    }
}

/// The colour as it can be read on the page, and what is to be said where that is another on the light page.
pub(super) fn legible(wanted: Colour) -> (Accent, Option<ProblemKind>) {
    let light = towards(wanted, [0; 3], LIGHT);
    let dark = towards(wanted, [255; 3], DARK);
    let doubt = (light != wanted).then(|| ProblemKind::Contrast {
        wanted: hex(wanted),
        // In hundredths, so that problems compare.
        ratio: (least_contrast(wanted, LIGHT) * 100.0) as u32,
        became: hex(light),
    });
    let accent = Accent {
        light: hex(light),
        dark: hex(dark),
        light_wash: hex(tint(light, LIGHT)),
        dark_wash: hex(tint(dark, DARK)),
    };
    (accent, doubt)
}

/// The colour nearest to the one wanted, on the way to another, that all papers let read.
fn towards(wanted: Colour, end: Colour, papers: [Colour; 3]) -> Colour {
    let steps = (0..=100).map(|step| mix(end, wanted, step));
    steps.into_iter().find(|colour| least_contrast(*colour, papers) >= LEAST).unwrap_or(end)
}

/// The contrast with the paper that contrasts least, the colour's own tint among them.
fn least_contrast(colour: Colour, papers: [Colour; 3]) -> f64 {
    let all = papers.into_iter().chain([tint(colour, papers)]);
    all.map(|paper| contrast(colour, paper)).fold(f64::INFINITY, f64::min)
}

/// A little of the colour on the sheet.
fn tint(colour: Colour, papers: [Colour; 3]) -> Colour {
    mix(colour, papers[1], TINT)
}

/// So many hundredths of one colour in another.
fn mix(part: Colour, rest: Colour, hundredths: u32) -> Colour {
    let mut mixed = rest;
    for (own, part) in mixed.iter_mut().zip(part) {
        let sum = u32::from(part) * hundredths + u32::from(*own) * (100 - hundredths);
        *own = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
    }
    mixed
}

/// The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it.
fn contrast(one: Colour, other: Colour) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The relative luminance of a colour, as WCAG 2.2 defines it.
fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { libm::pow((part + 0.055) / 1.055, 2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn hex([r, g, b]: Colour) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

#[cfg(test)]
mod tests {
    use super::{Colour, DARK, LEAST, LIGHT, contrast, hex, least_contrast, legible, read};

    #[test]
    fn contrast_is_as_defined() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        // The darkest grey that passes on white, as the criterion's own tools have it.
        assert!(contrast([0x76; 3], [255; 3]) > 4.5 && contrast([0x77; 3], [255; 3]) < 4.5);
    }

    #[test]
    fn every_colour_becomes_legible_in_both_schemes() {
        const PARTS: [u8; 6] = [0, 51, 102, 153, 204, 255];
        for index in 0..PARTS.len().pow(3) {
            let colour = [PARTS[index / 36], PARTS[index / 6 % 6], PARTS[index % 6]];
            let (accent, doubt) = legible(colour);
            let back = |text: &str| read(text).ok().flatten().unwrap_or_default();
            assert!(least_contrast(back(&accent.light), LIGHT) >= LEAST, "{accent:?}");
            assert!(least_contrast(back(&accent.dark), DARK) >= LEAST, "{accent:?}");
            assert_eq!(doubt.is_some(), accent.light != hex(colour), "{accent:?}");
        }
    }

    #[test]
    fn a_pale_colour_is_darkened_and_that_is_said() {
        let (accent, doubt) = legible([0xff, 0xdd, 0x00]);
        let said = doubt.map(|kind| kind.to_string()).unwrap_or_default();
        assert!(said.contains("#ffdd00") && said.contains(&accent.light) && said.contains("1."), "{said}");
    }

    /// The papers are those of the style sheet.
    #[test]
    fn the_papers_are_those_of_the_page() {
        let sheet = include_str!("../../../../../assets/style/tokens.css");
        for (name, at) in [("paper", 0), ("sheet", 1), ("sunk", 2)] {
            let pair = |colours: [Colour; 3]| hex(colours[at]);
            let line = format!("--{name}: light-dark({}, {});", pair(LIGHT), pair(DARK));
            assert!(sheet.contains(&line), "{line}");
        }
    }
}
