//! What is fixed about markup: a text with gaps, read once and kept.
//!
//! A table of attributes costs eight bytes of addresses a word, which hardly compress; words one after another do. Yew
//! compares attributes quickly where their names stand at one address, so what was read of a place in the source stays.

use std::cell::RefCell;

/// One thing that a pen does without computing anything, or a gap.
#[derive(Debug)]
pub(super) enum Step {
    /// Opens an element. The tag is empty where it is computed, and so are values that are.
    Open {
        tag: &'static str,
        keys: &'static [&'static str],
        values: Vec<Option<&'static str>>,
    },
    /// Opens a group: one place among its siblings, whatever it holds.
    Group,
    /// Opens a list, whose members come and go.
    List,
    Words(&'static str),
    /// Closes what was opened last.
    Close,
    /// What one computed thing fills: an attribute, words, an element.
    Gap,
    /// What any number of computed things fill.
    OpenGap,
}

thread_local! {
    /// What was read, in the order of where it stands.
    static READ: RefCell<Vec<(&'static str, &'static [Step])>> = const { RefCell::new(Vec::new()) };
}

/// The steps that the macro put down.
///
/// What is read is never freed: there is one text each place in the source, and what is drawn points into it.
pub(super) fn steps(fixed: &'static str) -> &'static [Step] {
    let place = |fixed: &str| (fixed.as_ptr().addr(), fixed.len());
    READ.with_borrow_mut(|read| match read.binary_search_by_key(&place(fixed), |(known, _)| place(known)) {
        Ok(at) => read.get(at).map(|(_, steps)| *steps).unwrap_or_default(),
        Err(at) => {
            let (mut steps, mut rest) = (Vec::new(), fixed);
            while let Some((line, behind)) = rest.split_once('\n') {
                let step = step(line);
                let gaps = if let Step::Open { values, .. } = &step {
                    values.iter().filter(|value| value.is_none()).count()
                } else {
                    0
                };
                steps.push(step);
                steps.extend((0..gaps).map(|_| Step::Gap));
                rest = behind;
            }
            let steps: &[Step] = steps.leak();
            read.insert(at, (fixed, steps));
            steps
        }
    })
}

/// One step: what it is by its first letter, and the rest.
fn step(line: &'static str) -> Step {
    let mut letters = line.chars();
    let kind = letters.next();
    let rest = letters.as_str();
    match kind {
        Some('<') => {
            let (tag, mut rest) = rest.split_once('\t').unwrap_or((rest, ""));
            let (mut keys, mut values) = (Vec::new(), Vec::new());
            while !rest.is_empty() {
                let (word, behind) = rest.split_once('\t').unwrap_or((rest, ""));
                rest = behind;
                let given = word.split_once('=');
                keys.push(given.map_or(word, |(key, _)| key));
                values.push(given.map(|(_, value)| value));
            }
            Step::Open { tag, keys: keys.leak(), values }
        }
        Some('(') => Step::Group,
        Some('[') => Step::List,
        Some('"') => Step::Words(rest),
        Some('{') => Step::Gap,
        Some('*') => Step::OpenGap,
        _ => Step::Close,
    }
}
