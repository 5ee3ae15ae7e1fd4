//! Who is named: people with their honorifics and offices, and every place where they are named.
//!
//! WHY by evidence: a capital letter alone makes no person. A name is believed where an office, an honorific or a cue
//! stands beside it; with the names so found, shorter forms elsewhere in the article are read as the same person.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::apposition;
use super::glued::Shown;
use super::holders;
use super::names::{LONGEST, alias, degrees, honorifics, is_acronym, name_word, run};
use super::roles::{self, RoleMention};
use super::spoken;
use crate::lexicon::{CueForm, lexicon};
use crate::text::Text;

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
    /// `Wakil Ketua Panitia yang juga Anggota Dewan, Sari`: two offices joined so are one person's.
    pub(crate) fn share_offices(&mut self, text: &Text<'_>) {
        for index in 1..self.roles.len() {
            let (first, second) = (&self.roles[index - 1], &self.roles[index]);
            let between = first.words.end..second.words.start;
            if between.is_empty()
                || between.len() > 3
                || text.words[first.words.start].sentence != text.words[second.words.start].sentence
            {
                continue;
            }
            let joint = between.clone().all(|word| {
                matches!(
                    text.lower(word),
                    "yang" | "juga" | "sekaligus" | "selaku" | "merangkap" | "sebagai" | "menjabat"
                )
            });
            if !joint {
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
pub(super) struct Candidate {
    pub(super) words: Range<usize>,
    pub(super) honorifics: Vec<String>,
    /// Index of the office that stands beside it.
    pub(super) role: Option<usize>,
    /// Whether a cue stands beside it.
    pub(super) cue: bool,
    /// The word of another name in brackets or behind `alias`.
    pub(super) alias: Option<usize>,
}

/// Most people of one article that one name is compared with.
const NAMESAKES: usize = 50;
/// How many names back an office may belong to.
const RECENT: usize = 4;
/// Most names taken from one article: what holds more is no article, and each costs a comparison with all others.
const MOST: usize = 2000;

/// Finds the people of an article.
pub(crate) fn find(text: &Text<'_>) -> People {
    let known = known_parts(text);
    let mut found = People::default();
    let mut candidates = candidates(text, &known, &mut found.roles);
    let more = spoken::missing(text, &candidates, &found.roles);
    candidates.extend(more);
    let shown = Shown::find(text);
    for candidate in &mut candidates {
        let behind = candidate.role.is_some_and(|role| found.roles[role].words.end <= candidate.words.start);
        let begin = shown.begin(text, &candidate.words, behind);
        if let Some(role) = candidate.role.filter(|_| behind && begin > candidate.words.start) {
            holders::extend(text, &mut found.roles[role], begin);
        }
        candidate.words.start = begin;
        candidate.words.end = shown.end(text, &candidate.words);
    }
    candidates.sort_by_key(|candidate| candidate.words.start);
    let assigned = cluster(text, &candidates, &mut found.people);
    for (candidate, person) in candidates.iter().zip(&assigned) {
        if let (Some(role), Some(person)) = (candidate.role, person) {
            found.roles[role].holder = Some(*person);
        }
    }
    mention_all(text, &candidates, &assigned, &mut found);
    found
}

/// The words of names that stand beside a cue without an office: `kata Sari`, `Sari mengatakan`, `Menurut Sari`.
fn known_parts(text: &Text<'_>) -> HashSet<String> {
    let mut known = HashSet::new();
    let take = |range: Range<usize>, known: &mut HashSet<String>| {
        if (1..=LONGEST).contains(&range.len()) {
            known.extend(range.filter(|index| !is_acronym(text, *index)).map(|index| text.lower(index).to_string()));
        }
    };
    for index in 0..text.words.len() {
        let menurut = text.lower(index) == "menurut";
        let Some(form) = lexicon().cue(text.lower(index)).filter(|cue| !cue.nya).map(|cue| cue.form) else {
            if menurut && text.joined(index) {
                take(run(text, index + 1), &mut known);
            }
            continue;
        };
        match form {
            CueForm::Bare if text.joined(index) && text.words[index].is_lower() => {
                take(run(text, index + 1), &mut known);
            }
            CueForm::Active if index > 0 => {
                let mut last = index - 1;
                while last > 0
                    && matches!(
                        text.lower(last),
                        "juga" | "pun" | "kemudian" | "kembali" | "lalu" | "telah" | "sempat" | "turut" | "sendiri"
                    )
                {
                    last -= 1;
                }
                let comma = text.gap_before(last + 1);
                if comma.chars().all(|c| c.is_whitespace() || c == ',')
                    && text.words[last].paragraph == text.words[index].paragraph
                {
                    let mut first = last + 1;
                    while first > 0 && name_word(text, first - 1) && (first == last + 1 || text.joined(first - 1)) {
                        first -= 1;
                    }
                    // Behind an office without a comma the name may be the office's own place.
                    let after_office = first > 0 && text.joined(first - 1) && text.words[first - 1].is_capital();
                    if !after_office && lexicon().regions.find(text, first).is_none() {
                        take(first..last + 1, &mut known);
                    }
                }
            }
            _ => {}
        }
    }
    known
}

/// All names with evidence, and all offices.
fn candidates(text: &Text<'_>, known: &HashSet<String>, roles: &mut Vec<RoleMention>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let is_known = |index: usize| known.contains(text.lower(index)) && name_word(text, index);
    let mut index = 0;
    while index < text.words.len() && found.len() < MOST {
        let apposed = apposition::name_before(text, index);
        let parsed = roles::parse(text, index, &is_known)
            .or_else(|| apposed.as_ref().and_then(|_| apposition::lower_office(text, index)));
        let read = parsed.and_then(|mut role| {
            let mut candidate = holders::find(text, &mut role, &is_known);
            if apposed.is_some() && apposition::takes_behind(text, &role, candidate.as_ref()) {
                let place = candidate.take().map_or(role.words.end, |behind| behind.words.end);
                holders::extend(text, &mut role, place);
            }
            // An office in small letters with a place but no holder is a mention of the office, not of a person.
            let lower = roles::needs_holder(text, &role);
            if lower && apposed.is_none() && !sure_behind(text, index, candidate.as_ref(), &is_known) {
                candidate = None;
            }
            let held = candidate.is_some() || apposed.is_some() || !lower;
            held.then_some((role, candidate))
        });
        if let Some((role, mut candidate)) = read {
            let end = candidate.as_ref().map_or(role.words.end, |candidate| candidate.words.end);
            // `Sari, Kepala Dinas …` and `Sari selaku Ketua …`: the office stands behind its holder.
            let recent = found.len().saturating_sub(RECENT);
            let before = found[recent..].iter().rposition(|other| stands_behind(text, other, role.words.start));
            let mut before = before.map(|index| index + recent);
            if let Some(name) = apposed
                .filter(|name| candidate.is_none() && before.is_none() && apposition::believed(text, name, &role))
            {
                let taken =
                    found.iter().rposition(|other| other.words.end > name.start && other.words.start < name.end);
                before = Some(taken.unwrap_or(found.len()));
                if taken.is_none() {
                    let (_, behind) = degrees(text, name.end);
                    found.push(Candidate { words: name, honorifics: behind, role: None, cue: false, alias: None });
                }
            }
            roles.push(role);
            if let Some(candidate) = &mut candidate {
                candidate.role = Some(roles.len() - 1);
            } else if let Some(before) = before {
                if found[before].role.is_none() {
                    found[before].role = Some(roles.len() - 1);
                } else {
                    // A second office of one person is a candidate of its own at the same name.
                    let second = Candidate { role: Some(roles.len() - 1), ..found[before].clone() };
                    found.push(second);
                }
            }
            index = end.max(index + 1);
            found.extend(candidate);
            continue;
        }
        if let Some(words) = apposition::of_party(text, index).or_else(|| apposition::of_age(text, index)) {
            index = words.end;
            found.push(Candidate { words, honorifics: Vec::new(), role: None, cue: true, alias: None });
            continue;
        }
        let called = index > 0 && matches!(text.lower(index - 1), "disapa" | "dipanggil") && name_word(text, index);
        if let Some(last) = found.last_mut().filter(|last| called && last.alias.is_none()) {
            last.alias = Some(index);
            index += 1;
            continue;
        }
        let (name_start, titles) = honorifics(text, index);
        let cue_before = index > 0
            && text.joined(index - 1)
            && (text.lower(index - 1) == "menurut"
                || lexicon().cue(text.lower(index - 1)).is_some_and(|cue| cue.form != CueForm::Active && !cue.nya));
        if (!titles.is_empty() && titled_enough(&titles))
            || cue_before
            || (name_word(text, index) && run(text, index).any(is_known))
        {
            let words = trim_regions(text, run(text, name_start));
            if !words.is_empty() && (!titles.is_empty() || words.clone().any(is_known)) {
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

/// Whether a name behind an office in small letters is believed: right behind it any is; behind a body it needs a
/// title, a cue of its own or one before the office (`kata anggota Bawaslu Lampung Sari`, not
/// `mahasiswa Universitas Sari`).
fn sure_behind(text: &Text<'_>, index: usize, candidate: Option<&Candidate>, is_known: &dyn Fn(usize) -> bool) -> bool {
    let Some(candidate) = candidate else { return false };
    let head = lexicon().offices.find(text, index).map_or(index, |(words, _)| index + words);
    let cue = index > 0 && text.joined(index - 1) && lexicon().cue(text.lower(index - 1)).is_some();
    candidate.words.start == head || cue || !candidate.honorifics.is_empty() || candidate.words.clone().any(is_known)
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

/// Whether an office that starts at word `start` stands right behind a name: in apposition, or as `selaku …`.
fn stands_behind(text: &Text<'_>, candidate: &Candidate, start: usize) -> bool {
    let (end, _) = degrees(text, candidate.words.end);
    if start < end || start - end > 3 || text.words[start].paragraph != text.words[candidate.words.start].paragraph {
        return false;
    }
    if start == end {
        let gap = text.gap_before(start).trim();
        let listed = text.words.get(start).is_some_and(|word| word.is_lower());
        return matches!(gap, "," | "(" | ".," | "),") && !listed;
    }
    let between: Vec<&str> = (end..start).map(|index| text.lower(index)).collect();
    matches!(
        between[..],
        ["selaku"]
            | ["sebagai"]
            | ["yang", "juga"]
            | ["yang", "merupakan"]
            | ["yang", "menjabat"]
            | ["juga"]
            | ["yang", "juga", "merupakan"]
            | ["yang", "menjabat", "sebagai"]
            | ["yang", "juga", "menjabat"]
            | ["merupakan"]
            | ["yang", "kini", "menjabat"]
            | ["menjabat", "sebagai"]
    )
}

/// Brings candidates together: the person of each.
fn cluster(text: &Text<'_>, candidates: &[Candidate], people: &mut Vec<FoundPerson>) -> Vec<Option<usize>> {
    let parts_of = |candidate: &Candidate| -> Vec<String> {
        candidate.words.clone().map(|index| text.lower(index).to_string()).collect()
    };
    // The longest forms first, so that shorter ones find the person they are short for.
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|index| (usize::MAX - candidates[*index].words.len(), candidates[*index].words.start));
    let mut by_part: HashMap<String, Vec<usize>> = HashMap::new();
    let mut firsts: Vec<usize> = Vec::new();
    let mut assigned = vec![None; candidates.len()];
    for index in order {
        let candidate = &candidates[index];
        let parts = parts_of(candidate);
        let options: BTreeSet<usize> = parts.iter().filter_map(|part| by_part.get(part)).flatten().copied().collect();
        let fits = |person: &&usize| {
            let other = &people[**person];
            short_for(&parts, &other.parts)
                || (parts.len() == 1 && other.aliases.iter().any(|alias| alias.to_lowercase() == parts[0]))
        };
        let fitting: Vec<usize> = options.iter().filter(fits).copied().collect();
        // Two people who share the short name: the one named last before it.
        let near = fitting.iter().copied().min_by_key(|person| {
            let first = firsts[*person];
            (first > candidate.words.start, candidate.words.start.abs_diff(first))
        });
        let person = near.or_else(|| nickname(&parts, candidate, people)).unwrap_or_else(|| {
            let person = people.len();
            people.push(FoundPerson {
                name: print_name(text, candidate),
                parts: parts.clone(),
                ..FoundPerson::default()
            });
            firsts.push(candidate.words.start);
            for part in &parts {
                by_part.entry(part.clone()).or_default().push(person);
            }
            person
        });
        firsts[person] = firsts[person].min(candidate.words.start);
        let print = print_name(text, candidate);
        if print != people[person].name {
            people[person].aliases.insert(print);
        }
        people[person].honorifics.extend(candidate.honorifics.iter().cloned());
        if let Some(alias) = candidate.alias {
            people[person].aliases.insert(text.print(alias).to_string());
            by_part.entry(text.lower(alias).to_string()).or_default().push(person);
        }
        assigned[index] = Some(person);
    }
    assigned
}

fn print_name(text: &Text<'_>, candidate: &Candidate) -> String {
    let print = text.slice(candidate.words.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
    if print.len() > 4
        && print.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        && candidate.words.len() > 1
    {
        let words: Vec<String> = print.to_lowercase().split(' ').map(crate::lexicon::capital).collect();
        return words.join(" ");
    }
    print
}

/// Whether a form is short for a full one: its words stand in it in order, initials for what they begin.
fn short_for(short: &[String], full: &[String]) -> bool {
    let mut rest = full.iter();
    short.iter().all(|part| {
        rest.any(|other| {
            other == part
                || (part.chars().count() == 1 && other.starts_with(part.as_str()))
                || (other.chars().count() == 1 && part.starts_with(other.as_str()))
        })
    })
}

/// `Ayu` for `Rahayu`, `Mirza` for `Mirzani`: a lone short name beside a cue that begins or ends a part of a name.
fn nickname(parts: &[String], candidate: &Candidate, people: &[FoundPerson]) -> Option<usize> {
    let [part] = parts else { return None };
    if !candidate.cue || candidate.role.is_some() || part.chars().count() < 3 {
        return None;
    }
    let fits = |person: &FoundPerson| {
        person.parts.iter().any(|other| {
            other.len() > part.len()
                && ((part.chars().count() >= 4 && other.starts_with(part.as_str())) || other.ends_with(part.as_str()))
        })
    };
    let mut fitting = people.iter().enumerate().filter(|(_, person)| fits(person)).map(|(index, _)| index);
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// Every place where a found person is named, evidence or not.
fn mention_all(text: &Text<'_>, candidates: &[Candidate], assigned: &[Option<usize>], found: &mut People) {
    let mut at: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (candidate, person) in candidates.iter().zip(assigned) {
        if let Some(person) = person {
            at.entry(candidate.words.start).or_insert((candidate.words.end, *person));
        }
    }
    let mut by_first: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, person) in found.people.iter().enumerate() {
        for part in person.parts.iter().filter(|part| part.chars().count() > 1) {
            let named = by_first.entry(part.clone()).or_default();
            if named.len() < NAMESAKES {
                named.push(index);
            }
        }
        for alias in person.aliases.iter().filter(|alias| !alias.contains(' ')) {
            let named = by_first.entry(alias.to_lowercase()).or_default();
            if named.len() < NAMESAKES && !named.contains(&index) {
                named.push(index);
            }
        }
    }
    let mut index = 0;
    let mut last_of = vec![0_usize; found.people.len()];
    while index < text.words.len() {
        if let Some((end, person)) = at.get(&index) {
            found.mentions.push(PersonMention { words: index..*end, person: *person });
            last_of[*person] = index + 1;
            index = (*end).max(index + 1);
            continue;
        }
        let people = by_first.get(text.lower(index)).filter(|_| text.words[index].is_capital());
        if let Some(people) = people.filter(|_| !inside_other_name(text, index)) {
            let fits = people.iter().map(|person| (extent(text, index, &found.people[*person].parts), *person));
            let best = fits.max_by_key(|(end, person)| (*end, last_of[*person], usize::MAX - *person));
            if let Some((end, person)) = best.filter(|(end, _)| !runs_into_other_name(text, *end)) {
                found.mentions.push(PersonMention { words: index..end, person });
                last_of[person] = index + 1;
                index = end;
                continue;
            }
        }
        index += 1;
    }
}

/// Where the words from `start` on stop being parts of a name.
fn extent(text: &Text<'_>, start: usize, parts: &[String]) -> usize {
    let mut end = start + 1;
    while end < text.words.len() && text.joined(end - 1) && parts.iter().any(|part| part.as_str() == text.lower(end)) {
        end += 1;
    }
    end
}

/// `Stadion Bung Karno`, `Jalan Ahmad Yani`: a body or a street with a person's name.
fn inside_other_name(text: &Text<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1).filter(|before| text.joined(*before)) else { return false };
    let word = &text.words[before];
    let office = lexicon().offices.find(text, before).is_some();
    word.is_capital()
        && !office
        && lexicon().title(&word.lower).is_none()
        && lexicon().cue(&word.lower).is_none()
        && !lexicon().common.contains(&*word.lower)
        && lexicon().regions.find(text, before).is_none()
}

fn runs_into_other_name(text: &Text<'_>, end: usize) -> bool {
    end > 0 && text.joined(end - 1) && text.words[end].is_capital() && name_word(text, end)
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
    fn a_short_name_is_the_person_named_in_full() {
        let raw = "Bupati Klaten Sari Dewi hadir. \"Siap,\" kata Dewi. Menurut Sari, semua siap.";
        assert_eq!(read(raw).len(), 1);
        let text = Text::new(raw);
        assert_eq!(find(&text).mentions.len(), 3);
    }
}
