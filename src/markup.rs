//! What markup becomes: a pen that makes elements, one after another, out of what is fixed and what is computed.
//!
//! The macro [`html!`] turns markup into calls of a [`Pen`]. Yew's own macro makes each element in place, some hundred
//! bytes of code every time; here all that is fixed is one text with gaps, which compresses better than tables of words, and
//! each computed thing is a call that fills the next gap.

mod fixed;

use std::mem;

pub use jejak_markup::html;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};
use yew::{Html, NodeRef};

use fixed::Step;

/// Makes a tree of elements. What was opened last is written to.
#[derive(Debug, Default)]
pub struct Pen {
    now: Level,
    below: Vec<Level>,
    /// The tag of the next element, where it is computed.
    tag: &'static str,
    /// What is still to be written; it begins with the gap that is filled next.
    rest: &'static [Step],
    /// What goes on behind `rest`, each beginning with the open gap that holds it.
    around: Vec<&'static [Step]>,
}

/// Something open.
#[derive(Debug, Default)]
struct Level {
    kind: Kind,
    nodes: Vec<VNode>,
    /// Of an element: names and values of its attributes, and how many of them are decided.
    keys: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    decided: usize,
}

#[derive(Debug, Default)]
enum Kind {
    /// Takes one place, whatever it holds.
    #[default]
    Group,
    /// A group whose members come and go.
    List,
    Element(VTag),
}

impl Pen {
    /// A pen that wrote what is fixed up to the first gap; boxed, so that who holds it holds one number.
    #[must_use]
    #[inline(never)]
    pub fn of(fixed: &'static str) -> Box<Self> {
        let mut pen = Box::new(Self { rest: fixed::steps(fixed), ..Self::default() });
        pen.write();
        pen
    }

    /// Fills the open gap with a text that has gaps of its own; behind the last of them the pen is in the open gap again.
    #[inline(never)]
    pub fn within(&mut self, fixed: &'static str) {
        self.around.push(mem::replace(&mut self.rest, fixed::steps(fixed)));
        self.write();
    }

    /// Leaves the open gap.
    #[inline(never)]
    pub fn leave(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
        self.write();
    }

    /// Goes on behind the gap that was filled, unless it stays open.
    fn filled(&mut self) {
        if let Some(Step::Gap) = self.rest.first() {
            self.leave();
        }
    }

    /// Writes what is fixed up to the next gap: elements and groups that open and close, and words.
    fn write(&mut self) {
        while let Some((step, rest)) = self.rest.split_first() {
            match step {
                Step::Open { tag, keys, values } => self.open(tag, keys, values),
                Step::Group => self.push(Level::default()),
                Step::List => self.push(Level { kind: Kind::List, ..Level::default() }),
                Step::Words(words) => self.now.nodes.push(VText::new(AttrValue::Static(words)).into()),
                Step::Close => self.close(),
                Step::Gap | Step::OpenGap => return,
            }
            self.rest = rest;
        }
        self.rest = self.around.pop().unwrap_or_default();
    }

    /// Says which tag the next element has, where what is fixed leaves it open.
    #[inline(never)]
    pub fn tag(&mut self, tag: &'static str) {
        self.tag = tag;
        self.filled();
    }

    /// What was made; closes what is open.
    #[inline(never)]
    #[allow(clippy::boxed_local, reason = "moved out of its box it would be copied wherever something is drawn")]
    pub fn end(mut self: Box<Self>) -> Html {
        while !self.below.is_empty() {
            self.close();
        }
        self.now.done()
    }

    fn open(&mut self, tag: &'static str, keys: &'static [&'static str], values: &[Option<&'static str>]) {
        let tag = if tag.is_empty() { self.tag } else { tag };
        let values: Vec<_> =
            values.iter().map(|words| Some(AttributeOrProperty::Attribute(AttrValue::Static((*words)?)))).collect();
        let mut level = Level { kind: Kind::Element(VTag::new(tag)), keys, values, ..Level::default() };
        level.skip();
        self.push(level);
    }

    fn close(&mut self) {
        let below = self.below.pop().unwrap_or_default();
        let done = mem::replace(&mut self.now, below).done();
        self.now.nodes.push(done);
    }

    /// Gives the key of the element that is open.
    #[inline(never)]
    pub fn key(&mut self, key: impl Into<Key>) {
        if let Kind::Element(tag) = &mut self.now.kind {
            tag.key = Some(key.into());
        }
        self.filled();
    }

    /// Gives the reference to the element that is open.
    #[inline(never)]
    pub fn reference(&mut self, to: NodeRef) {
        if let Kind::Element(tag) = &mut self.now.kind {
            tag.node_ref = to;
        }
        self.filled();
    }

    /// Gives what stands in the field that is open. In a page it is no attribute, so an empty field has none natively either:
    /// pages that are drawn ahead are then the same as in a browser.
    #[inline(never)]
    pub fn value(&mut self, value: String) {
        let shown = cfg!(target_arch = "wasm32") || !value.is_empty();
        if let Kind::Element(tag) = &mut self.now.kind
            && shown
        {
            tag.set_value(value);
        }
        self.filled();
    }

    /// Says whether the field that is open is chosen: in a page, because it is the reader's own and no attribute there.
    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        if cfg!(target_arch = "wasm32")
            && let Kind::Element(tag) = &mut self.now.kind
        {
            tag.set_checked(checked);
        }
        self.filled();
    }

    /// Hears an event of the element that is open.
    #[inline(never)]
    pub fn listen(&mut self, listener: impl Listener + 'static) {
        if let Kind::Element(tag) = &mut self.now.kind {
            tag.add_listener(std::rc::Rc::new(listener));
        }
        self.filled();
    }

    fn push(&mut self, level: Level) {
        self.below.push(mem::replace(&mut self.now, level));
    }

    #[inline(never)]
    fn node(&mut self, node: VNode) {
        self.now.nodes.push(node);
        self.filled();
    }

    #[inline(never)]
    fn words(&mut self, words: AttrValue) {
        self.node(VText::new(words).into());
    }

    /// The next attribute that is computed.
    #[inline(never)]
    fn attribute(&mut self, value: Option<AttrValue>) {
        if let Some(place) = self.now.values.get_mut(self.now.decided) {
            *place = value.map(AttributeOrProperty::Attribute);
        }
        self.now.decided += 1;
        self.now.skip();
        self.filled();
    }
}

impl Level {
    /// Passes over attributes that are fixed.
    fn skip(&mut self) {
        while matches!(self.values.get(self.decided), Some(Some(_))) {
            self.decided += 1;
        }
    }

    fn done(mut self) -> VNode {
        let children = match (&self.kind, self.nodes.len()) {
            (Kind::Group | Kind::Element(_), 0) => VNode::default(),
            (Kind::Group | Kind::Element(_), 1) => self.nodes.pop().unwrap_or_default(),
            _ => VList::with_children(self.nodes, None).into(),
        };
        let Kind::Element(mut tag) = self.kind else { return children };
        tag.set_attributes(Attributes::Dynamic { keys: self.keys, values: self.values.into_boxed_slice() });
        if let Some(place) = tag.children_mut() {
            *place = children;
        }
        tag.into()
    }
}

/// A class, and those of others that hold.
#[must_use]
pub fn classes(first: &str, others: &[Option<&str>]) -> String {
    let mut all = first.to_owned();
    for other in others.iter().flatten() {
        all.push(' ');
        all.push_str(other);
    }
    all
}

/// What can be the value of an attribute.
pub trait Value {
    /// Writes it to the next attribute that is computed.
    fn put(self, pen: &mut Pen);
}

/// What can stand in an element.
pub trait Child {
    /// Writes it into what is open.
    fn put(self, pen: &mut Pen);
}

macro_rules! kinds {
    ($($kind:ty: $value:ident => $as_value:expr;)*) => {$(
        impl Value for $kind {
            #[inline(never)]
            fn put(self, pen: &mut Pen) {
                let $value = self;
                let value: Option<AttrValue> = $as_value;
                pen.attribute(value);
            }
        }
    )*};
}

kinds! {
    &str: words => Some(AttrValue::from(words.to_owned()));
    &String: words => Some(AttrValue::from(words.clone()));
    String: words => Some(words.into());
    AttrValue: words => Some(words);
    &AttrValue: words => Some(words.clone());
    Option<&'static str>: words => words.map(AttrValue::Static);
    Option<&String>: words => words.cloned().map(AttrValue::from);
    Option<String>: words => words.map(AttrValue::from);
    u8: number => Some(number.to_string().into());
    u32: number => Some(number.to_string().into());
    usize: number => Some(number.to_string().into());
}

/// An attribute that is there or not; one of ARIA's is there, and says which.
impl Value for bool {
    #[inline(never)]
    fn put(self, pen: &mut Pen) {
        let name = pen.now.keys.get(pen.now.decided).copied().unwrap_or_default();
        let said =
            if name.starts_with("aria-") { Some(if self { "true" } else { "false" }) } else { self.then_some(name) };
        pen.attribute(said.map(AttrValue::Static));
    }
}

impl Child for VNode {
    fn put(self, pen: &mut Pen) {
        pen.node(self);
    }
}

impl Child for &str {
    #[inline(never)]
    fn put(self, pen: &mut Pen) {
        pen.words(AttrValue::from(self.to_owned()));
    }
}

impl Child for String {
    #[inline(never)]
    fn put(self, pen: &mut Pen) {
        pen.words(self.into());
    }
}

impl Child for &String {
    #[inline(never)]
    fn put(self, pen: &mut Pen) {
        pen.words(self.clone().into());
    }
}

impl Child for u32 {
    #[inline(never)]
    fn put(self, pen: &mut Pen) {
        pen.words(self.to_string().into());
    }
}

/// Nothing keeps the place of what may stand there.
impl<T: Child> Child for Option<T> {
    fn put(self, pen: &mut Pen) {
        match self {
            Some(child) => child.put(pen),
            None => pen.node(VNode::default()),
        }
    }
}
