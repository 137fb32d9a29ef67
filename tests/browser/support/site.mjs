// Locators of the site's elements, by role and accessible name, never by class.
import { expect } from "@playwright/test";
import { appIsLive } from "./app.mjs";

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export const SEARCH = "Search companies, technologies, titles";
export const NOT_FOUND = "Page not found";

export function searchBox(page) {
  return page.getByRole("combobox", { name: SEARCH });
}

/** The options below the search box, or those of one group. */
export function suggestions(page, group) {
  const list = page.getByRole("listbox", { name: "Suggestions" });
  return (group ? list.getByRole("group", { name: group }) : list).getByRole("option");
}

export function grid(page) {
  return page.getByRole("list", { name: "Companies", exact: true });
}

/** The links in the headings of the cards, one per company. */
export function cards(page) {
  return grid(page).getByRole("heading").getByRole("link");
}

/** The headings of the cards. textContent, because off-screen cards may not be laid out. */
export function cardNames(page) {
  return cards(page).allTextContents();
}

/** Waits until the grid shows exactly these companies, in any order. */
export async function expectCompanies(page, names) {
  await expect(async () => {
    expect((await cardNames(page)).sort()).toEqual([...names].sort());
  }).toPass({ timeout: 30_000, intervals: [20, 50, 100, 250] });
}

/**
 * The filter link of a technology: its name, that of the company if only one has it, then the number
 * of companies. Those that are not among the most used are folded: `unfoldFacets`.
 */
export function technologyChoice(page, name) {
  return page
    .getByRole("group", { name: "Technology", exact: true })
    .getByRole("link", { name: new RegExp(`^${escape(name)}\\s*(· .+ )?\\d+\\s*compan`) });
}

/** Unfolds every role and every facet beside the grid. */
export async function unfoldFacets(page) {
  const folded = page
    .getByRole("complementary", { name: "Filters" })
    .locator("details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
}

export function matchChoice(page, name) {
  return page.getByRole("group", { name: "Match" }).getByRole("link", { name, exact: true });
}

export function chips(page) {
  return page.getByRole("list", { name: "Chosen filters" });
}

export function chip(page, name) {
  return chips(page).getByRole("link", { name: `Remove ${name}`, exact: true });
}

export async function expectHeading(page, name) {
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
}

/** Opens an address and waits until the app is live. */
export async function open(page, address) {
  const answer = await page.goto(address);
  await appIsLive(page);
  return answer;
}

/** Reloads the page and waits until the app is live. */
export async function reload(page) {
  const answer = await page.reload();
  await appIsLive(page);
  return answer;
}

export async function openHome(page, query = "") {
  await open(page, `./${query}`);
  await expect(cards(page).first()).toBeVisible();
}

/** Path and query of the page's URL. */
export function address(page) {
  const url = new URL(page.url());
  return url.pathname + url.search;
}

/** Links to this host outside the site's base path. */
export function strayLinks(page, base) {
  return page.evaluate(
    (base) =>
      [...document.links]
        .filter((link) => link.origin === location.origin && !link.pathname.startsWith(base))
        .map((link) => link.href),
    base,
  );
}

/** Presses Tab until `target` is focused. */
export async function tabTo(page, target, limit = 200) {
  for (let pressed = 0; pressed < limit; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not focused after pressing Tab ${limit} times: ${target}`);
}
