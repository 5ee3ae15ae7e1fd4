//! Whether a form is another one misspelt.
//!
//! A slip is a letter too many, too few, another one, or two neighbours that changed places (optimal string alignment;
//! F. Damerau, *A technique for computer detection and correction of spelling errors*, 1964). Short words lie so close
//! to one another that a slip would mean anything: one slip is forgiven from four letters on, two from eight.

/// A misspelt form, and how much is forgiven.
#[derive(Debug)]
pub(super) struct Wanted {
    letters: Vec<char>,
    /// Which letters it has, as bits: most other forms are told apart without aligning them.
    set: u64,
    most: u32,
}

impl Wanted {
    /// None where nothing is forgiven: the word is short, or has digits.
    pub(super) fn of(form: &str) -> Option<Self> {
        let letters: Vec<char> = form.chars().collect();
        let most = match letters.len() {
            0..4 => return None,
            4..8 => 1,
            _ => 2,
        };
        letters.iter().all(|c| c.is_alphabetic()).then(|| Self { set: set(form), letters, most })
    }

    /// How many slips lead to `other`; none where they are more than is forgiven.
    pub(super) fn slips(&self, other: &str) -> Option<u32> {
        let far = other.len().abs_diff(self.letters.len()) > 4 * self.most as usize;
        if far || (self.set ^ set(other)).count_ones() > 2 * self.most {
            return None;
        }
        let other: Vec<char> = other.chars().collect();
        let far = other.len().abs_diff(self.letters.len()) > self.most as usize;
        let slips = if far { u32::MAX } else { align(&self.letters, &other) };
        (slips <= self.most).then_some(slips)
    }
}

/// One bit a letter, those beyond the alphabet by their number.
fn set(form: &str) -> u64 {
    form.chars().fold(0, |set, c| set | 1 << (u32::from(c) % 64))
}

/// The fewest slips between two words.
#[expect(
    clippy::indexing_slicing,
    reason = "a row is a place longer than `b`, and `i` and `j` count the letters from one on"
)]
fn align(a: &[char], b: &[char]) -> u32 {
    let width = b.len() + 1;
    // Row by row; the two rows above are needed.
    let mut rows = [vec![0; width], vec![0; width], (0..width as u32).collect::<Vec<u32>>()];
    for i in 1..=a.len() {
        rows.rotate_left(1);
        let [above2, above, row] = &mut rows;
        row[0] = i as u32;
        for j in 1..width {
            let other = u32::from(a[i - 1] != b[j - 1]);
            let mut least = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + other);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(above2[j - 2] + 1);
            }
            row[j] = least;
        }
    }
    rows[2].last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    fn slips(typed: &str, other: &str) -> Option<u32> {
        Wanted::of(typed)?.slips(other)
    }

    #[test]
    fn one_slip_from_four_letters_on_and_two_from_eight() {
        assert_eq!(slips("pasr", "pasar"), Some(1));
        assert_eq!(slips("psaar", "pasar"), Some(1), "neighbours that changed places");
        assert_eq!(slips("pasir", "pasar"), Some(1));
        assert_eq!(slips("ppasar", "pasar"), Some(1));
        assert_eq!(slips("psrar", "pasar"), None);
        assert_eq!(slips("pemrintahn", "pemerintahan"), Some(2));
        assert_eq!(slips("kot", "kota"), None, "three letters");
        assert_eq!(slips("2025a", "2025b"), None, "digits");
    }

    #[test]
    fn what_is_far_is_told_apart() {
        for other in ["", "a", "pemerintah", "xxxxxxxx", &"z".repeat(10_000)] {
            assert_eq!(slips("anggaran", other), None, "{other:.20}");
        }
        assert_eq!(slips("čečečečeč", "čečečečeč"), Some(0));
    }
}
