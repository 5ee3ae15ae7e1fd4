//! The opener of archives: bytes as they are, and a sound archive with bytes of its parts changed behind right checksums.
//! The first byte says which.
#![no_main]

use std::sync::LazyLock;

use jejak_archive::Engine;
use jejak_archive::form::{Frame, PartKind, frame, frame_in_groups};
use jejak_fuzz::{ARCHIVE, looks};
use libfuzzer_sys::fuzz_target;

static PARTS: LazyLock<Vec<(PartKind, Vec<u8>)>> = LazyLock::new(|| {
    let frame = Frame::read(&ARCHIVE).expect("just written");
    frame.parts().map(|part| (part.kind, part.of(&ARCHIVE).expect("whole").to_vec())).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    if first % 4 == 0 {
        if let Ok(engine) = Engine::open(rest.to_vec()) {
            looks(&engine);
        }
        return;
    }
    let mut parts = PARTS.clone();
    // Five bytes a change: part, place (two bytes), what to do, and with what.
    for change in rest.chunks_exact(5).take(16) {
        let count = parts.len();
        let (_, part) = &mut parts[usize::from(change[0]) % count];
        let at = usize::from(u16::from_le_bytes([change[1], change[2]])) % part.len().max(1);
        match change[3] % 4 {
            0 => part.truncate(at),
            1 => part.insert(at, change[4]),
            _ => part.iter_mut().skip(at).take(1).for_each(|byte| *byte = change[4]),
        }
        if part.is_empty() {
            part.push(0);
        }
    }
    let forged = if first % 4 == 1 { frame_in_groups(&parts) } else { frame(&parts) };
    if let Ok(engine) = Engine::open(forged) {
        looks(&engine);
    }
});
