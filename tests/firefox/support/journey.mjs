// Node.js's test with a new Firefox profile per journey: no storage, no history.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import puppeteer from "puppeteer-core";

import { serve } from "../../host/serve.mjs";
import { ROOT } from "../../host/sites.mjs";
import { Guard } from "./guard.mjs";

const firefox = process.env.FIREFOX;
if (!firefox) {
  throw new Error("FIREFOX is not set: run `cargo xtask test --only firefox`");
}

const TIMEOUT = 240_000;

let browser;
let server;

before(async () => {
  server = await serve(ROOT);
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefox,
    headless: true,
    protocol: "webDriverBiDi",
    timeout: TIMEOUT,
  });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A test that receives a page, `open` to load a path of the site, and the guard. */
export function journey(name, walk) {
  test(name, { timeout: TIMEOUT }, async () => {
    const reader = await browser.createBrowserContext();
    try {
      const page = await reader.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      const guard = new Guard(page, server.origin);
      // Waits for the app, so that journeys do not act on the prerendered page.
      const open = async (path) => {
        const answer = await page.goto(server.origin + path);
        await page.waitForSelector("html[data-app=live]");
        return answer;
      };
      await walk({ page, open, guard });
      assert.deepEqual(await guard.faults(), [], "page errors, console errors, foreign requests");
    } finally {
      await reader.close();
    }
  });
}
