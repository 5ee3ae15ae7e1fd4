//! Yew's markup, expanded to code that is small in WebAssembly.
//!
//! Yew's own `html!` writes the making of an element out wherever one stands: tables, boxes and lists, some hundred
//! bytes of code an element. [`html!`] reads the same markup and writes calls of a pen instead, which keeps what is
//! open on a stack of its own; the code of the pen stands in the page once. What a pen offers is decided by the crate
//! that uses this macro, in its module `markup`.

#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod expand;
mod parse;

use proc_macro::TokenStream;

/// Markup as Yew's `html!` reads it, as a `yew::Html`.
///
/// Understood are elements with fixed and computed attributes (`name="…"`, `name={…}`, `{name}`), events, `key`, `ref`,
/// fragments, `{ … }`, `{ for … }`, `if`, `else if`, `else`, and components, which are left to Yew. A `{ for … }` takes a
/// place of its own among its siblings, so that those after it keep theirs while the list grows.
///
/// # Errors
///
/// Markup that cannot be read is an error of the compiler at the place where it stops making sense.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    syn::parse::<parse::Tree>(input).map_or_else(|error| error.to_compile_error(), |tree| expand::whole(&tree)).into()
}
