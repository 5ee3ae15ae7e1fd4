//! A tree of markup as calls of a pen.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::parse::{Attribute, Branch, Element, Given, Node, Tag, Tree};

/// The name of the pen in what is written: no expression in the markup can mean it.
fn pen() -> Ident {
    Ident::new("pen", Span::mixed_site())
}

/// The expression that makes the whole.
pub(crate) fn whole(tree: &Tree) -> TokenStream {
    let (pen, nodes) = (pen(), all(&tree.0));
    quote! {{
        let mut #pen = crate::markup::Pen::new();
        #nodes
        #pen.end()
    }}
}

fn all(nodes: &[Node]) -> TokenStream {
    nodes.iter().map(node).collect()
}

fn node(node: &Node) -> TokenStream {
    let pen = pen();
    match node {
        Node::Element(one) => element(one),
        Node::Fragment(nodes) => {
            let nodes = all(nodes);
            quote! { #pen.group(); #nodes #pen.close(); }
        }
        Node::Component(tokens) => quote! { crate::markup::Child::put(::yew::html! { #tokens }, &mut #pen); },
        Node::Words(words) => quote! { crate::markup::Child::put(#words, &mut #pen); },
        Node::Value(value) => quote! { crate::markup::Child::put(#value, &mut #pen); },
        Node::Each(values) => {
            let one = Ident::new("one", Span::mixed_site());
            quote! {
                #pen.list();
                for #one in #values { crate::markup::Child::put(#one, &mut #pen); }
                #pen.close();
            }
        }
        Node::For(one) => {
            let one = branch(one);
            quote! { #pen.list(); #one #pen.close(); }
        }
        Node::If(branches) => {
            let branches = branches.iter().map(branch);
            quote! { #pen.group(); #(#branches)* #pen.close(); }
        }
    }
}

fn branch(Branch { head, nodes }: &Branch) -> TokenStream {
    let nodes = all(nodes);
    quote! { #head { #nodes } }
}

fn element(Element { tag, attributes, nodes }: &Element) -> TokenStream {
    let pen = pen();
    let tag = match tag {
        Tag::Fixed(tag) => {
            let name = tag.to_string();
            quote! { #name }
        }
        Tag::Value(tag) => quote! { #tag },
    };
    let is_input = tag.to_string() == "\"input\"";
    let (mut keys, mut fixed, mut values) = (Vec::new(), Vec::new(), TokenStream::new());
    for Attribute { name, at, given } in attributes {
        // Where the browser keeps a state of its own, an attribute would only say how it begins.
        let state = is_input && matches!(name.as_str(), "value" | "checked");
        match given {
            Given::Value(value) if name == "key" => values.extend(quote! { #pen.key(#value); }),
            Given::Value(value) if name == "ref" => values.extend(quote! { #pen.reference(#value); }),
            Given::Value(value) if state => values.extend(quote! { #pen.#at(#value); }),
            Given::Value(value) if name.starts_with("on") => {
                values.extend(quote_spanned! {at.span()=> #pen.listen(::yew::html::#at::Wrapper::new(#value)); });
            }
            Given::Value(value) => {
                keys.push(quote! { #name });
                fixed.push(quote! { ::core::option::Option::None });
                values.extend(quote! { crate::markup::Value::put(#value, &mut #pen); });
            }
            Given::Fixed(words) => {
                keys.push(quote! { #name });
                fixed.push(quote! { ::core::option::Option::Some(#words) });
            }
        }
    }
    let nodes = all(nodes);
    quote! {
        #pen.open(#tag, &crate::markup::Shape { keys: &[#(#keys),*], fixed: &[#(#fixed),*] });
        #values
        #nodes
        #pen.close();
    }
}
