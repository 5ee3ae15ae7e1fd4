//! Who is one person: the people of a whole archive against labels made by reading.
//!
//! B-cubed, after A. Bagga and B. Baldwin, *Algorithms for Scoring Coreference Chains* (1998): for each labelled mention,
//! precision is the share of those joined to it by the press that the labels join to it too, recall the share of those
//! joined by the labels that the press joins; both are means over the mentions. A mention that the press takes for nobody
//! stands alone. WHY over mentions: somebody who is named often and torn in two weighs as much as readers will notice.

use std::collections::{BTreeMap, HashMap};

use jejak_archive::model::{Archive, EntityRef};
use jejak_press::annotate::Annotated;

/// A labelled mention: first and last byte (exclusive) in the source, and which person it is, as a number.
pub(crate) type Labelled = (usize, usize, u32);

/// The labelled mentions so far, each with whom the press takes it for.
#[derive(Debug, Default)]
pub(crate) struct Linking {
    /// By the person of the labels and the one of the archive: how many mentions.
    both: BTreeMap<(u32, Found), u32>,
    /// Mentions that the press takes for nobody; each stands alone.
    nobody: u32,
}

/// A person of the archive, by their place in it, or a mention that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Person(u32),
    Alone(u32),
}

/// The two figures and how many mentions they are of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct BCubed {
    pub(crate) mentions: u32,
    /// Sum over the mentions, at most `mentions`.
    pub(crate) precision: f64,
    /// Sum over the mentions, at most `mentions`.
    pub(crate) recall: f64,
}

impl Linking {
    /// Adds an article's labels. What cleaning took out of it is not judged, because it is not in the archive. `note` is
    /// the same article read alone: it knows where the clean text stood.
    pub(crate) fn article(
        &mut self,
        labels: &[Labelled],
        note: &Annotated,
        archive: &Archive,
        article: Option<usize>,
        report: &dyn Fn(&str, &str),
    ) {
        let article =
            article.and_then(|at| archive.articles.get(at)).filter(|article| article.text == note.cleaned.text);
        let people: Vec<(std::ops::Range<usize>, u32)> = article
            .iter()
            .flat_map(|article| &article.mentions)
            .filter_map(|mention| match mention.entity {
                EntityRef::Person(person) => Some((note.cleaned.source(mention.span.range()), person)),
                _ => None,
            })
            .collect();
        for &(start, end, who) in labels {
            if note.cleaned.removed.iter().any(|cut| cut.source.start < end && start < cut.source.end) {
                continue;
            }
            let shared = |place: &std::ops::Range<usize>| place.end.min(end).saturating_sub(place.start.max(start));
            let best = people.iter().filter(|(place, _)| shared(place) > 0).max_by_key(|(place, _)| shared(place));
            let found = match best {
                Some((_, person)) => Found::Person(*person),
                None => {
                    self.nobody += 1;
                    Found::Alone(self.nobody)
                }
            };
            let name = match found {
                Found::Person(person) => archive.people.get(person as usize).map(|person| person.slug.as_str()),
                Found::Alone(_) => None,
            };
            report(&format!("{who} at {start}"), name.unwrap_or("nobody"));
            *self.both.entry((who, found)).or_default() += 1;
        }
    }

    /// The figures; none where nothing is labelled.
    pub(crate) fn figures(&self) -> Option<BCubed> {
        let (mut labelled, mut found): (HashMap<u32, u32>, BTreeMap<Found, u32>) = Default::default();
        for ((who, person), count) in &self.both {
            *labelled.entry(*who).or_default() += count;
            *found.entry(*person).or_default() += count;
        }
        let mut figures = BCubed { mentions: 0, precision: 0.0, recall: 0.0 };
        for ((who, person), count) in &self.both {
            let both = f64::from(*count);
            figures.mentions += count;
            // Each was counted above.
            let of = |count: Option<&u32>| f64::from(count.copied().unwrap_or(1));
            figures.precision += both * both / of(found.get(person));
            figures.recall += both * both / of(labelled.get(who));
        }
        (figures.mentions > 0).then_some(figures)
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, Linking};

    /// The example of a chain torn in two and one joined to another, counted by hand.
    #[test]
    fn b_cubed_is_a_mean_over_mentions() {
        let mut linking = Linking::default();
        // Person 1 has four mentions: three with the archive's person 0, one alone. Person 2 has one, joined to person 0.
        linking.both.insert((1, Found::Person(0)), 3);
        linking.both.insert((1, Found::Alone(1)), 1);
        linking.both.insert((2, Found::Person(0)), 1);
        let figures = linking.figures().expect("labels");
        assert_eq!(figures.mentions, 5);
        // Precision: three of 3/4, one of 1, one of 1/4. Recall: three of 3/4, one of 1/4, one of 1.
        assert!((figures.precision - 3.5).abs() < 1e-9, "{figures:?}");
        assert!((figures.recall - 3.5).abs() < 1e-9, "{figures:?}");
        assert_eq!(Linking::default().figures(), None);
    }
}
