import { test, expect } from "../support/test.mjs";
import {
  catalogue,
  companiesWithAll,
  companiesWithAny,
  inWords,
  tallyOf,
  unsharedPair,
  technology,
} from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const kafka = technology("kafka").name;
const spark = technology("spark").name;

test("the grid first shows all companies, without suggesting fewer filters", async ({ page }) => {
  await site.openHome(page);
  await site.expectHeading(page, "Who runs what, and how do we know?");
  await site.expectCompanies(
    page,
    catalogue.companies.map((company) => company.name),
  );
  await expect(page.getByRole("region", { name: "Fewer filters" })).toHaveCount(0);
});

test("a filter by Kafka shows the companies that use it", async ({ page }) => {
  const expected = companiesWithAll("kafka");
  expect(expected.length, "companies that use Kafka").toBeGreaterThan(1);
  await site.openHome(page);

  const choice = site.technologyChoice(page, kafka);
  await expect(choice).toHaveAccessibleName(new RegExp(`\\b${expected.length} compan`));
  await choice.click();

  await site.expectCompanies(page, expected);
  await expect(choice).toHaveAccessibleName(/, chosen$/);
  await expect(site.chip(page, kafka)).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(`${expected.length} companies`);
  expect(site.address(page)).toBe("/?tech=kafka");
});

test("adding Spark narrows the grid, matching any technology widens it", async ({ page }) => {
  const [both, either] = [companiesWithAll("kafka", "spark"), companiesWithAny("kafka", "spark")];
  expect(both.length).toBeGreaterThan(0);
  expect(both.length).toBeLessThan(companiesWithAll("kafka").length);
  await site.openHome(page, "?tech=kafka");

  await site.technologyChoice(page, spark).click();
  await site.expectCompanies(page, both);
  await expect(site.matchChoice(page, "All")).toHaveAttribute("aria-current", "true");

  await site.matchChoice(page, "Any").click();
  await site.expectCompanies(page, either);
  await expect(site.matchChoice(page, "Any")).toHaveAttribute("aria-current", "true");
});

test("a chip removes its filter, “Clear all” removes all filters", async ({ page }) => {
  await site.openHome(page, "?tech=kafka&tech=spark");
  await site.chip(page, kafka).click();
  await site.expectCompanies(page, companiesWithAll("spark"));
  await expect(site.chip(page, spark)).toBeFocused();

  await page.getByRole("link", { name: "Clear all" }).click();
  await expect(site.chips(page)).toHaveCount(0);
  await expect(site.cards(page)).toHaveCount(catalogue.companies.length);
});

test("a filter without results suggests dropping a technology", async ({ page }) => {
  const [a, b] = unsharedPair();
  await site.open(page, `./?tech=${a}&tech=${b}`);
  const ways = page.getByRole("region", { name: "No results" });
  await expect(ways).toBeVisible();
  await expect(site.cards(page)).toHaveCount(0);

  const left = companiesWithAll(a);
  const drop = `Drop ${technology(b).name}`;
  await expect(ways.getByRole("listitem").filter({ hasText: drop })).toContainText(
    inWords(tallyOf(a)),
  );
  await ways.getByRole("link", { name: drop, exact: true }).click();
  await site.expectCompanies(page, left);
});
