import { test, expect } from "../support/test.mjs";
import { catalogue, companiesWithAll, company, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const kafka = technology("kafka").name;
const spark = technology("spark").name;

test("a company's URL can be bookmarked, opened and reloaded", async ({ page }) => {
  const { name } = company("netflix");
  await site.openHome(page);
  await site.cards(page).filter({ hasText: name }).click();
  await expect(page).toHaveURL(/\/company\/netflix$/);
  await site.expectHeading(page, name);

  const answer = await site.open(page, page.url());
  expect(answer.status()).toBe(200);
  await site.expectHeading(page, name);
  await expect(page).toHaveTitle(new RegExp(`^${name}.* · Casebook$`));

  await site.reload(page);
  await site.expectHeading(page, name);
});

test("a URL with a trailing slash opens the same page", async ({ page }) => {
  await site.open(page, "./company/netflix/");
  await site.expectHeading(page, company("netflix").name);
});

test("Back removes the last filter, Forward restores it", async ({ page }) => {
  await site.openHome(page);
  await site.technologyChoice(page, kafka).click();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  await site.technologyChoice(page, spark).click();
  await site.expectCompanies(page, companiesWithAll("kafka", "spark"));

  await page.goBack();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  await expect(site.chip(page, spark)).toHaveCount(0);
  await page.goBack();
  await expect(site.cards(page)).toHaveCount(catalogue.companies.length);
  await page.goForward();
  await site.expectCompanies(page, companiesWithAll("kafka"));
});

test("Back from a company restores the filters and the scroll position", async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 500 });
  await site.openHome(page, "?tech=kafka");
  const last = site.cards(page).last();
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before, "the page must be scrolled").toBeGreaterThan(200);

  await last.click();
  await expect(page).toHaveURL(/\/company\//);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);

  await page.goBack();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  await expect(site.chip(page, kafka)).toBeVisible();
  await expect
    .poll(async () => Math.abs((await page.evaluate(() => window.scrollY)) - before))
    .toBeLessThanOrEqual(2);
});

test("Back restores the scroll position after a reload of the company's page", async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 500 });
  await site.openHome(page);
  const last = site.cards(page).last();
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(200);
  await last.click();
  await expect(page).toHaveURL(/\/company\//);
  await site.reload(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goBack();
  await expect
    .poll(async () => Math.abs((await page.evaluate(() => window.scrollY)) - before))
    .toBeLessThanOrEqual(2);
});

test("each visit of the same URL has its own scroll position", async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 500 });
  const scrolled = () => page.evaluate(() => window.scrollY);
  await site.openHome(page);
  await site.cards(page).last().scrollIntoViewIfNeeded();
  const deep = await scrolled();
  expect(deep).toBeGreaterThan(200);
  await site.cards(page).last().click();
  await expect(page).toHaveURL(/\/company\//);
  await page.getByRole("link", { name: "Companies", exact: true }).click();
  await expect(site.cards(page).first()).toBeVisible();
  await expect.poll(scrolled).toBe(0);

  await page.goBack();
  await expect(page).toHaveURL(/\/company\//);
  await page.goBack();
  await expect(site.cards(page).first()).toBeVisible();
  await expect.poll(async () => Math.abs((await scrolled()) - deep)).toBeLessThanOrEqual(2);
});

test("filters survive a reload", async ({ page }) => {
  await site.openHome(page, "?tech=kafka");
  const seen = await site.cardNames(page);
  await site.reload(page);
  await site.expectCompanies(page, seen);
  await expect(site.technologyChoice(page, kafka)).toHaveAccessibleName(/, chosen$/);
});

test("the theme survives a reload", async ({ page }) => {
  await site.openHome(page);
  const dark = page.getByRole("group", { name: "Colours" }).getByRole("button", { name: "Dark" });
  await dark.click();
  await site.reload(page);
  await expect(dark).toHaveAttribute("aria-pressed", "true");
});
