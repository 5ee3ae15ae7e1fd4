//! Topics that an archive has of its own.

use crate::annotate::Annotated;
use crate::lexicon::Phrases;
use crate::read::TopicWords;
use crate::text::Text;

/// What a word weighs in the headline; in the text it weighs 1.
const IN_TITLE: u32 = 3;

/// The topics, and which of them each phrase shows.
#[derive(Debug)]
pub(super) struct Topics<'a> {
    list: &'a [TopicWords],
    phrases: Phrases<Vec<usize>>,
}

impl<'a> Topics<'a> {
    pub(super) fn of(list: &'a [TopicWords]) -> Self {
        let mut shows: std::collections::BTreeMap<String, Vec<usize>> = std::collections::BTreeMap::new();
        for (index, topic) in list.iter().enumerate() {
            for phrase in &topic.words {
                // Cut as the articles are, so that a mark inside a phrase does not hide it.
                let text = Text::new(phrase);
                let phrase = text.words.iter().map(|word| &*word.lower).collect::<Vec<_>>().join(" ");
                shows.entry(phrase).or_default().push(index);
            }
        }
        let mut phrases = Phrases::default();
        for (phrase, topics) in shows {
            phrases.add(&phrase, topics);
        }
        Self { list, phrases }
    }

    /// Adds the topics that an article is about, before those that every archive has.
    pub(super) fn add(&self, note: &mut Annotated) {
        if self.list.is_empty() {
            return;
        }
        let mut points = vec![0_u32; self.list.len()];
        let title = note.title.as_deref().filter(|_| !note.title_derived).unwrap_or_default();
        for (text, weight) in [(Text::new(title), IN_TITLE), (Text::new(&note.cleaned.text), 1)] {
            let mut index = 0;
            while index < text.words.len() {
                let found = self.phrases.find(&text, index);
                for topic in found.map(|(_, topics)| topics.as_slice()).unwrap_or_default() {
                    points.get_mut(*topic).into_iter().for_each(|points| *points = points.saturating_add(weight));
                }
                index += found.map_or(1, |(words, _)| words);
            }
        }
        let shown = self.list.iter().zip(points).filter(|(topic, points)| *points >= topic.need);
        let mut own: Vec<String> = shown.map(|(topic, _)| topic.name.clone()).collect();
        let others: Vec<String> = note.topics.iter().filter(|name| !own.contains(name)).cloned().collect();
        own.extend(others);
        note.topics = own;
    }
}
