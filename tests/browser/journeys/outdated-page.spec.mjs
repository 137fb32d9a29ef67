// An outdated page from a cache refers to files that the host no longer has.
import { test, expect } from "../support/test.mjs";
import { appIsLive, appIsLost, trouble } from "../support/app.mjs";
import * as site from "../support/site.mjs";

const PAGE = /\/company\/netflix$/;

/** Serves the first `count` loads of the page as an older build; returns the list of loads. */
async function serveOld(page, count) {
  const loads = [];
  await page.route(PAGE, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const isLoad = route.request().isNavigationRequest();
    if (isLoad) loads.push(route.request().url());
    // A fetch of the page gets the response of the next load.
    const isOld = loads.length + (isLoad ? 0 : 1) <= count;
    // The policy is removed: changing the inline script changes its hash.
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

test("an outdated page is reloaded once", async ({ page, guard }) => {
  guard.allowError(/404|Failed to fetch/);
  const loads = await serveOld(page, 1);
  await page.goto("./company/netflix");
  await appIsLive(page);
  await site.expectHeading(page, "Netflix");
  expect(loads).toHaveLength(2);
});

test("a page that stays outdated is not reloaded again", async ({ page, guard }) => {
  guard.allowError(/404|Failed to fetch/);
  const loads = await serveOld(page, 100);
  await page.goto("./company/netflix");
  await expect.poll(() => loads.length).toBe(2);
  await appIsLost(page);
  await expect(trouble(page)).toBeVisible();
  await expect(page.getByText("Viewing History").first()).toBeVisible();
  expect(loads).toHaveLength(2);
});
