// Makes MiniSearch's index of a file of articles (JSON Lines): node minisearch.mjs ARTICLES INDEX
import { createReadStream, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import MiniSearch from "minisearch";
import { options } from "./options.mjs";

const [articles, index] = process.argv.slice(2);
const search = new MiniSearch(options);
let id = 0;
for await (const line of createInterface({ input: createReadStream(articles) })) {
  const { title, date, text } = JSON.parse(line);
  search.add({ id: id++, title: title ?? "", date: date ?? "", text });
}
writeFileSync(index, JSON.stringify(search));
console.error(`peak ${process.resourceUsage().maxRSS * 1024} bytes`);
