//! Place and outlet before the first sentence: `JAKARTA, HARIAN.com —`, `Metro (KABAR) -`.

use std::ops::Range;

use jejak_archive::model::RemovedKind;

use super::Work;
use super::lines::Line;
use crate::annotate::dates;
use crate::lexicon::lexicon;
use crate::text::{Shape, Text};
use crate::within::Within as _;

/// How many bytes from the start of the text a dateline may reach.
const REACH: usize = 120;

/// Takes the dateline before the first sentence out, and a line that is only a date before it.
#[expect(clippy::indexing_slicing, reason = "the lines are counted")]
pub(super) fn take(raw: &str, lines: &mut [Line], work: &mut Work) {
    for line in lines.iter_mut().filter(|line| line.kept).take(3) {
        if let Some(day) = dates::only_date(line.of(raw)) {
            line.kept = false;
            work.out.printed = work.out.printed.or(Some(day));
            work.cut(line.range.clone(), RemovedKind::Dateline);
        }
    }
    // A headline or a caption that was not seen as one may stand before it.
    let heads: Vec<usize> = (0..lines.len()).filter(|index| lines[*index].kept).take(3).collect();
    for index in heads {
        let start = lines[index].range.start;
        let limit = lines.iter().skip(index).take(4).next_back().map_or(start, |line| line.range.end);
        let limit = floor(raw, (start + REACH).min(limit).max(lines[index].range.end.min(start + REACH)));
        let Some(head) = raw.get(start..limit) else { continue };
        if let Some(found) = parse(head) {
            work.out.dateline = found.place;
            work.out.publisher = found.outlet;
            work.cut(start..start + found.len, RemovedKind::Dateline);
            // An article that stands twice in its source has its dateline twice.
            let printed = raw.within(start..start + found.len);
            for line in lines.within(index + 1..).iter().filter(|line| line.kept && line.of(raw).starts_with(printed)) {
                work.cut(line.range.start..line.range.start + found.len, RemovedKind::Dateline);
            }
            return;
        }
    }
}

/// Whether a word is the address of a site.
pub(super) fn is_site(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.rsplit_once('.').is_some_and(|(name, tld)| !name.is_empty() && is_tld(tld))
}

/// Whether a line begins with a dateline.
pub(super) fn leads(line: &str) -> bool {
    let limit = floor(line, REACH.min(line.len()));
    parse(line.within(..limit)).is_some()
}

fn floor(raw: &str, mut at: usize) -> usize {
    while !raw.is_char_boundary(at) {
        at -= 1;
    }
    at
}

struct Found {
    /// Bytes it takes, its dash included.
    len: usize,
    place: Option<String>,
    outlet: Option<String>,
}

/// Reads a dateline at the start of `head`.
fn parse(head: &str) -> Option<Found> {
    if let Some(found) = glued(head) {
        return Some(found);
    }
    separators(head).find_map(|separator| {
        let before = head.within(..separator.start).trim();
        let (place, outlet) = judge(before, head.within(separator.clone()).trim() == ":")?;
        Some(Found { len: separator.end, place, outlet })
    })
}

/// `HARIAN.com, JakartaWarga`: an outlet's site and a known place, whose dash an export lost with the spaces around it.
fn glued(head: &str) -> Option<Found> {
    let (site, rest) = head.split_once(',')?;
    let place = rest.trim_start();
    if !is_site(site) || site.contains(char::is_whitespace) {
        return None;
    }
    let mut before = ' ';
    let end = place.char_indices().find_map(|(at, c)| {
        let parts = before.is_lowercase() && c.is_uppercase();
        before = c;
        parts.then_some(at)
    })?;
    let (place, start) = (place.within(..end), head.len() - place.len());
    lexicon().regions.holds(&place.to_lowercase()).then(|| Found {
        len: start + end,
        place: Some(place.to_string()),
        outlet: Some(site.to_string()),
    })
}

/// Dashes and colons that may end a dateline.
fn separators(head: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    head.char_indices().filter_map(move |(at, c)| {
        if !matches!(c, '-' | '–' | '—' | ':') {
            return None;
        }
        let before = head.within(..at).chars().next_back()?;
        let mut end = at;
        for next in head.within(at..).chars() {
            if !(matches!(next, '-' | '–' | '—' | ':') || next.is_whitespace()) {
                break;
            }
            end += next.len_utf8();
        }
        let after = head.within(end..).chars().next()?;
        // A hyphen inside a word (`TRIBUN-BALI`) has letters on both sides and ends nothing, unless a place stands
        // before it that is written in capitals (`KLATEN-Warga`).
        let inside = c == '-' && before.is_alphanumeric() && end == at + 1;
        // An outlet's site ends with its domain: `KOTA, HARIAN.com-PT Contoh`.
        let behind_site = inside
            && is_site(head.within(..at).rsplit(|c: char| c.is_whitespace() || c == ',').next().unwrap_or_default());
        let opens = !inside
            || behind_site
            || (after.is_uppercase() && head.within(end + after.len_utf8()..).starts_with(char::is_lowercase));
        (before != '-' && opens).then_some(at..end)
    })
}

/// Whether what stands before a dash is a place, an outlet or both.
fn judge(before: &str, colon: bool) -> Option<(Option<String>, Option<String>)> {
    let text = Text::new(before);
    if text.words.is_empty() || text.words.len() > 10 || before.contains(['"', '“', '”', '!', '?', ';']) {
        return None;
    }
    let mut outlet = None;
    let mut place: Vec<Range<usize>> = Vec::new();
    let mut capitals = true;
    let mut region = false;
    let mut index = 0;
    while index < text.words.len() {
        let word = text.word(index);
        let print = text.print(index);
        let bracketed = text.gap_before(index).ends_with('(');
        let is_site = print.rsplit_once('.').is_some_and(|(_, tld)| is_tld(tld));
        if outlet.is_none() && (is_site || (bracketed && word.is_capital())) {
            // `POSMETRO MEDAN`, `(ANTARA)`, `HARIAN.com`
            outlet = Some(print.to_string());
            index += 1;
            continue;
        }
        if let Some((words, _)) = lexicon().regions.find(&text, index) {
            region = true;
            place.push(word.start..text.word(index + words - 1).end);
            capitals &= (index..index + words).all(|i| text.word(i).shape == Shape::Caps);
            index += words;
            continue;
        }
        // `JAKARTA, HARIAN com`: the stop before the domain is lost.
        if outlet.is_none()
            && is_tld(&word.lower)
            && text.joined(index.wrapping_sub(1))
            && place.last().is_some_and(|last| last.end == text.word(index - 1).end)
        {
            outlet = place.pop().and_then(|name| before.get(name.start..word.end)).map(str::to_string);
            index += 1;
            continue;
        }
        let date_part = word.shape == Shape::Number || dates::is_date_word(&word.lower);
        if !word.is_capital() && !date_part {
            return None;
        }
        if !date_part {
            capitals &= word.shape == Shape::Caps;
            place.push(word.start..word.end);
        }
        index += 1;
    }
    let plausible = outlet.is_some() || (!colon && (region && place.len() <= 3 || capitals && !place.is_empty()));
    if !plausible || (colon && outlet.is_none()) {
        return None;
    }
    let place = match (place.first(), place.last()) {
        (Some(first), Some(last)) => before.get(first.start..last.end).map(tidy).filter(|place| !place.is_empty()),
        _ => None,
    };
    Some((place, outlet))
}

/// A place without the outlet, the commas and the line breaks that stood in it.
fn tidy(place: &str) -> String {
    let words: Vec<&str> = place
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|'))
        .filter(|word| !word.is_empty() && !word.trim_matches(',').rsplit_once('.').is_some_and(|(_, tld)| is_tld(tld)))
        .collect();
    words.join(" ").trim_matches([',', ' ']).to_string()
}

/// Whether these letters end the address of an outlet.
pub(super) fn is_tld(letters: &str) -> bool {
    let lower = letters.to_lowercase();
    matches!(lower.as_str(), "com" | "co" | "id" | "net" | "news" | "tv" | "org" | "info" | "my" | "online" | "press")
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn read(head: &str) -> Option<(usize, Option<String>, Option<String>)> {
        parse(head).map(|found| (found.len, found.place, found.outlet))
    }

    fn some(len: usize, place: &str, outlet: &str) -> Option<(usize, Option<String>, Option<String>)> {
        let full = |text: &str| (!text.is_empty()).then(|| text.to_string());
        Some((len, full(place), full(outlet)))
    }

    #[test]
    fn datelines_as_outlets_print_them() {
        assert_eq!(read("JAKARTA, HARIAN.com — Warga"), some(24, "JAKARTA", "HARIAN.com"));
        assert_eq!(read("KABAR-TIMUR.COM, AMBON - Warga"), some(25, "AMBON", "KABAR-TIMUR.COM"));
        assert_eq!(read("Metro (KABAR) - Warga"), some(16, "Metro", "KABAR"));
        assert_eq!(read("KLATEN-Warga"), some(7, "KLATEN", ""));
        assert_eq!(read("KOTA BARU, HARIAN.com-PT Contoh"), some(22, "KOTA BARU", "HARIAN.com"));
        assert_eq!(read("BATAM, HARIAN.CO : Warga"), some(19, "BATAM", "HARIAN.CO"));
        assert_eq!(read("BATAM, HARIAN com - Warga"), some(20, "BATAM", "HARIAN com"));
        assert_eq!(read("Harian.com, JakartaWarga Metro hadir - semua"), some(19, "Jakarta", "Harian.com"));
        assert_eq!(read("Harian.com, Bandar LampungWarga"), some(26, "Bandar Lampung", "Harian.com"));
    }

    #[test]
    fn a_sentence_with_a_dash_has_none() {
        assert_eq!(read("Wali Kota Sari - yang baru dilantik - hadir"), None);
        assert_eq!(read("Warga bersama-sama menanam"), None);
        assert_eq!(read("Harian.com, menurut WargaMetro, hadir"), None);
        assert_eq!(read("Tema: Bersama Kita Bisa"), None);
    }
}
