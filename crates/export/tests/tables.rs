//! Tables, read back by parsers of their formats.

#![allow(clippy::unwrap_used, reason = "a test fails by it")]

mod common;

use common::{item, plain, statement, text};
use jejak_export::Item;
use jejak_export::table::{ABOUT, Head, Kind, csv, json, ndjson};
use proptest::prelude::*;
use serde_json::Value;

fn head<'a>(query: &'a str, filters: &'a [(String, String)], licence: Option<&'a str>) -> Head<'a> {
    Head {
        archive: "Arsip Uji",
        stamp: "00ff",
        licence,
        root: "https://arsip.example/",
        list: "kutipan/?q=pasar",
        query,
        filters,
        answers: 7,
    }
}

/// The cells of a table, the first line among them.
fn read(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What a guarded cell says.
fn unguarded(cell: &str) -> &str {
    let formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n');
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(formula) => rest,
        _ => cell,
    }
}

fn texts(item: &Item) -> [String; 5] {
    let said = item.said.clone().unwrap();
    let some = |text: Option<String>| text.unwrap_or_default();
    [item.title.clone(), some(item.publisher.clone()), some(said.speaker), some(said.role), said.words]
}

proptest! {
    #[test]
    fn a_table_is_read_back_cell_by_cell(items in prop::collection::vec(item(), 0..5), query in text()) {
        let filters = [("tokoh".to_owned(), "sari-dewi".to_owned()), ("sejak".to_owned(), "2026-01-01".to_owned())];
        let rows = read(&csv(&head(&query, &filters, None), Kind::Statements, &items));
        let columns: Vec<&str> = Kind::Statements.columns().iter().chain(&ABOUT).copied().collect();
        prop_assert_eq!(&rows[0], &columns);
        prop_assert_eq!(rows.len(), items.len() + 1);
        let at = |name: &str| columns.iter().position(|column| *column == name).unwrap();
        for (row, item) in rows[1..].iter().zip(&items) {
            let cells = ["title", "source", "speaker", "role", "words"].map(|name| unguarded(&row[at(name)]).to_owned());
            prop_assert_eq!(cells, texts(item));
            prop_assert_eq!(&row[at("link")], "https://arsip.example/artikel/pasar/#k-0a1b2c3d");
            prop_assert_eq!(&row[at("confidence")], "97");
            prop_assert_eq!(unguarded(&row[at("how")]), "-nya");
            prop_assert_eq!(unguarded(&row[at("query")]), &query);
            prop_assert_eq!(&row[at("filters")], "tokoh=sari-dewi; sejak=2026-01-01");
            prop_assert_eq!((&*row[at("answers")], &*row[at("rows")]), ("7", &*items.len().to_string()));
            for cell in row {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?} is a formula", cell);
            }
        }
    }

    #[test]
    fn json_and_lines_of_it_say_the_same(items in prop::collection::vec(item(), 0..5), query in text()) {
        let filters = [("tokoh".to_owned(), query.clone())];
        let head = head(&query, &filters, Some("CC BY 4.0"));
        let whole: Value = serde_json::from_str(&json(&head, Kind::Statements, &items)).unwrap();
        let lines = ndjson(&head, Kind::Statements, &items);
        let mut lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        prop_assert_eq!(&lines.next().unwrap()["head"], &whole["head"]);
        let rows: Vec<Value> = lines.collect();
        prop_assert_eq!(&Value::from(rows.clone()), &whole["rows"]);
        prop_assert_eq!(&whole["head"]["query"], &Value::from(query.clone()));
        prop_assert_eq!(&whole["head"]["filters"][0]["value"], &Value::from(query));
        prop_assert_eq!(&whole["head"]["rows"], &Value::from(items.len()));
        for (row, item) in rows.iter().zip(&items) {
            let [title, _, _, _, words] = texts(item);
            prop_assert_eq!(&row["title"], &Value::from(title));
            prop_assert_eq!(&row["words"], &Value::from(words));
            let said = item.said.as_ref().unwrap();
            prop_assert_eq!(&row["speaker"], &Value::from(said.speaker.clone()));
            prop_assert_eq!(row["date"].as_str(), item.date.map(|_| "2026-01-19"));
        }
    }
}

#[test]
fn a_table_is_written_as_the_standard_has_it() {
    let table = csv(&head("a, \"b\"", &[], None), Kind::Articles, &[plain()]);
    assert_eq!(
        table,
        "article_id,title,date,source,url,link,authors,event,statements,archive,stamp,licence,list,query,filters,answers,rows\r\n\
         pasar,Pasar pagi dibuka,2026-01-19,Warta Uji,https://warta.example/pasar?a=1&b=2,\
         https://arsip.example/artikel/pasar/,Rina Lestari,rapat,2,Arsip Uji,00ff,,\
         https://arsip.example/kutipan/?q=pasar,\"a, \"\"b\"\"\",,7,1\r\n"
    );
}

#[test]
fn an_empty_list_still_says_what_it_is_a_list_of() {
    let whole: Value = serde_json::from_str(&json(&head("pasar", &[], Some("CC0")), Kind::Statements, &[])).unwrap();
    assert_eq!(whole["head"]["licence"], "CC0");
    assert_eq!(whole["head"]["rows"], 0);
    assert_eq!(read(&csv(&head("pasar", &[], None), Kind::Statements, &[])).len(), 1);
}

#[test]
fn an_article_among_statements_has_no_words() {
    let rows = read(&csv(&head("", &[], None), Kind::Statements, &[plain(), statement()]));
    assert_eq!(rows[1][5], "https://arsip.example/artikel/pasar/");
    assert_eq!((rows[1][10].as_str(), rows[2][10].as_str()), ("", "Pasar ini milik warga."));
}
