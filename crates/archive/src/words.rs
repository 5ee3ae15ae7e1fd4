//! What a word is.
//!
//! Press and page must cut a text into the same words, or a position in the index would point at another word on the
//! screen. So there is one tokeniser, it knows no language, and it works on spans: what is marked is exactly what is
//! printed, while what is compared is the [`form`] of it.
//!
//! - A word is a run of letters and digits: `MB2`, `e`, `2026`.
//! - A hyphen parts words, so `anak-anak` is found by `anak`; a query's `anak-anak` is then two neighbouring words.
//! - An apostrophe between letters is part of the word and of no form: `Jum'at` meets `Jumat`.
//! - A number keeps the points and commas inside it; points that group thousands are of no form: `14.000` is `14000`.
//! - The rupiah sign is a word of its own: `Rp14.000` is `rp`, `14000`.
//! - Case and Latin diacritics are of no form.

use std::ops::Range;

/// A word longer than this many bytes is compared by its beginning only: hostile text makes no huge forms.
pub const LONGEST_FORM: usize = 64;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its place: words count up by one; a line break skips one place, so no phrase reaches across it.
    pub position: u32,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

impl Token {
    /// The word as the text prints it that it was cut from.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.range.clone()).unwrap_or_default()
    }
}

/// The words of a text, in order.
#[derive(Debug, Clone)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    position: u32,
}

/// The words of `text`, the first of them at place `first`.
#[must_use]
pub fn tokens(text: &str, first: u32) -> Tokens<'_> {
    Tokens { text, at: 0, position: first }
}

impl Tokens<'_> {
    /// The place that the next word would get.
    #[must_use]
    pub fn position(&self) -> u32 {
        self.position
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        // Byte by byte as far as it is ASCII: a page of hits is cut into words with every question.
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            let (mut word, mut width) = (byte.is_ascii_alphanumeric(), 1);
            if !byte.is_ascii() {
                let c = self.text.get(self.at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
                (word, width) = (c.is_alphanumeric(), c.len_utf8());
            }
            if word {
                let start = self.at;
                self.at += length(self.text.get(start..).unwrap_or_default());
                let next = self.position.saturating_add(1);
                return Some(Token { position: std::mem::replace(&mut self.position, next), range: start..self.at });
            }
            if byte == b'\n' {
                self.position = self.position.saturating_add(1);
            }
            self.at += width;
        }
        None
    }
}

/// Length in bytes of the word that `text` begins with.
fn length(text: &str) -> usize {
    // Nearly all words are letters and digits of ASCII, and what follows them is no part of any.
    let mut end = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (word, behind) = text.split_at_checked(end).unwrap_or_default();
    if let Some((rupiah, number)) = word.split_at_checked(2)
        && number.starts_with(|c: char| c.is_ascii_digit())
        && rupiah.eq_ignore_ascii_case("rp")
    {
        return 2;
    }
    let mut rest = behind.chars();
    let mut before = word.chars().next_back().unwrap_or(' ');
    while let Some(c) = rest.next().filter(|c| *c != ' ') {
        let after = rest.clone().next().unwrap_or(' ');
        let part = if c.is_alphanumeric() {
            true
        } else if is_apostrophe(c) {
            before.is_alphabetic() && after.is_alphabetic()
        } else if matches!(c, '.' | ',') {
            before.is_ascii_digit() && after.is_ascii_digit()
        } else {
            is_accent(c) || (is_invisible(c) && after.is_alphanumeric())
        };
        if !part {
            break;
        }
        end = text.len() - rest.as_str().len();
        before = c;
    }
    end
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`')
}

/// A combining diacritic.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Soft hyphen, zero-width space and joiners: left in words by page layout.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// By what a word, as printed, is compared.
#[must_use]
pub fn form(word: &str) -> String {
    let mut form = String::new();
    write_form(word, &mut form);
    form
}

/// The forms of the words of a text, in order.
pub fn forms(text: &str) -> impl Iterator<Item = String> {
    tokens(text, 0).map(|token| form(token.of(text)))
}

/// Like [`form`], into a buffer that is used again.
pub fn write_form(word: &str, form: &mut String) {
    form.clear();
    let ungroup = groups_thousands(word);
    for c in word.chars() {
        if form.len() + 4 > LONGEST_FORM {
            break;
        }
        match c {
            'a'..='z' | '0'..='9' | ',' => form.push(c),
            'A'..='Z' => form.push(c.to_ascii_lowercase()),
            '.' if ungroup => {}
            '.' => form.push(c),
            _ if is_apostrophe(c) || is_accent(c) || is_invisible(c) => {}
            _ => push_plain(lower(c), form),
        }
    }
}

/// Whether the points in a number stand before groups of three digits.
fn groups_thousands(word: &str) -> bool {
    let whole = word.split(',').next().unwrap_or_default();
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    whole.len() > first.len()
        && (1..=3).contains(&first.len())
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// Where a part that is not empty first stands in a text. The standard library's search, made for long texts, would be
/// two kilobytes more in the page.
#[must_use]
pub fn place_of(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len().max(1)).position(|here| here == part.as_bytes())
}

/// Words with something between them. The standard library's `join`, made for long lists, would be a kilobyte more in the page.
#[must_use]
pub fn joined(words: &[String], between: &str) -> String {
    let mut all = String::new();
    for (word, i) in words.iter().zip(0..) {
        if i > 0 {
            all.push_str(between);
        }
        all.push_str(word);
    }
    all
}

/// The address that mostly follows from a name: its letters and digits in lower case, what stands between them as one
/// hyphen. Apostrophes and points are left out.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().map(lower) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            '.' => {}
            _ if is_apostrophe(c) => {}
            _ if c.is_alphanumeric() => push_plain(c, &mut slug),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The small letter of a letter in the Latin, Greek, Cyrillic and Armenian scripts, by the rules of their blocks in the
/// Unicode code charts; anything else is itself.
///
/// The standard library's table of all scripts, and what goes with it, is 5 kB of the page.
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = c as u32;
    // In most blocks a capital and its small letter are neighbours, the capital first.
    let step = match code {
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f | 0xff21..=0xff3a => 32,
        0x130 => return 'i',
        0x178 => return 'ÿ',
        0x1a0 | 0x1a2 | 0x1a4 | 0x1af => 1,
        0x1e9e => return 'ß',
        0x386 => 38,
        0x388..=0x38a => 37,
        0x38c => 64,
        0x38e | 0x38f => 63,
        0x400..=0x40f => 80,
        0x4c0 => 15,
        0x531..=0x556 => 48,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => code & 1,
        0x100..=0x137
        | 0x14a..=0x177
        | 0x1de..=0x1ee
        | 0x1f8..=0x21e
        | 0x222..=0x233
        | 0x370..=0x373
        | 0x3d8..=0x3ef
        | 0x460..=0x481
        | 0x48a..=0x4bf
        | 0x4d0..=0x52f
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => !code & 1,
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(c)
}

/// Adds a lower-case letter without its diacritic.
fn push_plain(c: char, form: &mut String) {
    let plain = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' => 's',
        'ţ' | 'ť' | 'ŧ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => c,
    };
    form.push(plain);
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_FORM, form, lower, tokens};

    fn forms(text: &str) -> Vec<String> {
        super::forms(text).collect()
    }

    #[test]
    fn a_word_is_a_run_of_letters_and_digits() {
        assert_eq!(forms("Apel di MB2, pukul 07.30 WIB!"), ["apel", "di", "mb2", "pukul", "07.30", "wib"]);
    }

    #[test]
    fn a_hyphen_parts_words() {
        assert_eq!(forms("anak-anak KTP-nya"), ["anak", "anak", "ktp", "nya"]);
    }

    #[test]
    fn an_apostrophe_inside_a_word_is_not_compared() {
        assert_eq!(forms("Jum'at, Ma’ruf 'kata' Qur'an-nya"), ["jumat", "maruf", "kata", "quran", "nya"]);
    }

    #[test]
    fn thousands_are_ungrouped_and_decimals_kept() {
        assert_eq!(forms("Rp14.000 dan Rp 1.500.000,50"), ["rp", "14000", "dan", "rp", "1500000,50"]);
        assert_eq!(forms("2,5 persen; 12.05.2026; 3.14; 10."), ["2,5", "persen", "12.05.2026", "3.14", "10"]);
    }

    #[test]
    fn diacritics_and_layout_characters_are_not_compared() {
        assert_eq!(forms("José Jose\u{301} Jo\u{ad}se İ"), ["jose", "jose", "jose", "i"]);
    }

    #[test]
    fn capitals_of_european_scripts_have_the_small_letters_that_unicode_gives_them() {
        let blocks = [0..0x180, 0x1cd..0x1f0, 0x1f8..0x220, 0x222..0x234, 0x386..0x3cf, 0x400..0x530, 0x531..0x557];
        for c in blocks.into_iter().flatten().chain(0x1e00..0x1f00).chain(0xff21..0xff3b).filter_map(char::from_u32) {
            let known = c.to_lowercase().next().unwrap_or(c);
            // Letters of two letters in one have a third form, between capital and small.
            if !('\u{1f1}'..='\u{1f3}').contains(&c) {
                assert_eq!(lower(c), known, "{c}");
            }
        }
        assert_eq!(lower('漢'), '漢');
    }

    #[test]
    fn a_line_break_skips_a_place() {
        let places: Vec<_> = tokens("satu dua\ntiga", 5).map(|t| t.position).collect();
        assert_eq!(places, [5, 6, 8]);
    }

    #[test]
    fn spans_are_what_is_printed() {
        let text = "“Jum'at” – Ça 14.000,";
        let printed: Vec<_> = tokens(text, 0).map(|t| &text[t.range]).collect();
        assert_eq!(printed, ["Jum'at", "Ça", "14.000"]);
    }

    #[test]
    fn forms_are_bounded() {
        let long = "ẞ".repeat(100_000);
        assert!(form(&long).len() <= LONGEST_FORM);
        assert_eq!(tokens(&long, 0).count(), 1);
    }

    #[test]
    fn a_form_is_its_own_form() {
        for text in ["Jum'at", "14.000", "İ", "ŐŐ", "2,5", "ǅ", "ﬁ", "ß", "Ⅷ"] {
            let once = form(text);
            assert_eq!(form(&once), once, "{text}");
        }
    }
}
