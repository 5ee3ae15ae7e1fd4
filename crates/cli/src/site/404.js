// Starts the app on a page that does not know where the site's root is. Several copies of this script are asked for, one
// for each depth; the first that exists is the nearest, and this file lies in the root.
(() => {
  if (document.querySelector("base")) return;
  const base = document.createElement("base");
  base.href = new URL(".", document.currentScript.src).href;
  document.head.prepend(base);
  for (const link of document.querySelectorAll("link[data-href]")) link.href = link.dataset.href;
  for (const waiting of document.querySelectorAll("script[data-src]")) {
    const script = document.createElement("script");
    script.src = waiting.dataset.src;
    waiting.replaceWith(script);
  }
})();
