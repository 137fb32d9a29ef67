import { readFile } from "node:fs/promises";

import { test, expect } from "../support/test.mjs";
import { catalogue, companiesWithAll } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

async function openMenu(page) {
  await page.getByText("Export", { exact: true }).click();
}

/** Clicks a button and returns the text of the downloaded file. */
async function downloaded(page, name) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  return readFile(await (await download).path(), "utf8");
}

test("the CSV export has the shown companies in the shown order", async ({ page }) => {
  await site.openHome(page, "?tech=kafka");
  const shown = await site.cardNames(page);
  await openMenu(page);
  const table = await downloaded(page, "Save as CSV");
  // A byte order mark, without which Excel shows broken accents.
  expect(table.startsWith("\ufeffslug,name,")).toBe(true);
  const rows = table.trimEnd().split("\r\n");
  const slugs = rows.slice(1).map((row) => row.split(",")[0]);
  const names = slugs.map((slug) => catalogue.companies.find((c) => c.slug === slug).name);
  expect(names).toEqual(shown);
});

test("the JSON export has the shown companies", async ({ page, request }) => {
  await site.openHome(page, "?tech=kafka&tech=spark");
  await openMenu(page);
  const exported = JSON.parse(await downloaded(page, "Save as JSON"));
  const all = await (await request.get("./api/companies.json")).json();
  const expected = companiesWithAll("kafka", "spark");
  expect(exported.companies.map(({ name }) => name).sort()).toEqual(expected);
  for (const entry of exported.companies) {
    expect(all.companies).toContainEqual(entry);
  }
  expect(exported.source).toEqual(all.source);
});

test("the shown companies can be copied as a Markdown list", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await site.openHome(page, "?tech=kafka&tech=spark");
  await openMenu(page);
  await page.getByRole("button", { name: "Copy as a Markdown list" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const list = await page.evaluate(() => navigator.clipboard.readText());
  const [title, blank, ...lines] = list.trimEnd().split("\n");
  expect(title).toBe(`# [Companies: Apache Kafka and Apache Spark](<${page.url()}>)`);
  expect(blank).toBe("");
  expect(lines).toHaveLength(companiesWithAll("kafka", "spark").length);
  const origin = new URL(page.url()).origin;
  const netflix = lines.find((line) => line.startsWith("- [Netflix]"));
  expect(netflix).toContain(`](<${origin}/company/netflix>): `);
  expect(netflix).toContain("Apache Spark (guess)");
  // What the card names, as a link.
  for (const line of lines) {
    const [, name, best, address] = line.match(/^- \[(.+?)\]\(<.+?>\).*\. \[(.+)\]\(<(.+)>\)$/);
    const { resources, podcasts = [] } = catalogue.companies.find((one) => one.name === name);
    const plain = best.replace(/\\(.)/g, "$1");
    await expect(page.getByRole("article", { name, exact: true })).toContainText(plain);
    const urls = resources.filter((one) => one.title === plain).map(({ url }) => url);
    const videos = podcasts.map(({ youtube }) => `https://www.youtube.com/watch?v=${youtube}`);
    expect([...urls, ...videos]).toContain(address);
  }
});

test("what the list is filtered by is in its title, as it is matched", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const titles = {
    "": "All companies",
    "?tech=kafka&tech=spark&match=any": "Companies: Apache Kafka or Apache Spark",
    "?q=stream&kind=slides&kind=paper":
      /^Companies: “stream”, (Slides or Paper or PDF|Paper or PDF or Slides)$/,
  };
  for (const [query, title] of Object.entries(titles)) {
    await site.openHome(page, query);
    await openMenu(page);
    await page.getByRole("button", { name: "Copy as a Markdown list" }).click();
    await expect(page.getByText("Copied.")).toBeVisible();
    const list = await page.evaluate(() => navigator.clipboard.readText());
    expect(list.match(/^# \[(.+)\]\(</)[1]).toMatch(title);
  }
});

test("the link of the list can be copied, and shared where the system has a share sheet", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", {
      configurable: true,
      value: async (data) => void (window.shared = data),
    });
  });
  await site.openHome(page, "?tech=kafka");
  await openMenu(page);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.getByRole("button", { name: "Share …" }).click();
  expect(await page.evaluate(() => window.shared)).toEqual({
    title: "Companies: Apache Kafka · Casebook",
    url: page.url(),
  });
});

test("a failed export shows an error message", async ({ page, guard }) => {
  guard.allowError(/Failed to load resource/);
  await page.route("**/companies.csv", (route) => route.abort());
  await site.openHome(page);
  await openMenu(page);
  await page.getByRole("button", { name: "Save as CSV" }).click();
  await expect(
    page.getByText("The file could not be loaded; try again with a connection."),
  ).toBeVisible();
});
