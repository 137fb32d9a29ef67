// public/boot/boot.js: starts the app and handles its failures.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { settled, target } from "./support.mjs";

const BOOT = new URL("../../public/boot/boot.js", import.meta.url).href;
const FOLDER = new URL(".", BOOT).href;

/** A module like the one that wasm-bindgen generates. `body` runs when the app starts. */
const glue = (body) => `data:text/javascript,export default async (given) => { ${body} }`;

const nodeWebAssembly = globalThis.WebAssembly;
let runs = 0;

afterEach(() => {
  globalThis.WebAssembly = nodeWebAssembly;
});

/** Runs boot.js. `calls` records its calls to the object that first.js provides. */
async function start({ app = glue(""), isLive = false } = {}) {
  const calls = [];
  const call =
    (name) =>
    (...given) =>
      calls.push([name, ...given]);
  const events = target();
  Object.assign(globalThis, {
    GLUE: app,
    WASM: "./casebook.wasm",
    document: target({ documentElement: { dataset: {} } }),
    addEventListener: events.addEventListener,
    casebook: {
      isLive: () => isLive,
      lose: call("lose"),
      renew: call("renew"),
      halt: call("halt"),
    },
  });
  const page = globalThis.casebook;
  // A module runs once per URL.
  await import(`${BOOT}?${(runs += 1)}`);
  await settled();
  return { calls, events, page };
}

const names = (calls) => calls.map(([name]) => name);
const trap = () => new WebAssembly.RuntimeError("unreachable");

test("the app is started and its templates are checked", async () => {
  const { calls, page } = await start();
  assert.deepEqual(calls, []);
  assert.equal(globalThis.casebook, undefined);
  assert.equal(page.checkTemplate("<p>"), "<p>");
  assert.equal(page.checkTemplate("<script>"), undefined);
});

test("the wasm is loaded from the folder of boot.js", async () => {
  globalThis.started = undefined;
  await start({ app: glue("globalThis.started = given") });
  assert.equal(globalThis.started.module_or_path.href, `${FOLDER}casebook.wasm`);
});

test("without WebAssembly a message is shown and nothing is loaded", async () => {
  globalThis.WebAssembly = undefined;
  const { calls, events } = await start({ app: glue("throw new Error()") });
  assert.deepEqual(names(calls), ["lose"]);
  assert.match(calls[0][1], /WebAssembly/);
  events.fire("error", { error: new Error("x"), filename: `${FOLDER}boot.js` });
  assert.equal(calls.length, 1);
});

test("an app that cannot take over what the reader did comes in all the same", async () => {
  const { page } = await start();
  const [shown, app] = [{}, { isConnected: false }];
  shown.replaceWith = (other) => (shown.replacedBy = other);
  Object.assign(document, {
    getElementById: () => shown,
    querySelector: () => null,
    createElement: () => ({}),
    head: { append: () => {} },
  });
  Object.assign(page, { early: undefined, forget: () => (page.isForgotten = true) });
  document.fire("casebook:mounted", { detail: app, preventDefault: () => {} });
  assert.equal(shown.replacedBy, app);
  assert.equal(page.isForgotten, true);
  await settled();
});

for (const [fault, app] of Object.entries({
  "cannot be loaded": "./no-such-module.js",
  "fails to start": glue("throw new Error()"),
})) {
  test(`the page checks for a newer version when the app ${fault}`, async () => {
    const { calls } = await start({ app });
    assert.deepEqual(names(calls), ["renew"]);
  });
}

test("the page checks for a newer version after any error before the app is live", async () => {
  const { calls, events } = await start();
  const inFile = { error: new Error("x"), filename: `${FOLDER}casebook.js` };
  const inStack = { error: { stack: `at f (${FOLDER}casebook.js:1:1)` }, filename: "" };
  for (const event of [inFile, inStack, { error: trap(), filename: "" }]) {
    calls.length = 0;
    events.fire("error", event);
    assert.deepEqual(names(calls), ["renew"]);
  }
  calls.length = 0;
  events.fire("unhandledrejection", { reason: inStack.error });
  assert.deepEqual(names(calls), ["renew"]);
});

test("errors of a browser extension are ignored", async () => {
  for (const isLive of [false, true]) {
    const { calls, events } = await start({ isLive });
    const error = { stack: "at f (chrome-extension://abc/content.js:1:1)" };
    events.fire("error", { error, filename: "chrome-extension://abc/content.js" });
    events.fire("unhandledrejection", { reason: undefined });
    assert.deepEqual(calls, []);
  }
});

test("a trap of the live app halts it and leaves clicks to the browser", async () => {
  const { calls, events } = await start({ isLive: true });
  events.fire("error", { error: new Error("x"), filename: `${FOLDER}casebook.js` });
  assert.deepEqual(calls, []);
  events.fire("error", { error: trap() });
  assert.deepEqual(names(calls), ["halt"]);
  let stopped = 0;
  events.fire("click", { stopImmediatePropagation: () => (stopped += 1) });
  assert.equal(stopped, 1);
});
