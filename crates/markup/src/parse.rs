//! Markup as a tree.
//!
//! Expressions are not looked into: they end where their braces end, and a condition ends where the braces of what it
//! decides begin. That needs no grammar of Rust, so the crate compiles fast.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Result, Token, braced, token};

/// All that stands in one call of the macro.
pub(crate) struct Tree(pub(crate) Vec<Node>);

/// A piece of markup.
pub(crate) enum Node {
    Element(Element),
    Fragment(Vec<Node>),
    /// A component, as written.
    Component(TokenStream),
    Words(LitStr),
    Value(TokenStream),
    Each(TokenStream),
    /// `for …` or the branches of an `if`, with what stands in them.
    For(Branch),
    If(Vec<Branch>),
}

/// `if …`, `else if …`, `else` or `for …` with what it decides.
pub(crate) struct Branch {
    pub(crate) head: TokenStream,
    pub(crate) nodes: Vec<Node>,
}

/// An element.
pub(crate) struct Element {
    pub(crate) tag: Tag,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) nodes: Vec<Node>,
}

/// The tag of an element: fixed, or computed where it is written `<@{…}>`.
pub(crate) enum Tag {
    Fixed(Ident),
    Value(TokenStream),
}

/// An attribute, an event, a key or a reference.
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) at: Ident,
    pub(crate) given: Given,
}

/// What an attribute is.
pub(crate) enum Given {
    Fixed(LitStr),
    Value(TokenStream),
}

impl Parse for Tree {
    fn parse(input: ParseStream) -> Result<Self> {
        nodes(input).map(Self)
    }
}

/// Pieces up to the end of the input or a closing tag.
fn nodes(input: ParseStream) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    while !(input.is_empty() || input.peek(Token![<]) && input.peek2(Token![/])) {
        nodes.push(input.parse()?);
    }
    Ok(nodes)
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Words);
        }
        if input.peek(Token![if]) {
            return branches(input).map(Self::If);
        }
        if input.peek(Token![for]) {
            return branch(TokenStream::new(), input).map(Self::For);
        }
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let each = content.parse::<Option<Token![for]>>()?.is_some();
            let value = content.parse()?;
            return Ok(if each { Self::Each(value) } else { Self::Value(value) });
        }
        let ahead = input.fork();
        ahead.parse::<Token![<]>()?;
        if ahead.peek(Token![>]) {
            input.parse::<Token![<]>()?;
            input.parse::<Token![>]>()?;
            let nodes = nodes(input)?;
            input.parse::<Token![<]>()?;
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok(Self::Fragment(nodes));
        }
        if ahead.peek(Token![@]) || !ahead.call(Ident::parse_any)?.to_string().starts_with(char::is_uppercase) {
            return input.parse().map(Self::Element);
        }
        component(input)
    }
}

/// A component without children: everything up to `/>`.
fn component(input: ParseStream) -> Result<Node> {
    let mut tokens = TokenStream::new();
    loop {
        if input.peek(Token![/]) && input.peek2(Token![>]) {
            let (slash, end): (Token![/], Token![>]) = (input.parse()?, input.parse()?);
            tokens.extend(quote! { #slash #end });
            return Ok(Node::Component(tokens));
        }
        tokens.extend([input.parse::<TokenTree>()?]);
    }
}

/// Everything before braces, and what stands in them.
fn branch(mut head: TokenStream, input: ParseStream) -> Result<Branch> {
    while !input.peek(token::Brace) {
        head.extend([input.parse::<TokenTree>()?]);
    }
    let content;
    braced!(content in input);
    Ok(Branch { head, nodes: nodes(&content)? })
}

fn branches(input: ParseStream) -> Result<Vec<Branch>> {
    let mut branches = vec![branch(TokenStream::new(), input)?];
    while let Some(other) = input.parse::<Option<Token![else]>>()? {
        branches.push(branch(quote! { #other }, input)?);
    }
    Ok(branches)
}

impl Parse for Element {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![<]>()?;
        let tag = input.parse()?;
        let mut attributes = Vec::new();
        while !input.peek(Token![/]) && !input.peek(Token![>]) {
            attributes.push(input.parse()?);
        }
        if input.parse::<Option<Token![/]>>()?.is_some() {
            input.parse::<Token![>]>()?;
            return Ok(Self { tag, attributes, nodes: Vec::new() });
        }
        input.parse::<Token![>]>()?;
        let nodes = nodes(input)?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        match &tag {
            Tag::Fixed(tag) => {
                let end = input.call(Ident::parse_any)?;
                if end != *tag {
                    return Err(syn::Error::new(end.span(), format!("<{tag}> is open here")));
                }
            }
            Tag::Value(_) => drop(input.parse::<Token![@]>()?),
        }
        input.parse::<Token![>]>()?;
        Ok(Self { tag, attributes, nodes })
    }
}

impl Parse for Tag {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.parse::<Option<Token![@]>>()?.is_none() {
            return input.call(Ident::parse_any).map(Self::Fixed);
        }
        let content;
        braced!(content in input);
        content.parse().map(Self::Value)
    }
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Self> {
        // `{name}` is short for `name={name}`.
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let at: Ident = content.parse()?;
            return Ok(Self { name: at.to_string(), given: Given::Value(quote! { #at }), at });
        }
        let at = input.call(Ident::parse_any)?;
        let mut name = at.to_string();
        while input.parse::<Option<Token![-]>>()?.is_some() {
            name.push('-');
            name.push_str(&input.call(Ident::parse_any)?.to_string());
        }
        input.parse::<Token![=]>()?;
        let given = if input.peek(LitStr) {
            Given::Fixed(input.parse()?)
        } else {
            let content;
            braced!(content in input);
            Given::Value(content.parse()?)
        };
        Ok(Self { name, at, given })
    }
}
