// Runs the site's scripts in Node.js with fake browser objects.
import { fileURLToPath } from "node:url";
import vm from "node:vm";

import { buildSync } from "esbuild";

/** Runs a script as it is shipped, with these globals; `cargo xtask build` defines some of them. */
export function run(path, globals) {
  const filename = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const { outputFiles } = buildSync({ entryPoints: [filename], bundle: true, write: false });
  vm.runInNewContext(outputFiles[0].text, globals, { filename });
}

/** An event target; `fire` calls the listeners of an event in order, without phases. */
export function target(properties = {}) {
  const listeners = [];
  return Object.assign(properties, {
    addEventListener: (name, listener) => listeners.push([name, listener]),
    removeEventListener: (name, listener) => {
      const at = listeners.findIndex(([n, l]) => n === name && l === listener);
      if (at !== -1) listeners.splice(at, 1);
    },
    fire(name, event = {}) {
      for (const [n, listener] of [...listeners]) if (n === name) listener(event);
    },
  });
}

/** Timers that the test fires: `step` the next one, `run` all, including those set meanwhile. */
export function timers() {
  const waiting = [];
  const step = () => {
    const next = waiting.shift();
    next?.();
    return next !== undefined;
  };
  return {
    setTimeout: (task) => waiting.push(task),
    step,
    run() {
      while (step());
    },
  };
}

/** Resolves once all promises that do not depend on a timer have settled. */
export const settled = () => new Promise((done) => setImmediate(done));

/** Web storage with these entries. If blocked, all calls throw; if full, only `setItem` does. */
export function storage(texts = {}, { isBlocked = false, isFull = false } = {}) {
  const allow = (fault) => {
    if (fault) throw new Error("storage is blocked or full");
  };
  return {
    texts,
    getItem: (key) => (allow(isBlocked), texts[key] ?? null),
    setItem: (key, text) => (allow(isBlocked || isFull), (texts[key] = text)),
    removeItem: (key) => (allow(isBlocked), delete texts[key]),
  };
}
