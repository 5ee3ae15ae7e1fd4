//! What a visitor typed, as a tree.
//!
//! Parsing never fails: whatever is typed means something, if only its words. Parts stand side by side and all must be
//! found.
//!
//! - `"…"` holds words that must follow one another, in just these forms;
//! - `-` before a part leaves out articles with it;
//! - `atau` between two parts asks for one of them (but `dan atau` is two words like others); those that hold it as a
//!   word too come first ([`as_words`]);
//! - `*` behind a word asks for all words that begin with it;
//! - `tokoh:`, `lembaga:`, `topik:`, `peraturan:`, `tempat:`, `jenis:` and `sumber:` ask for a value of that filter, by words of its
//!   name; `sejak:` and `sampai:` for a day, a month or a year; `kutipan:` for words inside a statement.
//!
//! A piece that the tokeniser cuts into several words (`anak-anak`, `kota/kabupaten`) is a phrase of them, and so is a
//! field whose value makes no sense (`sejak:kapan`). The word at the very end is still being typed.

use crate::model::Date;
use crate::query::FacetKind;
use crate::words;

/// Longer questions are cut here (bytes), and more parts than this are not looked at: a question takes bounded time.
const LONGEST: usize = 1000;
const MOST_PARTS: usize = 16;
/// Between two parts of which one will do.
const OR: &str = "atau";
/// Behind it [`OR`] is a word: "dan atau", and/or, is said of two things that both may be.
const AND: &str = "dan";

/// One part of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// Of what articles must hold one, or must hold none; never empty.
    pub(super) any: Vec<Expression>,
    /// Whether articles with it are left out.
    pub(super) exclude: bool,
    /// Whether its last word is still being typed.
    pub(super) typing: bool,
    /// As typed, without the leading `-`.
    pub(super) typed: String,
}

/// What an article can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// Words that follow one another, by their forms; one or more.
    Words {
        forms: Vec<String>,
        /// Whether they stand in quotation marks, so that no other spelling will do.
        exact: bool,
        /// Whether they must stand in a statement.
        said: bool,
    },
    /// A word that begins like this.
    Begins { start: String, said: bool },
    /// A value of a facet, by words of its name.
    Is(FacetKind, Vec<String>),
    /// A day, or a later one.
    Since(Date),
    /// A day, or an earlier one.
    Until(Date),
}

impl Expression {
    /// Whether it only tells articles apart and stands nowhere in their text.
    pub(super) fn is_filter(&self) -> bool {
        matches!(self, Self::Is(..) | Self::Since(_) | Self::Until(_))
    }
}

/// What was typed, and what of it was too much to look at.
#[derive(Debug, Clone, Default)]
pub(super) struct Question {
    /// The parts of the question, each once.
    pub(super) clauses: Vec<Clause>,
    /// Pieces beyond the bounds, as typed.
    pub(super) unread: Vec<String>,
    /// Whether [`OR`] was read as a choice.
    pub(super) chooses: bool,
}

/// What a word before a colon asks for.
#[derive(Debug, Clone, Copy)]
enum Field {
    Of(FacetKind),
    Since,
    Until,
    Said,
}

const FIELDS: [(&str, Field); 10] = [
    ("tokoh", Field::Of(FacetKind::Person)),
    ("lembaga", Field::Of(FacetKind::Organisation)),
    ("topik", Field::Of(FacetKind::Topic)),
    ("peraturan", Field::Of(FacetKind::Regulation)),
    ("tempat", Field::Of(FacetKind::Place)),
    ("jenis", Field::Of(FacetKind::Event)),
    ("sumber", Field::Of(FacetKind::Source)),
    ("sejak", Field::Since),
    ("sampai", Field::Until),
    ("kutipan", Field::Said),
];

/// A stretch of what was typed, up to the next white space outside quotation marks.
struct Piece<'t> {
    minus: bool,
    field: Option<Field>,
    /// Without sign, field and marks.
    inside: &'t str,
    /// With its field, but without sign and marks: its words where the field makes no sense.
    all: &'t str,
    quoted: bool,
    /// Whether something follows that ends its last word.
    ended: bool,
    /// As typed, without the sign.
    typed: &'t str,
}

/// Reads what was typed.
pub(super) fn parse(text: &str) -> Question {
    read(text, false)
}

/// The same with each [`OR`] in small letters as a word: who remembers a sentence types what stands in it.
pub(super) fn as_words(text: &str) -> Question {
    read(text, true)
}

fn read(text: &str, as_words: bool) -> Question {
    let (mut rest, beyond) = text.split_at_checked(text.floor_char_boundary(LONGEST)).unwrap_or((text, ""));
    let mut question = Question::default();
    // Set by `atau`, until the part behind it comes.
    let mut joining = false;
    let mut parts = 0;
    let mut before = "";
    while let Some((piece, behind)) = piece(rest) {
        rest = behind;
        let behind_and = std::mem::replace(&mut before, piece.typed).eq_ignore_ascii_case(AND);
        let alone = !(piece.minus || piece.quoted || piece.field.is_some() || as_words && piece.typed == OR);
        let joins = alone && piece.typed.eq_ignore_ascii_case(OR) && !joining && !behind_and;
        if joins && question.clauses.last().is_some_and(|clause| !clause.exclude) {
            (joining, question.chooses) = (true, true);
            continue;
        }
        let Some(what) = piece.read() else { continue };
        let typing = !piece.minus && !piece.ended && beyond.is_empty() && piece.all.ends_with(char::is_alphanumeric);
        if parts == MOST_PARTS {
            question.unread.push(piece.typed.to_owned());
            continue;
        }
        parts += 1;
        let clauses = &mut question.clauses;
        match clauses.last_mut().filter(|_| std::mem::take(&mut joining) && !piece.minus) {
            Some(clause) => {
                clause.typed.extend([" ", OR, " ", piece.typed]);
                clause.any.push(what);
                clause.typing = typing;
            }
            None => {
                let any = vec![what];
                match clauses.iter_mut().find(|clause| clause.any == any && clause.exclude == piece.minus) {
                    Some(known) => known.typing |= typing,
                    None => clauses.push(Clause { any, exclude: piece.minus, typing, typed: piece.typed.to_owned() }),
                }
            }
        }
    }
    question.unread.extend(beyond.split_whitespace().map(str::to_owned));
    question
}

/// The next piece, and what follows it.
fn piece(text: &str) -> Option<(Piece<'_>, &str)> {
    let rest = text.trim_start();
    let sign = rest.strip_prefix(['-', '−', '–']).filter(|after| after.starts_with(|c: char| !c.is_whitespace()));
    let from = sign.unwrap_or(rest);
    let fielded = FIELDS.into_iter().find_map(|(name, field)| {
        let named = from.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name));
        let value = from.get(name.len()..).filter(|_| named)?.strip_prefix(':')?;
        value.starts_with(|c: char| !c.is_whitespace()).then_some((field, value))
    });
    let value = fielded.map_or(from, |(_, value)| value);
    let first = value.chars().next()?;
    let quoted = is_mark(first);
    let skip = if quoted { first.len_utf8() } else { 0 };
    let inside = value.get(skip..)?.split(|c: char| is_mark(c) || (!quoted && c.is_whitespace())).next()?;
    let end = from.len() - value.len() + skip + inside.len();
    let (before, behind) = from.split_at_checked(end)?;
    let closing = behind.chars().next();
    let (typed, behind) = from.split_at_checked(end + closing.filter(|_| quoted).map_or(0, char::len_utf8))?;
    let piece = Piece {
        minus: sign.is_some(),
        field: fielded.map(|(field, _)| field),
        inside,
        all: if quoted { inside } else { before },
        quoted,
        ended: closing.is_some(),
        typed,
    };
    Some((piece, behind))
}

impl Piece<'_> {
    /// What it asks for, if it says anything.
    fn read(&self) -> Option<Expression> {
        let said = matches!(self.field, Some(Field::Said));
        let read = match self.field {
            Some(Field::Of(facet)) => forms(self.inside).map(|forms| Expression::Is(facet, forms)),
            Some(Field::Since) => days(self.inside).map(|(first, _)| Expression::Since(first)),
            Some(Field::Until) => days(self.inside).map(|(_, last)| Expression::Until(last)),
            Some(Field::Said) | None => self.words(self.inside, said),
        };
        read.or_else(|| self.words(self.all, false))
    }

    fn words(&self, text: &str, said: bool) -> Option<Expression> {
        let mut forms = forms(text)?;
        if !self.quoted && forms.len() == 1 && text.ends_with('*') {
            return Some(Expression::Begins { start: forms.remove(0), said });
        }
        Some(Expression::Words { forms, exact: self.quoted, said })
    }
}

/// The forms of a text that has words.
fn forms(text: &str) -> Option<Vec<String>> {
    Some(words::forms(text).collect()).filter(|forms: &Vec<String>| !forms.is_empty())
}

/// First and last day of a year, a month or a day: `2025`, `2025-03`, `2025-03-09`.
fn days(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let mut part = || parts.next().map(|part| part.parse::<i8>().ok());
    let (month, day) = (part(), part());
    let first = Date::new(year, month.unwrap_or(Some(1))?, day.unwrap_or(Some(1))?).ok()?;
    let last = match (month, day) {
        (None, _) => first.last_of_year(),
        (_, None) => first.last_of_month(),
        _ => first,
    };
    parts.next().is_none().then_some((first, last))
}

/// A quotation mark, of whatever kind a keyboard or a text offers.
fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::{Clause, Expression, LONGEST, MOST_PARTS, as_words, parse};

    /// Each clause, in the language of questions again: phrases in brackets, `…` where the last word is being typed.
    fn read(text: &str) -> Vec<String> {
        parse(text).clauses.iter().map(show).collect()
    }

    fn show(clause: &Clause) -> String {
        let sign = if clause.exclude { "-" } else { "" };
        let more = if clause.typing { "…" } else { "" };
        let any: Vec<String> = clause.any.iter().map(one).collect();
        format!("{sign}{}{more}", any.join(" | "))
    }

    fn one(what: &Expression) -> String {
        let within = |said: &bool| if *said { "said:" } else { "" };
        match what {
            Expression::Words { forms, exact, said } => {
                let mark = if *exact { "=" } else { "" };
                let words = forms.join(" ");
                let words = if forms.len() > 1 { format!("({words})") } else { words };
                format!("{}{mark}{words}", within(said))
            }
            Expression::Begins { start, said } => format!("{}{start}*", within(said)),
            Expression::Is(facet, forms) => format!("{facet:?}:{}", forms.join(" ")),
            Expression::Since(day) => format!("since {day}"),
            Expression::Until(day) => format!("until {day}"),
        }
    }

    #[test]
    fn words_phrases_and_exclusions() {
        let clauses = read("Wali \"jual beli Jabatan\" -korupsi -\"apel pagi\" ");
        assert_eq!(clauses, ["wali", "=(jual beli jabatan)", "-korupsi", "-=(apel pagi)"]);
    }

    #[test]
    fn a_piece_of_several_words_is_a_phrase() {
        assert_eq!(read("anak-anak, "), ["(anak anak)"]);
        assert_eq!(read("Jum'at "), ["jumat"]);
    }

    #[test]
    fn one_of_several_parts_will_do() {
        assert_eq!(
            read("harga pasar atau toko ATAU \"pusat belanja\" naik "),
            ["harga", "pasar | toko | =(pusat belanja)", "naik"]
        );
        assert_eq!(read("atau pasar "), ["atau", "pasar"], "nothing stands before it");
        assert_eq!(read("pasar atau "), ["pasar"], "the part behind it is not typed yet");
        assert_eq!(read("pasar atau atau "), ["pasar | atau"]);
        assert_eq!(read("-pasar atau toko "), ["-pasar", "atau", "toko"]);
        assert_eq!(read("denda dan Atau kurungan "), ["denda", "dan", "atau", "kurungan"], "and/or chooses nothing");
        assert_eq!(read("dan pasar atau toko "), ["dan", "pasar | toko"]);
    }

    #[test]
    fn a_choice_in_small_letters_may_be_words() {
        let words = |text: &str| as_words(text).clauses.iter().map(show).collect::<Vec<_>>();
        assert_eq!(words("harga pasar atau toko "), ["harga", "pasar", "atau", "toko"]);
        assert_eq!(words("harga pasar atau"), ["harga", "pasar", "atau…"], "behind it may come nothing");
        assert_eq!(words("pasar ATAU toko "), ["pasar | toko"], "nobody types a word of a sentence so");
        let chooses = |text: &str| parse(text).chooses;
        assert!(chooses("pasar atau toko ") && chooses("pasar atau") && !chooses("atau pasar dan atau toko "));
    }

    #[test]
    fn a_star_asks_for_all_words_that_begin_so() {
        assert_eq!(read("pendidik* kota"), ["pendidik*", "kota…"]);
        assert_eq!(read("kutipan:jabat* "), ["said:jabat*"]);
        assert_eq!(read("* "), [""; 0]);
        assert_eq!(read("\"jabat*\""), ["=jabat"]);
    }

    #[test]
    fn fields_ask_for_values_days_and_statements() {
        assert_eq!(
            read("tokoh:bambang -Lembaga:\"DPRD Kota\" jenis:rapat "),
            ["Person:bambang", "-Organisation:dprd kota", "Event:rapat"]
        );
        assert_eq!(
            read("sejak:2025 sampai:2025-02 sampai:2025-03-09 "),
            ["since 2025-01-01", "until 2025-02-28", "until 2025-03-09"]
        );
        assert_eq!(read("kutipan:\"jual beli\" kutipan:jabatan "), ["said:=(jual beli)", "said:jabatan"]);
        assert_eq!(read("tokoh:bam"), ["Person:bam…"]);
    }

    #[test]
    fn a_field_that_makes_no_sense_is_words() {
        assert_eq!(read("sejak:kapan "), ["(sejak kapan)"]);
        assert_eq!(read("sejak:2025-02-30 sejak:2025-1-2-3 ").len(), 2);
        assert_eq!(read("tokoh: bambang "), ["tokoh", "bambang"]);
        assert_eq!(read("warna:merah "), ["(warna merah)"]);
        assert_eq!(read("tokoh:!? "), ["tokoh"]);
    }

    #[test]
    fn the_last_word_is_being_typed_until_something_follows_it() {
        assert_eq!(read("kota met"), ["kota", "met…"]);
        assert_eq!(read("kota met "), ["kota", "met"]);
        assert_eq!(read("“kota met"), ["=(kota met)…"]);
        assert_eq!(read("“kota met”"), ["=(kota met)"]);
        assert_eq!(read("kota -met"), ["kota", "-met"]);
    }

    #[test]
    fn what_says_nothing_is_nothing() {
        for text in ["", "  ", "-", "\"\"", "\"", "- - -", "!?", "\" \" \"", "-\"", "*"] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_word_counts_once() {
        assert_eq!(read("kota Kota kota "), ["kota"]);
        assert_eq!(read("kota -kota ").len(), 2);
    }

    #[test]
    fn a_question_is_bounded_and_says_what_it_left_out() {
        let long: String = (0..100_000).map(|i| format!("{i} ")).collect();
        let question = parse(&long);
        assert_eq!(question.clauses.len(), MOST_PARTS);
        assert_eq!(question.unread.last().map(String::as_str), Some("99999"));
        let joined = parse(&"a1 atau ".repeat(100));
        assert!(joined.clauses.iter().map(|clause| clause.any.len()).sum::<usize>() <= MOST_PARTS);
        assert!(parse(&"é".repeat(LONGEST)).clauses.len() == 1);
    }
}
