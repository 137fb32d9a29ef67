// The code of most pages is loaded on demand, and that can fail.
import { test, expect } from "../support/test.mjs";
import { company } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const CHUNKS = /\/assets\/(entries|views|extras|lists|shared)-[0-9a-f]+\.wasm$/;

/** Blocks requests for chunks until `end` is called or a document is loaded. */
async function blockChunks(page, guard) {
  let isBlocked = true;
  guard.allowError(/assets\/|Failed to load resource|TypeError/);
  page.on("request", (request) => {
    if (request.isNavigationRequest()) isBlocked = false;
  });
  await page.route(CHUNKS, (route) => (isBlocked ? route.abort() : route.continue()));
  return { end: () => (isBlocked = false) };
}

test("the grid loads no chunks of other pages", async ({ page }) => {
  const chunks = [];
  page.on("request", (request) => {
    if (CHUNKS.test(request.url())) chunks.push(request.url());
  });
  await site.openHome(page);
  await page.getByRole("link", { name: "Strong evidence only" }).click();
  await expect(site.chip(page, "Strong evidence only")).toBeVisible();
  expect(chunks).toEqual([]);
});

test("the browser loads a page whose chunk cannot be loaded", async ({ page, guard }) => {
  await site.openHome(page);
  await blockChunks(page, guard);
  await page.getByRole("link", { name: company("netflix").name, exact: true }).click();
  await site.expectHeading(page, company("netflix").name);
  await expect(page).toHaveURL(/\/company\/netflix$/);
  await page.goBack();
  await expect(site.cards(page).first()).toBeVisible();
});

test("a chip whose evidence failed to load can be opened again", async ({ page, guard }) => {
  await site.openHome(page);
  const chunks = await blockChunks(page, guard);
  const chip = site.grid(page).locator("details").first();
  const label = chip.locator("summary");
  await label.click();
  await expect(chip.getByRole("alert")).toContainText("could not be loaded");
  chunks.end();
  await label.click();
  await label.click();
  await expect(chip.locator("blockquote").first()).toBeVisible();
  await expect(chip.getByRole("alert")).toBeHidden();
});
