// The site built with `--public-url /sub/` and served at that path only.
import { test, expect } from "../support/test.mjs";
import { catalogue, companiesWithAll, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const kafka = technology("kafka").name;

test("navigation stays under /sub/", async ({ page }) => {
  await site.openHome(page);
  await site.technologyChoice(page, kafka).click();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  expect(site.address(page)).toBe("/sub/?tech=kafka");

  const name = (await site.cardNames(page))[0];
  const { slug } = catalogue.companies.find((candidate) => candidate.name === name);
  await site.cards(page).first().click();
  await site.expectHeading(page, name);
  expect(site.address(page)).toBe(`/sub/company/${slug}`);

  await page.getByRole("navigation").getByRole("link", { name: "About" }).click();
  await site.expectHeading(page, "About Casebook");
  expect(site.address(page)).toBe("/sub/about");

  await page.goBack();
  await page.goBack();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  expect(site.address(page)).toBe("/sub/?tech=kafka");
});

test("a search stays under /sub/", async ({ page }) => {
  await site.openHome(page);
  await site.searchBox(page).fill("netflix");
  await expect(page).toHaveURL(/\/sub\/\?q=netflix$/);
});

test("an unknown company under /sub/ shows the not-found page", async ({ page, guard }) => {
  guard.allowError(/status of 404/);
  const answer = await site.open(page, "./company/netflx");
  expect(answer.status()).toBe(404);
  await site.expectHeading(page, site.NOT_FOUND);
  expect(await site.strayLinks(page, "/sub/")).toEqual([]);
});

test("the feed is under /sub/ and has absolute URLs", async ({ page, request }) => {
  await site.open(page, "./company/netflix");
  const link = page.locator('head link[type="application/atom+xml"]');
  expect(await link.getAttribute("href")).toBe("/sub/feed.xml");
  const feed = await (await request.get("/sub/feed.xml")).text();
  expect(feed).toContain('rel="self" type="application/atom+xml" href="https://example.org/sub/');
  const { companies } = await (await request.get("./api/companies.json")).json();
  const pages = companies.map((company) => company.page);
  expect(pages).toContain("https://example.org/sub/company/netflix");
});
