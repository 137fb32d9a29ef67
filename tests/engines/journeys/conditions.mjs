// A page before its app, without its host, translated, and in a browser that lacks interfaces.
import assert from "node:assert/strict";

import {
  catalogue,
  companiesWithAll,
  company,
  technology,
} from "../../browser/support/catalogue.mjs";
import { ABSENT } from "../../browser/support/absent.mjs";
import { replaceTexts } from "../../browser/support/translator.mjs";
import { journey } from "../support/journey.mjs";
import { SEARCH } from "../support/names.mjs";

const netflix = company("netflix").name;
const kafka = technology("kafka").name;
const everyName = catalogue.companies.map(({ name }) => name);
const withKafka = companiesWithAll("kafka");

journey("the app takes over what the reader did before it was there", async (reader) => {
  const place = () => {
    const { x, y, width, height } = document.querySelector("h1").getBoundingClientRect();
    return { x, y, width, height };
  };
  const release = reader.host.holdApp();
  await reader.openPage("/");
  await reader.expectHeading("Who runs what, and how do we know?");
  await reader.click("combobox", SEARCH);
  await reader.type("netfl");
  const before = await reader.run(place);
  release();
  await reader.appIsLive();
  await reader.expectValue("combobox", SEARCH, "netfl");
  await reader.expectCompanies([netflix]);
  assert.deepEqual(await reader.run(place), before);
  // The field still has the focus.
  await reader.type("i");
  await reader.expectAddress("/?q=netfli");
});

journey("a button pressed before the app is live takes effect later", async (reader) => {
  const release = reader.host.holdApp();
  await reader.openPage("/company/netflix");
  await reader.expectHeading(netflix);
  await reader.click("button", `Save ${netflix}`);
  await reader.expectAttribute("button", new RegExp(`^Save ${netflix}`), "aria-pressed", "false");
  release();
  await reader.appIsLive();
  await reader.expectAttribute("button", new RegExp(`^Save ${netflix}`), "aria-pressed", "true");
});

journey(
  "with the host stopped, pages open and filters work",
  async (reader) => {
    await reader.open("/");
    await reader.run(async () => {
      while (!navigator.serviceWorker.controller) {
        await new Promise((done) => setTimeout(done, 50)); // Polling interval.
      }
    });
    await reader.host.stop();
    await reader.open("/company/netflix");
    await reader.expectHeading(netflix);
    await reader.open("/technology/kafka/");
    await reader.expectHeading(kafka);
    await reader.open("/");
    await reader.chooseFacet("Technology", kafka);
    await reader.expectCompanies(withKafka);
    await reader.reload();
    await reader.expectCompanies(withKafka);
  },
  { errors: /NetworkError|Failed to|Load failed|Could not connect|ServiceWorker/ },
);

journey("a translated page goes on to change", async (reader) => {
  await reader.open("/");
  await reader.run(replaceTexts, true);
  await reader.chooseFacet("Technology", kafka);
  await reader.expectCompanies(withKafka);
  await reader.expectCount(`${withKafka.length} companies`);
  await reader.choose("Sort", "material");
  await reader.expectAddress("/?tech=kafka&sort=material");
  await reader.click("button", `Save ${netflix}`);
  await reader.expectAttribute("button", new RegExp(`^Save ${netflix}`), "aria-pressed", "true");
  await reader.click("button", `Compare ${netflix}`);
  await reader.click("link", "Compare 1");
  await reader.expectHeading("Compare companies");
  await reader.back();
  await reader.expectCompanies(withKafka);
  await reader.click("link", `Remove ${kafka}`);
  await reader.expectCompanies(everyName);
  await reader.expectCount(`${everyName.length} companies`);
  await reader.click("combobox", SEARCH);
  await reader.type("netflix");
  await reader.expectCards((names) => names[0] === netflix);
});

/** Exclude each other: without its history, the site loads a page for each address. */
const APART = ["PerformanceObserver, which refuses", "writing to the history"];
const withThese = (isIncluded) =>
  Object.entries(ABSENT).flatMap(([name, remove]) => (isIncluded(name) ? [remove] : []));

const LOCKED_DOWN = {
  "without any of the optional interfaces": withThese((name) => !APART.includes(name)),
  "whose interfaces refuse": withThese((name) => APART.includes(name)),
};

for (const [name, inPage] of Object.entries(LOCKED_DOWN)) {
  journey(
    `the site works in a browser ${name}`,
    async (reader) => {
      await reader.open("/");
      await reader.chooseFacet("Technology", kafka);
      await reader.expectCompanies(withKafka);
      await reader.click("link", netflix);
      await reader.expectHeading(netflix);
      await reader.click("button", `Save ${netflix}`);
      await reader.expectAttribute(
        "button",
        new RegExp(`^Save ${netflix}`),
        "aria-pressed",
        "true",
      );
      await reader.press("/");
      await reader.sees("dialog", "Search");
      await reader.type("kafka");
      await reader.sees("option", new RegExp(kafka));
      await reader.click("button", "Close", { role: "dialog" });
      await reader.seesNo("dialog", "Search");
      await reader.click("link", "Technologies", { role: "navigation", name: "Site" });
      await reader.expectHeading("Technologies");
      await reader.back();
      await reader.expectHeading(netflix);
    },
    { inPage },
  );
}

journey(
  "without WebAssembly the page says what is missing, and its links work",
  async (reader) => {
    await reader.openPage("/company/netflix");
    await reader.sees("region", "Unavailable features");
    await reader.click("link", "Technologies", { role: "navigation", name: "Site" });
    await reader.expectHeading("Technologies");
  },
  { inPage: [() => delete globalThis.WebAssembly], errors: /WebAssembly/ },
);
