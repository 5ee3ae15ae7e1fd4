//! Custom sections of a WebAssembly module: read one, swap one.
//!
//! A module is a row of sections, each with its length, so a custom section can be exchanged without understanding any
//! of the others: they are copied byte by byte. The format is chapter 5.5 of the WebAssembly core specification.

use wasm_encoder::{CustomSection, Encode as _, SectionId};
use wasmparser::{Parser, Payload};

use super::SiteError;

/// A custom section of a module, as bytes of the module.
struct Found<'a> {
    before: &'a [u8],
    data: &'a [u8],
    after: &'a [u8],
}

/// What the only custom section named `name` carries.
///
/// # Errors
/// The module is damaged, or has no such section or several.
pub fn section<'a>(module: &'a [u8], name: &str) -> Result<&'a [u8], SiteError> {
    find(module, name).map(|found| found.data)
}

/// The module with the data of its only custom section `name` exchanged; every other byte stays as it is.
///
/// # Errors
/// As [`section`].
pub fn with_section(module: &[u8], name: &str, data: &[u8]) -> Result<Vec<u8>, SiteError> {
    let Found { before, after, .. } = find(module, name)?;
    let mut new = Vec::with_capacity(before.len() + data.len() + name.len() + 16 + after.len());
    new.extend_from_slice(before);
    new.push(SectionId::Custom.into());
    CustomSection { name: name.into(), data: data.into() }.encode(&mut new);
    new.extend_from_slice(after);
    Ok(new)
}

fn find<'a>(module: &'a [u8], name: &str) -> Result<Found<'a>, SiteError> {
    let mut found = Vec::new();
    // Where the section that is read next begins: a payload tells its contents, not its header.
    let mut start = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(|error| SiteError::Wasm(error.to_string()))?;
        if let Payload::Version { range, .. } = &payload {
            start = range.end;
        }
        let Some((_, contents)) = payload.as_section() else { continue };
        if let Payload::CustomSection(custom) = &payload
            && custom.name() == name
        {
            let (Some(before), Some(after)) = (module.get(..index(start)?), module.get(index(contents.end)?..)) else {
                return Err(SiteError::Wasm("a section ends behind the file".to_owned()));
            };
            found.push(Found { before, data: custom.data(), after });
        }
        start = contents.end;
    }
    let count = found.len();
    found.pop().filter(|_| count == 1).ok_or(SiteError::Sections(count))
}

fn index(offset: u64) -> Result<usize, SiteError> {
    usize::try_from(offset).map_err(|_| SiteError::Wasm("it is larger than memory".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a type section, and custom sections between and behind.
    fn module(sections: &[(&str, &[u8])]) -> Vec<u8> {
        let mut module = wasm_encoder::Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([wasm_encoder::ValType::I32], []);
        module.section(&CustomSection { name: "first".into(), data: b"1"[..].into() });
        module.section(&types);
        for (name, data) in sections {
            module.section(&CustomSection { name: (*name).into(), data: (*data).into() });
        }
        module.section(&CustomSection { name: "last".into(), data: b"9"[..].into() });
        module.finish()
    }

    #[test]
    fn reads_the_section_asked_for() {
        let module = module(&[("other", b"no"), ("wanted", b"yes")]);
        assert_eq!(section(&module, "wanted").unwrap(), b"yes");
    }

    #[test]
    fn swapping_equals_building_with_the_other_data() {
        // Past 127 and 16383 bytes the length needs a second and a third byte.
        for size in [0, 1, 200, 20_000] {
            let data = vec![b'x'; size];
            let swapped = with_section(&module(&[("a", b"1"), ("wanted", b"old")]), "wanted", &data).unwrap();
            assert_eq!(swapped, module(&[("a", b"1"), ("wanted", &data)]));
            assert_eq!(section(&swapped, "wanted").unwrap(), data);
        }
    }

    #[test]
    fn refuses_none_two_and_damage() {
        assert!(matches!(section(&module(&[]), "wanted"), Err(SiteError::Sections(0))));
        let twice = module(&[("wanted", b"1"), ("wanted", b"2")]);
        assert!(matches!(with_section(&twice, "wanted", b"3"), Err(SiteError::Sections(2))));
        let whole = module(&[("wanted", b"yes")]);
        for end in 0..whole.len() {
            // Cut between two sections, a module is whole but has fewer; it must then say so.
            assert!(section(&whole[..end], "wanted").is_err() || end > whole.len() - 10, "cut at {end} was taken");
        }
        assert!(matches!(section(b"<!doctype html>", "wanted"), Err(SiteError::Wasm(_))));
    }
}
