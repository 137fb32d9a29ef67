// The code of most pages is loaded when it is asked for. It may be out of reach by then.
import { test, expect } from "../support/test.mjs";
import { company } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const PARTS = /\/assets\/(entries|views|extras|shared)-[0-9a-f]+\.wasm$/;

/** Has the parts of the app out of reach until `end` is called, or a page is loaded anew. */
async function loseParts(page, guard) {
  let isLost = true;
  guard.allowError(/assets\/|Failed to load resource|TypeError/);
  page.on("request", (request) => {
    if (request.isNavigationRequest()) isLost = false;
  });
  await page.route(PARTS, (route) => (isLost ? route.abort() : route.continue()));
  return { end: () => (isLost = false) };
}

test("the grid loads nothing but what it shows", async ({ page }) => {
  const parts = [];
  page.on("request", (request) => {
    if (PARTS.test(request.url())) parts.push(request.url());
  });
  await site.openHome(page);
  await page.getByRole("link", { name: "Any storage" }).click();
  await expect(site.chip(page, "Any storage")).toBeVisible();
  expect(parts).toEqual([]);
});

test("a page whose code is out of reach is loaded by the browser", async ({ page, guard }) => {
  await site.openHome(page);
  await loseParts(page, guard);
  await page.getByRole("link", { name: company("netflix").name, exact: true }).click();
  await site.expectHeading(page, company("netflix").name);
  await expect(page).toHaveURL(/\/company\/netflix$/);
  await page.goBack();
  await expect(site.cards(page).first()).toBeVisible();
});

test("words of a chip that are out of reach can be asked for again", async ({ page, guard }) => {
  await site.openHome(page);
  const parts = await loseParts(page, guard);
  const chip = site.grid(page).locator("details").first();
  const label = chip.locator("summary");
  await label.click();
  await expect(chip.getByRole("alert")).toContainText("could not be loaded");
  parts.end();
  await label.click();
  await label.click();
  await expect(chip.locator("blockquote").first()).toBeVisible();
  await expect(chip.getByRole("alert")).toBeHidden();
});
