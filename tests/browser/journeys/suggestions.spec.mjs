import { test, expect } from "../support/test.mjs";
import { expectAccessible, expectToFit } from "../support/accessible.mjs";
import { company, companiesWithAll, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

/** Expects the field's active option to be this one, selected and in the viewport. */
async function expectActive(page, name) {
  const id = await site.searchBox(page).getAttribute("aria-activedescendant");
  const option = page.locator(`[id="${id}"]`);
  await expect(option).toHaveRole("option");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(option).toContainText(name);
  await expect(option).toBeInViewport();
  await expect(site.searchBox(page)).toBeFocused();
}

test("a suggested technology marks the typed text and opens by keyboard", async ({ page }) => {
  const kafka = technology("kafka").name;
  await site.openHome(page);
  await expect(site.searchBox(page)).toHaveAttribute("aria-expanded", "false");
  await site.searchBox(page).pressSequentially("ka");
  await expect(site.searchBox(page)).toHaveAttribute("aria-expanded", "true");
  const first = site.suggestions(page, "Technologies").first();
  await expect(first).toContainText(kafka);
  await expect(first.locator("mark")).toHaveText(/^ka$/i);

  const options = await site.suggestions(page).allTextContents();
  await page.keyboard.press("ArrowDown");
  await expectActive(page, options[0].trim());
  await page.keyboard.press("ArrowUp");
  await expect(site.searchBox(page)).toHaveAttribute(
    "aria-activedescendant",
    (await site.suggestions(page).last().getAttribute("id")) ?? "",
  );
  await page.keyboard.press("ArrowDown");
  while (!(await first.getAttribute("aria-selected")).includes("true")) {
    await page.keyboard.press("ArrowDown");
  }
  await expectActive(page, kafka);
  await page.keyboard.press("Enter");
  await site.expectHeading(page, kafka);
  await page.goBack();
  await expect(site.searchBox(page)).toHaveValue("ka");
});

test("the search field refers to its list, which is grouped", async ({ page }) => {
  await site.openHome(page);
  await site.searchBox(page).fill("sp");
  const list = page.getByRole("listbox", { name: "Suggestions" });
  await expect(list).toBeVisible();
  await expect(site.searchBox(page)).toHaveAttribute(
    "aria-controls",
    (await list.getAttribute("id")) ?? "",
  );
  await expect(site.searchBox(page)).toHaveAttribute("aria-autocomplete", "list");
  const groups = await list.getByRole("group").all();
  expect(groups.length).toBeGreaterThan(0);
  for (const group of groups) {
    const count = await group.getByRole("option").count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(4);
  }
  const count = await site.suggestions(page).count();
  await expect(page.locator("[aria-live]", { hasText: `${count} suggestions` })).toBeAttached();
});

test("the grid narrows while the list is open, and Enter searches for the text", async ({
  page,
}) => {
  await site.openHome(page);
  await site.searchBox(page).pressSequentially("netflix");
  await expect(site.suggestions(page).first()).toBeVisible();
  await expect(site.cards(page).first()).toHaveText(company("netflix").name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(page).toHaveURL(/\/\?q=netflix$/);
  await expect(site.searchBox(page)).toBeFocused();
});

test("Escape closes the list, then clears the field; Tab closes the list", async ({ page }) => {
  await site.openHome(page);
  await site.searchBox(page).pressSequentially("ka");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(site.searchBox(page)).toHaveValue("ka");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("listbox")).toBeHidden();
  await site.searchBox(page).focus();
  await page.keyboard.press("Escape");
  await expect(site.searchBox(page)).toHaveValue("");
});

test("a suggestion is a link that can be clicked", async ({ page }) => {
  await site.openHome(page);
  await site.searchBox(page).pressSequentially("netfl");
  const option = site.suggestions(page, "Companies").first();
  await expect(option).toHaveAttribute("href", /\/company\/netflix$/);
  await option.click();
  await site.expectHeading(page, company("netflix").name);
});

test("a suggestion shows the alias that matched", async ({ page }) => {
  const { name, aliases } = technology("amazon-kinesis");
  const alias = aliases.find((alias) => alias.endsWith("Streams"));
  await site.openHome(page);
  await site.searchBox(page).fill(alias);
  const option = site.suggestions(page, "Technologies").first();
  await expect(option).toContainText(`${name} also “${alias}”`);
});

test("a suggested talk links to the material of its company", async ({ page }) => {
  const { name, slug, resources } = company("netflix");
  await site.openHome(page);
  await site.searchBox(page).fill(resources[0].title);
  await site.suggestions(page, "Talks and articles").filter({ hasText: name }).first().click();
  await site.expectHeading(page, name);
  await expect(page).toHaveURL(new RegExp(`/company/${slug}#link-\\d+$`));
});

test("a search without results suggests a corrected spelling", async ({ page }) => {
  await site.open(page, "./?q=kavca+spork");
  const link = page.getByRole("region", { name: "No results" }).getByRole("link", { name: /“/ });
  await expect(link.first()).toHaveText(/^“Kafka /);
  await site.open(page, "./?q=kavca");
  await page.getByRole("link", { name: "“Kafka”", exact: true }).click();
  await expect(page).toHaveURL(/\/\?q=Kafka$/);
  const found = await site.cardNames(page);
  expect(companiesWithAll("kafka").every((name) => found.includes(name))).toBe(true);
  await expect(page.getByRole("region", { name: "Results" }).locator(":focus")).toHaveCount(1);
});

test("a card shows that the search matched its industry", async ({ page }) => {
  await site.openHome(page, "?q=travel");
  const places = page.getByRole("list", { name: "Found in" }).getByRole("listitem");
  await expect(places.filter({ hasText: /^Industry: Travel/ }).first()).toBeVisible();
});

test("sorting by best match is available only with a search text", async ({ page }) => {
  const sort = page.getByRole("combobox", { name: "Sort" });
  const offered = () => sort.getByRole("option").allTextContents();
  await site.openHome(page);
  expect(await offered()).not.toContain("Best match");
  await expect(sort).toHaveValue("name");
  await site.searchBox(page).fill("kafka");
  await expect(sort).toHaveValue("relevance");
  expect(await offered()).toContain("Name");
});

test("the open list is accessible and fits the viewport, on desktop and phone", async ({
  page,
}) => {
  await site.openHome(page);
  for (const size of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(size);
    await site.searchBox(page).fill("str");
    await page.keyboard.press("ArrowUp");
    const last = site.suggestions(page).last();
    await expect(last).toHaveAttribute("aria-selected", "true");
    await expect(last).toBeInViewport({ ratio: 0.99 });
    await expectAccessible(page, `${size.width} pixels`);
    await expectToFit(page);
    for (let pressed = 0; pressed < 2; pressed += 1) await page.keyboard.press("Escape");
    await expect(site.searchBox(page)).toHaveValue("");
  }
});

test("the list stays while the focus is on a suggestion, and closes when the box is left", async ({
  page,
}) => {
  await site.openHome(page);
  await site.searchBox(page).fill("ka");
  const option = site.suggestions(page).first();
  await expect(option).toBeVisible();
  // As screen readers do.
  await option.focus();
  await expect(option).toBeFocused();
  await expect(option).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(site.searchBox(page)).toBeFocused();

  await site.searchBox(page).fill("kaf");
  await option.focus();
  await page.getByLabel("Sort").focus();
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(page.getByLabel("Sort")).toBeFocused();

  await site.searchBox(page).fill("netfl");
  await site.suggestions(page, "Companies").first().focus();
  await page.keyboard.press("Enter");
  await site.expectHeading(page, company("netflix").name);
});

/** The two signs of a key that belongs to a composition; Safari gives only the second to the last. */
const SIGNS = { isComposing: { isComposing: true }, "the key code": { keyCode: 229 } };

for (const [name, sign] of Object.entries(SIGNS)) {
  test(`keys of a composition, told by ${name}, neither open nor delete anything`, async ({
    page,
  }) => {
    await site.openHome(page);
    await site.searchBox(page).fill("ka");
    await expect(site.suggestions(page).first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    for (const key of ["Enter", "Escape", "ArrowDown"]) {
      const isLeft = await site
        .searchBox(page)
        .evaluate(
          (field, init) =>
            field.dispatchEvent(
              new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }),
            ),
          { key, ...sign },
        );
      expect(isLeft, key).toBe(true);
    }
    await expect(site.suggestions(page).first()).toHaveAttribute("aria-selected", "true");
    await expect(site.searchBox(page)).toHaveValue("ka");
    await site.expectHeading(page, "Who runs what, and how do we know?");
  });
}
