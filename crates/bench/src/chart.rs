//! Draws how figures grow, as an SVG that stands alone: four small charts, both axes by powers of ten, for light and
//! dark pages.

use std::fmt::Write as _;

use serde_json::Value;

/// One figure: what it is called, where it stands in a point, what it is divided by, and its limit where it has one.
struct Figure {
    title: &'static str,
    path: &'static str,
    divisor: f64,
    limit: Option<f64>,
}

const FIGURES: [Figure; 4] = [
    Figure {
        title: "First question, three words: kB fetched, head included",
        path: "/engine/asked/three words of a headline/first_bytes/mean",
        divisor: 1e3,
        limit: Some(350.0),
    },
    Figure {
        title: "Input to hits in the page, three words: ms, p95",
        path: "/page/warm/again/three words of a headline/ms/p95",
        divisor: 1.0,
        limit: Some(25.0),
    },
    Figure {
        title: "Memory of the page after 20 questions: MB",
        path: "/page/warm/memory/bytes",
        divisor: 1e6,
        limit: Some(250.0),
    },
    Figure { title: "Building the site, press included: s", path: "/built/seconds", divisor: 1.0, limit: None },
];

const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 260.0;
/// Room around the lines: left, top, right, bottom.
const ROOM: (f64, f64, f64, f64) = (54.0, 42.0, 70.0, 36.0);

/// How far the first and the last point stand from the edges, so that their figures are clear of the axis.
const INSET: f64 = 22.0;

const STYLE: &str = "text { font: 13px system-ui, sans-serif; fill: #1f2328 } .title { font-weight: 600 } \
    .note { fill: #59636e } .grid { stroke: #d1d9e0; stroke-width: 1 } .line { fill: none; stroke: #0a58ca; stroke-width: 2 } \
    .dot { fill: #0a58ca } .limit { stroke: #b35900; stroke-width: 1.5; stroke-dasharray: 5 4 } .limit-text { fill: #8a4400 } \
    @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .note { fill: #9198a1 } .grid { stroke: #3d444d } \
    .line { stroke: #6ea8fe } .dot { fill: #6ea8fe } .limit { stroke: #f0a45d } .limit-text { fill: #f0a45d } }";

/// Draws measured points, each with `articles` and its figures.
pub(crate) fn draw(points: &[Value]) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"t\">\n<title \
         id=\"t\">Four figures over archives of growing size</title>\n<style>{STYLE}</style>\n",
        WIDTH * 2.0,
        HEIGHT * 2.0
    );
    for (nth, figure) in FIGURES.iter().enumerate() {
        let (column, row) = ((nth % 2) as f64, (nth / 2) as f64);
        let _ = writeln!(svg, "<g transform=\"translate({} {})\">", column * WIDTH, row * HEIGHT);
        panel(&mut svg, figure, points);
        svg.push_str("</g>\n");
    }
    svg + "</svg>\n"
}

fn panel(svg: &mut String, figure: &Figure, points: &[Value]) {
    let read = |point: &Value| {
        let value = point.pointer(figure.path)?.as_f64()? / figure.divisor;
        Some((point["articles"].as_f64()?, value)).filter(|(_, value)| *value > 0.0)
    };
    let values: Vec<(f64, f64)> = points.iter().filter_map(read).collect();
    let _ = writeln!(svg, "<text class=\"title\" x=\"8\" y=\"22\">{}</text>", figure.title);
    if values.is_empty() {
        return;
    }
    let across = decades(values.iter().map(|(count, _)| *count));
    let up = decades(values.iter().map(|(_, value)| *value).chain(figure.limit));
    let (left, top, right, bottom) = ROOM;
    let x = |count: f64| {
        left + INSET + (count.log10() - across.0) / (across.1 - across.0) * (WIDTH - left - right - 2.0 * INSET)
    };
    let y = |value: f64| HEIGHT - bottom - (value.log10() - up.0) / (up.1 - up.0) * (HEIGHT - top - bottom);
    for power in up.0 as i32..=up.1 as i32 {
        let (value, at) = (10_f64.powi(power), y(10_f64.powi(power)));
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{left}\" x2=\"{}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/><text class=\"note\" x=\"{}\" \
             y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            WIDTH - right,
            left - 8.0,
            at + 4.0,
            told(value)
        );
    }
    if let Some(limit) = figure.limit {
        let at = y(limit);
        let _ = writeln!(
            svg,
            "<line class=\"limit\" x1=\"{left}\" x2=\"{}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/><text class=\"limit-text\" \
             x=\"{}\" y=\"{:.1}\">limit {}</text>",
            WIDTH - right,
            WIDTH - right + 6.0,
            at + 4.0,
            told(limit)
        );
    }
    let line: Vec<String> = values.iter().map(|(count, value)| format!("{:.1},{:.1}", x(*count), y(*value))).collect();
    let _ = writeln!(svg, "<polyline class=\"line\" points=\"{}\"/>", line.join(" "));
    for (count, value) in &values {
        let (x, y) = (x(*count), y(*value));
        let _ = writeln!(
            svg,
            "<circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/><text x=\"{x:.1}\" y=\"{:.1}\" \
             text-anchor=\"middle\">{}</text><text class=\"note\" x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            y - 10.0,
            told(*value),
            HEIGHT - 12.0,
            thousands(*count)
        );
    }
}

/// The powers of ten around values: at least one apart.
fn decades(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = values.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
    let (low, high) = (low.log10().floor(), high.log10().ceil());
    (low, high.max(low + 1.0))
}

/// A number as short as it can be read.
fn told(value: f64) -> String {
    if value >= 10.0 { thousands(value.round()) } else { format!("{}", (value * 10.0).round() / 10.0) }
}

fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap_or_default()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn draws_each_point_with_its_figure() {
        let points = [
            json!({"articles": 1000, "built": {"seconds": 2.0}}),
            json!({"articles": 10000, "built": {"seconds": 25.0}}),
        ];
        let svg = draw(&points);
        assert_eq!(svg.matches("<circle").count(), 2);
        assert!(svg.contains(">10,000<") && svg.contains(">25<"));
    }
}
