import { test, expect } from "../support/test.mjs";
import { expectAccessible, expectToFit } from "../support/accessible.mjs";
import { PAGES } from "../support/states.mjs";
import * as site from "../support/site.mjs";

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 640 };

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name}: no axe violations, no overflow at 320 pixels`, async ({ page, guard }) => {
    guard.allowError(/status of 404/); // The status of the not-found page.
    await site.open(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const [screen, size] of Object.entries({ DESKTOP, PHONE })) {
      await page.setViewportSize(size);
      await expectAccessible(page, screen);
    }
    await page.setViewportSize(NARROW);
    await expectToFit(page);
  });
}

test("opened chips: no axe violations, no overflow at 320 pixels", async ({ page }) => {
  await page.setViewportSize(NARROW);
  await site.openHome(page, "?tech=kafka&tech=spark");
  await page.getByRole("article").first().locator("summary").first().click();
  await page.getByText("Export", { exact: true }).click();
  await expect(page.getByRole("region", { name: "Fewer filters" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save as CSV" })).toBeVisible();
  await expectAccessible(page);
  await expectToFit(page);

  await site.open(page, "./company/netflix");
  const stack = page.getByRole("region", { name: "Technologies" });
  await expect(stack).toBeVisible();
  for (const summary of await stack.locator("summary").all()) await summary.click();
  await expectAccessible(page);
  await expectToFit(page);
});

test("the filter dialog on a phone: no axe violations", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await site.openHome(page);
  await page.getByRole("button", { name: /^Filters/ }).click();
  await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
  await expectAccessible(page);
});
