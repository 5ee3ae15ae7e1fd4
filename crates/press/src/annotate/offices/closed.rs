//! The name behind an office's whole phrase and a comma: `Pakar keamanan siber dari Karyacom, Sari Dewi, menyebut …`.
//!
//! WHY a module of its own: elsewhere each word behind an office must be known as a body's or a field's. Where the phrase
//! begins its clause and a comma closes it, the words between need no list: what tells is the name behind the comma, and
//! that it speaks.

use std::ops::Range;

use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::parts::{degree, degrees, honorifics, is_acronym, name_word, run};
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::apposition;
use crate::annotate::offices::between::body_words;
use crate::annotate::offices::holders;
use crate::annotate::offices::roles::{self, RoleMention};
use crate::annotate::offices::small;
use crate::annotate::offices::tail::{VENUES, begins_body, is_body_word, second_office};
use crate::lexicon::{CueForm, TitlePlace, lexicon};
use crate::lists::List;
use crate::text::{Shape, Text};

/// Most words between an office and the comma.
const MOST: usize = 16;
/// Most commas within the phrase.
const COMMAS: usize = 3;
/// Small words within the phrase of an office.
const JOINS: &[&str] = &[
    "di",
    "dari",
    "untuk",
    "pada",
    "dan",
    "bidang",
    "asal",
    "periode",
    "tahun",
    "se",
    "of",
    "and",
    "the",
    "for",
    "at",
    "kota",
    "kabupaten",
    "provinsi",
    "wilayah",
];
/// Offices of firms and bodies, between which and a holder's name the firm's own name stands.
const OF_FIRMS: &[&str] =
    &["CEO", "Direktur", "Presiden Direktur", "Founder", "Ketua", "Manajer", "General Manager", "Head"];
/// Small words before an office that begin its clause.
const OPENS: &[&str] = &[
    "itu",
    "sama",
    "terpisah",
    "sebelumnya",
    "adapun",
    "sedangkan",
    "sementara",
    "menurut",
    "oleh",
    "lain",
    "sekaligus",
    "senada",
    "namun",
    "tetapi",
    "tapi",
    "bahkan",
    "kemudian",
    "lalu",
    "selanjutnya",
];
/// Kinds of bodies in small letters: what begins with them is where an office is held.
pub(super) const KINDS: &[&str] = &[
    "federasi",
    "klub",
    "timnas",
    "tim",
    "perusahaan",
    "lembaga",
    "organisasi",
    "grup",
    "band",
    "partai",
    "asosiasi",
    "serikat",
    "koperasi",
    "yayasan",
    "bank",
    "kementerian",
    "komunitas",
    "paguyuban",
    "rumah",
    "pondok",
];

/// A name behind the comma that closes an office's phrase.
pub(crate) struct Closed {
    /// The word behind the phrase's last one.
    pub(crate) end: usize,
    name: Range<usize>,
    titles: Vec<String>,
}

impl Closed {
    /// The name as one that holds an office.
    pub(crate) fn candidate(self, text: &Text<'_>) -> Candidate {
        let (end, behind) = degrees(text, self.name.end);
        Candidate {
            alias: crate::annotate::names::parts::alias(text, end),
            honorifics: self.titles.into_iter().chain(behind).collect(),
            cue: true,
            ..Candidate::new(self.name)
        }
    }
}

/// The name that closes the phrase of the office from word `start` on, whose own words end before word `from`.
pub(crate) fn find(text: &Text<'_>, start: usize, from: usize, evidence: &Evidence<'_, '_>) -> Option<Closed> {
    if !opens(text, start) {
        return None;
    }
    let sentence = text.word(start).sentence;
    let mut at = from;
    let mut depth = text.gap_before(from).contains('(');
    // `kata CEO Karmaya Ventures, Sari Dewi`: two words that speak elsewhere may be a firm, before a name in full.
    let mut names = false;
    let (mut area, mut area_end) = (from, from);
    let mut commas = 0;
    while at < text.words.len() && at - from <= MOST && text.word(at).sentence == sentence {
        let gap = text.gap_before(at).trim();
        depth = (depth && !gap.contains(')')) || gap.contains('(');
        // `PT Terang Jaya, Tbk, Sari Dewi`
        let firm = matches!(text.lower(at), "tbk" | "inc" | "ltd" | "llc");
        if !depth && matches!(gap, "," | "),") && !firm {
            let found = name(text, start, at, evidence).filter(|found| !names || found.name.len() > 1);
            // `Kepala Bidang Karya, Kementerian Terang, Sari Dewi berkata`: the comma parts two things, and the phrase goes on.
            let Some(end) = goes_on(text, at, evidence).filter(|_| found.is_none() && commas < COMMAS) else {
                return found;
            };
            commas += 1;
            at = end;
            continue;
        }
        // `Dokter spesialis anak di RS Karya dr. Sari Dewi, Sp.A, …`
        if at > from && gap.is_empty() && matches!(text.lower(at), "dr" | "drg" | "drh") && text.word(at).is_lower() {
            return name(text, start, at, evidence);
        }
        // `Pelatih ganda putra Indonesia Sari Dewi menyoroti …`: behind an area at which a phrase in small letters ends.
        // `Pakar hukum Institut Karya (IK) Sari Dewi menyoroti …`: or at a bracket.
        let plain = |index: usize| {
            text.word(index).is_lower()
                || lexicon().not_names.has(text.word(index)) && roles::head(text, index).is_none()
        };
        let behind = at > area && at == area_end && gap.is_empty() && plain(area - 1) || gap == ")";
        if behind && !depth && at > from + 1 && run(text, at).len() > 1 {
            let found = name(text, start, at, evidence);
            if found.is_some() {
                return found;
            }
        }
        if at >= area_end
            && let Some((words, _)) = lexicon().regions.find(text, at)
        {
            (area, area_end) = (at, at + words);
        }
        // Between brackets and in what begins there anything may stand.
        let close = firm || matches!(gap, "" | "(" | ")" | "/" | "&" | "-" | "–" | "." | ".(") || depth;
        if !close || !belongs(text, at, evidence) {
            return None;
        }
        names |= evidence.is_name(at) && evidence.is_name(at + 1);
        at += 1;
    }
    None
}

/// Where the words end that go on with a phrase behind a comma: one of a list of fields, or a body, of which the lists know
/// some word and which holds none of a person's. What ends there is a comma again, a bracket or `dan`.
fn goes_on(text: &Text<'_>, start: usize, evidence: &Evidence<'_, '_>) -> Option<usize> {
    /// Most words between two commas.
    const PART: usize = 9;
    let sentence = text.word(start).sentence;
    let mut thing = false;
    let mut at = start;
    if roles::head(text, start).is_some_and(|(words, _)| words > 1 || text.word(start).is_capital()) {
        return None;
    }
    while at - start < PART {
        let word = text.words.get(at).filter(|word| word.sentence == sentence)?;
        let gap = text.gap_before(at).trim();
        if at > start && !matches!(gap, "" | "&" | "-" | "/") {
            break;
        }
        let person = evidence.is_name(at) || lexicon().given.has(word) || word.title() == Some(TitlePlace::Before);
        let joins = word.is_lower() && (JOINS.contains(&&*word.lower) || word.lower == "serta");
        if person && !is_body_word(text, at) || !(word.is_capital() || joins) {
            return None;
        }
        thing |= body_words(text, at, evidence) > 0 && !word.is_lower();
        at += 1;
    }
    thing.then_some(at)
}

/// Whether an office stands where a clause or a speaker's phrase begins.
fn opens(text: &Text<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return true };
    let lower = text.lower(before);
    // `Sari Dewi, kepala ekonom di Karya Institute, Tokyo`: the name stands before the office.
    let apposed = text.gap_before(start).contains(',')
        && name_word(text, before)
        && !(before.saturating_sub(2)..=before).any(|at| lexicon().regions.find(text, at).is_some());
    // `kata Sari Dewi, profesor di Karma University, Seoul.`
    if apposition::told(text, start) {
        return false;
    }
    if apposed && text.word(before).sentence == text.word(start).sentence {
        return false;
    }
    text.word(before).sentence != text.word(start).sentence
        || text.gap_before(start).contains([',', '"', '”', ':'])
        || (text.joined(before)
            && (text.word(before).is_lower() || text.sentence_start(before) == before)
            && (OPENS.contains(&lower) || text.cue(before).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya)))
}

/// Whether a word may belong to the phrase of an office.
fn belongs(text: &Text<'_>, at: usize, evidence: &Evidence<'_, '_>) -> bool {
    let word = text.word(at);
    // What speaks elsewhere may be a firm, but not where a first name stands.
    if evidence.is_name(at) && lexicon().given.has(word) || crate::annotate::dates::is_date_word(&word.lower) {
        return false;
    }
    // `Ketua DPRD sekaligus Ketua Partai Karya, Sari Dewi`: a second office begins.
    let joins = matches!(&*word.lower, "dan" | "sekaligus" | "merangkap");
    if joins && text.word(at - 1).is_capital() && second_office(text, at + 1) {
        return false;
    }
    // `Pengurus Daerah di Gedung Karya, Sukaraya`: behind the place where something is done no holder stands.
    if word.lower == "di" && VENUES.contains(&text.lower(at + 1)) {
        return false;
    }
    if !word.is_lower() {
        // A second office begins a phrase of its own.
        return word.shape == Shape::Number || roles::head(text, at).is_none_or(|(words, _)| words == 1);
    }
    // `Musisi sekaligus ayah dari Sari, Budi Karyono`; but a second office begins a phrase of its own.
    let also = word.lower == "sekaligus" && roles::head(text, at + 1).is_none();
    also || JOINS.contains(&&*word.lower) || (small::noun(text, at) && text.cue(at).is_none())
}

/// The name behind the comma before word `at`, if it speaks or the phrase is one's who spoke.
fn name(text: &Text<'_>, start: usize, at: usize, evidence: &Evidence<'_, '_>) -> Option<Closed> {
    let (first, titles) = honorifics(text, at);
    let name = run(text, first);
    let same = text.words.get(first).is_some_and(|word| word.sentence == text.word(start).sentence);
    let no_name = name.is_empty()
        || !same
        || is_acronym(text, first)
        || !name_word(text, first)
        || degree(text.print(first))
        || roles::head(text, first).is_some()
        || lexicon().regions.find(text, first).is_some();
    if no_name {
        return None;
    }
    let (mut behind, _) = degrees(text, name.end);
    let aged = text.gap_before(behind).trim() == "(" && text.gap_before(behind + 1).trim_start().starts_with(')');
    behind += usize::from(aged);
    let next = text.words.get(behind).filter(|next| next.sentence == text.word(first).sentence);
    let close = matches!(text.gap_before(behind).trim(), "" | "," | ")" | ")," | ".,");
    let adverb = usize::from(matches!(text.lower(behind), "juga" | "pun" | "turut" | "kembali"));
    let tells = next.is_some_and(|next| next.is_lower())
        && close
        && text.cue(behind + adverb).is_some_and(|cue| cue.form == CueForm::Active && !cue.nya);
    let told = start > 0
        && text.joined(start - 1)
        && (text.cue(start - 1).is_some_and(|cue| cue.form == CueForm::Bare && !cue.nya)
            || text.lower(start - 1) == "menurut");
    // `disampaikan oleh Manajer Program Karmaya, Sari Dewi.`: nothing goes on behind the name.
    if start > 0 && text.lower(start - 1) == "oleh" {
        let ends = text.gap_before(name.end).trim_start().starts_with(['.', ',']);
        return (name.len() > 1 && ends).then_some(Closed { end: at, name, titles });
    }
    // `Menurut jaksa, Sari menerima uang`: behind the comma the clause may begin.
    let head = start > 0 && text.lower(start - 1) == "menurut" && text.sentence_start(start) + 1 == start;
    if head && !text.gap_before(behind).trim_start().starts_with([',', ')']) {
        return None;
    }
    let known = name.clone().any(|index| evidence.is_name(index));
    // `Ketua Pusat Kajian Karya, Institut Terang, Dr Sari Dewi meraih …`: what begins the sentence is its subject.
    let subject = text.sentence_start(start) == start
        && (name.len() > 1 || !titles.is_empty())
        && text.gap_before(behind).trim().is_empty()
        && next.is_some_and(|next| next.is_lower() && verb(&next.lower));
    // `Gelandang asal Sukaraya, Sari Dewi, resmi bertahan`: a name between commas behind what begins the sentence.
    let enclosed = text.sentence_start(start) == start
        && name.len() > 1
        && next.is_some_and(|next| next.is_lower())
        && text.gap_before(behind).trim_start().starts_with([',', ')'])
        && !matches!(text.lower(behind), "dan" | "serta" | "hingga" | "atau" | "maupun");
    let believed = tells || enclosed || subject || ((name.len() > 1 || known || !titles.is_empty()) && (told || known));
    believed.then_some(Closed { end: at, name, titles })
}

/// Whether a word in small letters has the form of a verb that a subject stands before.
fn verb(word: &str) -> bool {
    word.len() > 5 && !word.ends_with("nya") && ["me", "ber", "di"].iter().any(|head| word.starts_with(head))
        || matches!(
            word,
            "akan" | "telah" | "sudah" | "hadir" | "juga" | "turut" | "ikut" | "sempat" | "tidak" | "belum"
        )
}

/// Gives an office the words up to the comma: those in small letters right behind it name it more closely, the others
/// where it is held.
pub(crate) fn assign(text: &Text<'_>, role: &mut RoleMention, end: usize) {
    take_list(text, role, end);
    let start = role.words.end;
    let own = |at: usize| {
        let word = text.lower(at);
        let goes_on = word == "dan" && text.word(at + 1).is_lower();
        text.word(at).is_lower() && !KINDS.contains(&word) && (goes_on || !JOINS.contains(&word))
    };
    let last = (start..end).take_while(|at| own(*at)).last().map_or(start, |last| last + 1);
    if last > start && role.organisation.is_none() && !roles::takes_words(text, role) {
        role.office = format!("{} {}", role.office, text.slice(start..last));
        role.words.end = last;
        role.as_printed = text.slice(role.words.clone()).to_string();
    }
    holders::extend(text, role, end);
}

/// `Direktur Keuangan, Operasional dan TI Bank Karya`: gives an office the fields that a list goes on with over a comma, up
/// to the body behind the last of them.
fn take_list(text: &Text<'_>, role: &mut RoleMention, end: usize) {
    let start = role.words.end;
    if role.organisation.is_some() || !roles::takes_words(text, role) {
        return;
    }
    // The comma of a list stands behind the office's last field or, where its first one begins a body's name, further on.
    let comma = (start..end).find(|at| text.gap_before(*at).trim() == ",");
    let joint = |at: &usize| matches!(text.lower(*at), "dan" | "serta") || text.gap_before(*at).trim() == "&";
    let Some(joint) = comma.and_then(|comma| (comma..end).rev().find(joint)) else { return };
    let body = |at: &usize| {
        begins_body(text, *at)
            || text.word(*at).shape == Shape::Caps && text.word(*at).end - text.word(*at).start > 2
            || text.is(*at, List::FIRMS)
            || lexicon().regions.find(text, *at).is_some()
            || matches!(text.lower(*at), "di" | "dari" | "pada")
            || text.gap_before(*at).trim() == ","
    };
    let last = (joint + 2..end).find(body).unwrap_or(end);
    role.office = format!("{} {}", role.office, text.slice(start..last));
    role.words.end = last;
    role.as_printed = text.slice(role.words.clone()).to_string();
}

/// Whether what the nearer search found is less sure than a name behind a comma: nothing, or capital words that nothing
/// shows to be a name.
pub(crate) fn surer(
    text: &Text<'_>,
    role: &RoleMention,
    near: Option<&Candidate>,
    closed: &Closed,
    evidence: &Evidence<'_, '_>,
) -> bool {
    // `kata CEO Karmaya Ventures, Sari Dewi`: a firm that speaks elsewhere, where a name in full follows.
    let firm = |near: &Candidate| {
        near.words.end == closed.end
            && closed.name.len() > 1
            && near.honorifics.is_empty()
            && !near.words.clone().any(|at| lexicon().given.contains(text.lower(at)))
    };
    // `Ketua Tim Pelayanan Haji Reguler Bidang Karya, Sari Dewi`: capital words go on behind what is no name.
    let inside = |near: &Candidate| {
        near.words.end < closed.end
            && closed.name.len() > 1
            && text.joined(near.words.end - 1)
            && text.word(near.words.end).is_capital()
            && !near.words.clone().any(|at| evidence.is_name(at) || lexicon().given.contains(text.lower(at)))
    };
    near.is_none_or(|near| {
        near.words != closed.name && inside(near)
            || firm(near) && OF_FIRMS.iter().any(|head| role.office.starts_with(head))
            || near.honorifics.is_empty()
                && near.words.start >= role.words.end
                && !near.words.clone().any(|at| evidence.is_name(at))
                && !text.gap_before(near.words.start).contains(',')
    })
}
