//! What an article is about, and what kind of occasion it reports, by weighted words.

use crate::hash::HashSet;
use crate::within::Within as _;
use std::ops::Range;
use std::sync::LazyLock;

use jejak_archive::model::EventKind;
use serde::Deserialize;

use crate::lexicon::Phrases;
use crate::lists::List;
use crate::text::Text;

/// Points that a topic needs where its entry does not say.
const NEED: u32 = 3;
/// Most topics of one article.
const MOST: usize = 3;
/// Points that a kind of occasion needs.
const EVENT_NEED: u32 = 4;

#[derive(Deserialize)]
struct TopicFile {
    topic: Vec<TopicEntry>,
}

#[derive(Deserialize)]
struct TopicEntry {
    name: String,
    words: Vec<String>,
    need: Option<u32>,
}

#[derive(Deserialize)]
struct EventFile {
    planned: HashSet<String>,
    put_off: HashSet<String>,
    event: Vec<EventEntry>,
}

#[derive(Deserialize)]
struct EventEntry {
    kind: EventKind,
    phrases: std::collections::BTreeMap<String, u32>,
}

#[derive(Default)]
struct Topics {
    names: Vec<(String, u32)>,
    phrases: Phrases<Vec<usize>>,
}

/// The topics; a file that does not read leaves them empty, which a test here would show.
static TOPICS: LazyLock<Topics> = LazyLock::new(|| {
    let Ok(file) = toml::from_str::<TopicFile>(include_str!("../../data/topics.toml")) else {
        return Topics::default();
    };
    let mut words: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
    for (index, topic) in file.topic.iter().enumerate() {
        for word in &topic.words {
            words.entry(word).or_default().push(index);
        }
    }
    let mut phrases = Phrases::listed(List::TOPIC);
    for (word, topics) in words {
        phrases.add(word, topics);
    }
    let names = file.topic.into_iter().map(|topic| (topic.name, topic.need.unwrap_or(NEED))).collect();
    Topics { names, phrases }
});

/// The kinds of occasion, and the words that show them or hold them off.
#[derive(Default)]
struct Events {
    kinds: Vec<EventKind>,
    /// For each phrase which of the kinds it shows, with what weight.
    phrases: Phrases<Vec<(usize, u32)>>,
    /// Words that make what a title names a plan.
    planned: HashSet<String>,
    /// Words that make what a sentence names a thing to come.
    put_off: HashSet<String>,
}

static EVENTS: LazyLock<Events> = LazyLock::new(|| {
    let Ok(file) = toml::from_str::<EventFile>(include_str!("../../data/events.toml")) else {
        return Events::default();
    };
    let mut words: std::collections::BTreeMap<&str, Vec<(usize, u32)>> = std::collections::BTreeMap::new();
    for (index, event) in file.event.iter().enumerate() {
        for (phrase, weight) in &event.phrases {
            words.entry(phrase).or_default().push((index, *weight));
        }
    }
    let mut phrases = Phrases::listed(List::EVENT);
    for (word, kinds) in words {
        phrases.add(word, kinds);
    }
    let kinds = file.event.iter().map(|event| event.kind).collect();
    Events { kinds, phrases, planned: file.planned, put_off: file.put_off }
});

/// The words that the phrases of topics begin with.
pub(crate) fn firsts() -> impl Iterator<Item = &'static str> {
    TOPICS.phrases.firsts()
}

/// The words that the phrases of occasions begin with.
pub(crate) fn event_firsts() -> impl Iterator<Item = &'static str> {
    EVENTS.phrases.firsts()
}

/// The names of an article's topics, the strongest first.
#[expect(clippy::indexing_slicing, reason = "the phrases lead to places of the topics, each of which has its points")]
pub(crate) fn topics(title: &Text<'_>, text: &Text<'_>) -> Vec<String> {
    let mut points = vec![0_u32; TOPICS.names.len()];
    for (text, weight) in [(title, 3), (text, 1)] {
        let mut index = 0;
        while index < text.words.len() {
            let found = TOPICS.phrases.find(text, index);
            for topic in found.map(|(_, topics)| topics.as_slice()).unwrap_or_default() {
                points[*topic] += weight;
            }
            index += found.map_or(1, |(words, _)| words);
        }
    }
    let mut strong: Vec<usize> = (0..points.len()).filter(|index| points[*index] >= TOPICS.names[*index].1).collect();
    strong.sort_by_key(|index| (u32::MAX - points[*index], *index));
    // A topic far behind the strongest is only touched on.
    let best = strong.first().map_or(0, |index| points[*index]);
    strong
        .iter()
        .filter(|index| points[**index] * 3 >= best)
        .take(MOST)
        .map(|index| TOPICS.names[*index].0.clone())
        .collect()
}

/// The kind of occasion that an article is about: another one where none is named, none without any text.
#[expect(clippy::indexing_slicing, reason = "the phrases lead to places of the kinds, each of which has its points")]
pub(crate) fn event(title: &Text<'_>, text: &Text<'_>) -> Option<EventKind> {
    /// Paragraphs in which the sentence that dates the occasion is looked for.
    const HEAD: usize = 3;
    /// Sentences at most of the first paragraph, and of that head: outlets print whole articles as one paragraph.
    const LEAD_SENTENCES: usize = 3;
    const HEAD_SENTENCES: usize = 8;
    let Events { kinds, phrases, planned, put_off } = &*EVENTS;
    let lead = text.word_at(text.paragraphs.first()?.end);
    let mut points = vec![0_u32; kinds.len()];
    let mut add = |text: &Text<'_>, words: Range<usize>, times: u32| {
        let mut index = words.start;
        let mut seen = Vec::new();
        while index < words.end {
            let found = phrases.find(text, index);
            for entry in found.map(|(_, kinds)| kinds.as_slice()).unwrap_or_default() {
                if !seen.contains(entry) {
                    points[entry.0] += entry.1 * times;
                    seen.push(*entry);
                }
            }
            index += found.map_or(1, |(words, _)| words);
        }
    };
    // `Pelantikan bergeser ke Senin` tells of no inauguration.
    if !title.words.iter().any(|word| planned.contains(&*word.lower)) {
        add(title, 0..title.words.len(), 2);
    }
    let held_off = |words: Range<usize>| words.into_iter().any(|at| put_off.contains(text.lower(at)));
    let mut start = 0;
    let mut sentences = 0;
    while start < lead && sentences < LEAD_SENTENCES {
        sentences += 1;
        let end = text.sentence_end(start).min(lead).max(start + 1);
        if !held_off(start..end) {
            add(text, start..end, 1);
        }
        start = end;
    }
    let head = text.word_at(text.paragraphs.within(..text.paragraphs.len().min(HEAD)).last()?.end);
    let mut start = 0;
    let mut sentences = 0;
    while start < head && sentences < HEAD_SENTENCES {
        sentences += 1;
        let end = text.sentence_end(start).min(head).max(start + 1);
        let day = |at: usize| {
            text.is(at, List::DATES) || (text.lower(at) == "hari" && matches!(text.lower(at + 1), "itu" | "ini"))
        };
        if (start..end).any(day) && !held_off(start..end) {
            add(text, start..end, 1);
        }
        start = end;
    }
    let best = (0..kinds.len()).max_by_key(|index| (points[*index], usize::MAX - *index))?;
    Some(if points[best] >= EVENT_NEED { kinds[best] } else { EventKind::Lainnya })
}

#[cfg(test)]
mod tests {
    use super::{EVENTS, TOPICS, event, topics};
    use crate::text::Text;
    use jejak_archive::model::EventKind;

    #[test]
    fn the_data_reads() {
        assert!(TOPICS.names.len() >= 20);
        assert!(EVENTS.kinds.len() >= 8 && !EVENTS.planned.is_empty() && !EVENTS.put_off.is_empty());
        let names: std::collections::BTreeSet<&str> = TOPICS.names.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names.len(), TOPICS.names.len(), "each topic stands once");
    }

    #[test]
    fn an_occasion_is_named_at_the_head() {
        let kind = |raw: &str| event(&Text::new(""), &Text::new(raw));
        assert_eq!(kind("Warga mengikuti apel pagi di lapangan."), Some(EventKind::Apel));
        assert_eq!(kind("Warga menanam pohon.\nEsoknya ada apel pagi."), Some(EventKind::Lainnya));
        let dated = "Drainase akan selesai.\nCamat menyebut itu dalam rapat koordinasi, Senin (5/5/2025).";
        assert_eq!(kind(dated), Some(EventKind::Rapat), "the sentence that dates the occasion names it");
    }

    #[test]
    fn an_occasion_that_is_only_planned_is_none() {
        let text = Text::new("Camat meminta warga bersabar.");
        let kind = |title: &str| event(&Text::new(title), &text);
        assert_eq!(kind("Pelantikan Lurah Digelar"), Some(EventKind::Pelantikan));
        assert_eq!(kind("Pelantikan Lurah Ditunda"), Some(EventKind::Lainnya));
    }

    #[test]
    fn words_show_a_topic() {
        let text = Text::new("Sampah menumpuk di TPA. Bank sampah dan kebersihan lingkungan perlu perhatian.");
        assert_eq!(topics(&Text::new(""), &text), ["Lingkungan dan Sampah"]);
        let passing = Text::new("Lurah menyapa warga sesudah upacara. Jalan itu ramai.");
        assert_eq!(topics(&Text::new("Lurah Menyapa Warga"), &passing), Vec::<String>::new(), "named once in passing");
    }

    #[test]
    fn an_article_printed_as_one_paragraph_is_about_what_its_first_sentences_name() {
        let rest = "Harga naik lagi. Pedagang mengeluh. Stok menipis. Gudang kosong. ".repeat(3);
        let text =
            format!("{rest} Menteri menyatakannya saat kunjungan kerja ke Sukaraya, Senin. Warga melakukan kunjungan.");
        let about = |text: &str| event(&Text::new("Harga naik"), &Text::new(text));
        assert_eq!(about(&text), Some(EventKind::Lainnya));
        assert_eq!(
            about(&format!("Menteri melakukan kunjungan kerja ke Sukaraya. {rest}")),
            Some(EventKind::Kunjungan)
        );
    }
}
