// Firefox over WebDriver BiDi, which Puppeteer speaks and Firefox understands without a driver.
import puppeteer from "puppeteer-core";

import { expressionFor } from "../support/finder.mjs";

const TIMEOUT = 60_000;

/** Hosts that Firefox itself asks, whatever page is open. */
export const OWN_HOSTS = /\.mozilla\.(com|net|org)(:\d+)?$/;

/** Requests to other hosts than 127.0.0.1 go to the proxy on `proxyPort`. */
export async function launch({ proxyPort }) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: required("FIREFOX"),
    headless: true,
    protocol: "webDriverBiDi",
    timeout: TIMEOUT,
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": proxyPort,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": proxyPort,
      "network.proxy.no_proxies_on": "127.0.0.1",
    },
  });
  return { openTab: () => openTab(browser), close: () => browser.close() };
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`cargo xtask test --only firefox\``);
  return value;
}

/** A tab with a profile of its own: no storage, no history. */
async function openTab(browser) {
  const profile = await browser.createBrowserContext();
  const page = await profile.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const errors = [];
  // Firefox reports violations of the content security policy as page errors.
  page.on("pageerror", (error) => errors.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`console error: ${message.text()}`);
  });
  const find = async (query) => {
    const handle = await page.evaluateHandle(expressionFor(query));
    return handle.asElement() ?? undefined;
  };
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    // Not goBack(), which waits for a load: there is none within the app.
    back: () => page.evaluate(() => history.back()),
    run: (fn, ...args) => page.evaluate(fn, ...args),
    has: async (query) => (await find(query)) !== undefined,
    read: async (query, fn, ...args) => (await found(find, query)).evaluate(fn, ...args),
    click: async (query) => (await found(find, query)).click(),
    hover: async (query) => (await found(find, query)).hover(),
    choose: async (query, value) => (await found(find, query)).select(value),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    async errors() {
      // Events arrive in order: this round trip flushes those of earlier actions.
      await page.evaluate(() => undefined);
      return errors;
    },
    close: () => profile.close(),
  };
}

async function found(find, query) {
  const element = await find(query);
  if (!element) throw new Error(`there is no ${query.role} ${query.name ?? query.pattern ?? ""}`);
  return element;
}
