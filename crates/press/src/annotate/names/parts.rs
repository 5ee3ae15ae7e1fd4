//! The words of a name, and what may stand before and behind them.

use std::ops::Range;

use crate::lexicon::{CueForm, TitlePlace, lexicon};
use crate::lists::List;
use crate::text::{Shape, Text, Word};
use crate::within::Within as _;

/// Longest name in words.
pub(crate) const LONGEST: usize = 7;

/// First parts of foreign names that go on with a capital: `DeKarya`, `McKarya`.
const PARTICLES: &[&str] = &["de", "mc", "mac", "di", "la", "le", "van", "del", "da", "du"];

/// `tegas Mari`: a word that elsewhere opens sentences, but here stands behind a cue inside one.
fn spoken_to(text: &Text<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).filter(|before| text.joined(*before)) else { return false };
    let word = text.word(index);
    let cue = text.cue(before).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya);
    cue && text.word(before).is_lower()
        && word.shape == Shape::Capital
        && matches!(
            &*word.lower,
            "mari" | "hari" | "malam" | "pagi" | "siang" | "satu" | "dua" | "tiga" | "mulai" | "tim"
        )
}

/// Whether a word stands behind a comma and goes on with a capital.
fn set_off(text: &Text<'_>, index: usize) -> bool {
    index > 0
        && text.gap_before(index).trim() == ","
        && text.joined(index)
        && text.word(index + 1).shape == Shape::Capital
}

/// `Corporate Secretary KRM, Jan Hardana saat …`: a month behind a comma and before a capital word is a first name.
fn called_as_month(text: &Text<'_>, index: usize) -> bool {
    set_off(text, index) && !text.is(index + 1, List::DATES)
}

/// `AKBP Sari Puji Hartono mengatakan`: a verb of saying that people are called by, inside a name that closes before a
/// small letter. In a headline (`Bupati Puji Langkah Warga`) no name's word follows.
fn bears_verb(text: &Text<'_>, index: usize) -> bool {
    let word = text.word(index);
    let before = index.checked_sub(1).filter(|before| text.joined(*before) && text.word(*before).is_capital());
    let next = text.words.get(index + 1).filter(|_| text.joined(index));
    word.shape == Shape::Capital
        && List::GIVEN.has(word)
        && before.is_some_and(|before| {
            before.checked_sub(1).is_some_and(|lead| {
                text.joined(lead) && (text.word(lead).is_lower() || text.is(lead, List::TITLE_BEFORE))
            })
        })
        && next.is_some_and(|next| {
            next.shape == Shape::Capital && !List::SMALL.or(List::NOT_NAMES).or(List::COMMON).has(next)
        })
        && text.words.get(index + 2).is_none_or(|behind| !(text.joined(index + 1) && behind.is_capital()))
}

/// Whether a word has its capital letter from where it stands: at the head of a sentence or of what is said.
fn opens(text: &Text<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return true };
    text.word(before).sentence != text.word(index).sentence || text.gap_before(index).contains(['"', '“', ':'])
}

/// Whether word `index` may be part of a name.
pub(crate) fn name_word(text: &Text<'_>, index: usize) -> bool {
    let word = text.words.get(index).filter(|word| word.is_capital());
    word.is_some_and(|word| word.is_name_or(|| is_name_word(text, index, word)))
}

/// As [`name_word`], of a word with a capital.
fn is_name_word(text: &Text<'_>, index: usize, word: &Word) -> bool {
    // `Prof Sari Ikrar`, `Lalu Sari Dewi`: inside a sentence these are names.
    let inside = index > 0 && text.joined(index - 1);
    let given = inside
        && match &*word.lower {
            "ikrar" | "syukur" | "lalu" => true,
            // `kata Putri`; but `Ganda Putri`.
            "putri" | "putra" => text.word(index - 1).is_lower(),
            // `Dr Hal Karya`.
            "hal" => text.title(index - 1).is_some(),
            _ => false,
        };
    // `Sari Pratama`, `Budi Putra Karyono`: behind a first name these are names too.
    let ranked = || {
        // `Kombes Pol Pratama Karyono`: and behind a rank, if the name goes on.
        let before = text.lower(index - 1);
        (before == "pol" || crate::annotate::phrases::words().ranks.contains(before))
            && text.joined(index)
            && text.word(index + 1).shape == Shape::Capital
            && !List::NOT_NAMES.or(List::ALSO_GIVEN).has(text.word(index + 1))
    };
    let also = inside
        && List::ALSO_GIVEN.has(word)
        && word.shape == Shape::Capital
        && (text.is(index - 1, List::GIVEN) || ranked());
    // `…, Putri Sari Dewi memberikan`.
    let given = given
        || also
        || bears_verb(text, index)
        || spoken_to(text, index)
        || (matches!(&*word.lower, "putri" | "putra" | "mari") && set_off(text, index));
    // `Kapten PSIS Karya, Hari Sari Dewi`; but `Kamis, Hari Raya`.
    let first = matches!(&*word.lower, "hari" | "timur")
        && set_off(text, index)
        && !List::NOT_NAMES.or(List::DATES).or(List::SMALL).has(text.word(index + 1))
        && !text.is(index - 1, List::DATES);
    let given = given || first;
    let other = text.cue(index).is_some() || List::COMMON.has(word) || (List::SMALL.has(word) && opens(text, index));
    if other && !given {
        return false;
    }
    let print = text.print(index);
    // `Ri` is a name where `RI` is the republic; four letters and more mean the same in either shape.
    let body = !(also || first) && (List::NOT_NAMES.has(word) && (word.lower.len() > 3 || word.shape == Shape::Caps))
        || (List::DATES.has(word) && !first && !called_as_month(text, index));
    let title = word.title() == Some(TitlePlace::Before);
    // `InJourney`, `Banjarmasinpost.co.id`: firms and sites.
    let inner_capital = print.char_indices().zip(print.chars().skip(1)).any(|((at, a), b)| {
        // The printed form: in lower case a letter may have another length.
        let first = || print.within(..at + a.len_utf8()).to_lowercase();
        a.is_lowercase() && b.is_uppercase() && !PARTICLES.contains(&first().as_str())
    });
    let site = print.contains('.')
        && print.rsplit('.').next().is_some_and(|last| last.len() > 1 && last.starts_with(char::is_lowercase));
    // `(Bupati Sukaraya-red)`: an editor's note.
    let note = print.ends_with("-red");
    // `E-commerce`, `Co-founder`
    let foreign = print.split_once('-').is_some_and(|(head, tail)| {
        tail.starts_with(|c: char| c.is_ascii_lowercase())
            && matches!(
                &*head.to_ascii_lowercase(),
                "e" | "co" | "ex" | "re" | "non" | "pre" | "sub" | "anti" | "multi"
            )
    });
    // `Sari Dewi Cs`: with others; `UU No. 7`.
    let others = matches!(&*word.lower, "cs" | "dkk" | "no") && word.shape == Shape::Capital
        // `Pj Sekda`: how an office is held.
        || matches!(&*word.lower, "pj" | "pjs" | "plt" | "plh");
    // `Kloter SUB-71`, `MM93`
    let numbered = print.bytes().any(|byte| byte.is_ascii_digit());
    // `Sp.BS`, `M.Biomed`
    let degree = inside
        && print.contains('.')
        && (word.title() == Some(TitlePlace::Behind) || print.starts_with("Sp.") || print == "M.Biomed");
    !(degree
        || note
        || foreign
        || others
        || numbered
        || body
        || title
        || inner_capital
        || site
        || names_thing(&word.lower))
}

/// Whether word `index` is an abbreviation rather than part of a name: three capitals and more.
pub(crate) fn is_acronym(text: &Text<'_>, index: usize) -> bool {
    text.words.get(index).is_some_and(|word| word.shape == Shape::Caps && word.lower.chars().count() >= 3)
}

/// The run of name words that starts at `start`.
pub(crate) fn run(text: &Text<'_>, start: usize) -> Range<usize> {
    let mut end = start;
    while end < text.words.len() && end - start < LONGEST {
        let word = text.word(end);
        if end > start {
            let gap = text.gap_before(end);
            // `M. Sari`, `Moh. Sari`: only a short word is cut by a full stop.
            let short = text.print(end - 1).chars().count() <= 3
                || is_initials(text.print(end - 1))
                || text.lower(end - 1) == "moch";
            let initial = gap == ". " && short && word.sentence == text.word(end - 1).sentence;
            let same = word.paragraph == text.word(end - 1).paragraph;
            // `Sari 'Dewi' Karyono`: what the bearer is called stands in marks inside the name.
            if same && nickname_inside(text, end) {
                end += 2;
                continue;
            }
            if !same || !(gap.chars().all(char::is_whitespace) || initial || (gap == "." && short)) {
                break;
            }
        }
        let particle = end > start
            && matches!(&*word.lower, "bin" | "binti" | "van" | "der" | "de" | "al" | "el" | "von")
            && text.joined(end)
            && name_word(text, end + 1);
        if !(particle || name_word(text, end) || (end > start && inside(text, end))) {
            break;
        }
        if end == start + 1 && ends_lone(text, end) {
            break;
        }
        // A title behind the name is no part of it.
        if end > start && word.title().is_some_and(|place| place == TitlePlace::Behind) && word.shape == Shape::Caps {
            break;
        }
        // `Sari Dewi Peneliti Ahli Muda`: an office behind a name whose comma is lost.
        let of_names = matches!(
            &*word.lower,
            "raja" | "sultan" | "ratu" | "putra" | "putri" | "imam" | "model" | "bintang" | "anak" | "guru" | "hakim"
        );
        let office = end - start > 1 && !of_names && lexicon().offices.find(text, end).is_some();
        if office && text.joined(end) && text.word(end + 1).is_capital() {
            break;
        }
        // `Sari Dewi P3M mengatakan`: an abbreviation behind a name is a body's.
        let last = || !(text.joined(end) && text.word(end + 1).is_capital());
        if end - start > 1 && is_acronym(text, end) && text.word(end - 1).shape == Shape::Capital && last() {
            break;
        }
        end += 1;
    }
    start..end
}

/// Whether a lone name ends before word `index`: `ujar Sari Sari mengatakan`, where the sentence begins anew without its
/// full stop. `Sari Butar Butar` is a name.
pub(crate) fn ends_lone(text: &Text<'_>, index: usize) -> bool {
    let lower = text.lower(index);
    lower.len() > 2 && index > 0 && text.lower(index - 1) == lower
}

/// `E.P`, `A.A.A`: letters with full stops between them.
fn is_initials(print: &str) -> bool {
    print.contains('.')
        && print.split('.').all(|one| one.len() == 1 && one.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// `Sari 'Dewi' Karyono`: whether a word in marks stands at `index`, with a part of the name on both sides.
fn nickname_inside(text: &Text<'_>, index: usize) -> bool {
    let (open, close) = (text.gap_before(index), text.gap_before(index + 1));
    let pair = matches!(
        (open.trim_start(), close.trim_end()),
        ("'", "'") | ("‘", "’") | ("“", "”") | ("\"", "\"") | ("’", "’")
    );
    pair && open.starts_with(' ')
        && close.ends_with(' ')
        && name_word(text, index)
        && name_word(text, index + 1)
        && text.word(index + 1).sentence == text.word(index - 1).sentence
}

/// Whether a word that begins no name may stand inside one: `Sari H. Dewi`, `Sari Kita Dewi`, `Sari Laksamana`.
pub(crate) fn inside(text: &Text<'_>, index: usize) -> bool {
    let word = text.word(index);
    let joined = text.joined(index) || text.gap_before(index + 1) == ". ";
    let goes_on = joined && name_word(text, index + 1) && text.word(index + 1).paragraph == word.paragraph;
    let initial = word.shape == Shape::Caps && word.lower.chars().count() == 1;
    let common = word.shape == Shape::Capital
        && matches!(&*word.lower, "kita" | "hari" | "dua" | "tiga" | "malam" | "pagi" | "siang" | "timur");
    // A rank behind the name and before a comma or a small letter is a part of it, for ranks stand before names.
    let rank = word.shape == Shape::Capital
        && matches!(
            &*word.lower,
            "laksamana" | "mayor" | "kapten" | "jenderal" | "sultan" | "pangeran" | "raden" | "haji"
        )
        && text.joined(index - 1)
        && !text.words.get(index + 1).is_some_and(|next| next.is_capital() && text.joined(index));
    let title = word.shape == Shape::Capital && word.title() == Some(TitlePlace::Before);
    // `Sari Pratama`: also a word of offices, but not at the end of a name.
    let last = word.shape == Shape::Capital
        && matches!(&*word.lower, "pratama" | "utama" | "muda" | "raharja" | "perdana" | "jaya" | "bina" | "mandiri")
        && text.joined(index - 1)
        && !text.words.get(index + 1).is_some_and(|next| next.is_capital() && text.joined(index));
    // `Sari Putri Dewi`, `Sari Juli Dewi`; but `Ganda Putri Indonesia`.
    let before = text.lower(index - 1);
    let given = word.shape == Shape::Capital
        && matches!(&*word.lower, "putri" | "putra" | "juli" | "januari" | "maret" | "april" | "agustus" | "oktober")
        && !matches!(before, "ganda" | "tunggal" | "timnas" | "tim" | "beregu" | "bulan" | "remaja")
        && text.word(index - 1).is_capital();
    let child = given
        && matches!(&*word.lower, "putri" | "putra")
        && text.joined(index - 1)
        && index > 1
        && !text.words.get(index + 1).is_some_and(|next| next.shape == Shape::Number);
    // `Sari RM`: letters of the bearer's own, though they are a title before a name.
    let letters = word.shape == Shape::Caps
        && word.lower.len() == 2
        && word.title() == Some(TitlePlace::Before)
        && text.joined(index - 1)
        && text.word(index - 1).shape == Shape::Capital
        && !text.words.get(index + 1).is_some_and(|next| next.is_capital() && text.joined(index));
    (goes_on && (initial || common || title || given)) || child || rank || last || letters
}

/// Second words of ranks.
const RANK_PARTS: &[&str] = &[
    "besar",
    "jenderal",
    "satu",
    "dua",
    "polisi",
    "laut",
    "udara",
    "infanteri",
    "gigi",
    "kolonel",
    "marinir",
    "penerbang",
    "komisaris",
    "inspektur",
];

/// Whether a word has the shape of a noun that names a deed or a field: `Pencegahan`, `Ketenagalistrikan`,
/// `Epidemiologi`. No list of fields is ever complete, and names do not look so.
pub(crate) fn names_thing(word: &str) -> bool {
    // `Alfarasi`: names with the Arabic article.
    let long = word.len() >= 8 && !word.starts_with("al");
    let deed = word.ends_with("an") && ["pen", "pem", "per", "pel", "ke"].iter().any(|head| word.starts_with(head));
    let field = ["logi", "asi", "kultura", "ologis", "sional", "grafi", "busi", "tusi", "lusi", "itas", "isme"]
        .iter()
        .any(|tail| word.ends_with(tail))
        // `Karmaya Sekuritas` is a firm.
        && word != "sekuritas";
    // `Kemenpora`, `Diskominfo`: the short names of ministries and of a town's or province's services.
    let service =
        word.len() >= 6 && ["kemen", "disk", "disp", "dish", "disn"].iter().any(|head| word.starts_with(head));
    service
        || (long && (deed || field))
        || (word.len() == 7 && ["lusi", "itas"].iter().any(|tail| word.ends_with(tail)))
}

/// Titles from word `start` on: where they end, and as printed.
pub(crate) fn honorifics(text: &Text<'_>, start: usize) -> (usize, Vec<String>) {
    let mut at = start;
    let mut titles = Vec::new();
    while let Some(word) = text.words.get(at) {
        let gap = text.gap_before(at);
        let close = at == start || gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | '(' | ')' | ','));
        // `Komisaris Besar`, `Letnan Satu Laut`: a rank's second word is one only behind its first.
        // `Kolonel Chk (K) Sari Dewi`: the army says so that an officer is a woman.
        let woman = gap.ends_with('(') && text.print(at) == "K" && text.gap_before(at + 1).starts_with(')');
        let second = !titles.is_empty() && (RANK_PARTS.contains(&&*word.lower) || woman);
        let title = second || word.title().is_some_and(|place| place != TitlePlace::Behind);
        let address = matches!(&*word.lower, "pak" | "bu" | "bapak" | "ibu" | "dr" | "drg" | "drh");
        if !(close && title && (word.is_capital() || address) && titles.len() < 8) {
            break;
        }
        titles.push(text.print(at).to_string());
        at += 1;
    }
    (at, titles)
}

/// Degrees behind a name: `, M.Si`, `, S.H., M.H.`. Where they end, and as printed.
pub(crate) fn degrees(text: &Text<'_>, end: usize) -> (usize, Vec<String>) {
    let mut at = end;
    let mut found = Vec::new();
    while let Some(word) = text.words.get(at) {
        let gap = text.gap_before(at).trim();
        let title = word.title().is_some_and(|place| place != TitlePlace::Before)
            || (gap.ends_with(',') && degree(text.print(at)))
            || letters(text, at);
        if !(title && word.is_capital() && matches!(gap, "," | ".," | "" | ".") && found.len() < 8) {
            break;
        }
        found.push(text.print(at).to_string());
        at += 1;
    }
    (at, found)
}

/// The first word of the degrees that stand before word `end`, behind a name and a comma or a stop; `end` if none do.
pub(crate) fn before_degrees(text: &Text<'_>, end: usize) -> usize {
    let mut end = end;
    while end > 1
        && (text.title(end - 1).is_some_and(|place| place != TitlePlace::Before)
            || degree(text.print(end - 1))
            || letters(text, end - 1))
        && text.gap_before(end - 1).trim_start().starts_with([',', '.'])
    {
        end -= 1;
    }
    end
}

/// `Sari Dewi, RDN, ahli gizi …`: whether letters between commas, which no list has, stand at word `at`.
fn letters(text: &Text<'_>, at: usize) -> bool {
    let lists = List::NOT_NAMES.or(List::KNOWN_BODIES).or(List::OFFICE).or(List::REGION);
    text.words.get(at).is_some_and(|word| {
        word.shape == Shape::Caps
            && (2..=4).contains(&word.lower.len())
            && word.title().is_none()
            && !word.known.is(lists)
            && text.gap_before(at).trim() == ","
            && text.gap_before(at + 1).trim() == ","
    })
}

/// Whether a word has the form of a degree that no list has: `S.Kom.I`, `M.Th`, `SpKO`.
pub(crate) fn degree(print: &str) -> bool {
    let parts: Vec<&str> = print.split('.').collect();
    let dotted = matches!(*parts, ["S" | "M" | "A" | "Sp" | "D", _, ..]);
    let special = print.strip_prefix("Sp").is_some_and(|rest| rest.starts_with(char::is_uppercase) && rest.len() <= 4);
    special || (dotted && parts.iter().all(|part| part.len() <= 5))
}

/// Whether the letters of the abbreviation at word `index` are the initials of the words before it.
fn are_initials(text: &Text<'_>, index: usize) -> bool {
    let letters: Vec<char> = text.lower(index).chars().collect();
    index >= letters.len()
        && letters.iter().enumerate().all(|(place, letter)| {
            let word = index - letters.len() + place;
            text.word(word).is_capital() && text.lower(word).starts_with(*letter)
        })
}

/// Another name right behind a name: `(Zul)`, `(Cak Zul)`, `alias Zul`, `yang akrab disapa Zul`, or its initials: `(SDL)`.
pub(crate) fn alias(text: &Text<'_>, end: usize) -> Option<usize> {
    if text.gap_before(end).trim() == "(" {
        let (at, _) = honorifics(text, end);
        let bracket = text.gap_before(at + 1).trim_start().starts_with(')');
        if bracket && name_word(text, at) && (!is_acronym(text, at) || are_initials(text, at)) {
            return Some(at);
        }
    }
    // `Sari Dewi atau Zul telah …`.
    let (short, _) = honorifics(text, end + 1);
    let or = text.lower(end) == "atau"
        && text.joined(end)
        && name_word(text, short)
        && !is_acronym(text, short)
        && text.words.get(short + 1).is_none_or(|next| next.is_lower() || !text.joined(short));
    if or {
        return Some(short);
    }
    let near =
        (end..end + 5).find(|index| matches!(text.lower(*index), "alias" | "disapa" | "dipanggil" | "panggilan"))?;
    let (at, _) = honorifics(text, near + 1);
    let same = text.words.get(at).is_some_and(|word| word.sentence == text.word(end).sentence);
    (same && name_word(text, at)).then_some(at)
}
