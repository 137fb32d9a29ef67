// Evidence leads to the words in the text, headings can be linked to, technologies are links there.
import { test, expect } from "../support/test.mjs";
import { company, technology } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const stated = company("netflix").tags.find(({ evidence }) => evidence[0].source === "prose");
const [evidence] = stated.evidence;
const name = technology(stated.technology).name;

/** The words that the quote marks. */
function marked({ quote, mark: [start, end] }) {
  return Buffer.from(quote).subarray(start, end).toString();
}

async function expectWordsShown(page) {
  const words = page.locator(".prose .mention:is(:target, [data-marked])");
  await expect(words).toHaveText(marked(evidence));
  await expect(words).toBeInViewport();
}

test("evidence leads to the words in the text, also after a reload and by Back", async ({
  page,
}) => {
  await site.open(page, "./company/netflix");
  const tag = page
    .getByRole("region", { name: "Technologies" })
    .locator("details")
    .filter({ has: page.locator("summary").getByText(name, { exact: true }) });
  await tag.locator("summary").click();
  await tag.getByRole("link", { name: "Show in the text" }).first().click();
  await expectWordsShown(page);
  await page.reload();
  await expectWordsShown(page);
  await page.locator(".prose .mention:is(:target, [data-marked])").click();
  await site.expectHeading(page, name);
  await page.goBack();
  await site.expectHeading(page, "Netflix");
  await expectWordsShown(page);
});

test("a technology's page leads to the words in a company's text", async ({ page }) => {
  await site.open(page, `./technology/${stated.technology}`);
  const uses = page.getByRole("region", { name: "Who uses it, and the evidence" });
  const netflix = uses.getByRole("listitem").filter({ hasText: evidence.quote });
  await netflix.getByRole("link", { name: "Show in the text" }).click();
  await site.expectHeading(page, "Netflix");
  await expectWordsShown(page);
});

test("a grade opens to its meaning", async ({ page }) => {
  await site.open(page, `./technology/${stated.technology}`);
  const uses = page.getByRole("region", { name: "Who uses it, and the evidence" });
  const grade = uses.locator("details").first();
  const meaning = grade.getByRole("paragraph");
  await expect(meaning).toBeHidden();
  await grade.locator("summary").press("Enter");
  await expect(meaning).toBeVisible();
});

test("each technology that the text names on evidence is a link to its page", async ({ page }) => {
  await site.open(page, "./company/netflix");
  const texts = company("netflix").tags.flatMap(({ technology, evidence }) =>
    evidence.filter(({ source }) => source === "prose").map((words) => [technology, marked(words)]),
  );
  expect(texts.length).toBeGreaterThan(3);
  const links = await page
    .locator(".prose .mention")
    .evaluateAll((all) =>
      all.map((link) => [new URL(link.href).pathname.split("/").at(-1), link.textContent]),
    );
  for (const text of texts) expect(links).toContainEqual(text);
});

test("the headings of a long text are listed beside it, and each has a link", async ({ page }) => {
  const headings = company("netflix").body.filter((block) => block.heading);
  await site.open(page, "./company/netflix");
  const contents = page.getByRole("navigation", { name: "On this page" });
  await expect(contents.getByRole("link")).toHaveCount(headings.length);
  const last = contents.getByRole("link").last();
  const words = await last.textContent();
  await last.click();
  await expect(page.getByRole("heading", { name: words, exact: true })).toBeInViewport();
  await expect(contents).toBeInViewport();
  const address = page.url();
  await page.getByRole("link", { name: `Link to “${words}”` }).focus();
  await page.keyboard.press("Enter");
  expect(page.url()).toBe(address);
  expect(new URL(address).hash).toMatch(/^#section-/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an address leads to the words", async ({ page }) => {
    await page.goto(`./technology/${stated.technology}`);
    const link = page.getByRole("link", { name: "Show in the text" }).first();
    const href = await link.getAttribute("href");
    await page.goto(href);
    await expect(page.locator(".prose .mention:target")).toBeInViewport();
  });
});

test("no word of a diagram is broken", async ({ page }) => {
  await site.open(page, "./company/netflix");
  const broken = await page.locator(".diagram__step").evaluateAll((steps) =>
    steps.flatMap((step) =>
      [...step.children].flatMap((part) => {
        const range = document.createRange();
        const text = document.createTreeWalker(part, NodeFilter.SHOW_TEXT).nextNode();
        return [...(text?.data ?? "").matchAll(/\S+/g)]
          .filter(({ 0: word, index }) => {
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            return range.getClientRects().length > 1;
          })
          .map(({ 0: word }) => word);
      }),
    ),
  );
  expect(broken).toEqual([]);
});

test("on a phone the technologies are summed up below the title", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await site.open(page, "./company/netflix");
  const summary = page.getByRole("list", { name: "Technologies in short" });
  await expect(summary).toBeInViewport();
  await summary.getByRole("link", { name: "All with their evidence" }).click();
  await expect(page.getByRole("heading", { name: "Technologies", exact: true })).toBeInViewport();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(summary).toBeHidden();
});
