//! In which order functions compress best: each behind the one that it is most like.
//!
//! A compressor writes what repeats as a place further back, and a near place costs fewer bits than a far one. So the row
//! begins with the largest function and goes on with the one that shares most stretches of four bytes with the last three,
//! the nearer ones counting more, by its size; what shares none begins again with the largest that is left. The row is that
//! of a traveller who always goes to the nearest town, not the best there is: finding that one takes too long, and 200 ways
//! of measuring nearness lay within 0.4 % of one another.

/// Bytes of a stretch.
const STRETCH: usize = 4;
/// A stretch in more functions than this says nothing.
const MOST: usize = 1000;
/// What a shared stretch counts, by how far back it stands: a compressor looks further than one function.
const WEIGHTS: [u64; 3] = [4, 2, 1];
/// Added to a size, so that tiny functions are not like everything.
const FLOOR: u128 = 20;

/// The functions with these bytes in their order.
#[expect(
    clippy::indexing_slicing,
    reason = "functions are places of `bodies`, and stretches those of `holders`, as `stretches` counted them"
)]
pub(super) fn alike(bodies: &[&[u8]]) -> Vec<usize> {
    let (own, holders) = stretches(bodies);
    let mut largest: Vec<usize> = (0..bodies.len()).collect();
    largest.sort_by_key(|&body| (std::cmp::Reverse(bodies[body].len()), body));
    let mut largest = largest.into_iter();
    let mut order = Vec::with_capacity(bodies.len());
    let mut placed = vec![false; bodies.len()];
    let mut shared = vec![0_u64; bodies.len()];
    let mut next = None;
    while let Some(body) = next.take().or_else(|| largest.find(|&body| !placed[body])) {
        placed[body] = true;
        order.push(body);
        for (&body, weight) in order.iter().rev().zip(WEIGHTS) {
            for &stretch in &own[body] {
                holders[stretch].iter().for_each(|&other| shared[other] += weight);
            }
        }
        // What is shared to the power of four by the size to that of three: between a count, which prefers the large, and a
        // share of the whole, which prefers the tiny.
        let nearness = |other: usize| {
            let (shared, size) = (u128::from(shared[other]), own[other].len() as u128 + FLOOR);
            (shared.pow(4) << 20) / size.pow(3)
        };
        let near = (0..bodies.len()).filter(|&other| !placed[other] && shared[other] > 0);
        next = near.max_by_key(|&other| (nearness(other), std::cmp::Reverse(other)));
        shared.fill(0);
    }
    order
}

/// Of each function the stretches that others have too, and of each of those which functions have it.
#[expect(clippy::indexing_slicing, reason = "a function comes with its place in `bodies`")]
fn stretches(bodies: &[&[u8]]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut all: Vec<(&[u8], usize)> = bodies
        .iter()
        .zip(0..)
        .flat_map(|(bytes, body)| bytes.windows(STRETCH).map(move |bytes| (bytes, body)))
        .collect();
    all.sort_unstable();
    all.dedup();
    let (mut own, mut holders) = (vec![Vec::new(); bodies.len()], Vec::new());
    for group in all.chunk_by(|a, b| a.0 == b.0).filter(|group| (2..=MOST).contains(&group.len())) {
        group.iter().for_each(|&(_, body)| own[body].push(holders.len()));
        holders.push(group.iter().map(|&(_, body)| body).collect());
    }
    (own, holders)
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn each_stands_once_behind_what_it_is_like() {
        let bodies: [&[u8]; 5] = [b"kata yang satu", b"xyz", b"pernyataan yang lain lagi", b"kata yang dua", b""];
        assert_eq!(alike(&bodies), [2, 0, 3, 1, 4]);
        assert_eq!(alike(&[]), Vec::<usize>::new());
        let many: Vec<Vec<u8>> = (0..200_u32).map(|n| format!("{} {}", n % 7, n * n).into_bytes()).collect();
        let mut order = alike(&many.iter().map(Vec::as_slice).collect::<Vec<_>>());
        order.sort_unstable();
        assert_eq!(order, (0..200).collect::<Vec<_>>());
    }
}
