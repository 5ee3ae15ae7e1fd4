// The worker in which a visitor's own files are pressed: it brings in the press and its WebAssembly, and then gives away all
// ways to send something.
(() => {
  "use strict";
  const WAYS = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts", "Worker"];

  const begin = async ({ js, wasm, integrity }) => {
    importScripts(js);
    const response = await fetch(wasm, integrity ? { integrity } : {});
    if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
    const bytes = await response.arrayBuffer();
    for (const way of WAYS) Object.defineProperty(self, way, { value: undefined });
    await wasm_bindgen({ module_or_path: bytes });
  };
  addEventListener("message", ({ data }) => begin(data).catch((error) => postMessage({ lost: String(error) })), { once: true });
})();
