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
      opening: "Membuka arsip…",
      title: "Jejak tidak dapat dimulai",
      wasm: "Peramban ini tidak dapat menjalankan WebAssembly, yang diperlukan untuk membuka arsip.",
      wasmNext: "Perbarui peramban ini atau pakai peramban lain, lalu buka alamat yang sama.",
      load: "Sebagian halaman ini tidak sampai ke peramban Anda.",
      loadNext: "Periksa sambungan internet, lalu muat ulang.",
      lateTitle: "Jejak belum dapat dimulai",
      late: "Sebagian halaman ini belum sampai ke peramban Anda; ia masih ditunggu.",
      lateNext: "Sambungannya lambat atau terputus. Memuat ulang dapat membantu.",
      again: "Muat ulang",
    },
    en: {
      opening: "Opening the archive…",
      title: "Jejak cannot start",
      wasm: "This browser cannot run WebAssembly, which is needed to open the archive.",
      wasmNext: "Update this browser or use another one, then open the same address.",
      load: "A part of this page did not reach your browser.",
      loadNext: "Check the internet connection, then reload.",
      lateTitle: "Jejak cannot start yet",
      late: "A part of this page has not reached your browser yet; it is still awaited.",
      lateNext: "The connection is slow or was cut. Reloading may help.",
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

  // What was drawn ahead answers the plain address; another question waits for the app, and its place is kept.
  const question = new URLSearchParams(location.search);
  if (location.search) document.documentElement.dataset.asked = words[settings.language === "en" ? "en" : "id"].opening;

  const element = (name, parent, text) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return parent.appendChild(made);
  };

  const fail = (cause, error) => {
    if (error) console.error("jejak:", error);
    const show = () => {
      document.querySelector("[data-late]")?.remove();
      const place = document.getElementById("jejak") || document.body;
      // An app that already runs shows its own failures.
      if (document.documentElement.hasAttribute("data-ready") || document.querySelector("[data-stopped]")) return;
      // What was drawn ahead can still be read; only where it answers another question does the notice take its place.
      const late = cause === "late";
      const stands = late || (place.querySelector("main") && !("asked" in document.documentElement.dataset));
      const main = document.createElement(stands ? "div" : "main");
      main.className = stands ? "notice-page stands" : "notice-page";
      main.setAttribute("role", "alert");
      main.dataset.stopped = "";
      if (late) main.dataset.late = "";
      const languages = settings.language === "en" ? ["en", "id"] : ["id", "en"];
      languages.forEach((language, nth) => {
        const said = words[language];
        const part = element("section", main);
        part.lang = language;
        element(nth === 0 && !stands ? "h1" : "h2", part, said[cause + "Title"] ?? said.title);
        element("p", part, said[cause]);
        element("p", part, said[cause + "Next"]);
      });
      const again = element("button", main, languages.map((language) => words[language].again).join(" / "));
      again.className = "button";
      again.addEventListener("click", () => location.reload());
      if (stands) place.after(main);
      else place.replaceChildren(main);
    };
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
    else show();
  };

  // Safari before 26.2 and others of that age do not know that a button can open a dialog.
  if (!("commandForElement" in HTMLButtonElement.prototype)) {
    addEventListener("click", ({ target }) => {
      const button = target.closest?.("[commandfor]");
      if (button) document.getElementById(button.getAttribute("commandfor")).showModal();
    });
  }

  // A place in a page that holds in another one drawn alike: the way to an element by the numbers of its siblings, and
  // characters of its text, however many nodes hold them.
  const way = (node, root) => {
    const steps = [];
    for (; node && node !== root; node = node.parentElement) {
      steps.unshift([...(node.parentElement?.children ?? [])].indexOf(node));
    }
    return node && steps;
  };
  const follow = (steps, root) => steps?.reduce((node, step) => node?.children[step], root);
  const texts = (node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const all = [];
    while (walker.nextNode()) all.push(walker.currentNode);
    return all;
  };
  const point = (node, offset, root) => {
    if (!root.contains(node) || node.nodeType !== Node.TEXT_NODE) return null;
    const own = texts(node.parentElement);
    const before = own.slice(0, own.indexOf(node)).reduce((sum, text) => sum + text.length, 0);
    return { steps: way(node.parentElement, root), at: before + offset };
  };
  const find = (place, root) => {
    const element = place && follow(place.steps, root);
    let at = place?.at;
    for (const text of element ? texts(element) : []) {
      if (at <= text.length) return [text, at];
      at -= text.length;
    }
    return null;
  };

  // Remembers what a reader did with what was drawn ahead: where the focus is, what is selected, typed and open. What it
  // gives does the same to what the app has drawn, once that stands in the page.
  const remember = (ahead, fresh) => {
    const focus = way(document.activeElement, ahead);
    const [field, drawn] = [ahead, fresh].map((root) => root.querySelector("input[type=search]"));
    const selection = getSelection();
    const ends = selection.isCollapsed
      ? []
      : [point(selection.anchorNode, selection.anchorOffset, ahead), point(selection.focusNode, selection.focusOffset, ahead)];
    const popovers = "showPopover" in HTMLElement.prototype ? [":popover-open"] : [];
    const open = [...ahead.querySelectorAll(["details[open]", "dialog[open]", ...popovers])].map((element) => way(element, ahead));
    const caret = field && [field.selectionStart, field.selectionEnd];
    return () => {
      for (const element of open.map((steps) => follow(steps, fresh))) {
        if (element?.popover) element.showPopover();
        else if (element?.localName === "dialog") element.showModal();
        // By a click, as a reader does: what is folded may be fetched by it.
        else if (element?.open === false) element.querySelector("summary").click();
      }
      if (field && drawn && field.value !== (question.get("q") ?? "")) {
        drawn.value = field.value;
        drawn.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
      if (focus?.length) {
        const element = follow(focus, fresh);
        element?.focus({ preventScroll: true });
        if (element === drawn) drawn?.setSelectionRange(...caret);
      }
      const [anchor, end] = ends.map((place) => find(place, fresh));
      if (anchor && end) selection.setBaseAndExtent(...anchor, ...end);
    };
  };

  // Puts what the app has drawn in place of what was drawn ahead. It is the same to look at, so what a reader did
  // meanwhile must hold; but the app starts whatever becomes of that.
  const takeOver = (ahead, fresh) => {
    let again = () => {};
    try {
      again = remember(ahead, fresh);
    } catch (error) {
      console.warn("jejak:", error);
    }
    fresh.id = ahead.id;
    ahead.replaceWith(fresh);
    delete document.documentElement.dataset.asked;
    try {
      again();
    } catch (error) {
      console.warn("jejak:", error);
    }
  };

  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
    fail("wasm");
    return;
  }

  // What is asked for and never answered must not leave a reader waiting without a word; what comes later still counts.
  const SLOW = 10_000;
  setTimeout(() => fail("late"), SLOW);

  const js = new URL(entry.js, script.src);
  const wasm = new URL(entry.wasm, script.src);
  // Both files travel at the same time; the module's own words for what it needs would come a round trip later.
  const preload = document.createElement("link");
  preload.rel = "modulepreload";
  preload.href = js.href;
  if (entry.jsIntegrity) preload.integrity = entry.jsIntegrity;
  document.head.append(preload);
  // A page that stands is painted before the app asks for network and processor; a tab that nobody sees paints nothing,
  // and a question has nothing to show without the app.
  const painted = new Promise((done) => {
    if (location.search) return done();
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 300);
  });
  const sent = () => fetch(wasm, entry.wasmIntegrity ? { integrity: entry.wasmIntegrity } : {});
  const bytes = painted.then(sent).then((response) => {
    if (!response.ok) throw new Error(`${wasm.href}: ${response.status}`);
    return response;
  });
  // Where the archive lies beside the app, so does what each section of the site begins with: the beginning of the
  // archive, then parts that its plain address shows. The app asks anew for what does not come.
  const rest = location.pathname.slice(new URL(".", script.src).pathname.length);
  const step = rest.split("/")[0].replace("index.html", "");
  const section = step || !location.search ? step : "?";
  const [begin, ...more] = entry.begins?.[section] ?? entry.begins?.["*"] ?? [];
  if (begin) {
    window.jejakHead = fetch(new URL(begin, script.src))
      .then((response) => (response.ok ? response.arrayBuffer() : null))
      .then((bytes) => bytes && [begin, bytes])
      .catch(() => null);
  }
  for (const part of location.search ? [] : more) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: new URL(part, script.src).href });
    document.head.append(link);
  }
  // Chunks of the app travel beside it where its page or its language wants them, else while nothing else is to do, so that they
  // are there when they are wanted, with a network or without. Each starts over what the app exports, once that is there, and
  // what the chunk exports that it is built on. One that did not come is sent for anew. Each tells whether the site is a newer one by now, which has another in its place or none.
  const chunks = {};
  const lost = new Set();
  let opened;
  const exported = new Promise((done) => (opened = done));
  const started = {};
  const came = {};
  const send = async (name, cache) => {
    const { path, integrity, on } = entry.chunks[name];
    // Both travel at the same time.
    const below = on && chunk(on);
    below?.catch(() => {});
    let module;
    try {
      // What is not found fails too, because it is not of this integrity.
      const response = await fetch(new URL(path, script.src), { integrity, cache });
      module = await WebAssembly.compile(await response.arrayBuffer());
    } catch (error) {
      const loader = await fetch(script.src, { cache: "no-cache" });
      if (loader.ok && !(await loader.text()).includes(path)) return true;
      throw error;
    }
    if (await below) return true;
    const app = await exported;
    // Where it was sent for twice and both came, one of them is started: another would set back what the first has by then.
    started[name] ??= WebAssembly.instantiate(module, { "": app, ...came });
    try {
      came[name] = (await started[name]).exports;
    } catch (error) {
      delete started[name];
      throw error;
    }
    return false;
  };
  const chunk = (name) => {
    const before = chunks[name];
    // One that has been on its way for so long is sent for anew.
    const stuck = before && !came[name] && performance.now() - before.at > SLOW;
    if (before && !stuck) return before.coming;
    const coming = send(name, stuck || lost.has(name) ? "reload" : "default").catch((error) => {
      lost.add(name);
      if (chunks[name].coming === coming) delete chunks[name];
      throw error;
    });
    chunks[name] = { at: performance.now(), coming };
    return coming;
  };
  window.jejakChunk = chunk;
  const early = (isWanted) => {
    for (const [name, { sections, languages }] of Object.entries(entry.chunks ?? {})) {
      if (isWanted(sections, languages)) chunk(name).catch(() => {});
    }
  };
  painted.then(() => early((sections, languages) => sections.includes(step) || languages.includes(settings.language)));
  const bring = (path, data) => {
    const element = document.createElement("script");
    element.src = new URL(path, script.src);
    Object.assign(element.dataset, data);
    document.head.append(element);
    return element;
  };
  // What opens a visitor's own files, and has the press measured, comes where somebody wants to, once; where it does not come, who
  // asks for it can bring it once more.
  const open = (window.jejakOpen = () => {
    window.jejakOpen = window.jejakUnopened = null;
    const tell = () => dispatchEvent(new Event("jejak:own"));
    bring(entry.own?.path ?? "buka.js", { chunks: Object.keys(entry.chunks ?? {}).join(" "), ...entry.own }).onerror = () => {
      window.jejakUnopened = open;
      tell();
    };
    // It is on its way.
    tell();
  });
  new PerformanceObserver((list, observer) => {
    if (!list.getEntriesByName("jejak:ready").length) return;
    observer.disconnect();
    document.querySelector("[data-late]")?.remove();
    (window.requestIdleCallback ?? setTimeout)(() => {
      if (!navigator.connection?.saveData) early((_, languages) => !languages.length);
      // What keeps the site on the device comes last of all.
      if (entry.device) bring(entry.device.path, { ...entry.device, loader: script.src });
    });
  }).observe({ type: "measure", buffered: true });
  const parsed = new Promise((done) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
    else done();
  });
  parsed.then(() => {
    const place = document.getElementById("jejak");
    if (!place?.querySelector("main")) return;
    const field = place.querySelector("input[type=search]");
    // Whoever was quicker than the page goes on typing.
    if (field && !field.value) field.value = question.get("q") ?? "";
    window.jejakTake = (fresh) => takeOver(place, fresh);
    // Whoever comes back, or loads anew, is where they were; the history keeps that as a number. What answers another
    // question is not there yet.
    if (typeof history.state === "number" && !location.search) scrollTo(0, history.state);
  });
  Promise.all([import(js.href), bytes, parsed])
    .then(([app, response]) => app.default({ module_or_path: response }))
    .then(opened)
    .catch((error) => fail("load", error));
})();
