import { test, expect } from "../support/test.mjs";
import { catalogue, company, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const STAGES = [
  "Collection",
  "Transport",
  "Stream processing",
  "Batch processing",
  "Storage",
  "Table format",
  "OLAP & query",
  "Serving",
  "Orchestration",
  "Infrastructure & cloud",
  "Platform",
];

test("a company's stack and diagrams follow the data flow", async ({ page }) => {
  await site.open(page, "./company/netflix");

  await test.step("the list", async () => {
    const stack = page.getByRole("region", { name: "Technologies" });
    const roles = await stack.getByRole("heading", { level: 3 }).allTextContents();
    expect(roles).toEqual(STAGES.filter((stage) => roles.includes(stage)));
    const items = stack.getByRole("list").first().getByRole("listitem");
    await expect(items.filter({ hasText: "Transport" }).first()).toContainText("Apache Kafka");
    expect(roles.length).toBe(
      new Set(company("netflix").tags.map((tag) => technology(tag.technology).role)).size,
    );
  });

  for (const diagram of company("netflix").diagrams) {
    await test.step(`the diagram “${diagram.caption}” has all steps and arrows`, async () => {
      const drawing = page.getByRole("figure").filter({ hasText: diagram.caption });
      await expect(drawing).toBeVisible();
      await expect(drawing).toContainText(diagram.description);
      await expect(drawing.getByRole("link", { name: "The picture in the source" })).toBeVisible();
      const boxes = drawing.getByRole("listitem");
      for (const { name, part } of diagram.steps) {
        await expect(boxes.filter({ hasText: name }).first()).toContainText(part ?? name);
      }
      // One line per flow to a later step. Flows to an earlier step are described in text.
      const back = diagram.flows.filter(([from, to]) => to <= from);
      for (const [from, to] of back) {
        await expect(drawing).toContainText(
          `From ${diagram.steps[from].name} back to ${diagram.steps[to].name}`,
        );
      }
      // Each line is drawn twice: for layers in a row and for layers in a column.
      const lines = await drawing
        .locator(".diagram__lines path")
        .evaluateAll((all) => all.map((path) => path.getAttribute("d").split("M").length - 1));
      const drawn = lines.reduce((sum, count) => sum + count, 0) / 2;
      expect(drawn).toBe(diagram.flows.length - back.length);
      await expect(drawing.locator("img")).toHaveCount(0);
    });
  }

  await test.step("a step links to its technology", async () => {
    await page.getByRole("figure").getByRole("link", { name: "Cassandra" }).click();
    await site.expectHeading(page, technology("cassandra").name);
  });
});

test("the grid can be filtered by Kafka and any stream processor", async ({ page }) => {
  const streams = catalogue.technologies
    .filter(({ role }) => role === "stream-processing")
    .map(({ slug }) => slug);
  const kafka = ["kafka", "kafka-streams"];
  const expected = catalogue.companies
    .filter(({ tags = [] }) => tags.some((tag) => kafka.includes(tag.technology)))
    .filter(({ tags }) => tags.some((tag) => streams.includes(tag.technology)))
    .map(({ name }) => name);
  await site.openHome(page, "?tech=kafka");
  await site.unfoldFacets(page);
  await page
    .getByRole("group", { name: "Technology", exact: true })
    .getByRole("link", { name: /^Any stream processing/ })
    .click();
  await site.expectCompanies(page, expected);
  expect(site.address(page)).toBe("/?tech=kafka&role=stream-processing");
});
