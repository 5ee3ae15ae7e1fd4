//! The picture that is shown where the address of a page is shared: one of the archive, and one of a person.
//!
//! It looks as the site does on light paper, with a carried font, so it is the same on every machine. A text with a letter
//! that the font lacks is not shown at all, rather than with a box in its place: who has such a name is shared with
//! the archive's picture.

mod paint;

use jejak_archive::model::{Meta, Role};
use rustybuzz::Face;

pub(in crate::site) use paint::Colour;
use paint::{Sheet, Type};

/// What those who show such pictures ask for.
pub(super) const SIZE: (usize, usize) = (1200, 630);

const REGULAR: &[u8] = include_bytes!("../../../fonts/newsreader-400.ttf");
const STRONG: &[u8] = include_bytes!("../../../fonts/newsreader-600.ttf");

/// Of the site's light paper: `--paper`, `--ink`, `--soft`, `--line`, and `--accent` where the archive has no own.
pub(super) const PAPER: Colour = [0xf8, 0xf5, 0xee];
const INKS: [Colour; 4] = [[0x1c, 0x19, 0x15], [0x5c, 0x54, 0x48], [0xdd, 0xd5, 0xc6], [0x9a, 0x2f, 0x1c]];
const INK: u8 = 0;
const SOFT: u8 = 1;
const LINE: u8 = 2;
const ACCENT: u8 = 3;

const LEFT: usize = 80;
const WIDTH: usize = SIZE.0 - 2 * LEFT;
/// The sizes that a name is tried in, each with how many lines it may have.
const NAME: [(f32, usize); 4] = [(104.0, 2), (88.0, 2), (72.0, 3), (56.0, 3)];

/// What is on a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Card {
    /// The archive's title, above the line; empty on the archive's own.
    pub(super) above: String,
    /// Who or what it is of.
    pub(super) name: String,
    /// What they are, a line each.
    pub(super) lines: Vec<String>,
    /// How much the archive knows of them.
    pub(super) facts: String,
}

/// The fonts, opened once for all pictures.
pub(super) struct Press {
    regular: Face<'static>,
    strong: Face<'static>,
    inks: [Colour; 4],
}

impl Press {
    /// Nothing where a font cannot be read, which a test sees to.
    pub(super) fn new(meta: &Meta) -> Option<Self> {
        let [ink, soft, line, _] = INKS;
        let inks = [ink, soft, line, accent(meta)];
        Some(Self { regular: Face::from_slice(REGULAR, 0)?, strong: Face::from_slice(STRONG, 0)?, inks })
    }

    /// Whether the fonts have every letter of a text.
    pub(super) fn can_write(&self, text: &str) -> bool {
        let mut letters = text.chars().filter(|letter| !letter.is_whitespace());
        let has = |letter| self.regular.glyph_index(letter).is_some() && self.strong.glyph_index(letter).is_some();
        !text.trim().is_empty() && letters.all(has)
    }

    /// Draws; nothing where the name cannot be written.
    pub(super) fn draw(&self, card: &Card) -> Option<Vec<u8>> {
        if !self.can_write(&card.name) {
            return None;
        }
        let mut sheet = Sheet::new(SIZE.0, SIZE.1, PAPER, &self.inks);
        let regular = |size| Type { face: &self.regular, size };
        let strong = |size| Type { face: &self.strong, size };
        let left = LEFT as f32;
        sheet.fill((LEFT, 64), (WIDTH, 6), INK);
        sheet.fill((LEFT, 76), (WIDTH, 2), INK);
        if self.can_write(&card.above) {
            sheet.write(strong(34.0), &cut(strong(34.0), &card.above), (left, 128.0), ACCENT);
        }
        let (size, lines) = name(strong, &card.name);
        // The name hangs from the head, what they are below it.
        let mut base = 160.0 + size;
        for line in &lines {
            sheet.write(strong(size), line, (left - size * 0.03, base), INK);
            base += size * 1.08;
        }
        base += 60.0 - size * 0.55;
        for line in card.lines.iter().filter(|line| self.can_write(line)) {
            if base > 496.0 {
                break;
            }
            sheet.write(regular(38.0), &cut(regular(38.0), line), (left, base), SOFT);
            base += 50.0;
        }
        sheet.fill((LEFT, 516), (WIDTH, 2), LINE);
        if self.can_write(&card.facts) {
            sheet.fill((LEFT, 542), (6, 34), ACCENT);
            sheet.write(regular(34.0), &cut(regular(34.0), &card.facts), (left + 24.0, 570.0), INK);
        }
        sheet.png()
    }
}

/// A name in the largest size in which it has few lines; in the smallest the rest is cut.
fn name<'a>(kind: impl Fn(f32) -> Type<'a>, name: &str) -> (f32, Vec<String>) {
    for (size, most) in NAME {
        let lines = wrapped(kind(size), name);
        if lines.len() <= most && lines.iter().all(|line| kind(size).width(line) <= WIDTH as f32) {
            return (size, lines);
        }
    }
    let [.., (size, most)] = NAME;
    let all = wrapped(kind(size), name);
    let rest = all.get(most - 1..).map(|rest| rest.join(" ")).unwrap_or_default();
    let mut lines: Vec<String> = all.into_iter().take(most - 1).chain([rest]).collect();
    lines.iter_mut().for_each(|line| *line = cut(kind(size), line));
    (size, lines)
}

/// A text in lines as wide as the sheet; a word that is wider has a line of its own.
fn wrapped(kind: Type<'_>, text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match (lines.last_mut(), joined) {
            (Some(line), Some(joined)) if kind.width(&joined) <= WIDTH as f32 => *line = joined,
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A text as far as it goes into a line.
fn cut(kind: Type<'_>, text: &str) -> String {
    // No line holds more, and no text can be so long that measuring it takes time.
    let mut text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(200).collect();
    let most = WIDTH as f32 - 24.0;
    if kind.width(&text) <= most {
        return text;
    }
    while !text.is_empty() && kind.width(&format!("{text}…")) > most {
        text.pop();
    }
    format!("{}…", text.trim_end())
}

/// The last offices of a person, the latest first, one a line: `Pj Camat, Sukamaju`.
pub(super) fn offices(roles: &[Role]) -> Vec<String> {
    let mut roles: Vec<&Role> = roles.iter().collect();
    roles.sort_by_key(|role| std::cmp::Reverse(role.span().map(|(_, last)| last)));
    let mut lines: Vec<String> = roles.into_iter().map(jejak_app::state::roles::title).collect();
    lines.dedup();
    lines.truncate(2);
    lines
}

/// The colour of an archive on light paper.
pub(super) fn accent(meta: &Meta) -> Colour {
    let own = meta.accent.as_ref().and_then(|accent| colour(&accent.light));
    let [.., red] = INKS;
    own.unwrap_or(red)
}

/// `#rrggbb`.
fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press() -> Press {
        Press::new(&Meta::default()).unwrap()
    }

    fn card(name: &str) -> Card {
        Card {
            above: "Arsip Kota Contoh".to_owned(),
            name: name.to_owned(),
            lines: vec!["Pj Sekretaris Daerah, Kota Contoh".to_owned()],
            facts: "12 pernyataan".to_owned(),
        }
    }

    #[test]
    fn a_card_is_a_small_picture_and_the_same_each_time() {
        let long = "Raden Mas Aryo Kusumowardhono Prawirodirdjo Hadikusumo Wiryoatmodjo Sosrodiningrat Tjokronegoro";
        for name in ["Dewi", "Hendra Wirawan", long, &"Panjang".repeat(30)] {
            let png = press().draw(&card(name)).unwrap();
            assert!(png.len() < 40_000, "{name}: {} bytes", png.len());
            assert_eq!(png, press().draw(&card(name)).unwrap());
            let mut read = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
            let mut pixels = vec![0; read.output_buffer_size().unwrap()];
            let frame = read.next_frame(&mut pixels).unwrap();
            assert_eq!((frame.width, frame.height), (1200, 630));
            // Nothing is drawn over the right edge.
            let edge = |row: &[u8]| row[SIZE.0 - LEFT + 4..].iter().all(|pixel| pixel % 16 == 0);
            assert!(pixels.chunks(SIZE.0).all(edge), "{name} is too wide");
        }
    }

    #[test]
    fn letters_that_the_font_lacks_are_never_drawn_as_boxes() {
        assert!(press().can_write("Ni Luh Gedé Šukarnó-Ñuñez ‘Ayu’, S.Sos., M.Si."));
        assert!(!press().can_write("习近平") && !press().can_write("  "));
        assert_eq!(press().draw(&card("Анна")), None);
        let mut other = card("Dewi");
        other.lines = vec!["市长".to_owned()];
        let none = Card { lines: vec![], ..card("Dewi") };
        assert_eq!(press().draw(&other), press().draw(&none));
    }

    #[test]
    fn kerning_is_obeyed() {
        let press = press();
        let kind = Type { face: &press.strong, size: 100.0 };
        assert!(kind.width("AV") < kind.width("A") + kind.width("V") - 1.0);
    }

    #[test]
    fn the_colours_are_those_of_the_site() {
        let tokens = include_str!("../../../../../assets/style/tokens.css");
        for (name, [r, g, b]) in
            [("paper", PAPER), ("ink", INKS[0]), ("soft", INKS[1]), ("line", INKS[2]), ("accent", INKS[3])]
        {
            assert!(tokens.contains(&format!("--{name}: light-dark(#{r:02x}{g:02x}{b:02x}")), "{name}");
        }
        assert_eq!(colour("#9a2f1c"), Some(INKS[3]));
        assert_eq!((colour("#fff"), colour("merah"), colour("#€€")), (None, None, None));
    }
}
