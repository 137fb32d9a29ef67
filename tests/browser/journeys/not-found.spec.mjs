import { test, expect } from "../support/test.mjs";
import { catalogue, company, companiesWithAll, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

// Chromium logs a console error when a page itself has status 404.
const STATUS_404 = /status of 404/;

test("a misspelt company name suggests the closest names", async ({ page, guard }) => {
  guard.allowError(STATUS_404);
  const answer = await site.open(page, "./company/netflx");
  expect(answer.status()).toBe(404);
  await site.expectHeading(page, site.NOT_FOUND);
  await page.getByRole("link", { name: company("netflix").name, exact: true }).click();
  await site.expectHeading(page, company("netflix").name);
});

test("the not-found page searches the grid", async ({ page, guard }) => {
  guard.allowError(STATUS_404);
  await site.open(page, "./nowhere");
  await page.keyboard.press("/");
  await expect(site.searchBox(page)).toBeFocused();
  await page.keyboard.type("netflix");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/\?q=netflix$/);
  await expect(site.cards(page).first()).toHaveText(company("netflix").name);
});

const UNKNOWN = ["technology/kafak", "nowhere", "company", "company/a/b", "company/%00"];
UNKNOWN.push(`company/${"x".repeat(3_000)}`);
for (const path of UNKNOWN) {
  test(`/${path.slice(0, 40)} shows the not-found page`, async ({ page, guard }) => {
    guard.allowError(STATUS_404);
    await site.open(page, `./${path}`);
    await site.expectHeading(page, site.NOT_FOUND);
    await page.getByRole("link", { name: "All companies" }).click();
    await expect(site.cards(page)).toHaveCount(catalogue.companies.length);
  });
}

const INVALID = {
  "a lone percent sign": "?%",
  "an incomplete character": "?q=%E0%A4",
  "ten thousand letters": `?q=${"a".repeat(10_000)}`,
  "a thousand keys": `?${"tech=kafka&".repeat(1_000)}`,
  "a NUL": "?q=%00&tech=%00",
  "repeated keys": "?q=a&q=b&match=any&match=all&sort=name&sort=name",
  "unknown values": "?tech=nope&match=banana&sort=&kind=%F0%9F%A6%80",
  "only separators": "?&&==&=&",
  markup: "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
};

for (const [name, query] of Object.entries(INVALID)) {
  test(`the grid works with a query string of ${name}`, async ({ page }) => {
    await site.open(page, `./${query}`);
    await site.expectHeading(page, "Who runs what, and how do we know?");
    const results = site.cards(page).first();
    await expect(results.or(page.getByRole("region", { name: "No results" }))).toBeVisible();
  });
}

test("unknown query parameters are ignored, and removed with the next filter", async ({ page }) => {
  await site.openHome(page, "?tech=nope&match=banana&utm_source=x");
  await expect(site.cards(page)).toHaveCount(catalogue.companies.length);
  await site.technologyChoice(page, technology("kafka").name).click();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  expect(site.address(page)).toBe("/?tech=kafka");
});
