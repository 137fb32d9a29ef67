// Every page of the built sites is valid HTML. `cargo xtask test --only html` names the sites.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";

import { validate } from "./validate.mjs";

const sites = process.env.CASEBOOK_SITES?.split(delimiter);
if (!sites) throw new Error("CASEBOOK_SITES is not set: run `cargo xtask test --only html`");

for (const site of sites) {
  test(`every page in ${site} is valid`, async () => {
    // A page has the same bytes under two names, with and without a folder of its own.
    const pages = new Map();
    for (const name of readdirSync(site, { recursive: true })) {
      if (name.endsWith(".html")) pages.set(readFileSync(join(site, name), "utf8"), name);
    }
    assert.ok(pages.size > 1, `no pages in ${site}`);
    const faults = [];
    for (const [html, name] of pages) faults.push(...(await validate(html, name)));
    assert.deepEqual(faults, []);
  });
}
