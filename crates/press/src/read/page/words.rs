//! The words of a tree: blocks become lines, everything that is no text is left behind.

use std::ops::Range;

use dom_query::NodeRef;
use jejak_archive::model::RemovedKind;

use super::tree;
use crate::read::{Fields, Source};

/// The text of a tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// One line a block, an empty line between two.
    pub(crate) text: String,
    /// Where the captions of pictures stand in it.
    pub(crate) captions: Vec<Range<usize>>,
}

impl Words {
    /// The article that these words are.
    pub(crate) fn into_source(self, file: &str, fields: Fields) -> Source {
        let marked = self.captions.into_iter().map(|range| (range, RemovedKind::Caption)).collect();
        Source { fields, marked, ..Source::plain(file, self.text) }
    }
}

/// Elements whose text is none of a page: scripts, controls, pictures.
const NO_TEXT: &[&str] = &[
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video",
    "button", "select", "option", "textarea", "input", "form", "dialog", "head", "title", "map",
];
/// Elements around the article, left out where the whole body of a page is read.
const AROUND: &[&str] = &["nav", "aside", "footer", "menu"];
/// Elements that stand within a line; every other one begins a line of its own.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "nobr", "img", "picture", "source",
];

/// What the walk takes and what it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// The main text of a page: everything in it.
    Main,
    /// A whole body: without what stands around articles.
    Body,
    /// A piece of markup whose line breaks count, as editors without paragraphs leave them.
    Broken,
}

/// The words of a page's main text.
pub(super) fn of_main(node: &NodeRef<'_>) -> Words {
    walk(node, Scope::Main)
}

/// The words of a whole body.
pub(super) fn of_body(node: &NodeRef<'_>) -> Words {
    walk(node, Scope::Body)
}

/// The words of a piece of markup, such as the text of an exported post. Where it has no paragraphs of its own, its line
/// breaks make them.
///
/// # Errors
///
/// What there is too much of in it.
pub(crate) fn fragment(html: &str) -> Result<Words, &'static str> {
    let page = tree::parse(html)?;
    let lower = html.to_ascii_lowercase();
    let scope = if lower.contains("<p>") || lower.contains("<p ") { Scope::Main } else { Scope::Broken };
    Ok(page.body().map(|body| walk(&body, scope)).unwrap_or_default())
}

fn walk(root: &NodeRef<'_>, scope: Scope) -> Words {
    let mut out = Writer { words: Words::default(), breaks: 0, space: false, caption: None };
    let mut node = root.first_child();
    while let Some(here) = node {
        let enters = out.enter(&here, scope);
        if enters && let Some(child) = here.first_child() {
            node = Some(child);
            continue;
        }
        if enters {
            out.leave(&here);
        }
        let mut at = here;
        node = loop {
            if let Some(next) = at.next_sibling() {
                break Some(next);
            }
            match at.parent() {
                Some(parent) if parent.id != root.id => {
                    out.leave(&parent);
                    at = parent;
                }
                _ => break None,
            }
        };
    }
    out.words
}

struct Writer {
    words: Words,
    /// Line breaks that stand before the next word: none, one within a block, two between blocks.
    breaks: usize,
    /// Whether a space stands before the next word.
    space: bool,
    /// Where a caption that is still open begins.
    caption: Option<usize>,
}

impl Writer {
    /// Takes a node; says whether its children are taken too.
    fn enter(&mut self, node: &NodeRef<'_>, scope: Scope) -> bool {
        if node.is_text() {
            self.text(&node.text(), scope);
            return false;
        }
        if !node.is_element() {
            return false;
        }
        let Some(name) = node.node_name() else { return false };
        let name: &str = &name;
        if NO_TEXT.contains(&name)
            || (scope == Scope::Body && AROUND.contains(&name))
            || node.has_attr("hidden")
            || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
        {
            return false;
        }
        match name {
            "br" | "li" | "tr" | "dt" | "dd" => self.breaks = self.breaks.max(1),
            "figcaption" => {
                self.breaks = 2;
                self.caption = Some(self.words.text.len());
            }
            "td" | "th" => self.space = true,
            _ if INLINE.contains(&name) => {}
            _ => self.breaks = 2,
        }
        true
    }

    fn leave(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else { return };
        let name: &str = &name;
        match name {
            "br" => {}
            "li" | "tr" | "dt" | "dd" => self.breaks = self.breaks.max(1),
            "figcaption" => {
                self.breaks = 2;
                let end = self.words.text.len();
                if let Some(start) = self.caption.take().filter(|start| *start < end) {
                    let words = self.words.text.get(start..).unwrap_or_default();
                    let lead = words.len() - words.trim_start().len();
                    self.words.captions.push(start + lead..end);
                }
            }
            "td" | "th" => self.space = true,
            _ if INLINE.contains(&name) => {}
            _ => self.breaks = 2,
        }
    }

    /// Adds text; white space of any length is one space, or one break where the text's own breaks count.
    fn text(&mut self, text: &str, scope: Scope) {
        for c in text.chars() {
            if c == '\n' && scope == Scope::Broken {
                self.breaks = if self.breaks > 0 { 2 } else { 1 };
            } else if c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}') {
                self.space = true;
            } else if !c.is_control() {
                self.put(c);
            }
        }
    }

    fn put(&mut self, c: char) {
        let text = &mut self.words.text;
        if !text.is_empty() {
            match self.breaks {
                0 if self.space => text.push(' '),
                0 => {}
                1 => text.push('\n'),
                _ => text.push_str("\n\n"),
            }
        }
        (self.breaks, self.space) = (0, false);
        text.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::fragment;

    #[test]
    fn blocks_are_lines_and_scripts_are_no_words() {
        let words = fragment(
            "<p>Camat <b>hadir</b>,\n  warga&nbsp;juga.</p><script>var a = '<p>x</p>';</script><p>Lalu <br/>pulang.</p>",
        );
        assert_eq!(words.map(|words| words.text).as_deref(), Ok("Camat hadir, warga\u{a0}juga.\n\nLalu\npulang."));
        let list = fragment("<ul><li>Satu</li><li>Dua</li></ul><p>Tiga</p>");
        assert_eq!(list.map(|words| words.text).as_deref(), Ok("Satu\nDua\n\nTiga"));
    }

    #[test]
    fn an_editor_without_paragraphs_breaks_lines() {
        let words = fragment("Satu <em>baris</em>.\nDua.\n\n\nTiga &lt;b&gt;.");
        assert_eq!(words.map(|words| words.text).as_deref(), Ok("Satu baris.\nDua.\n\nTiga <b>."));
    }

    #[test]
    fn captions_are_known_by_their_place() {
        let words =
            fragment("<p>Satu.</p><figure><img src=x><figcaption>Warga antre air</figcaption></figure><p>Dua.</p>")
                .expect("a small page");
        assert_eq!(&words.text[words.captions[0].clone()], "Warga antre air");
    }
}
