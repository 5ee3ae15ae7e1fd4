//! One piece of work on many things, or two at once: on every core where there are several, one by one in a browser. The
//! results come in the order of the things, so the bytes of an archive do not hang on who wrote them.

use std::thread;

/// Fewer things for each core are not shared out.
const LEAST: usize = 16;

/// `work` on each of `things`, with what `tools` makes once for each who works.
pub(super) fn map<T: Sync, S, R: Send>(
    things: &[T],
    tools: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
) -> Vec<R> {
    let shares = shares(things, |_, things| {
        let mut tools = tools();
        things.iter().map(|thing| work(&mut tools, thing)).collect::<Vec<R>>()
    });
    shares.into_iter().flatten().collect()
}

/// `work` on a share of `things` for each core, given with the number of its first one.
pub(super) fn shares<T: Sync, R: Send>(things: &[T], work: impl Fn(usize, &[T]) -> R + Sync) -> Vec<R> {
    let share = things.len().div_ceil(cores()).max(1);
    if share == things.len() || share < LEAST {
        return vec![work(0, things)];
    }
    let work = &work;
    thread::scope(|scope| {
        let shares = things.chunks(share).zip((0..).step_by(share));
        let workers: Vec<_> =
            shares.map(|(things, first)| (things, first, scope.spawn(move || work(first, things)))).collect();
        // What a lost worker leaves is done here.
        let done =
            workers.into_iter().map(|(things, first, worker)| worker.join().unwrap_or_else(|_| work(first, things)));
        done.collect()
    })
}

/// Two pieces of work at once.
pub(super) fn both<A: Send, B>(one: impl Fn() -> A + Sync, other: impl FnOnce() -> B) -> (A, B) {
    if cores() == 1 {
        return (one(), other());
    }
    thread::scope(|scope| {
        let worker = scope.spawn(&one);
        let other = other();
        (worker.join().unwrap_or_else(|_| one()), other)
    })
}

fn cores() -> usize {
    if cfg!(target_family = "wasm") { 1 } else { thread::available_parallelism().map_or(1, usize::from) }
}
