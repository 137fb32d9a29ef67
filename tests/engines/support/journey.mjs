// Node.js's test with a new profile and a new host per journey, in the engine that CASEBOOK_ENGINE
// names. An engine gives tabs: see drivers/.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { startHost } from "./host.mjs";
import { startOutside } from "./outside.mjs";
import { Reader } from "./reader.mjs";

const TIMEOUT = 120_000;

const name = process.env.CASEBOOK_ENGINE;
const { launch, first = [], OWN_HOSTS } = await import(`../drivers/${name}.mjs`);

let engine;
let outside;

before(async () => {
  outside = await startOutside(OWN_HOSTS);
  engine = await launch({ proxyPort: outside.port });
});

after(async () => {
  await engine?.close();
  outside?.stop();
});

/**
 * A test that receives a reader.
 *
 * @param {object} [options]
 * @param {(() => void)[]} [options.inPage] Functions that run first in each page.
 * @param {string[]} [options.hosts] Other sites that the journey makes requests to.
 * @param {RegExp} [options.errors] Errors that the journey provokes.
 */
export function journey(title, walk, { inPage = [], hosts = [], errors } = {}) {
  test(title, { timeout: TIMEOUT }, async () => {
    const asked = outside.hosts.length;
    const host = await startHost([...first, ...inPage]);
    const tab = await engine.openTab();
    try {
      const reader = new Reader(tab, host, () => outside.hosts.slice(asked));
      await walk(reader);
      const found = await tab.errors();
      assert.deepEqual(
        found.filter((error) => !errors?.test(error)),
        [],
        "page errors and console errors",
      );
      assert.deepEqual(reader.foreignHosts, hosts, "requests to other sites");
    } finally {
      await tab.close();
      await host.stop();
    }
  });
}
