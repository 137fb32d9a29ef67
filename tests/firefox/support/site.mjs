// Locators of the site's elements, by role and accessible name, never by class.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

export const SEARCH = "Search companies, technologies, titles";
export const NOT_FOUND = "Page not found";

const TIMEOUT = 30_000;

/** Repeats a check until it passes. Throws its last error after the timeout. */
async function eventually(check) {
  const end = Date.now() + TIMEOUT;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(50); // Polling interval.
  }
}

/** An element with this role and exactly this accessible name, or any name if none is given. */
export function byRole(within, role, name) {
  const quote = name?.includes('"') ? "'" : '"';
  const named = name === undefined ? "" : `[name=${quote}${name}${quote}]`;
  return within.locator(`::-p-aria([role="${role}"]${named})`).setTimeout(TIMEOUT);
}

export function click(page, role, name) {
  return byRole(page, role, name).click();
}

/** The headings of the cards. */
export async function cardNames(page) {
  const grid = await page.$('::-p-aria([role="list"][name="Companies"])');
  assert.ok(grid, "there is no grid");
  return grid.evaluate((list) =>
    [...list.querySelectorAll("h2, h3")].map((heading) => heading.textContent),
  );
}

/** Waits until the grid shows exactly these companies, in any order. */
export function expectCompanies(page, names) {
  return eventually(async () => {
    assert.deepEqual((await cardNames(page)).sort(), [...names].sort());
  });
}

/** Waits until the headings of the cards satisfy `fit`; resolves to the headings. */
export function expectCards(page, fit) {
  return eventually(async () => {
    const names = await cardNames(page);
    assert.ok(fit(names), `the grid shows ${names.join(", ") || "nothing"}`);
    return names;
  });
}

export function expectHeading(page, name) {
  return eventually(async () => {
    const heading = await page.$eval("h1", (element) => element.textContent.trim());
    assert.equal(heading, name);
  });
}

/** Waits until path and query of the page's URL are `expected`. */
export function expectAddress(page, expected) {
  return eventually(async () => {
    const { pathname, search } = new URL(page.url());
    assert.equal(pathname + search, expected);
  });
}

/** Waits until an element's attribute has this value. */
export function expectAttribute(page, role, name, attribute, expected) {
  return eventually(async () => {
    const element = await byRole(page, role, name).waitHandle();
    const value = await element.evaluate((node, key) => node.getAttribute(key), attribute);
    assert.equal(value, expected, `${attribute} of ${name}`);
  });
}

/** Clicks the filter link of a technology that is not chosen; it shows its number of companies. */
export function chooseTechnology(page, name, count) {
  const counted = `${name} ${count} ${count === 1 ? "company" : "companies"}, not chosen`;
  return click(page, "link", counted);
}

/** Goes back without Puppeteer's goBack, which waits for a load: there is none within the app. */
export function goBack(page) {
  return page.evaluate(() => history.back());
}
