import { test, expect } from "../support/test.mjs";
import { catalogue, company } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const yearsOf = ({ resources = [] }) =>
  resources.filter(({ dated }) => dated).map(({ dated }) => dated.year);

test("a company shows the years of its material and the source of each year", async ({ page }) => {
  await site.open(page, "./company/spotify");

  const years = yearsOf(company("spotify"));
  await expect(page.getByRole("main")).toContainText(
    `Material from ${Math.min(...years)} to ${Math.max(...years)}`,
  );

  const material = page.getByRole("region", { name: "Material" });
  for (const { title, url, dated } of company("spotify").resources) {
    const item = material
      .getByRole("listitem")
      .filter({ has: page.locator(`a[href="${url}"]`) })
      .first();
    await expect(item).toContainText(title);
    if (dated) await expect(item).toContainText(`${dated.year} (from the address)`);
    const written = catalogue.chapters[0].written.replaceAll("-", "");
    const day = dated && `${dated.year}1231` < written ? `${dated.year}1231` : written;
    await expect(item.getByRole("link", { name: "Archived copy" })).toHaveAttribute(
      "href",
      `https://web.archive.org/web/${day}000000/${url}`,
    );
  }
});

test("the grid can be filtered by years, and a chip removes the filter", async ({ page }) => {
  const has = (company) => yearsOf(company).some((year) => year >= 2017 && year <= 2018);
  const expected = catalogue.companies.filter(has).map(({ name }) => name);
  await site.openHome(page);
  const years = page.getByRole("group", { name: "Years" });
  await site.unfoldFacets(page);
  await years.getByRole("combobox", { name: "From" }).selectOption("2017");
  await years.getByRole("combobox", { name: "To" }).selectOption("2018");
  await site.expectCompanies(page, expected);
  expect(site.address(page)).toBe("/?from=2017&to=2018");
  await site.reload(page);
  await site.expectCompanies(page, expected);
  await expect(years.getByRole("combobox", { name: "From" })).toHaveValue("2017");
  await site.chip(page, "2017 to 2018").click();
  await expect(site.cards(page)).toHaveCount(catalogue.companies.length);
});

test("companies can be sorted by their newest material", async ({ page }) => {
  await site.openHome(page);
  await page.getByLabel("Sort").selectOption("newest");
  await expect(page).toHaveURL(/\?sort=newest$/);
  const newest = (name) =>
    Math.max(0, ...yearsOf(catalogue.companies.find((company) => company.name === name)));
  await expect(async () => {
    const order = (await site.cardNames(page)).map(newest);
    expect(order).toEqual([...order].sort((a, b) => b - a));
  }).toPass();
});
