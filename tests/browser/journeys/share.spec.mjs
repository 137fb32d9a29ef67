// A company's page is shared and cited.
import { test, expect } from "../support/test.mjs";
import { catalogue, company } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const netflix = company("netflix");
const chapter = catalogue.chapters[netflix.chapter ?? 0];

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const open = (page) => page.getByText("Share", { exact: true }).click();

test("citing Netflix takes two actions", async ({ page }) => {
  await site.open(page, "./company/netflix");
  const address = page.url();
  await open(page);
  await page.getByRole("button", { name: "Copy citation (BibTeX)" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const entry = await copied(page);
  expect(entry).toMatch(/^@misc\{casebook-netflix,\n/);
  expect(entry).toContain(`url = {${address}}`);
  expect(entry).toContain(`author = {${chapter.author}}`);
  expect(entry).toContain(`year = {${chapter.written.slice(0, 4)}}`);

  await page.getByRole("button", { name: "Copy citation (Markdown)" }).click();
  await expect.poll(() => copied(page)).toContain(`[Netflix: data engineering](<${address}>)`);
  expect(await copied(page)).toContain(chapter.author);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => copied(page)).toBe(address);
});

test("the system's share sheet is offered where there is one", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", {
      configurable: true,
      value: async (data) => void (window.shared = data),
    });
  });
  await site.open(page, "./company/netflix");
  await open(page);
  await page.getByRole("button", { name: "Share …" }).click();
  expect(await page.evaluate(() => window.shared)).toEqual({
    title: "Netflix: data engineering · Casebook",
    url: page.url(),
  });
});

test("without a share sheet and a clipboard the menu says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { configurable: true, value: undefined });
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
  });
  await site.open(page, "./company/netflix");
  await open(page);
  await expect(page.getByRole("button", { name: "Share …" })).toHaveCount(0);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("The browser does not allow copying here.")).toBeVisible();
});
