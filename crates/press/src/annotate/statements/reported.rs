//! Reported speech: the clause that a cue attributes to someone, in the reporter's words.
//!
//! WHY only with an agent and a clause: `X menegaskan bahwa …`, `Menurut X, …`, `… , kata X` and `X meminta agar …`
//! say that someone said something. Passives without an agent, speech acts without a clause (`menyampaikan apresiasi`)
//! and bare topics (`menjelaskan soal anggaran`) do not, and are left out.

use std::ops::Range;

use jejak_archive::model::How;

use crate::annotate::statements::clauses::{has_predicate, is_clause, predicate_at};
use crate::annotate::statements::focus::Cues;
use crate::annotate::statements::scene::{Agent, Scene, Who};
use crate::lexicon::{Cue, CueClass, CueForm};
use crate::text::{Text, is_space};
use crate::within::Within as _;

/// A reported statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundReport {
    /// Its bytes.
    pub(crate) span: Range<usize>,
    /// The cue's word.
    pub(crate) cue: usize,
    pub(crate) agent: Agent,
    /// Whether a conjunction or a comma shows where the clause begins.
    pub(crate) marked: bool,
}

/// Fewest words of a clause.
const FEWEST: usize = 3;
/// Most words of a clause, and so of a walk for one.
const LONGEST: usize = 200;
/// How far behind a cue of asking its `agar` may stand, in words.
const REACH: usize = 14;

/// All reported statements, in order.
pub(crate) fn find(scene: &Scene<'_>, cues: &Cues) -> Vec<FoundReport> {
    let mut found: Vec<FoundReport> = Vec::new();
    for (index, agent) in &cues.agents {
        if agent.who.is_none() {
            continue;
        }
        let Some(cue) = scene.cue(*index) else { continue };
        let Some((words, marked)) = clause(scene, *index, cue, agent) else { continue };
        let Some(span) = bytes(scene, words) else { continue };
        // One statement for each cue; where two claim the same words, the one nearer to them has them.
        if found.last().is_some_and(|last| last.span.end > span.start) {
            let before = scene.text.lower(index.saturating_sub(1));
            let relative = *index > 0 && before == "yang";
            // `mengingatkan cuaca buruk dan meminta warga waspada`: one speaker, two verbs.
            let joint = cue.form == CueForm::Active
                && matches!(before, "dan" | "serta" | "lalu" | "kemudian" | "sekaligus")
                && found.last().is_some_and(|last| last.agent.who == agent.who);
            if (marked || joint) && !relative {
                let clipped = found.pop().and_then(|last| clip(scene, last, *index));
                found.extend(clipped);
            } else {
                continue;
            }
        }
        found.push(FoundReport { span, cue: *index, agent: agent.clone(), marked });
    }
    found
}

/// Words that join a further cue to a statement before it.
const JOINING: &[&str] = &[
    "dan",
    "serta",
    "juga",
    "kembali",
    "sekaligus",
    "sambil",
    "seraya",
    "sembari",
    "kemudian",
    "lalu",
    "pun",
    "namun",
    "tetapi",
    "selain",
    "itu",
    "ia",
    "dia",
];

/// Ends a statement before a later cue's sentence part.
fn clip(scene: &Scene<'_>, mut report: FoundReport, cue: usize) -> Option<FoundReport> {
    let text = scene.text;
    let start = text.word_at(report.span.start);
    let mut end = text.word_at(text.word(cue).start.min(report.span.end));
    while end > start && JOINING.contains(&text.lower(end - 1)) {
        end -= 1;
    }
    report.span = bytes(scene, start..end).filter(|_| start + FEWEST <= end)?;
    // What is left without a verb is a bare topic.
    let whole = CLAUSAL.contains(&text.lower(report.cue)) && end - start > FEWEST;
    (report.marked || whole || has_predicate(text, start..end)).then_some(report)
}

/// The words that a cue attributes, and whether a conjunction or a comma marks them.
fn clause(scene: &Scene<'_>, index: usize, cue: Cue, agent: &Agent) -> Option<(Range<usize>, bool)> {
    let text = scene.text;
    let end = text.sentence_end(index).min(index + LONGEST);
    let behind_agent = agent.words.end.max(index + 1);
    let menurut = text.lower(index).starts_with("menurut");
    let marked = |words: Option<Range<usize>>| words.map(|words| (words, true));
    match cue.form {
        CueForm::Active => active(scene, index + 1, end, cue),
        CueForm::Bare
            if cue.class != CueClass::Tail || agent.words.start != index + 1 || inserted(text, index, agent) =>
        {
            let from = if agent.words.start > index { behind_agent } else { index + 1 };
            if agent.words.start < index && !agent.words.is_empty() {
                return active(scene, index + 1, end, cue);
            }
            // `Program itu, kata Sari, akan dimulai`: the part behind it. `…, kata Sari.`: the part before it, also
            // where a day, a place or an office of the speaker follows.
            let comma = text.gap_before(from).trim() == ",";
            // `kata Sari Dewi, seorang dokter`: who she is.
            let someone = agent.words.start > index && text.lower(from) == "seorang"
                // `"Siap," kata Sari, Manajer Pemasaran Karmaya`: behind a quote no clause goes on.
                || index > 0 && scene.is_quoted(index - 1);
            if comma && from < end && !is_adjunct(scene, from) && !someone {
                return marked(unquoted(scene, from..end));
            }
            let sentence = text.sentence_start(index).max(index.saturating_sub(LONGEST));
            let before = unquoted(scene, sentence..index).filter(|_| text.gap_before(index).trim() == ",")?;
            let predicate = has_predicate(text, before.clone());
            let close = comma || from >= end.saturating_sub(8) || is_adjunct(scene, from);
            marked(((close && before.len() > FEWEST) || predicate).then_some(before))
        }
        CueForm::Passive if menurut => {
            let comma = text.gap_before(behind_agent).trim().starts_with(',');
            let nya = agent.words.is_empty();
            // `Menurut Sari warga sudah mengungsi`: the comma is lost.
            let person = matches!(agent.who, Some(Who::Person(_))) && agent.how != How::Pronoun;
            let points =
                matches!(text.lower(behind_agent), "itu" | "ini" | "tersebut" | "dan" | "serta" | "atau" | "yakni");
            let lost =
                || person && !points && !is_adjunct(scene, behind_agent) && has_predicate(text, behind_agent..end);
            (comma || nya || lost()).then_some(())?;
            marked(unquoted(scene, behind_agent..end))
        }
        CueForm::Passive if !agent.words.is_empty() || cue.nya => {
            let near = conjunction(scene, behind_agent..end.min(behind_agent + 4), &["bahwa", "jika"]);
            // `disampaikan Sari saat jumpa pers, bahwa …`
            let far = || {
                conjunction(scene, behind_agent..end.min(behind_agent + REACH), &["bahwa"])
                    .filter(|from| text.gap_before(from - 1).trim() == ",")
            };
            if let Some(from) = near.or_else(far) {
                return marked(unquoted(scene, from..end));
            }
            if behind_agent >= end || is_adjunct(scene, behind_agent) {
                return None;
            }
            if text.gap_before(behind_agent).trim() == "," {
                return marked(unquoted(scene, behind_agent..end));
            }
            // `Laporan dimintanya dibuka`: what was said of the subject follows at once.
            // `Bantuan itu dikatakan Menteri Sosial Sari akan dibagikan`
            let words = unquoted(scene, behind_agent..end)
                .filter(|words| cue.nya || SPOKEN.contains(&text.lower(index)) && predicate_at(text, words.start))?;
            is_clause(text, words.clone()).then_some((words, false))
        }
        _ => None,
    }
}

/// Passives that always have a speaker behind them (`disebut Sari` may as well say what Sari is called).
const SPOKEN: &[&str] = &["dikatakan", "dijelaskan", "ditegaskan", "dituturkan", "diungkapkan", "diakui", "dipastikan"];

/// `Tak hanya itu, lanjut Sari, hujan merusak jalan`: whether a cue that mostly goes with a quotation is put into a clause
/// between commas.
fn inserted(text: &Text<'_>, index: usize, agent: &Agent) -> bool {
    let end = agent.words.end;
    text.gap_before(index).trim() == "," && end > index && text.gap_before(end).trim() == ","
}

/// Whether what starts at a word only says when, where, to whom or by whom something was said.
fn is_adjunct(scene: &Scene<'_>, index: usize) -> bool {
    let text = scene.text;
    let word = text.lower(index);
    let circumstance = matches!(
        word,
        "saat"
            | "ketika"
            | "usai"
            | "seusai"
            | "setelah"
            | "sebelum"
            | "selepas"
            | "sambil"
            | "seraya"
            | "sembari"
            | "kepada"
            | "di"
            | "pada"
            | "dalam"
            | "dari"
            | "lewat"
            | "melalui"
            | "yang"
            | "dikutip"
            | "seperti"
            | "sebagaimana"
            | "didampingi"
            | "mewakili"
            | "selaku"
            | "kemarin"
            | "hari"
            | "tadi"
            | "belum"
            | "baru-baru"
            | "pukul"
            | "tanggal"
            | "menanggapi"
            | "menjawab"
            | "dihubungi"
            | "dikonfirmasi"
            | "ditemui"
            | "dijumpai"
            | "dilansir"
    );
    // `…, kata Sari, belum lama ini`; but `anggarannya, kata Sari, belum cair`.
    let circumstance = circumstance && (word != "belum" || text.lower(index + 1) == "lama");
    circumstance || crate::annotate::dates::is_date_word(word) || scene.thing_at(index).is_some()
}

/// Behind an active cue: what follows `bahwa`, `agar`, a comma, or the cue at once.
fn active(scene: &Scene<'_>, from: usize, end: usize, cue: Cue) -> Option<(Range<usize>, bool)> {
    let text = scene.text;
    // `menyampaikannya` has its object in -nya, and no clause follows.
    let object = cue.nya && cue.class != CueClass::Think;
    // `Sari menyoroti bahwa anak kurang tidur`: the conjunction shows a clause behind verbs that mostly take none.
    let shown = text.lower(from) == "bahwa" && !FINDING.contains(&text.lower(from - 1));
    if from >= end || scene.is_quoted(from) || cue.class == CueClass::Tail && !shown || object {
        return None;
    }
    let start = if cue.class == CueClass::Ask { addressed(scene, from..end) } else { conjoined(scene, from..end) };
    if let Some(start) = start {
        return unquoted(scene, start..end).map(|words| (words, true));
    }
    if let Some(start) = told_to(scene, from..end) {
        return unquoted(scene, start..end).map(|words| (words, true));
    }
    let comma = text.gap_before(from).trim() == ",";
    let first = text.lower(from);
    let words = unquoted(scene, from..end)?;
    let pentingnya = first == "pentingnya" && !comma;
    let whole = CLAUSAL.contains(&text.lower(from - 1)) && words.len() > FEWEST;
    let clause = !is_topic(text, from) && (whole || has_predicate(text, words.clone()));
    (comma || pentingnya || clause).then_some((words, comma))
}

/// Verbs of finding and grasping, whose `bahwa` tells what is so and not what is said.
const FINDING: &[&str] = &["menunjukkan", "menemukan", "memahami"];

/// `mengingatkan kepada warga, sungai akan meluap`: where the clause begins behind those whom it is said to and a comma.
fn told_to(scene: &Scene<'_>, words: Range<usize>) -> Option<usize> {
    let text = scene.text;
    if !matches!(text.lower(words.start), "kepada" | "pada")
        || crate::annotate::dates::is_date_word(text.lower(words.start + 1))
    {
        return None;
    }
    let limit = words.end.min(words.start + REACH);
    let start = (words.start + 1..limit).find(|at| text.gap_before(*at).trim() == ",")?;
    let plain = !has_predicate(text, words.start + 1..start) && !is_adjunct(scene, start);
    (plain && has_predicate(text, start..words.end)).then_some(start)
}

/// Where the request behind a cue of asking begins that `agar`, `untuk` or their like mark.
fn addressed(scene: &Scene<'_>, words: Range<usize>) -> Option<usize> {
    // An `agar` behind a further cue is that one's.
    let limit = words.end.min(words.start + REACH);
    let further = |index: &usize| {
        scene.cue(*index).is_some_and(|cue| cue.form == CueForm::Active && cue.class == CueClass::Ask)
            && JOINING.contains(&scene.text.lower(index - 1))
    };
    let near = words.start..(words.start..limit).find(further).unwrap_or(limit);
    // `berharap warga menjaga sungai agar bersih`: the wish has begun before, and this says to what end.
    if let Some(start) = conjunction(scene, near.clone(), &["agar", "supaya", "bahwa"]) {
        let begun = scene.text.lower(start - 1) != "bahwa" && has_predicate(scene.text, words.start..start - 1);
        return (!begun).then_some(start);
    }
    // `meminta warga untuk antre` addresses the residents; in `meminta warga menanam pohon untuk peneduh` the
    // request has begun before.
    let start = conjunction(scene, near, &["untuk"])?;
    (!has_predicate(scene.text, words.start..start - 1)).then_some(start)
}

/// Where the clause behind a cue of saying begins that `bahwa` or its like marks.
fn conjoined(scene: &Scene<'_>, words: Range<usize>) -> Option<usize> {
    let near = words.start..words.end.min(words.start + REACH);
    // `menjelaskan kepada wartawan bahwa …`; but `menilai warga menyadari bahwa …` has begun before.
    if let Some(start) = conjunction(scene, near, &["bahwa", "bahwasanya"])
        && (start <= words.start + 6 || !has_predicate(scene.text, words.start..start - 1))
    {
        return Some(start);
    }
    // `menyampaikan kepada pegawai agar …`: a verb of saying that asks.
    if scene.text.lower(words.start) == "kepada"
        && let Some(start) = conjunction(scene, words.start..words.end.min(words.start + REACH), &["agar", "supaya"])
    {
        return Some(start);
    }
    // Elsewhere these say under what condition.
    conjunction(scene, words.start..words.end.min(words.start + 1), &["kalau", "jika", "bila"])
}

/// Verbs of saying that take a clause and hardly ever a thing, so that one without a verb counts too
/// (`ia mengatakan motor itu milik tetangganya`).
const CLAUSAL: &[&str] =
    &["mengatakan", "berkata", "menuturkan", "menambahkan", "mengaku", "berpendapat", "menduga", "mengira", "yakin"];

/// Whether the word behind a cue of saying begins a bare topic or a circumstance, and no clause.
fn is_topic(text: &Text<'_>, from: usize) -> bool {
    let first = text.lower(from);
    let next = text.lower(from + 1);
    if !TOPICS.contains(&first) {
        return false;
    }
    let behind = || from + 1..text.sentence_end(from).min(from + LONGEST);
    match first {
        // `menegaskan itu bukan tugasnya`
        "itu" | "ini" => !predicate_at(text, from + 1),
        // `mengatakan saat ini warga masih mengungsi`
        "saat" => !(matches!(next, "ini" | "itu") && has_predicate(text, from + 2..behind().end)),
        // `menyebut lebih dari seratus warga mengungsi`
        "lebih" => !(next == "dari" && has_predicate(text, behind())),
        // `berharap dengan adanya pasar baru pedagang kian untung`
        "dengan" => {
            !((next.ends_with("nya") || matches!(next, "demikian" | "begitu" | "tidak"))
                && has_predicate(text, from + 2..behind().end))
        }
        // `mengatakan laporan warga sudah diterima`; but `menyampaikan laporan`
        _ if TOPIC_NOUNS.contains(&first) => {
            !(TELLING.contains(&text.lower(from - 1)) && has_predicate(text, behind()))
        }
        _ => true,
    }
}

/// Those of them that are nouns, or count some, and may begin a clause behind a verb that takes one.
const TOPIC_NOUNS: &[&str] = &[
    "sejumlah",
    "beberapa",
    "laporan",
    "alasan",
    "pesan",
    "dukungan",
    "hal",
    "kronologi",
    "komitmen",
    "arahan",
    "izin",
    "permohonan",
    "penghargaan",
    "harapan",
    "rasa",
];

/// Verbs of saying behind which a noun begins a clause.
const TELLING: &[&str] = &[
    "mengatakan",
    "menuturkan",
    "menambahkan",
    "menyebut",
    "menyebutkan",
    "menegaskan",
    "memastikan",
    "menyatakan",
    "menilai",
    "memperkirakan",
    "mengaku",
    "mengakui",
];

/// Words behind a cue of saying that may begin one.
const TOPICS: &[&str] = &[
    "soal",
    "tentang",
    "terkait",
    "mengenai",
    "apresiasi",
    "terima",
    "terimakasih",
    "dukungan",
    "harapan",
    "selamat",
    "ucapan",
    "rasa",
    "kepada",
    "hal",
    "pesan",
    "bagaimana",
    "alasan",
    "sejumlah",
    "beberapa",
    "kronologi",
    "komitmen",
    "diri",
    "itu",
    "ini",
    "laporan",
    "arahan",
    "sambutan",
    "permohonan",
    "penghargaan",
    "oleh",
    "dengan",
    "di",
    "pada",
    "dalam",
    "saat",
    "lebih",
    "secara",
    "maaf",
    "izin",
    "kekhawatiran",
    "kekecewaan",
    "keyakinan",
];

/// The word behind the first of some conjunctions.
fn conjunction(scene: &Scene<'_>, range: Range<usize>, words: &[&str]) -> Option<usize> {
    range
        .into_iter()
        .take_while(|index| !scene.is_quoted(*index))
        .find(|index| words.contains(&scene.text.lower(*index)))
        .map(|index| index + 1)
}

/// The words of a range, without what only leads into them. A clause whose words partly stand between marks is told
/// by the marked words; marks that open a sentence of their own end it.
fn unquoted(scene: &Scene<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let text = scene.text;
    let mut start = range.start;
    while start < range.end && matches!(text.lower(start), "agar" | "bahwa" | "pula" | "juga") {
        start += 1;
    }
    let end = match (start..range.end).find(|index| scene.is_quoted(*index)) {
        Some(quoted) if text.word(quoted).is_lower() => return None,
        Some(quoted) => quoted,
        None => range.end,
    };
    let few = start + FEWEST > end && !(start + 2 == end && is_clause(text, start..end));
    (start < end && !few).then_some(start..end)
}

/// The bytes of words, without the marks around them.
fn bytes(scene: &Scene<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let text = scene.text;
    let (first, last) = (text.words.get(words.start)?, text.words.get(words.end.checked_sub(1)?)?);
    // A bracket that opens inside closes inside: `(leasing)`.
    let after = text.raw.within(last.end..);
    let closing = after.starts_with(')') && text.raw.within(first.start..last.end).contains('(');
    let start = first.start;
    let end = last.end + usize::from(closing);
    let range = start..end;
    text.raw.get(range.clone()).filter(|words| !words.trim_matches(is_space).is_empty())?;
    Some(range)
}
