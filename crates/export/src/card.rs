//! A statement as a picture to share: an SVG of fixed shapes with the words in it.
//!
//! No font travels along, so lines are broken by widths that no common font of its kind exceeds by much: a line may end early,
//! it does not run over the edge. Words come into the picture escaped, as text and as nothing else; it loads nothing.

use jejak_archive::model::QuoteKind;

use crate::{Item, Said};

/// The width of the picture, in its own units; pixels where it is shown at its own size.
pub const WIDTH: u32 = 1200;

const MARGIN: u32 = 88;
/// Sizes of letters with the most lines that may stand in them. Words that are too many for all are cut in the last.
const SIZES: [(u32, usize); 5] = [(60, 5), (50, 7), (42, 9), (36, 12), (30, 18)];

/// The words of a card in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Labels<'a> {
    /// What stands for a speaker who is not known.
    pub nobody: &'a str,
    /// That the words are the reporter's.
    pub reported: &'a str,
    /// The article's day, as one reads it.
    pub date: &'a str,
    /// The archive's name.
    pub archive: &'a str,
    /// The address of the statement.
    pub address: &'a str,
}

/// The card of a statement; none for an article.
#[must_use]
pub fn card(item: &Item, labels: &Labels<'_>) -> Option<String> {
    let said = item.said.as_ref()?;
    let (size, lines) = laid_out(&marked(said));
    let mut svg = Drawing::default();
    let mut y = MARGIN + size;
    for line in &lines {
        svg.text(y, size, "serif", INK, line);
        y += size * 4 / 3;
    }
    y += 20;
    svg.body.push_str(&format!("<rect x=\"{MARGIN}\" y=\"{y}\" width=\"96\" height=\"6\" fill=\"{ACCENT}\"/>\n"));
    y += 62;
    let name = said.speaker.as_deref().unwrap_or(labels.nobody);
    let role = said.role.as_deref().filter(|role| *role != name);
    let mut small = |text: &str, size: u32, colour: &str, most: usize| {
        for line in wrapped(text, size, most) {
            svg.text(y, size, "sans-serif", colour, &line);
            y += size * 7 / 5;
        }
    };
    small(name, 34, INK, 2);
    if let Some(role) = role {
        small(role, 26, INK, 2);
    }
    if said.kind == QuoteKind::Reported {
        small(labels.reported, 24, SOFT, 2);
    }
    let source = item.publisher.as_deref().filter(|name| !name.trim().is_empty());
    let facts: Vec<&str> =
        source.into_iter().chain([labels.date, labels.archive]).filter(|fact| !fact.is_empty()).collect();
    small(&facts.join(" · "), 24, SOFT, 2);
    small(labels.address, 20, SOFT, 3);
    Some(svg.whole(y + MARGIN - 40))
}

const INK: &str = "#1c1b19";
const SOFT: &str = "#5b5750";
const PAPER: &str = "#fdfcf9";
const ACCENT: &str = "#8a2f1d";

/// The words as they stand on a card.
fn marked(said: &Said) -> String {
    match said.kind {
        QuoteKind::Direct => format!("“{}”", said.words),
        QuoteKind::Reported => said.words.clone(),
    }
}

/// The largest letters in which the words have room, with their lines.
fn laid_out(words: &str) -> (u32, Vec<String>) {
    for (size, most) in SIZES {
        let lines = wrapped(words, size, most + 1);
        if lines.len() <= most {
            return (size, lines);
        }
    }
    let [.., (size, most)] = SIZES;
    (size, wrapped(words, size, most))
}

/// A text in at most `most` lines; one that has more ends in an ellipsis.
fn wrapped(text: &str, size: u32, most: usize) -> Vec<String> {
    // In hundredths of a unit.
    let room = (WIDTH - 2 * MARGIN) * 100;
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut long) = (String::new(), 0);
    for word in text.split_whitespace() {
        let wide = width(word, size);
        let space = if line.is_empty() { 0 } else { letter(' ') * size };
        if long + space + wide > room && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            long = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            long += letter(' ') * size;
        }
        for c in word.chars() {
            let wide = letter(c) * size;
            // A word that no line has room for, such as an address, is broken anywhere.
            if long + wide > room {
                lines.push(std::mem::take(&mut line));
                long = 0;
            }
            line.push(c);
            long += wide;
        }
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while width(last, size) + letter('…') * size > room {
                last.pop();
            }
            let end = last.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
            last.truncate(end);
            last.push('…');
        }
    }
    lines
}

fn width(word: &str, size: u32) -> u32 {
    word.chars().map(|c| letter(c) * size).sum()
}

/// How wide a letter is, in hundredths of its size: a little more than in the serif and sans-serif fonts of browsers.
fn letter(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ';' | ':' | '\'' | '’' | '‘' | '!' | '|' | '(' | ')' | ' ' => {
            36
        }
        'm' | 'M' | 'W' | '%' | '@' | '…' | '—' => 100,
        'w' | 'A'..='Z' => 78,
        '\u{1100}'.. => 105,
        _ => 58,
    }
}

/// Shapes that are put together.
#[derive(Default)]
struct Drawing {
    body: String,
}

impl Drawing {
    fn text(&mut self, y: u32, size: u32, kind: &str, colour: &str, words: &str) {
        let family = if kind == "serif" { "Georgia, 'Times New Roman', serif" } else { "Arial, Helvetica, sans-serif" };
        let open =
            format!("<text x=\"{MARGIN}\" y=\"{y}\" font-family=\"{family}\" font-size=\"{size}\" fill=\"{colour}\">");
        self.body.push_str(&open);
        escape(words, &mut self.body);
        self.body.push_str("</text>\n");
    }

    fn whole(self, height: u32) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\">\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{PAPER}\"/>\n\
             <rect width=\"24\" height=\"{height}\" fill=\"{ACCENT}\"/>\n{}</svg>\n",
            self.body
        )
    }
}

/// Text inside an element. Characters that XML forbids are left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(c),
        }
    }
}
