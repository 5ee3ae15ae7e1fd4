// How MiniSearch is set: the same when the index is made and when it is loaded. Prefixes and typos as in its
// documentation's example, all words required as in Pagefind and Jejak.
export const options = {
  fields: ["title", "text"],
  storeFields: ["title", "date", "text"],
  searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2, combineWith: "AND" },
};

/** Some words around the first place of a word that was found: MiniSearch has no excerpts of its own. */
export function excerpt(hit) {
  const low = hit.text.toLowerCase();
  const places = hit.terms.map((term) => low.indexOf(term)).filter((place) => place >= 0);
  const from = Math.max(0, Math.min(low.length, ...places) - 60);
  return hit.text.slice(from, from + 180).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
