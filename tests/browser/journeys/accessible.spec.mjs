import AxeBuilder from "@axe-core/playwright";

import { test, expect } from "../support/test.mjs";
import { companyWithEpisode, strangers } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const PAGES = {
  "the grid": "./",
  "the filtered grid": "./?tech=kafka&q=stream",
  "no results": `./?${strangers()
    .map((slug) => `tech=${slug}`)
    .join("&")}`,
  "a company": "./company/netflix",
  "a company with an episode": `./company/${companyWithEpisode().company.slug}`,
  "a technology": "./technology/kafka",
  "the empty list of what is saved": "./saved",
  "the technologies": "./technologies",
  "the whole matrix": "./technologies?show=all",
  "nothing to compare": "./compare",
  "one company to compare": "./compare?company=netflix",
  "four companies side by side":
    "./compare?company=netflix&company=linkedin&company=pinterest&company=spotify",
  "the about page": "./about",
  "the not-found page": "./company/netflx",
};

const SCREENS = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

async function open(page, guard, address) {
  guard.allowError(/status of 404/); // The not-found page's own status.
  await site.open(page, address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** What axe finds, in a form that reads well in a failed test. */
async function violations(page) {
  const { violations: found, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length, "axe looked at something").toBeGreaterThan(5);
  return found.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`),
  }));
}

for (const colorScheme of ["light", "dark"]) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const [name, address] of Object.entries(PAGES)) {
      test(`axe finds nothing wrong with ${name}`, async ({ page, guard }) => {
        for (const [screen, size] of Object.entries(SCREENS)) {
          await page.setViewportSize(size);
          await open(page, guard, address);
          expect(await violations(page), screen).toEqual([]);
        }
      });
    }

    test("axe finds nothing wrong with open words, and they fit 320 pixels", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await site.openHome(page, "?tech=kafka&tech=spark");
      await page.getByRole("article").first().locator("summary").first().click();
      await page.getByText("Export", { exact: true }).click();
      await expect(page.getByRole("region", { name: "One step wider" })).toBeVisible();
      await expect(page.getByRole("button", { name: "Save as CSV" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);

      await site.open(page, "./company/netflix");
      const stack = page.getByRole("region", { name: "Technologies" });
      await expect(stack).toBeVisible();
      for (const summary of await stack.locator("summary").all()) await summary.click();
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });

    test("axe finds nothing wrong with the filters on a phone", async ({ page }) => {
      await page.setViewportSize(SCREENS.phone);
      await site.openHome(page);
      await page.getByRole("button", { name: /^Filters/ }).click();
      await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

/** By how much the page is wider than the screen. */
function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name} fits 320 pixels without sideways scrolling`, async ({ page, guard }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, guard, address);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}
