// Saving and comparing.
import assert from "node:assert/strict";

import { catalogue, companiesWithAll } from "../../browser/support/catalogue.mjs";
import { journey } from "../support/journey.mjs";

journey("a saved company is listed under Saved, also after a reload", async (reader) => {
  const [{ name }] = catalogue.companies;
  await reader.open("/");
  await reader.click("button", `Save ${name}`);
  await reader.expectAttribute("button", new RegExp(`^Save ${name}`), "aria-pressed", "true");
  for (const step of [() => reader.open("/saved"), () => reader.reload()]) {
    await step();
    await reader.expectHeading("Saved");
    await reader.sees("link", name);
    await reader.expectAttribute("button", new RegExp(`^Save ${name}`), "aria-pressed", "true");
  }
  await reader.click("button", "Clear");
  await reader.seesNo("link", name);
  await reader.click("button", "Undo");
  await reader.sees("link", name);
});

journey("two companies from the grid can be compared", async (reader) => {
  const withKafka = companiesWithAll("kafka");
  await reader.open("/?tech=kafka");
  const shown = await reader.expectCards((names) => names.length === withKafka.length);
  const [one, other] = shown.map((name) => catalogue.companies.find((c) => c.name === name));
  await reader.click("button", `Compare ${one.name}`);
  await reader.click("button", `Compare ${other.name}`);
  await reader.click("link", "Compare 2");
  await reader.expectAddress(`/compare?company=${one.slug}&company=${other.slug}`);
  const columns = await reader.read("table", "Comparison", ({ rows }) =>
    [...rows[0].cells].map((cell) => cell.querySelector("a")?.textContent).filter(Boolean),
  );
  assert.deepEqual(columns, [one.name, other.name]);
  await reader.click("link", `Remove ${one.name}`);
  await reader.expectAddress(`/compare?company=${other.slug}`);
});
