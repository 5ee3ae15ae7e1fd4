// Starts Jejak: brings in the app and its WebAssembly, or says why that failed and what to do.
//
// A classic script of its own file, because the page's policy allows no inline script. In the development loop the
// names of both files are attributes of its element; in a built site they stand with their hashes where the element's
// data are asked for.
(() => {
  "use strict";
  const script = document.currentScript;
  const entry = document.currentScript.dataset;

  const words = {
    id: {
      title: "Jejak tidak dapat dimulai",
      wasm: "Peramban ini tidak dapat menjalankan WebAssembly, yang diperlukan untuk membuka arsip.",
      wasmNext: "Perbarui peramban ini atau pakai peramban lain, lalu buka alamat yang sama.",
      load: "Sebagian halaman ini tidak sampai ke peramban Anda.",
      loadNext: "Periksa sambungan internet, lalu muat ulang.",
      again: "Muat ulang",
    },
    en: {
      title: "Jejak cannot start",
      wasm: "This browser cannot run WebAssembly, which is needed to open the archive.",
      wasmNext: "Update this browser or use another one, then open the same address.",
      load: "A part of this page did not reach your browser.",
      loadNext: "Check the internet connection, then reload.",
      again: "Reload",
    },
  };

  const settings = (() => {
    try {
      return Object.fromEntries(new URLSearchParams(localStorage.getItem("jejak:settings") ?? ""));
    } catch {
      return {};
    }
  })();
  // Before the first paint, so that a page that is to be dark never flashes.
  if (settings.theme === "dark" || settings.theme === "light") {
    document.documentElement.dataset.theme = settings.theme;
  }

  const element = (name, parent, text) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return parent.appendChild(made);
  };

  const fail = (cause, error) => {
    if (error) console.error("jejak:", error);
    const show = () => {
      const place = document.getElementById("jejak") || document.body;
      // An app that already runs shows its own failures.
      if (document.documentElement.hasAttribute("data-ready") || place.querySelector("[data-stopped]")) return;
      const main = document.createElement("main");
      main.className = "notice-page";
      main.setAttribute("role", "alert");
      main.dataset.stopped = "";
      const languages = settings.language === "en" ? ["en", "id"] : ["id", "en"];
      languages.forEach((language, nth) => {
        const said = words[language];
        const part = element("section", main);
        part.lang = language;
        element(nth === 0 ? "h1" : "h2", part, said.title);
        element("p", part, said[cause]);
        element("p", part, said[cause + "Next"]);
      });
      const again = element("button", main, languages.map((language) => words[language].again).join(" / "));
      again.className = "button";
      again.addEventListener("click", () => location.reload());
      place.replaceChildren(main);
    };
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
    else show();
  };

  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
    fail("wasm");
    return;
  }

  const js = new URL(entry.js, script.src);
  const wasm = new URL(entry.wasm, script.src);
  // Both files travel at the same time; the module's own words for what it needs would come a round trip later.
  const preload = document.createElement("link");
  preload.rel = "modulepreload";
  preload.href = js.href;
  if (entry.jsIntegrity) preload.integrity = entry.jsIntegrity;
  document.head.append(preload);
  const bytes = fetch(wasm, entry.wasmIntegrity ? { integrity: entry.wasmIntegrity } : {}).then((response) => {
    if (!response.ok) throw new Error(`${wasm.href}: ${response.status}`);
    return response;
  });
  // Where the archive lies beside the app, so does what each section of the site begins with: the beginning of the
  // archive, then parts that its plain address shows. The app asks anew for what does not come.
  const rest = location.pathname.slice(new URL(".", script.src).pathname.length);
  const step = rest.split("/")[0].replace("index.html", "");
  const section = step || !location.search ? step : "?";
  const [begin, ...more] = entry.begins?.[section] ?? entry.begins?.["*"] ?? [];
  if (begin) window.jejakHead = fetch(new URL(begin, script.src)).catch(() => null);
  for (const part of location.search ? [] : more) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: new URL(part, script.src).href });
    document.head.append(link);
  }
  const parsed = new Promise((done) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
    else done();
  });
  Promise.all([import(js.href), bytes, parsed])
    .then(([app, response]) => app.default({ module_or_path: response }))
    .catch((error) => fail("load", error));
})();
