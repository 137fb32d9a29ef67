// public/worker/: the service worker and the kill switch that removes it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { run, settled, target, timers } from "./support.mjs";

const SCOPE = "https://example.org/sub/";
const NOW = `casebook ${SCOPE} now`;
const BEFORE = `casebook ${SCOPE} before`;
const ELSEWHERE = "casebook https://example.org/other/ now";
const DEFINES = { EDITION: "now", KEPT: "a.js shell.html", DATA: "api.json", SHELL: "shell.html" };

/**
 * Runs a worker. `caches` maps names of caches to their entries; `host` maps a path under the scope
 * to a response, or throws.
 */
function start(
  script,
  { caches = {}, host = () => ({ status: 200, words: "from the host" }) } = {},
) {
  const kept = new Map(Object.entries(caches).map(([name, held]) => [name, new Map(held)]));
  const requested = [];
  const fetch = async (request) => {
    const url = request.url ?? request;
    requested.push(url.replace(SCOPE, ""));
    return host(url.replace(SCOPE, ""));
  };
  const clock = timers();
  const windows = ["https://example.org/sub/", "https://example.org/sub/about"];
  const worker = { kept, requested, clock, loaded: [], claimed: 0, skipped: 0, unregistered: 0 };
  const self = target({
    registration: { scope: SCOPE, unregister: async () => (worker.unregistered += 1) },
    skipWaiting: () => (worker.skipped += 1),
    clients: {
      claim: async () => (worker.claimed += 1),
      matchAll: async () =>
        windows.map((url) => ({ url, navigate: async (to) => worker.loaded.push(to) })),
    },
  });
  run(`public/worker/${script}`, {
    ...DEFINES,
    self,
    fetch,
    URL,
    setTimeout: clock.setTimeout,
    Request: class {
      constructor(url) {
        this.url = url;
      }
    },
    Response: class {
      constructor(body, { status }) {
        Object.assign(this, { words: body, status });
      }
    },
    caches: {
      keys: async () => [...kept.keys()],
      has: async (name) => kept.has(name),
      delete: async (name) => kept.delete(name),
      open: async (name) => {
        if (!kept.has(name)) kept.set(name, new Map());
        const cache = kept.get(name);
        return {
          match: async (url) => cache.get(url.replace(SCOPE, "")),
          async addAll(requests) {
            const answers = await Promise.all(requests.map(fetch));
            if (answers.some(({ status }) => status !== 200)) throw new TypeError("not ok");
            requests.forEach((request, at) =>
              cache.set((request.url ?? request).replace(SCOPE, ""), answers[at]),
            );
          },
        };
      },
    },
  });
  /**
   * Dispatches an event; returns the argument that the worker passes to waitUntil or respondWith.
   */
  worker.dispatch = (name, event = {}) => {
    let outcome;
    const capture = (promise) => (outcome = promise);
    self.fire(name, { ...event, waitUntil: capture, respondWith: capture });
    return outcome;
  };
  worker.fetch = (path, { mode = "cors", method = "GET" } = {}) =>
    worker.dispatch("fetch", { request: { url: SCOPE + path, mode, method } });
  return worker;
}

const SHELL = { status: 200, words: "the shell" };
const complete = { [NOW]: [["shell.html", SHELL]] };
const unreachable = () => {
  throw new TypeError("Failed to fetch");
};

test("installing precaches every file of the edition", async () => {
  const worker = start("sw.js");
  await worker.dispatch("install");
  assert.deepEqual([...worker.kept.get(NOW).keys()], ["a.js", "shell.html", "api.json"]);
});

test("a failed install leaves no cache and keeps an edition that was already complete", async () => {
  const host = (path) => ({ status: path === "api.json" ? 500 : 200, words: "" });
  const first = start("sw.js", { host });
  await assert.rejects(first.dispatch("install"));
  assert.deepEqual([...first.kept.keys()], []);
  const again = start("sw.js", { host, caches: complete });
  await assert.rejects(again.dispatch("install"));
  assert.deepEqual([...again.kept.keys()], [NOW]);
});

test("activating deletes this site's older editions and no other site's caches", async () => {
  const worker = start("sw.js", { caches: { [BEFORE]: [], [NOW]: [], [ELSEWHERE]: [] } });
  await worker.dispatch("activate");
  assert.deepEqual([...worker.kept.keys()], [NOW, ELSEWHERE]);
  assert.equal(worker.claimed, 1);
});

test("a waiting worker is activated only by its message", () => {
  const worker = start("sw.js");
  worker.dispatch("message", { data: "something else" });
  assert.equal(worker.skipped, 0);
  worker.dispatch("message", { data: "take over" });
  assert.equal(worker.skipped, 1);
});

test("an asset comes from the cache, or from the host if the browser evicted it", async () => {
  const kept = { status: 200, words: "kept" };
  const worker = start("sw.js", { caches: { [NOW]: [["a.js", kept]] } });
  assert.equal((await worker.fetch("a.js")).words, "kept");
  assert.deepEqual(worker.requested, []);
  assert.equal((await worker.fetch("shell.html")).words, "from the host");
});

test("a page comes from the host first, even a 404", async () => {
  const worker = start("sw.js", { caches: complete });
  assert.equal((await worker.fetch("about", { mode: "navigate" })).words, "from the host");
  const missing = start("sw.js", {
    caches: complete,
    host: () => ({ status: 404, words: "not found" }),
  });
  assert.equal((await missing.fetch("nowhere", { mode: "navigate" })).words, "not found");
});

for (const [fault, host] of Object.entries({
  "is unreachable": unreachable,
  "responds with 502": () => ({ status: 502, words: "Bad Gateway" }),
})) {
  test(`the shell replaces a page when the host ${fault}`, async () => {
    const worker = start("sw.js", { caches: complete, host });
    assert.equal((await worker.fetch("about", { mode: "navigate" })).words, "the shell");
    const empty = start("sw.js", { host }).fetch("about", { mode: "navigate" });
    if (host === unreachable) await assert.rejects(empty, /Failed to fetch/);
    else assert.equal((await empty).status, 502);
  });
}

test("the shell replaces a page when the host is slow", async () => {
  const worker = start("sw.js", { caches: complete, host: () => new Promise(() => {}) });
  const answer = worker.fetch("about", { mode: "navigate" });
  worker.clock.run();
  assert.equal((await answer).words, "the shell");
});

test("a shell that was cached after a redirect can respond to a navigation", async () => {
  const caches = { [NOW]: [["shell.html", { status: 200, body: "the shell", redirected: true }]] };
  const worker = start("sw.js", { caches, host: unreachable });
  const answer = await worker.fetch("about", { mode: "navigate" });
  assert.equal(answer.words, "the shell");
  assert.ok(!answer.redirected);
});

test("data comes from the host first, and from the cache if the host is unreachable", async () => {
  const caches = { [NOW]: [["api.json", { status: 200, words: "kept" }]] };
  assert.equal((await start("sw.js", { caches }).fetch("api.json")).words, "from the host");
  assert.equal(
    (await start("sw.js", { caches, host: unreachable }).fetch("api.json")).words,
    "kept",
  );
});

test("requests with other methods and for other files are not intercepted", () => {
  const worker = start("sw.js", { caches: complete });
  assert.equal(worker.fetch("about", { mode: "navigate", method: "POST" }), undefined);
  assert.equal(worker.fetch("preview.png", { mode: "no-cors" }), undefined);
  assert.deepEqual(worker.requested, []);
});

test("the kill switch deletes every edition of this site, unregisters and reloads open pages", async () => {
  const worker = start("kill-switch.js", {
    caches: { [BEFORE]: [], [NOW]: [], [ELSEWHERE]: [] },
  });
  worker.dispatch("install");
  assert.equal(worker.skipped, 1);
  await worker.dispatch("activate");
  await settled();
  assert.deepEqual([...worker.kept.keys()], [ELSEWHERE]);
  assert.equal(worker.unregistered, 1);
  assert.deepEqual(worker.loaded, ["https://example.org/sub/", "https://example.org/sub/about"]);
  assert.equal(worker.fetch("about", { mode: "navigate" }), undefined);
});
