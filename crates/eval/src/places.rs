//! Labels that say where words stand in place of the words themselves: `{"name": [12, 21]}`.
//!
//! WHY: texts that one may measure on but not pass on are labelled so; ids and positions repeat nothing of them.

use serde_json::Value;

/// The fields of a label whose words may be given by place.
const FIELDS: [&str; 2] = ["people", "quotes"];

/// Puts the words of the source where a label says at which bytes they stand, first and behind the last. What is no such
/// place stays as it is, and is an error where the label is read.
pub(crate) fn fill(label: &mut Value, source: &str) {
    for field in FIELDS {
        if let Some(value) = label.get_mut(field) {
            put(value, source);
        }
    }
}

fn put(value: &mut Value, source: &str) {
    match value {
        Value::Array(items) => match place(items).and_then(|(start, end)| source.get(start..end)) {
            Some(words) => *value = Value::String(words.to_owned()),
            None => items.iter_mut().for_each(|item| put(item, source)),
        },
        Value::Object(fields) => fields.values_mut().for_each(|field| put(field, source)),
        _ => {}
    }
}

/// The two bytes of a place.
fn place(items: &[Value]) -> Option<(usize, usize)> {
    let [start, end] = items else { return None };
    let byte = |value: &Value| usize::try_from(value.as_u64()?).ok();
    Some((byte(start)?, byte(end)?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::fill;

    #[test]
    fn places_become_words_and_all_else_stays() {
        let source = "Camat Sari Dewi berkata";
        let mut label = json!({
            "id": "a", "mentions": [[6, 15, 1]], "dates": [[0, 5]],
            "people": [{"name": [6, 15], "roles": [{"office": [0, 5], "organisation": null, "standing": "definitif"}]}],
            "quotes": [{"kind": "reported", "text": [0, 99], "source_start": 0, "cue": [16, 23]}],
        });
        fill(&mut label, source);
        assert_eq!(
            label,
            json!({
                "id": "a", "mentions": [[6, 15, 1]], "dates": [[0, 5]],
                "people": [
                    {"name": "Sari Dewi", "roles": [{"office": "Camat", "organisation": null, "standing": "definitif"}]}
                ],
                "quotes": [{"kind": "reported", "text": [0, 99], "source_start": 0, "cue": "berkata"}],
            }),
            "a place beyond the text is left for the reader of the label to refuse"
        );
    }
}
