import { test, expect } from "../support/test.mjs";
import { companiesWithAll, company, unsharedPair, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

test("filtering, removing a filter, searching and opening a company work by keyboard", async ({
  page,
}) => {
  const kafka = technology("kafka").name;
  const { name } = company("netflix");
  await site.openHome(page);

  const choice = site.technologyChoice(page, kafka);
  await site.tabTo(page, choice);
  await page.keyboard.press("Enter");
  await site.expectCompanies(page, companiesWithAll("kafka"));
  await expect(choice).toBeFocused();

  await site.tabTo(page, site.chip(page, kafka));
  await page.keyboard.press("Enter");
  await expect(site.chips(page)).toHaveCount(0);
  // The focus must not be lost with the removed chip.
  await expect(page.getByRole("region", { name: "Results" }).locator(":focus")).toHaveCount(1);

  await page.keyboard.press("Control+k");
  await expect(site.searchBox(page)).toBeFocused();
  await page.keyboard.type("netflix");
  await expect(site.cards(page).first()).toHaveText(name);
  await site.tabTo(page, site.cards(page).first(), 20);
  await page.keyboard.press("Enter");
  await site.expectHeading(page, name);
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeFocused();
});

test("on a phone the filters are a modal dialog that Escape closes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await site.openHome(page);
  const open = page.getByRole("button", { name: /^Filters/ });
  await open.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Filters" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});

test("the first Tab stop skips the header, and choosing a filter does not scroll", async ({
  page,
}) => {
  await site.openHome(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /^Skip to/ })).toBeFocused();
  await page.keyboard.press("Enter");
  const choice = site.technologyChoice(page, technology("kafka").name);
  await choice.scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollTo(0, 300));
  await choice.focus();
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  // In the window: the words above the grid go when a filter is chosen, and the page with them.
  const before = (await choice.boundingBox()).y;
  await page.keyboard.press("Space");
  await site.expectCompanies(page, companiesWithAll("kafka"));
  await expect(choice).toBeFocused();
  expect(Math.abs((await choice.boundingBox()).y - before)).toBeLessThan(2);
});

test("following a suggestion from no results focuses the result count", async ({ page }) => {
  const [one, other] = unsharedPair();
  await site.open(page, `./?tech=${one}&tech=${other}`);
  await page.getByRole("link", { name: `Drop ${technology(one).name}` }).press("Enter");
  await site.expectCompanies(page, companiesWithAll(other));
  await expect(page.getByRole("region", { name: "Results" }).locator(":focus")).toHaveCount(1);
});
