// What screen readers are told of states that others see.
import { test, expect } from "../support/test.mjs";
import {
  catalogue,
  companiesWithAll,
  inWords,
  tallyOf,
  technology,
} from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

test("a choice of a facet says whether it is chosen", async ({ page }) => {
  const { name } = technology("kafka");
  const choice = site.technologyChoice(page, name);
  const count = inWords(tallyOf("kafka"));
  await site.openHome(page);
  await expect(choice).toHaveAccessibleName(`${name} ${count}, not chosen`);
  await choice.click();
  await expect(choice).toHaveAccessibleName(`${name} ${count}, chosen`);
  await choice.click();
  await expect(choice).toHaveAccessibleName(`${name} ${count}, not chosen`);
});

test("one company is never companies", async ({ page }) => {
  for (const address of ["./", "./?q=netflix", "./technologies", "./technology/kafka"]) {
    await site.open(page, address);
    const text = await page.locator("body").evaluate((body) => body.textContent);
    expect(text, address).not.toMatch(/(^|[^\d.,])1\s+(companies|technologies|links|entries)\b/);
  }
  await site.open(page, "./");
  const rare = catalogue.technologies.find(({ slug }) => companiesWithAll(slug).length === 1);
  await site.unfoldFacets(page);
  const [only] = companiesWithAll(rare.slug);
  await expect(site.technologyChoice(page, rare.name)).toHaveAccessibleName(
    `${rare.name} · ${only} ${inWords(tallyOf(rare.slug))}, not chosen`,
  );
});

const CURRENT = {
  "./": ["Companies", "page"],
  "./company/netflix": ["Companies", "true"],
  "./technologies": ["Technologies", "page"],
  "./technology/kafka": ["Technologies", "true"],
  "./material": ["Material", "page"],
  "./listen": ["Listen", "page"],
  "./compare": ["Compare", "page"],
  "./saved": ["Saved", "page"],
  "./about": ["About", "page"],
  "./nowhere": [],
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with${javaScriptEnabled ? "" : "out"} scripts`, () => {
    test.use({ javaScriptEnabled });

    test("the navigation says which entry is the open page's", async ({ page, guard }) => {
      guard.allowError(/status of 404/);
      const links = page.getByRole("navigation", { name: "Site" }).getByRole("link");
      const expected = ([name, value]) => (name ? [[name, value]] : []);
      for (const [address, entry] of Object.entries(CURRENT)) {
        if (javaScriptEnabled) await site.open(page, address);
        else await page.goto(address);
        const current = await links.evaluateAll((links) =>
          links
            .filter((link) => link.hasAttribute("aria-current"))
            .map((link) => [link.textContent, link.getAttribute("aria-current")]),
        );
        expect(current, address).toEqual(expected(entry));
      }
    });
  });
}

test("the navigation follows the reader from page to page", async ({ page }) => {
  await site.openHome(page);
  const link = (name) => page.getByRole("navigation", { name: "Site" }).getByRole("link", { name });
  await link("About").click();
  await expect(link("About")).toHaveAttribute("aria-current", "page");
  await expect(link("Companies")).not.toHaveAttribute("aria-current", /./);
  await page.goBack();
  await expect(link("Companies")).toHaveAttribute("aria-current", "page");
});
