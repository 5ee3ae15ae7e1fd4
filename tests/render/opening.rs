//! An archive opened in steps is the one opened at once.

use jejak_app::state::library::Library;
use jejak_app::state::settings::Settings;
use std::sync::Arc;

use jejak_archive::{NoStem, OpenError, Opening};

use crate::archive::{Page, archive};

fn opened(bytes: Vec<u8>) -> Result<Library, OpenError> {
    let mut opening = Opening::begin(bytes)?;
    let mut steps = 0;
    while opening.step()? {
        steps += 1;
    }
    assert!(steps > 3, "one step is none");
    Ok(Library::of(Arc::new(opening.end()?)))
}

#[test]
fn it_shows_the_same_pages() {
    let bytes = jejak_archive::write(&archive(), &NoStem);
    let (steps, once) = (opened(bytes.clone()).unwrap(), Library::open(bytes).unwrap());
    for (path, query) in
        [("", ""), ("", "q=jalan"), ("artikel/rapat-jalan/", ""), ("tokoh/ratna-dewi/", ""), ("kutipan/", "")]
    {
        let page = |library| Page::of(library, path, query, "", Settings::default()).body;
        assert_eq!(page(&steps), page(&once), "{path}?{query}");
    }
}

#[test]
fn what_is_cut_longer_or_damaged_is_refused() {
    let bytes = jejak_archive::write(&archive(), &NoStem);
    for end in 0..bytes.len() {
        assert!(opened(bytes[..end].to_vec()).is_err(), "cut after {end} bytes");
    }
    assert!(matches!(opened([&bytes[..], b"x"].concat()), Err(OpenError::Trailing { .. })));
    for at in (0..bytes.len()).step_by(7) {
        let mut other = bytes.clone();
        other[at] ^= 1;
        assert!(opened(other).is_err(), "byte {at}");
    }
}
