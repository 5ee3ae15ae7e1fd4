//! The archive that the module carries.
//!
//! It is a custom section of the WebAssembly file, not data of the program: the module's memory never holds it twice,
//! and the command that builds a site can put another archive into a finished module without a compiler.

use js_sys::{Array, Uint8Array, WebAssembly};
use wasm_bindgen::JsCast;

/// Name of the section.
const SECTION: &str = "jejak.archive";

/// The section itself. Nothing refers to it: a reference would make the linker copy it into the program's data.
#[expect(unsafe_code, reason = "naming a link section is an unsafe attribute; a custom section holds no code")]
#[unsafe(link_section = "jejak.archive")]
pub static ARCHIVE: [u8; include_bytes!(concat!(env!("OUT_DIR"), "/archive.bin")).len()] =
    *include_bytes!(concat!(env!("OUT_DIR"), "/archive.bin"));

/// The bytes of the carried archive; empty where the module has none, which no archive is.
pub(super) fn archive() -> Vec<u8> {
    let Ok(module) = wasm_bindgen::module().dyn_into::<WebAssembly::Module>() else { return Vec::new() };
    let sections: Array = WebAssembly::Module::custom_sections(&module, SECTION);
    Uint8Array::new(&sections.get(0)).to_vec()
}
