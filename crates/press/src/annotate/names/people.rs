//! Who is named: people with their honorifics and offices, and every place where they are named.
//!
//! WHY by evidence: a capital letter alone makes no person. A name is believed where an office, an honorific or a cue
//! stands beside it; with the names so found, shorter forms elsewhere in the article are read as the same person.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::annotate::names::called;
use crate::annotate::names::cluster::cluster;
use crate::annotate::names::evidence::Evidence;
use crate::annotate::names::firms;
use crate::annotate::names::glued::Shown;
use crate::annotate::names::kinds::JOINABLE;
use crate::annotate::names::later;
use crate::annotate::names::mentions::mention_all;
use crate::annotate::names::nicknames;
use crate::annotate::names::nobody;
use crate::annotate::names::parts::{alias, degrees, honorifics, name_word, run};
use crate::annotate::names::shared;
use crate::annotate::names::spelling;
use crate::annotate::names::spoken;
use crate::annotate::offices::apposition;
use crate::annotate::offices::belongs::{self, RECENT};
use crate::annotate::offices::body;
use crate::annotate::offices::doubt;
use crate::annotate::offices::holders;
use crate::annotate::offices::roles::{self, RoleMention};
use crate::lexicon::{CueForm, TitlePlace, lexicon};
use crate::text::{Shape, Text};
use crate::within::Within as _;

/// A person found in one article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FoundPerson {
    /// The fullest form of the name.
    pub(crate) name: String,
    /// Its words in lower case.
    pub(crate) parts: Vec<String>,
    pub(crate) aliases: BTreeSet<String>,
    pub(crate) honorifics: BTreeSet<String>,
}

/// A place where a person is named, honorifics left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PersonMention {
    pub(crate) words: Range<usize>,
    pub(crate) person: usize,
}

/// All that is said of people in one article.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) people: Vec<FoundPerson>,
    pub(crate) mentions: Vec<PersonMention>,
    pub(crate) roles: Vec<RoleMention>,
}

impl People {
    /// An office by its place among all: nothing is taken out of the list once somebody knows a place in it.
    #[expect(clippy::indexing_slicing, reason = "places are handed out by whoever put the office there")]
    pub(crate) fn role(&self, role: usize) -> &RoleMention {
        &self.roles[role]
    }

    /// `Wakil Ketua Panitia yang juga Anggota Dewan, Sari`: two offices joined so are one person's.
    #[expect(clippy::indexing_slicing, reason = "offices are counted from the second one on")]
    pub(crate) fn share_offices(&mut self, text: &Text<'_>) {
        for index in 1..self.roles.len() {
            let (first, second) = (&self.roles[index - 1], &self.roles[index]);
            let between = first.words.end..second.words.start;
            if between.is_empty()
                || between.len() > 3
                || text.word(first.words.start).sentence != text.word(second.words.start).sentence
            {
                continue;
            }
            let joint = between.clone().all(|word| {
                matches!(
                    text.lower(word),
                    "yang" | "juga" | "sekaligus" | "selaku" | "merangkap" | "sebagai" | "menjabat"
                )
            });
            // `pendiri dan CEO Sari Dewi`
            let both = between.len() == 1
                && text.lower(between.start) == "dan"
                && first.organisation.is_none()
                && first.office != second.office
                && JOINABLE.iter().any(|office| first.office.starts_with(office));
            if !(joint || both) {
                continue;
            }
            let holder = first.holder.or(second.holder);
            self.roles[index - 1].holder = holder;
            self.roles[index].holder = self.roles[index].holder.or(holder);
        }
    }
}

/// A name with what stands beside it, before names are brought together.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    pub(crate) words: Range<usize>,
    pub(crate) honorifics: Vec<String>,
    /// Index of the office that stands beside it.
    pub(crate) role: Option<usize>,
    /// Whether a cue stands beside it.
    pub(crate) cue: bool,
    /// The word of another name in brackets or behind `alias`.
    pub(crate) alias: Option<usize>,
}

impl Candidate {
    /// A name with nothing beside it.
    pub(crate) fn new(words: Range<usize>) -> Self {
        Self { words, honorifics: Vec::new(), role: None, cue: false, alias: None }
    }
}

/// Most names taken from one article: what holds more is no article, and each costs a comparison with all others.
const MOST: usize = 2000;

/// Finds the people of an article.
#[expect(clippy::indexing_slicing, reason = "the office of a candidate is one of those found with it")]
pub(crate) fn find(text: &Text<'_>) -> People {
    let evidence = Evidence::of(text);
    let mut found = People::default();
    let mut candidates = candidates(text, &evidence, &mut found.roles);
    let more = spoken::missing(text, &candidates, &mut found.roles);
    candidates.extend(more);
    let shown = Shown::find(text);
    for candidate in &mut candidates {
        // Behind a comma the whole is a name: `Menteri Pertahanan Israel, Israel Katz`.
        // A rank before the name says where it begins: `Kasat Reskrim Polres Sukaraya AKP Sari Dewi`.
        let before = candidate.words.start.checked_sub(1).map_or("", |before| text.lower(before));
        let ranked = lexicon().title(before).is_some_and(|place| place != TitlePlace::Behind);
        let behind = candidate.role.is_some_and(|role| found.roles[role].words.end <= candidate.words.start)
            && !text.gap_before(candidate.words.start).contains(',')
            && !ranked;
        let begin = shown.begin(text, &candidate.words, behind);
        // `rektor baru UPI Sari Karyono`: a first name is no part of a body.
        let mut passed = candidate.words.start..begin;
        let first =
            |at: &usize| text.is(*at, lexicon().given) || matches!(text.lower(*at), "i" | "ni") && *at + 1 < begin;
        let begin = passed.find(first).unwrap_or(begin);
        if let Some(role) = candidate.role.filter(|_| behind && begin > candidate.words.start) {
            holders::extend(text, &mut found.roles[role], begin);
        }
        candidate.words.start = begin;
        candidate.words.end = shown.end(text, &candidate.words);
        // `Sari DewiSari Dewi lahir`: a heading glued to the sentence that begins with its last words.
        let half = candidate.words.start + candidate.words.len() / 2;
        let twice = candidate.words.len().is_multiple_of(2)
            && (candidate.words.start..half).zip(half..).all(|(at, again)| text.lower(at) == text.lower(again));
        if twice {
            candidate.words.end = half;
        }
    }
    // `Kuwait mengatakan`: a country, an area or a common noun alone is nobody.
    candidates.retain(|candidate| {
        let area = |start: usize| {
            lexicon().regions.find(text, start).is_some_and(|(words, _)| words >= 1) || text.is(start, lexicon().small)
        };
        let start = candidate.words.start;
        // `tim Hyundai Karmaya`: a lone word behind a firm's is that firm's; `SH, MH`: degrees.
        let of_firm = candidate.role.is_none()
            && start > 0
            && text.joined(start - 1)
            && text.word(start - 1).is_capital()
            && text.is(start - 1, lexicon().firms);
        let degree = text.word(start).shape == Shape::Caps && text.title(start) == Some(TitlePlace::Behind);
        // `Universitas Karya San Francisco`
        let pair = candidate.words.len() == 2 && crate::annotate::offices::tail::pair(text, start);
        !pair && candidate.words.len() > 1 || !candidate.honorifics.is_empty() || !(area(start) || of_firm || degree)
    });
    firms::settle(text, &mut candidates, &mut found.roles);
    nobody::let_go(text, &mut candidates, &mut found.roles, &evidence);
    firms::settle_bodies(text, &mut candidates, &mut found.roles);
    called::complete(text, &mut candidates, &mut found.roles);
    called::fuller(text, &mut candidates);
    candidates.sort_by_key(|candidate| candidate.words.start);
    let assigned = cluster(text, &candidates, &mut found.people);
    for (candidate, person) in candidates.iter().zip(&assigned) {
        if let (Some(role), Some(person)) = (candidate.role, person) {
            found.roles[role].holder = Some(*person);
        }
    }
    shared::both(text, &mut found.roles, &candidates);
    spelling::settle(text, &mut found.people);
    nicknames::note_initials(text, &mut found.people);
    mention_all(text, &candidates, &assigned, &mut found);
    later::named(text, &mut found);
    for role in &mut found.roles {
        // `Menteri Perdagangan (Mendag) Sari`: the bracket closes behind the office's last word.
        let closes = text.gap_before(role.words.end).starts_with(')');
        if closes && role.as_printed.matches('(').count() > role.as_printed.matches(')').count() {
            role.as_printed.push(')');
        }
        body::settle(role);
    }
    found
}

/// All names with evidence, and all offices.
#[expect(
    clippy::indexing_slicing,
    reason = "a candidate was searched for among those found, and the last office was put there right before"
)]
fn candidates(text: &Text<'_>, evidence: &Evidence<'_, '_>, roles: &mut Vec<RoleMention>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut index = 0;
    while index < text.words.len() && found.len() < MOST {
        if !roles::may_begin(text, index) {
            index += 1;
            continue;
        }
        if let Some((role, words)) = shared::deputy(text, index, roles.last()) {
            roles.push(role);
            index = words.end;
            found.push(Candidate { role: Some(roles.len() - 1), ..Candidate::new(words) });
            continue;
        }
        let apposed = apposition::name_before(text, index);
        let joint = belongs::joint_holder(text, &found, roles, index);
        let parsed = roles::parse(text, index, evidence)
            .or_else(|| apposed.as_ref().and_then(|name| apposition::lower_office(text, index, Some(name))))
            .or_else(|| joint.and_then(|_| apposition::lower_office(text, index, None)));
        let read = parsed.and_then(|mut role| {
            let mut candidate = holders::find(text, &mut role, evidence);
            let goes_on =
                |behind: &Candidate| behind.honorifics.is_empty() && text.gap_before(behind.words.start).contains(',');
            if roles::somewhere(text, &role) && candidate.as_ref().is_some_and(goes_on) {
                return None;
            }
            roles::settle(&mut role);
            if belongs::led_by(text, &role) {
                return None;
            }
            let named = |words: &Range<usize>| words.clone().any(|at| evidence.is_name(at));
            // `ujar Sari Dewi, Chief Marketing Officer Karmaya Indonesia.`: whatever the firm is elsewhere.
            // `ujar Sari, Co-Founder Karma Care, di Sukaraya.`: also behind a lone name, where a comma closes the phrase.
            let english = apposition::english_phrase(text, &role, candidate.as_ref());
            let told = apposed.as_ref().is_some_and(|name| name.len() > 1 || english)
                && apposition::told(text, role.words.start);
            let borne =
                |words: &Range<usize>| words.clone().any(|at| text.is(at, lexicon().given.or(lexicon().also_given)));
            let plain = candidate.as_ref().is_some_and(|behind| {
                behind.honorifics.is_empty()
                    && (told || !named(&behind.words) || !borne(&behind.words))
                    && !text.gap_before(behind.words.start).contains(',')
            });
            // `Sari Dewi selaku Ketua Penyelenggara Pameran Karya`, `kata Sari Dewi, dosen School of Karya.`
            let acting = role.words.start > 0 && matches!(text.lower(role.words.start - 1), "selaku" | "sebagai");
            let small = text.word(role.words.start).is_lower() && text.gap_before(role.words.start).trim() == ",";
            // `Sari Dewi, Direktur Utama Karmaki mengatakan …`: a sentence begins with who speaks.
            let heads = |name: &Range<usize>| {
                (english || text.sentence_start(name.start) == name.start)
                    && candidate.as_ref().is_some_and(|c| !borne(&c.words))
            };
            let own = apposed.as_ref().is_some_and(|name| {
                acting || english && told || name.len() > 1 && (small || named(name) || heads(name))
            }) && plain
                && (acting || text.gap_before(role.words.start).trim() == ",");
            // `Sari Dewi (Direktur Utama Bank Sukaraya), Budi Karyono (…)`: the next name has an office of its own.
            if apposed.is_some() && text.gap_before(role.words.start).trim() == "(" {
                candidate = None;
            }
            // `kata Sari Dewi, profesor di Karma University, Seoul.`: a lone word behind the comma is where that is.
            let town =
                |behind: &Candidate| behind.words.len() == 1 && text.gap_before(behind.words.start).contains(',');
            let placed = role.organisation.is_some() && apposed.as_ref().is_some_and(|name| name.len() > 1);
            if small && (told || placed) {
                candidate = candidate.filter(|behind| !behind.honorifics.is_empty() || !town(behind));
            }
            // `F selaku Direktur BUMG Karya Barindo`: one whom a letter stands for.
            let letters = acting
                && role.words.start > 1
                && text.joined(role.words.start - 2)
                && text.word(role.words.start - 2).shape == Shape::Caps
                && text.print(role.words.start - 2).len() <= 3;
            let own = own || letters && plain;
            // `Sari selaku pendiri dan Direktur Karmaya`: the name stands before both offices.
            let both = joint.is_some()
                && candidate.as_ref().is_some_and(|behind| behind.honorifics.is_empty() && !named(&behind.words));
            if own
                || both
                || (apposed.is_some() || joint.is_some())
                    && apposition::takes_behind(text, &role, apposed.as_ref(), candidate.as_ref())
            {
                // `mengangkat Sari sebagai Deputi Umum dan Dewi Karyono sebagai …`: the next name is no part of the body.
                let next = |start: usize| start > role.words.end && text.lower(start - 1) == "dan";
                let place = candidate.take().map_or(role.words.end, |behind| {
                    if next(behind.words.start) { behind.words.start - 1 } else { behind.words.end }
                });
                holders::extend(text, &mut role, place);
            }
            // An office in small letters with a place but no holder is a mention of the office, not of a person.
            let lower = roles::needs_holder(text, &role);
            let known = |words: &Range<usize>| {
                named(words) || found.iter().any(|other| belongs::shares(text, &other.words, words))
            };
            if candidate.as_ref().is_some_and(|behind| {
                belongs::pointed_at(text, &role, behind) && !known(&behind.words)
                    || belongs::also(text, &role, &found)
                        && behind.honorifics.is_empty()
                        && behind.words.start == role.words.end
            }) {
                let place = candidate.take().map_or(role.words.end, |behind| behind.words.end);
                holders::extend(text, &mut role, place);
            }
            if belongs::lone(text, &role, candidate.as_ref(), evidence)
                || candidate.as_ref().is_some_and(|found| doubt::doubtful(text, &role, found, evidence))
                || lower && apposed.is_none() && !doubt::sure_behind(text, index, &role, candidate.as_ref(), evidence)
            {
                candidate = None;
            }
            // `Sari menjadi kuasa hukum Budi Karyono`: whom one serves.
            // `menilai tim kuasa hukum Budi Karyono keliru`
            if holders::serves(&role)
                && matches!(text.lower(role.words.start.saturating_sub(1)), "menjadi" | "tim")
                && candidate.as_ref().is_some_and(|behind| text.joined(behind.words.start - 1))
            {
                candidate = None;
            }
            // `tanya kuasa hukum Sari`, who was named before: whom one serves.
            if holders::serves(&role)
                && lower
                && candidate.as_ref().is_some_and(|behind| {
                    behind.words.start == role.words.end
                        && found.iter().any(|other| belongs::shares(text, &other.words, &behind.words))
                })
            {
                candidate = None;
            }
            // `tutur Sari, kuasa hukum Budi Karyono`: whom the one who spoke serves.
            if apposed.is_some() && holders::serves(&role) && apposition::told(text, role.words.start) {
                let place = candidate.take().map_or(role.words.end, |behind| behind.words.end);
                holders::extend(text, &mut role, place);
            }
            if candidate.is_none() && apposed.is_some() {
                holders::end_firm(text, &mut role);
            }
            let held = candidate.is_some() || apposed.is_some() || joint.is_some() || !lower;
            held.then_some((role, candidate))
        });
        if let Some((role, mut candidate)) = read {
            let start = index;
            let end = candidate.as_ref().map_or(role.words.end, |candidate| candidate.words.end);
            // `Sari, Kepala Dinas …` and `Sari selaku Ketua …`: the office stands behind its holder.
            let recent = found.len().saturating_sub(RECENT);
            let before =
                found.within(recent..).iter().rposition(|other| belongs::stands_behind(text, other, role.words.start));
            let mut before = before.map(|index| index + recent).filter(|at| {
                let other = &found[*at];
                !belongs::of_list(text, other, &role) && !belongs::points_back(text, &other.words, &role)
            });
            if let Some(name) = apposed
                .filter(|name| candidate.is_none() && before.is_none() && apposition::believed(text, name, &role))
                .filter(|name| !belongs::points_back(text, name, &role))
            {
                let taken =
                    found.iter().rposition(|other| other.words.end > name.start && other.words.start < name.end);
                before = Some(taken.unwrap_or(found.len()));
                if taken.is_none() {
                    let (_, behind) = degrees(text, name.end);
                    found.push(Candidate { honorifics: behind, ..Candidate::new(name) });
                }
            }
            let listed = if candidate.is_none() && before.is_none() { shared::listed(text, &role) } else { Vec::new() };
            let handed = if candidate.is_none() { shared::handed_over(text, &role) } else { None };
            let subject = if candidate.is_none() && before.is_none() {
                apposition::subject(text, &found, role.words.start)
                    .or_else(|| apposition::copula(text, &found, role.words.start))
            } else {
                None
            };
            let before = before.or(subject).or(joint.filter(|_| candidate.is_none()));
            if let (Some(_), Some(last)) = (joint, roles.last_mut().filter(|last| last.organisation.is_none())) {
                last.organisation.clone_from(&role.organisation);
            }
            roles.push(role);
            if let Some(candidate) = &mut candidate {
                candidate.role = Some(roles.len() - 1);
                if let Some(second) = shared::pair(text, roles, candidate) {
                    // `Wali Kota dan Wakil Wali Kota, Sari dan Budi`: the first name is the first office's.
                    let last = roles.len() - 1;
                    candidate.role = Some(last - 1);
                    index = second.end;
                    found.push(Candidate { role: Some(last), ..Candidate::new(second) });
                }
                for words in shared::further(text, &roles[roles.len() - 1], candidate) {
                    let role = roles[roles.len() - 1].clone();
                    roles.push(role);
                    index = words.end;
                    found.push(Candidate { role: Some(roles.len() - 1), ..Candidate::new(words) });
                }
            } else if !listed.is_empty() {
                let role = roles[roles.len() - 1].clone();
                for (count, words) in listed.into_iter().enumerate() {
                    if count > 0 {
                        roles.push(role.clone());
                    }
                    index = words.end;
                    found.push(Candidate { role: Some(roles.len() - 1), ..Candidate::new(words) });
                }
            } else if let Some([first, second]) = handed {
                let role = roles[roles.len() - 1].clone();
                found.push(Candidate { role: Some(roles.len() - 1), ..Candidate::new(first) });
                roles.push(role);
                index = second.end;
                found.push(Candidate { role: Some(roles.len() - 1), ..Candidate::new(second) });
            } else if let Some(before) = before {
                if found[before].role.is_none() {
                    found[before].role = Some(roles.len() - 1);
                } else {
                    // A second office of one person is a candidate of its own at the same name.
                    let second = Candidate { role: Some(roles.len() - 1), ..found[before].clone() };
                    found.push(second);
                }
            }
            index = index.max(end).max(start + 1);
            found.extend(candidate);
            continue;
        }
        if let Some(words) = apposition::in_brackets(text, index) {
            index = words.end;
            found.push(Candidate { cue: true, ..Candidate::new(words) });
            continue;
        }
        let called = index > 0 && matches!(text.lower(index - 1), "disapa" | "dipanggil") && name_word(text, index);
        if let Some(last) = found.last_mut().filter(|last| called && last.alias.is_none()) {
            last.alias = Some(index);
            index += 1;
            continue;
        }
        let named = index > 0 && text.lower(index - 1) == "bernama" && text.joined(index - 1) && name_word(text, index);
        if named && lexicon().regions.find(text, index).is_none() {
            let words = run(text, index);
            index = words.end;
            found.push(Candidate { cue: true, alias: alias(text, words.end), ..Candidate::new(words) });
            continue;
        }
        let (name_start, titles) = honorifics(text, index);
        let cue_before = index > 0
            && text.joined(index - 1)
            && (text.lower(index - 1) == "menurut"
                || text.cue(index - 1).is_some_and(|cue| cue.form != CueForm::Active && !cue.nya));
        if (!titles.is_empty() && titled_enough(&titles))
            || cue_before
            || (name_word(text, index) && run(text, index).any(|at| evidence.is_name(at)))
        {
            let words = trim_regions(text, run(text, name_start));
            if !words.is_empty() && (!titles.is_empty() || words.clone().any(|at| evidence.is_name(at))) {
                let (end, behind) = degrees(text, words.end);
                let honorifics = titles.into_iter().chain(behind).collect();
                found.push(Candidate { alias: alias(text, end), words, honorifics, role: None, cue: true });
                index = end;
                continue;
            }
        }
        index += 1;
    }
    found
}

/// Whether titles before a capital word show a person: a lone `H` or `St` may be anything.
fn titled_enough(titles: &[String]) -> bool {
    titles
        .iter()
        .any(|title| title.len() > 2 || matches!(title.to_lowercase().as_str(), "kh" | "hj" | "dr" | "ir" | "bu"))
}

/// A region is no name, whatever stands before it.
fn trim_regions(text: &Text<'_>, words: Range<usize>) -> Range<usize> {
    match lexicon().regions.find(text, words.start) {
        Some((count, _)) if count >= words.len() => words.start..words.start,
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::text::Text;

    fn read(raw: &str) -> Vec<(String, Vec<String>)> {
        let text = Text::new(raw);
        let found = find(&text);
        found
            .people
            .iter()
            .enumerate()
            .map(|(index, person)| {
                let roles = found.roles.iter().filter(|role| role.holder == Some(index));
                (person.name.clone(), roles.map(|role| format!("{}|{}", role.standing, role.office)).collect())
            })
            .collect()
    }

    fn one(raw: &str, name: &str, role: &str) {
        assert_eq!(read(raw), [(name.to_string(), vec![role.to_string()])], "{raw}");
    }

    #[test]
    fn offices_before_behind_and_in_apposition() {
        one("Wali Kota Metro Sari Dewi Lestari hadir.", "Sari Dewi Lestari", "definitif|Wali Kota");
        one(
            "Plt. Kepala Dinas Kesehatan Kota Metro, dr. Budi Karyono, M.Kes, hadir.",
            "Budi Karyono",
            "Plt|Kepala Dinas Kesehatan",
        );
        one("Kapolsek Pasar Lama AKP Budi Karyono hadir.", "Budi Karyono", "definitif|Kapolsek");
        one("\"Siap,\" kata Sari Dewi, Camat Metro Pusat.", "Sari Dewi", "definitif|Camat");
    }

    #[test]
    fn the_place_or_body_of_an_office_is_no_part_of_the_name() {
        one("\"Siap,\" kata Rektor Universitas Sukaraya Sari Dewi di aula.", "Sari Dewi", "definitif|Rektor");
        one("Warga di Sukaraya hadir. Lurah Sukaraya Sari Dewi melapor.", "Sari Dewi", "definitif|Lurah");
        one("\"Siap,\" kata anggota Bawaslu Provinsi Lampung Karmaya di aula.", "Karmaya", "definitif|Anggota");
        one("Gubernur Lampung terpilih Sari Dewi hadir.", "Sari Dewi", "definitif|Gubernur terpilih");
        one("Ketua POBSI kota Bandung, Sari Dewi, hadir.", "Sari Dewi", "definitif|Ketua");
        one("Asisten II Setda Kota Metro Sari Dewi hadir.", "Sari Dewi", "definitif|Asisten II");
        one(
            "Staf Ahli Wali Kota Bidang Politik, Hukum, dan Pemerintahan Sari Dewi hadir.",
            "Sari Dewi",
            "definitif|Staf Ahli Wali Kota Bidang Politik, Hukum, dan Pemerintahan",
        );
    }

    #[test]
    fn a_word_of_the_next_sentence_or_of_a_body_is_no_person() {
        for raw in [
            "Hal itu diutarakan Sekda. Komoditas itu naik.",
            "Kepala Diskoperin hadir.",
            "Itu mandat pimpinan (Bupati Sukaraya-red) kemarin.",
            "Hadir mahasiswa Universitas Karmaya.",
            "Ada warga Gang Suka Damai di sana.",
        ] {
            assert_eq!(read(raw), Vec::new(), "{raw}");
        }
    }

    #[test]
    fn a_phrase_may_have_commas_within() {
        one(
            "\"Siap,\" kata Kepala Eksekutif Pengawas Pasar Modal, Keuangan Derivatif, dan Bursa Karbon OJK, Sari Dewi di aula.",
            "Sari Dewi",
            "definitif|Kepala Eksekutif Pengawas Pasar Modal, Keuangan Derivatif, dan Bursa Karbon",
        );
        one(
            "Kepala Bidang Hukum, Dinas Sosial Kota Metro, Sari Dewi mengatakan siap.",
            "Sari Dewi",
            "definitif|Kepala Bidang Hukum",
        );
        one(
            "Ketua Pusat Kajian Karmaya, Institut Teknologi Sukaraya, Dr Sari Dewi meraih hadiah.",
            "Sari Dewi",
            "definitif|Ketua",
        );
        one("\"Siap,\" kata Sari Dewi, RDN, ahli gizi dari Karya Institute.", "Sari Dewi", "definitif|Ahli Gizi");
        one("CEO Karmanet Andi Karyono mengatakan siap.", "Andi Karyono", "definitif|CEO");
    }

    #[test]
    fn a_headline_an_area_and_several_are_no_holders() {
        for raw in [
            "Perahu terbalik, Nelayan Sukaraya Tewas Tenggelam.",
            "Hadir para pemain Karmavel Zantrio.",
            "KPK memeriksa PT Raja Karmaya Sukamaya kemarin.",
        ] {
            assert_eq!(read(raw), Vec::new(), "{raw}");
        }
        one("Bangkit, koordinator aksi, berkata siap.", "Bangkit", "definitif|Koordinator aksi");
    }

    #[test]
    fn a_short_name_is_the_person_named_in_full() {
        let raw = "Bupati Klaten Sari Dewi hadir. \"Siap,\" kata Dewi. Menurut Sari, semua siap.";
        assert_eq!(read(raw).len(), 1);
        let text = Text::new(raw);
        assert_eq!(find(&text).mentions.len(), 3);
    }
}
