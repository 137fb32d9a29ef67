// public/boot/offline.js: registers the service worker and offers updates.
import assert from "node:assert/strict";
import { test } from "node:test";

import { keepOffline } from "../../public/boot/offline.js";
import { settled, target } from "./support.mjs";

const worker = () =>
  target({
    sent: [],
    postMessage(text) {
      this.sent.push(text);
    },
  });

/** Runs keepOffline on a page. `register` replaces the browser's; null means no support. */
async function keep({ base = "/sub/", workers = {}, register } = {}) {
  const elements = {
    update: { hidden: true },
    "update-words": { textContent: "" },
    "update-take": target(),
    "update-later": target(),
  };
  const page = { elements, links: [], registered: [], reloads: 0, updates: 0 };
  const registration = target({
    ...workers,
    update: async () => {
      page.updates += 1;
      throw new Error("no connection");
    },
  });
  const container = target({
    register: async (...given) => {
      page.registered.push(given);
      return register ? register() : registration;
    },
  });
  const define = (name, value) =>
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  define("navigator", register === null ? {} : { serviceWorker: container });
  define("location", { reload: () => (page.reloads += 1) });
  define(
    "document",
    target({
      visibilityState: "visible",
      querySelector: () => (base === null ? null : { content: base }),
      createElement: () => ({}),
      head: { append: (link) => page.links.push(link) },
      getElementById: (id) => elements[id],
    }),
  );
  await keepOffline();
  await settled();
  page.press = (id) => elements[id].fire("click");
  page.isOffered = () => !elements.update.hidden;
  return Object.assign(page, { registration, container, document: globalThis.document });
}

test("the worker and the manifest are loaded from the base path", async () => {
  const page = await keep();
  const [{ rel, href }, ...more] = page.links;
  assert.deepEqual([rel, href, more], ["manifest", "/sub/manifest.webmanifest", []]);
  assert.equal(page.registered[0][0], "/sub/sw.js");
  assert.equal(page.registered[0][1].scope, "/sub/");
  const atRoot = await keep({ base: null });
  assert.equal(atRoot.registered[0][0], "/sw.js");
});

test("the manifest is fetched with cookies and passwords, for hosts that ask for a login", async () => {
  assert.equal((await keep()).links[0].crossOrigin, "use-credentials");
});

test("missing or refused service workers cause no error", async () => {
  assert.equal((await keep({ register: null })).links.length, 1);
  const refused = await keep({
    register: () => {
      throw new Error("not allowed");
    },
  });
  assert.equal(refused.isOffered(), false);
});

test("the first worker is not offered as an update", async () => {
  assert.equal((await keep({ workers: { waiting: worker() } })).isOffered(), false);
  assert.equal((await keep({ workers: { active: worker() } })).isOffered(), false);
});

test("a waiting update is offered and activated by a click", async () => {
  const waiting = worker();
  const page = await keep({ workers: { waiting, active: worker() } });
  assert.ok(page.isOffered());
  page.press("update-take");
  assert.deepEqual(waiting.sent, ["take over"]);
  assert.equal(page.reloads, 0);
  page.container.fire("controllerchange");
  assert.equal(page.reloads, 1);
});

test("an update found while the page is open is offered once installed", async () => {
  const page = await keep({ workers: { active: worker() } });
  const installing = worker();
  page.registration.installing = installing;
  page.registration.fire("updatefound");
  installing.fire("statechange");
  assert.equal(page.isOffered(), false);
  page.registration.waiting = installing;
  installing.fire("statechange");
  assert.ok(page.isOffered());
});

test("a click reloads the page when another tab has activated the update", async () => {
  const page = await keep({ workers: { waiting: worker(), active: worker() } });
  page.container.fire("controllerchange");
  assert.equal(page.reloads, 0);
  page.registration.waiting = null;
  page.press("update-take");
  assert.equal(page.reloads, 1);
});

test("the reader can postpone an update", async () => {
  const page = await keep({ workers: { waiting: worker(), active: worker() } });
  page.press("update-later");
  assert.equal(page.isOffered(), false);
  page.container.fire("controllerchange");
  assert.equal(page.reloads, 0);
});

test("a tab that becomes visible checks for updates and ignores a failure", async () => {
  const page = await keep();
  page.document.fire("visibilitychange");
  await settled();
  assert.equal(page.updates, 1);
  page.document.visibilityState = "hidden";
  page.document.fire("visibilitychange");
  await settled();
  assert.equal(page.updates, 1);
});
