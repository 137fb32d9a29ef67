// A browser's own translation replaces the text nodes that the app has made. Each step is done on a
// translated page and on one that is not: both must say the same.
import { test, expect } from "../support/test.mjs";
import { company, technology } from "../support/catalogue.mjs";
import { appIsLive, holdApp } from "../support/app.mjs";
import * as site from "../support/site.mjs";
import { said, translate, TRANSLATIONS } from "../support/translator.mjs";

const kafka = technology("kafka").name;

const nav = (page, name) =>
  page.getByRole("navigation", { name: "Site" }).getByRole("link", { name }).click();

/** Steps by the page that they start at. Each is done on both pages. */
const JOURNEYS = {
  "narrowing the grid": {
    address: "./",
    steps: {
      "a technology is chosen": (page) => site.technologyChoice(page, kafka).click(),
      "another match is chosen": (page) => site.matchChoice(page, "Any").click(),
      "a second technology is chosen": (page) =>
        site.technologyChoice(page, technology("spark").name).click(),
      "the order is changed": (page) => page.getByLabel("Sort").selectOption("material"),
      "text is typed": (page) => site.searchBox(page).fill("spark"),
      "more is typed": (page) => site.searchBox(page).fill("spark streaming"),
      "the suggestions are closed": (page) => page.keyboard.press("Escape"),
      "text that finds nothing is typed": (page) => site.searchBox(page).fill("qqqq kafca"),
      "the text is deleted": async (page) => {
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
      },
      "a chip is removed": (page) => site.chip(page, kafka).click(),
      "more technologies are shown": (page) =>
        page.getByRole("button", { name: /more$/ }).first().click(),
      "fewer are shown": (page) => page.getByRole("button", { name: "fewer" }).click(),
      "a company is saved": (page) =>
        page
          .getByRole("button", { name: /^Save / })
          .first()
          .click(),
      "a second one is saved": (page) =>
        page
          .getByRole("button", { name: /^Save / })
          .nth(1)
          .click(),
      "evidence is opened": (page) => page.locator("details.chip summary").first().click(),
      "years are unfolded": (page) =>
        page.getByRole("group", { name: "Years" }).locator("summary").click(),
      "years are chosen": (page) => page.getByLabel("From").first().selectOption("2017"),
      "the reader goes back": (page) => page.goBack(),
      "and forward": (page) => page.goForward(),
    },
  },
  "from page to page": {
    address: "./company/netflix",
    steps: {
      "the next company": (page) => page.getByRole("link", { name: /^Next/ }).click(),
      "and the next": (page) => page.getByRole("link", { name: /^Next/ }).click(),
      "Back to the company before": (page) => page.goBack(),
      "the technologies": (page) => nav(page, "Technologies"),
      "the whole matrix": (page) => page.getByRole("link", { name: /^All \(/ }).click(),
      "a technology": (page) =>
        page.getByRole("link", { name: kafka, exact: true }).first().click(),
      "another technology": (page) =>
        page
          .getByRole("region", { name: "Used with" })
          .getByRole("link", { name: technology("spark").name, exact: true })
          .click(),
      "Back to the first": (page) => page.goBack(),
      "the about page": (page) => nav(page, "About"),
      "the grid": (page) => nav(page, "Companies"),
    },
  },
  "comparing and keeping": {
    address: "./compare?company=netflix",
    steps: {
      "a company is added": async (page) => {
        await page.getByLabel("Add a company").selectOption("uber");
        await page.getByRole("button", { name: "Add", exact: true }).click();
      },
      "another is added": async (page) => {
        await page.getByLabel("Add a company").selectOption("twitter");
        await page.getByRole("button", { name: "Add", exact: true }).click();
      },
      "one is removed": (page) => page.getByRole("link", { name: "Remove Netflix" }).click(),
      "all but one are removed": (page) => page.getByRole("link", { name: "Remove Uber" }).click(),
      "none is left": (page) => page.getByRole("link", { name: "Remove Twitter" }).click(),
      "the reader goes back": (page) => page.goBack(),
      "and back again": (page) => page.goBack(),
      "to a company's page": (page) =>
        page.getByRole("link", { name: "Uber", exact: true }).click(),
      "which is saved": (page) =>
        page.getByRole("button", { name: "Save Uber", exact: true }).click(),
      "and a piece of which is read": (page) =>
        page
          .getByRole("button", { name: /^(Read|Watched) / })
          .first()
          .click(),
      "the saved list": (page) => nav(page, /^Saved/),
      "is cleared": (page) => page.getByRole("main").getByRole("button", { name: "Clear" }).click(),
      "and is back": (page) => page.getByRole("button", { name: "Undo" }).click(),
    },
  },
  "dialogs and menus": {
    address: "./about",
    steps: {
      "the search is opened": (page) => page.getByRole("button", { name: "Search" }).click(),
      "text is typed": (page) => site.searchBox(page).fill("ka"),
      "other text is typed": (page) => site.searchBox(page).fill("kin"),
      "a suggestion is opened": (page) => site.suggestions(page, "Technologies").first().click(),
      "an unknown page": (page) => page.goBack(),
    },
  },
};

/** The same page in a browser profile of its own, which nothing translates. */
async function openPlain(context, baseURL, address) {
  const plain = await (
    await context.browser().newContext({ baseURL, serviceWorkers: "block" })
  ).newPage();
  await site.open(plain, address);
  return plain;
}

/** Waits until both pages say the same, at the same address. */
async function expectSame(page, plain, step) {
  await expect(async () => {
    expect(site.address(page), step).toBe(site.address(plain));
    expect(await said(page), step).toBe(await said(plain));
  }).toPass({ timeout: 20_000 });
}

/** Waits until an action has been drawn. */
const drawn = (page) =>
  page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))),
      ),
  );

for (const [name, { address, steps }] of Object.entries(JOURNEYS)) {
  for (const [when, isFollowing] of Object.entries(TRANSLATIONS)) {
    test(`${name}, on a page translated ${when}`, async ({ page, context, baseURL }) => {
      const plain = await openPlain(context, baseURL, address);
      await site.open(page, address);
      await translate(page, isFollowing);
      await expectSame(page, plain, "at first");
      for (const [step, act] of Object.entries(steps)) {
        for (const each of [plain, page]) {
          await act(each);
          await drawn(each);
        }
        await expectSame(page, plain, step);
      }
      await plain.context().close();
    });
  }
}

test("what is typed into a page that was translated before the app was live is kept", async ({
  page,
}) => {
  const release = await holdApp(page);
  await page.goto("./");
  await translate(page, true);
  await site.searchBox(page).fill("netfl");
  await page.getByLabel("Sort").selectOption("material");
  release();
  await appIsLive(page);
  await expect(site.searchBox(page)).toHaveValue("netfl");
  await expect(page.getByLabel("Sort")).toHaveValue("material");
  await site.expectCompanies(page, [company("netflix").name]);
});
