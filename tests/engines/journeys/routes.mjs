import assert from "node:assert/strict";

import { catalogue, company, technology } from "../../browser/support/catalogue.mjs";
import { FORMS, PAGES as WITH_FORMS } from "../../browser/support/path-forms.mjs";
import { ROUTES } from "../../browser/support/routes.mjs";
import { journey } from "../support/journey.mjs";
import { NOT_FOUND } from "../support/names.mjs";

/** Every route without a parameter, and one company and one technology. */
const PAGES = ROUTES.filter(
  ([route]) => !route.includes("/") || ["company/netflix", "technology/kafka"].includes(route),
);

journey("every route opens by its URL", async (reader) => {
  for (const [route, heading] of PAGES) {
    await reader.open(`/${route}`);
    await reader.expectHeading(heading);
    await reader.expectAddress(`/${route}`);
    assert.equal(await reader.status(), 200, `status of /${route}`);
  }
});

journey("every route opens by a click, and Back leads through all of them", async (reader) => {
  const { name } = company("netflix");
  const kafka = technology("kafka").name;
  await reader.open("/");
  const within = { role: "navigation", name: "Site" };
  const steps = [
    ["/technologies", "Technologies", () => reader.click("link", "Technologies", within)],
    ["/compare", "Compare companies", () => reader.click("link", "Compare", within)],
    ["/saved", "Saved", () => reader.click("link", "Saved", within)],
    ["/about", "About Casebook", () => reader.click("link", "About", within)],
    ["/", ROUTES[0][1], () => reader.click("link", "Companies", within)],
    ["/company/netflix", name, () => reader.click("link", name)],
    [
      "/technology/kafka",
      kafka,
      async () => {
        await reader.click("summary", new RegExp(`^${kafka}`));
        await reader.click("link", `Everything on ${kafka}`);
      },
    ],
  ];
  for (const [address, heading, go] of steps) {
    await go();
    await reader.expectHeading(heading);
    await reader.expectAddress(address);
  }
  for (const [address, heading] of steps.slice(0, -1).reverse()) {
    await reader.back();
    await reader.expectHeading(heading);
    await reader.expectAddress(address);
  }
});

journey(
  "every form of a path opens its page, and the address becomes the usual one",
  async (reader) => {
    for (const path of ["company/netflix", "about"]) {
      for (const form of Object.values(FORMS)) {
        await reader.open(`${form(path)}?a=b#main`);
        await reader.expectHeading(WITH_FORMS[path]);
        const address = await reader.run(
          () => location.pathname.replace(/\/$/, "") + location.search + location.hash,
        );
        assert.equal(address, `/${path}?a=b#main`, form(path));
      }
    }
  },
);

journey("an unknown company shows the not-found page with a way back", async (reader) => {
  await reader.open("/company/netflx");
  await reader.expectHeading(NOT_FOUND);
  assert.equal(await reader.status(), 404);
  await reader.click("link", "All companies");
  await reader.expectCompanies(catalogue.companies.map(({ name }) => name));
});
