//! A row of links of which one is where one is.

use yew::Html;

use crate::markup::html;

/// One link of a row.
pub struct Choice {
    /// What it is called.
    pub name: String,
    /// How many it shows, as the reader's language writes it, where that is said.
    pub count: Option<String>,
    /// Whether it is where one is.
    pub here: bool,
    /// Where it leads.
    pub href: String,
}

/// The row; nothing where there is nothing to choose.
pub fn choices(name: &'static str, all: Vec<Choice>) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <div class="choices" role="group" aria-label={name}>
            <span class="choices-name" aria-hidden="true">{ name }</span>
            <ul>
                { for all.into_iter().map(|choice| html! {
                    <li>
                        <a class="choice" href={choice.href} aria-current={choice.here.then_some("true")}>
                            { choice.name }
                            if let Some(count) = choice.count {
                                { " " }<span class="choice-count">{ count }</span>
                            }
                        </a>
                    </li>
                }) }
            </ul>
        </div>
    }
}
