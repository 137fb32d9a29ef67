// What the page makes of words and addresses as people write them.
import { test, expect } from "../support/test.mjs";
import {
  catalogue,
  companiesWithAll,
  company,
  inWords,
  tallyOf,
  technology,
} from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

test("an address is read in any case, and what it does not know is named until the next change", async ({
  page,
}) => {
  await site.open(page, "./?TECH=Kafka,Apache+Spark&role=chef&tech=kafkaa");
  await site.expectCompanies(page, companiesWithAll("kafka", "spark"));
  await expect(site.chip(page, technology("kafka").name)).toBeVisible();
  await expect(site.chip(page, technology("spark").name)).toBeVisible();
  const words = "Not understood and left out: role “chef” and technology “kafkaa”.";
  // Exact, because the announcement repeats it behind the number of companies.
  const note = page.getByText(words, { exact: true });
  await expect(note).toBeVisible();
  await site.chip(page, technology("spark").name).click();
  await expect(page).toHaveURL(/\/\?tech=kafka$/);
  await expect(note).toHaveCount(0);
});

test("a search text of signs is no filter, and the page says so", async ({ page }) => {
  await site.open(page, "./?q=!!!");
  await expect(site.cards(page)).toHaveCount(catalogue.companies.length);
  await expect(site.chips(page)).toHaveCount(0);
  const words = "Not understood and left out: “!!!”, which has no letters or digits.";
  await expect(page.getByText(words, { exact: true })).toBeVisible();
});

test("quotes keep words together and a minus excludes", async ({ page }) => {
  const [booking, netflix] = ["booking-com", "netflix"].map((slug) => company(slug).name);
  await site.open(page, "./?q=druid");
  await expect(site.cards(page).filter({ hasText: booking })).toHaveCount(1);
  await site.searchBox(page).fill("druid -kafka");
  await expect(site.cards(page)).toHaveText([company("airbnb").name]);
  await site.searchBox(page).fill('"house of cards"');
  await expect(site.cards(page)).toHaveText([netflix]);
  await site.searchBox(page).fill('"cards of house"');
  await expect(page.getByRole("region", { name: "No results" })).toBeVisible();
});

test("words that find nothing together are dropped one by one, or become a filter", async ({
  page,
}) => {
  await site.open(page, "./?q=airflow+podcast");
  const ways = page.getByRole("region", { name: "No results" });
  await expect(ways.getByRole("link", { name: "Drop “podcast”" })).toBeVisible();
  await expect(ways.getByRole("link", { name: "Drop “airflow”" })).toBeVisible();
  const podcasts = catalogue.companies.filter(({ podcasts = [] }) => podcasts.length > 0);
  const filter = ways.getByRole("listitem").filter({ hasText: "Filter by Podcast" });
  await expect(filter).toContainText(`${podcasts.length} companies`);
  await filter.getByRole("link").click();
  await site.expectCompanies(
    page,
    podcasts.map(({ name }) => name),
  );
});

test("a question is shown as the filter that it asks for", async ({ page }) => {
  const expected = companiesWithAll("kafka", "spark");
  await site.open(page, "./?q=who+uses+kafka+with+spark");
  const answer = page.getByText("Understood as");
  await expect(answer).toContainText(inWords(tallyOf("kafka", "spark")));
  await answer.getByRole("link").click();
  await site.expectCompanies(page, expected);
  await expect(page).toHaveURL(/\/\?tech=kafka&tech=spark$/);
});
