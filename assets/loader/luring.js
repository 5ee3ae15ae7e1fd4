// Keeps the site on a visitor's device, so that it opens without a network. `jejak build` fills in which build it is.
//
// Each build has a store of its own, filled as a whole before anything is answered from it, and what a page is answered
// comes from the store of the build that the page is of. Names by content make that simple: only pages, the loader and
// this file change behind their names. A store goes once no page is of its build.
(() => {
  "use strict";
  const build = self.jejakBuild;
  const { href: root, pathname } = new URL(registration.scope);
  // Of one site: others on the same host have theirs.
  const NAMES = `jejak ${pathname} `;
  const OWN = NAMES + build.stamp;
  // Under which address a store keeps the list of its build.
  const LIST = `${root}berkas.json`;
  const BY_CONTENT = /-([0-9a-f]{12}|[0-9a-f]{16})\.\w+$/;
  // Hosts vary by what they compress, which is nothing to a store.
  const ANY = { ignoreVary: true };
  const PATIENCE = 5000;

  // Its own first. Opening one that is not there would make it, so whoever only reads does not open.
  const stores = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(NAMES));
    return names.sort((one, other) => (other === OWN) - (one === OWN));
  };

  const from = (name, url) => caches.match(url, { ...ANY, cacheName: name });

  // From any build of this site, where its name says what it is.
  const found = async (url) => {
    for (const name of await stores()) {
      const kept = await from(name, url);
      if (kept) return kept;
    }
  };

  // Puts a file of the build into its store, checked.
  const put = async (store, [path, integrity]) => {
    const url = root + path;
    const lasts = BY_CONTENT.test(path);
    const kept = lasts && (await found(url));
    const response = kept || (await fetch(url, { integrity, cache: lasts ? "default" : "no-cache" }));
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    await store.put(url, response);
  };

  const tell = async (message) => {
    for (const page of await clients.matchAll({ includeUncontrolled: true })) page.postMessage(message);
  };

  const install = async () => {
    try {
      const store = await caches.open(OWN);
      const response = await fetch(root + build.list, { integrity: build.integrity });
      const list = await response.clone().json();
      await store.put(LIST, response);
      await Promise.all(list.first.map((file) => put(store, file)));
      // Some hosts write something of their own into pages. Without them the shell answers.
      await Promise.all(list.sections.map((file) => put(store, file).catch(() => {})));
      // Parts of the archive that a former build kept, and this one has too.
      const parts = new Set(list.parts.map(([path]) => root + path));
      for (const name of await stores()) {
        const former = name !== OWN && (await caches.open(name));
        for (const { url } of former ? await former.keys() : []) {
          if (parts.has(url)) await store.put(url, await former.match(url, ANY));
        }
      }
    } catch (error) {
      await caches.delete(OWN).catch(() => {});
      await tell({ failed: error.name });
      throw error;
    }
  };

  // Which build a page is of; nothing where it does not say.
  const buildOf = (page) =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => done(data);
      setTimeout(done, PATIENCE);
      page.postMessage({ build: true }, [port2]);
    });

  // Removes stores of builds that no page is of. A page that does not say of which it is, because it only begins, may be of any;
  // a newer build's store waits for its worker.
  const tidy = async () => {
    const old = (await stores()).filter((name) => name !== OWN);
    if (!old.length || registration.installing || registration.waiting) return;
    const pages = (await clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) => url.startsWith(root));
    const builds = await Promise.all(pages.map(buildOf));
    if (builds.includes(undefined) || registration.installing || registration.waiting) return;
    await Promise.all(old.filter((name) => !builds.includes(name.slice(NAMES.length))).map((name) => caches.delete(name)));
  };

  // Keeps a part; what hindered it, where something did.
  const keep = async (url) => {
    try {
      if (!(await caches.has(OWN))) return "NotFoundError";
      const store = await caches.open(OWN);
      if (await store.match(url, ANY)) return "";
      await put(store, [url.slice(root.length)]);
      return "";
    } catch (error) {
      return error.name;
    }
  };

  // A page of the site: as it was drawn ahead where it is kept, else empty for the app to draw, whatever its depth.
  const page = async (request, path) => {
    const list = await (await from(OWN, LIST))?.json();
    if (!list) {
      // The browser took the store away. The next visit begins anew.
      await registration.unregister();
      return fetch(request);
    }
    const to = list.moved[path];
    if (to !== undefined) return Response.redirect(root + to, 302);
    const section = await from(OWN, root + path);
    const html = section ? await section.text() : list.shell.join(pathname);
    // The loader, which changes behind its name, is asked for as the one of this build.
    const own = html.replace(`src="${build.loader}"`, () => `src="${build.loader}?${build.stamp}"`);
    return new Response(own, { headers: build.headers });
  };

  const loader = async (request, stamp) => {
    const [name] = (await stores()).filter((name) => name === NAMES + stamp);
    return (name && (await from(name, root + build.loader))) || fetch(request);
  };

  const file = async (event, url) => {
    const { request } = event;
    const part = url.startsWith(`${root}bagian/`);
    // Who asks for it anew doubts what is kept.
    const kept = request.cache !== "reload" && (await found(url));
    if (kept) return kept;
    const response = await fetch(request);
    if (!response.ok) {
      // Nobody reads what such an answer says, and a newer worker would wait until somebody has.
      await response.body?.cancel();
      return new Response(null, { status: response.status, statusText: response.statusText });
    }
    if (part && response.status === 200 && (await caches.has(OWN))) {
      const copy = response.clone();
      // A store that is full keeps what it has; the page has its part.
      event.waitUntil(caches.open(OWN).then((store) => store.put(url, copy)).catch(() => {}));
    }
    return response;
  };

  const answer = (event) => {
    const { request } = event;
    const { origin, pathname: whole, search } = new URL(request.url);
    const url = origin + whole;
    if (request.method !== "GET" || !url.startsWith(root)) return;
    const path = url.slice(root.length);
    if (request.mode === "navigate") {
      // Other addresses below the site's root may be of somebody else, and files are nobody's pages.
      const [step, ...rest] = path.replace(/(^|\/)index\.html$/, "$1").split("/");
      const isPage = build.steps.includes(step) && (step === "" ? !rest.length : rest.at(-1) === "");
      if (isPage) event.respondWith(page(request, [step, ...rest].join("/")));
    } else if (path === build.loader && search) {
      if (request.destination === "script") event.respondWith(loader(request, search.slice(1)));
    } else if (BY_CONTENT.test(path) && request.cache !== "no-store") {
      event.respondWith(file(event, url));
    }
  };

  addEventListener("install", (event) => event.waitUntil(install()));
  addEventListener("activate", (event) => event.waitUntil(clients.claim().then(tidy)));
  addEventListener("fetch", answer);
  addEventListener("message", (event) => {
    const { data, ports } = event;
    if (data.take) skipWaiting();
    if (data.tidy) event.waitUntil(tidy());
    if (data.build) ports[0].postMessage(build.stamp);
    if (data.keep) event.waitUntil(keep(data.keep).then((why) => ports[0].postMessage(why)));
  });
})();
