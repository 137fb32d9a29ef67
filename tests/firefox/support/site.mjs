// The site as its readers name things: by role and by name, never by class.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

export const SEARCH = "Search companies, technologies, titles";
export const NOT_FOUND = "Nothing here by that name";

const PATIENCE = 30_000;

/** Waits until a check does not fail any more; then its last failure is the test's. */
async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(50); // Between two looks; what is waited for is the check.
  }
}

/** What has a role and exactly this name; without a name, whatever has the role. */
export function byRole(within, role, name) {
  const quote = name?.includes('"') ? "'" : '"';
  const named = name === undefined ? "" : `[name=${quote}${name}${quote}]`;
  return within.locator(`::-p-aria([role="${role}"]${named})`).setTimeout(PATIENCE);
}

export function click(page, role, name) {
  return byRole(page, role, name).click();
}

/** What the cards of the grid are headed by. */
export async function cardNames(page) {
  const grid = await page.$('::-p-aria([role="list"][name="Companies"])');
  assert.ok(grid, "there is no grid");
  return grid.evaluate((list) =>
    [...list.querySelectorAll("h2, h3")].map((heading) => heading.textContent),
  );
}

/** Waits until the grid shows exactly these companies, in whatever order. */
export function expectCompanies(page, names) {
  return eventually(async () => {
    assert.deepEqual((await cardNames(page)).sort(), [...names].sort());
  });
}

/** Waits until there are cards that fit, and gives what they are headed by. */
export function expectCards(page, fit) {
  return eventually(async () => {
    const names = await cardNames(page);
    assert.ok(fit(names), `the grid shows ${names.join(", ") || "nothing"}`);
    return names;
  });
}

/** Waits for the page's heading. */
export function expectHeading(page, name) {
  return eventually(async () => {
    const heading = await page.$eval("h1", (element) => element.textContent.trim());
    assert.equal(heading, name);
  });
}

/** Waits until the part of the address behind the host is this. */
export function expectAddress(page, expected) {
  return eventually(async () => {
    const { pathname, search } = new URL(page.url());
    assert.equal(pathname + search, expected);
  });
}

/** Waits until what has the role and the name has the attribute's value. */
export function expectAttribute(page, role, name, attribute, expected) {
  return eventually(async () => {
    const element = await byRole(page, role, name).waitHandle();
    const value = await element.evaluate((node, key) => node.getAttribute(key), attribute);
    assert.equal(value, expected, `${attribute} of ${name}`);
  });
}

/** The choice of a technology, which names how many companies it gives. */
export function chooseTechnology(page, name, count) {
  const counted = `${name} ${count} ${count === 1 ? "company" : "companies"}`;
  return click(page, "link", counted);
}

/** The browser's own Back; Puppeteer's waits for a load that steps within a page do not have. */
export function goBack(page) {
  return page.evaluate(() => history.back());
}
