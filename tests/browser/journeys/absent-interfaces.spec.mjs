// Old, locked-down and unusual browsers lack interfaces or forbid them. The site starts without each
// of them and does what it can; what it cannot do it says. The other half of the mechanism: the app
// uses such interfaces only by src/optional.rs (a rule checks that), the scripts only by
// public/boot/optional.js.
import { test, expect } from "../support/test.mjs";
import { ABSENT } from "../support/absent.mjs";
import { company, companiesWithAll, technology } from "../support/catalogue.mjs";
import { appIsLive, appIsLost, trouble } from "../support/app.mjs";
import * as site from "../support/site.mjs";

for (const [name, remove] of Object.entries(ABSENT)) {
  test(`the site works without ${name}`, async ({ page }) => {
    await page.addInitScript(remove);
    await page.goto("./");
    await appIsLive(page);
    await site.technologyChoice(page, technology("kafka").name).click();
    await site.expectCompanies(page, companiesWithAll("kafka"));
    await site.searchBox(page).fill("netflix");
    await expect(site.suggestions(page, "Companies").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await site.expectHeading(page, company("netflix").name);
    await page.getByRole("button", { name: "Save Netflix" }).click();
    await expect(page.getByRole("button", { name: "Save Netflix" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "Search" })).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("dialog", { name: "Search" })).toBeHidden();
    await page.getByRole("navigation", { name: "Site" }).getByText("Technologies").click();
    await site.expectHeading(page, "Technologies");
    await page.goBack();
    await site.expectHeading(page, company("netflix").name);
  });
}

/** What the app cannot do without; the page is read and says so. */
const NEEDED = {
  WebAssembly: () => delete globalThis.WebAssembly,
  fetch: () => delete globalThis.fetch,
  TextDecoder: () => delete globalThis.TextDecoder,
  "a Trusted Types policy that may be made": () =>
    (TrustedTypePolicyFactory.prototype.createPolicy = () => {
      throw new TypeError("refused");
    }),
  "animation frames and timers of its own": () => {
    globalThis.setTimeout = () => {
      throw new TypeError("refused");
    };
  },
};

for (const [name, remove] of Object.entries(NEEDED)) {
  test(`without ${name} the page is readable and says what is missing`, async ({ page, guard }) => {
    guard.allowError(/./);
    await page.addInitScript(remove);
    await page.goto("./company/netflix");
    await site.expectHeading(page, company("netflix").name);
    await expect(trouble(page)).toBeVisible({ timeout: 15_000 });
    await expect(trouble(page)).toContainText("all links work");
    await page.getByRole("navigation", { name: "Site" }).getByText("Technologies").click();
    await site.expectHeading(page, "Technologies");
  });
}

test("a browser that makes no Trusted Types policy says at once that the app will not start", async ({
  page,
  guard,
}) => {
  guard.allowError(/./);
  await page.addInitScript(NEEDED["a Trusted Types policy that may be made"]);
  await page.goto("./company/netflix");
  await appIsLost(page);
});

test("what cannot be done in a browser is said where it is tried", async ({ page }) => {
  await page.addInitScript(() => delete Navigator.prototype.clipboard);
  await page.addInitScript(() => delete Blob.prototype.text);
  await site.openHome(page);
  await page.getByText("Export", { exact: true }).click();
  await page.getByRole("button", { name: "Copy as a Markdown list" }).click();
  await expect(page.getByText("The browser does not allow copying here")).toBeVisible();
  await site.open(page, "./saved");
  await page.getByLabel("Import").setInputFiles({
    name: "list.json",
    mimeType: "application/json",
    buffer: Buffer.from("{}"),
  });
  await expect(page.getByText("the browser cannot read the file")).toBeVisible();
});
