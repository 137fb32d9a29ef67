// public/boot/first.js: runs before the first paint, and handles pages without the app.
import assert from "node:assert/strict";
import { test } from "node:test";

import { run, settled, storage, target, timers } from "./support.mjs";

const BOOT = "/sub/assets/boot-0123456789abcdef.js";
const HALTED = "casebook.halted";
const RENEWED = "casebook.renewed";

const pageWith = (boot) => `<!doctype html><script>boot.src = "${boot}"</script>`;
/** Responses of the host while the open page refers to `BOOT`. */
const SAME = pageWith(BOOT);
const NEWER = pageWith("/sub/assets/boot-fedcba9876543210.js");
const PROXY = "<h1>502 Bad Gateway</h1>";

/**
 * A page that runs first.js. `host` is the body of the host's response; unreachable if undefined.
 */
function open({ search = "", hash = "", visit = "navigate", host, local, session, absent } = {}) {
  const clock = timers();
  const root = { dataset: {} };
  const elements = { "trouble-words": {}, "trouble-again": target() };
  const painted = [];
  const page = { root, elements, reloads: 0, scripts: [], policies: {} };
  const location = {
    search,
    hash,
    href: `https://example.org/sub/${search}${hash}`,
    reload: () => (page.reloads += 1),
  };
  const world = target({
    BOOT,
    WORKER: "/sub/sw.js",
    QUERY_KEYS: "q|tech",
    document: target({
      documentElement: root,
      getElementById: (id) => elements[id],
      createElement: () => target(),
      head: { append: (script) => page.scripts.push(script) },
    }),
    location,
    localStorage: local ?? storage(),
    sessionStorage: session ?? storage(),
    performance: { getEntriesByType: () => [{ type: visit }] },
    PerformanceObserver: class {
      constructor(seen) {
        this.observe = () => painted.push(seen);
      }
    },
    fetch: async () => {
      if (host === undefined) throw new TypeError("Failed to fetch");
      return { text: async () => host };
    },
    trustedTypes: { createPolicy: (name, rules) => (page.policies[name] = rules) },
    setTimeout: clock.setTimeout,
  });
  world.window = world;
  absent?.(world);
  run("public/boot/first.js", world);
  page.document = world.document;
  page.location = location;
  page.session = world.sessionStorage;
  page.paint = () => {
    for (const seen of painted) seen();
    clock.run();
  };
  page.load = () => {
    world.fire("load");
    clock.run();
  };
  /** Paints and returns the object that first.js provides to boot.js. */
  page.boot = () => {
    page.paint();
    return world.casebook;
  };
  page.act = async (act) => {
    await act();
    await settled();
    clock.run();
  };
  return page;
}

test("content is hidden until the app is live if the query changes what is shown", () => {
  const isHidden = (search) => "pending" in open({ search }).root.dataset;
  for (const search of [
    "?q=spark",
    "?tech=kafka",
    "?TECH=Kafka",
    "?utm_source=x&q=",
    "?sort=name&tech=a",
  ]) {
    assert.ok(isHidden(search), search);
  }
  for (const search of ["", "?", "?utm_source=x", "?faq=1", "?q", "?techs=a", "?x=q"]) {
    assert.ok(!isHidden(search), search);
  }
});

test("the saved theme is applied; blocked storage causes no error", () => {
  const local = storage({ "casebook.theme": "dark" });
  assert.equal(open({ local }).root.dataset.theme, "dark");
  assert.ok(!("theme" in open().root.dataset));
  const blocked = storage({}, { isBlocked: true });
  assert.equal(open({ local: blocked, session: blocked }).root.dataset.app, "starting");
});

test("the layout of cards is postponed only on visits that start at the top of the page", () => {
  const isFresh = (options) => "fresh" in open(options).root.dataset;
  assert.ok(isFresh({}));
  assert.ok(!isFresh({ hash: "#spark" }));
  assert.ok(!isFresh({ visit: "reload" }));
  assert.ok(!isFresh({ visit: "back_forward" }));
});

test("boot.js is loaded once, after the first paint or the load event", () => {
  const page = open();
  assert.equal(page.scripts.length, 0);
  page.paint();
  page.load();
  assert.deepEqual(
    page.scripts.map(({ src, type }) => [src, type]),
    [[BOOT, "module"]],
  );
  const unpainted = open();
  unpainted.load();
  assert.equal(unpainted.scripts.length, 1);
});

const refuse = () => {
  throw new TypeError("refused");
};

const ABSENT = {
  "no performance": (world) => delete world.performance,
  "no entries of performance": (world) => (world.performance = {}),
  "no PerformanceObserver": (world) => delete world.PerformanceObserver,
  "a PerformanceObserver that refuses": (world) =>
    (world.PerformanceObserver = class {
      observe = refuse;
    }),
  "no Trusted Types": (world) => delete world.trustedTypes,
  "Trusted Types that refuse a policy": (world) => (world.trustedTypes.createPolicy = refuse),
  "no storage": (world) => {
    delete world.localStorage;
    delete world.sessionStorage;
  },
};

for (const [name, absent] of Object.entries(ABSENT)) {
  test(`boot.js is loaded in a browser with ${name}`, () => {
    const page = open({ absent });
    page.paint();
    page.load();
    assert.equal(page.scripts.length, 1);
    assert.equal(page.root.dataset.app, "starting");
  });
}

test("boot.js is loaded by a script that a host has delayed past the load event", () => {
  const page = open({
    absent(world) {
      world.document.readyState = "complete";
      delete world.PerformanceObserver;
    },
  });
  page.paint();
  assert.equal(page.scripts.length, 1);
});

test("the page says so when it must not add a script", () => {
  const script = target();
  Object.defineProperty(script, "src", { set: refuse });
  const page = open({ absent: (world) => (world.document.createElement = () => script) });
  page.paint();
  page.load();
  assert.deepEqual(page.scripts, []);
  assert.equal(page.root.dataset.app, "lost");
});

test("an outdated page is reloaded", async () => {
  const page = open({ search: "?q=x", host: NEWER });
  page.paint();
  await page.act(() => page.scripts[0].fire("error"));
  assert.equal(page.reloads, 1);
  assert.equal(page.session.texts[RENEWED], BOOT);
  assert.equal(page.root.dataset.app, "starting");
});

const NOT_RELOADED = {
  "the host has the same page": { host: SAME },
  "the host is unreachable": { host: undefined },
  "a proxy responds with an error page": { host: PROXY },
  "it was already reloaded": { host: NEWER, session: () => storage({ [RENEWED]: "x" }) },
  "storage is full": { host: NEWER, session: () => storage({}, { isFull: true }) },
};

for (const [reason, { host, session }] of Object.entries(NOT_RELOADED)) {
  test(`a page whose app is missing is not reloaded when ${reason}`, async () => {
    const page = open({ search: "?q=x", host, session: session?.() });
    const { renew } = page.boot();
    await page.act(renew);
    assert.equal(page.reloads, 0);
    assert.equal(page.root.dataset.app, "lost");
    assert.ok(!("pending" in page.root.dataset));
  });
}

test("a missing file has no effect once the app is live", async () => {
  const page = open({ host: NEWER });
  const { renew } = page.boot();
  page.root.dataset.app = "live";
  await page.act(renew);
  assert.equal(page.reloads, 0);
  assert.equal(page.root.dataset.app, "live");
});

test("two missing files cause one reload", async () => {
  const page = open({ host: NEWER });
  const { renew } = page.boot();
  await page.act(() => Promise.all([renew(), renew()]));
  assert.equal(page.reloads, 1);
  assert.equal(page.root.dataset.app, "starting");
});

test("after a successful start the page may be reloaded again", async () => {
  const session = storage({ [RENEWED]: "x" });
  const page = open({ host: NEWER, session });
  const { forget, renew } = page.boot();
  forget();
  await page.act(renew);
  assert.equal(page.reloads, 1);
});

test("after a crash the same URL opens without the app until the reader tries again", async () => {
  const session = storage();
  const broken = open({ host: SAME, session });
  const { halt } = broken.boot();
  await broken.act(halt);
  assert.equal(broken.reloads, 1);

  const plain = open({ host: SAME, session });
  plain.paint();
  assert.equal(plain.scripts.length, 0);
  assert.equal(plain.root.dataset.app, "lost");
  assert.ok(plain.elements["trouble-words"].textContent);
  const elsewhere = open({ search: "?q=x", host: SAME, session });
  elsewhere.paint();
  assert.equal(elsewhere.scripts.length, 1);

  plain.elements["trouble-again"].fire("click");
  const again = open({ host: SAME, session });
  again.paint();
  assert.equal(again.scripts.length, 1);
});

test("after a crash the page is not reloaded if the host is unreachable", async () => {
  const page = open({ host: PROXY });
  const { halt } = page.boot();
  await page.act(halt);
  assert.equal(page.reloads, 0);
  assert.equal(page.root.dataset.app, "lost");
  assert.equal(page.session.texts[HALTED], undefined);
});

/** A click on a target inside `button`, if given, and inside #app or not. */
function click({ button = null, isInApp = true }) {
  const closest = (selector) => ({ "#app": isInApp ? {} : null, button })[selector];
  const event = { target: { closest }, stopped: 0, prevented: 0 };
  event.stopPropagation = () => (event.stopped += 1);
  event.preventDefault = () => (event.prevented += 1);
  return event;
}

test("a button pressed before the app is live is recorded; links work as usual", () => {
  const page = open();
  const { early } = page.boot();
  const [button, onButton] = [{}, click({ button: {} })];
  page.document.fire("click", click({ button }));
  assert.equal(early.pressed, button);
  page.document.fire("click", onButton);
  assert.deepEqual([onButton.stopped, onButton.prevented], [1, 1]);
  const onLink = click({});
  page.document.fire("click", onLink);
  assert.deepEqual([onLink.stopped, onLink.prevented], [1, 0]);
  assert.equal(early.pressed, null);
  const outside = click({ button: {}, isInApp: false });
  page.document.fire("click", outside);
  assert.deepEqual([outside.stopped, outside.prevented], [0, 0]);
});

test("clicks are left alone once the app is live", () => {
  const page = open();
  page.boot();
  page.root.dataset.app = "live";
  const onButton = click({ button: {} });
  page.document.fire("click", onButton);
  assert.deepEqual([onButton.stopped, onButton.prevented], [0, 0]);
});

test("changed menus and scrolled boxes are recorded until the app is live", () => {
  const page = open();
  const { early } = page.boot();
  const [menu, box] = [{}, {}];
  page.document.fire("change", { target: menu });
  page.document.fire("scroll", { target: box });
  early.stop();
  page.document.fire("change", { target: {} });
  page.document.fire("scroll", { target: {} });
  const late = click({ button: {} });
  page.document.fire("click", late);
  assert.deepEqual([...early.chosen], [menu]);
  assert.deepEqual([...early.scrolled], [box]);
  assert.equal(late.stopped, 0);
});

test("Trusted Types accept only the two script URLs of the site", () => {
  const page = open();
  page.boot();
  const { createScriptURL } = page.policies.default;
  assert.equal(createScriptURL(BOOT), BOOT);
  assert.equal(createScriptURL("/sub/sw.js"), "/sub/sw.js");
  for (const url of ["https://evil.example/boot.js", `${BOOT}?`, "data:text/javascript,0", ""]) {
    assert.equal(createScriptURL(url), undefined, url);
  }
});

test("Trusted Types accept no markup until boot.js provides the check", () => {
  const page = open();
  const provided = page.boot();
  const { createHTML } = page.policies.default;
  assert.equal(createHTML("<p>"), undefined);
  provided.checkTemplate = (html) => (html === "<p>" ? html : undefined);
  assert.equal(createHTML("<p>"), "<p>");
  assert.equal(createHTML("<img>"), undefined);
});
