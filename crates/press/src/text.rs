//! A text cut into paragraphs, sentences and words, once, for every reader of it.
//!
//! WHY: dates, names, cues and quotes are all found by looking at words and at what stands between them. Cutting once
//! keeps their positions comparable and bounds the work: each later pass walks a list of words and never rescans.

use std::cell::Cell;
use std::ops::Range;

use smol_str::{SmolStr, StrExt as _};

use crate::lexicon::{Cue, CueForm, TitlePlace, lexicon};
use crate::lists::{Known, List};
use crate::within::Within as _;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Begins with a small letter.
    Lower,
    /// Begins with a capital and goes on with a small letter.
    Capital,
    /// Capitals only (one capital letter counts as such).
    Caps,
    /// Begins with a digit.
    Number,
}

/// A word: letters and digits with the marks that join them (`M.Si`, `Mu'ti`, `bincang-bincang`).
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// First byte in the text.
    pub(crate) start: usize,
    /// First byte after it.
    pub(crate) end: usize,
    /// In lower case.
    pub(crate) lower: SmolStr,
    /// How it is written.
    pub(crate) shape: Shape,
    /// Number of its sentence, counted over the whole text.
    pub(crate) sentence: u32,
    /// Number of its paragraph.
    pub(crate) paragraph: u32,
    /// Whether nothing but spaces stands between it and the next word of its paragraph.
    joined: bool,
    /// What the lists know of it: asked of every word by many readers, so looked up once.
    pub(crate) known: Known,
    /// Whether it may be part of a name, once that was asked.
    name: Cell<Option<bool>>,
}

impl Word {
    /// Whether it begins with a small letter.
    pub(crate) fn is_lower(&self) -> bool {
        self.shape == Shape::Lower
    }

    /// Whether it may be part of a name, as `find` finds out: many rules ask, one has to look.
    pub(crate) fn is_name_or(&self, find: impl FnOnce() -> bool) -> bool {
        self.name.get().unwrap_or_else(|| {
            let is = find();
            self.name.set(Some(is));
            is
        })
    }

    /// What cue it is, -nya understood.
    pub(crate) fn cue(&self) -> Option<Cue> {
        self.known.cue
    }

    /// Where it may stand as a title, if it is one.
    pub(crate) fn title(&self) -> Option<TitlePlace> {
        self.known.title()
    }

    /// Whether it begins with a capital letter.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Caps)
    }
}

/// A text with its words.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    /// The text itself.
    pub(crate) raw: &'a str,
    /// Its words in order.
    pub(crate) words: Vec<Word>,
    /// Byte ranges of its paragraphs: the lines that are not empty.
    pub(crate) paragraphs: Vec<Range<usize>>,
    /// What [`Text::word`] gives where there is none: nothing, in no sentence, behind all.
    beyond: Word,
}

impl<'a> Text<'a> {
    /// Cuts a text.
    pub(crate) fn new(raw: &'a str) -> Self {
        Self::below(raw, None)
    }

    /// Cuts a text under a headline, whose words show names that lost their spaces in the text.
    pub(crate) fn below(raw: &'a str, headline: Option<&Text<'_>>) -> Self {
        let beyond = Word {
            start: raw.len(),
            end: raw.len(),
            lower: SmolStr::default(),
            shape: Shape::Number,
            sentence: u32::MAX,
            paragraph: u32::MAX,
            joined: false,
            known: Known::default(),
            name: Cell::new(Some(false)),
        };
        let mut text = Self { raw, words: Vec::with_capacity(raw.len() / 6), paragraphs: Vec::new(), beyond };
        let mut start = 0;
        let mut sentence = 0;
        let mut before = "";
        let mut lines = raw.split('\n').peekable();
        while let Some(line) = lines.next() {
            let range = start..start + line.len();
            start = range.end + 1;
            let next = lines.peek().map_or("", |next| next.trim());
            let soft = goes_on(before, line.trim()) || linked(before, line.trim(), next);
            before = line.trim();
            if before.is_empty() {
                continue;
            }
            match text.paragraphs.last_mut().filter(|_| soft) {
                Some(last) => last.end = range.end,
                None => {
                    sentence += u32::from(!text.paragraphs.is_empty());
                    text.paragraphs.push(range.clone());
                }
            }
            let paragraph = u32::try_from(text.paragraphs.len() - 1).unwrap_or(u32::MAX);
            let first = if soft { 0 } else { text.words.len() };
            cut_words(raw, range, paragraph, first, &mut sentence, &mut text.words);
        }
        text.part_verbs(headline.map_or(&[], |headline| &headline.words));
        text.know();
        text
    }

    /// Looks up what every reader asks of each word.
    #[expect(clippy::indexing_slicing, reason = "the words are counted")]
    fn know(&mut self) {
        let lexicon = lexicon();
        for index in 0..self.words.len() {
            let next = self.words.get(index + 1).is_some_and(|next| next.paragraph == self.word(index).paragraph);
            let gap = self.gap_before(index + 1);
            let joined = next && (gap == " " || gap.chars().all(is_space));
            let word = &mut self.words[index];
            word.joined = joined;
            word.known = lexicon.known(&word.lower);
        }
    }

    /// Parts names from the small words that lost the space before them; `headline` are words above the text.
    #[expect(
        clippy::indexing_slicing,
        reason = "what is parted are words that were counted here, the last ones first, so that none moves before its turn"
    )]
    fn part_verbs(&mut self, headline: &[Word]) {
        let lists = lexicon();
        let long = |word: &Word| word.shape == Shape::Capital && word.end - word.start >= GLUED;
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for (index, word) in self.words.iter().enumerate().filter(|(_, word)| long(word)) {
            let before = index.checked_sub(1).map(|before| self.word(before));
            let behind = before.is_some_and(|before| before.is_capital() && before.sentence == word.sentence);
            let known = |name: &str| {
                let mut near = self.words.iter().take(NEAR).enumerate();
                near.any(|(at, other)| at != index && other.is_capital() && &*other.lower == name)
                    || headline.iter().any(|other| other.is_capital() && &*other.lower == name)
            };
            let placed = self.words.get(index + 1).is_some_and(|next| {
                next.is_capital()
                    && (next.shape == Shape::Caps
                        || lists.not_names.contains(&next.lower)
                        || lists.regions.has(&next.lower))
            });
            let verb = if word.end - word.start < LONG {
                None
            } else {
                super::glue::split_verb(self.print(index), &known, behind)
            };
            if let Some(offset) = verb.or_else(|| super::glue::split_tail(self.print(index), &known, behind, placed)) {
                parts.push((index, word.start + offset));
            }
        }
        for (index, at) in parts.into_iter().rev() {
            let mut verb = self.word(index).clone();
            verb.start = at;
            verb.lower = lower(self.raw.within(at..verb.end));
            verb.shape = shape(self.raw.within(at..verb.end));
            let name = &mut self.words[index];
            name.end = at;
            name.lower = lower(self.raw.within(name.start..at));
            self.words.insert(index + 1, verb);
        }
    }

    /// Word `index`, which is one: rules count words of the text. None of them may ask beyond; where one does all the
    /// same, a build with debug assertions stops, and any other sees a word without letters.
    #[track_caller]
    pub(crate) fn word(&self, index: usize) -> &Word {
        match self.words.get(index) {
            Some(word) => word,
            None => self.beyond(),
        }
    }

    // Apart, so that the usual way costs no more than an index does.
    #[cold]
    #[track_caller]
    fn beyond(&self) -> &Word {
        debug_assert!(false, "a word beyond the end");
        &self.beyond
    }

    /// What stands between word `index` and the word before it (or the start of the text); behind the last word the rest,
    /// empty beyond.
    pub(crate) fn gap_before(&self, index: usize) -> &'a str {
        let before = |last: usize| self.words.get(last).map_or(self.raw.len(), |word| word.end);
        let from = index.checked_sub(1).map_or(0, before);
        let to = self.words.get(index).map_or(self.raw.len(), |word| word.start);
        self.raw.get(from..to).unwrap_or_default()
    }

    /// The lower-case form of word `index`, empty beyond the end.
    pub(crate) fn lower(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| &word.lower)
    }

    /// Word `index` as printed, empty beyond the end.
    pub(crate) fn print(&self, index: usize) -> &'a str {
        self.words.get(index).map_or("", |word| self.raw.within(word.start..word.end))
    }

    /// Words `from..to` as printed, with what stands between them.
    pub(crate) fn slice(&self, words: Range<usize>) -> &'a str {
        match (self.words.get(words.start), words.end.checked_sub(1).and_then(|last| self.words.get(last))) {
            (Some(first), Some(last)) if words.start < words.end => self.raw.within(first.start..last.end),
            _ => "",
        }
    }

    /// Index of the first word that starts at or after a byte.
    pub(crate) fn word_at(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.start < byte)
    }

    /// Whether words `index` and `index + 1` stand in one paragraph with nothing but spaces between them.
    pub(crate) fn joined(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.joined)
    }

    /// What cue word `index` is, -nya understood; none beyond the end.
    pub(crate) fn cue(&self, index: usize) -> Option<Cue> {
        self.words.get(index).and_then(|word| word.known.cue)
    }

    /// Whether a list, or one of several, has word `index`; none has what lies beyond the end.
    pub(crate) fn is(&self, index: usize, list: List) -> bool {
        self.words.get(index).is_some_and(|word| list.has(word))
    }

    /// Where word `index` may stand as a title, if it is one.
    pub(crate) fn title(&self, index: usize) -> Option<TitlePlace> {
        self.words.get(index).and_then(Word::title)
    }

    /// Index of the first word of the sentence that word `index` stands in.
    pub(crate) fn sentence_start(&self, index: usize) -> usize {
        let Some(word) = self.words.get(index) else { return self.words.len() };
        self.words.partition_point(|other| other.sentence < word.sentence)
    }

    /// Index after the last word of the sentence that word `index` stands in.
    pub(crate) fn sentence_end(&self, index: usize) -> usize {
        let Some(word) = self.words.get(index) else { return self.words.len() };
        self.words.partition_point(|other| other.sentence <= word.sentence)
    }
}

/// Blank within a line, no-break spaces included.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

/// Fewest letters of a word that may be a name and another word.
const GLUED: usize = 7;
/// Fewest letters of a word that may be a name and a verb.
const LONG: usize = 10;
/// How many words of a text are searched for a name that stands alone.
const NEAR: usize = 600;

/// Words before a full stop that does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "no", "nomor", "jl", "jln", "kab", "kec", "kel", "prov", "dr", "drs", "dra", "drg", "drh", "ir", "prof", "hj",
    "kh", "st", "tgk", "sdr", "bpk", "dll", "dkk", "dsb", "hlm", "rp", "pt", "cv", "tbk", "gg", "rt", "rw", "pdt",
    "pol", "inf", "kav", "purn", "alm", "pjs", "plt", "plh", "pj", "ust", "moh", "moch", "mohd", "muh", "ach", "abd",
    "km", "pukul", "nn", "ny", "tn", "mgr", "brigjen", "kol", "letkol", "mayjen", "letjen", "jend", "gub", "tb", "rd",
    "ag", "wm", "ds", "art", "apt", "ns",
];

/// Letters of the longest of them.
const LONGEST: usize = 7;

/// Those of them that a number follows.
const COUNTING: &[&str] = &["no", "nomor", "hlm", "rt", "rw", "km", "pukul", "kav"];

/// Words that end no paragraph.
const LEADING: &[&str] = &[
    "di", "ke", "dari", "pada", "dan", "atau", "yang", "untuk", "dengan", "oleh", "dalam", "kepada", "serta", "bahwa",
    "para", "sang", "si", "saat", "karena", "agar", "bagi", "sebagai", "seperti", "adalah", "antara", "terhadap",
    "tentang",
];

/// Whether a word in small letters is a cue whose speaker follows, as on a line of its own: `kata`, `Sari`.
fn calls(word: &str) -> bool {
    lexicon().cue(word).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya)
}

/// Whether a line goes on with the sentence of the line right before it: scraped pages break lines around links and
/// slanted words (`menurut`, `statement`, `itu keluar` on three lines).
fn goes_on(before: &str, line: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), line.chars().next()) else { return false };
    let open = last.is_alphanumeric();
    let leads = || before.split_whitespace().next_back().is_some_and(|word| LEADING.contains(&word) || calls(word));
    (first.is_lowercase() && open)
        || (last == ',' && first.is_alphanumeric())
        || (open && matches!(first, ',' | '.' | ';' | '!' | '?' | ')'))
        || (open && first.is_alphanumeric() && leads())
}

/// Whether a line is the words of a link within a sentence: a few with a capital, behind a line that ends in an office or is
/// too long for a heading, and before one that goes on (`Anggota`, `Komisi VII DPR RI`, `, Sari Dewi, mendukung`).
fn linked(before: &str, line: &str, next: &str) -> bool {
    /// Most words of a link.
    const LINK: usize = 6;
    /// Fewest words of a line that is no heading.
    const LONG: usize = 14;
    let open = |line: &str| line.ends_with(char::is_alphanumeric);
    let few = line.starts_with(char::is_uppercase) && line.split_whitespace().nth(LINK).is_none();
    if !(few && open(before) && open(line) && goes_on(line, next)) {
        return false;
    }
    let office = || before.split_whitespace().rev().take(3).any(|word| lexicon().offices.begins(&word.to_lowercase()));
    before.split_whitespace().nth(LONG - 1).is_some() || office()
}

/// Cuts one line into words and counts its sentences; `first_of_line` is the word before which no sentence can end.
#[expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "the place is before the line's end, at a character, and so is the end of the word that begins there"
)]
fn cut_words(
    raw: &str,
    line: Range<usize>,
    paragraph: u32,
    first_of_line: usize,
    sentence: &mut u32,
    words: &mut Vec<Word>,
) {
    let mut position = line.start;
    let bytes = raw.as_bytes();
    while position < line.end {
        if bytes[position].is_ascii() {
            if !bytes[position].is_ascii_alphanumeric() {
                position += 1;
                continue;
            }
        } else {
            let Some(c) = raw[position..].chars().next() else { break };
            // `Â` alone or before a capital is what is left of a no-break space that was read as another encoding.
            let space = c == 'Â' && !raw[position + c.len_utf8()..].starts_with(char::is_lowercase);
            if space || !c.is_alphanumeric() {
                position += c.len_utf8();
                continue;
            }
        }
        let end = match plain_end(&bytes[position..line.end]) {
            // Only a capital inside parts such a word.
            Some(length) if !bytes[position + 1..position + length].iter().any(u8::is_ascii_uppercase) => {
                position + length
            }
            plain => {
                let end = plain.map_or_else(|| word_end(raw, position, line.end), |length| position + length);
                let print = &raw[position..end];
                // What is left of words that were parted parts at its next capital letter too.
                let rest = words.last().is_some_and(|last| last.end == position);
                super::glue::split(print)
                    .or_else(|| super::glue::humps(print, 2).filter(|_| rest))
                    .map_or(end, |offset| position + offset)
            }
        };
        if words.len() > first_of_line && ends_sentence(raw, words.last(), position) {
            *sentence += 1;
        }
        let print = &raw[position..end];
        words.push(Word {
            start: position,
            end,
            lower: lower(print),
            shape: shape(print),
            sentence: *sentence,
            paragraph,
            joined: false,
            known: Known::default(),
            name: Cell::new(None),
        });
        position = end;
    }
}

/// Most letters of a name behind a mark that may as well open words.
const SHORT: usize = 5;

/// Where the word at the start of a line's bytes ends if it is of ASCII letters and digits and what stands behind it
/// cannot join it with more: nearly every word. [`word_end`] tells of the others.
fn plain_end(bytes: &[u8]) -> Option<usize> {
    let end = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    let part = |byte: &u8| !byte.is_ascii() || byte.is_ascii_alphanumeric();
    match bytes.get(end) {
        Some(b'-' | b'\'' | b'`' | b'.' | b',') => (!bytes.get(end + 1).is_some_and(part)).then_some(end),
        Some(byte) => byte.is_ascii().then_some(end),
        None => Some(end),
    }
}

/// Where the word that starts at `start` ends.
fn word_end(raw: &str, start: usize, limit: usize) -> usize {
    let mut end = start;
    let mut part_letters = 0;
    let mut part_has_lower = false;
    let mut chars = raw.within(start..limit).char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        if c.is_alphanumeric() {
            end = start + offset + c.len_utf8();
            part_letters += 1;
            part_has_lower |= c.is_lowercase();
            continue;
        }
        let Some(&(_, next)) = chars.peek() else { break };
        let joins = match c {
            '-' | '\'' | '’' | '`' => next.is_alphanumeric(),
            // `Syafi‘i`, but not `Sari‘mengharamkan`, a mark that opens words and lost its space.
            '‘' => {
                let rest = raw.within(start + offset + c.len_utf8()..limit);
                (1..=SHORT).contains(&rest.chars().take_while(|next| next.is_alphanumeric()).take(SHORT + 1).count())
            }
            // A full stop inside a word: `M.Si`, `10.000`, `KOMPAS.com`; but not `selesai.Dia` or `Drs.Budi`.
            // Nor `KRM.Ia`: an abbreviation ends a sentence there, for `KOMPAS.com` goes on in small letters.
            '.' if next.is_uppercase() && !part_has_lower && part_letters >= 3 => {
                let after = start + offset + c.len_utf8();
                let word = raw.within(after..limit).chars().take_while(|c| c.is_alphanumeric()).take(SHORT);
                !word.skip(1).any(char::is_lowercase)
                    || lexicon().title(&raw.within(start..start + offset).to_lowercase()).is_some()
            }
            '.' => next.is_alphanumeric() && !(next.is_uppercase() && part_has_lower && part_letters >= 3),
            ',' => next.is_ascii_digit() && raw.within(..end).ends_with(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        if !joins {
            break;
        }
        part_letters = 0;
        part_has_lower = false;
    }
    end
}

/// A word in lower case. Most words are short, of ASCII letters, and fit without an allocation.
fn lower(print: &str) -> SmolStr {
    if print.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return SmolStr::new(print);
    }
    let mut buffer = [0; 23];
    match buffer.get_mut(..print.len()).filter(|_| print.is_ascii()) {
        Some(short) => {
            short.copy_from_slice(print.as_bytes());
            short.make_ascii_lowercase();
            std::str::from_utf8(short).map_or_else(|_| print.to_lowercase_smolstr(), SmolStr::new)
        }
        None => print.to_lowercase_smolstr(),
    }
}

fn shape(print: &str) -> Shape {
    let bytes = print.as_bytes();
    match bytes.first() {
        Some(first) if first.is_ascii_lowercase() => return Shape::Lower,
        Some(first) if first.is_ascii_digit() => return Shape::Number,
        // A small letter tells at once; only words without an ASCII one are looked at letter by letter.
        Some(first) if first.is_ascii_uppercase() && bytes.iter().any(u8::is_ascii_lowercase) => {
            return Shape::Capital;
        }
        _ => {}
    }
    let mut letters = print.chars().filter(|c| c.is_alphabetic());
    match print.chars().next() {
        Some(c) if c.is_numeric() => Shape::Number,
        Some(c) if c.is_uppercase() => {
            if letters.all(char::is_uppercase) {
                Shape::Caps
            } else {
                Shape::Capital
            }
        }
        _ => Shape::Lower,
    }
}

/// Whether a sentence ends between the last word and the word that starts at `next`.
fn ends_sentence(raw: &str, last: Option<&Word>, next: usize) -> bool {
    let Some(last) = last else { return false };
    let gap = raw.within(last.end..next);
    if gap == " " {
        return false;
    }
    if !gap.chars().any(char::is_whitespace) && !gap.contains(['"', '“', '”']) {
        // `selesai.Dia`: a stop that lost its space.
        return gap == "." && raw.within(next..).starts_with(char::is_uppercase) && last.end - last.start > 3;
    }
    let Some(stop) = gap.find(['.', '!', '?', '…']) else { return false };
    let starts_anew = raw.within(next..).starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        || gap.within(stop..).contains(['"', '“', '”', '„', '«']);
    if !starts_anew {
        return false;
    }
    if stop != 0 || !gap.starts_with('.') {
        return true;
    }
    let single_letter = last.lower.chars().count() == 1 && last.shape == Shape::Caps;
    let degree = last.lower.contains('.') && last.lower.split('.').next().is_some_and(|part| part.len() <= 2);
    // `M.Si.` ends a sentence only if what follows is no comma; a name goes on behind `M. Rizal`.
    // `RW. 03`, but `hingga RT dan RW. Warga …`.
    let counts = COUNTING.contains(&&*last.lower) && !raw.within(next..).starts_with(char::is_numeric);
    // `Sari E.P. Karyono`: initials go on with a name, not with a word that begins a sentence.
    let initials =
        last.lower.contains('.') && last.shape == Shape::Caps && last.lower.split('.').all(|one| one.len() == 1);
    let next_word = raw.within(next..).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let named = initials && gap == ". " && !lexicon().small.contains(&*next_word.to_lowercase());
    !(single_letter
        || named
        || (last.lower.len() <= LONGEST && ABBREVIATIONS.contains(&&*last.lower) && !counts)
        || (degree && gap.trim_start_matches('.').starts_with(',')))
}

#[cfg(test)]
mod tests {
    use super::Text;

    fn words(raw: &str) -> Vec<String> {
        let text = Text::new(raw);
        (0..text.words.len()).map(|i| text.print(i).to_string()).collect()
    }

    #[test]
    fn marks_inside_a_word_join_it() {
        assert_eq!(
            words("Dra. Sari Mu'ti, M.Si, di KOMPAS.com Rp 10.000"),
            ["Dra", "Sari", "Mu'ti", "M.Si", "di", "KOMPAS.com", "Rp", "10.000"]
        );
        assert_eq!(words("selesai.Dia"), ["selesai", "Dia"], "a stop that lost its space");
    }

    #[test]
    fn a_line_that_goes_on_is_no_paragraph_of_its_own() {
        let text = Text::new("Mereka sambut baik itu kan\nstatement\nitu keluar. Ia di\nSukaraya\n.\nEsoknya hujan.");
        let paragraphs: Vec<&str> = text.paragraphs.iter().map(|range| &text.raw[range.clone()]).collect();
        assert_eq!(
            paragraphs,
            ["Mereka sambut baik itu kan\nstatement\nitu keluar. Ia di\nSukaraya\n.", "Esoknya hujan."]
        );
        assert_eq!(text.words.last().map(|word| (word.sentence, word.paragraph)), Some((2, 1)));
    }

    #[test]
    fn the_words_of_a_link_on_a_line_of_their_own_are_no_paragraph() {
        let count = |raw: &str| Text::new(raw).paragraphs.len();
        assert_eq!(count("Anggota\nKomisi VII DPRD Sukaraya\n, Sari Dewi, hadir."), 1);
        assert_eq!(count("Gubernur Sukaraya\nSari Dewi\nmeresmikan taman."), 1);
        assert_eq!(count("Taman Baru\nSari Dewi\nmeresmikan taman."), 2, "a heading stays one");
    }

    #[test]
    fn a_cue_that_lost_its_space_is_a_word() {
        assert_eq!(words("ujarSari di iPhone, kataB"), ["ujar", "Sari", "di", "iPhone", "kataB"]);
    }

    #[test]
    fn a_stop_behind_an_abbreviation_ends_no_sentence() {
        let text = Text::new("Drs. H. Andi Rasyid hadir. Ia pulang.\nEsoknya ia kembali.");
        let sentences: Vec<u32> = text.words.iter().map(|w| w.sentence).collect();
        assert_eq!(sentences, [0, 0, 0, 0, 0, 1, 1, 2, 2, 2]);
        let ends = |raw: &str| Text::new(raw).words.last().map(|word| word.sentence);
        assert_eq!(ends("Tugas semua hingga RT dan RW. Warga ikut."), Some(1), "no number follows");
        assert_eq!(ends("Warga RW. 03 ikut."), Some(0));
    }
}
