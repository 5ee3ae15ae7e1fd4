//! The name before an office: `Sari Dewi, Camat Metro Pusat, mengatakan …`, `Sari Dewi menjadi Sekretaris Daerah`.
//!
//! WHY a module of its own: a name at the head of a sentence has nothing before it that shows a person; the office
//! behind it does. What stands there may as well be a place, a feast or the end of a list, so each is ruled out first.

use std::ops::Range;

use crate::annotate::names::parts::{LONGEST, before_degrees, inside, is_acronym, name_word};
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::roles::{self, RoleMention};
use crate::lexicon::{CueForm, TitlePlace, lexicon};
use crate::lists::List;
use crate::text::{Shape, Text};
use crate::within::Within as _;

/// Words that join a name with the office that it holds, held or takes up.
const JOINS: &[&str] = &[
    "menjadi",
    "menjabat",
    "sebagai",
    "selaku",
    "kini",
    "resmi",
    "semula",
    "tadinya",
    "sebelumnya",
    "dilantik",
    "diangkat",
    "ditunjuk",
    "merupakan",
    "adalah",
    "juga",
    "yang",
    "seorang",
    "salah",
    "satu",
    "mulai",
    "bertugas",
    "terpilih",
    "ditetapkan",
    "dikukuhkan",
    "sendiri",
];
/// Words after which a name may stand that is no subject.
const LEADS: &[&str] = &["oleh", "bersama", "kepada", "termasuk", "yakni", "yaitu", "adalah", "dengan", "ada"];
/// Verbs that put somebody into an office.
const APPOINTS: &[&str] =
    &["mengangkat", "menunjuk", "melantik", "menetapkan", "mengukuhkan", "menempatkan", "menugaskan", "memilih"];
/// How many words may join a name with its office.
const MOST_JOINS: usize = 4;
/// Longest apposition in words.
const LONGEST_APPOSITION: usize = 12;

/// The name that an office at word `start` may belong to, standing before a comma or words that join the two.
pub(crate) fn name_before(text: &Text<'_>, start: usize) -> Option<Range<usize>> {
    let word = text.words.get(start)?;
    roles::head(text, start).map(|_| ()).or_else(|| {
        matches!(text.lower(start), "penjabat" | "pj" | "pjs" | "plt" | "plh" | "pelaksana").then_some(())
    })?;
    let mut end = start;
    // `Sari Dewi Sebagai Koordinator`: a small word with a capital letter by mistake.
    let small = |at: usize| text.word(at).is_lower() || text.lower(at) == "sebagai";
    while end > 0 && start - end < MOST_JOINS && JOINS.contains(&text.lower(end - 1)) && small(end - 1) {
        end -= 1;
    }
    let joined = end < start;
    let mut gap = text.gap_before(end).trim();
    // `Sari (48), pemilik warung`: an age.
    if end > 1 && text.word(end - 1).shape == Shape::Number && text.gap_before(end - 1).trim() == "(" && gap == ")," {
        end -= 1;
        gap = ",";
    }
    // `Sari Dewi (SDW), Ketua …`: initials.
    if end > 1 && text.word(end - 1).shape == Shape::Caps && text.gap_before(end - 1).trim() == "(" && gap == ")," {
        end -= 1;
        gap = ",";
    }
    // `Sari Dewi (SDW) selaku Ketua …`
    if joined
        && end > 1
        && text.word(end - 1).shape == Shape::Caps
        && text.gap_before(end - 1).trim() == "("
        && gap == ")"
    {
        end -= 1;
        gap = "";
    }
    // `Sari, S.H., Camat …`: degrees.
    end = before_degrees(text, end);
    let elided = !joined && gap.is_empty() && elided(text, start);
    // `Sari Dewi (Direktur Utama Bank Sukaraya), Budi Karyono (Anggota DPRD)`
    let bracket = !joined && gap == "(";
    if !(bracket || gap == "," || gap == ".," || (joined && gap.is_empty()) || elided) {
        return None;
    }
    let mut first = end;
    while first > 0
        && end - first < LONGEST
        && (name_word(text, first - 1) || (first > 1 && name_word(text, first - 2) && inside(text, first - 1)))
        && !is_acronym(text, first - 1)
        && text.word(first - 1).sentence == word.sentence
        && (first == end || text.joined(first - 1) || text.gap_before(first) == ". ")
    {
        first -= 1;
    }
    let alone = end - first == 1;
    // `dari Sari selaku pengusaha`
    let acts = alone
        && first > 0
        && (text.lower(end) == "selaku"
            && matches!(text.lower(first - 1), "dari" | "kepada" | "oleh" | "bersama" | "dengan")
            // `mengangkat Sari sebagai Deputi …`
            || text.lower(end) == "sebagai" && APPOINTS.contains(&text.lower(first - 1))
            // `Sari sendiri menjabat sebagai …`
            || text.lower(end) == "sendiri" && text.lower(end + 1) == "menjabat"
            // `Lalu Sari sebagai Camat Sukamaju. Kemudian Budi sebagai …`
            || text.lower(end) == "sebagai" && enumerates(text, first, start))
        && (text.joined(first - 1) || text.lower(end) == "sendiri")
        && !text.word(first).known.is(List::KNOWN_BODIES);
    if first == end
        || (alone
            && ((joined && gap != "," && !acts) || text.lower(first).ends_with("nya") || text.lower(first).len() < 4))
        || (first..end).any(|index| lexicon().regions.find(text, index).is_some())
    {
        return None;
    }
    let before = text.lower(first.saturating_sub(1));
    let listed =
        matches!(before, "dan" | "termasuk" | "serta" | "oleh") || matches!(text.gap_before(first).trim(), "," | "),");
    // `Sari Dewi selaku Direktur, Budi Karyono selaku Komisaris, dan …`, `menunjuk Sari Dewi sebagai ketua`
    let acting = acts || joined && end - first > 1 && matches!(text.lower(end), "selaku" | "sebagai");
    (if elided || bracket { listed } else { acting || stands_free(text, &(first..end)) }).then_some(first..end)
}

/// Whether a sentence goes on with a list of who is what: `Lalu Sari sebagai Camat Sukamaju`.
fn enumerates(text: &Text<'_>, name: usize, office: usize) -> bool {
    let before = name - 1;
    // `antara lain Sari sebagai Camat Sukamaju dan Budi sebagai …`
    let earlier = || {
        (text.sentence_start(before).max(before.saturating_sub(2 * LONGEST_APPOSITION))..before)
            .any(|at| text.lower(at) == "sebagai")
    };
    let listed = text.joined(before)
        && (matches!(text.lower(before), "lain" | "yakni" | "yaitu") || text.lower(before) == "dan" && earlier());
    let leads =
        matches!(text.lower(before), "lalu" | "kemudian" | "selanjutnya" | "berikutnya" | "terakhir" | "serta" | "dan")
            && (text.sentence_start(before) == before || text.gap_before(before).trim() == ",");
    (leads || listed) && text.word(office).is_capital() && !text.word(name).known.is(List::NOT_NAMES.or(List::SMALL))
}

/// `Sari menjadi camat, Budi Sekretaris Camat, dan Tono Lurah Sukamaju`: the verb of the first office counts for the
/// others too.
fn elided(text: &Text<'_>, start: usize) -> bool {
    let first = text.sentence_start(start).max(start.saturating_sub(2 * LONGEST_APPOSITION));
    text.word(start).is_capital()
        && (first..start).any(|at| matches!(text.lower(at), "menjadi" | "menjabat") && text.word(at).is_lower())
}

/// The one name of a sentence that says further on in what office its subject acts: `Sari Dewi berpidato selaku Wali
/// Kota`, `Sari Dewi, semula camat, menjadi Sekretaris Daerah`. Which of the names found so far it is.
pub(crate) fn subject(text: &Text<'_>, found: &[Candidate], start: usize) -> Option<usize> {
    let lead = text.lower(start.checked_sub(1)?);
    if !matches!(lead, "selaku" | "menjadi" | "kini") || !text.joined(start - 1) {
        return None;
    }
    let sentence = text.word(start).sentence;
    let own = |other: &Candidate| text.word(other.words.start).sentence == sentence;
    let first = found.iter().rposition(own)?;
    let last = found.get(first)?;
    let alone = !found.within(..first).iter().rev().take(4).any(|other| own(other) && other.words != last.words);
    (alone && start.saturating_sub(last.words.end) < 16).then_some(first)
}

/// `Sari adalah Ketua PMI`: the person of a fuller name found so far whom a lone name and a copula before an office call.
pub(crate) fn copula(text: &Text<'_>, found: &[Candidate], start: usize) -> Option<usize> {
    let name = start.checked_sub(2).filter(|_| matches!(text.lower(start - 1), "adalah" | "merupakan"))?;
    // `Menurut Budi, Sari merupakan Ketua PMI`
    let heads = text.sentence_start(name) == name || text.gap_before(name).trim() == ",";
    let alone = text.joined(name) && text.joined(start - 1) && heads;
    if !alone || !name_word(text, name) {
        return None;
    }
    found
        .iter()
        .rposition(|other| other.words.len() > 1 && other.words.clone().any(|at| text.lower(at) == text.lower(name)))
}

/// Whether what stands before a name lets it be one: the head of a sentence, or a word that leads to a person.
fn stands_free(text: &Text<'_>, name: &Range<usize>) -> bool {
    let title = |index: usize| text.title(index).is_some_and(|place| place != TitlePlace::Behind);
    let mut first = name.start;
    while first > 0 && title(first - 1) && text.word(first - 1).sentence == text.word(first).sentence {
        first -= 1;
    }
    let Some(before) = first.checked_sub(1) else { return true };
    if text.word(before).sentence != text.word(first).sentence {
        return true;
    }
    let lower = text.lower(before);
    if !text.joined(before) {
        // `Sebelum rapat itu, Sari Dewi, ekonom Bank Karya, …`: a clause that leads in ends in no name.
        return name.len() > 1 && text.word(before).is_lower() && text.gap_before(first).trim() == ",";
    }
    // `Sedangkan Sari Dewi, analis …`, `Menurut Sari Dewi, analis …`
    if text.sentence_start(before) == before
        && name.len() > 1
        && (lower == "menurut" || text.is(before, List::COMMON))
        && !crate::annotate::phrases::words().owned.contains(lower)
    {
        return true;
    }
    text.word(before).is_lower()
        && (text.cue(before).is_some()
            || LEADS.contains(&lower)
            || (lower.starts_with("di") && lower.len() >= 6 && !lower.ends_with("nya"))
            // `mencopot Sari, Kepala …`
            || (lower.starts_with("men") && lower.len() >= 7 && !lower.ends_with("nya"))
            || (lower.ends_with("nya") && lower.len() >= 8))
}

/// Parties by the short names that newspapers put in brackets behind a member's name.
///
/// Source: the parties admitted to the general election of 2024 (decree 518 of 2022 of the election commission).
const PARTIES: &[&str] = &[
    "pkb", "gerindra", "pdip", "golkar", "nasdem", "pks", "hanura", "pan", "pbb", "demokrat", "psi", "perindo", "ppp",
];

/// The name at word `start` with a party or an age in brackets behind it: `Sari Dewi (PKS)`, `Sari Dewi (43)`.
pub(crate) fn in_brackets(text: &Text<'_>, start: usize) -> Option<Range<usize>> {
    let before = start.checked_sub(1).filter(|before| text.joined(*before));
    if before.is_some_and(|before| text.word(before).is_capital() || matches!(text.lower(before), "di" | "ke" | "se")) {
        return None;
    }
    let words = crate::annotate::names::parts::run(text, start);
    let open = !words.is_empty() && text.gap_before(words.end).trim() == "(";
    let bracket = open && (of_party(text, &words) || of_age(text, &words));
    (bracket && lexicon().regions.find(text, start).is_none()).then_some(words)
}

/// Whether a bracket behind a name holds a party.
fn of_party(text: &Text<'_>, words: &Range<usize>) -> bool {
    PARTIES.contains(&text.lower(words.end))
        && text.gap_before(words.end + 1).trim_start().starts_with(')')
        && !words.clone().any(|index| is_acronym(text, index))
        && roles::head(text, words.start).is_none()
}

/// Whether a bracket behind a name holds an age.
fn of_age(text: &Text<'_>, words: &Range<usize>) -> bool {
    let end = words.end;
    let years = matches!(text.lower(end + 1), "tahun" | "thn" | "th") && text.gap_before(end + 2).starts_with(')');
    let number = text.words.get(end).is_some_and(|word| word.end - word.start == 2)
        && text.print(end).bytes().all(|byte| byte.is_ascii_digit());
    number
        && (text.gap_before(end + 1).starts_with(')') || years)
        && !(words.len() == 1 && text.word(words.start).shape == Shape::Caps && text.lower(words.start).len() <= 3)
        && lexicon().offices.find(text, words.start).is_none()
}

/// An office in small letters that counts only because it stands behind a name, which may be known.
pub(crate) fn lower_office(text: &Text<'_>, start: usize, name: Option<&Range<usize>>) -> Option<RoleMention> {
    let (words, office) = roles::head(text, start).filter(|_| text.word(start).is_lower())?;
    let aged = start > 1 && text.word(start - 1).shape == Shape::Number && text.gap_before(start).trim() == "),";
    let mut end = crate::annotate::offices::small::end(text, start + words);
    // `ekonom Eropa di Karya Economics`
    let area = lexicon().regions.find(text, end).filter(|_| text.word(end).is_capital() && text.joined(end - 1));
    if let Some((area, _)) = area.filter(|(area, _)| matches!(text.lower(end + area), "di" | "dari")) {
        end += area;
    }
    let one = start > 2 && text.lower(start - 2) == "salah" && matches!(text.lower(start - 1), "satu" | "seorang");
    // `ujar Sari Dewi, seorang analis dari Karyapoint.`
    let someone = start > 1 && text.lower(start - 1) == "seorang" && text.joined(start - 1) && told(text, start - 1);
    let body = body_end(text, end, TRADES.contains(&office.normal.as_str()));
    // `Sari Dewi, kepala ekonom di Bank Karya memperkirakan`: the body ends the apposition.
    let placed = body.is_some_and(|body| name.is_some_and(|name| name.len() > 1) && goes_on(text, body));
    // `Sari Dewi adalah dosen Universitas Karya.`: a body or a place behind the office shows that it is held.
    let copula = start > 0
        && matches!(text.lower(start - 1), "adalah" | "merupakan")
        && name.is_some_and(|name| name.len() > 1 && text.sentence_start(name.start) == name.start)
        && text.joined(end - 1)
        && (body.is_some() || text.words.get(end).is_some_and(|next| next.is_capital()));
    let held = aged
        || copula
        || one
        || someone
        || placed
        || told(text, start)
        || closes(text, start + words)
        || closes(text, end)
        || acts(text, start, end)
        || name.is_some_and(|name| in_charge(text, name, start, &office.normal));
    let mut role = held.then(|| roles::bare(text, start, words)).flatten()?;
    if end > start + words {
        role.office = format!("{} {}", role.office, text.slice(start + words..end));
        role.words.end = end;
        role.as_printed = text.slice(role.words.clone()).to_string();
    }
    if let Some(last) = body {
        role.organisation = Some(text.slice(role.words.end + 1..last).to_string());
        role.words.end = last;
        role.as_printed = text.slice(role.words.clone()).to_string();
    }
    Some(role)
}

/// Whether a sentence goes on behind an apposition that ends before word `end`, and the apposition does not.
fn goes_on(text: &Text<'_>, end: usize) -> bool {
    // `profesor di Karma University, Seoul, menyebut`: where the body is.
    let place = text.gap_before(end).trim() == ","
        && text.words.get(end).is_some_and(crate::text::Word::is_capital)
        && text.gap_before(end + 1).trim() == ",";
    let end = end + usize::from(place);
    // `di Karya Schools Foundation (KSF) juga menegaskan`
    let short = text.gap_before(end).trim() == "(" && text.gap_before(end + 1).trim() == ")";
    let end = end + usize::from(short);
    text.words.get(end).is_some_and(|next| {
        next.sentence == text.word(end - 1).sentence
            && next.is_lower()
            && (short || matches!(text.gap_before(end).trim(), "" | ","))
            && !matches!(&*next.lower, "dan" | "atau" | "serta" | "hingga" | "dari" | "di")
    })
}

/// Trades that are plied at a place: what `di` leads to is no body.
const TRADES: &[&str] = &[
    "Pedagang",
    "Petani",
    "Nelayan",
    "Warga",
    "Sopir",
    "Perajin",
    "Kurir",
    "Satpam",
    "Penambal Ban",
    "Pemilik",
    "Saksi",
    "Terdakwa",
    "Terpidana",
    "Pengusaha",
    "Relawan",
    "Barista",
    "Juru Masak",
    "Juru Kunci",
];
/// Most words of a body behind `dari`.
const BODY: usize = 8;

/// Where the body ends that `dari` or `di` at word `at` leads to, the latter behind a trade only where it is a house of
/// learning or healing: `dosen dari Universitas Karya`, but `pedagang di Pasar Karya`.
fn body_end(text: &Text<'_>, at: usize, trade: bool) -> Option<usize> {
    let first = text.lower(at + 1);
    let house = ["universit", "institut", "fakultas", "rs", "rumah", "sekolah", "politeknik", "klinik"];
    let area = || lexicon().regions.find(text, at + 1).is_some();
    let leads = match text.lower(at) {
        "dari" => true,
        "di" => house.iter().any(|head| first.starts_with(head)) || !(trade || area()),
        _ => false,
    };
    if !leads || at == 0 || !text.joined(at - 1) || !text.joined(at) || !text.word(at + 1).is_capital() {
        return None;
    }
    let within = |index: &usize| {
        (*index == at + 1 || text.joined(index - 1))
            && (text.word(*index).is_capital() || matches!(text.lower(*index), "of" | "and" | "the" | "for" | "dan"))
    };
    let reach = at + 1..(at + BODY).min(text.words.len());
    let last = reach.take_while(within).filter(|index| text.word(*index).is_capital()).last()?;
    Some(last + 1)
}

/// `kata Sari Dewi, juru bicara warga`: whether the name and comma before word `start` stand behind a cue.
pub(crate) fn told(text: &Text<'_>, start: usize) -> bool {
    if start < 2 || text.gap_before(start).trim() != "," {
        return false;
    }
    let start = before_degrees(text, start);
    let mut first = start;
    while first > 0
        && start - first < LONGEST
        && text.word(first - 1).is_capital()
        && (first == start
            || text.joined(first - 1)
            || text.gap_before(first) == ". " && text.is(first - 1, List::TITLE_BEFORE))
    {
        first -= 1;
    }
    first < start
        && first > 0
        && text.joined(first - 1)
        && lexicon().cue(text.lower(first - 1)).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya)
}

/// Offices of state and of boards that somebody is named in by `sebagai` alone.
const IN_CHARGE: &[&str] = &[
    "Presiden",
    "Wakil Presiden",
    "Menteri",
    "Wakil Menteri",
    "Gubernur",
    "Wakil Gubernur",
    "Bupati",
    "Wakil Bupati",
    "Wali Kota",
    "Wakil Wali Kota",
    "Direktur",
    "Komisaris",
    "Ketua Umum",
    "Sekretaris Jenderal",
    "Rektor",
];

/// `usulan pemakzulan Sari Dewi sebagai wakil gubernur masih dibahas`: whether a name in full is said to hold a high
/// office, and nobody puts it forward for one.
fn in_charge(text: &Text<'_>, name: &Range<usize>, start: usize, office: &str) -> bool {
    let before = name.start.checked_sub(1).map_or("", |at| text.lower(at));
    let sought =
        ["calon", "usul", "usung", "jagokan", "ajukan", "dukung", "pilih"].iter().any(|root| before.contains(root));
    name.len() > 1
        && name.end + 1 == start
        && matches!(text.lower(name.end), "sebagai" | "selaku")
        && IN_CHARGE.iter().any(|head| office.starts_with(head))
        && !(sought || matches!(before, "dan" | "serta"))
        && !matches!(text.lower(start + 1), "calon" | "baru")
}

/// Whether a name acts in the office in small letters at word `start`, which ends there: `Sari Dewi sebagai pembawa
/// acara.`
fn acts(text: &Text<'_>, start: usize, end: usize) -> bool {
    let lead = start.checked_sub(1).map_or("", |before| text.lower(before));
    let ends = text.words.get(end).is_none_or(|next| next.sentence != text.word(start).sentence)
        || !text.gap_before(end).trim().is_empty();
    let ends = ends || matches!(text.lower(end), "hingga" | "sampai" | "untuk" | "dalam" | "pada" | "di");
    // `Sari Dewi selaku ketua umum komite olahraga …`
    let named = lead == "selaku" && start > 2 && name_word(text, start - 2) && name_word(text, start - 3);
    (ends || named)
        && matches!(lead, "sebagai" | "selaku")
        && text.joined(start - 1)
        && !matches!(text.lower(start), "warga" | "saksi")
}

/// Whether the apposition that goes on at word `from` ends in a comma, as no clause of its own does.
fn closes(text: &Text<'_>, from: usize) -> bool {
    if matches!(text.lower(from), "sekaligus" | "asal" | "yang") {
        return true;
    }
    for index in from..(from + LONGEST_APPOSITION).min(text.words.len()) {
        if text.word(index).sentence != text.word(from - 1).sentence {
            return false;
        }
        match text.gap_before(index).trim() {
            "" => {}
            "," => {
                // `Sari Dewi, profesor di Universitas Karya, Seoul, menyebut`
                let area = lexicon().regions.find(text, index).map_or(0, |(words, _)| words);
                let place = area > 0 && text.gap_before(index + area).trim() == ",";
                return place || text.word(index).is_lower() || text.cue(index).is_some();
            }
            _ => return false,
        }
        if text.word(index).is_lower() && text.cue(index).is_some() {
            return false;
        }
    }
    false
}

/// Whether the capital words behind an office in small letters are its place, because its holder stands before it:
/// `Sari Dewi, pemilik Warung Jaya, mengatakan`.
pub(crate) fn takes_behind(
    text: &Text<'_>,
    role: &RoleMention,
    name: Option<&Range<usize>>,
    behind: Option<&Candidate>,
) -> bool {
    let Some(behind) = behind else { return false };
    let end = behind.words.end;
    // `Sari Dewi, pemilik Karmaya mengatakan`
    let full = name.is_some_and(|name| name.len() > 1 && name.end == role.words.start);
    let borne = |at: usize| text.is(at, List::GIVEN.or(List::ALSO_GIVEN));
    let firm = full && !behind.words.clone().any(borne);
    let told = || firm && text.joined(end - 1) && text.cue(end).is_some_and(|cue| cue.form == CueForm::Active);
    text.word(role.words.start).is_lower()
        && behind.honorifics.is_empty()
        && (text.gap_before(end).trim() == "," || told() || firm && rests(text, end))
        && text.words.get(end).is_none_or(|word| word.is_lower() || word.sentence != text.word(end - 1).sentence)
}

/// `Sari Dewi, pemilik Catering Karya di Sukaraya.`: whether a phrase ends before word `end`, or goes on with a place.
fn rests(text: &Text<'_>, end: usize) -> bool {
    let ends = text.words.get(end).is_none_or(|next| next.sentence != text.word(end - 1).sentence);
    ends || text.joined(end - 1) && matches!(text.lower(end), "di" | "yang" | "saat" | "dalam" | "asal")
}

/// Whether capital words behind an English office are its firm, because a comma closes the phrase and the sentence goes
/// on: `Sari Dewi, CEO & Co-Founder Karma Care, menerangkan …`.
pub(crate) fn english_phrase(text: &Text<'_>, role: &RoleMention, behind: Option<&Candidate>) -> bool {
    let english = text.is(role.words.start, List::ENGLISH_HEADS.or(List::ENGLISH_RANKS));
    let closed = |behind: &Candidate| {
        let end = behind.words.end;
        behind.words.start == role.words.end
            && text.gap_before(end).trim() == ","
            && text.words.get(end).is_some_and(|next| {
                next.is_lower() && next.sentence == text.word(end - 1).sentence && &*next.lower != "dan"
            })
    };
    english && text.gap_before(role.words.start).trim() == "," && behind.is_some_and(closed)
}

/// Whether a name is its office's holder: a lone word needs an office that says where or in what standing.
pub(crate) fn believed(text: &Text<'_>, name: &Range<usize>, role: &RoleMention) -> bool {
    let end = role.words.end;
    let same = text.words.get(end).is_some_and(|word| word.sentence == text.word(end - 1).sentence);
    let gap = if same { text.gap_before(end).trim() } else { "." };
    let next = if same { text.lower(end) } else { "" };
    let acting = role.words.start > name.end && matches!(text.lower(role.words.start - 1), "selaku" | "sebagai");
    let told = told(text, role.words.start) && text.word(role.words.start).is_lower();
    if text.gap_before(role.words.start).trim() == "(" || (acting && name.len() > 1) || told {
        return true;
    }
    // `…, Ketua DPRD, dan Sekda`: the office is one of a list.
    let joint = next == "dan" && roles::head(text, end + 1).is_some() && text.word(end + 1).is_lower();
    // `Sari sebagai Camat Sukamaju dan Budi sebagai …`
    let listed = acting && text.lower(end + 2) == "sebagai";
    if (next == "dan" && !joint && !listed) || (!gap.is_empty() && matches!(next, "serta" | "maupun")) {
        return false;
    }
    let lower = text.word(role.words.start).is_lower();
    let told = role.words.start > name.end && text.lower(role.words.start - 1) != "yang";
    let aged = text.gap_before(role.words.start).trim() == "),";
    let placed = name.len() > 1 && role.organisation.is_some() && goes_on(text, end);
    if lower && !aged && role.words.start == name.end && !placed && !closes(text, end) && gap != "." {
        return false;
    }
    let elided = role.words.start == name.end && text.gap_before(role.words.start).trim().is_empty();
    name.len() > 1
        || elided
        || lower
        || told
        || role.organisation.is_some()
        || role.standing != jejak_archive::model::Standing::Definitive
}

#[cfg(test)]
mod tests {
    use crate::annotate::names::people::find;
    use crate::text::Text;

    fn names(raw: &str) -> Vec<String> {
        find(&Text::new(raw)).people.into_iter().map(|person| person.name).collect()
    }

    #[test]
    fn a_name_before_its_office_is_a_person() {
        assert_eq!(names("Sari Dewi Lestari, Wali Kota Metro, mengajak warga."), ["Sari Dewi Lestari"]);
        assert_eq!(names("Rapat dipandu Karmaya, Penjabat (Pj) Sekretaris Daerah."), ["Karmaya"]);
        assert_eq!(names("Budi Karyono menjadi Sekretaris BKPSDM."), ["Budi Karyono"]);
        assert_eq!(names("Karmaya (48), pemilik warung kopi, berjualan lagi."), ["Karmaya"]);
    }

    #[test]
    fn a_name_with_its_party_is_a_person() {
        assert_eq!(names("Wakilnya adalah Sari Dewi (PKS) dan Karmaya (NasDem)."), ["Sari Dewi", "Karmaya"]);
        assert_eq!(names("Partai Keadilan Sejahtera (PKS) menang di Sukaraya (PKB)."), Vec::<String>::new());
    }

    #[test]
    fn a_name_with_an_age_is_a_person() {
        assert_eq!(names("Sari Dewi-Lestari (43), ibu dua anak asal Sukaraya, pulang."), ["Sari Dewi-Lestari"]);
        assert_eq!(names("Pria berinisial AK (49) ditangkap di Sukaraya (12)."), Vec::<String>::new());
    }

    #[test]
    fn the_firm_behind_an_office_in_small_letters_is_no_person() {
        assert_eq!(names("Sari Dewi, pemilik Warung Ameera Jaya, mengatakan hal itu."), ["Sari Dewi"]);
    }

    #[test]
    fn places_feasts_and_lists_are_no_persons() {
        for raw in [
            "Di Sukaraya, warga mengolah lahan kosong.",
            "Saat Idul Fitri, warga berkumpul di lapangan.",
            "Di Desa Suka Maju, Kepala Desa hadir.",
            "Acara dihadiri Forkopimda, Sekda, dan camat.",
            "Isinya, Wali Kota Metro mengajak warga.",
        ] {
            assert_eq!(names(raw), Vec::<String>::new(), "{raw}");
        }
    }
}
