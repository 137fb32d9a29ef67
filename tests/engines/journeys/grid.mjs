import assert from "node:assert/strict";

import {
  catalogue,
  companiesWithAll,
  companiesWithAny,
  company,
  technology,
} from "../../browser/support/catalogue.mjs";
import { journey } from "../support/journey.mjs";
import { SEARCH } from "../support/names.mjs";

const everyName = catalogue.companies.map(({ name }) => name);
const kafka = technology("kafka").name;
const spark = technology("spark").name;
const withKafka = companiesWithAll("kafka");
const withBoth = companiesWithAll("kafka", "spark");

journey("each technology narrows the grid and adds a history entry", async (reader) => {
  assert.ok(withBoth.length > 0 && withBoth.length < withKafka.length, "Spark must narrow Kafka");
  await reader.open("/");
  await reader.expectCompanies(everyName);
  await reader.chooseFacet("Technology", kafka);
  await reader.expectCompanies(withKafka);
  await reader.expectAddress("/?tech=kafka");
  await reader.chooseFacet("Technology", spark);
  await reader.expectCompanies(withBoth);
  await reader.expectAddress("/?tech=kafka&tech=spark");
  await reader.click("link", "Any", { role: "group", name: "Match" });
  await reader.expectCompanies(companiesWithAny("kafka", "spark"));

  await reader.back();
  await reader.expectCompanies(withBoth);
  await reader.back();
  await reader.expectCompanies(withKafka);
  await reader.expectAddress("/?tech=kafka");
  await reader.back();
  await reader.expectCompanies(everyName);
});

journey("a chip removes its filter, and a link with filters shows them", async (reader) => {
  await reader.open("/?tech=kafka&tech=spark");
  await reader.expectCompanies(withBoth);
  await reader.click("link", `Remove ${spark}`);
  await reader.expectCompanies(withKafka);
  await reader.expectAddress("/?tech=kafka");
  await reader.reload();
  await reader.expectCompanies(withKafka);
});

journey("the order can be chosen", async (reader) => {
  await reader.open("/");
  const byName = await reader.cardNames();
  await reader.choose("Sort", "material");
  await reader.expectAddress("/?sort=material");
  const byMaterial = await reader.expectCards((names) => names.join() !== byName.join());
  assert.deepEqual([...byMaterial].sort(), [...byName].sort());
});

journey("typing narrows the grid and updates the URL", async (reader) => {
  const { name } = company("netflix");
  await reader.open("/");
  await reader.click("combobox", SEARCH);
  await reader.type("netflix");
  const found = await reader.expectCards((names) => names.length < everyName.length);
  assert.equal(found[0], name);
  await reader.expectAddress("/?q=netflix");
  await reader.press("Escape"); // Closes the suggestions.
  await reader.press("Escape");
  await reader.expectCompanies(everyName);
});

journey("a suggestion opens by keyboard, and Back restores the search", async (reader) => {
  await reader.open("/");
  await reader.click("combobox", SEARCH);
  await reader.type("netfl");
  await reader.sees("option", /Netflix/);
  await reader.press("ArrowDown");
  await reader.press("Enter");
  await reader.expectHeading(company("netflix").name);
  await reader.back();
  await reader.expectValue("combobox", SEARCH, "netfl");
});

journey("Back restores the place in a long page", async (reader) => {
  await reader.open("/");
  const last = (await reader.cardNames()).at(-1);
  await reader.click("link", last);
  await reader.expectHeading(last);
  await reader.back();
  await reader.expectCompanies(everyName);
  await reader.expectScrolled();
});

journey("the shortcuts open by a key, and the search of other pages too", async (reader) => {
  await reader.open("/about");
  await reader.press("?");
  await reader.sees("dialog", "Shortcuts");
  await reader.press("Escape");
  await reader.seesNo("dialog", "Shortcuts");
  await reader.press("/");
  await reader.sees("dialog", "Search");
  await reader.type("kafka");
  await reader.sees("option", new RegExp(kafka));
});

journey("the chosen colours outlast a reload", async (reader) => {
  await reader.open("/about");
  await reader.click("button", "Dark");
  await reader.expectAttribute("button", "Dark", "aria-pressed", "true");
  await reader.reload();
  await reader.expectAttribute("button", "Dark", "aria-pressed", "true");
  assert.equal(await reader.run(() => getComputedStyle(document.body).colorScheme), "dark");
});
