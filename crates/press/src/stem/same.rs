//! Abbreviations with the words they stand for, and other spellings: what is one search.

use std::sync::LazyLock;

use jejak_archive::words;

use super::lines;
use crate::within::Within as _;

/// Each group holds all ways to write one thing, as forms joined by single spaces.
pub(super) static GROUPS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let mut groups: Vec<Vec<String>> =
        lines(include_str!("../../data/abbreviations.txt")).map(|line| line.split(',').map(forms).collect()).collect();
    // Several short words for one body are one group, and join the group that the body has already.
    for line in lines(include_str!("../../data/bodies.txt")) {
        let Some((short, full)) = line.split_once('=') else { continue };
        let (short, full) = (forms(short), forms(full));
        match groups.iter_mut().find(|group| group.contains(&full)) {
            Some(group) => group.push(short),
            None => groups.push(vec![full, short]),
        }
    }
    groups.iter_mut().for_each(|group| group.retain(|form| !form.is_empty()));
    groups.retain(|group| group.len() > 1);
    groups
});

fn forms(text: &str) -> String {
    let forms: Vec<String> = words::tokens(text, 0).map(|token| words::form(text.within(token.range))).collect();
    forms.join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::GROUPS;

    #[test]
    fn every_way_to_write_something_stands_once() {
        let mut seen = HashSet::new();
        for form in GROUPS.iter().flatten() {
            assert!(seen.insert(form), "{form} stands twice");
            assert!(form.chars().all(|c| c.is_ascii_lowercase() || c == ' '), "{form}");
        }
        assert!(seen.len() > 300);
    }

    #[test]
    fn the_short_words_of_one_body_are_one_group() {
        let group = GROUPS.iter().find(|group| group.iter().any(|form| form == "pemkot"));
        assert_eq!(group.map(Vec::as_slice), Some(&["pemerintah kota", "pemkot", "pemko"].map(str::to_owned)[..]));
    }
}
