//! The style sheets hold nothing that browsers drop.
//!
//! A browser says nothing of a rule that it cannot read: it goes on behind it, and what stood there is lost. Once a rule for
//! narrow pages stood inside a list of selectors, both were lost, and every test passed. So a parser of the same grammar
//! reads each sheet here and whatever it would drop, or does not know, is named. Nesting is not used in these sheets:
//! where a rule lies in another one, a brace is missing.

use std::fs;
use std::path::Path;
use std::sync::{Arc, RwLock};

use lightningcss::declaration::DeclarationBlock;
use lightningcss::media_query::{MediaCondition, MediaFeatureName, MediaList, QueryFeature};
use lightningcss::printer::PrinterOptions;
use lightningcss::properties::Property;
use lightningcss::properties::custom::{CustomPropertyName, Token, TokenList, TokenOrValue};
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{ParserOptions, StyleSheet};

/// Properties that browsers know and the parser does not.
const UNREAD: [&str; 17] = [
    "-webkit-text-fill-color",
    "border-collapse",
    "break-inside",
    "contain-intrinsic-size",
    "content",
    "content-visibility",
    "font-variant-numeric",
    "object-fit",
    "object-position",
    "outline-offset",
    "overflow-clip-margin",
    "pointer-events",
    "quotes",
    "scrollbar-gutter",
    "text-underline-offset",
    "text-wrap",
    "touch-action",
];
/// The rule of a next sheet.
const NEXT: &str = ".next";
/// Values of any property.
const ANYWHERE: [&str; 5] = ["inherit", "initial", "unset", "revert", "revert-layer"];

/// What browsers would drop of a sheet, in words.
fn dropped(text: &str) -> Vec<String> {
    // The sheets become one: what is left open at the end of one swallows the beginning of the next.
    let followed = format!("{text}\n{NEXT} {{ color: red }}");
    let warnings = Arc::new(RwLock::new(Vec::new()));
    let options = ParserOptions { error_recovery: true, warnings: Some(warnings.clone()), ..ParserOptions::default() };
    let mut found = Vec::new();
    match StyleSheet::parse(&followed, options) {
        Ok(sheet) => {
            rules(&sheet.rules, &mut found);
            let last = sheet.rules.0.last();
            if !matches!(last, Some(CssRule::Style(rule)) if printed(&rule.selectors) == NEXT) {
                found.push("something is left open at the end".to_owned());
            }
        }
        Err(error) => found.push(error.to_string()),
    }
    if let Ok(warnings) = warnings.read() {
        found.extend(warnings.iter().map(ToString::to_string));
    }
    found
}

fn rules(list: &CssRuleList<'_>, found: &mut Vec<String>) {
    for rule in &list.0 {
        match rule {
            CssRule::Style(rule) => {
                let name = printed(&rule.selectors);
                declarations(&name, &rule.declarations, found);
                if !rule.rules.0.is_empty() {
                    found.push(format!("{name}: a rule lies in it"));
                }
            }
            CssRule::Media(rule) => {
                media(&rule.query, found);
                rules(&rule.rules, found);
            }
            CssRule::Supports(rule) => rules(&rule.rules, found),
            CssRule::Page(rule) => declarations("@page", &rule.declarations, found),
            CssRule::Keyframes(rule) => {
                rule.keyframes.iter().for_each(|frame| declarations("@keyframes", &frame.declarations, found));
            }
            other => found.push(format!("a rule of a kind that no sheet uses: {other:?}")),
        }
    }
}

fn declarations(name: &str, block: &DeclarationBlock<'_>, found: &mut Vec<String>) {
    for property in block.declarations.iter().chain(&block.important_declarations) {
        let said = property.to_css_string(false, PrinterOptions::default()).unwrap_or_default();
        match property {
            Property::Unparsed(value) if !is_open(&value.value) => {
                found.push(format!("{name}: no value of this property: {said}"));
            }
            Property::Custom(custom) => match &custom.name {
                CustomPropertyName::Unknown(property) if !UNREAD.contains(&property.0.as_ref()) => {
                    found.push(format!("{name}: an unknown property: {said}"));
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// Whether a value holds a variable, so that nobody knows it before it is used, or stands for one of elsewhere.
fn is_open(value: &TokenList<'_>) -> bool {
    value.0.iter().any(|token| match token {
        TokenOrValue::Var(_) | TokenOrValue::Env(_) => true,
        TokenOrValue::Function(function) => is_open(&function.arguments),
        TokenOrValue::Token(Token::Ident(word)) => value.0.len() == 1 && ANYWHERE.contains(&word.as_ref()),
        _ => false,
    })
}

fn media(list: &MediaList<'_>, found: &mut Vec<String>) {
    let conditions = list.media_queries.iter().filter_map(|query| query.condition.as_ref());
    if conditions.into_iter().any(|condition| !is_known(condition)) {
        found.push(format!("@media {}: an unknown feature", printed(list)));
    }
}

fn is_known(condition: &MediaCondition<'_>) -> bool {
    match condition {
        MediaCondition::Feature(
            QueryFeature::Plain { name, .. }
            | QueryFeature::Boolean { name }
            | QueryFeature::Range { name, .. }
            | QueryFeature::Interval { name, .. },
        ) => matches!(name, MediaFeatureName::Standard(_)),
        MediaCondition::Not(condition) => is_known(condition),
        MediaCondition::Operation { conditions, .. } => conditions.iter().all(is_known),
        MediaCondition::Unknown(_) => false,
    }
}

fn printed(what: &impl lightningcss::traits::ToCss) -> String {
    what.to_css_string(PrinterOptions::default()).unwrap_or_default()
}

#[test]
fn no_sheet_holds_what_browsers_drop() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/style");
    let mut sheets: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    sheets.sort();
    assert!(sheets.len() > 5, "the sheets lie elsewhere");
    let mut all = Vec::new();
    for sheet in sheets {
        let text = fs::read_to_string(&sheet).unwrap();
        let name = sheet.file_name().unwrap_or_default().to_string_lossy().into_owned();
        all.extend(dropped(&text).into_iter().map(|what| format!("{name}: {what}")));
    }
    assert_eq!(all, Vec::<String>::new());
}

/// A browser that does not know `light-dark` takes a name that is given by it for no colour at all, so each has its light
/// one once more.
#[test]
fn older_browsers_have_the_light_colours() {
    let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/style/tokens.css");
    let text = fs::read_to_string(sheet).unwrap();
    let (all, older) = text.split_once("@supports not (color: light-dark(").unwrap();
    let named = |sheet: &str, cut: fn(&str) -> Option<&str>| -> Vec<String> {
        let lines = sheet.lines().filter_map(|line| line.trim().split_once(": "));
        lines.filter_map(|(name, value)| Some(format!("{name}: {}", cut(value.trim_end_matches(';'))?))).collect()
    };
    let light = named(all, |value| Some(value.strip_prefix("light-dark(")?.split_once(',')?.0));
    assert!(light.len() > 15, "{light:?}");
    assert_eq!(named(older, |value| value.starts_with('#').then_some(value)), light);
}

#[test]
fn what_browsers_drop_is_noticed() {
    for sound in [
        ".a { color: red; inset-inline: var(--gap) }",
        "@media (width < 40rem) and (prefers-reduced-motion: reduce) { .a::before { content: \"+\" / \"\" } }",
        ":root { --gap: 1rem } .a:has(> .b, :focus-visible) { color: color-mix(in srgb, var(--x) 9%, transparent) }",
    ] {
        assert_eq!(dropped(sound), Vec::<String>::new(), "{sound}");
    }
    for broken in [
        // The list of selectors that a rule for narrow pages came into.
        ".a,\n.b,\n@media (width < 40rem) { .c { color: red } }\n.d { color: red }",
        ".a { colour: red }",
        ".a { display: flx }",
        ".a { inline-size: 3px 4px }",
        ".a { color: red; .b { color: red } }",
        ".a { color: red",
        ".a { color red; display: grid }",
        ".a:hovered { color: red }",
        ".a > > .b { color: red }",
        "@media (widht < 40rem) { .a { color: red } }",
        "@medai print { .a { color: red } }",
        ".a { color: red }}\n.b { color: red }",
    ] {
        assert_ne!(dropped(broken), Vec::<String>::new(), "{broken}");
    }
}
