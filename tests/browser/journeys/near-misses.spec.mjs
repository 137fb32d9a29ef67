import { test, expect } from "../support/test.mjs";
import { companiesWithAll, inWords, tallyOf, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const [kafka, flink, spark] = ["kafka", "flink", "spark"].map((slug) => technology(slug).name);

/** A suggestion for a filter with few results: its text and the companies it leads to, in words. */
function suggestion(region, text, count) {
  return region
    .getByRole("listitem")
    .filter({ has: region.page().getByRole("link", { name: text, exact: true }) })
    .filter({ hasText: count });
}

test("a filter without results explains why and suggests similar filters", async ({ page }) => {
  await site.open(page, "./?tech=kafka&tech=flink");
  const ways = page.getByRole("region", { name: "No results" });
  await expect(ways.getByRole("heading")).toHaveText(`No company with ${flink} and ${kafka}`);
  const [withKafka, withFlink] = ["kafka", "flink"].map((slug) => inWords(tallyOf(slug)));
  await expect(ways).toContainText(`${withFlink} with ${flink} and ${withKafka} with ${kafka}`);
  await expect(suggestion(ways, `Drop ${flink}`, withKafka)).toBeVisible();
  await expect(suggestion(ways, `Drop ${kafka}`, withFlink)).toBeVisible();

  const near = companiesWithAll("kafka", "spark");
  await expect(
    suggestion(ways, `${spark} in place of ${flink}`, inWords(tallyOf("kafka", "spark"))),
  ).toBeVisible();
  await ways.getByRole("link", { name: `${spark} in place of ${flink}` }).click();
  await site.expectCompanies(page, near);
  await page.goBack();
  await expect(ways).toBeVisible();
});

test("every suggestion leads to as many companies as it states", async ({ page }) => {
  await site.open(page, "./?q=streaming&tech=kafka&tech=flink&industry=travel");
  const ways = page.getByRole("region", { name: "No results" });
  const offers = ways.getByRole("listitem").filter({ hasText: /\d+ compan/ });
  await expect(offers.first()).toBeVisible();
  const total = await offers.count();
  for (let number = 0; number < total; number += 1) {
    const offer = offers.nth(number);
    const [, first, more = 0] = /(\d+) compan[^,]*(?:, (\d+) more)?/.exec(
      await offer.textContent(),
    );
    const count = Number(first) + Number(more);
    await offer.getByRole("link").click();
    await expect(site.cards(page)).toHaveCount(count);
    await page.goBack();
    await expect(ways).toBeVisible();
  }
});

test("a filter with few results suggests fewer filters", async ({ page }) => {
  await site.openHome(page, "?tech=kafka&tech=spark");
  const wider = page.getByRole("region", { name: "Fewer filters" });
  await expect(suggestion(wider, `Drop ${spark}`, inWords(tallyOf("kafka")))).toBeVisible();
  await wider.getByRole("link", { name: `Drop ${kafka}` }).click();
  await site.expectCompanies(page, companiesWithAll("spark"));
  await expect(wider).toHaveCount(0);
});
