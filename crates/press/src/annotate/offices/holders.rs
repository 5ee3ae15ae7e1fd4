//! Which of the capital words behind an office name its place, and which its holder.
//!
//! WHY a module of its own: `Kepala Bidang Pencegahan Dinas Kesehatan Jakarta Sari Dewi` has no mark between body and
//! name. The name is what stands behind the last word that belongs to a body; a rank, a comma or a name known from a
//! cue elsewhere in the article decides before that.

use std::ops::Range;

use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::parts::{alias, degrees, honorifics, is_acronym, name_word, names_thing, run};
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::between::{behind_firm, last_body};
use crate::annotate::offices::clauses;
use crate::annotate::offices::closed;
use crate::annotate::offices::roles::{self, RoleMention};
use crate::annotate::offices::small;
use crate::annotate::offices::stretch::stretch_end;
use crate::annotate::offices::tail::{NEW, is_body_word};
use crate::lexicon::{CueForm, TitlePlace, lexicon};
use crate::lists::List;
use crate::text::{Shape, Text};

/// Offices whose place is too small for the gazetteer: the capital words behind them are the place.
const LOCAL: &[&str] = &[
    "Camat",
    "Sekretaris Camat",
    "Lurah",
    "Kepala Desa",
    "Sekretaris Desa",
    "Kapolsek",
    "Wakapolsek",
    "Danramil",
    "Warga",
    "Kepala Dusun",
    "Kepala Kampung",
    "Ketua RT",
    "Ketua RW",
    "Kepala Sekolah",
    "Kepala Puskesmas",
    "Petani",
    "Nelayan",
    "Pedagang",
    "Anggota",
    "Kapten",
];
/// Those of them whose place is mostly one word: of three and more, the rest is a name.
const ONE_WORD: &[&str] = &["Camat", "Lurah", "Kepala Desa", "Kapolsek", "Danramil"];

/// The name behind an office: at once, behind titles, or behind a comma.
pub(crate) fn find(text: &Text<'_>, role: &mut RoleMention, evidence: &Evidence<'_, '_>) -> Option<Candidate> {
    let Some(closed) = closed::find(text, role.words.start, role.words.end, evidence) else {
        return near(text, role, evidence);
    };
    let printed = role.clone();
    let found = near(text, role, evidence);
    if !closed::surer(text, role, found.as_ref(), &closed, evidence) {
        return found;
    }
    *role = printed;
    closed::assign(text, role, closed.end);
    Some(closed.candidate(text))
}

/// The name behind an office, as the words between the two show it.
fn near(text: &Text<'_>, role: &mut RoleMention, evidence: &Evidence<'_, '_>) -> Option<Candidate> {
    // `pelatih anyar Sari Dewi`: the word says since when.
    let new = role.words.end;
    if NEW.contains(&text.lower(new)) && text.joined(new - 1) && text.joined(new) && text.word(new + 1).is_capital() {
        role.words.end += 1;
        role.as_printed = text.slice(role.words.clone()).to_string();
    }
    clauses::pass_time(text, role);
    let end = role.words.end;
    let gap = text.gap_before(end).trim();
    if text.words.get(end).is_none_or(|word| word.paragraph != text.word(end - 1).paragraph) {
        return None;
    }
    // A full stop behind an office is one of an abbreviation only within a sentence.
    if text.word(end).sentence != text.word(end - 1).sentence {
        return None;
    }
    // `Kepala Staf Kodam VII/Karyabuana`: the second half of a name with a stroke.
    if gap == "/" && text.gap_before(end).len() == 1 && text.joined(end) && text.word(end + 1).is_lower() {
        extend(text, role, end + 1);
        return None;
    }
    if let Some((name, titles)) = clauses::behind_relative(text, end) {
        return finish(text, name, titles, true);
    }
    if let Some(name) = placed(text, role, evidence) {
        return finish(text, name, Vec::new(), true);
    }
    // `Managing Director, Karma Indonesia, Sari Dewi mengaku`: the body between commas.
    if let Some(end) = between_commas(text, role, evidence) {
        extend(text, role, end);
        let (start, titles) = honorifics(text, end);
        return plain(text, run(text, start), titles, false, evidence);
    }
    // `Produser “Karya” Sari Dewi`: what somebody made, between marks.
    if let Some(start) = behind_marks(text, end) {
        return finish(text, run(text, start), Vec::new(), true);
    }
    let bracket = gap == "(" && text.gap_before(run(text, end).end).starts_with(')') && run(text, end).len() > 1;
    let at_once = bracket || matches!(gap, "" | ")" | "." | "-" | ":" | "/");
    let apart = matches!(gap, "," | "),");
    if !(at_once || apart) {
        return None;
    }
    let start = end + usize::from(matches!(text.lower(end), "yakni" | "yaitu" | "bernama"));
    // `Wakil Bupati Cianjur, Jawa Barat, Sari`: the area that the place lies in, between commas.
    let area = lexicon().regions.find(text, start).filter(|_| apart && text.word(start).is_capital());
    let start = area
        .map(|(count, _)| start + count)
        // `Nusa Tenggara Timur (NTT),`
        .map(|end| end + usize::from(text.gap_before(end).trim() == "(" && text.gap_before(end + 1).starts_with(')')))
        .filter(|end| matches!(text.gap_before(*end).trim(), "," | "),"))
        .unwrap_or(start);
    let (name_start, titles) = honorifics(text, start);
    if apart
        && titles.is_empty()
        && let Some(end) = listed_field(text, role, start)
    {
        extend(text, role, end);
        return near(text, role, evidence);
    }
    if !at_once || !titles.is_empty() {
        return plain(text, run(text, name_start), titles, at_once, evidence);
    }
    let stretch = start..stretch_end(text, role, start, evidence);
    // `Kapolsek Pasar Lama AKP Sari`: a rank begins the name.
    let rank = |index: &usize| {
        let word = text.word(*index);
        lexicon().title(&word.lower) == Some(TitlePlace::Before) && word.is_capital() && word.end - word.start > 2
    };
    // `Direktorat Jenderal` and its like are no ranks.
    let of_body = |index: usize| {
        ["direkt", "inspekt", "sekretari", "konsul", "staf"].iter().any(|head| text.lower(index - 1).starts_with(head))
            || is_body_word(text, index)
    };
    let mut stretch = stretch;
    if let Some(at) = stretch.clone().skip(1).find(|index| rank(index) && !of_body(*index)) {
        let (name_start, titles) = honorifics(text, at);
        let name = run(text, name_start);
        // `Ketua Karya Sari Dewi Marsda TNI (Purn)`: a rank behind the name that closes the phrase.
        let behind = name.is_empty() && at - stretch.start > 1 && name_word(text, at - 1);
        if !behind {
            extend(text, role, at);
            return plain(text, name, titles, true, evidence);
        }
        stretch.end = at;
    }
    let known = stretch.clone().find(|index| evidence.is_name(*index));
    if let Some(first) = behind_firm(text, role, &stretch) {
        extend(text, role, first);
        return finish(text, run(text, first), Vec::new(), false);
    }
    // No body goes on behind a word that is known to be a name's.
    let before = stretch.start..known.unwrap_or(stretch.end);
    let body_end = last_body(text, before, speaks(text, role, &stretch), evidence);
    let named = evidence.full_name(&stretch);
    // `CEO Karmaya dan Karmanet, Sari Dewi`: one who heads two firms.
    if known.is_none()
        && let Some(end) = two_firms(text, role, &stretch)
    {
        extend(text, role, end);
        let (name_start, titles) = honorifics(text, end);
        return plain(text, run(text, name_start), titles, false, evidence);
    }
    // `Koordinator Forum Warga sekaligus Sekjen …`: the name comes behind the second office.
    let joint = matches!(text.lower(stretch.end), "sekaligus" | "merangkap")
        && roles::head(text, stretch.end + 1).is_some()
        && known.is_none()
        && !stretch.is_empty();
    if joint {
        extend(text, role, stretch.end);
        return None;
    }
    let local = LOCAL.contains(&role.office.as_str())
        && (role.organisation.is_none() || (stretch.len() == 1 && !ends_in_area(text, role)));
    let local_end = if local { place_end(text, stretch.clone()) } else { None };
    let local_end = local_end.filter(|end| known.is_none_or(|known| *end <= known));
    let name_from = match (body_end, known) {
        _ if local_end.is_some() => body_end.max(local_end).unwrap_or(stretch.start),
        (Some(at), Some(known)) if local => at.max(known),
        (Some(at), _) => at,
        (None, Some(_)) if named.is_some() => named.unwrap_or(stretch.start),
        (None, Some(known)) if local => known,
        (None, None)
            if stretch.len() > 2 && ONE_WORD.contains(&role.office.as_str()) && role.organisation.is_none() =>
        {
            stretch.start + 1
        }
        (None, None) if local => stretch.end,
        (None, _) => stretch.start,
    };
    // `Ketua Takmir Masjid Al Aqsha, Ardani mengatakan`: what follows the comma may be the name.
    // `Pimpinan Ikatan Dai Sukaraya (IDS) pusat, Sari`: small words may close the body.
    let stretch = match small::tail(text, stretch.end, evidence) {
        Some((_, end)) if end > stretch.end && !stretch.is_empty() && text.gap_before(end).trim() == "," => {
            stretch.start..end
        }
        // `Warga Sukaraya lainnya, Sari, mengatakan`
        _ if !stretch.is_empty() && roles::others(text, role.words.start, stretch.end) => {
            stretch.start..stretch.end + 1
        }
        _ => stretch,
    };
    // `Kapolsek Sukakarya, Kudus, AKP Sari Dewi`: the area that the place lies in, between commas.
    let area = lexicon().regions.find(text, stretch.end).map_or(0, |(words, _)| words);
    let lies = local && area > 0 && text.gap_before(stretch.end).trim() == ",";
    if lies && text.gap_before(stretch.end + area).trim() == "," {
        let (start, titles) = honorifics(text, stretch.end + area);
        if !titles.is_empty() {
            extend(text, role, stretch.end);
            return plain(text, run(text, start), titles, false, evidence);
        }
    }
    let comma = matches!(text.gap_before(stretch.end).trim(), "," | "),");
    let same = text.words.get(stretch.end).is_some_and(|word| word.paragraph == text.word(end - 1).paragraph);
    let (next_start, next_titles) = if comma { honorifics(text, stretch.end) } else { (stretch.end, Vec::new()) };
    let mut next = if comma { run(text, next_start) } else { next_start..next_start };
    // `Direktur RSD Karya, Jember Sari Dewi`: where the body lies, with its second comma lost.
    let town = lexicon().regions.find(text, next.start).map_or(0, |(words, _)| words);
    if town > 0 && next.len() > town + 1 && next_titles.is_empty() && !text.is(next.start, lexicon().given) {
        next.start += town;
    }
    // `Ketua Umum DPN Tani Karya, Sari Dewi mengatakan`: who speaks is the holder, whatever the body is called.
    let tells = next.len() > 1
        && text.joined(next.end - 1)
        && text.word(next.end).is_lower()
        && text.cue(next.end).is_some_and(|cue| cue.form == CueForm::Active);
    if comma
        && known.is_none()
        && let Some(end) = listed_field(text, role, stretch.end)
    {
        extend(text, role, end);
        return near(text, role, evidence);
    }
    if comma && same && (known.is_none() || tells) && !stretch.is_empty() {
        let degree = degrees(text, stretch.end).0 > stretch.end;
        // `pembalap Karya Racing Honta, Sari Dewi`: a last word of the body that no list has.
        let acts = matches!(text.lower(role.words.start.saturating_sub(1)), "selaku" | "sebagai");
        let named_so = acts || text.is(stretch.start, lexicon().given.or(lexicon().also_given));
        let shown = next.clone().any(|at| evidence.is_name(at))
            || !next_titles.is_empty()
            || body_end.is_some()
            || (role.organisation.is_some() && stretch.len() == 1 && next.len() > 1 && !named_so)
            || local
            || speaks(text, role, &next)
            || apposed(text, role, &next);
        if !degree && shown && !next.is_empty() && names_after_comma(text, &next, &next_titles, evidence) {
            extend(text, role, stretch.end);
            return finish(text, next, next_titles, true);
        }
    }
    if name_from > stretch.start {
        extend(text, role, name_from);
    }
    let words = run(text, name_from);
    if let Some(holder) = server(text, role, &words) {
        extend(text, role, words.end);
        return finish(text, holder, Vec::new(), true);
    }
    // `Koordinator SAR Korwil II Sukaraya Karmaya mengatakan`: a lone word that speaks is a name.
    let speaks = text.words.get(words.end).is_some_and(|word| word.is_lower())
        && text.joined(words.end - 1)
        && text.cue(words.end).is_some_and(|cue| cue.form == CueForm::Active);
    let lone = !speaks
        && words.len() == 1
        && body_end.is_some()
        && !words.clone().any(|at| evidence.is_name(at))
        && name_from > stretch.start + 3;
    // `Ketua Tim Pelayanan Haji Reguler Bidang Karya, Sari Dewi`: behind a lone word its body goes on.
    let goes_on = words.len() == 1
        && text.joined(words.end - 1)
        && text.words.get(words.end).is_some_and(crate::text::Word::is_capital)
        && text.is(words.end, lexicon().not_names)
        && !words.clone().any(|at| evidence.is_name(at) || text.is(at, lexicon().given));
    if name_from >= stretch.end || lone || goes_on {
        return None;
    }
    plain(text, words, titles, true, evidence)
}

/// Where the body ends that stands behind an office and a comma, if a comma closes it and a name in full follows that
/// speaks or is set off: `Managing Director, Karma Indonesia, Sari Dewi mengaku`.
fn between_commas(text: &Text<'_>, role: &RoleMention, evidence: &Evidence<'_, '_>) -> Option<usize> {
    /// Most words of such a body.
    const BODY: usize = 6;
    let start = role.words.end;
    let capital = |at: usize| {
        text.words.get(at).is_some_and(|word| word.is_capital() && word.paragraph == text.word(start).paragraph)
    };
    if !matches!(text.gap_before(start).trim(), "," | "),")
        || !capital(start)
        || !text.word(role.words.start).is_capital()
    {
        return None;
    }
    let mut end = start + 1;
    while end - start < BODY && capital(end) && text.joined(end - 1) {
        end += 1;
    }
    let short = text.gap_before(end).trim() == "(" && is_acronym(text, end) && text.gap_before(end + 1).trim() == "),";
    end += usize::from(short);
    let closes = matches!(text.gap_before(end).trim(), "," | "),");
    let body = (start..end).any(|at| {
        let lower = text.lower(at);
        !evidence.is_name(at)
            && (lexicon().not_names.contains(lower) && !text.is(at, lexicon().given)
                || is_acronym(text, at) && lower.len() > 2)
    });
    let named = (start..end).any(|at| text.is(at, lexicon().given) || text.title(at).is_some());
    // `Bupati Ende, Nusa Tenggara Timur (NTT), Sari Dewi`: where the area lies.
    let area = lexicon().regions.find(text, start).is_some();
    if !closes || !body || named || area || roles::head(text, start).is_some() {
        return None;
    }
    let (first, _) = honorifics(text, end);
    let name = run(text, first);
    let (behind, _) = degrees(text, name.end);
    let same = text.words.get(behind).is_some_and(|next| next.is_lower() && next.sentence == text.word(start).sentence);
    let goes_on = matches!(text.gap_before(behind).trim(), "" | "," | ".,")
        && !matches!(text.lower(behind), "dan" | "serta" | "hingga" | "di");
    let plain = !name.clone().any(|at| lexicon().not_names.contains(text.lower(at)) && !text.is(at, lexicon().given));
    (name.len() > 1 && same && goes_on && plain && lexicon().regions.find(text, name.start).is_none()).then_some(end)
}

/// Where a name in full begins behind a title between marks: `Produser “Karya” Sari Dewi`.
fn behind_marks(text: &Text<'_>, end: usize) -> Option<usize> {
    /// Most words of such a title.
    const TITLE: usize = 8;
    let open = text.gap_before(end);
    if !matches!(open.trim(), "“" | "\"" | "‘" | "'") {
        return None;
    }
    let close = (end + 1..end + 1 + TITLE).find(|at| text.gap_before(*at).contains(['”', '"', '’', '\'']))?;
    let same = text.words.get(close)?.sentence == text.word(end).sentence;
    let name = run(text, close);
    let bare = text.gap_before(close).trim().chars().count() == 1 && text.gap_before(close).ends_with(' ');
    (same
        && bare
        && name.len() > 1
        && lexicon().regions.find(text, close).is_none()
        && roles::head(text, close).is_none())
    .then_some(close)
}

/// `kata President of Karya International Sari Dewi`: the name behind a body that a small word joins to an office, if it
/// speaks. The office learns its body.
fn placed(text: &Text<'_>, role: &mut RoleMention, evidence: &Evidence<'_, '_>) -> Option<Range<usize>> {
    if role.organisation.is_some() || !text.words.get(role.words.end)?.is_lower() || !text.joined(role.words.end - 1) {
        return None;
    }
    // `Analis mata uang Karya Futures Sari Dewi`: words that name the office more closely.
    let first = text.lower(role.words.end);
    let english = matches!(first, "of" | "at" | "for");
    if english && !(text.is(role.words.end - 1, List::ENGLISH_HEADS) && first != "for") {
        return None;
    }
    // `asisten pelatih timnas voli Sukaraya Sari Dewi`: a body whose kind is in small letters.
    let kind = closed::KINDS.contains(&first);
    let own_end = if kind || english { role.words.end } else { small::end(text, role.words.end) };
    let lead = if kind { small::end(text, role.words.end) } else { own_end };
    let joins = matches!(text.lower(lead), "of" | "at" | "di" | "dari" | "pada") && text.joined(lead - 1);
    let body = lead + usize::from(joins);
    let foreign = matches!(text.lower(role.words.end), "de" | "du" | "la" | "van" | "dan" | "and");
    if foreign || body == role.words.end || !text.joined(body - 1) || !text.word(body).is_capital() {
        return None;
    }
    let stretch = body..stretch_end(text, role, body, evidence);
    let tells = speaks(text, role, &stretch);
    if stretch.len() < 3 || !(tells || text.word(role.words.start).is_capital()) {
        return None;
    }
    let name = run(text, last_body(text, stretch.clone(), true, evidence)?);
    let closed = text.words.get(name.end).is_none_or(|next| next.is_lower() || !text.joined(name.end - 1));
    if !(tells || closed) {
        return None;
    }
    if name.len() < 2 || name.end != stretch.end || lexicon().regions.find(text, name.start).is_some() {
        return None;
    }
    let own = role.words.end..own_end;
    let place = if kind { own_end } else { body };
    if !own.is_empty() {
        role.office = format!("{} {}", role.office, text.slice(own));
    }
    role.words.end = name.start;
    role.as_printed = text.slice(role.words.clone()).to_string();
    role.organisation = Some(crate::annotate::offices::field::closed(text.slice(place..name.start).trim()));
    Some(name)
}

/// `Kepala Pengawas Jasa Keuangan, Edukasi dan Perlindungan Konsumen (PJK) Sari Dewi`: where the last field ends that a
/// list goes on with behind the comma, its abbreviation in brackets included.
fn listed_field(text: &Text<'_>, role: &RoleMention, start: usize) -> Option<usize> {
    /// Most words of a field.
    const FIELD: usize = 4;
    /// Most words of an office that a list goes on with: a bound for the work, as each list is read anew.
    const OFFICE: usize = 30;
    if role.words.len() > OFFICE {
        return None;
    }
    let thing = |at: usize| {
        let lower = text.lower(at);
        text.words.get(at).is_some_and(crate::text::Word::is_capital)
            && (lexicon().not_names.contains(lower) || lexicon().small.contains(lower) || names_thing(lower))
    };
    let joined = (start..start + FIELD).find(|at| text.lower(*at) == "dan")?;
    if joined == start || !(start..joined).all(thing) || !thing(joined + 1) {
        return None;
    }
    let mut end = joined + 1;
    while end < joined + 1 + FIELD && thing(end) && (end == joined + 1 || text.joined(end - 1)) {
        end += 1;
    }
    let same = text.word(end - 1).sentence == text.word(start).sentence;
    let bracket = is_acronym(text, end) && text.gap_before(end).trim() == "(" && text.gap_before(end + 1).trim() == ")";
    same.then_some(end + usize::from(bracket))
}

/// Whether a name behind a body and a comma closes the phrase: `General Manager Karya FC, Sari Dewi kepada …`.
fn apposed(text: &Text<'_>, role: &RoleMention, name: &Range<usize>) -> bool {
    let acting = role.words.start > 0
        && matches!(text.lower(role.words.start - 1), "selaku" | "sebagai" | "menjadi" | "adalah" | "merupakan");
    let next_acts = matches!(text.lower(name.end), "selaku" | "sebagai");
    if acting || next_acts {
        return false;
    }
    let (end, _) = degrees(text, name.end);
    let next = text.words.get(end).filter(|next| next.sentence == text.word(name.start).sentence);
    let gap = text.gap_before(end).trim();
    name.len() > 1
        && matches!(gap, "" | ",")
        && next.is_some_and(|next| next.is_lower() && !matches!(&*next.lower, "dan" | "serta" | "hingga" | "atau"))
        && lexicon().regions.find(text, name.start).is_none()
}

/// Where the second of two firms behind an office ends, if a comma and a name of two words follow.
fn two_firms(text: &Text<'_>, role: &RoleMention, first: &Range<usize>) -> Option<usize> {
    let heads = ["CEO", "Pendiri", "Pemilik", "Chairman", "Co-Founder", "Komisaris", "Direktur"];
    let dan = first.end;
    let joins = text.lower(dan) == "dan" && !first.is_empty() && text.joined(dan - 1) && text.joined(dan);
    if !joins || !heads.iter().any(|head| role.office.starts_with(head)) || roles::head(text, dan + 1).is_some() {
        return None;
    }
    let end = (dan + 1..dan + 5)
        .take_while(|at| text.word(*at).is_capital() && (*at == dan + 1 || text.joined(at - 1)))
        .last()?
        + 1;
    let name = run(text, end);
    (text.gap_before(end).trim() == "," && name.len() > 1 && text.word(end).sentence == text.word(dan).sentence)
        .then_some(end)
}

/// Offices that serve a person who may be named behind them.
const SERVING: &[&str] = &["Pengacara", "Kuasa Hukum", "Advokat", "Juru Bicara", "Manajer"];

/// Whether an office serves a person.
pub(crate) fn serves(role: &RoleMention) -> bool {
    SERVING.contains(&role.office.as_str())
}

/// `pengacara Sari Dewi, Budi Karyono, mengatakan`: behind the one who is served and a comma stands the one who serves.
fn server(text: &Text<'_>, role: &RoleMention, served: &Range<usize>) -> Option<Range<usize>> {
    if !SERVING.contains(&role.office.as_str()) || served.is_empty() || text.gap_before(served.end).trim() != "," {
        return None;
    }
    let (start, _) = honorifics(text, served.end);
    let holder = run(text, start);
    let (end, _) = degrees(text, holder.end);
    let same = text.words.get(end).is_none_or(|next| next.paragraph == text.word(served.start).paragraph);
    let closes = text.words.get(end).is_some_and(|next| next.is_lower()) && &*text.word(end).lower != "dan"
        || text.gap_before(end).trim_start().starts_with([',', '.']);
    let name = holder.len() > 1 && lexicon().regions.find(text, holder.start).is_none();
    (name && same && closes && degrees(text, served.end).0 == served.end).then_some(holder)
}

/// Whether a statement is ascribed to an office: a cue stands before it, or behind the name that follows it.
fn speaks(text: &Text<'_>, role: &RoleMention, name: &Range<usize>) -> bool {
    let cue = |index: usize| text.cue(index);
    let start = role.words.start;
    let before = start > 0
        && text.joined(start - 1)
        && (cue(start - 1).is_some_and(|cue| !cue.nya) || text.lower(start - 1) == "menurut");
    let (mut end, _) = degrees(text, name.end);
    end += usize::from(matches!(text.lower(end), "juga" | "pun" | "turut" | "lantas" | "kemudian") && text.joined(end));
    let same = text.words.get(end).is_some_and(|word| word.sentence == text.word(name.start).sentence);
    let close = text.gap_before(end).trim().trim_matches(',').is_empty();
    before || (same && close && cue(end).is_some_and(|cue| cue.form == CueForm::Active))
}

/// Whether an office's words end in an area named in full (`Provinsi Lampung`): no more of a place can follow.
fn ends_in_area(text: &Text<'_>, role: &RoleMention) -> bool {
    role.words.clone().any(|at| {
        lexicon().regions.find(text, at).is_some_and(|(count, region)| region.full && at + count == role.words.end)
    })
}

/// Words behind a place's name that belong to it: `Sukamaju Timur`.
const SIDES: &[&str] = &["utara", "selatan", "timur", "barat", "tengah", "pusat", "baru", "lama"];

/// Where the place behind a local office ends and its holder's name begins, if the article names the place elsewhere
/// or a side shows it: `Lurah Sukamaju Timur Sari Dewi`.
fn place_end(text: &Text<'_>, stretch: Range<usize>) -> Option<usize> {
    let side = (stretch.start + 1..stretch.end)
        .find(|index| SIDES.contains(&text.lower(*index)) && *index + 1 < stretch.end && *index <= stretch.start + 2);
    if let Some(side) = side {
        return Some(side + 1);
    }
    // Elsewhere `di Sukamaju`, `Kelurahan Sukamaju`: as many words as stand there too.
    let same = |at: usize| {
        let mut count = 0;
        while stretch.start + count < stretch.end
            && at + count < text.words.len()
            && (count == 0 || text.joined(at + count - 1))
            && text.lower(at + count) == text.lower(stretch.start + count)
        {
            count += 1;
        }
        count
    };
    let named = (1..text.words.len().min(SCAN))
        .filter(|at| *at != stretch.start && text.joined(at - 1) && AREAS.contains(&text.lower(at - 1)))
        .map(same)
        .max()?;
    (named > 0 && named < stretch.len()).then_some(stretch.start + named)
}

/// How many words of an article are searched for a place's name: more than any article has.
const SCAN: usize = 5000;
/// Words before the name of a place.
const AREAS: &[&str] =
    &["di", "kelurahan", "desa", "kecamatan", "kampung", "dusun", "pekon", "nagari", "puskesmas", "se"];

/// A name as it stands, unless it is an area, an abbreviation or the next thing of a list.
fn plain(
    text: &Text<'_>,
    words: Range<usize>,
    titles: Vec<String>,
    at_once: bool,
    evidence: &Evidence<'_, '_>,
) -> Option<Candidate> {
    // `Penyanyi Pria Paling Laris`: a prize.
    if text.lower(words.start) == "paling" {
        return None;
    }
    // `warga Jalan Suka Maju`.
    let place = matches!(
        text.lower(words.start.saturating_sub(1)),
        "jalan"
            | "jl"
            | "gang"
            | "perumahan"
            | "perum"
            | "komplek"
            | "kompleks"
            | "kampung"
            | "dusun"
            | "pulau"
            | "pasar"
    ) && words.start > 0
        && text.joined(words.start - 1);
    if place && !words.clone().any(|at| evidence.is_name(at)) {
        return None;
    }
    let area = lexicon().regions.find(text, words.start).is_some_and(|(count, _)| count >= words.len());
    let sure = !titles.is_empty() || words.clone().any(|at| evidence.is_name(at));
    let bracket = words.len() == 1 && text.gap_before(words.start).trim_end().ends_with('(');
    if bracket && is_acronym(text, words.start) {
        return None;
    }
    // `Sekretaris Menko, Pak Deputi`: another office, by which somebody is addressed.
    let office = words.len() == 1
        && !text.is(words.start, lexicon().given.or(lexicon().also_given))
        && !evidence.is_name(words.start)
        && roles::head(text, words.start).is_some();
    if office {
        return None;
    }
    // `Project Head, SEVP Human Capital`: the next office of a list.
    if titles.is_empty() && crate::annotate::offices::english::title(text, words.start).is_some() {
        return None;
    }
    if words.is_empty() || (area && titles.is_empty()) || (words.len() == 1 && is_acronym(text, words.start) && !sure) {
        return None;
    }
    if !at_once && !names_after_comma(text, &words, &titles, evidence) {
        return None;
    }
    finish(text, words, titles, false)
}

/// Gives an office the words up to word `end`: they name where it is held.
pub(crate) fn extend(text: &Text<'_>, role: &mut RoleMention, end: usize) {
    if end <= role.words.end || roles::widen(text, role, end) {
        return;
    }
    let more = text.slice(role.words.end..end).split_whitespace().collect::<Vec<_>>().join(" ");
    // `Danramil 411-05/Sukaraya`
    let slash = if text.gap_before(role.words.end) == "/" { "/" } else { " " };
    role.words.end = end;
    role.as_printed = text.slice(role.words.clone()).to_string();
    let body = match (role.organisation.take(), &role.body) {
        (Some(body), _) => format!("{body}{slash}{more}"),
        (None, Some(body)) => format!("{body} {more}"),
        (None, None) => more,
    };
    role.organisation = Some(crate::annotate::offices::field::closed(&body));
}

/// Gives an office whose holder stands before it the rest of its firm's name: `selaku Direktur PT Terang Jaya`.
pub(crate) fn end_firm(text: &Text<'_>, role: &mut RoleMention) {
    /// Most words of a firm's name behind those that the lists know.
    const MOST: usize = 4;
    let of_firm = ["CEO", "Chief", "Director", "Manager", "Vice", "President", "Founder", "Co-Founder", "Head"];
    let english = of_firm.iter().any(|head| role.office.contains(head));
    let firm = role.organisation.as_deref().is_some_and(|body| body.starts_with("PT ") || body.starts_with("CV "));
    if !(firm || english) {
        return;
    }
    // `President of Karma International`
    let of = english && role.organisation.is_none() && matches!(text.lower(role.words.end), "of" | "at");
    if of && text.joined(role.words.end - 1) && text.words.get(role.words.end + 1).is_some_and(|next| next.is_capital())
    {
        role.words.end += 1;
        role.as_printed = text.slice(role.words.clone()).to_string();
    }
    let start = role.words.end;
    let end = (start..start + MOST)
        .take_while(|at| {
            // `Product Manager iKarya Indonesia`
            let inner = || text.print(*at).chars().skip(1).any(char::is_uppercase);
            text.joined(at - 1) && (text.word(*at).shape == Shape::Capital || english && *at == start && inner())
        })
        .last()
        .map_or(start, |last| last + 1);
    extend(text, role, end);
}

/// Whether the words behind an office and a comma are its holder's name and not the next thing of a list.
fn names_after_comma(text: &Text<'_>, words: &Range<usize>, titles: &[String], evidence: &Evidence<'_, '_>) -> bool {
    if words.clone().any(|at| evidence.is_name(at)) || !titles.is_empty() {
        return true;
    }
    let closes = text.gap_before(words.end);
    let next_lower = text.words.get(words.end).is_none_or(|word| word.is_lower() || word.shape == Shape::Number);
    (closes.trim_start().starts_with([',', '.', '(']) || next_lower)
        && lexicon().regions.find(text, words.start).is_none_or(|(count, _)| count < words.len())
}

fn finish(text: &Text<'_>, words: Range<usize>, titles: Vec<String>, cue: bool) -> Option<Candidate> {
    let (end, behind) = degrees(text, words.end);
    let honorifics = titles.into_iter().chain(behind).collect();
    Some(Candidate { alias: alias(text, end), words, honorifics, role: None, cue })
}
