// Back to a page that the browser kept whole.
import { test as base, expect } from "../support/test.mjs";
import { companiesWithAll, technology } from "../support/catalogue.mjs";
import { appIsLive } from "../support/app.mjs";
import * as site from "../support/site.mjs";

// Playwright turns the cache off; a reader's browser has it.
const test = base.extend({
  page: async ({ playwright, guard, baseURL, launchOptions }, use) => {
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    });
    const page = await browser.newPage({ baseURL, serviceWorkers: "block" });
    void guard;
    await use(page);
    await browser.close();
  },
});

test("filter, scroll and saved list are as they were, and as they are now", async ({ page }) => {
  await page.goto("./");
  await appIsLive(page);
  await site.technologyChoice(page, technology("kafka").name).click();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  await page.evaluate(() => {
    window.isKept = true;
    window.addEventListener("pageshow", (event) => (window.wasPersisted = event.persisted));
    scrollTo(0, 200);
  });
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(200);
  // A load of another document, which is what the cache is for.
  await page.evaluate(() => location.assign(new URL("about", document.baseURI)));
  await site.expectHeading(page, "About Casebook");
  await appIsLive(page);
  await page.evaluate(() =>
    localStorage.setItem(
      "casebook.saved",
      JSON.stringify({ version: 1, companies: ["netflix"], resources: [], done: [] }),
    ),
  );
  // Not by Playwright's goBack, which waits for a load: there is none.
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => window.isKept);
  expect(await page.evaluate(() => window.wasPersisted)).toBe(true);
  await site.expectCompanies(page, companiesWithAll("kafka"));
  expect(await page.evaluate(() => scrollY)).toBe(200);
  await expect(page.getByRole("button", { name: "Save Netflix" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await site.chip(page, technology("kafka").name).click();
  await expect(page).toHaveURL(/\/$/);
});
