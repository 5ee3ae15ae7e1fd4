//! Articles that are copies of one text: a release that several outlets took over, a file that was put in twice.
//!
//! Two texts are alike by the share of their runs of eight words, after A. Z. Broder, *On the Resemblance and Containment of
//! Documents* (1997): of all runs that either has, both must have three in five; where two outlets print them, of the runs of the
//! shorter one, since outlets cut a release. Within one outlet the shorter share would take every sequel for a copy.
//!
//! Time grows with the text: a quarter of the runs, chosen by their hash, names the pairs to look at; a run that many
//! articles have names neighbours only; and each pair named is then counted run by run, so nothing is estimated. A pair
//! with three runs in five in common is passed over only where the chosen quarter has less than one in four of them.
//!
//! What one outlet makes from a form day by day (fixtures, prices, offers) is as much alike, yet no copy: an editor leaves the
//! numbers of a text as they are, a form is filled in with new ones. So of two texts of one outlet that are alike those are a
//! series in which one in eight of the numbers stands in neither way in the other. Series are kept apart from copies.

mod differ;
mod printings;

use std::collections::{BTreeMap, BTreeSet};

use jejak_archive::model::{Archive, Article, Copies};
use xxhash_rust::xxh3::xxh3_64;

use crate::many;
use crate::within::Within as _;

pub use differ::differing;
pub use printings::printings;

/// Words in a run.
const RUN: usize = 8;
/// Hundredths of the runs that copies share.
const COPY: usize = 60;
/// One run in so many names pairs.
const CHOSEN: u64 = 4;
/// Texts of fewer runs have all of them chosen.
const SHORT: usize = 200;
/// With so many of the articles before it that have the same run an article makes a pair.
const NEIGHBOURS: usize = 8;
/// Fewer runs say too little, unless all of them are the same.
const FEW: usize = 12;
/// Of texts with fewer numbers none is told to be made from a form.
const NUMBERS: usize = 5;
/// One number in so many that stands in one text only, in both, shows a form that was filled in anew.
const FILLED: usize = 8;

/// The copies in an archive, each group once, in the order of their first articles. The first of a group is the oldest, of
/// one day the longest; the others stand by day and id.
#[must_use]
pub fn copies(archive: &Archive) -> Vec<Copies> {
    alike(archive).0
}

/// The series in an archive: articles that one outlet made from a form. They are alike as copies are, each with numbers of
/// its own. Ordered as [`copies`] are.
#[must_use]
pub fn series(archive: &Archive) -> Vec<Copies> {
    alike(archive).1
}

/// Copies and series.
#[expect(clippy::indexing_slicing, reason = "there is a text for each article, in their order")]
fn alike(archive: &Archive) -> (Vec<Copies>, Vec<Copies>) {
    let articles: Vec<&Article> = archive.articles.iter().collect();
    let texts = many::map(articles, |article| runs(&article.text));
    let outlet = |at: usize| archive.articles[at].publisher.as_deref();
    let apart = |a: usize, b: usize| outlet(a) != outlet(b);
    let text = |at: usize| archive.articles[at].text.as_str();
    let (copies, series) = groups(&texts, &apart, &|a, b| filled_in(text(a), text(b)));
    (ordered(archive, copies), ordered(archive, series))
}

/// Groups in the order of their first articles, with the words in which each article differs from the first.
#[expect(clippy::indexing_slicing, reason = "groups name articles by their places")]
fn ordered(archive: &Archive, mut found: Vec<Group>) -> Vec<Copies> {
    for group in &mut found {
        let order = |at: &usize| {
            let article = &archive.articles[*at];
            let day = article.published.or(article.date);
            (day.is_none(), day, std::cmp::Reverse(article.text.len()), article.id.clone())
        };
        let first = group.articles.iter().copied().min_by_key(|at| order(at));
        group.articles.sort_by_key(|at| (Some(*at) != first, order(at)));
    }
    found.sort_by_key(|group| group.articles.first().copied());
    many::map(found, |group| {
        let text = |at: &usize| archive.articles[*at].text.as_str();
        let first = group.articles.first().map_or("", text);
        let differs = group.articles.iter().enumerate().map(|(place, at)| match place {
            0 => Vec::new(),
            _ => differing(first, text(at)),
        });
        let differs = differs.collect();
        let number = |&at: &usize| u32::try_from(at).unwrap_or(u32::MAX);
        Copies { alike: group.alike, articles: group.articles.iter().map(number).collect(), differs }
    })
}

/// Texts that are alike.
#[derive(Debug)]
struct Group {
    articles: Vec<usize>,
    /// How many hundredths of the runs of eight words the least alike share that were compared.
    alike: u8,
}

/// The hashes of a text's runs of words, ascending, each once; of one that is shorter than a run, the hash of all of it.
fn runs(text: &str) -> Vec<u64> {
    let words: Vec<u64> = words(text).map(|(_, word)| word).collect();
    let hash = |run: &[u64]| {
        let bytes: Vec<u8> = run.iter().flat_map(|word| word.to_le_bytes()).collect();
        xxh3_64(&bytes)
    };
    let mut runs: Vec<u64> = match words.len() {
        0 => Vec::new(),
        1..RUN => vec![hash(&words)],
        _ => words.windows(RUN).map(hash).collect(),
    };
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// The words of a text with their bytes: capitals and marks do not count.
fn words(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, u64)> + '_ {
    let start = text.as_ptr() as usize;
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(move |word| {
        let at = word.as_ptr() as usize - start;
        (at..at + word.len(), xxh3_64(word.to_lowercase().as_bytes()))
    })
}

/// Whether two texts of one outlet are one form, filled in twice: of the numbers of either too many are missing from the
/// other. Where one text only says more, all numbers of the shorter stand in both.
fn filled_in(a: &str, b: &str) -> bool {
    let numbers = |text: &str| -> BTreeSet<u64> {
        let starts = |place: &std::ops::Range<usize>| text.as_bytes().get(place.start).is_some_and(u8::is_ascii_digit);
        words(text).filter(|(place, _)| starts(place)).map(|(_, word)| word).collect()
    };
    let (a, b) = (numbers(a), numbers(b));
    let fewer = a.len().min(b.len());
    let missing = a.difference(&b).count().min(b.difference(&a).count());
    fewer >= NUMBERS && missing * FILLED > fewer
}

/// Texts that are joined pair by pair.
struct Joined {
    to: Vec<usize>,
    alike: Vec<usize>,
}

impl Joined {
    fn new(count: usize) -> Self {
        Self { to: (0..count).collect(), alike: vec![100; count] }
    }

    /// Joins two texts that share so many hundredths of their runs.
    #[expect(
        clippy::indexing_slicing,
        reason = "who joins names texts by their places, and so does what they are joined to"
    )]
    fn join(&mut self, a: usize, b: usize, share: usize) {
        let (a, b) = (root(&mut self.to, a), root(&mut self.to, b));
        let (first, other) = (a.min(b), a.max(b));
        self.to[other] = first;
        self.alike[first] = self.alike[first].min(self.alike[other]).min(share);
    }

    fn groups(mut self) -> Vec<Group> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in 0..self.to.len() {
            groups.entry(root(&mut self.to, at)).or_default().push(at);
        }
        let several = groups.into_iter().filter(|(_, articles)| articles.len() > 1);
        #[expect(clippy::indexing_slicing, reason = "a group goes by the place of its first text")]
        let alike = |first: usize| u8::try_from(self.alike[first]).unwrap_or(u8::MAX);
        several.map(|(first, articles)| Group { articles, alike: alike(first) }).collect()
    }
}

/// Groups of copies, and of series. `apart` says whether two texts come from different outlets, `form` whether two of one
/// outlet that are alike are a form filled in twice.
#[expect(clippy::indexing_slicing, reason = "the texts are counted, and pairs are of them")]
fn groups(
    texts: &[Vec<u64>],
    apart: &dyn Fn(usize, usize) -> bool,
    form: &dyn Fn(usize, usize) -> bool,
) -> (Vec<Group>, Vec<Group>) {
    let (mut copies, mut series) = (Joined::new(texts.len()), Joined::new(texts.len()));
    // Equal ones together; the first stands for all.
    let mut equal: BTreeMap<&[u64], usize> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        copies.to[at] = *equal.entry(text).or_insert(at);
    }
    let firsts: Vec<usize> = equal.into_values().filter(|at| texts[*at].len() >= FEW).collect();
    let mut forms = Vec::new();
    for (a, b) in pairs(texts, firsts) {
        let (both, shorter) = (shared(&texts[a], &texts[b]), texts[a].len().min(texts[b].len()));
        let all = if apart(a, b) { shorter } else { texts[a].len() + texts[b].len() - both };
        if both * 100 >= all * COPY {
            let share = both * 100 / all;
            if !apart(a, b) && form(a, b) {
                forms.push((a, b, share));
            } else {
                copies.join(a, b, share);
            }
        }
    }
    // What a third text joins is one text after all, with numbers that were put in.
    for (a, b, share) in forms {
        if root(&mut copies.to, a) != root(&mut copies.to, b) {
            series.join(a, b, share);
        }
    }
    (copies.groups(), series.groups())
}

/// The first of the texts that one is joined to; the way there gets shorter each time.
#[expect(clippy::indexing_slicing, reason = "each text is joined to one of them, itself to begin with")]
fn root(joined: &mut [usize], mut at: usize) -> usize {
    while joined[at] != at {
        joined[at] = joined[joined[at]];
        at = joined[at];
    }
    at
}

/// Pairs of texts that share one in four of the chosen runs of the shorter one.
#[expect(clippy::indexing_slicing, reason = "who asks names texts by their places")]
fn pairs(texts: &[Vec<u64>], mut of: Vec<usize>) -> BTreeSet<(usize, usize)> {
    of.sort_unstable();
    let chosen = |at: usize| {
        let all = texts[at].len() < SHORT;
        texts[at].iter().copied().filter(move |run| all || run.is_multiple_of(CHOSEN))
    };
    let mut keys: Vec<(u64, u32)> =
        of.iter().flat_map(|&at| chosen(at).map(move |run| (run, u32::try_from(at).unwrap_or(u32::MAX)))).collect();
    keys.sort_unstable();
    let mut shared: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for same in keys.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
        for (at, (_, b)) in same.iter().enumerate() {
            for (_, a) in same.within(at.saturating_sub(NEIGHBOURS)..at) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    // A short text's runs and a long one's are chosen otherwise: those of both count that every text has chosen.
    let count = |at: usize| {
        let always = texts[at].iter().filter(|run| run.is_multiple_of(CHOSEN)).count();
        always.max(1)
    };
    let enough = |(pair, both): (&(u32, u32), &u32)| {
        let (a, b) = (pair.0 as usize, pair.1 as usize);
        (*both as usize * 4 >= count(a).min(count(b))).then_some((a, b))
    };
    shared.iter().filter_map(enough).collect()
}

/// How many runs two texts have in common.
fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        both += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of so many words, each of them from a number.
    fn invented(from: usize, count: usize) -> Vec<String> {
        (from..from + count).map(|number| format!("kata{}", number.wrapping_mul(2_654_435_761) % 10_000_019)).collect()
    }

    fn found(texts: &[&str], apart: bool) -> Vec<(Vec<usize>, u8)> {
        let texts: Vec<Vec<u64>> = texts.iter().map(|text| runs(text)).collect();
        let (copies, _) = groups(&texts, &|_, _| apart, &|_, _| false);
        copies.into_iter().map(|group| (group.articles, group.alike)).collect()
    }

    /// An archive of articles of outlets.
    fn archive(articles: &[(&str, &str)]) -> Archive {
        let line = |(at, (outlet, text)): (usize, &(&str, &str))| {
            serde_json::json!({"id": format!("a{at}"), "source": outlet, "text": text}).to_string()
        };
        let lines: Vec<String> = articles.iter().enumerate().map(line).collect();
        crate::press([("articles.jsonl".to_owned(), lines.join("\n").into_bytes())].into_iter()).archive
    }

    fn together(groups: &[Copies]) -> Vec<Vec<u32>> {
        groups.iter().map(|group| group.articles.clone()).collect()
    }

    /// A list of prices, as an outlet prints it every day.
    fn prices(day: u32, prices: [u32; 6]) -> String {
        let goods = [
            "beras karmaya",
            "cabai sukaraya",
            "gula tebu maju",
            "minyak kelapa jaya",
            "telur ayam terang",
            "kopi bubuk",
        ];
        let lines = goods.iter().zip(prices).map(|(goods, price)| {
            format!(
                "Pedagang pasar induk menjual {goods} kepada warga yang datang pagi itu seharga {price} rupiah per kilogram \
                 dan menunggu kiriman {goods} dari hulu karena jalan utama ke gudang masih ditutup petugas untuk diperbaiki \
                 sampai akhir pekan."
            )
        });
        let lines: Vec<String> = lines.collect();
        format!("Harga pangan pada {day} Maret di pasar induk. {}", lines.join(" "))
    }

    #[test]
    fn a_form_that_one_outlet_fills_in_anew_is_a_series_and_no_copy() {
        let monday = prices(3, [14_100, 52_300, 17_400, 19_900, 28_700, 91_500]);
        let tuesday = prices(4, [14_200, 55_800, 17_400, 20_100, 28_900, 91_500]);
        let found = archive(&[("Koran Karmaya", &monday), ("Koran Karmaya", &tuesday)]);
        assert_eq!(together(&copies(&found)), Vec::<Vec<u32>>::new());
        assert_eq!(together(&series(&found)), [[0, 1]]);
    }

    #[test]
    fn an_edited_text_with_its_numbers_is_a_copy_and_so_is_what_another_outlet_prints() {
        let first = prices(3, [14_100, 52_300, 17_400, 19_900, 28_700, 91_500]);
        let edited = first.replace("datang pagi itu", "antre sejak pagi");
        let longer = format!("{first} Stok beras di gudang tinggal 350 ton dan 12 truk.");
        let one = archive(&[("Koran Karmaya", &first), ("Koran Karmaya", &longer)]);
        assert_eq!(together(&copies(&one)), [[1, 0]], "numbers that were put in tell of no form");
        let found = archive(&[("Koran Karmaya", &first), ("Koran Karmaya", &edited)]);
        assert_eq!((copies(&found).len(), series(&found).len()), (usize::from(alike_enough(&first, &edited)), 0));
        let rounded = first.replace("52300", "52000").replace("19900", "20000");
        let two = archive(&[("Koran Karmaya", &first), ("Warta Sukaraya", &rounded)]);
        assert_eq!((copies(&two).len(), series(&two).len()), (1, 0), "an outlet may round");
    }

    fn alike_enough(a: &str, b: &str) -> bool {
        let (a, b) = (runs(a), runs(b));
        let both = shared(&a, &b);
        both * 100 >= (a.len() + b.len() - both) * COPY
    }

    #[test]
    fn equal_texts_are_copies_whatever_their_capitals_and_marks() {
        let copies = found(&["Warga panen padi hari ini.", "Lain sama sekali.", "WARGA panen: padi hari ini"], false);
        assert_eq!(copies, [(vec![0, 2], 100)]);
        assert_eq!(found(&["", "", "Singkat.", "Pendek."], true), []);
    }

    #[test]
    fn a_text_with_a_few_words_changed_is_a_copy_and_another_one_is_none() {
        let text = invented(0, 200);
        let mut edited = text.clone();
        for at in [20, 90, 160] {
            edited[at] = "lain".to_owned();
        }
        let half = [invented(0, 100), invented(9000, 100)].concat();
        let texts = [text, edited, half, invented(5000, 200)].map(|words| words.join(" "));
        // Three words in 200 stand in 24 of 193 runs: 169 of 217 runs are shared.
        assert_eq!(found(&texts.each_ref().map(String::as_str), false), [(vec![0, 1], 77)]);
    }

    #[test]
    fn another_outlet_may_cut_a_release_and_the_same_one_may_not() {
        let whole = invented(0, 400).join(" ");
        let cut = invented(0, 120).join(" ");
        assert_eq!(found(&[&whole, &cut], true), [(vec![0, 1], 100)]);
        assert_eq!(found(&[&whole, &cut], false), []);
    }

    #[test]
    fn a_thousand_copies_and_a_shared_phrase_take_no_time() {
        let phrase = invented(77, 30).join(" ");
        let mut texts: Vec<String> =
            (0..1000).map(|number| format!("{} {phrase}", invented(number * 300, 150).join(" "))).collect();
        // Nearly the same, none quite.
        texts.extend((0..1000).map(|number| format!("{} nomor{number}", invented(700_000, 150).join(" "))));
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let copies = found(&texts, true);
        assert_eq!(copies.len(), 1);
        assert_eq!(copies[0].0.len(), 1000);
    }

    /// What is found by looking at every pair is found by looking at some.
    #[test]
    fn every_pair_that_is_alike_is_found() {
        let mut texts: Vec<Vec<u64>> = Vec::new();
        let mut seed = 7_usize;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for number in 0..60 {
            let length = 60 + next(600);
            let text = invented(number * 10_000, length);
            for _ in 0..4 {
                let mut copy = text.clone();
                for _ in 0..next(length / 20) {
                    let at = next(length);
                    copy[at] = format!("lain{}", next(1_000_000));
                }
                texts.push(runs(&copy[next(length / 4)..].join(" ")));
            }
        }
        let looked_at = pairs(&texts, (0..texts.len()).collect());
        let mut alike = 0;
        for b in 0..texts.len() {
            for a in 0..b {
                let both = shared(&texts[a], &texts[b]);
                if both * 100 >= texts[a].len().min(texts[b].len()) * COPY {
                    alike += 1;
                    assert!(looked_at.contains(&(a, b)), "{a} and {b} share {both}");
                }
            }
        }
        assert!(alike > 50, "{alike}");
    }
}
