// A build with an origin, on a host that reads `_headers`: response headers and the sitemap.
import { once } from "node:events";
import { createServer } from "node:http";

import { test, expect } from "../support/test.mjs";
import { ROUTES } from "../support/routes.mjs";

test("pages are revalidated and have security headers; assets are immutable", async ({
  request,
}) => {
  for (const path of ["./", "./company/netflix", "./company/netflix/", "./sw.js", "./feed.xml"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["cache-control"], path).toBe("no-cache");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["permissions-policy"]).toContain("camera=()");
  }
  const [style] = /assets\/casebook-[0-9a-f]{16}\.css/.exec(await (await request.get("./")).text());
  const headers = (await request.get(`./${style}`)).headers();
  expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("pages of other sites can read the data and nothing else", async ({
  page,
  request,
  guard,
  baseURL,
}) => {
  guard.allowError(/CORS policy|Failed to load resource/);
  const { data } = (await (await request.get("./api/companies.json")).json()).companies[0];
  const other = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
  await once(other, "listening");
  const origin = `http://127.0.0.1:${other.address().port}`;
  guard.allowOrigin(origin);
  await page.goto(origin);
  const read = (path) =>
    page.evaluate(async (url) => {
      try {
        return (await fetch(url)).status;
      } catch (error) {
        return error.name;
      }
    }, new URL(path, baseURL).href);
  for (const path of [new URL(data).pathname, "companies.csv", "feed.xml", "api/schema.json"]) {
    expect(await read(path), path).toBe(200);
  }
  for (const path of ["", "company/netflix", "sw.js", "manifest.webmanifest", "preview.png"]) {
    expect(await read(path), path).toBe("TypeError");
  }
  other.close();
});

test("the sitemap lists all routes, by their canonical URLs", async ({ request }) => {
  const xml = await (await request.get("./sitemap.xml")).text();
  const listed = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
  expect(listed).toEqual(ROUTES.map(([route]) => `https://example.org/sub/${route}`));
  const robots = await (await request.get("./robots.txt")).text();
  expect(robots).toContain("Sitemap: https://example.org/sub/sitemap.xml");
  for (const [route] of ROUTES) {
    const html = await (await request.get(`./${route}`)).text();
    const address = `https://example.org/sub/${route}`;
    expect(html).toContain(`<link rel="canonical" href="${address}" />`);
    expect(html).toContain(`<meta property="og:url" content="${address}" />`);
  }
});
