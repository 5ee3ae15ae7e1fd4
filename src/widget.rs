//! Parts of the page that keep something from one drawing to the next, all of them held by one component.
//!
//! Yew compiles each component's life anew, with its hooks some four kilobytes a type. A [`Widget`] is no component: it
//! says what it keeps and how it is drawn, and [`widget`] puts it into the one component that holds whichever it is.

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use yew::html::Scope;
use yew::virtual_dom::{Key, VComp};
use yew::{Callback, Component, Context, Html, Properties};

/// Something on the page that keeps something. Two are equal when they look the same with the same things kept.
pub trait Widget: PartialEq + 'static {
    /// What it keeps.
    type Kept: Default + 'static;

    /// What tells it from others in its place: where it is another one, what was kept is forgotten.
    fn key(&self) -> Key;

    /// Called once, before it is first drawn.
    fn begin(&self, _: &Hand<Self::Kept>) {}

    /// Whether it is drawn at once where it differs from the one before.
    fn changed(&self, _before: &Self, _: &Hand<Self::Kept>) -> bool {
        true
    }

    /// What it looks like.
    fn draw(&self, hand: &Hand<Self::Kept>) -> Html;
}

/// What a widget keeps, for those who listen to events; a clone is two counts.
pub struct Hand<K> {
    kept: Rc<RefCell<K>>,
    holder: Scope<Holder>,
}

impl<K: 'static> Hand<K> {
    /// Looks at what is kept. The look must not lead to another one.
    pub fn look<T>(&self, look: impl FnOnce(&mut K) -> T) -> T {
        look(&mut self.kept.borrow_mut())
    }

    /// Changes what is kept, and draws the widget again.
    pub fn set(&self, change: impl FnOnce(&mut K)) {
        self.look(change);
        self.holder.send_message(());
    }

    /// A callback that changes what is kept.
    pub fn on<E: 'static>(&self, change: impl Fn(&mut K, E) + 'static) -> Callback<E> {
        let hand = self.clone();
        Callback::from(move |event| hand.set(|kept| change(kept, event)))
    }
}

impl<K> Clone for Hand<K> {
    fn clone(&self) -> Self {
        Self { kept: self.kept.clone(), holder: self.holder.clone() }
    }
}

impl<K> fmt::Debug for Hand<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hand")
    }
}

/// A widget as part of the page.
pub fn widget<W: Widget>(widget: W) -> Html {
    placed(widget.key(), Rc::new(widget))
}

#[inline(never)]
fn placed(key: Key, one: Rc<dyn Held>) -> Html {
    VComp::new::<Holder>(Rc::new(HolderProps { one }), Some(key)).into()
}

/// A widget whose type is forgotten.
trait Held: Any {
    /// What it keeps, before anything happened.
    fn empty(&self) -> Rc<dyn Any>;
    fn begin(&self, kept: &Rc<dyn Any>, holder: &Scope<Holder>);
    /// Whether the other one is of its type, and equal.
    fn same(&self, other: &dyn Held) -> Option<bool>;
    fn changed(&self, before: &dyn Held, kept: &Rc<dyn Any>, holder: &Scope<Holder>) -> bool;
    fn draw(&self, kept: &Rc<dyn Any>, holder: &Scope<Holder>) -> Html;
}

impl<W: Widget> Held for W {
    fn empty(&self) -> Rc<dyn Any> {
        Rc::new(RefCell::new(W::Kept::default()))
    }

    fn begin(&self, kept: &Rc<dyn Any>, holder: &Scope<Holder>) {
        if let Some(hand) = hand(kept, holder) {
            Widget::begin(self, &hand);
        }
    }

    fn same(&self, other: &dyn Held) -> Option<bool> {
        (other as &dyn Any).downcast_ref::<W>().map(|other| self == other)
    }

    fn changed(&self, before: &dyn Held, kept: &Rc<dyn Any>, holder: &Scope<Holder>) -> bool {
        let before = (before as &dyn Any).downcast_ref::<W>();
        before.zip(hand(kept, holder)).is_none_or(|(before, hand)| Widget::changed(self, before, &hand))
    }

    fn draw(&self, kept: &Rc<dyn Any>, holder: &Scope<Holder>) -> Html {
        hand(kept, holder).map_or_else(Html::default, |hand| Widget::draw(self, &hand))
    }
}

/// What is kept, by its type. The holder makes it anew with each type, so it is always that one.
fn hand<K: 'static>(kept: &Rc<dyn Any>, holder: &Scope<Holder>) -> Option<Hand<K>> {
    let kept = kept.clone().downcast::<RefCell<K>>().ok()?;
    Some(Hand { kept, holder: holder.clone() })
}

/// The component that holds a widget.
struct Holder {
    kept: Rc<dyn Any>,
}

#[derive(Properties)]
struct HolderProps {
    one: Rc<dyn Held>,
}

impl PartialEq for HolderProps {
    fn eq(&self, other: &Self) -> bool {
        self.one.same(&*other.one) == Some(true)
    }
}

impl Holder {
    fn holding(ctx: &Context<Self>) -> Self {
        let one = &ctx.props().one;
        let this = Self { kept: one.empty() };
        one.begin(&this.kept, ctx.link());
        this
    }
}

impl Component for Holder {
    type Message = ();
    type Properties = HolderProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self::holding(ctx)
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &HolderProps) -> bool {
        let one = &ctx.props().one;
        if one.same(&*before.one).is_none() {
            *self = Self::holding(ctx);
            return true;
        }
        one.changed(&*before.one, &self.kept, ctx.link())
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().one.draw(&self.kept, ctx.link())
    }
}
