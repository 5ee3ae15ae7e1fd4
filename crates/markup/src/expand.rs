//! A tree of markup as calls of a pen.
//!
//! All that is fixed becomes one text with gaps, which the pen reads; what is computed becomes a call each, and each fills the
//! next gap. So nothing fixed costs a call, however many elements open and close between two gaps. What may not be there, or
//! may be there more than once, is a text of its own within a gap that stays open.

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
    if !written.fixed.ends_with(OPEN_GAP) {
        written.leave();
    }
    let Written { fixed, code, .. } = written;
    quote! {{
        let mut #pen = crate::markup::Pen::of(#fixed);
        #code
        #pen.end()
    }}
}

// What is fixed, as the pen reads it: each step ends with a line break, and says by its first letter what it is.
const CLOSE: &str = ">\n";
const GROUP: &str = "(\n";
const LIST: &str = "[\n";
/// A gap that one call fills. Attributes without a value are such gaps too.
const GAP: &str = "{\n";
/// A gap that any number of calls fill, until the pen leaves it.
const OPEN_GAP: &str = "*\n";

/// What was written so far.
#[derive(Default)]
struct Written {
    /// What is fixed, with gaps.
    fixed: String,
    /// What fills them.
    code: TokenStream,
    /// Whether the pen is still in an open gap.
    open: bool,
}

impl Written {
    /// Fills a gap.
    fn fill(&mut self, code: impl ToTokens) {
        self.fixed.push_str(GAP);
        self.leave();
        code.to_tokens(&mut self.code);
    }

    /// Fills an open gap. The pen leaves it only where something follows: at the end of the whole nothing does.
    fn fill_open(&mut self, kind: &str, code: impl ToTokens) {
        self.fixed.push_str(kind);
        self.fixed.push_str(OPEN_GAP);
        self.leave();
        code.to_tokens(&mut self.code);
        self.open = true;
        self.fixed.push_str(CLOSE);
    }

    fn leave(&mut self) {
        let pen = pen();
        if std::mem::take(&mut self.open) {
            self.code.extend(quote! { #pen.leave(); });
        }
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
                self.fill(quote! { crate::markup::Child::put(::yew::html! { #tokens }, &mut #pen); });
            }
            Node::Words(words) => self.words(words),
            Node::Value(value) => match syn::parse2::<LitStr>(value.clone()) {
                Ok(words) => self.words(&words),
                Err(_) => self.fill(quote! { crate::markup::Child::put(#value, &mut #pen); }),
            },
            Node::Each(values) => {
                let one = Ident::new("one", Span::mixed_site());
                let code = quote! { for #one in #values { crate::markup::Child::put(#one, &mut #pen); } };
                self.fill_open(LIST, code);
            }
            Node::For(one) => self.branches(LIST, std::slice::from_ref(one)),
            Node::If(branches) => self.branches(GROUP, branches),
        }
    }

    fn branches(&mut self, kind: &str, branches: &[Branch]) {
        let pen = pen();
        let branches = branches.iter().map(|Branch { head, nodes }| {
            let mut written = Self::default();
            written.nodes(nodes);
            written.leave();
            let Self { fixed, code, .. } = written;
            // What is nothing but computed fills the open gap by itself.
            let is_bare = fixed.lines().all(|step| step == GAP.trim_end());
            let within = (!is_bare).then(|| quote! { #pen.within(#fixed); });
            quote! { #head { #within #code } }
        });
        let code: TokenStream = branches.collect();
        self.fill_open(kind, code);
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
            let error = quote_spanned! {words.span()=> compile_error!("neither line breaks nor tabs can be fixed"); };
            self.code.extend(error);
        }
        self.fixed.push_str(&value);
    }

    fn element(&mut self, Element { tag, attributes, nodes }: &Element) {
        let pen = pen();
        let name = match tag {
            Tag::Fixed(tag) => tag.to_string(),
            Tag::Value(tag) => {
                self.fill(quote! { #pen.tag(#tag); });
                String::new()
            }
        };
        self.fixed.push('<');
        self.fixed.push_str(&name);
        // Gaps that are no attributes stand behind the element.
        let (mut values, mut others) = (TokenStream::new(), 0);
        for Attribute { name: key, at, given } in attributes {
            // Where the browser keeps a state of its own, an attribute would only say how it begins.
            let state = name == "input" && matches!(key.as_str(), "value" | "checked");
            match given {
                Given::Value(value) if state || key == "key" || key == "ref" || key.starts_with("on") => {
                    others += 1;
                    values.extend(match key.as_str() {
                        "key" => quote! { #pen.key(#value); },
                        "ref" => quote! { #pen.reference(#value); },
                        _ if state => quote! { #pen.#at(#value); },
                        _ => quote_spanned! {at.span()=> #pen.listen(::yew::html::#at::Wrapper::new(#value)); },
                    });
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
        self.fixed.push_str(&GAP.repeat(others));
        if !values.is_empty() {
            self.leave();
            self.code.extend(values);
        }
        self.nodes(nodes);
        self.fixed.push_str(CLOSE);
    }
}
