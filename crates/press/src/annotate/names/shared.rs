//! One office and several people: `anggota DPRD Sari Dewi dan Budi Karyono`, `wali kota dan wakilnya, Budi`,
//! `jabatan itu beralih dari Sari kepada Budi`.
//!
//! WHY a module of its own: the parse of an office looks for one holder. What joins further people to it is a list, a
//! pair or a handing over, each with its own marks.

use std::ops::Range;

use crate::annotate::names::parts::{degrees, is_acronym, run};
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::roles::{self, RoleMention};
use crate::lexicon::lexicon;
use crate::text::Text;

/// Offices that several people hold at a time.
const MANY: &[&str] = &[
    "Anggota",
    "Wakil Ketua",
    "Terdakwa",
    "Tersangka",
    "Terpidana",
    "Saksi",
    "Warga",
    "Pengacara",
    "Kuasa Hukum",
    "Jaksa",
    "Hakim",
    "Dosen",
    "Peneliti",
    "Mahasiswa",
    "Pemain",
    "Atlet",
    "Petani",
    "Pedagang",
    "Nelayan",
    "Aktivis",
    "Komisioner",
    "Staf",
    "Artis",
    "Aktor",
    "Aktris",
    "Penyanyi",
    "Guru",
    "Politikus",
];
/// Words before an office that say that several hold it.
const COUNTS: &[&str] =
    &["dua", "tiga", "empat", "lima", "kedua", "ketiga", "keempat", "kelima", "keenam", "para", "sejumlah", "beberapa"];
/// Most people who share one office.
const MOST: usize = 12;

/// The further holders of an office, by their names, behind its first one.
pub(crate) fn further(text: &Text<'_>, role: &RoleMention, first: &Candidate) -> Vec<Range<usize>> {
    let counted =
        role.words.start > 0 && text.joined(role.words.start - 1) && COUNTS.contains(&text.lower(role.words.start - 1));
    let named = matches!(text.lower(first.words.start.saturating_sub(1)), "yakni" | "yaitu");
    let many = MANY.iter().any(|office| role.office.starts_with(office));
    if !(counted || named || many) {
        return Vec::new();
    }
    names_of_list(text, first.words.end)
}

/// How far behind an office a list of its holders may begin, in words.
const REACH: usize = 12;

/// The holders of an office whom a list names further on: `anggota DPRD yang hadir di antaranya Sari Dewi, Budi Karyono,
/// dan Tono Hardana`.
pub(crate) fn listed(text: &Text<'_>, role: &RoleMention) -> Vec<Range<usize>> {
    let counted =
        role.words.start > 0 && text.joined(role.words.start - 1) && COUNTS.contains(&text.lower(role.words.start - 1));
    if !(counted || MANY.iter().any(|office| role.office.starts_with(office))) {
        return Vec::new();
    }
    let end = role.words.end;
    let lead = (end..end + REACH)
        .take_while(|at| text.words.get(*at).is_some_and(|word| word.is_lower()) && text.joined(at - 1))
        .find(|at| {
            matches!(text.lower(*at), "antaranya" | "yakni" | "yaitu")
                || (text.lower(*at) == "lain" && text.lower(at - 1) == "antara")
        });
    let Some(lead) = lead else { return Vec::new() };
    let (start, _) = crate::annotate::names::parts::honorifics(text, lead + 1);
    let first = run(text, start);
    let close = matches!(text.gap_before(lead + 1).trim(), "" | "," | ":")
        && text.words.get(lead + 1).is_some_and(|word| word.sentence == text.word(lead).sentence);
    if !close || first.is_empty() || is_acronym(text, start) || lexicon().regions.find(text, start).is_some() {
        return Vec::new();
    }
    let further = names_of_list(text, first.end);
    if further.is_empty() {
        return Vec::new();
    }
    std::iter::once(first).chain(further).collect()
}

/// The second name where two offices joined by `dan` are followed by two names so joined: `Wali Kota dan Wakil Wali
/// Kota, Sari Dewi dan Budi Karyono`. The first office learns where it is held from the second.
pub(crate) fn pair(text: &Text<'_>, roles: &mut [RoleMention], first: &Candidate) -> Option<Range<usize>> {
    let [.., one, other] = roles else { return None };
    let joined = text.lower(one.words.end) == "dan" && one.words.end + 1 == other.words.start;
    if !joined || one.office == other.office {
        return None;
    }
    let mut names = names_of_list(text, first.words.end).into_iter();
    let second = names.next().filter(|_| names.next().is_none())?;
    if one.organisation.is_none() {
        one.organisation.clone_from(&other.organisation);
    }
    Some(second)
}

/// Gives the holder behind the second of two joined offices the first one too: `Menteri Investasi dan Kepala Badan Karya, Sari
/// Dewi, mengatakan`, `Ketua DPRD sekaligus Ketua Partai Karya, Sari Dewi`. `candidates` are the names with the offices that
/// they were found beside.
#[expect(clippy::indexing_slicing, reason = "offices are counted from the second one on")]
pub(crate) fn both(text: &Text<'_>, roles: &mut [RoleMention], candidates: &[Candidate]) {
    for second in 1..roles.len() {
        let (one, other) = (&roles[second - 1], &roles[second]);
        let join = text.lower(one.words.end);
        let joined = one.words.end + 1 == other.words.start
            && matches!(join, "dan" | "sekaligus" | "merangkap")
            && text.joined(one.words.end - 1)
            && text.joined(one.words.end);
        let Some(holder) = other.holder.filter(|_| joined && one.holder.is_none() && one.office != other.office) else {
            continue;
        };
        let several = one.words.start > 0 && COUNTS.contains(&text.lower(one.words.start - 1));
        let named = candidates.iter().find(|one| one.role == Some(second) && one.words.start >= other.words.end);
        // `Gubernur dan Bupati Karya Sari Dewi`: only a comma shows that both are meant.
        let whole = named.is_some_and(|named| {
            let comma = text.gap_before(other.words.end).trim_start_matches(')').trim() == ",";
            (join != "dan" || comma) && names_of_list(text, named.words.end).is_empty()
        });
        let area = |role: &RoleMention| AREAS.iter().any(|office| role.office.starts_with(office));
        if whole && !several && !(join == "dan" && area(one)) {
            roles[second - 1].holder = Some(holder);
        }
    }
}

/// Offices of areas and of what one holds alone: nobody heads two of them.
const AREAS: &[&str] =
    &["Gubernur", "Bupati", "Wali Kota", "Wakil", "Kapol", "Presiden", "Camat", "Lurah", "Kepala Desa"];

/// The names of a list that goes on behind word `end` and closes with `dan`.
pub(crate) fn names_of_list(text: &Text<'_>, end: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut at, _) = degrees(text, end);
    let sentence = text.words.get(end - 1).map(|word| word.sentence);
    while found.len() < MOST && text.words.get(at).map(|word| word.sentence) == sentence {
        let gap = text.gap_before(at).trim();
        let last = matches!(text.lower(at), "dan" | "serta") && matches!(gap, "" | ",");
        if !(last || gap == ",") {
            break;
        }
        let (start, _) = crate::annotate::names::parts::honorifics(text, at + usize::from(last));
        let words = run(text, start);
        let close = start == at || text.gap_before(at + 1).trim().is_empty();
        let no_name = words.is_empty()
            || !close
            || is_acronym(text, words.start)
            || roles::head(text, words.start).is_some()
            || lexicon().regions.find(text, words.start).is_some();
        if no_name {
            break;
        }
        let (behind, _) = degrees(text, words.end);
        // `Sari dan Budi Karyono Camat Sukaraya`: the last one has an office of his own.
        if text.joined(behind - 1) && roles::head(text, behind).is_some() && text.word(behind).is_capital() {
            break;
        }
        found.push(words);
        if last {
            return found;
        }
        at = behind;
    }
    Vec::new()
}

/// `Wali Kota Sari Dewi dan wakilnya, Budi Karyono`: the deputy's office and name, by the office named before.
pub(crate) fn deputy(text: &Text<'_>, at: usize, before: Option<&RoleMention>) -> Option<(RoleMention, Range<usize>)> {
    if text.lower(at) != "wakilnya" {
        return None;
    }
    let before = before.filter(|role| role.words.start + 20 > at && !role.office.starts_with("Wakil"))?;
    let same = text.word(before.words.start).paragraph == text.words.get(at)?.paragraph;
    let gap = text.gap_before(at + 1).trim();
    let words = run(text, at + 1);
    if !same || !matches!(gap, "" | ",") || words.is_empty() {
        return None;
    }
    let mut role = before.clone();
    role.words = at..at + 1;
    role.as_printed = text.print(at).to_string();
    role.office = format!("Wakil {}", before.office);
    role.holder = None;
    Some((role, words))
}

/// `jabatan Kepala Dinas beralih dari Sari Dewi kepada Budi Karyono`: who gave and who took an office.
pub(crate) fn handed_over(text: &Text<'_>, role: &RoleMention) -> Option<[Range<usize>; 2]> {
    let lead = text.lower(role.words.start.checked_sub(1)?);
    if !matches!(lead, "jabatan" | "kursi" | "posisi" | "kepemimpinan") {
        return None;
    }
    let end = role.words.end;
    let from = (end..end + 4).find(|at| text.lower(*at) == "dari" && text.joined(*at))?;
    let first = run(text, crate::annotate::names::parts::honorifics(text, from + 1).0);
    let (to, _) = degrees(text, first.end);
    if first.is_empty() || !matches!(text.lower(to), "ke" | "kepada") {
        return None;
    }
    let second = run(text, crate::annotate::names::parts::honorifics(text, to + 1).0);
    let same = text.word(role.words.start).sentence == text.words.get(second.start)?.sentence;
    (!second.is_empty() && same).then_some([first, second])
}
