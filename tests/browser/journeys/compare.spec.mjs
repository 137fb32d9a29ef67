import { test, expect } from "../support/test.mjs";
import { expectToFit } from "../support/accessible.mjs";
import { catalogue, company, familiesOf, sharedBy, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const MANY = ["netflix", "linkedin", "pinterest", "spotify", "uber"];

function query(...slugs) {
  return `?${slugs.map((slug) => `company=${slug}`).join("&")}`;
}

function table(page) {
  return page.getByRole("table", { name: "Comparison" });
}

function summary(page) {
  return page.getByRole("main").getByRole("status");
}

function remove(page, slug) {
  return table(page).getByRole("link", { name: `Remove ${company(slug).name}`, exact: true });
}

/** The first chip of a technology. Screen readers hear its name, which the row shows. */
function chipOf(page, name) {
  return table(page).locator("summary").filter({ hasText: name }).first();
}

async function add(page, slug) {
  await page.getByLabel("Add a company").selectOption({ label: company(slug).name });
  await page.getByRole("button", { name: "Add", exact: true }).click();
}

/** Waits until the columns are exactly these companies, in this order. */
async function expectColumns(page, ...slugs) {
  const names = slugs.map((slug) => company(slug).name);
  const columns = page.getByRole("columnheader").getByRole("link");
  const expected = names.flatMap((name) => [name, "Remove"]);
  await expect(columns).toHaveText(expected);
  await expect(page).toHaveTitle(
    names.length > 0 ? `Compare: ${names.join(", ")} · Casebook` : "Compare companies · Casebook",
  );
}

/** The rows of technologies as shown: title of the group, family, each company's technologies. */
function familiesShown(page) {
  return table(page)
    .getByRole("row")
    .evaluateAll((rows) => {
      let group;
      const shown = [];
      for (const row of rows) {
        const title = row.querySelector("th[scope=rowgroup]");
        if (title) group = title.textContent;
        const family = row.querySelector("th a[href*=technology]");
        if (!family) continue;
        const cells = [...row.querySelectorAll("td")].map((cell) =>
          [...cell.querySelectorAll("summary")].map((chip) => chip.firstChild.textContent),
        );
        shown.push([group, family.textContent, cells]);
      }
      return shown;
    });
}

test("two companies can be compared from the grid", async ({ page }) => {
  await site.openHome(page);
  await page.getByRole("button", { name: "Compare Netflix", exact: true }).click();
  await page.getByRole("button", { name: "Compare LinkedIn", exact: true }).click();
  await page.getByRole("link", { name: "Compare 2", exact: true }).click();
  await site.expectHeading(page, "Compare companies");
  await expectColumns(page, "netflix", "linkedin");
  expect(site.address(page)).toBe(`/compare${query("netflix", "linkedin")}`);

  await page.getByRole("navigation", { name: "Site" }).getByText("About").click();
  await site.expectHeading(page, "About Casebook");
  await page.getByRole("navigation", { name: "Site" }).getByText("Compare").click();
  await expectColumns(page, "netflix", "linkedin");
});

test("a company can be compared from its page", async ({ page }) => {
  await site.open(page, "./company/netflix");
  await page.getByRole("button", { name: "Compare Netflix", exact: true }).click();
  await page.getByRole("link", { name: "Compare 1", exact: true }).click();
  await expectColumns(page, "netflix");
  await table(page).getByRole("link", { name: "Netflix", exact: true }).click();
  await site.expectHeading(page, "Netflix");
});

const TITLES = {
  2: ["Both have it", "Maybe both have it", "Some have it", "Only one has it"],
  3: ["All have it", "Maybe all have it", "Some have it", "Only one has it"],
};

function titleOf({ reach, strong }, of) {
  if (strong === of) return TITLES[of][0];
  if (reach === of) return TITLES[of][1];
  return TITLES[of][reach === 1 ? 3 : 2];
}

for (const slugs of [
  ["netflix", "linkedin"],
  ["netflix", "pinterest", "twitter"],
  ["expedia", "ebay", "spotify"],
]) {
  test(`${slugs} are compared in rows by family, grouped by how many have it`, async ({ page }) => {
    await site.open(page, `./compare${query(...slugs)}`);
    await expectColumns(page, ...slugs);
    const expected = familiesOf(...slugs).map((family) => [
      titleOf(family, slugs.length),
      family.name,
      family.cells,
    ]);
    const shown = await familiesShown(page);
    const byName = ([, a], [, b]) => (a < b ? -1 : 1);
    expect([...shown].sort(byName)).toEqual(expected.sort(byName));
    const groups = shown.map(([group]) => TITLES[slugs.length].indexOf(group));
    expect(groups).toEqual([...groups].sort());
  });
}

test("figures lead to the material", async ({ page }) => {
  await site.open(page, `./compare${query("netflix", "spotify")}`);
  const row = table(page).getByRole("row", { name: /^Article/ });
  await row.getByRole("link").last().click();
  await expect(page).toHaveURL(/\/company\/spotify#material$/);
});

test("the numbers of resources match the catalogue", async ({ page }) => {
  await site.open(page, `./compare${query("netflix", "spotify")}`);
  const row = (name) =>
    table(page)
      .getByRole("row")
      .filter({
        has: page.getByRole("rowheader", { name, exact: true }),
      });
  const numbers = (count) => ["netflix", "spotify"].map((slug) => String(count(company(slug))));
  const articles = (one) => (one.resources ?? []).filter(({ kind }) => kind === "article").length;
  await expect(row("Podcast").getByRole("cell")).toHaveText(
    numbers((one) => (one.podcasts ?? []).length),
  );
  await expect(row("Article").getByRole("cell")).toHaveText(numbers(articles));
  const years = company("spotify").resources.flatMap(({ dated }) => (dated ? [dated.year] : []));
  await expect(row("Years").getByRole("cell").last()).toContainText(
    `${Math.min(...years)} to ${Math.max(...years)} ${years.length} of`,
  );
});

test("technologies shared by two companies are marked and linked", async ({ page }) => {
  const shared = sharedBy(2, "netflix", "linkedin");
  expect(shared.length, "the companies must share a technology").toBeGreaterThan(0);
  await site.open(page, `./compare${query("netflix", "linkedin")}`);
  await expect(summary(page).getByRole("link")).toHaveText(shared);

  await test.step("a technology opens to show its evidence", async () => {
    await chipOf(page, "Chukwa").click();
    await expect(table(page).getByRole("blockquote").first()).toBeVisible();
  });

  await summary(page).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/technology\//);
});

test("technologies shared by all three and by two of three are distinguished", async ({ page }) => {
  const slugs = ["netflix", "linkedin", "pinterest"];
  await site.open(page, `./compare${query(...slugs)}`);
  await expect(summary(page).getByRole("link")).toHaveText([
    ...sharedBy(3, ...slugs),
    ...sharedBy(2, ...slugs),
  ]);
  await expect(summary(page)).toContainText("2 of 3 have");
  await expect(table(page).getByText("2 of 3").first()).toBeVisible();
});

test("a comparison without shared technologies says so; other companies can be added", async ({
  page,
}) => {
  expect(sharedBy(2, "netflix", "uber")).toEqual([]);
  await site.open(page, `./compare${query("netflix", "uber")}`);
  await expect(summary(page)).toHaveText(
    "Netflix and Uber share no technology that the chapter names.",
  );

  const others = catalogue.companies.filter(({ slug }) => !["netflix", "uber"].includes(slug));
  const names = others.map(({ name }) => name);
  names.sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase()));
  await expect(page.getByLabel("Add a company").getByRole("option")).toHaveText([
    "Choose one",
    ...names,
  ]);
});

test("companies can be added and removed, and Back undoes it", async ({ page }) => {
  await site.open(page, `./compare${query("netflix")}`);
  await expectColumns(page, "netflix");
  await add(page, "linkedin");
  await expectColumns(page, "netflix", "linkedin");
  await expect(page.getByRole("button", { name: "Add", exact: true })).toBeFocused();
  await add(page, "uber");
  await expectColumns(page, "netflix", "linkedin", "uber");

  await remove(page, "linkedin").click();
  await expectColumns(page, "netflix", "uber");
  await expect(remove(page, "uber")).toBeFocused();
  expect(site.address(page)).toBe(`/compare${query("netflix", "uber")}`);

  await page.goBack();
  await expectColumns(page, "netflix", "linkedin", "uber");
  await page.goBack();
  await expectColumns(page, "netflix", "linkedin");
  await page.goForward();
  await expectColumns(page, "netflix", "linkedin", "uber");
});

test("removing the last company focuses the summary", async ({ page }) => {
  await site.open(page, `./compare${query("netflix")}`);
  await remove(page, "netflix").click();
  await expectColumns(page);
  await expect(table(page)).toHaveCount(0);
  await expect(summary(page)).toBeFocused();
});

test("a company can be added by keyboard", async ({ page }) => {
  await site.open(page, `./compare${query("netflix")}`);
  await expectColumns(page, "netflix");
  await site.tabTo(page, page.getByLabel("Add a company"));
  await page.keyboard.type("LinkedIn");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expectColumns(page, "netflix", "linkedin");
});

test("at most four companies can be compared, and the page says so", async ({ page }) => {
  await site.open(page, `./compare${query(...MANY.slice(0, 3))}`);
  await expectColumns(page, ...MANY.slice(0, 3));
  await add(page, MANY[3]);
  await expectColumns(page, ...MANY.slice(0, 4));
  await expect(page.getByLabel("Add a company")).toBeHidden();
  await expect(page.getByText("At most four companies")).toBeVisible();
  await expect(summary(page)).toBeFocused();
});

const QUERIES = {
  "two companies": [query("uber", "netflix"), ["uber", "netflix"]],
  "unknown and repeated companies": [
    `${query("nope", "netflix", "netflix", "Netflix")}&x=%E0%A4`,
    ["netflix"],
  ],
  "five companies": [query(...MANY), MANY.slice(0, 4)],
  "five companies, one of them unknown": [query("nope", ...MANY.slice(0, 4)), MANY.slice(0, 4)],
  separators: ["?&&==&company=&company", []],
  "hundreds of keys": [`?${"company=netflix&".repeat(400)}`, ["netflix"]],
};

for (const [name, [search, slugs]] of Object.entries(QUERIES)) {
  test(`the comparison works with a query of ${name}`, async ({ page }) => {
    await site.open(page, `./compare${search}`);
    await site.expectHeading(page, "Compare companies");
    await expectColumns(page, ...slugs);
    await site.reload(page);
    await expectColumns(page, ...slugs);
  });
}

test("an empty comparison suggests pairs that share technologies", async ({ page }) => {
  const answer = await site.open(page, "./compare");
  expect(answer.status()).toBe(200);
  const offers = page.getByRole("region", { name: "Pairs that share the most" });
  await expect(offers.getByRole("link")).toHaveCount(3);
  for (const name of await offers.getByRole("link").allTextContents()) {
    await offers.getByRole("link", { name, exact: true }).click();
    const slugs = new URL(page.url()).searchParams.getAll("company");
    expect(name).toBe(slugs.map((slug) => company(slug).name).join(" and "));
    await expectColumns(page, ...slugs);
    await expect(offers).toHaveCount(0);
    expect(sharedBy(2, ...slugs).length).toBeGreaterThan(0);
    await page.goBack();
  }
});

test("a comparison of one company suggests similar companies", async ({ page }) => {
  await site.open(page, `./compare${query("linkedin")}`);
  const offers = page.getByRole("region", { name: "Pairs that share the most" });
  const first = offers.getByRole("link").first();
  await expect(first).toHaveText(/^LinkedIn and /);
  const other = (await first.textContent()).replace("LinkedIn and ", "");
  await first.click();
  const { slug } = catalogue.companies.find(({ name }) => name === other);
  await expectColumns(page, "linkedin", slug);
});

test("on a phone each cell names its company, without horizontal overflow", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await site.open(page, `./compare${query(...MANY.slice(0, 4))}`);
  await expectColumns(page, ...MANY.slice(0, 4));
  await chipOf(page, "Chukwa").click();
  await expect(table(page).getByRole("blockquote").first()).toBeVisible();
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  const labels = await table(page)
    .getByRole("cell")
    .filter({ has: page.locator("summary").filter({ hasText: "Chukwa" }) })
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, "::before").content));
  expect(labels.join()).toContain("Netflix");
});

test("no comparison is wider than a narrow screen", async ({ page }) => {
  // By the widest names of their technologies: each with the other, then all four.
  const width = ({ tags = [] }) =>
    Math.max(0, ...tags.map((tag) => technology(tag.technology).name.length));
  const slugs = [...catalogue.companies]
    .sort((a, b) => width(b) - width(a))
    .map(({ slug }) => slug);
  // A long name with a grade.
  slugs.unshift("twitter");
  for (const companies of [2, 3, 4].map((number) => [...new Set(slugs)].slice(0, number))) {
    for (const size of [320, 360]) {
      await page.setViewportSize({ width: size, height: 740 });
      await site.open(page, `./compare?${companies.map((slug) => `company=${slug}`).join("&")}`);
      await expectToFit(page);
    }
  }
});
