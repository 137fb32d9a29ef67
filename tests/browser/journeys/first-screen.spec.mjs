// What a reader sees before scrolling, and what a card says of its company.
import { test, expect } from "../support/test.mjs";
import { company, inWords, tallyOf, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

/** Whole cards on the first screen, at least: by width and height of the window. */
const SCREENS = [
  [360, 740, 1],
  [1280, 800, 6],
  [1920, 1080, 12],
];

/** How many cards are in the window as a whole. */
function wholeCards(page) {
  return site
    .grid(page)
    .getByRole("article")
    .evaluateAll((cards) => {
      const boxes = cards.map((card) => card.getBoundingClientRect());
      return boxes.filter(({ top, bottom }) => top >= 0 && bottom <= innerHeight).length;
    });
}

for (const [width, height, least] of SCREENS) {
  test(`the first screen of ${width} × ${height} has ${least} whole cards`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await site.openHome(page);
    await expect.poll(() => wholeCards(page)).toBeGreaterThanOrEqual(least);
  });
}

test("the grid uses a window of 2560 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 2560, height: 1300 });
  await site.openHome(page);
  const { x, width } = await page.getByRole("main").boundingBox();
  expect(x).toBeLessThan(10);
  expect(width).toBeGreaterThan(2500);
});

test("a card is as high as its content", async ({ page }) => {
  await site.openHome(page);
  const heights = await site
    .grid(page)
    .getByRole("article")
    .evaluateAll((cards) => cards.map((card) => card.offsetHeight));
  expect(new Set(heights).size).toBeGreaterThan(1);
});

test("on a phone the companies are in sight after the filters are closed", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await site.openHome(page);
  await page.getByRole("button", { name: /^Filters/ }).click();
  const dialog = page.getByRole("dialog", { name: "Filters" });
  await site.technologyChoice(page, technology("kafka").name).click();
  await dialog.getByRole("button", { name: `Show ${inWords(tallyOf("kafka"))}` }).click();
  await expect(dialog).toBeHidden();
  const count = page.getByRole("region", { name: "Results" }).getByText(inWords(tallyOf("kafka")));
  await expect(count.first()).toBeInViewport();
  await expect.poll(() => wholeCards(page)).toBeGreaterThanOrEqual(1);
});

test("a popular technology is one click away", async ({ page }) => {
  await site.openHome(page);
  const popular = page.getByRole("navigation", { name: "Popular technologies" });
  await popular.getByRole("link", { name: "Kafka", exact: true }).click();
  await expect(page).toHaveURL(/\/\?tech=kafka$/);
  await expect(popular).toBeHidden();
  await site.expectHeading(page, "Who runs what, and how do we know?");
});

test("a technology that is not among the most used is found by its name", async ({ page }) => {
  await site.openHome(page);
  const choice = site.technologyChoice(page, technology("chukwa").name);
  await expect(choice).toBeHidden();
  await page.getByRole("searchbox", { name: "Find a technology" }).fill("chuk");
  await choice.click();
  await expect(page).toHaveURL(/\/\?tech=chukwa$/);
});

test("a card names its best piece, and first what is asked for, with its whole", async ({
  page,
}) => {
  await site.openHome(page, "?tech=spark");
  const card = page
    .getByRole("article")
    .filter({ has: page.getByRole("link", { name: company("netflix").name, exact: true }) });
  const first = card.getByRole("list", { name: "Technologies" }).getByRole("listitem").first();
  await expect(first).toContainText(/Spark/);
  await expect(first).toContainText(/A guess/);
  await expect(card).toContainText(/· \d+ more/);
  await card.getByRole("button", { name: /^and \d+ more$/ }).click();
  await expect(card.getByRole("button", { name: "fewer" })).toBeFocused();
});

test("a match on a card leads to what matched", async ({ page }) => {
  await site.openHome(page, "?q=chukwa");
  const found = page.getByRole("list", { name: "Found in" }).first();
  await found
    .getByRole("link", { name: /Chukwa/ })
    .first()
    .click();
  await site.expectHeading(page, technology("chukwa").name);
});

test("an answer takes the place of the notice that no company has the words", async ({ page }) => {
  await site.openHome(page);
  await site.searchBox(page).fill("who uses kafka with spark");
  await expect(page.getByText(/^Understood as/)).toContainText(inWords(tallyOf("kafka", "spark")));
  await expect(page.getByRole("region", { name: "No results" })).toHaveCount(0);
});

test("the suggestions take one row above the grid", async ({ page }) => {
  await site.openHome(page);
  await site.searchBox(page).fill("str");
  await expect(site.suggestions(page).first()).toBeVisible();
  const { height } = await page.getByRole("listbox", { name: "Suggestions" }).boundingBox();
  expect(height).toBeLessThan(70);
});
