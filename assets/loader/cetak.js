// The worker in which a visitor's own files are pressed: it brings in the press and its WebAssembly, and then gives away all
// ways to send something.
(() => {
  "use strict";
  const WAYS = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts", "Worker"];

  // As long as this worker lives it holds a lock: who waits for it learns that a worker is gone which could not say so.
  const hold = (lock) => {
    const held = () => {
      postMessage({ holds: lock });
      return new Promise(() => {});
    };
    navigator.locks?.request(lock, held).catch(() => {});
  };

  const begin = async ({ js, wasm, integrity, lock }) => {
    hold(lock);
    importScripts(js);
    const response = await fetch(wasm, integrity ? { integrity } : {});
    if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
    for (const way of WAYS) Object.defineProperty(self, way, { value: undefined });
    // It is compiled while it comes, and the browser may keep what it compiled for another visit.
    await wasm_bindgen({ module_or_path: response });
  };
  addEventListener("message", ({ data }) => begin(data).catch((error) => postMessage({ lost: String(error) })), { once: true });
})();
