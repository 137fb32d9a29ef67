// Hosts serve a page under more names than the site links to: as a file, with a slash at its end, in
// other capitals. Every form opens the page, and the address becomes the one that the site links to.
import { test, expect } from "../support/test.mjs";
import { company, technology } from "../support/catalogue.mjs";
import { appIsLive } from "../support/app.mjs";
import { FORMS, PAGES } from "../support/path-forms.mjs";
import * as site from "../support/site.mjs";

for (const [name, form] of Object.entries(FORMS)) {
  test(`a path ${name} opens its page`, async ({ page, guard, baseURL }) => {
    // The test's host does not serve each of them: it answers as hosts do, with 404.html.
    guard.allowError(/status of 404/);
    for (const [path, heading] of Object.entries(PAGES)) {
      // Playwright resolves `//about` as a host.
      await page.goto("./robots.txt");
      const address = `${new URL(baseURL).origin}${form(path)}?a=b#main`;
      await page.evaluate((address) => location.assign(address), address);
      await appIsLive(page);
      await site.expectHeading(page, heading);
      const { pathname, search, hash } = new URL(page.url());
      expect(pathname.replace(/\/$/, "") + search + hash, form(path)).toBe(`/${path}?a=b#main`);
      await site.reload(page);
      await site.expectHeading(page, heading);
    }
  });
}

test("the grid is opened by its file's name, too", async ({ page }) => {
  await page.goto("./index.html?tech=kafka");
  await appIsLive(page);
  await expect(site.chip(page, technology("kafka").name)).toBeVisible();
  expect(site.address(page)).toBe("/?tech=kafka");
});

test("a misspelt page in capitals offers the nearest names", async ({ page, guard }) => {
  guard.allowError(/status of 404/);
  await page.goto("./Company/Netflx.html");
  await appIsLive(page);
  await site.expectHeading(page, site.NOT_FOUND);
  await page.getByRole("link", { name: company("netflix").name, exact: true }).click();
  await site.expectHeading(page, company("netflix").name);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the forms that a host serves are whole pages, all others lead to every page", async ({
    page,
    guard,
  }) => {
    guard.allowError(/status of 404/);
    for (const [path, heading] of Object.entries(PAGES)) {
      for (const form of ["as a file", "as a folder", "as the file of a folder"]) {
        await page.goto(`.${FORMS[form](path)}`);
        await site.expectHeading(page, heading);
      }
    }
    await page.goto("./About");
    await site.expectHeading(page, site.NOT_FOUND);
    await page.getByRole("navigation", { name: "Site" }).getByText("About").click();
    await site.expectHeading(page, "About Casebook");
  });
});
