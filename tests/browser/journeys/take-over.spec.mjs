// Every page is prerendered. When the wasm arrives, the app replaces it and keeps the reader's
// state.
import { test, expect } from "../support/test.mjs";
import { catalogue, companiesWithAll } from "../support/catalogue.mjs";
import { appIsLive, holdApp } from "../support/app.mjs";
import * as site from "../support/site.mjs";

const PAGES = {
  "the grid": "./",
  "a filtered grid": "./?tech=kafka",
  "search results": "./?q=streaming",
  "a company": "./company/netflix",
  "a technology": "./technology/kafka",
  "all technologies": "./technologies",
  "a comparison": "./compare?company=netflix&company=uber",
  "the material": "./material",
  "narrowed material": "./material?kind=slides",
  "the episodes": "./listen",
  "the saved list": "./saved",
  "the about page": "./about",
};

for (const [name, address] of Object.entries(PAGES)) {
  test(`there is no layout shift when the app takes over ${name}`, async ({ page }) => {
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
          window.shifts.push(`${shift.value}: ${shift.sources.map((s) => s.node?.className)}`);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    const release = await holdApp(page);
    await page.goto(address);
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toBeVisible();
    const box = await heading.boundingBox();
    release();
    await appIsLive(page);
    expect(await heading.boundingBox()).toEqual(box);
    // Layout shifts are reported after the next frame.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
    );
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
}

test("the prerendered page and the app's page have the same text", async ({ page }) => {
  for (const address of ["./", "./company/netflix", "./technology/kafka", "./technologies"]) {
    const release = await holdApp(page);
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // Not compared: the content of closed chips, which only the prerendered page has, that of folded
    // filters, which only the app has, and live regions, which the app fills after a delay.
    const text = () =>
      page.evaluate(() => {
        const copy = document.getElementById("app").cloneNode(true);
        const ignored = copy.querySelectorAll(
          ":is(details.chip, .facet__fold) > :not(summary), [aria-live]",
        );
        for (const element of ignored) element.remove();
        return copy.textContent;
      });
    const before = await text();
    release();
    await appIsLive(page);
    expect(await text(), address).toBe(before);
    await page.unrouteAll();
  }
});

test("text typed before the app is live is searched for", async ({ page }) => {
  const release = await holdApp(page);
  await page.goto("./");
  await site.searchBox(page).click();
  await page.keyboard.type("netfl");
  await page.keyboard.press("ArrowLeft");
  release();
  await appIsLive(page);
  await expect(site.searchBox(page)).toBeFocused();
  await expect(site.searchBox(page)).toHaveValue("netfl");
  await site.expectCompanies(page, ["Netflix"]);
  // The caret is still before the last letter.
  await page.keyboard.type("x");
  await expect(site.searchBox(page)).toHaveValue("netfxl");
});

test("scroll position, focus and typed text are kept on a page with a query", async ({ page }) => {
  const release = await holdApp(page);
  await page.goto("./?tech=kafka");
  await site.searchBox(page).click();
  await page.keyboard.type("netfl");
  await page.evaluate(() => scrollTo(0, 120));
  release();
  await appIsLive(page);
  await expect(site.searchBox(page)).toBeFocused();
  await expect(site.searchBox(page)).toHaveValue("netfl");
  await site.expectCompanies(page, ["Netflix"]);
  // The row of chips is new above the cards: the field stays, the cards make room.
  expect(await page.evaluate(() => scrollY)).toBe(120);
  await expect.poll(() => site.address(page)).toBe("/?q=netfl&tech=kafka");
});

test("a sort order chosen before the app is live is applied", async ({ page }) => {
  const release = await holdApp(page);
  await page.goto("./");
  await page.getByLabel("Sort").selectOption("material");
  release();
  await appIsLive(page);
  await expect(page.getByLabel("Sort")).toHaveValue("material");
  await expect.poll(() => site.address(page)).toBe("/?sort=material");
});

test("a button pressed in an outdated list order saves no other company", async ({ page }) => {
  const release = await holdApp(page);
  await page.goto("./?sort=material");
  // As after eight seconds without the app, when the list is shown in its prerendered order.
  await page.locator(".grid [aria-label^='Save ']").first().dispatchEvent("click");
  release();
  await appIsLive(page);
  await expect(site.cards(page)).toHaveCount(catalogue.companies.length);
  await expect(page.locator(".grid [aria-pressed=true]")).toHaveCount(0);
});

test("a focused file field keeps the focus", async ({ page }) => {
  const release = await holdApp(page);
  await page.goto("./saved");
  await page.locator("input[type=file]").focus();
  release();
  await appIsLive(page);
  await expect(page.locator("input[type=file]")).toBeFocused();
});

test("scroll position, focus and an opened chip are kept", async ({ page }) => {
  const release = await holdApp(page);
  await page.goto("./");
  const chip = page.locator("details.chip").nth(12);
  await chip.locator("summary").focus();
  await page.keyboard.press("Enter");
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(0);
  release();
  await appIsLive(page);
  await expect(chip.locator("summary")).toBeFocused();
  await expect(chip.getByRole("link", { name: /^Everything on/ })).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("a button pressed before the app is live takes effect later", async ({ page }) => {
  const release = await holdApp(page);
  await page.goto("./company/netflix");
  const save = page.getByRole("button", { name: "Save Netflix" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length);
  await save.click();
  await expect(save).toHaveAttribute("aria-pressed", "false");
  release();
  await appIsLive(page);
  await expect(save).toHaveAttribute("aria-pressed", "true");
});

test("a filtered grid is not shown unfiltered first", async ({ page }) => {
  const release = await holdApp(page);
  await page.goto("./?tech=kafka");
  await site.expectHeading(page, "Who runs what, and how do we know?");
  await expect(site.grid(page)).toBeHidden();
  release();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  await expect(site.grid(page)).toBeVisible();
});

test("a query without filters does not hide the grid", async ({ page }) => {
  await holdApp(page);
  await page.goto("./?utm_source=somewhere");
  await expect(site.cards(page)).toHaveCount(catalogue.companies.length);
  await expect(site.grid(page)).toBeVisible();
});

test("a reload keeps the scroll position, also one changed before the app is live", async ({
  page,
}) => {
  await page.goto("./");
  await appIsLive(page);
  await page.evaluate(() => scrollTo(0, 900));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  const release = await holdApp(page);
  await page.reload();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  await page.evaluate(() => scrollTo(0, 300));
  release();
  await appIsLive(page);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  expect(await page.evaluate(() => scrollY)).toBe(300);
});
