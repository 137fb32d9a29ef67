import { test, expect } from "../support/test.mjs";
import { catalogue, company } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

test("typing narrows the grid, with the best match first", async ({ page }) => {
  const netflix = company("netflix").name;
  await site.openHome(page);
  await site.searchBox(page).pressSequentially("netflix");
  await expect(site.cards(page).first()).toHaveText(netflix);
  expect(await site.cards(page).count()).toBeLessThan(catalogue.companies.length);
  await expect(page).toHaveURL(/\/\?q=netflix$/);
});

test("search tolerates a typing error", async ({ page }) => {
  await site.openHome(page);
  await site.searchBox(page).fill("netflx");
  await expect(site.cards(page).first()).toHaveText(company("netflix").name);
});

test("typing adds no history entries: Back leaves the grid", async ({ page }) => {
  await site.open(page, "./about");
  await page.getByRole("navigation").getByRole("link", { name: "Companies" }).click();
  await site.searchBox(page).pressSequentially("streaming");
  await expect(page).toHaveURL(/\/\?q=streaming$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/about$/);
});

test("Escape clears the search and shows all companies", async ({ page }) => {
  await site.openHome(page, "?q=netflix");
  await expect(site.searchBox(page)).toHaveValue("netflix");
  await site.searchBox(page).press("Escape");
  await expect(site.searchBox(page)).toHaveValue("");
  await expect(site.cards(page)).toHaveCount(catalogue.companies.length);
});

test("the number of results is announced after typing", async ({ page }) => {
  await site.openHome(page);
  const status = page.getByRole("status");
  await expect(status).toHaveText(`${catalogue.companies.length} companies`);
  await site.searchBox(page).pressSequentially("netflix");
  const shown = await site.cards(page).count();
  await expect(status).toHaveText(new RegExp(`^${shown} compan`));
});
