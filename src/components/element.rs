//! Elements that hold nothing but words, or have nothing but a class.
//!
//! `html!` writes the making of an element out wherever one stands, some hundred instructions each time. Most elements
//! are alike: a class and some words. Those are made here, once, which keeps the page small.

use yew::Html;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, VTag};

/// An element with a class (none where it is empty) that holds words.
pub fn plain(tag: &'static str, class: &'static str, words: impl AsRef<str>) -> Html {
    of_words(tag, class, words.as_ref())
}

#[inline(never)]
fn of_words(tag: &'static str, class: &'static str, words: &str) -> Html {
    within(tag, class, Html::from(words))
}

/// An element with a class (none where it is empty) around others.
#[inline(never)]
pub fn within(tag: &'static str, class: &'static str, children: Html) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        let values = Box::new([Some(AttributeOrProperty::Attribute(AttrValue::Static(class)))]);
        element.set_attributes(Attributes::Dynamic { keys: &["class"], values });
    }
    element.add_child(children);
    element.into()
}
