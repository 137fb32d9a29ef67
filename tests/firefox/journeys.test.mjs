// The main journeys in Firefox. tests/browser tests them in more detail in Chromium.
import assert from "node:assert/strict";

import {
  catalogue,
  companiesWithAll,
  company,
  companyWithEpisode,
  technology,
} from "../browser/support/catalogue.mjs";
import { journey } from "./support/journey.mjs";
import * as site from "./support/site.mjs";

const PLAYER = "https://www.youtube-nocookie.com";
const kafka = technology("kafka").name;
const spark = technology("spark").name;
const everyName = catalogue.companies.map(({ name }) => name);
const withKafka = companiesWithAll("kafka");
const withBoth = companiesWithAll("kafka", "spark");

const companyNamed = (wanted) => catalogue.companies.find(({ name }) => name === wanted);

journey("the grid shows all companies", async ({ page, open }) => {
  const answer = await open("/");
  assert.equal(answer.status(), 200);
  await site.expectCompanies(page, everyName);
});

journey("each technology narrows the grid and adds a history entry", async ({ page, open }) => {
  assert.ok(withBoth.length > 0 && withBoth.length < withKafka.length, "Spark must narrow Kafka");
  await open("/");
  await site.chooseTechnology(page, kafka, withKafka.length);
  await site.expectCompanies(page, withKafka);
  await site.expectAddress(page, "/?tech=kafka");
  await site.chooseTechnology(page, spark, withBoth.length);
  await site.expectCompanies(page, withBoth);
  await site.expectAddress(page, "/?tech=kafka&tech=spark");

  await site.goBack(page);
  await site.expectCompanies(page, withKafka);
  await site.expectAddress(page, "/?tech=kafka");
  await site.goBack(page);
  await site.expectCompanies(page, everyName);
});

journey("typing narrows the grid and updates the URL", async ({ page, open }) => {
  const { name } = company("netflix");
  await open("/");
  await site.click(page, "combobox", site.SEARCH);
  await page.keyboard.type("netflix");
  const found = await site.expectCards(page, (names) => names.length < everyName.length);
  assert.equal(found[0], name);
  await site.expectAddress(page, "/?q=netflix");
});

journey("a card opens a company page that survives a reload", async ({ page, open }) => {
  await open("/?tech=kafka");
  const [first] = await site.expectCards(page, (names) => names.length === withKafka.length);
  const { name, slug } = companyNamed(first);
  await site.click(page, "link", name);
  await site.expectHeading(page, name);
  await site.expectAddress(page, `/company/${slug}`);

  const answer = await page.reload();
  assert.equal(answer.status(), 200);
  await site.expectHeading(page, name);
  await site.expectAddress(page, `/company/${slug}`);

  await site.goBack(page);
  await site.expectCompanies(page, withKafka);
});

journey("a technology page can be opened by its URL", async ({ page, open }) => {
  const answer = await open("/technology/kafka");
  assert.equal(answer.status(), 200);
  await site.expectHeading(page, kafka);
  await site.expectAddress(page, "/technology/kafka");
  await site.click(page, "link", withKafka[0]);
  await site.expectHeading(page, withKafka[0]);
});

journey(
  "an episode plays on the page, without foreign requests before",
  async ({ page, open, guard }) => {
    const { company: heard, episode } = companyWithEpisode();
    await open(`/company/${heard.slug}`);
    await site.expectHeading(page, heard.name);
    const play = ["button", `Play episode: ${episode.title}`];
    await site.byRole(page, ...play).hover();
    assert.equal((await page.$$("iframe")).length, 0);
    assert.deepEqual(guard.foreignRequests, []);

    // Build machines cannot reach the real player, so it is stubbed.
    await guard.stub(PLAYER, "<!doctype html><title>stub</title><p>player</p>");
    await site.click(page, ...play);
    const frame = await page.waitForSelector("iframe");
    const source = new URL(await frame.evaluate(({ src }) => src));
    assert.equal(source.origin + source.pathname, `${PLAYER}/embed/${episode.youtube}`);
    await (await frame.contentFrame()).waitForSelector("p");
    assert.equal((await page.$$("iframe")).length, 1);
    assert.ok(await frame.evaluate((element) => element === document.activeElement));
    assert.deepEqual(guard.foreignRequests, [source.href]);
  },
);

journey("two companies from the grid can be compared", async ({ page, open }) => {
  await open("/?tech=kafka");
  const shown = await site.expectCards(page, (names) => names.length === withKafka.length);
  const [one, other] = shown.map(companyNamed);
  await site.click(page, "link", `Compare ${one.name}`);
  await site.expectHeading(page, "Compare companies");
  await site.goBack(page);
  await site.click(page, "link", `Compare ${other.name}`);
  await site.expectAddress(page, `/compare?company=${one.slug}&company=${other.slug}`);
  const table = await site.byRole(page, "table", "Comparison").waitHandle();
  const columns = await table.evaluate(({ rows }) =>
    [...rows[0].cells].map((cell) => cell.querySelector("a")?.textContent).filter(Boolean),
  );
  assert.deepEqual(columns, [one.name, other.name]);
});

journey("a saved company is listed under Saved, also after a reload", async ({ page, open }) => {
  await open("/");
  const [first] = await site.expectCards(page, (names) => names.length === everyName.length);
  await site.click(page, "button", `Save ${first}`);
  await site.expectAttribute(page, "button", `Save ${first}`, "aria-pressed", "true");
  for (const step of [() => open("/saved"), () => page.reload()]) {
    await step();
    await site.expectHeading(page, "Saved");
    await site.byRole(page, "link", first).wait();
    await site.expectAttribute(page, "button", `Save ${first}`, "aria-pressed", "true");
  }
});

journey("an unknown company shows the not-found page with a way back", async ({ page, open }) => {
  const answer = await open("/company/netflx");
  assert.equal(answer.status(), 404);
  await site.expectHeading(page, site.NOT_FOUND);
  await site.click(page, "link", "All companies");
  await site.expectCompanies(page, everyName);
});
