//! What a piece of work costs: memory asked for and held, counted where it is handed out, and the processor's time.

#![expect(unsafe_code, reason = "an allocator is an unsafe interface; this one counts and hands on to the system's")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

static ASKED: AtomicU64 = AtomicU64::new(0);
static HELD: AtomicU64 = AtomicU64::new(0);
static MOST: AtomicU64 = AtomicU64::new(0);

struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

// SAFETY: every call is handed on to the system's allocator with the same layout, and what it gives is given back.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let size = layout.size() as u64;
        ASKED.fetch_add(size, Relaxed);
        let held = HELD.fetch_add(size, Relaxed) + size;
        MOST.fetch_max(held, Relaxed);
        // SAFETY: the caller's promise about the layout is the one that is asked for.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size() as u64, Relaxed);
        // SAFETY: the pointer came from `alloc` above with this layout, as the caller promises.
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// What something costs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Bytes asked for, all calls together.
    pub(crate) asked: u64,
    /// Bytes held at a time, at most, beyond what was held before.
    pub(crate) held: u64,
    /// Milliseconds of the processor, all threads together.
    pub(crate) milliseconds: u64,
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mega = |bytes: u64| bytes as f64 / 1e6;
        write!(f, "{:.1} MB asked for, {:.1} MB held, {} ms", mega(self.asked), mega(self.held), self.milliseconds)
    }
}

/// The counts so far, and from here on the most that is held.
pub(crate) fn now() -> Cost {
    let held = HELD.load(Relaxed);
    MOST.store(held, Relaxed);
    Cost { asked: ASKED.load(Relaxed), held, milliseconds: processor() }
}

/// What was spent since.
pub(crate) fn since(before: Cost) -> Cost {
    Cost {
        asked: ASKED.load(Relaxed) - before.asked,
        held: MOST.load(Relaxed).saturating_sub(before.held),
        milliseconds: processor().saturating_sub(before.milliseconds),
    }
}

/// The processor's time of this program, as Linux counts it in hundredths of a second; elsewhere none, and only memory
/// is compared.
fn processor() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the program's name, which may hold anything, time in the program is the twelfth field and in the kernel the next.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11);
    fields.take(2).filter_map(|field| field.parse::<u64>().ok()).sum::<u64>() * 10
}
