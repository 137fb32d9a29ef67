// What a reader does and sees, in any engine. Elements are found by role and accessible name, never
// by class.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

const TIMEOUT = 30_000;

/** Repeats an action until it throws no error. Throws its last error after the timeout. */
async function eventually(action) {
  const end = Date.now() + TIMEOUT;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(50); // Polling interval.
  }
}

export class Reader {
  #tab;
  #foreignHosts;

  constructor(tab, host, foreignHosts) {
    this.#tab = tab;
    this.host = host;
    this.#foreignHosts = foreignHosts;
  }

  /** Other sites that have been asked for so far, as `host:port`. */
  get foreignHosts() {
    return this.#foreignHosts();
  }

  /** Opens a path of the site and waits for the app. */
  async open(path) {
    await this.openPage(path);
    await this.appIsLive();
  }

  /** Opens a path of the site, also where no app will start. */
  openPage(path) {
    return this.#tab.goto(this.host.origin + path);
  }

  async reload() {
    await this.#tab.reload();
    await this.appIsLive();
  }

  back() {
    return this.#tab.back();
  }

  click(role, name, within) {
    return eventually(() => this.#tab.click({ role, name, within }));
  }

  hover(role, name) {
    return eventually(() => this.#tab.hover({ role, name }));
  }

  /** Chooses an option of a menu by its value. */
  choose(name, value) {
    return eventually(() => this.#tab.choose({ role: "combobox", name }, value));
  }

  type(text) {
    return this.#tab.type(text);
  }

  press(key) {
    return this.#tab.press(key);
  }

  /** Runs a function in the page. */
  run(fn, ...args) {
    return this.#tab.run(fn, ...args);
  }

  /** The status that the host answers with for the page's URL. */
  status() {
    return this.run(async () => (await fetch(location.href)).status);
  }

  /** The result of a function that the page applies to an element. */
  read(role, name, fn, ...args) {
    return eventually(() => this.#tab.read({ role, name }, fn, ...args));
  }

  appIsLive() {
    return this.#expect("state of the app", "live", () => document.documentElement.dataset.app);
  }

  sees(role, name, within) {
    return eventually(async () => {
      assert.ok(await this.#tab.has({ role, name, within }), `there is no ${role} ${name}`);
    });
  }

  seesNo(role, name, within) {
    return eventually(async () => {
      assert.ok(!(await this.#tab.has({ role, name, within })), `there is a ${role} ${name}`);
    });
  }

  expectHeading(name) {
    return this.#expect("the heading", name, () =>
      document.querySelector("h1")?.textContent.replace(/\s+/g, " ").trim(),
    );
  }

  /** Waits until every count above the cards is `expected`, as in "1 company". */
  expectCount(expected) {
    return eventually(async () => {
      const counts = await this.run(() =>
        document
          .querySelector("[aria-label=Results]")
          .innerText.match(/^\s*\d+ compan(y|ies)\s*$/gm),
      );
      const told = new Set(counts?.map((count) => count.trim()));
      assert.deepEqual([...told], [expected]);
    });
  }

  /** Waits until path and query of the page's URL are `expected`. */
  expectAddress(expected) {
    return this.#expect("the address", expected, () => location.pathname + location.search);
  }

  expectAttribute(role, name, attribute, expected) {
    return eventually(async () => {
      const value = await this.read(role, name, (e, key) => e.getAttribute(key), attribute);
      assert.equal(value, expected, `${attribute} of ${name}`);
    });
  }

  expectValue(role, name, expected) {
    return eventually(async () => {
      assert.equal(await this.read(role, name, (element) => element.value), expected);
    });
  }

  expectScrolled() {
    return eventually(async () => assert.ok(await this.run(() => scrollY > 0), "scrolled"));
  }

  expectForeignHosts(expected) {
    return eventually(async () => assert.deepEqual(this.foreignHosts, expected));
  }

  /** The headings of the cards. */
  cardNames() {
    return this.run(() =>
      [...document.querySelectorAll("[aria-label=Companies] :is(h2, h3)")].map((heading) =>
        heading.textContent.trim(),
      ),
    );
  }

  /** Waits until the grid shows exactly these companies, in any order. */
  expectCompanies(names) {
    return eventually(async () => {
      assert.deepEqual((await this.cardNames()).sort(), [...names].sort());
    });
  }

  /** Waits until the headings of the cards satisfy `fit`; resolves to the headings. */
  expectCards(fit) {
    return eventually(async () => {
      const names = await this.cardNames();
      assert.ok(fit(names), `the grid shows ${names.join(", ") || "nothing"}`);
      return names;
    });
  }

  /** Clicks a choice of a facet, which shows its number of companies after its name. */
  chooseFacet(facet, name) {
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const choice = new RegExp(`^${literal}\\s*\\d+\\s*compan`);
    return this.click("link", choice, { role: "group", name: facet });
  }

  #expect(what, expected, fn) {
    return eventually(async () => assert.equal(await this.run(fn), expected, what));
  }
}
