import { test, expect } from "../support/test.mjs";
import { catalogue, company, companiesWithAll, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

test("Escape closes an opened chip, with the focus on its label", async ({ page }) => {
  await site.openHome(page);
  const chip = site.grid(page).locator("details").first();
  const label = chip.locator("summary");
  await label.click();
  await chip.getByRole("link").last().focus();
  await page.keyboard.press("Escape");
  await expect(chip).not.toHaveAttribute("open");
  await expect(label).toBeFocused();
});

const STRONG = ["stated", "title", "reference"];

function isStrong(tag) {
  return tag.evidence.some(({ grade }) => STRONG.includes(grade));
}

/** The chip of a technology in the company's stack. */
function tagOf(page, slug) {
  const name = technology(slug).name;
  return page
    .getByRole("region", { name: "Technologies" })
    .locator("details")
    .filter({ has: page.locator("summary").getByText(name, { exact: true }) });
}

test("each technology of a company opens to quotes, grade, link and line", async ({ page }) => {
  const netflix = company("netflix");
  await site.open(page, "./company/netflix");
  for (const tag of netflix.tags) {
    const shown = tagOf(page, tag.technology);
    await shown.locator("summary").click();
    const words = shown.locator("blockquote");
    await expect(words).toHaveCount(tag.evidence.length);
    const [first] = tag.evidence;
    await expect(words.first()).toContainText(first.quote);
    const [start, end] = first.mark;
    const marked = Buffer.from(first.quote).subarray(start, end).toString();
    await expect(words.first().locator("mark")).toHaveText(marked);
    await expect(
      words.first().getByRole("link", { name: `line ${first.line} of the chapter` }),
    ).toHaveAttribute("href", `${catalogue.chapters[0].permalink}#L${first.line}`);
  }
});

test("evidence in a title links to the page with that title", async ({ page }) => {
  const dropbox = company("dropbox");
  const [tag] = dropbox.tags;
  const resource = dropbox.resources[tag.evidence[0].source.title];
  await site.open(page, "./company/dropbox");
  const shown = tagOf(page, tag.technology);
  await shown.locator("summary").click();
  await expect(shown.getByRole("link", { name: resource.host }).first()).toHaveAttribute(
    "href",
    resource.url,
  );
});

const GRADES = [
  ["netflix", "spark", "A guess", "The author says that it is a guess."],
  ["ing-fraud", "flink", "Venue only", /named after it/],
  ["twitter", "amazon-dynamodb", "Compared", /listed among several/],
];
for (const [slug, tech, label, meaning] of GRADES) {
  test(`${slug}'s ${tech} is labelled “${label}” and explained`, async ({ page }) => {
    await site.open(page, `./company/${slug}`);
    const shown = tagOf(page, tech);
    await expect(shown.locator("summary")).toContainText(label);
    await shown.locator("summary").click();
    await expect(shown.getByText(meaning)).toBeVisible();
  });
}

test("a chip on a card opens to the evidence and links to the technology", async ({ page }) => {
  await site.openHome(page, "?tech=kafka&tech=spark");
  const card = page.getByRole("article").filter({ hasText: "Expedia" });
  const chip = card.locator("details").filter({ hasText: "Kafka" });
  await chip.locator("summary").click();
  await expect(chip.locator("blockquote mark").first()).toHaveText("Kafka");
  await chip.getByRole("link", { name: "Everything on Apache Kafka" }).click();
  await site.expectHeading(page, technology("kafka").name);
});

test("similar companies show the evidence of shared technologies", async ({ page }) => {
  await site.open(page, "./company/netflix");
  const twitter = page
    .getByRole("region", { name: "Also run some of this" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: "Twitter", exact: true }) });
  const chip = twitter.locator("details").filter({ hasText: "Cassandra" });
  await expect(chip.locator("summary")).toContainText("Compared");
  await chip.locator("summary").click();
  await expect(chip.getByText(/listed among several/)).toBeVisible();
});

test("opening a chip closes the other one", async ({ page }) => {
  await site.openHome(page, "?tech=kafka");
  const chips = page.getByRole("article").first().locator("details");
  await chips.nth(0).locator("summary").click();
  await chips.nth(1).locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(chips.nth(0)).not.toHaveAttribute("open");
  await expect(chips.nth(1)).toHaveAttribute("open");
});

/** Places with chips: the address, and the chips there. */
const PLACES = {
  "a card": ["./", (page) => site.grid(page).locator("details.chip")],
  "the last card": ["./", (page) => site.grid(page).getByRole("article").last().locator("details")],
  "a comparison": [
    "./compare?company=netflix&company=linkedin&company=pinterest&company=spotify",
    (page) => page.getByRole("table").locator("details"),
  ],
  "a company's page": [
    "./company/netflix",
    (page) => page.getByRole("region", { name: "Also run some of this" }).locator("details"),
  ],
};
for (const [place, [address, chipsOf]] of Object.entries(PLACES)) {
  for (const width of [320, 360, 768, 1280]) {
    test(`at ${width} pixels a chip of ${place} opens over the page and fits`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await site.open(page, address);
      for (const which of ["first", "last"]) {
        const chip = chipsOf(page)[which]();
        await chip.scrollIntoViewIfNeeded();
        // The chips beside it too, and how far the page is scrolled.
        const places = () =>
          page.evaluate(() =>
            [
              ...document.querySelectorAll(
                "main *:not(details.chip > :not(summary), details.chip > :not(summary) *, .visually-hidden *)",
              ),
            ]
              .filter((element) => element.checkVisibility())
              .map((element) => {
                const { x, y, width, height } = element.getBoundingClientRect();
                return [element.className, x, y, width, height].join(" ");
              }),
          );
        const before = await places();
        await chip.locator("summary").click();
        const popover = chip.locator(":scope > :not(summary)");
        await expect(popover.getByRole("blockquote").first()).toBeVisible();
        expect(await places()).toEqual(before);
        const box = await popover.boundingBox();
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(740);
        // What follows it lies below.
        const isOnTop = await popover.evaluate((element) => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const hit = document.elementFromPoint(left + width / 2, top + height - 8);
          return element.contains(hit);
        });
        expect(isOnTop).toBe(true);
        await page.keyboard.press("Escape");
        await expect(chip).not.toHaveAttribute("open");
        await expect(chip.locator("summary")).toBeFocused();
      }
    });
  }
}

test("a click outside closes a chip, and the focus returns to it unless it goes elsewhere", async ({
  page,
}) => {
  await site.openHome(page);
  const chip = site.grid(page).locator("details").first();
  const label = chip.locator("summary");
  await label.click();
  await chip.locator("blockquote").first().click();
  await expect(chip).toHaveAttribute("open");
  await page.getByRole("contentinfo").click({ position: { x: 2, y: 2 } });
  await expect(chip).not.toHaveAttribute("open");
  await expect(label).toBeFocused();

  await label.click();
  await chip.locator("blockquote").first().click();
  // The focus is on no element then.
  await page.keyboard.press("Escape");
  await expect(chip).not.toHaveAttribute("open");
  await expect(label).toBeFocused();

  await label.click();
  await site.searchBox(page).click();
  await expect(chip).not.toHaveAttribute("open");
  await expect(site.searchBox(page)).toBeFocused();
});

test("a chip closes when the focus leaves it, so that it covers nothing focused", async ({
  page,
}) => {
  await site.openHome(page);
  const chip = site.grid(page).locator("details").first();
  await chip.locator("summary").click();
  await chip.getByRole("link").last().focus();
  await page.keyboard.press("Tab");
  await expect(chip).not.toHaveAttribute("open");
  await expect(page.locator(":focus")).toBeVisible();
});

test("“Strong evidence only” hides guesses, venues and comparisons", async ({ page }) => {
  const strong = catalogue.companies
    .filter(({ tags = [] }) => tags.some((tag) => tag.technology === "flink" && isStrong(tag)))
    .map(({ name }) => name);
  expect(strong.length).toBeLessThan(companiesWithAll("flink").length);
  await site.openHome(page, "?tech=flink");
  await page
    .getByRole("group", { name: "Evidence" })
    .getByRole("link", { name: /Strong evidence only/ })
    .click();
  await site.expectCompanies(page, strong);
  expect(site.address(page)).toBe("/?tech=flink&evidence=strong");
});

test("a maintainer's note is shown as such, with its source", async ({ page }) => {
  const noted = catalogue.companies
    .flatMap(({ slug, tags = [] }) => tags.map((tag) => ({ slug, tag })))
    .flatMap(({ slug, tag }) => tag.evidence.map((evidence) => ({ slug, tag, evidence })))
    .find(({ evidence }) => evidence.note?.source);
  expect(noted, "the catalogue has a maintainer's note with a source").toBeTruthy();
  await site.open(page, `./company/${noted.slug}`);
  const shown = tagOf(page, noted.tag.technology);
  await shown.locator("summary").click();
  const remark = shown.getByText(`A maintainer: ${noted.evidence.note.text}`).first();
  await expect(remark).toBeVisible();
  const host = new URL(noted.evidence.note.source).host.replace(/^www\./, "");
  await expect(remark.getByRole("link", { name: host })).toHaveAttribute(
    "href",
    noted.evidence.note.source,
  );
});
