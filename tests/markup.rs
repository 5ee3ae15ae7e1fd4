//! The app's markup means what Yew's means: the same markup by both macros renders the same page.

use futures::executor::block_on;
use jejak_app::markup;
use yew::{Html, LocalServerRenderer, Properties, component};

#[derive(Properties, PartialEq)]
struct ShownProps {
    html: Html,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    props.html.clone()
}

fn rendered(html: Html) -> String {
    block_on(LocalServerRenderer::<Shown>::with_props(ShownProps { html }).hydratable(false).render())
}

/// Checks that both macros render markup the same, and that it renders to what is expected.
macro_rules! same {
    ($expected:literal, $($markup:tt)*) => {
        assert_eq!(rendered(markup::html! { $($markup)* }), $expected, "by the app's macro");
        assert_eq!(rendered(yew::html! { $($markup)* }), $expected, "by Yew's macro");
    };
}

#[test]
fn fixed_and_computed_attributes_keep_their_order() {
    let id = String::from("a");
    same!(r#"<p lang="id" id="a" title="c"></p>"#, <p lang="id" id={id.clone()} title="c"></p>);
    let id = "b";
    assert_eq!(rendered(markup::html! { <p class="a" {id} /> }), r#"<p class="a" id="b"></p>"#);
}

#[test]
fn an_attribute_without_a_value_is_left_out_and_those_behind_it_keep_theirs() {
    let (none, some) = (None::<String>, Some(String::from("x")));
    same!(r#"<a rel="next" title="x"></a>"#, <a href={none.clone()} rel="next" title={some.clone()} />);
}

#[test]
fn what_is_there_or_not_has_its_name_as_value() {
    same!(r#"<ul hidden="hidden"></ul><ul></ul>"#, <><ul hidden={true} /><ul hidden={false} /></>);
}

#[test]
fn a_state_of_aria_says_yes_or_no() {
    let html = markup::html! { <b aria-pressed={true} aria-expanded={false} /> };
    assert_eq!(rendered(html), r#"<b aria-pressed="true" aria-expanded="false"></b>"#);
}

#[test]
fn a_field_has_its_value_where_there_is_one() {
    let value = String::from("kata");
    same!(
        r#"<input value="kata" type="search" name="q">"#,
        <><input type="search" name="q" value={value.clone()} /></>
    );
}

#[test]
fn what_is_no_attribute_in_a_page_is_none_before() {
    let empty = String::new();
    let html = markup::html! { <><input type="search" value={empty} /><input type="radio" checked={true} /></> };
    assert_eq!(rendered(html), r#"<input type="search"><input type="radio">"#);
}

#[test]
fn words_are_never_markup() {
    let hostile = String::from("<b>&\"");
    same!(
        "<p title=\"&lt;b&gt;&amp;&quot;\">&lt;b&gt;&amp;\"</p>",
        <p title={hostile.clone()}>{ &hostile }</p>
    );
}

#[test]
fn lists_and_conditions_stand_where_they_are_written() {
    let (words, many) = (["satu", "dua"], 2);
    same!(
        "<ul><li>satu</li><li>dua</li><li>2</li></ul>",
        <ul>
            { for words.iter().map(|word| yew::html! { <li>{ *word }</li> }) }
            if many > 2 {
                <li>{ "banyak" }</li>
            } else if many == 2 {
                <li>{ many }</li>
            } else {
                <li />
            }
        </ul>
    );
    for found in [Some("ada"), None] {
        let expected = found.map_or(String::from("<p></p>"), |word| format!("<p><i>{word}</i></p>"));
        assert_eq!(rendered(markup::html! { <p>if let Some(word) = found { <i>{ word }</i> }</p> }), expected);
    }
}

#[test]
fn what_stands_behind_an_open_gap_is_written_once_it_is_left() {
    for (outer, inner) in [(false, false), (true, false), (true, true)] {
        let words = if outer { vec!["a", "b"] } else { Vec::new() };
        let within = if inner { "<i>x<u>2</u></i>" } else { "" };
        let around = if outer { format!("<b>0{within}<s></s></b>") } else { String::new() };
        let expected = format!("<p>{}{around}<em>c</em></p>", words.concat());
        let html = markup::html! {
            <p>
                { for words.iter().copied() }
                if outer {
                    <b>{ 0 }if inner { <i>{ "x" }<u>{ 2 }</u></i> }<s /></b>
                }
                <em>{ "c" }</em>
            </p>
        };
        assert_eq!(rendered(html), expected);
    }
}

#[test]
fn a_tag_can_be_computed() {
    let tag = "q";
    same!("<q id=\"a\">b</q>", <@{ tag } id="a">{ "b" }</@>);
}

#[test]
fn components_are_left_to_yew() {
    let html = markup::html! { <div><Shown html={markup::html! { <i>{ "a" }</i> }} />{ "b" }</div> };
    assert_eq!(rendered(html), "<div><i>a</i>b</div>");
}
