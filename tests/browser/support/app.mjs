// States of the app: held back, live, lost.
import { expect } from "@playwright/test";

/** Delays the page's wasm until the returned function is called. */
export async function holdApp(page) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(/\.wasm$/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Waits until the app has replaced the prerendered page. */
export async function appIsLive(page) {
  await expect(page.locator("html[data-app=live]")).toHaveCount(1);
}

/** Waits until the page reports that the app failed. */
export async function appIsLost(page) {
  await expect(page.locator("html[data-app=lost]")).toHaveCount(1);
}

/** The notice on a page without the app. */
export function trouble(page) {
  return page.getByRole("region", { name: "Unavailable features" });
}
