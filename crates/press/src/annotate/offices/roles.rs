//! Offices as printed: what a person is, where, and in what legal standing.
//!
//! WHY: `Pj Sekda Kota Metro` and `Sekretaris Daerah Kota Metro` name one office in two standings, and who holds it
//! decides who speaks where only the office is printed. The parse starts at a word of the list of offices and takes
//! the words behind it that belong to a body or an area; where they end, a name may begin.

use std::borrow::Cow;
use std::ops::Range;

use jejak_archive::model::Standing;

use crate::annotate::names::evidence::Evidence;
use crate::annotate::offices::closed;
use crate::annotate::offices::english;
use crate::annotate::offices::field::{body_among, name_parts};
use crate::annotate::offices::small;
use crate::annotate::offices::tail::{NEW, VENUES, tail};
use crate::lexicon::{Office, lexicon};
use crate::lists::List;
use crate::text::{Shape, Text};
use crate::within::Within as _;

/// An office as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RoleMention {
    /// Its words.
    pub(crate) words: Range<usize>,
    /// The words as printed.
    pub(crate) as_printed: String,
    /// Normal form.
    pub(crate) office: String,
    /// Where it is held.
    pub(crate) organisation: Option<String>,
    /// The kind of body that it is held in, where the list of offices says so.
    pub(crate) body: Option<String>,
    pub(crate) standing: Standing,
    /// Whether the text says that it is held no more (`mantan`).
    pub(crate) former: bool,
    /// Where the words that may be a body or a name begin, if the two cannot be told apart here.
    pub(crate) open_end: bool,
    /// Whose office it is, once known: index into the article's people.
    pub(crate) holder: Option<usize>,
}

/// The office whose own words start at word `index`, with how many there are: one of the list, or an English title.
pub(crate) fn head(text: &Text<'_>, index: usize) -> Option<(usize, Cow<'static, Office>)> {
    let listed = lexicon().offices.find(text, index);
    // `Wakil Menkeu`: the deputy of one whom the list has.
    if listed.is_none() && text.lower(index) == "wakil" && text.joined(index) {
        let (words, office) = lexicon().offices.find(text, index + 1)?;
        let deputy = office.normal.starts_with("Menteri");
        let normal = format!("Wakil {}", office.normal);
        return deputy.then(|| (words + 1, Cow::Owned(Office { normal, ..office.clone() })));
    }
    // `Kapten Karya Esports, Sari Dewi`: a rank before a name, an office before a club.
    let club = |at: usize| {
        let army = matches!(text.lower(at), "tni" | "pol" | "inf" | "cpm" | "kav" | "arm" | "cpl" | "cba" | "ckm");
        text.is(at, List::BRANDS) || crate::annotate::names::parts::is_acronym(text, at) && !army
    };
    if listed.is_none() && text.lower(index) == "kapten" && text.joined(index) && club(index + 1) {
        let office = Office { normal: "Kapten".to_owned(), takes_words: false, body: None };
        return Some((1, Cow::Owned(office)));
    }
    match english::title(text, index) {
        Some(words) if listed.is_none_or(|(listed, _)| words.len() > listed) => {
            let normal = text.slice(words.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
            Some((words.len(), Cow::Owned(Office { normal, takes_words: false, body: None })))
        }
        _ => listed.map(|(words, office)| (words, Cow::Borrowed(office))),
    }
}

/// Words with which an office may begin that the list of offices does not have: what [`standing`] and [`parse`] read
/// before one, and deputies.
pub(crate) const LEADS: &[&str] =
    &["penjabat", "pejabat", "pelaksana", "pj", "pjs", "plt", "plh", "mantan", "eks", "bekas", "wakil", "wakilnya"];

/// Whether word `index` may begin an office, a title or a name. A word in small letters hardly ever does, and is spared
/// all the looks around it by this one.
pub(crate) fn may_begin(text: &Text<'_>, index: usize) -> bool {
    let begins = List::OFFICE.or(List::OFFICE_LEADS).or(List::TITLE_BEFORE).or(List::TITLE_BEHIND);
    text.words.get(index).is_some_and(|word| word.is_capital() || begins.has(word))
}

/// The standing that starts at word `index`, with how many words say it.
fn standing(text: &Text<'_>, index: usize) -> Option<(Standing, usize)> {
    let word = |offset: usize| text.lower(index + offset);
    let (standing, mut words) = match (word(0), word(1)) {
        ("penjabat" | "pejabat", "sementara") => (Standing::Interim, 2),
        ("penjabat", _) => (Standing::Acting, 1),
        ("pelaksana", "tugas") => (Standing::TaskHolder, 2),
        ("pelaksana", "harian") => (Standing::DayToDay, 2),
        ("pj", _) => (Standing::Acting, 1),
        ("pjs", _) => (Standing::Interim, 1),
        ("plt", _) => (Standing::TaskHolder, 1),
        ("plh", _) => (Standing::DayToDay, 1),
        _ => return None,
    };
    let short = matches!(word(words), "pj" | "pjs" | "plt" | "plh");
    if short && text.gap_before(index + words).contains('(') {
        words += 1;
    }
    Some((standing, words))
}
/// The office that starts at word `index`, if one does. `evidence` says which words are known to be a name's.
pub(crate) fn parse(text: &Text<'_>, index: usize, evidence: &Evidence<'_, '_>) -> Option<RoleMention> {
    let mut at = index;
    let left = matches!(text.lower(at), "mantan" | "eks" | "bekas") && text.joined(at);
    if left {
        at += 1;
    }
    // `calon ketua, yakni Sari Dewi`: who seeks an office does not hold it.
    let seeks = index.checked_sub(1).is_some_and(|before| {
        matches!(text.lower(before), "calon" | "kandidat" | "cawabup" | "cagub") && text.joined(before)
    });
    let former = left || seeks;
    let mut held = Standing::Definitive;
    if let Some((standing, words)) = standing(text, at) {
        held = standing;
        at += words;
    }
    let (words, office) = head(text, at)?;
    let office = &*office;
    // `warga negara Karmaya`: what state somebody belongs to.
    if text.lower(at) == "warga" && matches!(text.lower(at + 1), "negara" | "asing" | "as" | "dunia") {
        return None;
    }
    // `Raja Ampat` is an area.
    if lexicon().regions.find(text, at).is_some_and(|(area, _)| area > words) {
        return None;
    }
    // `Kasatgas Humas Sari`: the word is the field of an office before it.
    let inside = at > 0
        && text.joined(at - 1)
        && text.word(at - 1).is_capital()
        && lexicon().regions.find(text, at - 1).is_none();
    if matches!(office.normal.as_str(), "Humas" | "Legenda" | "Staf" | "Petugas" | "Profesor" | "Sesepuh" | "Mahasiswa")
        && at == index
        && inside
    {
        return None;
    }
    let head_capital = text.word(at).is_capital();
    if head_capital && (at == index && names_place(text, at) || of_name(text, at, words)) {
        return None;
    }
    if !head_capital && held == Standing::Definitive && !former {
        return lower_case(text, at, words, office, evidence);
    }
    let head_end = at + words;
    let tail = tail(text, head_end, office, evidence);
    let end = tail.end;
    let mut mention = RoleMention {
        words: index..end,
        as_printed: text.slice(index..end).to_string(),
        office: office.normal.clone(),
        organisation: None,
        body: office.body.clone(),
        standing: held,
        former,
        open_end: tail.open,
        holder: None,
    };
    name_parts(text, head_end..end, office, &mut mention);
    // `Gitaris band Karmaya, Sari Dewi`
    if end == head_end
        && held == Standing::Definitive
        && let Some((after, body)) = small_kind(text, head_end, office, evidence)
    {
        mention.words.end = after;
        mention.as_printed = text.slice(index..after).to_string();
        mention.organisation = Some(body);
    }
    take_small(text, &mut mention, evidence);
    // `Peternak lainnya, Sari, mengatakan`: one more of those who were named before.
    if others(text, index, mention.words.end) {
        mention.words.end += 1;
        mention.as_printed = text.slice(index..mention.words.end).to_string();
    }
    // `Gubernur Lampung terpilih Sari`: the word says how it is held, and stands before the name.
    let end = mention.words.end;
    let how = matches!(text.lower(end), "terpilih" | "nonaktif") && text.joined(end - 1);
    if how && text.joined(end) && text.words.get(end + 1).is_some_and(|word| word.is_capital()) {
        mention.office = format!("{} {}", mention.office, text.lower(end));
        mention.words.end = end + 1;
        mention.as_printed = text.slice(index..end + 1).to_string();
    }
    Some(mention)
}

/// Whether the word behind an office or its place, before a comma and a name, says that others of the kind were named.
/// Several of them (`13 CEO lainnya, Sari mengatakan`) close a clause, and the name behind the comma is none of theirs.
pub(super) fn others(text: &Text<'_>, office: usize, at: usize) -> bool {
    let several = office.checked_sub(1).is_some_and(|before| {
        text.word(before).shape == Shape::Number || matches!(text.lower(before), "para" | "beberapa" | "sejumlah")
    });
    !several
        && matches!(text.lower(at), "lain" | "lainnya")
        && text.joined(at - 1)
        && text.gap_before(at + 1).trim() == ","
        && text.words.get(at + 1).is_some_and(|next| next.is_capital() && next.sentence == text.word(at).sentence)
}

/// `Jalan Panglima Polim`, `Bandara Sultan Karya`: a place that bears an office in its name.
fn names_place(text: &Text<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| text.joined(*before) && text.word(*before).is_capital());
    let ruler = || matches!(text.lower(at), "panglima" | "sultan" | "raja" | "ratu" | "gubernur" | "presiden");
    before.is_some_and(|before| ruler() && crate::annotate::phrases::words().places.contains(text.lower(before)))
}

/// `Menteri Kehutanan Raja Sari Dewi`: a first name that elsewhere is an office; and `Komisaris Besar`, a rank.
fn of_name(text: &Text<'_>, at: usize, words: usize) -> bool {
    let first = matches!(text.lower(at), "raja" | "sultan" | "ratu") && text.joined(at);
    let behind = at > 0
        && text.word(at - 1).is_capital()
        && text.joined(at - 1)
        && (1..=4)
            .take_while(|back| at >= *back && text.word(at - back).is_capital() && text.joined(at - back))
            .any(|back| lexicon().offices.find(text, at - back).is_some());
    let rank = words == 1
        && text.lower(at) == "komisaris"
        && matches!(text.lower(at + 1), "besar" | "polisi" | "pol" | "jenderal");
    (first && behind) || rank
}

/// An office in small letters is one only right before a name, or before its body and then a name.
fn lower_case(
    text: &Text<'_>,
    at: usize,
    words: usize,
    office: &Office,
    evidence: &Evidence<'_, '_>,
) -> Option<RoleMention> {
    let end = at + words;
    let next = text.words.get(end)?;
    // `Sari Dewi merupakan anggota DPR RI sejak 2019`: the office names its body itself.
    let copula = at > 0 && matches!(text.lower(at - 1), "merupakan" | "adalah") && text.joined(at - 1);
    let goes_on = text.joined(end - 1) && next.is_capital();
    if copula && office.body.is_some() && text.word(end - 1).is_capital() && !goes_on {
        return bare(text, at, words).map(|mention| RoleMention { organisation: office.body.clone(), ..mention });
    }
    // `rektor baru Universitas Karya Sari Dewi`
    let new =
        NEW.contains(&&*next.lower) && text.joined(end - 1) && text.joined(end) && text.word(end + 1).is_capital();
    if next.is_lower() && !new {
        // `pelatih timnas Sukaraya, Sari Dewi`: the body's kind may be in small letters.
        if let Some((after, body)) = small_kind(text, end, office, evidence) {
            let mut mention = bare(text, at, words)?;
            mention.words.end = after;
            mention.as_printed = text.slice(at..after).to_string();
            mention.organisation = Some(body);
            return Some(mention);
        }
        let mut mention = bare(text, at, words)?;
        // `kelima terdakwa yakni Sari Dewi, Budi Karyono dan …`
        // `ketiga terdakwa lainnya, yakni …`
        let other = usize::from(matches!(text.lower(end), "lain" | "lainnya"));
        let close = matches!(text.gap_before(end + other).trim(), "" | ",");
        let lists =
            matches!(text.lower(end + other), "yakni" | "yaitu" | "bernama") && close && text.joined(end + other);
        if lists && other == 1 && crate::annotate::names::parts::name_word(text, end + 2) {
            mention.words.end = end + 1;
            mention.as_printed = text.slice(mention.words.clone()).to_string();
            return Some(mention);
        }
        if lists && crate::annotate::names::parts::name_word(text, end + 1) {
            return Some(mention);
        }
        // `salah seorang sopir truk bernama Sari Dewi`
        let own = small::end(text, end);
        let called = own > end && text.lower(own) == "bernama" && text.joined(own - 1) && text.joined(own);
        if called && crate::annotate::names::parts::name_word(text, own + 1) {
            mention.office = format!("{} {}", mention.office, text.slice(end..own));
            mention.words.end = own;
            mention.as_printed = text.slice(mention.words.clone()).to_string();
            return Some(mention);
        }
        // `kata peneliti sistem dari Universitas Karya, Sari Dewi, …`
        return (take_small(text, &mut mention, evidence) || closed::find(text, at, end, evidence).is_some())
            .then_some(mention);
    }
    // `sidang pimpinan Ketua DPRD`: the office that follows is the one.
    // `kepada pimpinan (Sari Dewi) dan …`
    if text.gap_before(end).trim() == "(" && next.is_capital() {
        let name = crate::annotate::names::parts::run(text, end);
        let closed = text.gap_before(name.end).starts_with(')');
        let behind = || closed::find(text, at, end, evidence).is_some();
        return if (closed && name.len() > 1) || behind() { bare(text, at, words) } else { None };
    }
    // `salah satu pelajar, Sari Dewi, mengatakan`
    let one = at > 0 && matches!(text.lower(at - 1), "satu" | "seorang" | "sang") && text.joined(at - 1);
    // `Sebagai aktris, Sari Dewi menolak adegan itu.`
    let acts = at > 0
        && matches!(text.lower(at - 1), "sebagai" | "selaku")
        && text.word(at - 1).is_capital()
        && crate::annotate::names::parts::run(text, end).len() > 1;
    // `hadir ketua DPRD, M. Sari, dan …`: an office that names its body, its holder between commas.
    let holder = crate::annotate::names::parts::run(text, end);
    let listed = office.body.is_some()
        && text.word(end - 1).is_capital()
        && text.gap_before(end).trim() == ","
        && holder.len() > 1
        && text.gap_before(holder.end).trim() == ","
        && head(text, end).is_none()
        && lexicon().regions.find(text, end).is_none();
    if listed {
        return bare(text, at, words);
    }
    if (one || acts) && text.gap_before(end).trim() == "," && next.is_capital() {
        let name = crate::annotate::names::parts::run(text, end);
        // `salah seorang warga, Sari mengungkapkan`: a verb of saying closes what the second comma would.
        let tells = one
            && !name.is_empty()
            && text.joined(name.end - 1)
            && text.cue(name.end).is_some_and(|cue| cue.form == crate::lexicon::CueForm::Active);
        let closed = text.gap_before(name.end).trim() == "," || acts || tells;
        return if closed && !name.is_empty() { bare(text, at, words) } else { None };
    }
    if !(text.joined(end - 1) && (next.is_capital() || new)) || head(text, end).is_some() {
        // `Penyanyi sekaligus anggota DPR RI, Sari Dewi, mengatakan`
        let comma = next.is_capital() && closed::find(text, at, end, evidence).is_some();
        return if comma { bare(text, at, words) } else { None };
    }
    let tail = tail(text, end, office, evidence).end;
    // `anggukan kepala Sari`: a part of the body; who heads something is named with it.
    let nods = tail == end && office.normal == "Kepala" && crate::annotate::names::parts::name_word(text, end);
    if nods && at > 0 && text.joined(at - 1) && text.word(at - 1).is_lower() && text.cue(at - 1).is_none() {
        return None;
    }
    let mut mention = bare(text, at, tail - at)?;
    name_parts(text, end..tail, office, &mut mention);
    Some(mention)
}

/// The body behind an office at word `at` whose kind is in small letters (`timnas Sukaraya`), if a comma closes it and a
/// name follows: where it ends, and its words.
fn small_kind(text: &Text<'_>, at: usize, office: &Office, evidence: &Evidence<'_, '_>) -> Option<(usize, String)> {
    let kind = text.words.get(at)?;
    let starts = kind.is_lower()
        && lexicon().not_names.has(kind)
        && text.joined(at - 1)
        && text.joined(at)
        && text.word(at + 1).is_capital()
        && head(text, at + 1).is_none();
    if !starts {
        return None;
    }
    let listed = tail(text, at + 1, office, evidence).end;
    let after = if listed > at + 1 { listed } else { crate::annotate::names::parts::run(text, at + 1).end };
    let name = crate::annotate::names::parts::run(text, after);
    // `Pelatih timnas Argentina Sari Dewi setelah laga …`: a list knows where the body ends.
    let known = listed > at + 1
        && text.joined(after - 1)
        && name.len() <= 4
        && !text.words.get(name.end).is_some_and(|next| next.is_capital() && text.joined(name.end - 1));
    let closed = after > at + 1 && (text.gap_before(after).trim() == "," || known) && name.len() > 1;
    closed.then(|| (after, text.slice(at..after).to_string()))
}

/// Gives an office the words in small letters behind it that belong to it, if a name follows them.
fn take_small(text: &Text<'_>, mention: &mut RoleMention, evidence: &Evidence<'_, '_>) -> bool {
    let end = mention.words.end;
    // `wali kota definitif, Sari`: the word says the standing.
    if text.lower(end) == "definitif" && text.joined(end - 1) {
        mention.words.end = end + 1;
        mention.as_printed = text.slice(mention.words.clone()).to_string();
        return text.gap_before(end + 1).trim() == "," || text.joined(end);
    }
    let Some((own, end)) = small::tail(text, end, evidence) else { return false };
    // `pendakwah ternama, Sari Dewi`: what kind of person, not what office.
    let own = small::plain(text, own);
    // `Pengacara terdakwa, Sari`: whom one serves is no part of the office.
    let served = head(text, own.start).is_some();
    if !own.is_empty() && !served && mention.organisation.is_none() {
        mention.office = format!("{} {}", mention.office, text.slice(own));
    }
    mention.words.end = end;
    mention.as_printed = text.slice(mention.words.clone()).to_string();
    true
}

/// Gives an office that takes words of its own all words up to `end`, and splits them anew.
pub(crate) fn widen(text: &Text<'_>, role: &mut RoleMention, end: usize) -> bool {
    let Some((head_end, office)) = role
        .words
        .clone()
        .find_map(|at| head(text, at).map(|(words, office)| (at + words, office)))
        .filter(|(head_end, office)| office.takes_words && *head_end <= end)
    else {
        return false;
    };
    role.words.end = end;
    role.as_printed = text.slice(role.words.clone()).to_string();
    role.office = office.normal.clone();
    role.organisation = None;
    name_parts(text, head_end..end, &office, role);
    true
}

/// Whether words of its own belong to an office.
pub(crate) fn takes_words(text: &Text<'_>, role: &RoleMention) -> bool {
    let own = role.words.clone().find_map(|at| head(text, at));
    own.is_some_and(|(_, office)| office.takes_words)
}

/// `Pengurus Daerah di Gedung Karya, Sukaraya`: whether the words of an office say where something is done; behind a comma
/// that place goes on.
pub(crate) fn somewhere(text: &Text<'_>, role: &RoleMention) -> bool {
    role.words.clone().any(|at| text.lower(at) == "di" && VENUES.contains(&text.lower(at + 1)))
}

/// Puts words that a longer reach of the office's place brought in where they belong: `Ketua Pengurus Besar Bidang
/// Agama` is `Ketua Bidang Agama`, and what begins with `dan` goes on with the office's field.
pub(crate) fn settle(role: &mut RoleMention) {
    // `Menteri Karya (Menkarya) Sari Dewi`: a bracket that the name's search left open.
    if role.office.matches('(').count() > role.office.matches(')').count() {
        let cut = role.office.rfind('(').unwrap_or(role.office.len());
        role.office.truncate(cut);
        role.office.truncate(role.office.trim_end().len());
    }
    let Some(mut body) = role.organisation.take() else { return };
    // `Kapolri di Mapolda Karya`: where something was said.
    let venue = |at: &usize| {
        let next = body.within(at + " di ".len()..).split(' ').next().unwrap_or_default();
        VENUES.contains(&&*next.to_lowercase())
    };
    if let Some(at) = body.find(" di ").filter(venue) {
        body.truncate(at);
    }
    if let Some(rest) = body.strip_prefix("dan ") {
        let words: Vec<&str> = rest.split(' ').collect();
        let (field, place) = words.split_at(body_among(&words).unwrap_or(words.len()));
        if !field.is_empty() {
            role.office = format!("{} dan {}", role.office, field.join(" "));
        }
        role.organisation = (!place.is_empty()).then(|| place.join(" "));
        return;
    }
    match body.find(" Bidang ").filter(|_| role.office.contains("etua")) {
        Some(at) => {
            role.office.push_str(body.within(at..));
            role.organisation = Some(body.within(..at).to_string());
        }
        None => role.organisation = Some(body),
    }
}

/// The office of `words` words at word `at`, with nothing behind it.
pub(crate) fn bare(text: &Text<'_>, at: usize, words: usize) -> Option<RoleMention> {
    let (_, office) = head(text, at)?;
    Some(RoleMention {
        words: at..at + words,
        as_printed: text.slice(at..at + words).to_string(),
        office: office.normal.clone(),
        organisation: None,
        body: office.body.clone(),
        standing: Standing::Definitive,
        former: false,
        open_end: false,
        holder: None,
    })
}

/// Whether an office counts only with a holder beside it: in small letters, it may be no more than a mention of the
/// office (`anggota DPRD Kota Metro hadir`).
pub(crate) fn needs_holder(text: &Text<'_>, role: &RoleMention) -> bool {
    text.word(role.words.start).is_lower() && role.standing == Standing::Definitive && !role.former
}
/// Whether two normal forms may name one office: equal, or one is the other cut short.
pub(crate) fn same_office(a: &str, b: &str) -> bool {
    let shorter_of =
        |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    shorter_of(a, b) || shorter_of(b, a)
}

/// Whether two bodies may be one: one names the other's words.
pub(crate) fn same_body(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let within = |short: &str, long: &str| short.split(' ').all(|word| long.split(' ').any(|other| other == word));
    within(&a, &b) || within(&b, &a)
}

#[cfg(test)]
mod tests {
    use super::{parse, same_body};
    use crate::annotate::names::evidence::Evidence;
    use crate::text::Text;
    use jejak_archive::model::Standing;

    fn read(raw: &str) -> (String, Option<String>, Standing, String) {
        let text = Text::new(raw);
        let role = parse(&text, 0, &Evidence::of(&text)).expect("an office");
        (role.office, role.organisation, role.standing, role.as_printed)
    }

    fn expect(raw: &str, office: &str, organisation: Option<&str>, standing: Standing, printed: &str) {
        let (o, org, s, p) = read(raw);
        assert_eq!((o.as_str(), org.as_deref(), s, p.as_str()), (office, organisation, standing, printed), "{raw}");
    }

    #[test]
    fn offices_with_their_bodies_and_standings() {
        expect("Walikota Metro hadir", "Wali Kota", Some("Kota Metro"), Standing::Definitive, "Walikota Metro");
        expect(
            "Pj Sekda Kota Metro Sari",
            "Sekretaris Daerah",
            Some("Kota Metro"),
            Standing::Acting,
            "Pj Sekda Kota Metro",
        );
        expect(
            "Penjabat Sementara (Pjs) Wali Kota Metro, Sari",
            "Wali Kota",
            Some("Kota Metro"),
            Standing::Interim,
            "Penjabat Sementara (Pjs) Wali Kota Metro",
        );
        expect(
            "Kapolsek Metro Barat AKP Sari",
            "Kapolsek",
            Some("Polsek Metro Barat"),
            Standing::Definitive,
            "Kapolsek Metro Barat",
        );
        expect(
            "Kepala Dinas Kesehatan Kota Metro Sari",
            "Kepala Dinas Kesehatan",
            Some("Kota Metro"),
            Standing::Definitive,
            "Kepala Dinas Kesehatan Kota Metro",
        );
        expect("Gubernur Riau Sari", "Gubernur", Some("Provinsi Riau"), Standing::Definitive, "Gubernur Riau");
    }

    #[test]
    fn bodies_in_short_and_full() {
        assert!(same_body(Some("Metro"), Some("Kota Metro")));
        assert!(!same_body(Some("Kota Metro"), Some("Kota Batam")));
    }
}
