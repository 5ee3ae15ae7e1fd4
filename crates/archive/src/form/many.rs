//! One piece of work on many things: on every core where there are several, one by one in a browser. The results come
//! in the order of the things, so the bytes of an archive do not hang on who wrote them.

/// `work` on each of `things`, with what `tools` makes once for each who works.
pub(super) fn map<T: Sync, S, R: Send>(
    things: &[T],
    tools: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> R + Sync,
) -> Vec<R> {
    let one = |things: &[T]| {
        let mut tools = tools();
        things.iter().map(|thing| work(&mut tools, thing)).collect::<Vec<R>>()
    };
    let cores =
        if cfg!(target_family = "wasm") { 1 } else { std::thread::available_parallelism().map_or(1, usize::from) };
    let share = things.len().div_ceil(cores);
    if cores == 1 || share < 16 {
        return one(things);
    }
    std::thread::scope(|scope| {
        let workers: Vec<_> = things.chunks(share).map(|chunk| (chunk, scope.spawn(|| one(chunk)))).collect();
        let mut all = Vec::with_capacity(things.len());
        for (chunk, worker) in workers {
            // A worker that was lost leaves its share to the others.
            all.extend(worker.join().unwrap_or_else(|_| one(chunk)));
        }
        all
    })
}
