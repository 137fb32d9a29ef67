// A page on paper is an article: no controls, the evidence open, addresses and the source in print.
import { test, expect } from "../support/test.mjs";
import { company } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

/** Goes through the browser's own printing, and looks at the page in between. */
async function print(page, look) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await look();
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
}

test("a company is printed with its evidence, addresses and source, without controls", async ({
  page,
}) => {
  await site.open(page, "./company/netflix");
  await page.getByRole("button", { name: "Dark" }).click();
  await print(page, async () => {
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByRole("navigation", { name: "Other companies" })).toBeHidden();
    await expect(page.locator(".player").locator("visible=true")).toHaveCount(0);
    await expect(page.getByRole("button").locator("visible=true")).toHaveCount(0);
    const quotes = page.locator("details.tag blockquote");
    expect(await quotes.count()).toBeGreaterThan(5);
    for (const quote of await quotes.all()) await expect(quote).toBeVisible();
    const link = page.locator(`a[href="${company("netflix").resources[0].url}"]`).first();
    const printed = await link.evaluate((link) => getComputedStyle(link, "::after").content);
    expect(printed).toContain(company("netflix").resources[0].url);
    await expect(
      page.getByText(/^Printed from http.*\/company\/netflix on \d{4}-\d\d-\d\d\.$/),
    ).toBeVisible();
    await expect(page.getByText("Compiled from").first()).toBeVisible();
    const colour = await page.evaluate(
      () => getComputedStyle(document.documentElement).colorScheme,
    );
    expect(colour).toBe("light");
  });
  await expect(page.locator("details.tag[open]")).toHaveCount(0);
  await expect(page.getByText(/^Printed from/)).toBeHidden();
});

test("what a reader has opened stays open after printing", async ({ page }) => {
  await site.open(page, "./company/netflix");
  await page.locator("details.tag summary").first().click();
  await print(page, async () => {});
  await expect(page.locator("details.tag[open]")).toHaveCount(1);
});

for (const address of [
  "./",
  "./?tech=kafka",
  "./technology/kafka",
  "./compare?company=netflix&company=uber",
]) {
  test(`${address} prints without controls and within the paper`, async ({ page }) => {
    await site.open(page, address);
    await page.setViewportSize({ width: 794, height: 1123 });
    await print(page, async () => {
      await expect(page.getByRole("button").locator("visible=true")).toHaveCount(0);
      await expect(page.getByRole("combobox").locator("visible=true")).toHaveCount(0);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the evidence is printed all the same", async ({ page }) => {
    await page.goto("./company/netflix");
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("details.tag blockquote").first()).toBeVisible();
  });
});
