// The site without a connection, its updates, and the way to take all of that back.
import { readFileSync } from "node:fs";
import { test as base, expect } from "../support/test.mjs";
import { catalogue, companiesWithAll, technology } from "../support/catalogue.mjs";
import { openHost } from "../support/host.mjs";
import { appIsLive, appIsLost } from "../support/app.mjs";
import { expectAccessible } from "../support/accessible.mjs";
import * as site from "../support/site.mjs";

base.use({ serviceWorkers: "allow" });

const test = base.extend({
  host: async ({ guard }, use) => {
    const host = await openHost();
    guard.allowOrigin(new URL(host.url).origin);
    await use(host);
    await host.close();
  },
});

/** Opens the site and waits until its worker has everything. */
async function openKept(page, host) {
  await page.goto(host.url);
  await appIsLive(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const cacheNames = (page) => page.evaluate(() => caches.keys());
const registrations = (page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const updateOffer = (page) => page.getByRole("status", { name: "News of this site" });

test("with the server stopped every page opens and filters work", async ({ page, host, guard }) => {
  guard.allowError(/Failed to load resource|ERR_CONNECTION_REFUSED/);
  await openKept(page, host);
  await host.stop();
  for (const { slug, name } of catalogue.companies) {
    await page.goto(`${host.url}company/${slug}`);
    await site.expectHeading(page, name);
  }
  await page.goto(`${host.url}technology/kafka/`);
  await site.expectHeading(page, technology("kafka").name);
  await page.goto(host.url);
  await site.technologyChoice(page, technology("kafka").name).click();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  await page.reload();
  await site.expectCompanies(page, companiesWithAll("kafka"));
  // The export of a filter is cut from files of the site, which are kept as well.
  await page.getByText("Export", { exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain("Kafka");
});

test("a host that sends pages on to other names is left for good as well", async ({
  page,
  guard,
}) => {
  guard.allowError(/Failed to load resource|ERR_CONNECTION_REFUSED/);
  const host = await openHost({ redirectHtml: true });
  guard.allowOrigin(new URL(host.url).origin);
  await openKept(page, host);
  await host.close();
  await page.goto(`${host.url}company/netflix`);
  await site.expectHeading(page, "Netflix");
});

test("a page that cannot be drawn without a connection says so", async ({ page, host, guard }) => {
  guard.allowError(/Failed to load resource|ERR_CONNECTION_REFUSED/);
  await openKept(page, host);
  await host.stop();
  // As after a crash: the page is opened without the app.
  await page.evaluate((url) => sessionStorage.setItem("casebook.halted", url), `${host.url}about`);
  await page.goto(`${host.url}about`);
  await appIsLost(page);
  await expect(page.getByText("come back with a connection")).toBeVisible();
  await expect(page.getByText("Opening the case studies")).toBeHidden();
});

test("a newer edition is offered, and one click takes it", async ({ page, host }) => {
  await openKept(page, host);
  await expect(updateOffer(page)).toBeHidden();
  const [before] = await cacheNames(page);
  const edition = before.split(" ").at(-1);
  host.edit("sw.js", (script) => script.replaceAll(edition, "0123456789abcdef"));
  await page.reload();
  await expect(updateOffer(page)).toBeVisible();
  // Nothing changes under a reader who does not take it.
  expect(await cacheNames(page)).toContain(before);
  await page.evaluate(() => (window.isOld = true));
  await page.getByRole("button", { name: "Reload" }).click();
  await page.waitForFunction(() => window.isOld === undefined);
  await appIsLive(page);
  await expect(updateOffer(page)).toBeHidden();
  await expect.poll(() => cacheNames(page)).toEqual([before.replace(edition, "0123456789abcdef")]);
});

test("two tabs take a newer edition, one after the other", async ({ page, context, host }) => {
  await openKept(page, host);
  const other = await context.newPage();
  await openKept(other, host);
  const [before] = await cacheNames(page);
  const edition = before.split(" ").at(-1);
  host.edit("sw.js", (script) => script.replaceAll(edition, "0123456789abcdef"));
  await page.reload();
  for (const tab of [page, other]) {
    await expect(updateOffer(tab)).toBeVisible();
    await tab.evaluate(() => (window.isOld = true));
  }
  for (const tab of [page, other]) {
    await tab.getByRole("button", { name: "Reload" }).click();
    await tab.waitForFunction(() => window.isOld === undefined);
    await appIsLive(tab);
    await expect(updateOffer(tab)).toBeHidden();
  }
});

test("a newer edition can be put off", async ({ page, host }) => {
  await openKept(page, host);
  host.edit("sw.js", (script) => `${script}//`);
  await page.reload();
  await expect(updateOffer(page)).toContainText("This site has been updated");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Later" }).click();
  await expect(updateOffer(page)).toBeHidden();
});

test("a page comes from the network first", async ({ page, host }) => {
  await openKept(page, host);
  host.edit("about.html", (html) => html.replaceAll("About Casebook", "About Casebook today"));
  const answer = await page.goto(`${host.url}about`);
  expect(answer.fromServiceWorker()).toBe(true);
  expect(await answer.text()).toContain("About Casebook today");
});

test("a host that is broken is stood in for", async ({ page, host, guard }) => {
  guard.allowError(/502|Failed to load resource/);
  await openKept(page, host);
  await host.replace((_, answer) => answer.writeHead(502).end("Bad gateway"));
  await page.goto(`${host.url}company/netflix`);
  await site.expectHeading(page, "Netflix");
  // A file for other programs is itself, not a page.
  const answer = await page.goto(`${host.url}api/companies.json`);
  expect((await answer.json()).companies.length).toBe(catalogue.companies.length);
});

test("a host that never answers is stood in for", async ({ page, host }) => {
  await openKept(page, host);
  await host.replace(() => {});
  await page.goto(`${host.url}company/netflix`);
  await site.expectHeading(page, "Netflix");
});

test("the kill switch leaves nothing behind", async ({ page, host }) => {
  await openKept(page, host);
  expect(await registrations(page)).toBe(1);
  host.edit("sw.js", () => readFileSync("public/worker/kill-switch.js", "utf8"));
  let loads = 0;
  page.on("load", () => (loads += 1));
  await page.reload();
  await expect.poll(() => cacheNames(page).catch(() => undefined)).toEqual([]);
  await expect.poll(() => registrations(page).catch(() => undefined)).toBe(0);
  await appIsLive(page);
  // The reload, and the one by which the page leaves its worker.
  expect(loads).toBeLessThanOrEqual(2);
});

test("the site can be installed", async ({ page, request }) => {
  await page.goto("./");
  await appIsLive(page);
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(href)).json();
  expect(manifest).toMatchObject({ start_url: "/", scope: "/", display: "standalone" });
  for (const icon of manifest.icons) {
    const answer = await request.get(icon.src);
    expect(answer.status(), icon.src).toBe(200);
    expect(answer.headers()["content-type"]).toBe(icon.type);
  }
  const client = await page.context().newCDPSession(page);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  // A private window, as a journey's is, installs nothing; there is no other reason.
  expect(
    installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"),
  ).toEqual([]);
});
