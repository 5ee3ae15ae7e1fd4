//! Which names behind an office are not believed at once.
//!
//! WHY: words for what a person does stand as often before what a thing is of: `petugas Karyasec`, `sopir Karyamax`. There
//! capital words are a name only where a comma, a title or a cue shows it.

use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::parts::degrees;
use crate::annotate::names::people::Candidate;
use crate::annotate::offices::roles::RoleMention;
use crate::lexicon::CueForm;
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
