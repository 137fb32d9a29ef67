// The list of material across companies.
import { test, expect } from "../support/test.mjs";
import { catalogue, company } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

/** Every piece of material, as the page lists it. */
const pieces = catalogue.companies.flatMap((company) => {
  const naming = (sources) =>
    (company.tags ?? [])
      .filter(({ evidence }) => evidence.some(({ source }) => sources(source)))
      .map((tag) => tag.technology);
  const number = (source, kinds) =>
    kinds.map((kind) => source?.[kind]).find((n) => n !== undefined);
  return [
    ...(company.podcasts ?? []).map((podcast, at) => ({
      company,
      kind: "podcast",
      title: podcast.title,
      technologies: naming((source) => number(source, ["podcast"]) === at),
    })),
    ...(company.resources ?? []).map((resource, at) => ({
      company,
      kind: resource.kind,
      title: resource.title,
      year: resource.dated?.year,
      venue: resource.venue,
      speakers: resource.speakers ?? [],
      url: resource.url,
      technologies: naming((source) => number(source, ["label", "title", "address"]) === at),
    })),
  ];
});

const list = (page) => page.getByRole("main").getByRole("list", { name: "Material", exact: true });
const rows = (page) => list(page).locator(":scope > li");
const facet = (page, name) => page.getByRole("group", { name, exact: true });
const choice = (page, facetName, label) =>
  facet(page, facetName).getByRole("link", { name: new RegExp(`^${label}\\s*\\d+`) });

const expectRows = (page, wanted) => expect(rows(page)).toHaveCount(wanted.length);

test("everything is listed, newest first, with how many have no year", async ({ page }) => {
  await site.open(page, "./material");
  await expectRows(page, pieces);
  const undated = pieces.filter(({ year }) => !year).length;
  await expect(
    page.getByText(`${pieces.length} pieces, ${undated} without a year`).first(),
  ).toBeVisible();
  const years = await rows(page).evaluateAll((rows) =>
    rows.map((row) =>
      Number(/(?:19|20)\d\d/.exec(row.querySelector(".resource__facts").textContent)?.[0]),
    ),
  );
  const dated = pieces
    .map(({ year }) => year)
    .filter(Boolean)
    .sort((a, b) => b - a);
  expect(years.slice(0, dated.length)).toEqual(dated);
});

test("the newest talk on Kafka takes two actions", async ({ page }) => {
  await site.openHome(page);
  await page.getByRole("navigation", { name: "Site" }).getByText("Material").click();
  await site.expectHeading(page, "Material");
  await choice(page, "Technology", "Kafka").click();
  const wanted = pieces.filter(({ technologies }) => technologies.includes("kafka"));
  await expect(page).toHaveURL(/\/material\?tech=kafka$/);
  const newest = Math.max(...wanted.map(({ year }) => year ?? 0));
  await expect(rows(page).first()).toContainText(String(newest));
  await expect(rows(page).first()).toContainText("Kafka");
});

test("each facet narrows, counts what it gives, and is an address", async ({ page }) => {
  const slides = pieces.filter(({ kind }) => kind === "slides");
  await site.open(page, "./material");
  await expect(choice(page, "Kind", "Slides")).toHaveAccessibleName(
    `Slides ${slides.length} , not chosen`,
  );
  await choice(page, "Kind", "Slides").click();
  await expectRows(page, slides);
  await expect(page).toHaveURL(/\/material\?kind=slides$/);
  const year = slides.map(({ year }) => year).find(Boolean);
  const both = slides.filter((piece) => piece.year === year);
  await choice(page, "Year", String(year)).click();
  await expectRows(page, both);
  expect(site.address(page)).toBe(`/material?kind=slides&from=${year}&to=${year}`);
  await page.goBack();
  await expectRows(page, slides);
  await site.reload(page);
  await expectRows(page, slides);
  await page.getByRole("link", { name: "Remove Slides" }).click();
  await expectRows(page, pieces);
});

test("venues and speakers are facets", async ({ page }) => {
  const talk = pieces.find(({ speakers = [] }) => speakers.length > 0);
  const [speaker] = talk.speakers;
  await site.open(page, `./material?speaker=${encodeURIComponent(speaker)}`);
  await expectRows(
    page,
    pieces.filter(({ speakers = [] }) => speakers.includes(speaker)),
  );
  await expect(page.getByRole("link", { name: `Remove ${speaker}` })).toBeVisible();
  const { venue } = pieces.find(({ venue }) => venue);
  await site.open(page, `./material?venue=${encodeURIComponent(venue)}`);
  await expectRows(
    page,
    pieces.filter((piece) => piece.venue === venue),
  );
  await site.open(page, "./material?venue=nowhere&speaker=nobody");
  await expectRows(page, pieces);
  await expect(page.getByText("Not understood and left out: venue “nowhere” and")).toBeVisible();
});

test("typing narrows at once, and the address follows", async ({ page }) => {
  await site.open(page, "./material");
  const field = page.getByRole("searchbox", { name: /^Search titles/ });
  await field.pressSequentially("netflix");
  await expectRows(
    page,
    pieces.filter(({ company }) => company.slug === "netflix"),
  );
  await expect(page).toHaveURL(/\/material\?q=netflix$/);
  await field.fill("zzzz");
  await expectRows(page, []);
  await expect(page.getByText("Nothing has all of this.")).toBeVisible();
  await page.getByRole("link", { name: `Drop “zzzz”: ${pieces.length} pieces` }).click();
  await expectRows(page, pieces);
});

test("a row is saved, marked as read, and leads to its company's row", async ({ page }) => {
  const piece = pieces.find(({ kind, year }) => kind === "article" && year);
  await site.open(page, "./material");
  const row = rows(page).filter({
    has: page.getByRole("link", { name: piece.title, exact: true }),
  });
  await row
    .first()
    .getByRole("button", { name: `Save ${piece.title}` })
    .click();
  await row
    .first()
    .getByRole("button", { name: `Read ${piece.title}` })
    .click();
  await row.first().getByRole("link", { name: piece.company.name, exact: true }).click();
  await site.expectHeading(page, piece.company.name);
  const marked = page.locator("[data-marked]");
  await expect(marked).toContainText(piece.title);
  await expect(marked).toBeInViewport();
  await expect(page.getByRole("button", { name: `Save ${piece.title}` })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("a suggestion of the grid's search leads to the very row", async ({ page }) => {
  const [resource] = company("netflix").resources;
  await site.openHome(page);
  await site.searchBox(page).fill(resource.title);
  await site.suggestions(page).filter({ hasText: resource.title }).first().click();
  await site.expectHeading(page, company("netflix").name);
  await expect(page.locator("[data-marked]")).toContainText(resource.title);
  await expect(page.locator("[data-marked]")).toBeInViewport();
});

test("on a phone the filters are folded", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await site.open(page, "./material");
  const filters = page.getByRole("button", { name: "Filters" });
  await expect(choice(page, "Kind", "Slides")).toBeHidden();
  await filters.click();
  await expect(filters).toHaveAttribute("aria-expanded", "true");
  await expect(choice(page, "Kind", "Slides")).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the newest rows are there, and the way to all others", async ({ page }) => {
    await page.goto("./material");
    const words = await page.getByText(/^These are the newest \d+\./).textContent();
    const newest = Number(/\d+/.exec(words)[0]);
    expect(newest).toBeLessThan(pieces.length);
    await expect(rows(page)).toHaveCount(newest);
    const last = catalogue.companies.at(-1);
    await page.getByRole("main").getByRole("link", { name: last.name, exact: true }).last().click();
    await site.expectHeading(page, last.name);
  });
});
