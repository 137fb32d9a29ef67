import { test, expect } from "../support/test.mjs";
import { companiesWithAll, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const [kafka, flink, spark] = ["kafka", "flink", "spark"].map((slug) => technology(slug).name);

/** A way out of too few results: its words and the number of companies that it gives. */
function way(region, words, count) {
  return region
    .getByRole("listitem")
    .filter({ has: region.page().getByRole("link", { name: words, exact: true }) })
    .filter({ hasText: `${count} compan` });
}

test("Kafka with Flink is nobody, and the page says why and what is near", async ({ page }) => {
  await site.open(page, "./?tech=kafka&tech=flink");
  const ways = page.getByRole("region", { name: "No results" });
  await expect(ways.getByRole("heading")).toHaveText(`No company with ${flink} and ${kafka}`);
  const [withKafka, withFlink] = [companiesWithAll("kafka"), companiesWithAll("flink")];
  await expect(ways).toContainText(
    `${withFlink.length} companies with ${flink} and ${withKafka.length} companies with ${kafka}`,
  );
  await expect(way(ways, `Drop ${flink}`, withKafka.length)).toBeVisible();
  await expect(way(ways, `Drop ${kafka}`, withFlink.length)).toBeVisible();

  const near = companiesWithAll("kafka", "spark");
  await expect(way(ways, `${spark} in place of ${flink}`, near.length)).toBeVisible();
  await ways.getByRole("link", { name: `${spark} in place of ${flink}` }).click();
  await site.expectCompanies(page, near);
  await page.goBack();
  await expect(ways).toBeVisible();
});

test("every offer gives as many companies as it says", async ({ page }) => {
  await site.open(page, "./?q=streaming&tech=kafka&tech=flink&industry=travel");
  const ways = page.getByRole("region", { name: "No results" });
  const offers = ways.getByRole("listitem").filter({ hasText: /\d+ compan/ });
  await expect(offers.first()).toBeVisible();
  const total = await offers.count();
  for (let number = 0; number < total; number += 1) {
    const offer = offers.nth(number);
    const count = Number(/(\d+) compan/.exec(await offer.textContent())[1]);
    await offer.getByRole("link").click();
    await expect(site.cards(page)).toHaveCount(count);
    await page.goBack();
    await expect(ways).toBeVisible();
  }
});

test("few results offer fewer filters", async ({ page }) => {
  await site.openHome(page, "?tech=kafka&tech=spark");
  const wider = page.getByRole("region", { name: "Fewer filters" });
  await expect(way(wider, `Drop ${spark}`, companiesWithAll("kafka").length)).toBeVisible();
  await wider.getByRole("link", { name: `Drop ${kafka}` }).click();
  await site.expectCompanies(page, companiesWithAll("spark"));
  await expect(wider).toHaveCount(0);
});
