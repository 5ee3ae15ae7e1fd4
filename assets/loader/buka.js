// Opens a visitor's own files: gathers them, has a worker press them, and hands the archive to the app. Nothing of them is sent.
// It also has the press measured, where a visitor asks for that. The page about it brings this file in; it brings the worker.
(() => {
  "use strict";
  const script = document.currentScript;
  const root = new URL(".", script.src).href;
  const at = (name) => new URL(name, root).href;
  const { worker: file = "cetak.js", js = "jejak-presser.js", wasm = "jejak-presser_bg.wasm", integrity, chunks = "", gauge = "acuan.json", gaugeIntegrity } = script.dataset;
  // What is read as text; other files take no room for long.
  const TEXT = /(^|\/)[^.]*$|\.(txt|text|md|markdown|jsonl|ndjson|json|csv|tsv|html?|xhtml|docx|xml|wxr)$/i;
  const ARCHIVE = /\.jejak$/i;
  // So many bytes of text a device can be asked to hold, where it says that it has little memory, and else.
  const [LITTLE, MUCH] = [20e6, 100e6];
  const LIMIT = navigator.deviceMemory <= 4 ? LITTLE : MUCH;
  // Of the whole time so much goes to what comes after the last file was read.
  const AFTER = 0.2;
  const LISTED = 500;

  // What stands before an address in an archive of one's own.
  const OWN = "buka/#/";
  // Under which name an archive is kept, and what says that one is: the database is not opened, nor made, where none is.
  const KEPT = `jejak:arsip ${new URL(root).pathname}`;

  // `press`: "none", "coming", "ready" or "lost". `how`: "choose", "gather", "press", "opening", "large", "nothing", "unguarded",
  // "refused", "failed", "gone" (what was kept), "open". `kept` are bytes, `same` says whether what is open is what is kept, `unkept` why it
  // could not be. `fixes` are corrections made by hand, `fixable` says whether there can be any, `fixing` whether some are being made,
  // `unfixed` why one could not be, in the languages of the page.
  const state = { press: "none", how: "choose", limit: LIMIT, bytes: 0, all: 0, files: 0, of: 0, articles: 0, quotes: 0, left: -1, why: "", found: [], lost: 0, remarks: 0, kept: 0, same: false, unkept: "", fixes: [], fixable: false, fixing: false, unfixed: [] };
  const own = { state, files: [] };
  window.jejakOwn = own;

  const tell = (change) => {
    Object.assign(state, change);
    dispatchEvent(new Event("jejak:own"));
  };

  // How many bytes are kept; with a number, says so from now on. A browser that keeps nothing keeps no archive either.
  const mark = (bytes) => {
    try {
      if (bytes) localStorage.setItem(KEPT, bytes);
      else if (bytes === 0) localStorage.removeItem(KEPT);
      return Number(localStorage.getItem(KEPT));
    } catch {
      return 0;
    }
  };

  let worker;
  let began = 0;
  // Which try this is: what a cancelled one still brings is not taken.
  let tries = 0;
  // Which archive is being kept, and how many bytes that takes.
  let keeping = {};
  // The corrections that are being made.
  let fixing;
  // What waits for the worker.
  let waiting;

  // First those that are missing. A folder may have very many, of which the page lists some.
  const listed = (all) => {
    const lost = all.filter((one) => one.lost);
    const found = [...lost, ...all.filter((one) => !one.lost)].slice(0, LISTED);
    return { found, lost: lost.length, remarks: all.length - lost.length };
  };

  // Files that can be pressed anew, with what was corrected in them by hand.
  const hold = (files, fixes) => {
    own.files = files;
    Object.assign(state, { fixes, fixable: files.length > 0, fixing: false, unfixed: [] });
    fixing = undefined;
  };

  // Presses the files anew, with such corrections.
  const correct = (fixes) => {
    fixing = fixes;
    tell({ fixing: true, unfixed: [] });
    return send({ files: own.files, fixes: JSON.stringify(fixes) });
  };
  // What came of it: one that cannot be made is taken back, and said.
  const fixed = (unfixed, found) => {
    const bad = unfixed.map(({ at }) => at);
    return { how: "opening", fixes: fixing.filter((_, at) => !bad.includes(at)), unfixed: unfixed[0]?.why ?? [], ...listed(found) };
  };
  // No more corrections for now.
  const stop = (change) => {
    fixing = undefined;
    tell({ ...change, fixing: false });
  };

  // Measuring the press on labelled articles (`src/state/gauge.rs`): `how` is "coming", "working", "done" or "failed". The text of
  // the labels waits for the worker, and is measured anew by the next one where a cancelled try took the worker with it.
  let labels;
  const measure = (how, rest) => {
    if (how === "done" || how === "failed") labels = undefined;
    own.gauge = { how, ...rest };
    tell();
  };
  const measured = ({ ready, gauging, gauged, ungauged }) => {
    if (ready && labels) worker.postMessage({ gauge: labels });
    else if (gauging) measure("working", { done: gauging[0], of: gauging[1] });
    else if (gauged) measure("done", JSON.parse(gauged));
    else if (ungauged) measure("failed", { why: ungauged });
  };

  const heard = ({ data }) => {
    if (data.ready) {
      tell({ press: "ready" });
      const message = waiting;
      waiting = undefined;
      if (message) send(message);
    } else if (data.lost !== undefined) {
      lose(data.lost);
    } else if (data.made !== undefined) {
      const { articles, quotes, unguarded, found, settings, unfixed } = JSON.parse(data.made);
      const how = unguarded ? "unguarded" : data.archive ? "opening" : "nothing";
      // Where corrections leave nothing to be shown, what was there stays.
      if (fixing && !data.archive) return stop({ unfixed: (unfixed[0] ?? found[0])?.why ?? [] });
      const change = fixing ? fixed(unfixed, found) : { how, ...listed(found) };
      fixing = undefined;
      Object.assign(own, { archive: data.archive ?? undefined, settings });
      tell({ articles, quotes, ...change, fixing: false, same: false });
    } else if (data.kept) {
      tell({ kept: mark(keeping.size), same: own.archive === keeping.archive, unkept: "" });
    } else if (data.dropped) {
      tell({ kept: mark(0), same: false, unkept: "" });
    } else if (data.taken !== undefined) {
      const { archive, files = [], fixes = [], settings } = data.taken ?? {};
      if (!archive) mark(0);
      hold(files, fixes);
      Object.assign(own, { archive, settings });
      tell({ how: archive ? "opening" : "gone", kept: mark(), same: true, articles: 0, quotes: 0, found: [] });
    } else if (data.failed === "keep" && keeping.files.length) {
      // A browser that keeps no files, as Safari in a private window, keeps the archive alone, which is not corrected then.
      return keep([]);
    } else if (data.failed !== undefined) {
      const change = data.failed === "take" ? { how: "failed", why: data.why } : { unkept: data.why };
      tell(change);
    } else if (data.files !== undefined) {
      const done = (state.all ? data.bytes / state.all : 1) * (1 - AFTER);
      const passed = (performance.now() - began) / 1000;
      const left = passed > 1 && done > 0.05 ? Math.ceil((passed * (1 - done)) / done) : -1;
      tell({ files: data.files, articles: data.articles, bytes: data.bytes, left });
    }
    measured(data);
  };

  const lose = (why) => {
    // No error: it is said on the page, and whoever leaves before the press has come ends its way too.
    console.warn("jejak:", why);
    worker?.terminate();
    worker = undefined;
    const change = waiting?.keep ? { unkept: String(why) } : {};
    waiting = undefined;
    if (fixing) stop({ unfixed: [String(why), String(why)] });
    if (labels || own.gauge?.how === "coming") measure("failed", { why: String(why) });
    tell({ press: "lost", how: state.how === "press" ? "failed" : state.how, why: String(why), ...change });
  };

  // The press, and all of the app that pages of an archive need: from then on nothing is fetched.
  const bring = async () => {
    if (worker) return;
    tell({ press: "coming" });
    try {
      worker = new Worker(at(file));
      const mine = worker;
      worker.onmessage = (event) => mine === worker && heard(event);
      worker.onerror = (event) => {
        event.preventDefault();
        if (mine === worker) lose(event.message || "the worker stopped");
      };
      await Promise.all(chunks.split(" ").filter(Boolean).map((chunk) => window.jejakChunk(chunk)));
      mine.postMessage({ js: at(js), wasm: at(wasm), integrity });
    } catch (error) {
      lose(error);
    }
  };

  const send = (message) => {
    if (state.press === "ready") {
      began = performance.now();
      return worker.postMessage(message);
    }
    waiting = message;
    return bring();
  };

  const keep = (files) => {
    const { archive, settings } = own;
    keeping = { archive, files, size: sized(files) };
    return send({ keep: { archive, files, fixes: files.length ? state.fixes : [], settings }, name: KEPT });
  };

  // Files with their names, of which one may be an archive that was saved.
  const take = async (files) => {
    own.archive = undefined;
    hold([], []);
    const saved = files.find(([name, file]) => file && ARCHIVE.test(name));
    if (saved) {
      try {
        own.archive = await saved[1].arrayBuffer();
        return tell({ how: "opening", found: [], articles: 0, quotes: 0, same: false });
      } catch (error) {
        return tell({ how: "refused", why: error.name });
      }
    }
    const all = files.reduce((sum, [name, file]) => sum + (file && TEXT.test(name) ? file.size : 0), 0);
    if (all > LIMIT) return tell({ how: "large", all });
    tell({ all: files.reduce((sum, [, file]) => sum + (file?.size ?? 0), 0), of: files.length, found: [] });
    if (!files.length) return tell({ how: "nothing" });
    hold(files, []);
    tell({ how: "press", files: 0, articles: 0, bytes: 0, left: -1 });
    return send({ files });
  };

  // What was dropped, folders with all that lies in them.
  const inside = async (entry, path) => {
    const name = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isFile) return [[name, await new Promise((done) => entry.file(done, () => done(null)))]];
    const reader = entry.createReader();
    const all = [];
    for (;;) {
      const some = await new Promise((done) => reader.readEntries(done, () => done(null)));
      if (!some) return [...all, [name, null]];
      if (!some.length) return all;
      for (const one of some) all.push(...(await inside(one, name)));
    }
  };
  // Files of one folder are called as in it.
  const within = (files) => files.map(([name, file]) => [name.slice(name.indexOf("/") + 1), file]);

  const acts = {
    bring,
    files: (list) => {
      const files = [...list].map((file) => [file.webkitRelativePath || file.name, file]);
      return take(files.every(([, file]) => file.webkitRelativePath) ? within(files) : files);
    },
    drop: async (data) => {
      const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
      if (!entries.length) return;
      const mine = ++tries;
      tell({ how: "gather" });
      const files = (await Promise.all(entries.map((entry) => inside(entry, "")))).flat();
      if (mine === tries) await take(entries.length === 1 && entries[0].isDirectory ? within(files) : files);
    },
    text: (text) => take([["tempelan.txt", new File([text], "tempelan.txt")]]),
    // At once, whatever it is doing; another one stands ready for the next try. Corrections that were not made yet are not.
    cancel: () => {
      tries++;
      worker?.terminate();
      worker = waiting = undefined;
      if (fixing) stop({});
      else tell({ how: "choose" });
      return bring();
    },
    // What is said once more of the same words is said anew.
    fix: (fix) => {
      const same = (one) => ["kind", "article", "words", "name"].every((key) => one[key] === fix[key]);
      return correct([...state.fixes.filter((one) => fix.kind === "merge" || !same(one)), fix]);
    },
    undo: (at) => correct(state.fixes.filter((_, one) => one !== Number(at))),
    // Leads from a statement to where it is corrected.
    fix_words: (words) => {
      const form = document.querySelector('form[data-own="fix"][data-kind="speaker"]');
      form.closest("details").open = true;
      form.elements.words.value = words;
      form.elements.value.focus();
    },
    settings: () => give(own.settings, "archive.toml", "application/toml"),
    gauge: async () => {
      measure("coming");
      const mine = own.gauge;
      bring();
      try {
        const response = await fetch(at(gauge), { integrity: gaugeIntegrity });
        if (!response.ok) throw new Error(`${gauge}: ${response.status}`);
        const text = await response.text();
        if (mine !== own.gauge) return;
        labels = text;
        if (state.press === "ready") worker.postMessage({ gauge: labels });
      } catch (error) {
        if (mine === own.gauge) measure("failed", { why: String(error) });
      }
    },
    open: () => tell({ how: "open" }),
    refused: (why) => {
      own.archive = undefined;
      tell({ how: "refused", why });
    },
    close: () => {
      own.archive = undefined;
      hold([], []);
      for (const link of document.querySelectorAll(`a[href^="${OWN}"]`)) {
        link.setAttribute("href", link.getAttribute("href").slice(OWN.length) || "./");
      }
      tell({ how: "choose", found: [], kept: mark() });
    },
    keep: () => keep(own.files),
    take: () => {
      tell({ how: "press", all: 0, bytes: 0, files: 0, of: 0, articles: 0, left: -1 });
      return send({ take: KEPT });
    },
    drop_kept: () => send({ drop: KEPT }),
    save: () => give(own.archive, "arsip.jejak", "application/octet-stream"),
  };
  const give = (content, name, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  own.act = (what, given) => void acts[what](given);

  // A link that is opened in another tab, or copied, must not tell a host what is in an archive of one's own: what stands behind #
  // is never sent.
  const turn = ({ target }) => {
    const link = state.how === "open" && target.closest?.("a[href]");
    if (!link || /external/.test(link.rel) || link.hasAttribute("download")) return;
    if (link.href.startsWith(root) && !link.href.startsWith(`${root}buka/`)) {
      link.setAttribute("href", OWN + link.href.slice(root.length));
    }
  };
  for (const event of ["pointerover", "pointerdown", "focusin", "keydown", "contextmenu"]) addEventListener(event, turn, true);

  // What is pressed, chosen and dropped on the page.
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("button[data-own]");
    if (button) own.act(button.dataset.own, button.dataset.given);
  });
  addEventListener("change", ({ target }) => {
    if (target.dataset?.own !== "files" || !target.files.length) return;
    own.act("files", [...target.files]);
    // The same files can be chosen once more.
    target.value = "";
  });
  addEventListener("submit", (event) => {
    const { dataset } = event.target;
    if (dataset?.own !== "paste" && dataset?.own !== "fix") return;
    event.preventDefault();
    const { value, ...given } = Object.fromEntries(new FormData(event.target));
    if (dataset.own === "fix") own.act("fix", { kind: dataset.kind, ...given, value: value.trim() });
    else if (value.trim()) own.act("text", value);
  });
  // A file that is dropped beside the place for it must not replace the page.
  const over = (event) => {
    const place = document.querySelector("[data-own-drop]");
    if (!place || ![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
    event.preventDefault();
    place.toggleAttribute("data-over", event.type === "dragover");
    if (event.type === "drop") own.act("drop", event.dataTransfer);
  };
  for (const event of ["dragover", "dragleave", "drop"]) addEventListener(event, over);

  // With the files, which are kept along, so that there can be corrections later on.
  const sized = (files) => files.reduce((sum, [, file]) => sum + (file?.size ?? 0), own.archive?.byteLength ?? 0);
  Object.defineProperty(own, "size", { get: () => sized(own.files) });

  tell({ kept: mark() });
  if (window.jejakGauge) own.act("gauge");
  else if (!navigator.connection?.saveData) bring();
})();
