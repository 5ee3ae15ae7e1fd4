// The page that a peer is measured in: a field, a count, and ten hits with headline and excerpt, as plain as can be.
// It carries the marks that Jejak's own page carries, so that one script watches both.

/** Takes each input to `search`, which resolves to {count, hits: [{title, excerpt}]}, and shows what comes. */
export function shows(search) {
  const field = document.querySelector("input[type=search]");
  const status = document.querySelector("[role=status]");
  const list = document.querySelector("main");

  async function answer() {
    const asked = performance.now();
    const { count, hits } = await search(field.value);
    list.replaceChildren(...hits.map((hit, rank) => {
      const article = document.createElement("article");
      article.dataset.rank = rank;
      article.append(document.createElement("h2"), document.createElement("p"));
      article.firstChild.textContent = hit.title;
      // Excerpts of the peers' own come with marks in them, as their documentation shows them.
      article.lastChild.innerHTML = hit.excerpt;
      return article;
    }));
    status.dataset.count = count;
    document.documentElement.dataset.ready = "";
    performance.measure("peer:search", { start: asked, end: performance.now() });
  }

  field.addEventListener("input", answer);
  const words = new URLSearchParams(location.search).get("q");
  if (words) {
    field.value = words;
    answer();
  } else {
    document.documentElement.dataset.ready = "";
  }
}
