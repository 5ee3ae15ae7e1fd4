"""Checks the data that sites and lists hand out, each by a program of its own field.

Called with the bill of materials of a release, if there is one, and with folders, each of which holds what was exported of one site (`package`, a link to the site, and the lists of articles
and of statements). frictionless validates the Data Package; DuckDB reads Parquet, which has to be the CSV row by row; the
documents for Quickwit go into Tantivy, the library that it is made of, by the fields that the configuration names; bulk lines
for OpenSearch are held against the mapping that is exported with them; the bill of materials is held against the schema of
CycloneDX 1.5, in which nothing may stand that it does not name, and its references against its components. Prints what was looked at; what is wrong is one line
each, and the exit code is 1.
"""

import csv
import datetime
import json
import sys
from pathlib import Path

import duckdb
import tantivy
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from frictionless import Package

wrong: list[str] = []
csv.field_size_limit(1 << 28)


def said(condition: bool, what: str) -> None:
    if not condition:
        wrong.append(what)


def unguarded(text: str) -> str:
    """A text of a table without the mark that keeps spreadsheets from reading it as a formula."""
    bare = text.lstrip("'")
    return text[1:] if text.startswith("'") and bare[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") and bare else text


def table(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    return names, [[unguarded(cell) for cell in row] for row in rows]


def printed(value: object) -> str:
    """A value as a table has it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return unguarded("; ".join(value))
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def check_package(site: Path) -> int:
    package = Package(str(site / "datapackage.json"))
    report = package.validate()
    for error in report.errors:
        wrong.append(f"{site}: {error.message}")
    for task in report.tasks:
        for error in task.errors[:3]:
            wrong.append(f"{site}: {task.name}: {error.message}")
    rows = 0
    for resource in package.resources:
        if resource.format != "csv":
            continue
        names, cells = table(site / resource.path)
        same = json.loads((site / resource.path).with_suffix(".json").read_text(encoding="utf-8"))
        as_printed = [[printed(row[name]) for name in names] for row in same]
        said(cells == as_printed, f"{site}: {resource.path} is not the same as JSON")
        said(len(cells) > 0, f"{site}: {resource.path} is empty")
        rows += len(cells)
    return rows


def check_parquet(folder: Path) -> int:
    names, rows = table(folder / "list.csv")
    read = duckdb.sql(f"select * from read_parquet('{folder / 'list.parquet'}')")
    said(read.columns == names, f"{folder}: columns of Parquet are {read.columns}")
    kinds = dict(zip(read.columns, map(str, read.types)))
    said(kinds["date"] == "DATE" and kinds["answers"] == "BIGINT", f"{folder}: types of Parquet are {kinds}")
    as_printed = [[printed(value) for value in row] for row in read.fetchall()]
    said(len(as_printed) == len(rows), f"{folder}: Parquet has {len(as_printed)} rows, CSV {len(rows)}")
    for number, (one, other) in enumerate(zip(as_printed, rows), 1):
        said(one == other, f"{folder}: row {number} of Parquet is {one}, of CSV {other}")
    return len(rows)


def documents(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def check_bulk(folder: Path) -> int:
    fields = json.loads((folder / "opensearch-index.json").read_text(encoding="utf-8"))["mappings"]["properties"]
    is_of = {
        "text": lambda value: isinstance(value, str),
        "keyword": lambda value: isinstance(value, str),
        "integer": lambda value: isinstance(value, int),
        "date": lambda value: datetime.date.fromisoformat(value) is not None,
    }
    lines = documents(folder / "opensearch.ndjson")
    actions, bodies = lines[::2], lines[1::2]
    said(len(actions) == len(bodies) > 0, f"{folder}: bulk lines do not come in pairs")
    ids = [action["index"]["_id"] for action in actions]
    said(len(set(ids)) == len(ids), f"{folder}: an id stands twice among the bulk lines")
    said(all(len(one.encode()) <= 512 for one in ids), f"{folder}: an id has more than 512 bytes")
    said(len({action["index"]["_index"] for action in actions}) == 1, f"{folder}: several indices")
    for body in bodies:
        for name, value in body.items():
            for one in value if isinstance(value, list) else [value]:
                fits = name in fields and is_of[fields[name]["type"]](one)
                said(fits, f"{folder}: {name} is {one!r} in a document, and {fields.get(name)} in the mapping")
    return len(bodies)


def check_quickwit(folder: Path) -> int:
    config = json.loads((folder / "quickwit-index.json").read_text(encoding="utf-8"))
    builder = tantivy.SchemaBuilder()
    mappings = {field["name"]: field for field in config["doc_mapping"]["field_mappings"]}
    for name, field in mappings.items():
        match field["type"].removeprefix("array<").removesuffix(">"):
            case "text":
                builder.add_text_field(name, stored=True, tokenizer_name=field.get("tokenizer", "raw"))
            case "datetime":
                builder.add_date_field(name, stored=True, indexed=True, fast=field["fast"])
            case "u64":
                builder.add_unsigned_field(name, stored=True, indexed=True, fast=field["fast"])
            case other:
                wrong.append(f"{folder}: {name} is of the type {other}")
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer()
    bodies = documents(folder / "quickwit.ndjson")
    for body in bodies:
        unknown = body.keys() - mappings.keys()
        said(not unknown, f"{folder}: a document has {unknown}, which the configuration does not name")
        many = [name for name, value in body.items() if isinstance(value, list)]
        said(all(mappings[name]["type"].startswith("array<") for name in many), f"{folder}: a list in {many}")
        if "date" in body:
            body["date"] = datetime.datetime.fromisoformat(body["date"]).replace(tzinfo=datetime.timezone.utc)
        writer.add_document(tantivy.Document.from_dict(body, schema))
    writer.commit()
    index.reload()
    found = index.searcher().num_docs
    said(found == len(bodies), f"{folder}: the engine holds {found} of {len(bodies)} documents")
    first = config["search_settings"]["default_search_fields"]
    words = bodies[0][first[-1] if first[-1] in bodies[0] else first[0]].split()[:1]
    hits = index.searcher().search(index.parse_query(words[0].strip("“”\"'.,"), first), 10)
    said(hits.count > 0, f"{folder}: {words} finds nothing in the engine")
    return len(bodies)


def check_bill(file: Path) -> int:
    text = file.read_text(encoding="utf-8")
    for error in JsonStrictValidator(SchemaVersion.V1_5).validate_str(text, all_errors=True) or ():
        wrong.append(f"{file}: {error.data.json_path}: {error.data.message}")
    bill = json.loads(text)
    names = [one["bom-ref"] for one in [bill["metadata"]["component"], *bill["components"]]]
    said(len(names) == len(set(names)) > 1, f"{file}: a name stands twice, or there is none")
    for row in bill["dependencies"]:
        unknown = {row["ref"], *row["dependsOn"]}.difference(names)
        said(not unknown, f"{file}: {row['ref']} depends on {unknown}, which is no component")
    return len(bill["components"])


rows = listed = bulk = engine = parts = 0
for folder in map(Path, sys.argv[1:]):
    if folder.is_file():
        parts += check_bill(folder)
        continue
    rows += check_package(folder / "package")
    for kind in ("articles", "statements"):
        listed += check_parquet(folder / kind)
        bulk += check_bulk(folder / kind)
        engine += check_quickwit(folder / kind)
for line in wrong[:40]:
    print(line, file=sys.stderr)
print(f"data: {rows} rows of packages, {listed} rows of Parquet, {bulk} bulk lines, {engine} documents in an engine, {parts} parts of a bill; {len(wrong)} wrong")
sys.exit(bool(wrong))
