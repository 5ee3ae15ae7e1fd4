// Checks citations by a program that reads them (Citation.js): BibTeX, RIS and CSL-JSON of the same list, field by field
// against the list itself as JSON.
//
// Called with folders that hold daftar.json, daftar.bib, daftar.ris and daftar.csl.json. Prints what it compared; what is
// wrong is one line each, and the exit code is 1.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Cite, logger } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

const wrong = [];
// A command that the reader does not know is a mistake of whoever wrote it.
for (const level of ["warn", "unmapped", "error"]) logger[level] = (...said) => wrong.push(`the reader says: ${said.join(" ")}`);

const line = (text) => text.split(/[\s\p{Cc}]+/u).filter(Boolean).join(" ");
const names = (entry) => (entry.author ?? []).map((name) => name.literal ?? [name.given, name.family].filter(Boolean).join(" "));
let compared = 0;

for (const folder of process.argv.slice(2)) {
  const text = (file) => readFileSync(join(folder, file), "utf8");
  const { rows } = JSON.parse(text("daftar.json"));
  const forms = { BibTeX: text("daftar.bib"), RIS: text("daftar.ris"), CSL: text("daftar.csl.json") };
  // Of a newspaper's record in RIS this reader takes the year alone and one name: day and names are read line by line.
  const records = forms.RIS.split("ER  - ").map((record) => (tag) =>
    [...record.matchAll(new RegExp(`^${tag} {2}- (.*)$`, "gm"))].map((found) => found[1].trim()),
  );
  const authors = new Map();
  for (const [form, written] of Object.entries(forms)) {
    const entries = new Cite(written).data;
    if (entries.length !== rows.length) wrong.push(`${folder}: ${form} has ${entries.length} entries of ${rows.length}`);
    rows.forEach((row, at) => {
      const entry = entries[at] ?? {};
      const same = (what, is, wanted) => {
        compared += 1;
        const [has, should] = [JSON.stringify(is ?? null), JSON.stringify(wanted ?? null)];
        if (has !== should) wrong.push(`${folder}: ${form}: ${row.article_id}: ${what} is ${has}, not ${should}`);
      };
      const anchor = row.link.split("#")[1];
      const id = anchor ? `${row.article_id}-${anchor}` : row.article_id;
      // This reader gives records of RIS ids of its own.
      if (form !== "RIS") same("the id", entry.id, id);
      same("the title", entry.title, line(row.title));
      same("the source", entry["container-title"], row.source && line(row.source));
      const [date] = entry.issued?.["date-parts"] ?? [];
      const wanted = row.date?.split("-").map(Number);
      same("the date", date, form === "RIS" ? wanted?.slice(0, 1) : wanted);
      if (form === "RIS") same("the day", records[at]("DA")[0], row.date?.replaceAll("-", "/"));
      // A site that does not know its own address gives none.
      const address = row.url ?? (/^https?:/.test(row.link) ? row.link : undefined);
      same("the address", entry.URL && decodeURI(entry.URL), address && decodeURI(address));
      if (row.words !== undefined) same("the note", line(entry.note ?? "").includes(line(row.words)), true);
      // Tables of articles name their authors; of statements the forms must agree.
      const has = form === "RIS" ? records[at]("AU") : names(entry);
      const wantedNames = row.authors ?? authors.get(at) ?? has;
      authors.set(at, wantedNames);
      same("the authors", has, wantedNames.map((name) => line(form === "RIS" ? name.replaceAll(",", " ") : name)));
    });
  }
}

console.log(`citations: ${compared} fields compared`);
wrong.forEach((one) => console.error(one));
process.exit(wrong.length > 0 || compared === 0 ? 1 : 0);
