//! A page as a tree, in bounded time and memory.
//!
//! WHY bounds: the rules for broken markup let a small file ask for a great deal. Elements nested deeply are looked
//! through for every tag, styles left open are opened again in every paragraph, which multiplies them, and each
//! attribute of a tag is compared with those before it. So tags and attributes are counted before anything is built, and
//! the tree's size and depth are looked at while it grows.

use dom_query::Document;
use html5ever::ParseOpts;
use html5ever::parse_document;
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;

/// The largest page, in bytes; the longest news pages, with all their scripts, have some hundred thousand.
const SIZE: usize = 8 << 20;
/// The most tags that a page may have. The longest news pages have some thousands.
const TAGS: usize = 30_000;
/// The most attributes that one tag may have.
const ATTRIBUTES: usize = 1_000;
/// The most characters that are written out as entities; each costs a look through the whole text behind it.
const ENTITIES: usize = 15_000;
/// The most angle brackets.
const BRACKETS: usize = 180_000;
/// The most nodes that a tree may grow to.
const NODES: usize = 150_000;
/// The deepest nesting that a page may have.
const DEPTH: usize = 250;
/// How many bytes are given to the parser at a time, between two looks at the tree.
const STEP: usize = 128;

/// The tree of a page, or what there is too much of.
pub(super) fn parse(html: &str) -> Result<Document, &'static str> {
    if html.len() > SIZE {
        return Err("more than 8 MB");
    }
    count(html)?;
    // Scripts are not run, so what stands in `noscript` is part of the page.
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let mut parser = parse_document(Document::default(), ParseOpts { tree_builder, ..ParseOpts::default() });
    let mut rest = html;
    while !rest.is_empty() {
        let (step, behind) = rest.split_at_checked(rest.ceil_char_boundary(STEP)).unwrap_or((rest, ""));
        parser.process(StrTendril::from_slice(step));
        rest = behind;
        look(&parser.tokenizer.sink.sink)?;
    }
    let page = parser.finish();
    look(&page)?;
    Ok(page)
}

/// Whether a tree has grown too large, or too deep where it grows: along the last child of each element.
fn look(page: &Document) -> Result<(), &'static str> {
    if page.tree.len() > NODES {
        return Err("elements that multiply");
    }
    let mut depth = 0;
    let mut node = page.root().last_child();
    while let Some(here) = node {
        depth += 1;
        if depth > DEPTH {
            return Err("elements nested too deeply");
        }
        node = here.last_child();
    }
    Ok(())
}

/// Counts tags and their attributes, about as a parser would find them.
fn count(html: &str) -> Result<(), &'static str> {
    let bytes = html.as_bytes();
    let entities = html.chars().filter(|c| matches!(c, '&' | '\u{a0}')).count();
    let brackets = bytes.iter().filter(|byte| matches!(byte, b'<' | b'>')).count();
    if entities > ENTITIES || brackets > BRACKETS {
        return Err("too many entities or brackets");
    }
    let (mut tags, mut at) = (0_usize, 0_usize);
    while let Some(open) = find(bytes, at, b"<") {
        at = open + 1;
        if begins(bytes, at, b"!--") {
            at = find(bytes, at, b"-->").map_or(bytes.len(), |end| end + 3);
            continue;
        }
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        tags += 1;
        if tags > TAGS {
            return Err("too many tags");
        }
        let name = at;
        let end = end_of_tag(bytes, at)?;
        at = end;
        for raw in [&b"script"[..], b"style"] {
            if name + raw.len() <= end && begins(bytes, name, raw) {
                at = find(bytes, at, b"</").unwrap_or(bytes.len());
                while at < bytes.len() && !begins(bytes, at + 2, raw) {
                    at = find(bytes, at + 2, b"</").unwrap_or(bytes.len());
                }
            }
        }
    }
    Ok(())
}

/// The first byte behind a tag, unless it has too many attributes.
fn end_of_tag(bytes: &[u8], start: usize) -> Result<usize, &'static str> {
    let (mut quote, mut before, mut attributes) = (None, b' ', 0_usize);
    for (offset, byte) in bytes.iter().skip(start).enumerate() {
        match (quote, byte) {
            (Some(mark), byte) if *byte == mark => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Ok(start + offset + 1),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(*byte),
            (None, byte) => {
                let parts = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'');
                attributes += usize::from(parts(before) && !parts(*byte));
                if attributes > ATTRIBUTES {
                    return Err("too many attributes");
                }
            }
        }
        if quote.is_some() || !byte.is_ascii_whitespace() || before != b'=' {
            before = *byte;
        }
    }
    Ok(bytes.len())
}

/// Whether these letters stand at a place, small or capital.
fn begins(bytes: &[u8], at: usize, wanted: &[u8]) -> bool {
    bytes.get(at..).and_then(|rest| rest.get(..wanted.len())).is_some_and(|own| own.eq_ignore_ascii_case(wanted))
}

fn find(bytes: &[u8], from: usize, wanted: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(wanted.len()).position(|window| window == wanted).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::{TAGS, parse};

    #[test]
    fn what_would_take_minutes_is_refused_and_says_why() {
        let numbered = |of: &dyn Fn(usize) -> String, count: usize| (0..count).map(of).collect::<String>();
        for (html, why) in [
            (format!("<p {}>x", numbered(&|i| format!("a{i}='>' "), 5000)), "too many attributes"),
            (numbered(&|i| format!("<b a={i}>"), 20_000), "elements nested too deeply"),
            (
                format!("<p>{}", numbered(&|i| format!("<b a={i}>"), 200)) + &"</p><p>x".repeat(20_000),
                "elements that multiply",
            ),
            ("<div>".repeat(20_000), "elements nested too deeply"),
            ("<i>x</i>".repeat(TAGS + 1), "too many tags"),
            ("&".repeat(super::ENTITIES + 1), "too many entities or brackets"),
        ] {
            assert_eq!(parse(&html).err(), Some(why), "{}", &html[..20]);
        }
        let script = format!("<p>x</p><script>{}</script>", "if (a<b) {} ".repeat(TAGS + 1));
        assert!(parse(&script).is_ok(), "a script holds no tags");
    }
}
