// What common questions take, in actions of the reader: a click, a key press, a word typed. The browser
// counts them (support/reader.mjs). A reader starts on the home page where nothing else is said.
import { test, expect } from "../support/test.mjs";
import {
  catalogue,
  companiesWithAll,
  company,
  shortName,
  technology,
  usesOf,
} from "../support/catalogue.mjs";
import { Reader } from "../support/reader.mjs";
import * as site from "../support/site.mjs";

const PLAYER = "https://www.youtube-nocookie.com";
const TALKS = ["slides", "video"];

const evidenceOf = (slug, tech) =>
  company(slug).tags.find((tag) => tag.technology === tech).evidence;
/** The words that a piece of evidence marks. */
const marked = ({ quote, mark: [start, end] }) =>
  Buffer.from(quote).subarray(start, end).toString();

const nav = (page, name) =>
  page.getByRole("navigation", { name: "Site" }).getByRole("link", { name, exact: true });

let reader;
test.beforeEach(({ page }) => {
  reader = new Reader(page);
});

test("who runs Kafka with Spark, and the words behind it: 2", async ({ page }) => {
  await reader.startsOn("./");
  const popular = page.getByRole("navigation", { name: "Popular technologies" });
  await reader.click(popular.getByRole("link", { name: "Kafka", exact: true }));
  await reader.click(site.technologyChoice(page, technology("spark").name));
  await site.expectCompanies(page, companiesWithAll("kafka", "spark"));
  for (const name of companiesWithAll("kafka", "spark")) {
    const card = page.getByRole("article", { name, exact: true });
    const words = card.getByRole("list", { name: "The words behind it" });
    const { slug } = catalogue.companies.find((one) => one.name === name);
    await expect(words).toContainText(marked(evidenceOf(slug, "kafka")[0]));
    await expect(words.getByRole("mark").or(words.locator("mark")).first()).toBeVisible();
  }
  await reader.tookActions(2);
});

test("whether Netflix’s Spark is certain: 2", async ({ page }) => {
  await reader.startsOn("./");
  await reader.click(page.getByRole("article", { name: "Netflix" }).getByRole("link").first());
  const spark = page
    .getByRole("region", { name: "Technologies" })
    .locator("details")
    .filter({ has: page.locator("summary").getByText(technology("spark").name, { exact: true }) });
  await reader.click(spark.locator("summary"));
  await expect(spark).toContainText("A guess");
  await expect(spark).toContainText("The author says that it is a guess.");
  await reader.tookActions(2);
});

test("the newest talk on Kafka: 2", async ({ page }) => {
  await reader.startsOn("./");
  await reader.click(nav(page, "Material"));
  await reader.click(
    page.getByRole("group", { name: "Technology" }).getByRole("link", { name: /^Kafka/ }),
  );
  await expect(page).toHaveURL(/\/material\?tech=kafka$/);
  const sources = ({ technology: tech, evidence }) =>
    tech === "kafka"
      ? evidence.map(({ source }) => source?.title ?? source?.address ?? source?.label)
      : [];
  const talks = catalogue.companies.flatMap(({ resources = [], tags = [] }) =>
    tags
      .flatMap(sources)
      .map((number) => resources[number])
      .filter((one) => TALKS.includes(one?.kind)),
  );
  const newest = Math.max(...talks.map(({ dated }) => dated?.year ?? 0));
  const shown = page
    .getByRole("list", { name: "Material" })
    .getByRole("listitem")
    .filter({ hasText: /Slides|Video/ });
  await expect(shown.first()).toContainText(String(newest));
  await reader.tookActions(2);
});

test("all episodes in a row, from the list of episodes: 1", async ({ page, guard }) => {
  guard.allowOrigin(PLAYER);
  await page.route(`${PLAYER}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>stub</title>" }),
  );
  await reader.startsOn("./listen");
  await reader.click(page.getByRole("button", { name: /^Play all/ }));
  const source = new URL(await page.locator("iframe").getAttribute("src"));
  const playable = catalogue.companies
    .flatMap(({ podcasts = [] }) => podcasts)
    .filter(({ youtube }) => youtube);
  const queued = source.searchParams.get("playlist").split(",");
  expect(queued).toHaveLength(playable.length - 1);
  await reader.tookActions(1);
});

test("what streaming companies store into: 2", async ({ page }) => {
  await reader.startsOn("./");
  const facet = page.getByRole("group", { name: "Technology", exact: true });
  await reader.click(facet.locator("summary").filter({ hasText: "Stream processing" }));
  await reader.click(facet.getByRole("link", { name: /^Any stream processing/ }));
  const hasRole = (one, role) =>
    usesOf(one).filter((tag) => technology(tag.technology).role === role);
  const streaming = catalogue.companies.filter(
    (one) => hasRole(one, "stream-processing").length > 0,
  );
  const stores = new Map();
  for (const { technology: slug } of streaming.flatMap((one) => hasRole(one, "storage"))) {
    stores.set(slug, (stores.get(slug) ?? 0) + 1);
  }
  const [[most, number]] = [...stores].sort(([, one], [, other]) => other - one);
  expect(number).toBeGreaterThan(1);
  const storage = page
    .getByRole("region", { name: "What these companies use beside it" })
    .getByRole("definition")
    .nth(await roleLine(page, "Storage"));
  await expect(storage).toContainText(shortName(technology(most)));
  await reader.tookActions(2);
});

/** The number of a role's line. */
async function roleLine(page, label) {
  const beside = page.getByRole("region", { name: "What these companies use beside it" });
  await expect(beside).toBeVisible();
  return (await beside.getByRole("term").allTextContents()).indexOf(label);
}

test("three companies side by side: 4", async ({ page }) => {
  await reader.startsOn("./");
  const three = ["netflix", "linkedin", "twitter"];
  for (const slug of three) {
    await reader.click(page.getByRole("button", { name: `Compare ${company(slug).name}` }));
  }
  await reader.click(page.getByRole("link", { name: "Compare 3", exact: true }));
  await expect(page.getByRole("table", { name: "Comparison" })).toBeVisible();
  expect(site.address(page)).toBe(`/compare?${three.map((slug) => `company=${slug}`).join("&")}`);
  await reader.tookActions(4);
});

test("three talks saved, from the list of material: 3", async ({ page }) => {
  await reader.startsOn("./material");
  const saves = page.getByRole("main").getByRole("button", { name: /^Save / });
  for (const number of [0, 1, 2]) await reader.click(saves.nth(number));
  await expect(nav(page, /^Saved/)).toContainText("3");
  await reader.tookActions(3);
});

test("a citation of Netflix, from its page: 2", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await reader.startsOn("./company/netflix");
  await reader.click(page.getByText("Share", { exact: true }));
  await reader.click(page.getByRole("button", { name: "Copy citation (Markdown)" }));
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Netflix");
  await reader.tookActions(2);
});

for (const address of ["./", "./about", "./technology/kafka", "./compare?company=netflix"]) {
  test(`from ${address} to any company by keyboard: 4 keys and its first letters`, async ({
    page,
  }) => {
    await reader.startsOn(address);
    await reader.press("/");
    await expect(site.searchBox(page)).toBeFocused();
    await reader.type("zal");
    await expect(site.suggestions(page, "Companies").first()).toBeVisible();
    await reader.press("ArrowDown");
    await reader.press("Enter");
    await site.expectHeading(page, "Zalando");
    // "/", the letters as one, the arrow, Enter.
    await reader.tookActions(4);
  });
}

test("the counter counts what a journey does in any way", async ({ page }) => {
  await reader.startsOn("./");
  await site.searchBox(page).fill("kafka");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: `Compare ${company("netflix").name}` }).click();
  await page.goto("./about");
  await reader.tookActions(4);
});
