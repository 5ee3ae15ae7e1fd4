//! What is asked: words of headlines, as someone types who remembers an article, and the most common words.

use jejak_archive::words::{form, tokens};

/// A kind of question, with the questions.
pub(crate) type Kind = (&'static str, Vec<String>);

/// Draws `count` questions of each kind from headlines, evenly over all of them.
pub(crate) fn drawn(titles: &[String], count: usize) -> Vec<Kind> {
    let step = (titles.len() / count.max(1)).max(1);
    let draw = |words: usize| {
        let all = titles.iter().step_by(step).filter_map(|title| question(title, words));
        all.take(count).collect::<Vec<_>>()
    };
    let common = ["yang", "di", "dan", "dengan"].iter().cycle().take(count).map(ToString::to_string).collect();
    vec![("three words of a headline", draw(3)), ("one word of a headline", draw(1)), ("very common words", common)]
}

/// The first, the middle and the last word of four letters or more, or the middle one alone.
fn question(title: &str, words: usize) -> Option<String> {
    let all = tokens(title, 0).map(|token| form(&title[token.range]));
    let long: Vec<String> = all.filter(|word| word.chars().count() >= 4).collect();
    let [first, middle @ .., last] = long.as_slice() else { return None };
    let middle = middle.get(middle.len() / 2)?;
    Some(if words == 1 { middle.clone() } else { format!("{first} {middle} {last}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_takes_words_over_the_whole_headline() {
        let title = "Warga Desa Sukacita Gotong Royong di Balai";
        assert_eq!(question(title, 3).as_deref(), Some("warga gotong balai"));
        assert_eq!(question(title, 1).as_deref(), Some("gotong"));
        assert_eq!(question("Dua Kata", 3), None);
    }
}
