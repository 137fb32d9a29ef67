import { test, expect } from "../support/test.mjs";
import { expectAccessible, expectToFit } from "../support/accessible.mjs";
import { company } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const searchDialog = (page) => page.getByRole("dialog", { name: "Search" });
const shortcutSheet = (page) => page.getByRole("dialog", { name: "Shortcuts" });

async function openCompany(page, slug) {
  await site.open(page, `./company/${slug}`);
  await site.expectHeading(page, company(slug).name);
}

test("Ctrl+K opens a search on any page, which opens a company", async ({ page }) => {
  await openCompany(page, "netflix");
  await page.keyboard.press("Control+k");
  await expect(site.searchBox(page)).toBeFocused();
  await page.keyboard.type("uber");
  await expect(site.suggestions(page, "Companies").first()).toContainText(company("uber").name);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await site.expectHeading(page, company("uber").name);
  await expect(searchDialog(page)).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("Enter without a selected suggestion shows the search results", async ({ page }) => {
  await site.open(page, "./about");
  await page.keyboard.press("Meta+k");
  await expect(site.searchBox(page)).toBeFocused();
  await page.keyboard.type("netflix");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/\?q=netflix$/);
  await expect(site.cards(page).first()).toHaveText(company("netflix").name);
});

test("closing the search restores the focus", async ({ page }) => {
  await openCompany(page, "netflix");
  const search = page.getByRole("button", { name: "Search" });
  await search.click();
  await expect(site.searchBox(page)).toBeFocused();
  await page.keyboard.type("ka");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(site.searchBox(page)).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(searchDialog(page)).toBeHidden();
  await expect(search).toBeFocused();
});

test("Back closes the search", async ({ page }) => {
  await site.open(page, "./about");
  await page.getByRole("navigation").getByRole("link", { name: "Companies" }).click();
  const name = await site.cards(page).first().textContent();
  await site.cards(page).first().click();
  await site.expectHeading(page, name);
  await page.keyboard.press("Control+k");
  await expect(searchDialog(page)).toBeVisible();
  await page.goBack();
  await expect(searchDialog(page)).toBeHidden();
  await expect(site.searchBox(page)).toBeVisible();
});

test("on the grid the shortcuts and the Search button focus the grid's search field", async ({
  page,
}) => {
  await site.openHome(page);
  for (const openSearch of [
    () => page.keyboard.press("/"),
    () => page.keyboard.press("Control+k"),
    () => page.getByRole("button", { name: "Search" }).click(),
  ]) {
    await page.getByRole("heading", { level: 1 }).focus();
    await openSearch();
    await expect(site.searchBox(page)).toBeFocused();
    await expect(site.searchBox(page)).toHaveValue("");
  }
  await expect(searchDialog(page)).toBeHidden();
});

test("shortcuts are inactive in form fields", async ({ page }) => {
  await site.openHome(page);
  await site.searchBox(page).focus();
  await page.keyboard.type("a/b?");
  await expect(site.searchBox(page)).toHaveValue("a/b?");
  await expect(shortcutSheet(page)).toBeHidden();
  await page.getByRole("combobox", { name: "Sort" }).focus();
  await page.keyboard.press("/");
  await expect(site.searchBox(page)).not.toBeFocused();
});

test("single-key shortcuts can be turned off, also across reloads", async ({ page }) => {
  await openCompany(page, "netflix");
  await page.keyboard.press("?");
  await expect(shortcutSheet(page)).toBeVisible();
  const choice = shortcutSheet(page).getByRole("checkbox");
  await expect(choice).toBeChecked();
  await choice.uncheck();
  await page.keyboard.press("Escape");
  await expect(shortcutSheet(page)).toBeHidden();

  for (const visit of [() => undefined, () => site.reload(page)]) {
    await visit();
    await site.expectHeading(page, company("netflix").name);
    await page.keyboard.press("?");
    await page.keyboard.press("/");
    await page.keyboard.press("Control+k");
    // Had "?" worked, the list of shortcuts would still be open.
    await expect(searchDialog(page)).toBeVisible();
    await expect(shortcutSheet(page)).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(searchDialog(page)).toBeHidden();
  }

  const open = page.getByRole("button", { name: "Shortcuts" });
  await open.click();
  await expect(choice).not.toBeChecked();
  await choice.check();
  await shortcutSheet(page).getByRole("button", { name: "Close" }).click();
  await expect(open).toBeFocused();
  await page.keyboard.press("/");
  await expect(searchDialog(page)).toBeVisible();
});

test("with blocked storage, shortcuts can be turned off for the visit", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await openCompany(page, "netflix");
  await page.keyboard.press("?");
  await shortcutSheet(page).getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(shortcutSheet(page)).toBeHidden();
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await expect(searchDialog(page)).toBeVisible();
  await expect(shortcutSheet(page)).toBeHidden();
});

test("the search dialog and the list of shortcuts are accessible and fit the viewport", async ({
  page,
}) => {
  await openCompany(page, "netflix");
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    await page.keyboard.press("/");
    await site.searchBox(page).fill("str");
    await page.keyboard.press("ArrowDown");
    await expect(site.suggestions(page).first()).toHaveAttribute("aria-selected", "true");
    await expectAccessible(page, `the search, ${width} pixels wide`);
    await expectToFit(page);
    for (let pressed = 0; pressed < 3; pressed += 1) await page.keyboard.press("Escape");
    await expect(searchDialog(page)).toBeHidden();
    await page.keyboard.press("?");
    await expect(shortcutSheet(page)).toBeVisible();
    await expectAccessible(page, `the shortcuts, ${width} pixels wide`);
    await expectToFit(page);
    await page.keyboard.press("Escape");
    await expect(shortcutSheet(page)).toBeHidden();
  }
});

test("on a Mac the search has the command key, and Control+K is left to the field", async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "platform", { get: () => "MacIntel" }),
  );
  await site.openHome(page);
  await expect(page.locator("kbd", { hasText: "⌘ K" }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Search" })).toHaveAttribute(
    "title",
    "Search (⌘ K)",
  );
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+k");
  await expect(site.searchBox(page)).not.toBeFocused();
  await page.keyboard.press("Meta+k");
  await expect(site.searchBox(page)).toBeFocused();
  const isLeft = await site
    .searchBox(page)
    .evaluate((field) =>
      field.dispatchEvent(
        new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true, cancelable: true }),
      ),
    );
  expect(isLeft, "Control+K in a field").toBe(true);
  await page.getByRole("button", { name: "Shortcuts" }).click();
  await expect(shortcutSheet(page)).toContainText("⌘ K");
  await expect(shortcutSheet(page)).not.toContainText("Ctrl");
});
