//! Where a name begins in a run of capital words: `Direktur Utama Sukafarma Arief Karyono`.
//!
//! WHY by the article itself: no list of firms, bodies and places is ever complete, and no mark stands between them and
//! the name. But elsewhere the article calls the person (`kata Arief`) and names the firm (`di Sukafarma`), which tells
//! the two apart. What nothing speaks against stays part of the name.

use std::ops::Range;

use jejak_archive::Stem as _;

use crate::annotate::names::parts::{is_acronym, name_word, run};
use crate::annotate::phrases::words;
use crate::hash::{WordMap, WordSet};
use crate::lexicon::{CueForm, lexicon};
use crate::lists::List;
use crate::stem::Indonesian;
use crate::text::{Shape, Text};

/// What an article shows of its capital words.
pub(crate) struct Shown<'t> {
    /// Words that stand alone right behind a cue: `kata Arief`.
    called: WordSet<&'t str>,
    /// Words that stand alone before an active cue: `Arief menyebut`, but also `Sukafarma menyebut`.
    telling: WordSet<&'t str>,
    /// Where each capital word stands, up to [`MOST`] places.
    places: WordMap<&'t str, Vec<usize>>,
    /// Those of these words that also stand in small letters.
    small: WordSet<&'t str>,
}

/// Most places remembered of one word: enough to judge it by, and a bound for the work.
const MOST: usize = 40;
/// Capital words that belong to a body's name wherever they stand.
const NEVER: &[&str] = &["tbk", "the", "indonesia", "fc"];

impl<'t> Shown<'t> {
    /// Looks through an article once.
    pub(crate) fn find(text: &'t Text<'_>) -> Self {
        let mut shown = Self {
            called: WordSet::default(),
            telling: WordSet::default(),
            places: WordMap::default(),
            small: WordSet::default(),
        };
        for index in 0..text.words.len() {
            let word = text.word(index);
            shown.cue(text, index);
            if word.is_lower() {
                continue;
            }
            let places = shown.places.entry(&word.lower).or_default();
            if places.len() < MOST {
                places.push(index);
            }
        }
        let small = text.words.iter().filter(|word| word.is_lower() && shown.places.contains_key(&*word.lower));
        shown.small.extend(small.map(|word| &*word.lower));
        shown
    }

    /// Notes the lone name beside a cue at word `index`.
    fn cue(&mut self, text: &'t Text<'_>, index: usize) {
        if !text.is(index, List::CUES) {
            return;
        }
        let form = match text.lower(index) {
            "menurut" => CueForm::Bare,
            _ => match text.cue(index).filter(|cue| !cue.nya) {
                Some(cue) => cue.form,
                None => return,
            },
        };
        if form == CueForm::Active {
            let before = (1..=3).map_while(|back| index.checked_sub(back)).find(|at| text.word(*at).is_capital());
            let Some(at) = before.filter(|at| (*at..index).all(|between| text.joined(between))) else { return };
            let alone = at == 0 || !(text.joined(at - 1) && text.word(at - 1).is_capital());
            if alone && name_word(text, at) {
                self.telling.insert(text.lower(at));
            }
        } else if text.joined(index) {
            let name = run(text, index + 1);
            // `Sari bilang Karmaya akan …`: an area says nothing, so nobody is called so.
            let area =
                lexicon().regions.find(text, name.start).is_some() && !lexicon().given.contains(text.lower(name.start));
            if name.len() == 1 && !area && !(text.joined(name.start) && text.word(name.end).is_capital()) {
                self.called.insert(text.lower(name.start));
            }
        }
    }

    /// Whether the word at `index` also stands apart from the words of its run.
    fn apart(&self, text: &Text<'_>, index: usize, words: &Range<usize>) -> bool {
        let own: Vec<&str> = words.clone().map(|at| text.lower(at)).collect();
        let beside = |at: usize| own.contains(&text.lower(at));
        self.places.get(text.lower(index)).is_some_and(|places| {
            places.iter().any(|at| {
                let before = at.checked_sub(1).is_some_and(|before| text.joined(before) && beside(before));
                !(words.contains(at) || before || (text.joined(*at) && beside(at + 1)))
            })
        })
    }

    /// Whether the word at `index` is named as a thing or a place somewhere.
    fn thing(&self, text: &Text<'_>, index: usize) -> bool {
        self.places.get(text.lower(index)).is_some_and(|places| {
            places.iter().any(|at| {
                at.checked_sub(1)
                    .is_some_and(|before| text.joined(before) && words().things.contains(text.lower(before)))
            })
        })
    }

    /// Whether a lone word is called like a person.
    fn is_called(&self, word: &str) -> bool {
        self.called.contains(word)
    }

    /// The word at which a name begins in a run of capital words; `behind` says whether an office stands before it.
    pub(crate) fn begin(&self, text: &Text<'_>, words: &Range<usize>, behind: bool) -> usize {
        let mut at = words.start;
        // `JakartaSari Dewi`: a word of the lists that lost the space before the name.
        if let Some(glued) = (at + 1..words.end).rev().find(|index| text.gap_before(*index).is_empty()) {
            at = glued;
        } else if text.gap_before(at).contains(',') {
            // Behind a comma the whole run is in apposition: `Ketua Karya, Andi Muhammad Sari Dewi`.
            return at;
        }
        while at + 1 < words.end {
            let next = self.step(text, at, words, behind || at > words.start);
            if next == at {
                break;
            }
            at = next;
        }
        at
    }

    /// Where a name ends: `Sari Dewi Bicara Soal`, from a heading, goes on with words that the article also has in small
    /// letters, and stands without them elsewhere.
    pub(crate) fn end(&self, text: &Text<'_>, words: &Range<usize>) -> usize {
        let mut end = words.end;
        let small =
            |at: usize| text.word(at).is_lower() || text.is(at, lexicon().small) || self.small.contains(text.lower(at));
        while end - words.start > 1 && small(end - 1) {
            end -= 1;
        }
        let alone = (words.start..end).any(|at| {
            let lower = text.lower(at);
            self.is_called(lower) || self.telling.contains(lower) || self.apart(text, at, words)
        });
        // `Sari Dewi Siap`, and elsewhere `Sari Dewi` goes on otherwise.
        let otherwise = end < words.end
            && end - words.start > 1
            && self.places.get(text.lower(end - 1)).is_some_and(|places| {
                places.iter().any(|other| {
                    *other != end - 1
                        && *other > 0
                        && text.lower(other - 1) == text.lower(end - 2)
                        && text.lower(other + 1) != text.lower(end)
                })
            });
        if alone || otherwise { end } else { words.end }
    }

    /// Where the name begins at the earliest if the word at `at` is not part of it, else `at`.
    fn step(&self, text: &Text<'_>, at: usize, words: &Range<usize>, behind: bool) -> usize {
        let word = text.lower(at);
        // `Chairman CT Corp Sari Dewi`, though CT is what she is called.
        let firm = |index: &usize| words_of_phrases().firm_ends.contains(text.lower(*index));
        if let Some(last) = (at..words.end - 1).rev().find(firm) {
            return last + 1;
        }
        // `Sari 'Dewi' Karyono`: what she is called stands inside her name.
        let marked = text.gap_before(at + 1).contains(['\'', '‘', '’', '“', '"']);
        if marked || self.is_called(word) {
            return at;
        }
        // `TNGGP Agus Karyono`, `Taman SCB Agus Karyono`, `Tbk Rully Karyono`.
        let initials = |index: usize| text.print(index).contains('.');
        let mixed = |index: &usize| {
            is_acronym(text, *index) && !initials(*index) && text.word(index + 1).shape == Shape::Capital
        };
        if let Some(last) = (at..words.end - 1).rev().find(mixed) {
            return last + 1;
        }
        if NEVER.contains(&word) {
            return at + 1;
        }
        // `Kainduk Jalan Karmaya Kompol Sari Dewi`: a rank ends what stands before the name.
        let ranked = |index: &usize| words_of_phrases().ranks.contains(text.lower(*index));
        if let Some(rank) = (at..words.end - 1).rev().find(ranked) {
            return rank + 1;
        }
        // `Direktur Suka Karya Sari Dewi`; but `Menteri Karya Dewi`.
        let tail = behind
            && at == words.start
            && words_of_phrases().firm_tails.contains(word)
            && at.checked_sub(1).is_some_and(|firm| {
                text.joined(firm)
                    && text.word(firm).shape == Shape::Capital
                    && lexicon().offices.find(text, firm).is_none()
                    && lexicon().title(text.lower(firm)).is_none()
            });
        if tail {
            return at + 1;
        }
        // `Menteri Pemuda (Menpora) Sari Dewi`.
        let given = matches!(
            word,
            "putra" | "putri" | "bintang" | "anak" | "juara" | "model" | "guru" | "raja" | "sultan" | "ratu"
        );
        let office = lexicon().offices.find(text, at).filter(|(count, _)| at + count < words.end && !given);
        if let Some((count, _)) = office {
            return at + count;
        }
        // `Mudah Dipasang Sari Dewi`, from a heading: words that newspapers print in small letters.
        // But `Pipi Sari` is a name where nobody is called by the second word alone.
        let called = at + 2 < words.end || self.is_called(text.lower(at + 1));
        if called && lexicon().small.contains(word) && text.word(at).shape == Shape::Capital && !given {
            return at + 1;
        }
        // `Konser Sari`, where `kata Sari` follows.
        let later = || {
            (at + 1..words.end).any(|index| {
                let lower = text.lower(index);
                self.is_called(lower) || self.telling.contains(lower)
            })
        };
        if text.is(at, List::HEADING) && text.word(at).shape == Shape::Capital && !given && later() {
            return at + 1;
        }
        // `Psikolog Sari Dewi`; but `Putri Dewi` is a name.
        if at == words.start && !given && words_of_people().contains(word) {
            return at + 1;
        }
        // `Asosiasi Peternak (Aspin) Boyolali Suparno`: an area behind the words of a body.
        let glued = at > 0
            && text.word(at - 1).paragraph == text.word(at).paragraph
            && (text.word(at - 1).is_capital() && text.joined(at - 1) || text.gap_before(at).trim() == ")");
        if (glued || behind)
            && let Some((count, _)) = lexicon().regions.find(text, at).filter(|(count, _)| at + count < words.end)
        {
            return at + count;
        }
        // `kapten Jepang Sari Karyono`: a country before a full name; but `Israel Katz`.
        let country = lexicon().regions.find(text, at).filter(|(count, region)| {
            region.full && at + count + 1 < words.end && !lexicon().given.contains(word) && word != "israel"
        });
        if let Some((count, _)) = country {
            return at + count;
        }
        // `Konsul Jenderal RI di Melbourne Sari Dewi`.
        let placed = at > 0 && text.joined(at - 1) && matches!(text.lower(at - 1), "di" | "ke" | "untuk" | "asal");
        if placed || self.opens_sentence(text, at, words) || self.of_body(text, at, words) {
            return at + 1;
        }
        if self.of_other(text, at, words) {
            return at + 1;
        }
        if self.without(text, at, words) || abbreviates_office(word) {
            return at + 1;
        }
        if let Some(end) = self.shared(text, at, words) {
            return end;
        }
        if behind && words.end - at > 2 && self.thing(text, at) && !self.telling.contains(word) {
            return at + 1;
        }
        let Some(call) = (at + 1..words.end).find(|index| self.is_called(text.lower(*index))) else {
            let short = (at + 1..words.end).any(|index| self.telling.contains(text.lower(index)));
            let other = !self.telling.contains(word) || self.thing(text, at);
            return if behind && short && other && self.apart(text, at, words) { at + 1 } else { at };
        };
        let firsts = &words_of_phrases().firsts;
        // A person may be called by the second name, hardly by the third.
        let far = call - at >= 2 && call + 1 < words.end;
        let named = self.apart(text, at, words) && (!self.telling.contains(word) || self.thing(text, at));
        let initials = (at..call).any(|index| text.lower(index).len() <= 2 || firsts.contains(text.lower(index)));
        if far && !initials {
            return call;
        }
        // `Ekonom Karmaya Bhima Yudha`, called Bhima; but `Menteri Andi Karya Yudha`, called Karya, and
        // `Sekretaris BKK Saria Bhima Yudha`, where the body's short form ends before the name.
        let whole = || {
            !firsts.contains(text.lower(call))
                && at
                    .checked_sub(1)
                    .is_some_and(|body| text.joined(body) && is_acronym(text, body) && text.is(body, List::NOT_NAMES))
                && !self.apart(text, at, words)
                && Indonesian.stem(word) == word
        };
        if behind && call == at + 1 && call + 1 < words.end && !initials && !whole() {
            return call;
        }
        if named && (behind || self.thing(text, at)) { at + 1 } else { at }
    }

    /// `PT Jasa Karya Sari Dewi`: a word behind a body's head that stands behind it elsewhere too, without the name.
    fn of_body(&self, text: &Text<'_>, at: usize, words: &Range<usize>) -> bool {
        let Some(head) = at.checked_sub(1).filter(|head| text.joined(*head)) else { return false };
        (at > words.start || crate::annotate::phrases::words().heads.contains(text.lower(head)))
            && self.places.get(text.lower(at)).is_some_and(|places| {
                places.iter().any(|other| {
                    *other > 0
                        && *other != at
                        && text.lower(other - 1) == text.lower(head)
                        && text.lower(other + 1) != text.lower(at + 1)
                })
            })
    }

    /// `pengacara Karyono Sari Dewi`, where the article also has `Budi Karyono`: whose lawyer it is stands before the name.
    fn of_other(&self, text: &Text<'_>, at: usize, words: &Range<usize>) -> bool {
        let Some(noun) = at.checked_sub(1).filter(|noun| text.joined(*noun)) else { return false };
        let owned = text.word(noun).is_lower() && crate::annotate::phrases::words().owned.contains(text.lower(noun));
        owned
            && words.end - at > 2
            && self.places.get(text.lower(at)).is_some_and(|places| {
                places.iter().filter(|other| !words.contains(other)).any(|other| {
                    let first = other.checked_sub(1).filter(|first| text.joined(*first) && name_word(text, *first));
                    let ends = !(text.joined(*other) && text.word(other + 1).is_capital());
                    ends && first.is_some_and(|first| !words.contains(&first))
                })
            })
    }

    /// `Karmaya Sari Dewi`, where the article also has `Sari Dewi` alone: the first word is no part of the name, unless
    /// it is one that later mentions leave out.
    fn without(&self, text: &Text<'_>, at: usize, words: &Range<usize>) -> bool {
        let rest = at + 1..words.end;
        if rest.len() < 2 || words_of_phrases().firsts.contains(text.lower(at)) || text.lower(at).len() <= 2 {
            return false;
        }
        self.places.get(text.lower(rest.start)).is_some_and(|places| {
            places.iter().any(|other| {
                let same = rest.clone().enumerate().all(|(count, index)| {
                    text.lower(other + count) == text.lower(index) && (count == 0 || text.joined(other + count - 1))
                });
                let free = other.checked_sub(1).is_none_or(|before| {
                    !text.joined(before)
                        || !text.word(before).is_capital()
                        || lexicon().title(text.lower(before)).is_some()
                        || lexicon().regions.find(text, before).is_some()
                });
                same && free && !words.contains(other)
            })
        })
    }

    /// `Sukafarma Karya Jaya Sari Dewi`, if another name stands behind the same words elsewhere: where those words end.
    fn shared(&self, text: &Text<'_>, at: usize, words: &Range<usize>) -> Option<usize> {
        let places = self.places.get(text.lower(at))?;
        let longest = |other: &usize| {
            let mut count = 1;
            while at + count < words.end
                && text.joined(other + count - 1)
                && text.lower(other + count) == text.lower(at + count)
            {
                count += 1;
            }
            let goes_on = text.joined(other + count - 1) && name_word(text, other + count);
            (count >= 2 && at + count < words.end && goes_on).then_some(at + count)
        };
        places.iter().filter(|other| !words.contains(other)).filter_map(longest).min()
    }

    /// Whether the word at `at` has its capital letter only from opening a sentence: `Kunjungan Karyono berakhir`.
    fn opens_sentence(&self, text: &Text<'_>, at: usize, words: &Range<usize>) -> bool {
        let first = at == words.start && text.sentence_start(at) == at && text.word(at).shape == Shape::Capital;
        if !first {
            return false;
        }
        let word = text.lower(at);
        let derived = word.len() >= 7 && Indonesian.stem(word) != word;
        let known = (at + 1..words.end).any(|index| {
            let lower = text.lower(index);
            self.is_called(lower) || self.telling.contains(lower) || self.apart(text, index, words)
        });
        known && (derived || self.small.contains(word)) && !self.telling.contains(word)
    }
}

/// `Wamenkarya`, `Kasatkarya`: an office clipped into one word.
fn abbreviates_office(word: &str) -> bool {
    const CLIPPED: &[&str] = &[
        "wamen", "menko", "sesmen", "seskemen", "sestama", "wasek", "wadir", "kadis", "kabid", "kasat", "kasub",
        "kapol", "wakapol", "wakil", "kanit", "danrem",
    ];
    word.len() >= 7 && CLIPPED.iter().any(|head| word.starts_with(head))
}

/// Nouns for people.
fn words_of_people() -> &'static crate::hash::HashSet<&'static str> {
    &words().humans
}

fn words_of_phrases() -> &'static crate::annotate::phrases::Words {
    words()
}

#[cfg(test)]
mod tests {
    use crate::annotate::names::people::find;
    use crate::text::Text;

    fn first(raw: &str) -> String {
        find(&Text::new(raw)).people.into_iter().map(|person| person.name).next().unwrap_or_default()
    }

    #[test]
    fn the_firm_before_a_name_is_no_part_of_it() {
        assert_eq!(
            first("Direktur Utama Sukafarma Arief Karyono hadir. Sukafarma tumbuh. \"Siap,\" kata Arief."),
            "Arief Karyono"
        );
        assert_eq!(
            first("Pemimpin Karmayata Naim Karyono hadir di Karmayata. \"Siap,\" kata Karyono."),
            "Naim Karyono"
        );
        assert_eq!(first("Humas Balai Besar TNSKR Agus Karyono hadir. \"Siap,\" kata Agus."), "Agus Karyono");
    }

    #[test]
    fn a_word_that_other_mentions_lack_is_no_part_of_the_name() {
        assert_eq!(first("Bos tim Karmaya Sari Dewi hadir. \"Siap,\" kata Sari Dewi."), "Sari Dewi");
        assert_eq!(first("Wamenkarya Sari Dewi hadir. \"Siap,\" kata Sari."), "Sari Dewi");
    }

    #[test]
    fn the_area_before_a_name_is_no_part_of_it() {
        assert_eq!(
            first("Ketua Asosiasi Peternak Domba Indonesia (Apdi) Boyolali Suparno hadir. \"Siap,\" kata Suparno."),
            "Suparno"
        );
    }

    #[test]
    fn a_second_name_by_which_one_is_called_leaves_the_first() {
        assert_eq!(first("Menteri Pertanian Andi Karya Sulaiman hadir. \"Siap,\" kata Karya."), "Andi Karya Sulaiman");
        assert_eq!(first("Ahmad Sari Dewi mengatakan hal itu. \"Siap,\" kata Dewi."), "Ahmad Sari Dewi");
    }
}
