// What a reader has opened and scrolled inside of a page is there again after Back and a reload.
import { test, expect } from "../support/test.mjs";
import * as site from "../support/site.mjs";

const facets = (page) => page.getByRole("complementary", { name: "Filters" });
const scrolled = (box) => box.evaluate((element) => element.scrollTop);

const RETURNS = {
  Back: async (page) => {
    await page.getByRole("navigation", { name: "Site" }).getByText("About").click();
    await site.expectHeading(page, "About Casebook");
    await page.goBack();
  },
  "a reload": (page) => site.reload(page),
  "Back from another document": async (page) => {
    await page.goto("./robots.txt");
    await page.goBack();
  },
};

for (const [name, leaveAndReturn] of Object.entries(RETURNS)) {
  test(`after ${name} the facets and the evidence are as they were`, async ({ page }) => {
    await site.openHome(page);
    const chip = page.locator("details.chip").first();
    const folded = facets(page).locator("details:not([open]) > summary");
    const before = await folded.count();
    expect(before).toBeGreaterThan(1);
    await folded.nth(1).click();
    await folded.first().click();
    await page
      .getByRole("button", { name: /^and \d+ more$/ })
      .first()
      .click();
    await facets(page).evaluate((element) => element.scrollTo(0, 200));
    await expect.poll(() => scrolled(facets(page))).toBe(200);
    // Last, because a click outside of it closes it.
    await chip.locator("summary").click();
    await expect(chip.locator("blockquote").first()).toBeVisible();

    await leaveAndReturn(page);

    await expect(chip.locator("blockquote").first()).toBeVisible();
    await expect(folded).toHaveCount(before - 2);
    await expect(page.getByRole("button", { name: "fewer" })).toHaveCount(1);
    await expect.poll(() => scrolled(facets(page))).toBe(200);
  });
}

test("evidence on a company's page is open again, and closed on the next company's", async ({
  page,
}) => {
  await site.open(page, "./company/netflix");
  const tag = page.locator("details.tag").first();
  await tag.locator("summary").click();
  await expect(tag.locator("blockquote").first()).toBeVisible();
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Netflix");
  await expect(page.locator("details.tag[open]")).toHaveCount(0);
  await page.goBack();
  await site.expectHeading(page, "Netflix");
  await expect(tag.locator("blockquote").first()).toBeVisible();
});

test("the matrix is scrolled as it was", async ({ page }) => {
  await page.setViewportSize({ width: 500, height: 700 });
  await site.open(page, "./technologies");
  const matrix = page.getByRole("group", { name: "Matrix of technologies" });
  await matrix.evaluate((element) => element.scrollTo(40, 0));
  await page.getByRole("navigation", { name: "Site" }).getByText("About").click();
  await site.expectHeading(page, "About Casebook");
  await page.goBack();
  await expect.poll(() => matrix.evaluate((element) => element.scrollLeft)).toBe(40);
});

test("another visit in the same tab begins as the page comes", async ({ page }) => {
  await site.openHome(page);
  await page.locator("details.chip summary").first().click();
  await page.goto("./about");
  await site.open(page, "./");
  await expect(page.locator("details.chip[open]")).toHaveCount(0);
});
