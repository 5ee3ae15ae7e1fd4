//! A tree of markup as calls of a pen.
//!
//! What is fixed between two things that are computed becomes one line of words, which the pen reads: a call each, however
//! many elements it opens and closes.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::LitStr;

use crate::parse::{Attribute, Branch, Element, Given, Node, Tag, Tree};

/// The name of the pen in what is written: no expression in the markup can mean it.
fn pen() -> Ident {
    Ident::new("pen", Span::mixed_site())
}

/// The expression that makes the whole.
pub(crate) fn whole(tree: &Tree) -> TokenStream {
    let (pen, mut written) = (pen(), Written::default());
    written.nodes(&tree.0);
    // The end closes what is open.
    while let Some(rest) = written.fixed.strip_suffix(CLOSE) {
        written.fixed.truncate(rest.len());
    }
    // What is fixed before anything else is what the pen begins with.
    let (mut first, mut fixed) = (written.first.unwrap_or_default(), String::new());
    if written.code.is_empty() { &mut first } else { &mut fixed }.push_str(&written.fixed);
    let (code, fixed) = (written.code, call(&fixed));
    quote! {{
        let mut #pen = crate::markup::Pen::of(#first);
        #code
        #fixed
        #pen.end()
    }}
}

// What is fixed, as the pen reads it: each step ends with a line break, and says by its first letter what it is.
const CLOSE: &str = ">\n";
const GROUP: &str = "(\n";
const LIST: &str = "[\n";

/// What was written so far.
#[derive(Default)]
struct Written {
    /// What is fixed before any code.
    first: Option<String>,
    code: TokenStream,
    /// What is fixed behind the code.
    fixed: String,
}

impl Written {
    /// Writes code behind what is fixed.
    fn code(&mut self, code: impl ToTokens) {
        let fixed = std::mem::take(&mut self.fixed);
        if self.first.is_none() && self.code.is_empty() {
            self.first = Some(fixed);
        } else {
            self.code.extend(call(&fixed));
        }
        code.to_tokens(&mut self.code);
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &Node) {
        let pen = pen();
        match node {
            Node::Element(one) => self.element(one),
            Node::Fragment(nodes) => {
                self.fixed.push_str(GROUP);
                self.nodes(nodes);
                self.fixed.push_str(CLOSE);
            }
            Node::Component(tokens) => {
                self.code(quote! { crate::markup::Child::put(::yew::html! { #tokens }, &mut #pen); });
            }
            Node::Words(words) => self.words(words),
            Node::Value(value) => match syn::parse2::<LitStr>(value.clone()) {
                Ok(words) => self.words(&words),
                Err(_) => self.code(quote! { crate::markup::Child::put(#value, &mut #pen); }),
            },
            Node::Each(values) => {
                let one = Ident::new("one", Span::mixed_site());
                self.fixed.push_str(LIST);
                self.code(quote! { for #one in #values { crate::markup::Child::put(#one, &mut #pen); } });
                self.fixed.push_str(CLOSE);
            }
            Node::For(one) => self.branches(LIST, std::slice::from_ref(one)),
            Node::If(branches) => self.branches(GROUP, branches),
        }
    }

    fn branches(&mut self, kind: &str, branches: &[Branch]) {
        self.fixed.push_str(kind);
        let branches = branches.iter().map(|Branch { head, nodes }| {
            // What a branch begins with is not what the whole begins with.
            let mut written = Self { first: Some(String::new()), ..Self::default() };
            written.nodes(nodes);
            written.code(TokenStream::new());
            let code = written.code;
            quote! { #head { #code } }
        });
        let code: TokenStream = branches.collect();
        self.code(code);
        self.fixed.push_str(CLOSE);
    }

    fn words(&mut self, words: &LitStr) {
        self.fixed.push('"');
        self.literal(words);
        self.fixed.push('\n');
    }

    /// Words as they are written, where they do not hold what parts steps from one another.
    fn literal(&mut self, words: &LitStr) {
        let value = words.value();
        if value.contains(['\n', '\t']) {
            self.code(quote_spanned! {words.span()=> compile_error!("neither line breaks nor tabs can be fixed"); });
        }
        self.fixed.push_str(&value);
    }

    fn element(&mut self, Element { tag, attributes, nodes }: &Element) {
        let pen = pen();
        let name = match tag {
            Tag::Fixed(tag) => tag.to_string(),
            Tag::Value(tag) => {
                self.code(quote! { #pen.tag(#tag); });
                String::new()
            }
        };
        self.fixed.push('<');
        self.fixed.push_str(&name);
        let mut values = TokenStream::new();
        for Attribute { name: key, at, given } in attributes {
            // Where the browser keeps a state of its own, an attribute would only say how it begins.
            let state = name == "input" && matches!(key.as_str(), "value" | "checked");
            match given {
                Given::Value(value) if key == "key" => values.extend(quote! { #pen.key(#value); }),
                Given::Value(value) if key == "ref" => values.extend(quote! { #pen.reference(#value); }),
                Given::Value(value) if state => values.extend(quote! { #pen.#at(#value); }),
                Given::Value(value) if key.starts_with("on") => {
                    values.extend(quote_spanned! {at.span()=> #pen.listen(::yew::html::#at::Wrapper::new(#value)); });
                }
                Given::Value(value) => {
                    self.fixed.push('\t');
                    self.fixed.push_str(key);
                    values.extend(quote! { crate::markup::Value::put(#value, &mut #pen); });
                }
                Given::Fixed(words) => {
                    self.fixed.push('\t');
                    self.fixed.push_str(key);
                    self.fixed.push('=');
                    self.literal(words);
                }
            }
        }
        self.fixed.push('\n');
        if !values.is_empty() {
            self.code(values);
        }
        self.nodes(nodes);
        self.fixed.push_str(CLOSE);
    }
}

/// The call that writes what is fixed, if anything is.
fn call(fixed: &str) -> TokenStream {
    let pen = pen();
    if fixed.is_empty() {
        TokenStream::new()
    } else {
        quote! { #pen.write(#fixed); }
    }
}
