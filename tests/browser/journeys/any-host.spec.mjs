// The site needs only a static file server. Runs at / and at /sub/.
import { createHash } from "node:crypto";
import { test, expect } from "../support/test.mjs";
import { ROUTES } from "../support/routes.mjs";
import * as site from "../support/site.mjs";

test("every route serves its own page, with and without a trailing slash", async ({ request }) => {
  const titles = new Set();
  for (const [route, heading] of ROUTES) {
    const answer = await request.get(`./${route}`, { maxRedirects: 0 });
    expect(answer.status(), route).toBe(200);
    const html = await answer.text();
    titles.add(/<title>(.*?)<\/title>/.exec(html)[1]);
    expect(html, route).toContain("application/ld+json");
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)[1]);
    expect(html.replace(/<br[^>]*>/g, ""), route).toMatch(/<h1[^>]*>/);
    const shown = html.replace(/<br[^>]*>/g, "").replaceAll("&amp;", "&");
    expect(shown, route).toContain(`>${heading}</h1>`);
    if (route !== "") {
      const again = await request.get(`./${route}/`, { maxRedirects: 0 });
      expect(again.status(), `${route}/`).toBe(200);
      expect(await again.text()).toBe(html);
    }
  }
  expect(titles.size).toBe(ROUTES.length);
});

/** The routes are split into shards, which run in parallel. Each has pages of all kinds. */
const SHARDS = [1, 2, 3];

for (const shard of SHARDS) {
  test(`every route opens by a click and by a reload (${shard} of ${SHARDS.length})`, async ({
    page,
    baseURL,
    guard,
  }) => {
    guard.allowError(/status of 404/);
    const base = new URL(baseURL).pathname;
    await site.open(page, "./nowhere");
    const routes = ROUTES.filter((_, index) => index % SHARDS.length === shard - 1);
    for (const [route, heading] of routes) {
      await page.evaluate((href) => {
        window.isSame = true;
        const link = document.createElement("a");
        link.href = href;
        link.id = "test-link";
        link.textContent = href;
        document.querySelector("main").prepend(link);
      }, `${base}${route}`);
      await page.locator("#test-link").click();
      await site.expectHeading(page, heading);
      expect(await page.evaluate(() => window.isSame), route).toBe(true);
      expect(new URL(page.url()).pathname).toBe(`${base}${route}`);
      await site.reload(page);
      await site.expectHeading(page, heading);
      expect(await page.evaluate(() => window.isSame), route).toBeUndefined();
      expect(new URL(page.url()).pathname).toBe(`${base}${route}`);
      expect(await site.strayLinks(page, base), route).toEqual([]);
    }
  });
}

test("no page has a broken internal link", async ({ request, baseURL }) => {
  const known = new Map();
  for (const [route] of ROUTES) {
    const html = await (await request.get(`./${route}`)).text();
    for (const [, href] of html.matchAll(/<(?:a|link)\b[^>]*\shref="([^"]*)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), new URL(route, baseURL));
      if (url.origin !== new URL(baseURL).origin) continue;
      url.search = "";
      const at = url.href.split("#")[0];
      if (!known.has(at)) known.set(at, (await request.get(at)).status());
      expect(known.get(at), `${href} on /${route}`).toBe(200);
    }
  }
  expect(known.size).toBeGreaterThanOrEqual(ROUTES.length);
});

test("an unknown route serves the not-found page with status 404", async ({ page, guard }) => {
  guard.allowError(/status of 404/);
  const answer = await page.goto("./nowhere/at/all");
  expect(answer.status()).toBe(404);
  await site.expectHeading(page, site.NOT_FOUND);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
});

test("names of assets contain the hash of their content", async ({ request, baseURL }) => {
  const html = await (await request.get("./")).text();
  const boot = /assets\/boot-[0-9a-f]{16}\.js/.exec(html)[0];
  const script = await (await request.get(`./${boot}`)).text();
  const paths = [boot, /assets\/casebook-[0-9a-f]{16}\.css/.exec(html)[0]];
  for (const [, name] of script.matchAll(/"\.\/(casebook-[0-9a-f]{16}\.(?:js|wasm))"/g)) {
    paths.push(`assets/${name}`);
  }
  expect(paths.length).toBeGreaterThanOrEqual(4);
  for (const path of paths) {
    const answer = await request.get(new URL(path, baseURL).href);
    expect(answer.status(), path).toBe(200);
    const hash = createHash("sha256")
      .update(await answer.body())
      .digest("hex");
    expect(path).toContain(`-${hash.slice(0, 16)}.`);
  }
});

test(
  "the builds for / and /sub/ have the same assets",
  { tag: "@two-sites" },
  async ({ request }) => {
    // The base path changes only pages.
    const names = async (port, base) => {
      const html = await (await request.get(`http://127.0.0.1:${port}${base}`)).text();
      return html.match(/assets\/[a-z]+-[0-9a-f]{16}\.(js|css)/g);
    };
    const [root, sub] = [process.env.CASEBOOK_ROOT_PORT, process.env.CASEBOOK_SUB_PORT];
    expect(await names(sub, "/sub/")).toEqual(await names(root, "/"));
  },
);
