// What holds whatever the content says. Runs on the site itself and on the frozen content.
import { test, expect } from "../support/test.mjs";
import { expectAccessible, expectToFit } from "../support/accessible.mjs";
import { catalogue } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

/** The item with the most of something; the first of equals. */
function most(items, amount) {
  return items.reduce((best, item) => (amount(item) > amount(best) ? item : best));
}

const fullest = most(
  catalogue.companies,
  ({ resources = [], tags = [] }) => resources.length + tags.length,
);
const used = ({ slug }) =>
  catalogue.companies.filter(({ tags = [] }) => tags.some((tag) => tag.technology === slug)).length;

const PAGES = {
  "the grid": "./",
  "the technologies": "./technologies",
  "the material": "./material",
  "the episodes": "./listen",
  "the about page": "./about",
  "the first company": `./company/${catalogue.companies[0].slug}`,
  "the last company": `./company/${catalogue.companies.at(-1).slug}`,
  "the company with the most material": `./company/${fullest.slug}`,
  "the technology of the most companies": `./technology/${most(catalogue.technologies, used).slug}`,
};

for (const [name, address] of Object.entries(PAGES)) {
  test(`axe finds nothing wrong with ${name} of any site, and it fits 320 pixels`, async ({
    page,
  }) => {
    await site.open(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectToFit(page);
  });
}

test("each chapter is credited on every page", async ({ page }) => {
  await site.open(page, "./");
  const footer = page.getByRole("contentinfo");
  for (const { title, book, author, licence } of catalogue.chapters) {
    await expect(footer).toContainText(`${book ?? title} by ${author}, ${licence}`);
  }
});

test("lines are linked in pinned chapters only", async ({ request }) => {
  for (const { slug, line, chapter = 0 } of catalogue.companies) {
    const html = await (await request.get(`./company/${slug}`)).text();
    const { permalink } = catalogue.chapters[chapter];
    if (permalink) expect(html).toContain(`href="${permalink}#L${line}"`);
    else expect(html, slug).not.toMatch(/href="[^"]*#L\d+"/);
  }
});
