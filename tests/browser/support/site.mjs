// The site as its readers name things: by role and by name, never by class.
import { expect } from "@playwright/test";
import { appIsLive } from "./app.mjs";

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export const SEARCH = "Search companies, technologies, titles";
export const NOT_FOUND = "Nothing here by that name";

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

/** The heading links of the cards, one a company. */
export function cards(page) {
  return grid(page).getByRole("heading").getByRole("link");
}

/** What the cards are headed by. Not the inner text: cards off the screen are not laid out. */
export function cardNames(page) {
  return cards(page).allTextContents();
}

/** Waits until the grid shows exactly these companies, in whatever order. */
export async function expectCompanies(page, names) {
  await expect(async () => {
    expect((await cardNames(page)).sort()).toEqual([...names].sort());
  }).toPass({ timeout: 30_000, intervals: [20, 50, 100, 250] });
}

/** The choice of a technology; its name is followed by how many companies it gives. */
export function technologyChoice(page, name) {
  return page
    .getByRole("group", { name: "Technology", exact: true })
    .getByRole("link", { name: new RegExp(`^${escape(name)}\\s*\\d+\\s*compan`) });
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

/** Opens an address and waits until the app has taken the page over. */
export async function open(page, address) {
  const answer = await page.goto(address);
  await appIsLive(page);
  return answer;
}

/** Loads the page again and waits until the app has taken it over. */
export async function reload(page) {
  const answer = await page.reload();
  await appIsLive(page);
  return answer;
}

/** Opens the grid. */
export async function openHome(page, query = "") {
  await open(page, `./${query}`);
  await expect(cards(page).first()).toBeVisible();
}

/** The part of the address behind the host. */
export function address(page) {
  const url = new URL(page.url());
  return url.pathname + url.search;
}

/** Links to this host that leave the path where the site is. */
export function strayLinks(page, base) {
  return page.evaluate(
    (base) =>
      [...document.links]
        .filter((link) => link.origin === location.origin && !link.pathname.startsWith(base))
        .map((link) => link.href),
    base,
  );
}

/** Presses Tab until `target` has the focus. */
export async function tabTo(page, target, limit = 200) {
  for (let pressed = 0; pressed < limit; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached by ${limit} presses of Tab: ${target}`);
}
