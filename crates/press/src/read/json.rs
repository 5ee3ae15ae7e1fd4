//! JSON and JSON Lines.

use serde_json::{Map, Value};

use super::fields::{Taken, shorten};
use super::given::{self, Given};
use super::{Fields, LARGEST, Source};
use crate::many;
use crate::problem::{Problem, ProblemKind};

/// One article a line; empty lines are stepped over.
pub(crate) fn read_lines(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Source> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    let read = many::map(lines, |(index, line): (usize, &str)| {
        let (mut sources, mut problems) = (Vec::new(), Vec::new());
        let line_number = Some(index + 1);
        match serde_json::from_str(line) {
            Ok(value) => take(file, line_number, value, &mut sources, &mut problems),
            Err(error) => {
                let kind = ProblemKind::BadJson { cause: error.to_string() };
                problems.push(Problem { file: file.to_string(), line: line_number, kind });
            }
        }
        (sources, problems)
    });
    let mut sources = Vec::with_capacity(read.len());
    for (own, found) in read {
        sources.extend(own);
        problems.extend(found);
    }
    sources
}

/// One article, or a list of them.
pub(crate) fn read_value(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Source> {
    let mut sources = Vec::new();
    match serde_json::from_str(text) {
        Ok(Value::Array(values)) => {
            for value in values {
                take(file, None, value, &mut sources, problems);
            }
        }
        Ok(value) => take(file, None, value, &mut sources, problems),
        Err(error) => {
            let kind = ProblemKind::BadJson { cause: error.to_string() };
            problems.push(Problem { file: file.to_string(), line: Some(error.line()), kind });
        }
    }
    sources
}

fn take(file: &str, line: Option<usize>, value: Value, sources: &mut Vec<Source>, problems: &mut Vec<Problem>) {
    let mut report = |kind| problems.push(Problem { file: file.to_string(), line, kind });
    let Value::Object(object) = value else { return report(ProblemKind::NoArticle) };
    let mut fields = Fields::default();
    let mut text = None;
    for (key, value) in &object {
        if key == given::KEY {
            match Given::read(value) {
                Ok(given) => fields.cleaned = Some(Box::new(given)),
                Err(cause) => return report(ProblemKind::BadJson { cause: format!("{key}: {cause}") }),
            }
            continue;
        }
        match fields.set(key, &scalar(value)) {
            Taken::Text => text = value.as_str().map(str::to_string),
            Taken::Problem(ProblemKind::UnknownKey { .. }) if is_metadata(&object, key) => {}
            Taken::Problem(kind) => report(kind),
            Taken::Field => {}
        }
    }
    match text {
        None => report(ProblemKind::NoArticle),
        Some(text) if text.len() > LARGEST => {
            report(ProblemKind::TooLarge { size: text.len(), limit: LARGEST });
        }
        Some(text) if fields.cleaned.as_ref().is_some_and(|given| !given.fits(&text)) => {
            report(ProblemKind::BadJson { cause: format!("{}: is not of this text", given::KEY) });
        }
        Some(text) => sources.push(Source { file: file.to_string(), line, fields, text, body: 0, marked: Vec::new() }),
    }
}

/// Exports carry dozens of fields of their own; naming each for each line would bury what matters.
fn is_metadata(object: &Map<String, Value>, key: &str) -> bool {
    object.contains_key(key) && shorten(key).len() == key.len()
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
