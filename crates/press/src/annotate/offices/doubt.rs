//! Which names behind an office are not believed at once.
//!
//! WHY: words for what a person does stand as often before what a thing is of: `petugas Karyasec`, `sopir Karyamax`. There
//! capital words are a name only where a comma, a title or a cue shows it.

use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::kinds::OF_AREAS;
use crate::annotate::names::parts::degrees;
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::roles::{self, RoleMention};
use crate::annotate::offices::tail::NEW;
use crate::lexicon::{CueForm, lexicon};
use crate::text::Text;

/// Such words, in the normal form of the office.
const WEAK: &[&str] = &[
    "Sopir", "Legenda", "Staf", "Petugas", "Humas", "Pemandu", "Bidan", "Perawat", "Ulama", "Kurir", "Satpam",
    "Pengasuh", "Pegiat", "Penggiat", "Profesor",
];

/// Whether capital words behind an office need more to be believed a name than there is: a comma, a title or a cue.
pub(crate) fn doubtful(text: &Text<'_>, role: &RoleMention, found: &Candidate, evidence: &Evidence<'_, '_>) -> bool {
    let first = role.office.split(' ').next().unwrap_or_default();
    let weak =
        WEAK.contains(&first) && !role.office.starts_with("Staf Ahli") && !role.office.starts_with("Staf Khusus");
    weak && !shown(text, role, found, evidence)
}

/// Whether a comma, a title or a cue shows what stands behind an office to be a name.
fn shown(text: &Text<'_>, role: &RoleMention, found: &Candidate, evidence: &Evidence<'_, '_>) -> bool {
    let (start, end) = (found.words.start, found.words.end);
    let (behind, _) = degrees(text, end);
    let told = role.words.start > 0
        && text.joined(role.words.start - 1)
        && (text.cue(role.words.start - 1).is_some_and(|cue| !cue.nya)
            || text.lower(role.words.start - 1) == "menurut");
    !found.honorifics.is_empty()
        || text.gap_before(start).contains(',')
        || told
        || text.cue(behind).is_some_and(|cue| cue.form == CueForm::Active)
        || found.words.clone().any(|at| evidence.is_name(at))
}

/// Whether a name behind an office in small letters is believed: right behind it any is; behind a body it needs a
/// title, a cue of its own or one before the office (`kata anggota Bawaslu Lampung Sari`, not
/// `mahasiswa Universitas Sari`).
pub(crate) fn sure_behind(
    text: &Text<'_>,
    index: usize,
    role: &RoleMention,
    candidate: Option<&Candidate>,
    evidence: &Evidence<'_, '_>,
) -> bool {
    let Some(candidate) = candidate else { return false };
    let head = roles::head(text, index).map_or(index, |(words, _)| index + words);
    let cue = index > 0 && text.joined(index - 1) && text.cue(index - 1).is_some();
    let told = matches!(text.lower(candidate.words.start.saturating_sub(1)), "yakni" | "yaitu" | "bernama");
    // `wali kota definitif, Sari Dewi`
    let small = text.word(candidate.words.start - 1).is_lower() && candidate.words.start > head + usize::from(told);
    // `juru bicara Balai Kota Sari Dewi mengatakan`
    let end = candidate.words.end;
    let tells = candidate.words.len() > 1
        && text.joined(end - 1)
        && text.word(end).is_lower()
        && text.cue(end).is_some_and(|cue| cue.form == CueForm::Active);
    // `camat Sukamaju Sari Dewi yang hadir`: offices of an area, and who speaks for a body.
    let of_area = candidate.words.len() > 1
        && role.organisation.is_some()
        && (role.body.is_some() || OF_AREAS.iter().any(|office| role.office.starts_with(office)));
    // `pusingkan pelatih timnas Sukaraya, Sari Dewi.`
    let unique = candidate.words.len() > 1
        && role.organisation.is_some()
        && text.gap_before(candidate.words.start).trim() == ","
        && !["Anggota", "Warga", "Mahasiswa", "Pemain"].iter().any(|office| role.office.starts_with(office));
    let of_court = candidate.words.len() > 1
        && matches!(role.office.as_str(), "Terdakwa" | "Saksi" | "Terpidana" | "Pengacara" | "Kuasa Hukum" | "Advokat");
    // `diperkuat bek Karma FC, Sari Dewi, yang absen`: a name between commas, with which no list goes on.
    let joint = matches!(text.lower(end), "dan" | "serta" | "hingga" | "atau" | "maupun");
    let enclosed = candidate.words.len() > 1
        && role.organisation.is_some()
        && text.gap_before(candidate.words.start).trim() == ","
        && text.gap_before(end).trim() == ","
        && text.words.get(end).is_some_and(|next| next.is_lower())
        && !joint;
    // `penyerang Karya City Sari Dewi, …`: the lists know where a club ends.
    let of_club = candidate.words.len() > 1
        && role.organisation.is_some()
        && text.joined(candidate.words.start - 1)
        && ["Pemain", "Pelatih", "Pembalap", "Kapten"].iter().any(|office| role.office.starts_with(office))
        && text.is(candidate.words.start - 1, lexicon().not_names)
        && !text.words.get(end).is_some_and(|next| next.is_capital() && text.joined(end - 1));
    // `milik anggota DPRD Karya, Sari.`: a seat in an assembly is one person's, so a lone name between marks is whose.
    let seat = role.office.starts_with("Anggota DPR")
        && text.gap_before(candidate.words.start).trim() == ","
        && text.gap_before(end).trim_start().starts_with([',', '.'])
        && !joint;
    let new = usize::from(NEW.contains(&text.lower(head)));
    candidate.words.start == head + new
        || enclosed
        || seat
        || of_club
        || of_area
        || of_court
        || unique
        || tells
        || small
        || cue
        || told
        || !candidate.honorifics.is_empty()
        || candidate.words.clone().any(|at| evidence.is_name(at))
}
