// A page that a browser kept from before names files that the host has no more.
import { test, expect } from "../support/test.mjs";
import { appIsLive, appIsLost, trouble } from "../support/app.mjs";
import * as site from "../support/site.mjs";

const PAGE = /\/company\/netflix$/;

/** Counts loads of the page and serves the first `count` of them as an older build had it. */
async function serveOld(page, count) {
  const loads = [];
  await page.route(PAGE, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const isLoad = route.request().isNavigationRequest();
    if (isLoad) loads.push(route.request().url());
    // A look at the page, other than by loading it, sees what the next load would bring.
    const isOld = loads.length + (isLoad ? 0 : 1) <= count;
    // The hash of the inline script would change with it: an older page has its own policy.
    const old = html
      .replaceAll(
        /boot-[0-9a-f]{16}/g,
        `boot-${String(loads.length + (isLoad ? 0 : 1)).padStart(16, "0")}`,
      )
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
    await route.fulfill({ response, body: isOld ? old : html });
  });
  return loads;
}

test("yesterday's page is loaded anew, once", async ({ page, guard }) => {
  guard.allowError(/404|Failed to fetch/);
  const loads = await serveOld(page, 1);
  await page.goto("./company/netflix");
  await appIsLive(page);
  await site.expectHeading(page, "Netflix");
  expect(loads).toHaveLength(2);
});

test("a host that has only old pages is not asked in a circle", async ({ page, guard }) => {
  guard.allowError(/404|Failed to fetch/);
  const loads = await serveOld(page, 100);
  await page.goto("./company/netflix");
  await expect.poll(() => loads.length).toBe(2);
  await appIsLost(page);
  await expect(trouble(page)).toBeVisible();
  await expect(page.getByText("Viewing History").first()).toBeVisible();
  expect(loads).toHaveLength(2);
});
