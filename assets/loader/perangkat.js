// Keeps this site on the visitor's device by way of its worker, and tells the app what is kept, whether a newer build waits
// and whether there is no network. The loader brings it once the page stands and nothing else is to do.
(() => {
  "use strict";
  const script = document.currentScript;
  const { stamp } = script.dataset;
  const root = new URL(".", script.src).href;
  const { pathname } = new URL(root);
  const NAMES = `jejak ${pathname} `;
  const OWN = NAMES + stamp;
  // What the visitor chose: nothing is kept, or everything.
  const CHOICE = `jejak:luring ${pathname}`;
  const [NOTHING, EVERYTHING] = ["tidak", "semua"];
  const WORKER = new URL("luring.js", root);
  const LANES = 4;
  const PATIENCE = 60_000;
  const SOON = 2000;
  const TAKES = 5000;
  const HOUR = 3_600_000;

  const container = navigator.serviceWorker;
  // `how`: "coming", "here", "all" (more is on its way), "none", "full", "lost", "unable", "off" (by the publisher).
  const state = { offline: false, newer: false, how: "coming", have: 0, all: 0 };
  let registration;
  let stopped = true;
  let asked = Date.now();

  // What is to be said beside any page is drawn by a chunk of the app, which may not be there yet.
  const tell = async (change) => {
    const before = JSON.stringify(state);
    Object.assign(state, change);
    if (JSON.stringify(state) === before) return;
    if (state.offline || state.newer) await window.jejakChunk?.("pages").catch(() => {});
    dispatchEvent(new Event("jejak:device"));
  };

  const choice = (chosen) => {
    try {
      if (chosen === undefined) return localStorage.getItem(CHOICE);
      if (chosen) localStorage.setItem(CHOICE, chosen);
      else localStorage.removeItem(CHOICE);
    } catch {
      // A browser that keeps no settings asks anew at the next visit.
    }
  };

  // Asks a worker; nothing where it does not answer.
  const ask = (worker, message) =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => done(data);
      setTimeout(done, PATIENCE);
      worker.postMessage(message, [port2]);
    });

  // The list of the build's files, and which of them are kept; nothing where none are.
  const kept = async () => {
    const list = await (await caches.match(`${root}berkas.json`, { ignoreVary: true, cacheName: OWN }))?.json();
    // Opening one that is not there would make it.
    if (!list || !(await caches.has(OWN))) return null;
    const there = new Set((await (await caches.open(OWN)).keys()).map(({ url }) => url));
    const files = [...list.first, ...list.sections, ...list.parts].map(([path, , bytes]) => ({ url: root + path, bytes }));
    return { files, missing: list.parts.map(([path, , bytes]) => ({ url: root + path, bytes })).filter(({ url }) => !there.has(url)), there };
  };

  const sum = (files) => files.reduce((sum, { bytes }) => sum + bytes, 0);

  const count = async () => {
    const now = await kept().catch(() => null);
    if (!now) return state.how === "here" ? tell({ how: "none" }) : undefined;
    const have = sum(now.files.filter(({ url }) => now.there.has(url)));
    // Pages of sections that a host changed are never kept, and nobody misses them.
    return tell({ have, all: have + sum(now.missing) });
  };

  const look = async () => {
    if (!registration) return;
    const { active, waiting } = registration;
    if (!active) return;
    const [build, next] = await Promise.all([active, waiting].map((worker) => worker && ask(worker, { build: true })));
    // A page that came past the worker may be of the build that waits.
    const isOther = (build) => build !== undefined && build !== null && build !== stamp;
    if (isOther(next) || (isOther(build) && next !== stamp)) tell({ newer: true });
    if (build !== stamp) return;
    if (state.how === "coming") await tell({ how: "here" });
    // What came before the worker was there.
    const came = performance.getEntriesByType("resource").map(({ name }) => name);
    for (const url of came.filter((name) => name.startsWith(`${root}bagian/`))) await ask(active, { keep: url });
    active.postMessage({ tidy: true });
    await count();
    if (choice() === EVERYTHING && stopped && !navigator.connection?.saveData) everything();
  };

  const watch = () => {
    const worker = registration?.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "redundant" && state.how === "coming") tell({ how: "lost" });
      else look();
    });
  };

  const begin = async () => {
    await tell({ how: "coming" });
    try {
      registration = await container.register(WORKER, { scope: root, updateViaCache: "none" });
    } catch (error) {
      return tell({ how: error.name === "SecurityError" || !container ? "unable" : "lost" });
    }
    registration.addEventListener("updatefound", watch);
    watch();
    return look();
  };

  // Asks the host whether it is there, and for a newer build. A site that has no worker any more is let go.
  const check = async () => {
    asked = Date.now();
    // Whoever opens files of their own was told that nothing is asked of the network any more.
    if (window.jejakOwn?.state.press === "ready") return;
    let response;
    try {
      response = await fetch(WORKER, { method: "HEAD", cache: "no-store" });
    } catch {
      return tell({ offline: true });
    }
    await tell({ offline: false });
    // A site in the middle of being replaced may lack any file for a moment; one that has its loader has all.
    const gone = ({ status }) => status === 404 || status === 410;
    if (gone(response)) {
      const loader = await fetch(script.dataset.loader, { method: "HEAD", cache: "no-store" }).catch(() => response);
      if (gone(loader)) return;
      await forget();
      return tell({ newer: true, how: "none" });
    }
    return registration?.update().catch(() => {});
  };

  const forget = async () => {
    stopped = true;
    await registration?.unregister();
    registration = undefined;
    const mine = (await caches.keys()).filter((name) => name.startsWith(NAMES));
    await Promise.all(mine.map((name) => caches.delete(name)));
  };

  // Brings what is not kept yet, a few files at a time.
  const everything = async () => {
    const now = await kept().catch(() => null);
    const worker = registration?.active;
    if (!now || !worker || !stopped) return;
    stopped = false;
    await tell({ how: "all" });
    let lost = "";
    const queue = now.missing;
    const lane = async () => {
      for (let file; !stopped && !lost && (file = queue.shift()); ) {
        const why = await ask(worker, { keep: file.url });
        if (why === "") tell({ have: state.have + file.bytes });
        else lost = why === "QuotaExceededError" ? "full" : "lost";
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    stopped = true;
    await tell({ how: lost || "here" });
    await count();
  };

  // The newer build takes over in all tabs, and this one shows it; others say that it is there.
  const renew = async () => {
    const heard = (target, event, patience) =>
      new Promise((done) => {
        target.addEventListener(event, done, { once: true });
        setTimeout(done, patience);
      });
    if (registration && !registration.waiting) {
      // Pages hear of a worker that begins a moment after it was found.
      const begins = heard(registration, "updatefound", SOON);
      await registration.update().catch(() => {});
      if (!registration.installing) await begins;
      if (registration.installing) await heard(registration.installing, "statechange", PATIENCE);
    }
    const waiting = registration?.waiting;
    if (!waiting) return location.reload();
    container.addEventListener("controllerchange", () => location.reload(), { once: true });
    // A page that is not answered by the worker hears of no change; and the old one may have something to end.
    setTimeout(() => location.reload(), TAKES);
    waiting.postMessage({ take: true });
  };

  const acts = {
    count,
    renew,
    later: () => tell({ offline: false, newer: false }),
    all: () => {
      choice(EVERYTHING);
      navigator.storage?.persist?.();
      return everything();
    },
    stop: () => {
      choice("");
      stopped = true;
    },
    keep: () => {
      choice("");
      return begin();
    },
    drop: async () => {
      choice(NOTHING);
      await forget();
      await tell({ how: "none", have: 0, all: 0 });
    },
  };
  window.jejakDevice = { state, act: (what) => acts[what]() };

  if (!container || !window.caches) return void tell({ how: "unable" });
  const from = container.controller;
  container.addEventListener("controllerchange", look);
  container.addEventListener("message", ({ data, ports }) => {
    if (data.build) ports[0].postMessage(stamp);
    // Who was answered from the store still reads what is no longer kept.
    if (data.off) tell({ how: "off", newer: Boolean(from) });
    if (data.failed && state.how !== "here") tell({ how: data.failed === "QuotaExceededError" ? "full" : "lost" });
  });
  container.startMessages();
  addEventListener("offline", () => tell({ offline: true }));
  addEventListener("online", check);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && (state.offline || Date.now() - asked > HOUR)) check();
  });
  // Who saves data is asked first; who chose once is not asked again.
  if (choice() === NOTHING || (navigator.connection?.saveData && !from)) tell({ how: "none" });
  else begin().then(() => from && check());
})();
