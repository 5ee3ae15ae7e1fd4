//! Which names of an article are one person's.
//!
//! WHY by words: the fullest form is read first; a shorter one is the person of whose name it is a part, and of two who
//! share it the one named nearest before. A name is never guessed from its sound.

use std::collections::BTreeSet;

use crate::annotate::names::people::{Candidate, FoundPerson};
use crate::annotate::names::{nicknames, spelling};
use crate::hash::WordMap;
use crate::lexicon::lexicon;
use crate::lists::List;
use crate::text::Text;
use crate::within::Within as _;

/// Brings candidates together: the person of each.
#[expect(
    clippy::indexing_slicing,
    reason = "candidates are counted, and each person comes with the first place and the offices of the name"
)]
pub(crate) fn cluster(text: &Text<'_>, candidates: &[Candidate], people: &mut Vec<FoundPerson>) -> Vec<Option<usize>> {
    let parts_of = |candidate: &Candidate| -> Vec<String> {
        candidate.words.clone().map(|index| text.lower(index).to_string()).collect()
    };
    // The longest forms first, so that shorter ones find the person they are short for.
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|index| (usize::MAX - candidates[*index].words.len(), candidates[*index].words.start));
    let mut by_part: WordMap<String, Vec<usize>> = WordMap::default();
    let mut firsts: Vec<usize> = Vec::new();
    // The offices that stand right before a person's names: `Presiden Karyono` is not `Kapolri Sari Karyono`.
    let mut offices: Vec<BTreeSet<&str>> = Vec::new();
    let mut assigned = vec![None; candidates.len()];
    for index in order {
        let candidate = &candidates[index];
        let parts = parts_of(candidate);
        let options: BTreeSet<usize> = parts.iter().filter_map(|part| by_part.get(part)).flatten().copied().collect();
        // `Ny. Sari Karyono` is the wife of Karyono, who is not short for her.
        let before = candidate.words.start.checked_sub(1).map_or("", |before| text.print(before));
        let wife = is_wife(before) || candidate.honorifics.iter().any(|title| is_wife(title));
        let fits = |person: &&usize| {
            let other = &people[**person];
            let married = parts.len() > 1 && wife != goes_by_husband(other);
            !married && (short_for(&parts, &other.parts) || spelling::respelt(&parts, &other.parts))
                || (parts.len() == 1
                    && (other.aliases.iter().any(|alias| alias.to_lowercase() == parts[0])
                        || spelling::variants(other).contains(&parts[0])))
        };
        let fitting: Vec<usize> = options.iter().filter(fits).copied().collect();
        let office = candidate.words.start.checked_sub(1).filter(|at| text.joined(*at) && text.is(*at, List::OFFICE));
        let office = office.map(|at| text.lower(at));
        // Two people who share the short name: the one shown in the office before it, else the one named last before it.
        let near = fitting.iter().copied().min_by_key(|person| {
            let first = firsts[*person];
            // `Ny. Sari Herry Karyono`: by his name alone her husband is called.
            (
                goes_by_husband(&people[*person]) && !wife,
                office.is_some_and(|office| !offices[*person].contains(office)),
                first > candidate.words.start,
                candidate.words.start.abs_diff(first),
            )
        });
        let called = || match &parts[..] {
            [part] => nicknames::person(part, people.iter().map(|person| &person.parts[..])),
            _ => None,
        };
        let person = near.or_else(called).or_else(|| nickname(text, &parts, candidate, people)).unwrap_or_else(|| {
            let person = people.len();
            people.push(FoundPerson {
                name: print_name(text, candidate),
                parts: parts.clone(),
                ..FoundPerson::default()
            });
            firsts.push(candidate.words.start);
            offices.push(BTreeSet::new());
            for part in &parts {
                by_part.entry(part.clone()).or_default().push(person);
            }
            person
        });
        firsts[person] = firsts[person].min(candidate.words.start);
        offices[person].extend(office);
        let print = print_name(text, candidate);
        if print != people[person].name {
            people[person].aliases.insert(print);
            for part in spelling::variants(&people[person]) {
                by_part.entry(part).or_default().push(person);
            }
        }
        people[person].honorifics.extend(candidate.honorifics.iter().cloned());
        if is_wife(before) {
            people[person].honorifics.insert(before.to_string());
        }
        if let Some(alias) = candidate.alias {
            people[person].aliases.insert(text.print(alias).to_string());
            by_part.entry(text.lower(alias).to_string()).or_default().push(person);
        }
        assigned[index] = Some(person);
    }
    assigned
}

/// Whether a person is named as somebody's wife.
pub(crate) fn goes_by_husband(person: &FoundPerson) -> bool {
    person.honorifics.iter().any(|title| is_wife(title))
}

/// A title that goes before the name of somebody's husband.
fn is_wife(title: &str) -> bool {
    matches!(title.trim_end_matches('.'), "Ny" | "Nyonya" | "ny" | "nyonya")
}

fn print_name(text: &Text<'_>, candidate: &Candidate) -> String {
    // `Sari DewiKaryono`: a space that was lost inside the name.
    let glued = candidate.words.clone().skip(1).any(|index| text.gap_before(index).is_empty());
    let print = if glued {
        candidate.words.clone().map(|index| text.print(index)).collect::<Vec<_>>().join(" ")
    } else {
        text.slice(candidate.words.clone()).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    if print.len() > 4
        && print.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        && candidate.words.len() > 1
    {
        let words: Vec<String> = print.to_lowercase().split(' ').map(crate::lexicon::capital).collect();
        return words.join(" ");
    }
    print
}

/// Whether a form is short for a full one: its words stand in it in order, initials for what they begin, and beside
/// another word of it what is clipped (`Sari Karyo` for `Sari Karyonomarto`) or known (`Pecco` for `Francesco`).
fn short_for(short: &[String], full: &[String]) -> bool {
    const CLIPPED: usize = 4;
    let mut rest = full;
    let several = short.len() > 1 && short.iter().any(|part| full.contains(part));
    short.iter().all(|part| {
        let clipped = |other: &String| {
            several
                && (other
                    .strip_prefix(part.as_str())
                    .is_some_and(|rest| part.len() >= CLIPPED && rest.len() >= CLIPPED && !is_common(rest))
                    || nicknames::is_listed(part, full) && !full.contains(part) && !short.contains(other))
        };
        let stands = |other: &String| {
            other == part
                || (part.chars().count() == 1 && other.starts_with(part.as_str()))
                || (other.chars().count() == 1 && part.starts_with(other.as_str()))
                || clipped(other)
        };
        let found = rest.iter().position(stands).map(|at| at + 1);
        // `Sari KD` is `Sari Karyono Dewi`.
        let letters = || if short.len() > 1 { nicknames::abbreviates(part, rest) } else { None };
        let end = found.or_else(letters);
        rest = rest.within(end.unwrap_or(rest.len())..);
        end.is_some()
    })
}

/// Most people with whom a misspelt name is compared.
const MOST: usize = 100;

/// Whether the end of a word is one of the language, glued to a name.
fn is_common(word: &str) -> bool {
    let lists = lexicon();
    crate::stem::is_root(word)
        || lists.small.contains(word)
        || lists.common.contains(word)
        || DATE_WORDS.contains(&word)
}

/// Nouns of dates, which are glued to names as well.
const DATE_WORDS: &[&str] = &["hari", "kemarin", "malam", "siang", "pagi", "sore"];

/// How many letters a pet name shares with the name.
const HEAD: usize = 3;

/// `Ayu` for `Rahayu`, `Mirza` for `Mirzani`: a lone short name beside a cue that begins or ends a part of a name.
fn nickname(text: &Text<'_>, parts: &[String], candidate: &Candidate, people: &[FoundPerson]) -> Option<usize> {
    let [part] = parts else { return None };
    // `Gubernur Mirza` is `Gubernur Rahmat Mirzani`; beside an office only what begins the name is short for it.
    let held = candidate.role.is_some();
    if !(candidate.cue || held) || part.chars().count() < if held { 5 } else { 3 } {
        return None;
    }
    let fits = |person: &FoundPerson| {
        person.parts.iter().any(|other| {
            other.len() > part.len()
                && ((part.chars().count() >= 4 && other.starts_with(part.as_str()))
                    || !held && other.ends_with(part.as_str()))
        })
    };
    let mut fitting = people.iter().enumerate().filter(|(_, person)| fits(person)).map(|(index, _)| index);
    let Some(first) = fitting.next() else {
        return if held { None } else { misspelt(text, part, people).or_else(|| pet_name(part, people)) };
    };
    fitting.next().is_none().then_some(first)
}

/// `Sarri` for `Sari`, `Karyino` for `Karyono`: a lone name that only doubles a letter of one person's name, or halves
/// one, or that stands once and is a spelling of it.
fn misspelt(text: &Text<'_>, part: &str, people: &[FoundPerson]) -> Option<usize> {
    let plain = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.dedup();
        letters
    };
    let wanted = plain(part);
    let once = text.words.iter().take(spelling::SCAN).filter(|word| &*word.lower == part).take(2).count() == 1;
    let mut fitting = people.iter().take(MOST).enumerate().filter(|(_, person)| {
        person.parts.iter().any(|other| {
            (other.len().abs_diff(part.len()) == 1 && plain(other) == wanted) || (once && spelling::near(part, other))
        })
    });
    let (first, _) = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// `Benny` for `Benjamin`: a lone name beside a cue that ends as pet names do, and begins like the name of one person only.
fn pet_name(part: &str, people: &[FoundPerson]) -> Option<usize> {
    let head: String = part.chars().take(HEAD).collect();
    if !part.ends_with(['y', 'i']) && !part.ends_with("ed") {
        return None;
    }
    let mut fitting = people.iter().enumerate().filter(|(_, person)| {
        person.parts.len() > 1 && person.parts.iter().any(|other| other.starts_with(&head) && other.len() > part.len())
    });
    let (first, _) = fitting.next()?;
    fitting.next().is_none().then_some(first)
}
