// Asks the engine each question of `questions.json` and keeps how long each answer took, in milliseconds, by kind.

const bytes = async (name) => (await fetch(name)).arrayBuffer();
const { instance } = await WebAssembly.instantiate(await bytes("engine.wasm"));
const engine = instance.exports;
const put = (data) => {
  const at = engine.room(data.length);
  new Uint8Array(engine.memory.buffer, at, data.length).set(data);
};

put(new Uint8Array(await bytes("archive.bin")));
const told = { articles: engine.open_archive(), kinds: {} };
const time = (ask) => {
  const start = performance.now();
  ask();
  return performance.now() - start;
};
// Browsers compile what runs often anew, and better: the first turn warms up, as a reader's first questions do.
for (const turn of ["first", "again"]) {
  for (const [kind, asked] of await (await fetch("questions.json")).json()) {
    const ask = { newest: engine.ask_newest, facets: engine.ask_facets }[asked];
    told.kinds[`${turn}: ${kind}`] = ask
      ? Array.from({ length: 40 }, () => time(ask))
      : asked.map((words) => (put(new TextEncoder().encode(words)), time(engine.ask_words)));
  }
}
window.benchEngine = told;
