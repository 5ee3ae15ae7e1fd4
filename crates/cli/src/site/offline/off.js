// This site is not kept on visitors' devices. Where an earlier build was, this takes its place, removes what was kept and goes.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const mine = `jejak ${new URL(registration.scope).pathname} `;
  const remove = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(mine));
    await Promise.all(names.map((name) => caches.delete(name)));
  };
  const go = async () => {
    await remove();
    await registration.unregister();
    for (const page of await clients.matchAll({ includeUncontrolled: true })) page.postMessage({ off: true });
    // Who was about to put something into a store makes it anew.
    await new Promise((done) => setTimeout(done, 1000));
    await remove();
  };
  event.waitUntil(go());
});
