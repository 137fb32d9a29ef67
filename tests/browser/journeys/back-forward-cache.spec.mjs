// Going back to a page that is restored from the back/forward cache.
import { test as base, expect } from "../support/test.mjs";
import { companiesWithAll, technology } from "../support/catalogue.mjs";
import { appIsLive } from "../support/app.mjs";
import * as site from "../support/site.mjs";

// Playwright disables the cache by default.
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

test("filter and scroll position are restored, the saved list is up to date", async ({ page }) => {
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
  // Loads another document: the cache is not used for navigation within the app.
  await page.evaluate(() => location.assign(new URL("about", document.baseURI)));
  await site.expectHeading(page, "About Casebook");
  await appIsLive(page);
  await page.evaluate(() =>
    localStorage.setItem(
      "casebook.saved",
      JSON.stringify({ version: 1, companies: ["netflix"], resources: [], done: [] }),
    ),
  );
  // Not Playwright's goBack, which waits for a load event: there is none.
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
