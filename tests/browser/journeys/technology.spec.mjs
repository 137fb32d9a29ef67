import { test, expect } from "../support/test.mjs";
import {
  catalogue,
  companiesWithAll,
  inWords,
  tallyOf,
  technology,
} from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const kafka = technology("kafka");

test("a technology page has a summary, the parent, and its companies with evidence", async ({
  page,
}) => {
  await site.open(page, "./technology/kafka-streams");
  const streams = technology("kafka-streams");
  await site.expectHeading(page, streams.name);
  await expect(page.getByText(streams.summary)).toBeVisible();
  await page
    .getByText(/^Part of/)
    .getByRole("link", { name: kafka.name })
    .click();
  await site.expectHeading(page, kafka.name);

  const uses = page.getByRole("region", { name: "Who uses it, and the evidence" });
  const names = await uses.getByRole("heading", { level: 3 }).getByRole("link").allTextContents();
  expect(names.sort()).toEqual(companiesWithAll("kafka"));
  await expect(uses.locator("blockquote")).toHaveCount(names.length);
  await expect(uses.getByText("Its link").or(uses.locator("mark").first())).toBeVisible();
});

test("a technology page links to related technologies and resources", async ({ page }) => {
  await site.open(page, "./technology/kafka");

  await test.step("other technologies with the same role", async () => {
    const others = catalogue.technologies.filter(
      ({ slug, role, parent }) =>
        role === kafka.role &&
        slug !== "kafka" &&
        parent !== "kafka" &&
        companiesWithAll(slug).length > 0,
    );
    const shown = page.getByRole("region", { name: "Other transport tools" });
    await expect(shown.getByRole("listitem")).toHaveCount(others.length);
    for (const other of others) {
      await expect(shown.getByRole("link", { name: other.name, exact: true })).toBeVisible();
    }
  });

  await test.step("resources of all companies, newest first", async () => {
    const about = page.getByRole("region", { name: /^Talks, articles and sites about it/ });
    const years = (await about.getByRole("listitem").allTextContents()).map((text) =>
      Number(/(\d{4}) \(from the/.exec(text)?.[1] ?? 0),
    );
    expect(years.length).toBeGreaterThan(5);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    await expect(about.getByRole("link", { name: "Twitter", exact: true })).toHaveAttribute(
      "href",
      /^\/company\/twitter#link-\d+$/,
    );
  });

  await test.step("technologies used with it, each linked to the filter by both", async () => {
    const both = companiesWithAll("kafka", "spark");
    const link = page.getByRole("region", { name: "Used with" }).getByRole("link", {
      name: `${inWords(tallyOf("kafka", "spark"))} with Apache Kafka and Apache Spark`,
    });
    await link.click();
    await site.expectCompanies(page, both);
    expect(site.address(page)).toBe("/?tech=kafka&tech=spark");
  });
});
