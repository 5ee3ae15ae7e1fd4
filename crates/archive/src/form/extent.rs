//! How many places an article has, roughly: five digits of two.
//!
//! Every visit fetches this number of every article, to read postings by and to weigh a word against the length. For both
//! it may be up to a sixteenth too large, which saves half of its bytes.

/// Numbers below are exact; it is also how many steps lie between two powers of two, doubled.
const EXACT: u32 = 32;

/// The least number with a [`code`] of its own that is not below `places`.
pub(super) fn above(places: u32) -> u32 {
    let step = 1 << shift(places);
    places.checked_next_multiple_of(step).unwrap_or(places / step * step)
}

/// By how many digits a number is cut.
fn shift(places: u32) -> u32 {
    (places / EXACT).checked_ilog2().map_or(0, |more| more + 1)
}

/// The code of what [`above`] gave: the smaller the number, the smaller.
pub(super) fn code(places: u32) -> u32 {
    let shift = shift(places);
    shift * (EXACT / 2) + (places >> shift)
}

/// The number of a code; `None` where none has it.
pub(super) fn of(code: u32) -> Option<u32> {
    let shift = (code / (EXACT / 2)).saturating_sub(1);
    let digits = code - shift * (EXACT / 2);
    digits.checked_shl(shift).filter(|places| places >> shift == digits)
}

#[cfg(test)]
mod tests {
    use super::{above, code, of};

    #[test]
    fn a_number_grows_by_a_sixteenth_at_most_and_its_code_leads_back() {
        for places in (0..5000).chain((5000..1 << 24).step_by(9973)) {
            let above = above(places);
            assert!(above >= places && above - places <= places / 16, "{places}: {above}");
            assert_eq!(of(code(above)), Some(above), "{places}");
            assert!(code(above) < 512);
        }
        assert!(of(code(above(u32::MAX))).is_some());
        assert_eq!(of(u32::MAX), None);
    }
}
