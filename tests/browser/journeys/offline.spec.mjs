// The service worker: offline use, updates, and the kill switch.
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

/** Opens the site and waits until its service worker is in control: all files are cached. */
async function openCached(page, host) {
  await page.goto(host.url);
  await appIsLive(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const cacheNames = (page) => page.evaluate(() => caches.keys());
const registrations = (page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const updateOffer = (page) => page.getByRole("region", { name: "Site update" });

test("with the server stopped, all pages open and filters work", async ({ page, host, guard }) => {
  guard.allowError(/Failed to load resource|ERR_CONNECTION_REFUSED/);
  await openCached(page, host);
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
  // Exports are made from files of the site, which are cached too.
  await page.getByText("Export", { exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain("Kafka");
});

test("the site works offline after a host that redirects .html pages", async ({ page, guard }) => {
  guard.allowError(/Failed to load resource|ERR_CONNECTION_REFUSED/);
  const host = await openHost({ redirectHtml: true });
  guard.allowOrigin(new URL(host.url).origin);
  await openCached(page, host);
  await host.close();
  await page.goto(`${host.url}company/netflix`);
  await site.expectHeading(page, "Netflix");
});

test("offline, a page that needs the app says so when the app is off", async ({
  page,
  host,
  guard,
}) => {
  guard.allowError(/Failed to load resource|ERR_CONNECTION_REFUSED/);
  await openCached(page, host);
  await host.stop();
  // As after a crash: the page opens without the app.
  await page.evaluate((url) => sessionStorage.setItem("casebook.halted", url), `${host.url}about`);
  await page.goto(`${host.url}about`);
  await appIsLost(page);
  await expect(page.getByText("come back with a connection")).toBeVisible();
  await expect(page.getByText("Opening the case studies")).toBeHidden();
});

test("an update is offered and activated by a click", async ({ page, host }) => {
  await openCached(page, host);
  await expect(updateOffer(page)).toBeHidden();
  const [before] = await cacheNames(page);
  const edition = before.split(" ").at(-1);
  host.edit("sw.js", (script) => script.replaceAll(edition, "0123456789abcdef"));
  await page.reload();
  await expect(updateOffer(page)).toBeVisible();
  // Nothing changes before the click.
  expect(await cacheNames(page)).toContain(before);
  await page.evaluate(() => (window.isOld = true));
  await page.getByRole("button", { name: "Reload" }).click();
  await page.waitForFunction(() => window.isOld === undefined);
  await appIsLive(page);
  await expect(updateOffer(page)).toBeHidden();
  await expect.poll(() => cacheNames(page)).toEqual([before.replace(edition, "0123456789abcdef")]);
});

test("two tabs can be updated one after the other", async ({ page, context, host }) => {
  await openCached(page, host);
  const other = await context.newPage();
  await openCached(other, host);
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

test("an update can be postponed", async ({ page, host }) => {
  await openCached(page, host);
  host.edit("sw.js", (script) => `${script}//`);
  await page.reload();
  await expect(updateOffer(page)).toContainText("This site has been updated");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Later" }).click();
  await expect(updateOffer(page)).toBeHidden();
});

test("pages are loaded from the network first", async ({ page, host }) => {
  await openCached(page, host);
  host.edit("about.html", (html) => html.replaceAll("About Casebook", "About Casebook today"));
  const answer = await page.goto(`${host.url}about`);
  expect(answer.fromServiceWorker()).toBe(true);
  expect(await answer.text()).toContain("About Casebook today");
});

test("cached pages are served when the host responds with 502", async ({ page, host, guard }) => {
  guard.allowError(/502|Failed to load resource/);
  await openCached(page, host);
  await host.replace((_, answer) => answer.writeHead(502).end("Bad gateway"));
  await page.goto(`${host.url}company/netflix`);
  await site.expectHeading(page, "Netflix");
  // Data files are served as they are, not as a page.
  const answer = await page.goto(`${host.url}api/companies.json`);
  expect((await answer.json()).companies.length).toBe(catalogue.companies.length);
});

test("cached pages are served when the host does not respond", async ({ page, host }) => {
  await openCached(page, host);
  await host.replace(() => {});
  await page.goto(`${host.url}company/netflix`);
  await site.expectHeading(page, "Netflix");
});

test("the kill switch removes the worker and its caches", async ({ page, host }) => {
  await openCached(page, host);
  expect(await registrations(page)).toBe(1);
  host.edit("sw.js", () => readFileSync("public/worker/kill-switch.js", "utf8"));
  let loads = 0;
  page.on("load", () => (loads += 1));
  await page.reload();
  await expect.poll(() => cacheNames(page).catch(() => undefined)).toEqual([]);
  await expect.poll(() => registrations(page).catch(() => undefined)).toBe(0);
  await appIsLive(page);
  // The reload above, and the reload by the kill switch.
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
  // Journeys run in incognito windows, which cannot install apps. That must be the only obstacle.
  expect(
    installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"),
  ).toEqual([]);
});
