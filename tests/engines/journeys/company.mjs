import assert from "node:assert/strict";

import {
  companiesWithAll,
  company,
  companyWithEpisode,
  shortName,
  technology,
} from "../../browser/support/catalogue.mjs";
import { journey } from "../support/journey.mjs";

const PLAYER = "www.youtube-nocookie.com:443";
const netflix = company("netflix");
const kafka = technology("kafka");

journey("a card opens a company page that survives a reload", async (reader) => {
  const withKafka = companiesWithAll("kafka");
  await reader.open("/?tech=kafka");
  await reader.expectCompanies(withKafka);
  await reader.click("link", netflix.name);
  await reader.expectHeading(netflix.name);
  await reader.expectAddress("/company/netflix");
  await reader.reload();
  await reader.expectHeading(netflix.name);
  await reader.back();
  await reader.expectCompanies(withKafka);
});

journey("the page of a technology leads to its companies", async (reader) => {
  const [first] = companiesWithAll("kafka");
  await reader.open("/technology/kafka");
  await reader.click("link", first);
  await reader.expectHeading(first);
});

journey("a technology opens to its evidence, on the page and on a card", async (reader) => {
  const { evidence } = netflix.tags.find((tag) => tag.technology === kafka.slug);
  const quoted = () =>
    [...document.querySelectorAll("details[open] blockquote")].map((quote) => quote.textContent);
  await reader.open("/company/netflix");
  await reader.click("summary", new RegExp(`^${kafka.name}`), {
    role: "region",
    name: "Technologies",
  });
  await reader.sees("link", new RegExp(`line ${evidence[0].line}`));
  assert.equal((await reader.run(quoted)).length, evidence.length);

  await reader.open("/?q=netflix");
  await reader.expectCards((names) => names[0] === netflix.name);
  await reader.click("summary", shortName(kafka), { role: "article" });
  await reader.sees("link", `Everything on ${kafka.name}`);
  assert.equal((await reader.run(quoted)).length, evidence.length);
  await reader.press("Escape");
  assert.equal((await reader.run(quoted)).length, 0);
});

const { company: heard, episode } = companyWithEpisode();
journey(
  "an episode plays on the page, without requests to other sites before",
  async (reader) => {
    await reader.open(`/company/${heard.slug}`);
    const play = ["button", `Play episode: ${episode.title}`];
    await reader.hover(...play);
    const frames = () => [...document.querySelectorAll("iframe")].map(({ src }) => src);
    assert.deepEqual(await reader.run(frames), []);
    assert.deepEqual(reader.foreignHosts, []);
    await reader.click(...play);
    await reader.sees("iframe");
    const [source, ...others] = (await reader.run(frames)).map((src) => new URL(src));
    assert.deepEqual(others, []);
    assert.equal(`${source.host}:443`, PLAYER);
    assert.equal(source.pathname, `/embed/${episode.youtube}`);
    assert.equal(await reader.run(() => document.activeElement.localName), "iframe");
    await reader.expectForeignHosts([PLAYER]);
  },
  { hosts: [PLAYER] },
);
