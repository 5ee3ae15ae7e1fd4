// Opens a visitor's own files: gathers them, has a worker press them, and hands the archive to the app. Nothing of them is sent.
// It also has the press measured, where a visitor asks for that. The page about it brings this file in; it brings the worker.
//
// One file, because each would be a request more for who opens it. Its parts, in this order: what is said, the worker, gathering,
// opening, correcting, keeping, measuring, and what the page is told by hand. A part says what it does when it is asked (`acts`)
// and what it makes of the worker's words (`hears`).
(() => {
  "use strict";
  const script = document.currentScript;
  const root = new URL(".", script.src).href;
  const at = (name) => new URL(name, root).href;
  const { worker: file = "cetak.js", js = "jejak-presser.js", wasm = "jejak-presser_bg.wasm", integrity, chunks = "", gauge = "acuan.json", gaugeIntegrity } = script.dataset;

  // What is said (`src/state/own`).

  // So many bytes of text a device can be asked to hold, where it says that it has little memory, and else.
  const [LITTLE, MUCH] = [20e6, 100e6];
  const LIMIT = navigator.deviceMemory <= 4 ? LITTLE : MUCH;

  // `press`: "none", "coming", "ready" or "lost". `how`: "choose", "gather", "press", "opening", "large", "nothing", "unguarded",
  // "refused", "failed", "gone" (what was kept), "open". `died` says that the press stopped at what it was asked last.
  // `kept` are bytes, `same` says whether what is open is what is kept, `unkept` why it could not be, `alone` why its files were not
  // kept along. `fixes` are corrections made by hand, `unfixed` why one could not be, in the languages of the page.
  const state = { press: "none", how: "choose", limit: LIMIT, bytes: 0, all: 0, files: 0, of: 0, articles: 0, quotes: 0, left: -1, why: "", died: false, found: [], lost: 0, remarks: 0, kept: 0, same: false, unkept: "", alone: "", fixes: [], unfixed: [] };
  // What is open: its bytes as `archive`, its `files`, of which there are none where it came without them, and its `settings`.
  // `fixing` are the corrections that are being made.
  const own = { state, files: [] };
  window.jejakOwn = own;

  const tell = (change) => {
    Object.assign(state, change);
    dispatchEvent(new Event("jejak:own"));
  };

  const acts = {};
  const hears = {};
  own.act = (what, given) => void acts[what](given);

  // The worker.

  let worker;
  // What it was asked and has not answered.
  let asked;
  // Which try this is: what a cancelled one still brings is not taken.
  let tries = 0;
  let began = 0;

  const heard = ({ data }) => {
    if (ANSWERS.some((answer) => answer in data)) asked = undefined;
    for (const name of Object.keys(data)) hears[name]?.(data);
  };
  const ANSWERS = ["made", "kept", "dropped", "taken", "failed"];

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
      mine.postMessage({ js: at(js), wasm: at(wasm), integrity, lock: `jejak ${Math.random()}` });
    } catch (error) {
      lose(error);
    }
  };

  const end = () => {
    worker?.terminate();
    worker = asked = undefined;
  };

  // It did not come, or it came and stopped.
  const lose = (why) => {
    // No error: it is said on the page, and whoever leaves before the press has come ends its way too.
    console.warn("jejak:", why);
    const died = state.press === "ready";
    const was = asked;
    end();
    unmeasured(died ? { died } : { why: String(why) });
    const change = died ? { press: "none", died: Boolean(was) } : { press: "lost", why: String(why) };
    if (own.fixing && !died) change.unfixed = [String(why), String(why)];
    if (was?.keep && !died) change.unkept = String(why);
    if (state.how === "press") change.how = "failed";
    own.fixing = undefined;
    tell(change);
    // Another one stands ready for the next try.
    if (died && was) bring();
  };

  const send = (message) => {
    asked = message;
    if (state.died) tell({ died: false });
    if (state.press !== "ready") return bring();
    began = performance.now();
    return worker.postMessage(message);
  };

  // A worker that the browser ends says nothing more; but the lock that it holds is free then.
  hears.holds = ({ holds }) => {
    const mine = worker;
    // Who leaves the page waits no more, which is no error.
    navigator.locks.request(holds, () => mine === worker && lose("the worker is gone")).catch(() => {});
  };
  hears.ready = () => {
    tell({ press: "ready" });
    if (asked) send(asked);
    if (labels) worker.postMessage({ gauge: labels });
  };
  hears.lost = ({ lost }) => lose(lost);
  acts.bring = bring;
  // At once, whatever it is doing; another one stands ready for the next try. Corrections that were not made yet are not.
  acts.cancel = () => {
    tries++;
    end();
    if (own.fixing) stop({});
    else tell({ how: "choose" });
    return bring();
  };

  // Gathering: files with their names, as they are chosen, dropped and pasted.

  // What is read as text; other files take no room for long.
  const TEXT = /(^|\/)[^.]*$|\.(txt|text|md|markdown|jsonl|ndjson|json|csv|tsv|html?|xhtml|docx|xml|wxr)$/i;
  const ARCHIVE = /\.jejak$/i;

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

  acts.files = (list) => {
    const files = [...list].map((file) => [file.webkitRelativePath || file.name, file]);
    return take(files.every(([, file]) => file.webkitRelativePath) ? within(files) : files);
  };
  acts.drop = async (data) => {
    const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.length) return;
    const mine = ++tries;
    tell({ how: "gather" });
    const files = (await Promise.all(entries.map((entry) => inside(entry, "")))).flat();
    if (mine === tries) await take(entries.length === 1 && entries[0].isDirectory ? within(files) : files);
  };
  acts.text = (text) => take([["tempelan.txt", new File([text], "tempelan.txt")]]);

  // Opening: how far the worker is, and what it made.

  // Of the whole time so much goes to what comes after the last file was read.
  const AFTER = 0.2;
  const LISTED = 500;
  // What stands before an address in an archive of one's own.
  const OWN = "buka/#/";

  // Files that can be pressed anew, with what was corrected in them by hand.
  const hold = (files, fixes) => {
    Object.assign(own, { files, fixing: undefined });
    Object.assign(state, { fixes, unfixed: [] });
  };

  // First those that are missing. A folder may have very many, of which the page lists some.
  const listed = (all) => {
    const lost = all.filter((one) => one.lost);
    const found = [...lost, ...all.filter((one) => !one.lost)].slice(0, LISTED);
    return { found, lost: lost.length, remarks: all.length - lost.length };
  };

  hears.files = ({ files, articles, bytes }) => {
    const done = (state.all ? bytes / state.all : 1) * (1 - AFTER);
    const passed = (performance.now() - began) / 1000;
    const left = passed > 1 && done > 0.05 ? Math.ceil((passed * (1 - done)) / done) : -1;
    tell({ files, articles, bytes, left });
  };
  hears.made = ({ made, archive }) => {
    const { articles, quotes, unguarded, found, settings, unfixed } = JSON.parse(made);
    const how = unguarded ? "unguarded" : archive ? "opening" : "nothing";
    // Where corrections leave nothing to be shown, what was there stays.
    if (own.fixing && !archive) return stop({ unfixed: (unfixed[0] ?? found[0])?.why ?? [] });
    const change = own.fixing ? fixed(unfixed, found) : { how, ...listed(found) };
    Object.assign(own, { archive: archive ?? undefined, settings, fixing: undefined });
    tell({ articles, quotes, ...change, same: false });
  };
  acts.open = () => tell({ how: "open" });
  acts.refused = (why) => {
    own.archive = undefined;
    tell({ how: "refused", why });
  };
  acts.close = () => {
    own.archive = undefined;
    hold([], []);
    for (const link of document.querySelectorAll(`a[href^="${OWN}"]`)) {
      link.setAttribute("href", link.getAttribute("href").slice(OWN.length) || "./");
    }
    tell({ how: "choose", found: [], died: false, kept: mark() });
  };

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

  // Correcting: the files are pressed anew, with such corrections.

  const correct = (fixes) => {
    own.fixing = fixes;
    tell({ unfixed: [] });
    return send({ files: own.files, fixes: JSON.stringify(fixes) });
  };
  // What came of it: one that cannot be made is taken back, and said.
  const fixed = (unfixed, found) => {
    const bad = unfixed.map(({ at }) => at);
    return { how: "opening", fixes: own.fixing.filter((_, at) => !bad.includes(at)), unfixed: unfixed[0]?.why ?? [], ...listed(found) };
  };
  // No more corrections for now.
  const stop = (change) => {
    own.fixing = undefined;
    tell(change);
  };

  // What is said once more of the same words is said anew.
  acts.fix = (fix) => {
    const same = (one) => ["kind", "article", "words", "name"].every((key) => one[key] === fix[key]);
    return correct([...state.fixes.filter((one) => fix.kind === "merge" || !same(one)), fix]);
  };
  acts.undo = (at) => correct(state.fixes.filter((_, one) => one !== Number(at)));
  // Leads from a statement to where it is corrected.
  acts.fix_words = (words) => {
    const form = document.querySelector('form[data-own="fix"][data-kind="speaker"]');
    form.closest("details").open = true;
    form.elements.words.value = words;
    form.elements.value.focus();
  };

  // Keeping: on the device with its files, so that there can be corrections later on, and as files.

  // Under which name an archive is kept, and what says that one is: the database is not opened, nor made, where none is.
  const KEPT = `jejak:arsip ${new URL(root).pathname}`;
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
  const sized = (files) => files.reduce((sum, [, file]) => sum + (file?.size ?? file?.byteLength ?? 0), own.archive?.byteLength ?? 0);
  Object.defineProperty(own, "size", { get: () => sized(own.files) });

  // Which archive is being kept, and how many bytes that takes.
  let keeping = {};
  // `alone` is why the files are not kept along, where the browser keeps none.
  const keep = (files, alone = "") => {
    const { archive, settings } = own;
    keeping = { archive, files, alone, size: sized(files) };
    return send({ keep: { archive, files, fixes: files.length ? state.fixes : [], settings }, name: KEPT });
  };
  // Safari in a private window keeps bytes, but no files: there the bytes of what is read are kept, and of what is as small as a
  // logo as long as all of those are few; of the others the names.
  const keepBytes = async () => {
    const { archive, files } = keeping;
    let room = LITTLE;
    const wanted = (name, { size }) => TEXT.test(name) || (size < 1e6 && (room -= size) > 0);
    const bytes = async ([name, file]) => [name, file && (wanted(name, file) ? await file.arrayBuffer() : new ArrayBuffer(0))];
    try {
      const read = await Promise.all(files.map(bytes));
      // What was asked meanwhile is answered first; it may have opened another one.
      while (asked) await new Promise((done) => setTimeout(done, 100));
      if (own.archive === archive) await keep(read);
    } catch (error) {
      keep([], error.name);
    }
  };
  const give = (content, name, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  hears.kept = () => tell({ kept: mark(keeping.size), same: own.archive === keeping.archive, unkept: "", alone: keeping.alone });
  hears.dropped = () => tell({ kept: mark(0), same: false, unkept: "" });
  hears.taken = ({ taken }) => {
    const { archive, files = [], fixes = [], settings } = taken ?? {};
    if (!archive) mark(0);
    hold(files.map(([name, file]) => [name, file instanceof ArrayBuffer ? new File([file], name) : file]), fixes);
    Object.assign(own, { archive, settings });
    tell({ how: archive ? "opening" : "gone", kept: mark(), same: true, alone: "", articles: 0, quotes: 0, found: [] });
  };
  hears.failed = ({ failed, why }) => {
    // What has no room with its files is kept alone, and is not corrected then.
    if (failed === "keep" && keeping.files.length) return keeping.files.some(([, file]) => file instanceof File) ? keepBytes() : keep([], why);
    return tell(failed === "take" ? { how: "failed", why } : { unkept: why });
  };
  acts.keep = () => keep(own.files);
  acts.take = () => {
    tell({ how: "press", all: 0, bytes: 0, files: 0, of: 0, articles: 0, left: -1 });
    return send({ take: KEPT });
  };
  acts.drop_kept = () => send({ drop: KEPT });
  acts.save = () => give(own.archive, "arsip.jejak", "application/octet-stream");
  acts.settings = () => give(own.settings, "archive.toml", "application/toml");

  // Measuring the press on labelled articles (`src/state/gauge.rs`): `how` is "coming", "working", "done" or "failed".

  // The text of the labels; it waits for the worker, and is measured anew by the next one where a cancelled try took the worker with it.
  let labels;
  const measure = (how, rest) => {
    if (how === "done" || how === "failed") labels = undefined;
    own.gauge = { how, ...rest };
    tell();
  };
  // The worker is gone.
  const unmeasured = (rest) => {
    if (labels || own.gauge?.how === "coming") measure("failed", rest);
  };
  hears.gauging = ({ gauging: [done, of] }) => measure("working", { done, of });
  hears.gauged = ({ gauged }) => measure("done", JSON.parse(gauged));
  hears.ungauged = ({ ungauged }) => measure("failed", { why: ungauged });
  acts.gauge = async () => {
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
  };

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

  tell({ kept: mark() });
  if (window.jejakGauge) own.act("gauge");
  else if (!navigator.connection?.saveData) bring();
})();
