// public/worker/: the service worker, and the one that removes it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { run, settled, target, timers } from "./support.mjs";

const SCOPE = "https://example.org/sub/";
const NOW = `casebook ${SCOPE} now`;
const BEFORE = `casebook ${SCOPE} before`;
const ELSEWHERE = "casebook https://example.org/other/ now";
const DEFINES = { EDITION: "now", KEPT: "a.js shell.html", DATA: "api.json", SHELL: "shell.html" };

/**
 * Runs a worker. `caches` maps names of caches to their entries; `host` answers a path below the scope
 * with a status and words, or throws.
 */
function start(
  script,
  { caches = {}, host = () => ({ status: 200, words: "from the host" }) } = {},
) {
  const kept = new Map(Object.entries(caches).map(([name, held]) => [name, new Map(held)]));
  const asked = [];
  const fetch = async (request) => {
    const url = request.url ?? request;
    asked.push(url.replace(SCOPE, ""));
    return host(url.replace(SCOPE, ""));
  };
  const clock = timers();
  const windows = ["https://example.org/sub/", "https://example.org/sub/about"];
  const worker = { kept, asked, clock, loaded: [], claimed: 0, skipped: 0, unregistered: 0 };
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
  /** Dispatches an event; returns what the worker gives to waitUntil or respondWith. */
  worker.tell = (name, event = {}) => {
    let outcome;
    const hand = (promise) => (outcome = promise);
    self.fire(name, { ...event, waitUntil: hand, respondWith: hand });
    return outcome;
  };
  worker.ask = (path, { mode = "cors", method = "GET" } = {}) =>
    worker.tell("fetch", { request: { url: SCOPE + path, mode, method } });
  return worker;
}

const SHELL = { status: 200, words: "the shell" };
const complete = { [NOW]: [["shell.html", SHELL]] };
const outOfReach = () => {
  throw new TypeError("Failed to fetch");
};

test("installing precaches every file of the edition", async () => {
  const worker = start("sw.js");
  await worker.tell("install");
  assert.deepEqual([...worker.kept.get(NOW).keys()], ["a.js", "shell.html", "api.json"]);
});

test("a failed install leaves no cache, but an edition that was complete before stays", async () => {
  const host = (path) => ({ status: path === "api.json" ? 500 : 200, words: "" });
  const first = start("sw.js", { host });
  await assert.rejects(first.tell("install"));
  assert.deepEqual([...first.kept.keys()], []);
  const again = start("sw.js", { host, caches: complete });
  await assert.rejects(again.tell("install"));
  assert.deepEqual([...again.kept.keys()], [NOW]);
});

test("activating deletes older editions of this site and no other site's", async () => {
  const worker = start("sw.js", { caches: { [BEFORE]: [], [NOW]: [], [ELSEWHERE]: [] } });
  await worker.tell("activate");
  assert.deepEqual([...worker.kept.keys()], [NOW, ELSEWHERE]);
  assert.equal(worker.claimed, 1);
});

test("a waiting worker is activated only by its message", () => {
  const worker = start("sw.js");
  worker.tell("message", { data: "something else" });
  assert.equal(worker.skipped, 0);
  worker.tell("message", { data: "take over" });
  assert.equal(worker.skipped, 1);
});

test("an asset comes from the cache, or from the host if the browser evicted it", async () => {
  const kept = { status: 200, words: "kept" };
  const worker = start("sw.js", { caches: { [NOW]: [["a.js", kept]] } });
  assert.equal((await worker.ask("a.js")).words, "kept");
  assert.deepEqual(worker.asked, []);
  assert.equal((await worker.ask("shell.html")).words, "from the host");
});

test("a page comes from the host first, also when it answers 404", async () => {
  const worker = start("sw.js", { caches: complete });
  assert.equal((await worker.ask("about", { mode: "navigate" })).words, "from the host");
  const missing = start("sw.js", {
    caches: complete,
    host: () => ({ status: 404, words: "not found" }),
  });
  assert.equal((await missing.ask("nowhere", { mode: "navigate" })).words, "not found");
});

for (const [fault, host] of Object.entries({
  "is out of reach": outOfReach,
  "answers 502": () => ({ status: 502, words: "Bad Gateway" }),
})) {
  test(`the shell replaces a page when the host ${fault}`, async () => {
    const worker = start("sw.js", { caches: complete, host });
    assert.equal((await worker.ask("about", { mode: "navigate" })).words, "the shell");
    const empty = start("sw.js", { host }).ask("about", { mode: "navigate" });
    if (host === outOfReach) await assert.rejects(empty, /Failed to fetch/);
    else assert.equal((await empty).status, 502);
  });
}

test("the shell replaces a page when the host is slow", async () => {
  const worker = start("sw.js", { caches: complete, host: () => new Promise(() => {}) });
  const answer = worker.ask("about", { mode: "navigate" });
  worker.clock.run();
  assert.equal((await answer).words, "the shell");
});

test("a shell that was redirected may answer a navigation", async () => {
  const caches = { [NOW]: [["shell.html", { status: 200, body: "the shell", redirected: true }]] };
  const worker = start("sw.js", { caches, host: outOfReach });
  const answer = await worker.ask("about", { mode: "navigate" });
  assert.equal(answer.words, "the shell");
  assert.ok(!answer.redirected);
});

test("data comes from the host first, and from the cache when it is out of reach", async () => {
  const caches = { [NOW]: [["api.json", { status: 200, words: "kept" }]] };
  assert.equal((await start("sw.js", { caches }).ask("api.json")).words, "from the host");
  assert.equal((await start("sw.js", { caches, host: outOfReach }).ask("api.json")).words, "kept");
});

test("other methods and other files are left to the browser", () => {
  const worker = start("sw.js", { caches: complete });
  assert.equal(worker.ask("about", { mode: "navigate", method: "POST" }), undefined);
  assert.equal(worker.ask("preview.png", { mode: "no-cors" }), undefined);
  assert.deepEqual(worker.asked, []);
});

test("the kill switch deletes every edition of this site, unregisters and reloads open pages", async () => {
  const worker = start("kill-switch.js", {
    caches: { [BEFORE]: [], [NOW]: [], [ELSEWHERE]: [] },
  });
  worker.tell("install");
  assert.equal(worker.skipped, 1);
  await worker.tell("activate");
  await settled();
  assert.deepEqual([...worker.kept.keys()], [ELSEWHERE]);
  assert.equal(worker.unregistered, 1);
  assert.deepEqual(worker.loaded, ["https://example.org/sub/", "https://example.org/sub/about"]);
  assert.equal(worker.ask("about", { mode: "navigate" }), undefined);
});
