//! What a screen reader is told of a page, as text that one can review, and kept snapshots of it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde_json::{Value, json};

use crate::{Page, Trouble};

/// Says that kept snapshots are to be written anew instead of compared.
const RENEW: &str = "JEJAK_SNAPSHOTS";

/// Properties worth a reviewer's eye. Others follow from the role or only say where a reader is.
const TOLD: [&str; 6] = ["level", "expanded", "pressed", "checked", "valuemin", "valuemax"];

/// Roles that tell nothing of their own, and that versions of a browser name differently.
const SILENT: [&str; 8] =
    ["InlineTextBox", "none", "LabelText", "paragraph", "strong", "sectionheader", "sectionfooter", "ListMarker"];

impl Page {
    /// The accessibility tree below the first node of this role and name, one node a line.
    ///
    /// # Errors
    /// The browser refuses, or there is no such node.
    pub async fn tree(&self, role: &str, name: Option<&str>) -> Result<String, Trouble> {
        let chromium = self.beyond().chromium()?;
        chromium.developer("Accessibility.enable", json!({})).await?;
        let all = chromium.developer("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = all["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
        let by_id: HashMap<&str, &Value> =
            nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        let is = |node: &&Value| node["role"]["value"] == role && name.is_none_or(|name| node["name"]["value"] == name);
        let root =
            nodes.iter().find(is).ok_or(Trouble::Unfit("node of that role and name in the accessibility tree"))?;
        let mut out = String::new();
        write(&by_id, root, 0, "", &mut out);
        // The browser keeps to itself what a slider says instead of its number.
        for slider in nodes.iter().filter(|node| node["role"]["value"] == "slider") {
            let node = json!({ "backendNodeId": slider["backendDOMNodeId"] });
            let told = chromium.developer("DOM.describeNode", node).await?;
            let words = told["node"]["attributes"].as_array().map(Vec::as_slice).unwrap_or_default();
            let words =
                words.chunks_exact(2).find(|pair| pair[0] == "aria-valuetext").and_then(|pair| pair[1].as_str());
            let line = format!("slider \"{}\" =", slider["name"]["value"].as_str().unwrap_or_default());
            out = out.replace(&line, &format!("{line} \"{}\"", words.unwrap_or_default()));
        }
        Ok(out)
    }
}

/// Writes a node and what is below it. Nodes that are not told hand their children up; text that only repeats the name
/// of its parent is left out.
fn write(by_id: &HashMap<&str, &Value>, node: &Value, depth: usize, above: &str, out: &mut String) {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let (role, name) = (text(&node["role"]["value"]), text(&node["name"]["value"]));
    let silent = node["ignored"] == true
        || SILENT.contains(&role.as_str())
        || (role == "generic" && name.is_empty())
        || (role == "StaticText" && (above == name || name.trim().is_empty()));
    let mut inner = depth;
    if !silent {
        let _ = write!(out, "{:indent$}{role}", "", indent = depth * 2);
        if !name.is_empty() {
            let _ = write!(out, " \"{name}\"");
        }
        if !node["value"]["value"].is_null() {
            let _ = write!(out, " = {}", text(&node["value"]["value"]));
        }
        for property in node["properties"].as_array().into_iter().flatten() {
            let key = text(&property["name"]);
            let known = TOLD.contains(&key.as_str()) && (key != "level" || role == "heading");
            if known {
                let _ = write!(out, " [{key} {}]", text(&property["value"]["value"]));
            }
        }
        out.push('\n');
        inner += 1;
    }
    // How a date is typed is the browser's own matter.
    if role == "Date" {
        return;
    }
    let own = if silent { above } else { name.as_str() };
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| by_id.get(id)) {
            write(by_id, child, inner, own, out);
        }
    }
}

/// Compares with the kept snapshot of that name, or writes it anew where that is asked for.
///
/// # Errors
/// It is another one, cannot be read, or cannot be written.
pub fn expect_snapshot(name: &str, seen: &str) -> Result<(), Trouble> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(name);
    let trouble = |source| Trouble::Snapshot { file: file.clone(), why: source };
    if env::var_os(RENEW).is_some_and(|value| value == "renew") {
        return fs::write(&file, seen).map_err(|error| trouble(error.to_string()));
    }
    let kept = fs::read_to_string(&file).map_err(|error| trouble(error.to_string()))?;
    let Some((at, (kept_line, seen_line))) = lines(&kept).zip(lines(seen)).enumerate().find(|(_, (a, b))| a != b)
    else {
        return Ok(());
    };
    Err(trouble(format!(
        "line {} was\n    {}\nand is\n    {}\nIf that is meant, write it anew with `{RENEW}=renew cargo xtask test` and \
         review the difference.",
        at + 1,
        kept_line.unwrap_or("(the end)"),
        seen_line.unwrap_or("(the end)")
    )))
}

/// The lines of a text, with one end for ever behind them.
fn lines(text: &str) -> impl Iterator<Item = Option<&str>> {
    text.lines().map(Some).chain(std::iter::repeat(None)).take(100_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_are_told_by_role_name_and_value() {
        let nodes = [
            json!({"nodeId": "1", "role": {"value": "region"}, "name": {"value": "Waktu"}, "childIds": ["2", "5"]}),
            json!({"nodeId": "2", "ignored": true, "childIds": ["3"]}),
            json!({"nodeId": "3", "role": {"value": "slider"}, "name": {"value": "Awal"}, "value": {"value": 3},
                "properties": [{"name": "valuemax", "value": {"value": 9}}], "childIds": []}),
            json!({"nodeId": "5", "role": {"value": "StaticText"}, "name": {"value": "Waktu"}}),
        ];
        let by_id = nodes.iter().map(|node| (node["nodeId"].as_str().unwrap_or_default(), node)).collect();
        let mut out = String::new();
        write(&by_id, &nodes[0], 0, "", &mut out);
        assert_eq!(out, "region \"Waktu\"\n  slider \"Awal\" = 3 [valuemax 9]\n");
    }
}
