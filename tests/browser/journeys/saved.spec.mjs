import { readFile } from "node:fs/promises";

import { test, expect } from "../support/test.mjs";
import { expectAccessible, expectToFit } from "../support/accessible.mjs";
import { catalogue, companyWithEpisode } from "../support/catalogue.mjs";
import * as site from "../support/site.mjs";

const KEY = "casebook.saved";
const NOTICE = /^Nothing you save will be kept: /;

/** A company with an article to save, and another company. */
const reading = catalogue.companies.find((company) =>
  (company.resources ?? []).some(({ kind }) => kind === "article"),
);
const article = reading.resources.find(({ kind }) => kind === "article");
const other = catalogue.companies.find(({ slug }) => slug !== reading.slug);
const { company: heard, episode } = companyWithEpisode();

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const save = (page, name) =>
  page.getByRole("button", { name: new RegExp(`^Save ${escaped(name)}(: Saved)?$`) });
const mark = (page, word, name) =>
  page.getByRole("button", { name: `${word} ${name}`, exact: true });
const pressed = (button) => expect(button).toHaveAttribute("aria-pressed", "true");
const notPressed = (button) => expect(button).toHaveAttribute("aria-pressed", "false");
const notice = (page) => page.getByRole("status").filter({ hasText: NOTICE });
const stored = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);

async function openSaved(page) {
  await site.open(page, "./saved");
  await site.expectHeading(page, "Saved");
}

async function expectCount(page, count) {
  await expect(
    page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: /^Saved/ }),
  ).toHaveText(count ? new RegExp(`^Saved\\s*${count}$`) : /^Saved\s*$/);
}

/** The content of the file that "Export as JSON" downloads. */
async function exported(page) {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as JSON" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("casebook-saved.json");
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

function file(content) {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  return { name: "list.json", mimeType: "application/json", buffer: Buffer.from(text) };
}

async function importFile(page, content) {
  await page.getByLabel("Import").setInputFiles(file(content));
}

/** Imports a list with two companies and a link that is marked as read. */
async function saveSome(page) {
  await openSaved(page);
  await importFile(page, {
    version: 1,
    companies: [reading.slug, other.slug],
    resources: [article.url],
    done: [article.url],
  });
  await expect(page.getByText("Imported: 4 new entries")).toBeVisible();
}

test("saved and marked items are listed under Saved, also after a reload", async ({ page }) => {
  await site.openHome(page);
  await save(page, other.name).click();
  await pressed(save(page, other.name));
  await expect(page, "the save button must not open the card").toHaveURL(/\/$/);
  await expectCount(page, 1);

  await site.open(page, `./company/${reading.slug}`);
  await save(page, reading.name).click();
  await save(page, article.title).click();
  await mark(page, "Read", article.title).click();
  await expectCount(page, 3);

  await site.open(page, `./company/${heard.slug}`);
  await mark(page, "Heard", episode.title).click();
  await expectCount(page, 3);

  await page
    .getByRole("navigation", { name: "Site" })
    .getByRole("link", { name: /^Saved/ })
    .click();
  await site.expectHeading(page, "Saved");
  await expect(page).toHaveTitle("Saved · Casebook");
  const expectSaved = async () => {
    await expect(page.getByText("2 companies and 1 link saved, 2 marked")).toBeVisible();
    const main = page.getByRole("main");
    for (const { name } of [other, reading, heard]) {
      await expect(main.getByRole("link", { name, exact: true })).toBeVisible();
    }
    await expect(main.getByRole("link", { name: article.title, exact: true })).toHaveAttribute(
      "href",
      article.url,
    );
    await pressed(save(page, article.title));
    await pressed(mark(page, "Read", article.title));
    await pressed(mark(page, "Heard", episode.title));
    await notPressed(save(page, episode.title));
  };
  await expectSaved();
  const answer = await site.reload(page);
  expect(answer.status()).toBe(200);
  await expectSaved();
});

test("a button says what is saved, and moves nothing beside it", async ({ page }) => {
  await site.open(page, `./company/${reading.slug}`);
  const places = () =>
    page
      .locator("main button, main a")
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          .map((one) => JSON.stringify(one.getBoundingClientRect())),
      );
  for (const button of [
    save(page, reading.name),
    save(page, article.title),
    mark(page, "Read", article.title),
  ]) {
    await button.scrollIntoViewIfNeeded();
    const before = await places();
    await button.click();
    await pressed(button);
    expect(await places()).toEqual(before);
  }
  expect(await save(page, reading.name).innerText()).toMatch(/^\s*Saved\s*$/);
  await save(page, reading.name).click();
  expect(await save(page, reading.name).innerText()).toMatch(/^\s*Save\s*$/);
});

test("a removed item is shown until the page is left", async ({ page }) => {
  await saveSome(page);
  await save(page, other.name).click();
  await notPressed(save(page, other.name));
  await expect(save(page, other.name)).toBeFocused();
  await site.reload(page);
  await expect(save(page, reading.name)).toBeVisible();
  await expect(save(page, other.name)).toHaveCount(0);
});

test("Clear empties the list and Undo restores it, with the focus on the button", async ({
  page,
}) => {
  await saveSome(page);
  const before = await stored(page);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page.getByText("Nothing is saved yet.")).toBeVisible();
  await expectCount(page, 0);
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  await expect(undo).toBeFocused();
  await undo.press("Enter");
  await pressed(save(page, reading.name));
  await expectCount(page, 3);
  expect(await stored(page)).toBe(before);
  await expect(page.getByRole("button", { name: "Clear", exact: true })).toBeFocused();
});

test("an import adds to the list and keeps unknown items", async ({ page }) => {
  await saveSome(page);
  const gone = "https://gone.example/talk";
  await importFile(page, {
    version: 1,
    companies: ["gone-company", other.slug],
    resources: [gone, "javascript:alert(1)"],
    done: [],
  });
  await expect(page.getByText("Imported: 3 new entries.")).toBeVisible();
  await expect(page.getByText("3 entries are not on this site")).toBeVisible();
  const unknown = page.getByRole("region", { name: "Not on this site any more" });
  await expect(unknown.getByText("gone-company")).toBeVisible();
  await expect(unknown.getByRole("link")).toHaveText([gone]);
  await expect(unknown.getByText("javascript:alert(1)")).toBeVisible();
  const { companies, resources } = await exported(page);
  expect(companies).toEqual([reading.slug, other.slug, "gone-company"]);
  expect(resources).toEqual([article.url, gone, "javascript:alert(1)"]);
});

test("importing an invalid file shows the reason and changes nothing", async ({ page }) => {
  await saveSome(page);
  const before = await stored(page);
  for (const [content, words] of [
    ["{", "This file is not a saved list"],
    ["{}", "This file is not a saved list"],
    [{ version: 2 }, "Nothing was imported: a newer version of this site wrote it"],
    ["x".repeat(1_000_001), "Nothing was imported: it is larger than a megabyte"],
  ]) {
    await importFile(page, content);
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  }
  expect(await stored(page)).toBe(before);
  expect(await exported(page)).toEqual({
    version: 1,
    companies: [reading.slug, other.slug],
    resources: [article.url],
    done: [article.url],
  });
});

test("two tabs share the list", async ({ page, context }) => {
  await openSaved(page);
  const second = await context.newPage();
  await site.open(second, `./company/${other.slug}`);
  await save(second, other.name).click();
  await pressed(save(page, other.name));
  await site.open(page, `./company/${reading.slug}`);
  await save(page, reading.name).click();
  await expectCount(second, 2);
  await save(second, other.name).click();
  await expectCount(page, 1);
  expect(JSON.parse(await stored(page)).companies).toEqual([reading.slug]);
});

const BROKEN_STORAGE = {
  blocked: () =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  corrupt: () => localStorage.setItem("casebook.saved", "{oops"),
};

for (const [name, breakStorage] of Object.entries(BROKEN_STORAGE)) {
  test(`with ${name} storage the site works and says once that nothing is kept`, async ({
    page,
  }) => {
    await page.addInitScript(breakStorage);
    await site.openHome(page);
    await save(page, other.name).click();
    await pressed(save(page, other.name));
    await expect(notice(page)).toHaveCount(1);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Dismiss" }).click();
    await expect(notice(page)).toHaveCount(0);

    await save(page, reading.name).click();
    await pressed(save(page, reading.name));
    await page
      .getByRole("navigation", { name: "Site" })
      .getByRole("link", { name: /^Saved/ })
      .click();
    await site.expectHeading(page, "Saved");
    await pressed(save(page, other.name));
    await pressed(save(page, reading.name));
    expect((await exported(page)).companies).toEqual([other.slug, reading.slug]);
    await expect(notice(page)).toHaveCount(0);
  });
}

test("an unreadable stored list can be downloaded before it is replaced", async ({ page }) => {
  await openSaved(page);
  await page.evaluate((key) => localStorage.setItem(key, "{oops"), KEY);
  await site.open(page, `./company/${other.slug}`);
  await expect(notice(page)).toContainText("it is not a saved list");
  await save(page, other.name).click();
  expect(await stored(page)).toBe("{oops");

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download it" }).click();
  expect(await readFile(await (await waiting).path(), "utf8")).toBe("{oops");

  await page.getByRole("button", { name: "Start a new list" }).click();
  await expect(notice(page)).toHaveCount(0);
  expect(JSON.parse(await stored(page)).companies).toEqual([other.slug]);
});

test("a list with items: no axe violations, no overflow at 320 pixels", async ({ page }) => {
  await saveSome(page);
  for (const size of [
    { width: 1280, height: 800 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize(size);
    await expectAccessible(page, `${size.width} pixels`);
    await expectToFit(page);
  }
});

test("lasting storage is asked for at the first save, and the list says how long it is kept", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.asked = 0;
    let isLasting = false;
    StorageManager.prototype.persist = async () => {
      window.asked += 1;
      return (isLasting = true);
    };
    StorageManager.prototype.persisted = async () => isLasting;
  });
  await site.open(page, "./company/netflix");
  expect(await page.evaluate(() => window.asked)).toBe(0);
  await page.getByRole("button", { name: "Save Netflix" }).click();
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
  await page.getByRole("navigation", { name: "Site" }).getByText("Saved").click();
  await expect(page.getByText("This browser keeps the list until you delete it.")).toBeVisible();
  await site.reload(page);
  await expect(page.getByText("Browsers may delete the list")).toBeVisible();
  await expect(page.getByRole("button", { name: "Export as JSON" })).toBeVisible();
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page.getByText("Browsers may delete the list")).toBeHidden();
});
