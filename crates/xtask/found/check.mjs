// Checks what a site tells machines, each by a tool of its own field: the data in its pages by a JSON-LD processor and, word
// by word, by schema.org's vocabulary as TypeScript types; sitemaps by their schema; feeds by a parser of both formats.
//
// Called with the site's folder. Prints what it looked at; what is wrong is one line each, and the exit code is 1.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import jsonld from "jsonld";
import { parse } from "parse5";
import ts from "typescript";
import { validateXML } from "xmllint-wasm";

const here = fileURLToPath(new URL(".", import.meta.url));
const site = process.argv[2];
const wrong = [];
const files = readdirSync(site, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)))
  .sort();
const text = (file) => readFileSync(join(site, file), "utf8");
const named = (pattern) => files.filter((file) => pattern.test(file));

// The words of schema.org's context that are used; the context itself lies on a host that is not asked.
const context = { "@context": { "@vocab": "http://schema.org/" } };
const documentLoader = async (url) => ({ contextUrl: null, documentUrl: url, document: context });
// Annotations of inputs have names that end in -input, which the types do not list (schema.org, Actions).
const plain = (key, value) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !name.endsWith("-input")))
    : value;

const scripts = (node) =>
  node.nodeName === "script" && node.attrs.some(({ name, value }) => name === "type" && value === "application/ld+json")
    ? [node.childNodes.map((child) => child.value).join("")]
    : (node.childNodes ?? []).flatMap(scripts);

const kinds = new Map();
const lines = ['import type { Graph, Thing, WithContext } from "schema-dts";'];
const where = [""];
for (const page of named(/(^|\/)index\.html$/)) {
  for (const script of scripts(parse(text(page)))) {
    try {
      const data = JSON.parse(script, (key, value) => {
        for (const kind of key === "@type" ? [value].flat() : []) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        return value;
      });
      if ((await jsonld.expand(data, { documentLoader, safe: true })).length === 0) wrong.push(`${page}: says nothing`);
      const type = "@graph" in data ? "Graph" : "WithContext<Thing>";
      lines.push(`export const _${lines.length}: ${type} = ${JSON.stringify(data, plain)};`);
      where.push(page);
    } catch (error) {
      wrong.push(`${page}: JSON-LD: ${error.message}`);
    }
  }
}
const module = join(here, "data.ts");
writeFileSync(module, lines.join("\n"));
const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 };
for (const { start, messageText } of ts.getPreEmitDiagnostics(ts.createProgram([module], options))) {
  const line = start === undefined ? 0 : lines.join("\n").slice(0, start).split("\n").length - 1;
  wrong.push(`${where[line]}: schema.org: ${ts.flattenDiagnosticMessageText(messageText, " ").slice(0, 600)}`);
}

const schema = readFileSync(join(here, "node_modules/sitemap/schema/sitemap.xsd"), "utf8");
const sitemaps = named(/(^|\/)sitemap[^/]*\.xml$/);
for (const file of sitemaps) {
  // An index of sitemaps has a schema of its own; that it names those that are there is checked where it is written.
  if (text(file).includes("<sitemapindex")) continue;
  const { errors } = await validateXML({ xml: [{ fileName: file, contents: text(file) }], schema: [schema] });
  for (const { message } of errors) wrong.push(`${file}: ${message}`);
}

const feeds = [];
const lacks = (file, feed, entries, wanted) => {
  feeds.push(file);
  for (const name of wanted.feed) if (!feed[name]?.length && !feed[name]?.value) wrong.push(`${file}: has no ${name}`);
  for (const entry of entries ?? []) {
    for (const name of wanted.entry) if (!entry[name]?.length && !entry[name]?.value) wrong.push(`${file}: an entry has no ${name}`);
  }
  const ids = (entries ?? []).map((entry) => entry.id);
  if (!ids.length || new Set(ids).size !== ids.length) wrong.push(`${file}: has no entries, or two of one id`);
};
for (const file of named(/(^|\/)umpan\.(xml|json)$/)) {
  try {
    if (file.endsWith(".xml")) {
      const feed = parseAtomFeed(text(file));
      lacks(file, feed, feed.entries, { feed: ["id", "title", "updated"], entry: ["id", "title", "updated", "links"] });
    } else {
      const feed = parseJsonFeed(JSON.parse(text(file)));
      lacks(file, feed, feed.items, { feed: ["title", "feed_url"], entry: ["id", "url"] });
    }
  } catch (error) {
    wrong.push(`${file}: ${error.message}`);
  }
}

const counts = [...kinds].sort().map(([kind, count]) => `${count} ${kind}`).join(", ");
console.log(`data of ${lines.length - 1} pages (${counts}), ${sitemaps.length} sitemaps, ${feeds.length} feeds`);
// A site without them would pass whatever it said.
for (const [what, count] of [["data", lines.length - 1], ["sitemaps", sitemaps.length], ["feeds", feeds.length]]) {
  if (count === 0) wrong.push(`${site} has no ${what}: was it built with a base_url?`);
}
wrong.forEach((line) => console.error(line));
process.exitCode = wrong.length ? 1 : 0;
