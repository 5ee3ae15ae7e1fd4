//! Sorting by numbers.
//!
//! Whatever is put in order here has its order in one number of 64 bits, so the page carries one way to sort. It goes
//! byte by byte, the lowest first (radix sort; H. Seward, 1954), which takes as many steps as there are bytes that
//! differ: less code than the standard library's sort, and faster from a few hundred keys on. Few keys are inserted one
//! by one.

/// Fewer keys than this are inserted one by one.
const FEW: usize = 48;

/// Puts keys in ascending order.
#[expect(
    clippy::indexing_slicing,
    reason = "`at` goes from `end`, which is one of the keys, down to the second; a digit is a byte"
)]
pub fn sort(keys: &mut Vec<u64>) {
    if keys.len() < FEW {
        for end in 1..keys.len() {
            for at in (1..=end).rev() {
                if keys[at - 1] <= keys[at] {
                    break;
                }
                keys.swap(at - 1, at);
            }
        }
        return;
    }
    // Archives have their articles newest first.
    if keys.is_sorted() {
        return;
    }
    let mut other = vec![0; keys.len()];
    for byte in 0..8 {
        let digit = |key: u64| (key >> (8 * byte)) as usize & 255;
        let mut next = [0usize; 256];
        keys.iter().for_each(|&key| next[digit(key)] += 1);
        if next.contains(&keys.len()) {
            continue;
        }
        let mut place = 0;
        next.iter_mut().for_each(|next| place += std::mem::replace(next, place));
        for &key in keys.iter() {
            let next = &mut next[digit(key)];
            if let Some(other) = other.get_mut(*next) {
                *other = key;
            }
            *next += 1;
        }
        std::mem::swap(keys, &mut other);
    }
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn keys_ascend() {
        for count in [0, 1, 2, 47, 48, 49, 1000, 70_000] {
            for shift in [0, 20, 40, 63] {
                let mut keys: Vec<u64> =
                    (0..count).map(|i: u64| i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> shift).collect();
                let mut expected = keys.clone();
                expected.sort_unstable();
                sort(&mut keys);
                assert_eq!(keys, expected, "{count} {shift}");
            }
        }
    }
}
