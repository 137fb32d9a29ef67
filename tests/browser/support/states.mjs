// Every kind of page and state, for checks that look at each of them.
import { expect } from "@playwright/test";

import { companyWithEpisode, unsharedPair } from "./catalogue.mjs";
import * as site from "./site.mjs";

/** One address of each kind. */
export const PAGES = {
  "the grid": "./",
  "the filtered grid": "./?tech=kafka&q=stream",
  "no results": `./?${unsharedPair()
    .map((slug) => `tech=${slug}`)
    .join("&")}`,
  "a company": "./company/netflix",
  "a company with an episode": `./company/${companyWithEpisode().company.slug}`,
  "a technology": "./technology/kafka",
  "the material": "./material",
  "narrowed material": "./material?tech=kafka&kind=slides",
  "no material": "./material?q=zzzz",
  "the episodes": "./listen",
  "the empty saved list": "./saved",
  "the technologies": "./technologies",
  "the full matrix": "./technologies?show=all",
  "an empty comparison": "./compare",
  "a comparison of one company": "./compare?company=netflix",
  "a comparison of four companies":
    "./compare?company=netflix&company=linkedin&company=pinterest&company=spotify",
  "the about page": "./about",
  "the not-found page": "./company/netflx",
};

const PHONE = { width: 390, height: 844 };

/** What a reader opens on a page: an address, and how to get there. */
export const STATES = {
  "opened chips": async (page) => {
    await site.openHome(page, "?tech=kafka&tech=spark");
    await page.getByText("Export", { exact: true }).click();
    await expect(page.getByRole("button", { name: "Save as CSV" })).toBeVisible();
    // Last, because a click outside of it closes it.
    await page.getByRole("article").first().locator("summary").first().click();
    await expect(page.getByRole("article").first().getByRole("blockquote").first()).toBeVisible();
  },
  "opened evidence": async (page) => {
    await site.open(page, "./company/netflix");
    const stack = page.getByRole("region", { name: "Technologies" });
    for (const summary of await stack.locator("summary").all()) await summary.click();
  },
  "the tray of a full comparison": async (page) => {
    await site.openHome(page);
    const buttons = page.getByRole("button", { name: /^Compare / });
    for (const number of [0, 1, 2, 3, 4]) await buttons.nth(number).click();
    await expect(page.getByText(/^At most four companies/)).toBeVisible();
  },
  suggestions: async (page) => {
    await site.openHome(page);
    await site.searchBox(page).pressSequentially("ka");
    await expect(site.suggestions(page).first()).toBeVisible();
  },
  "the filter dialog on a phone": async (page) => {
    await page.setViewportSize(PHONE);
    await site.openHome(page);
    await page.getByRole("button", { name: /^Filters/ }).click();
    await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
  },
  "the search dialog": async (page) => {
    await site.open(page, "./about");
    await page.keyboard.press("/");
    await expect(page.getByRole("dialog", { name: "Search" })).toBeVisible();
  },
  "the list of shortcuts": async (page) => {
    await site.open(page, "./about");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Shortcuts" })).toBeVisible();
  },
  "a saved list": async (page) => {
    await site.open(page, "./company/netflix");
    await page.getByRole("button", { name: "Save Netflix", exact: true }).click();
    await page.getByRole("navigation", { name: "Site" }).getByText("Saved").click();
    await site.expectHeading(page, "Saved");
  },
  "a page without the app": async (page) => {
    await page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "not found" }));
    await page.goto("./company/netflix");
    await expect(page.locator("html[data-app=lost]")).toHaveCount(1);
  },
};
