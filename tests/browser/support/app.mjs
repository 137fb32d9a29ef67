// The moment before the app: a page whose wasm waits until a journey lets it through.
import { expect } from "@playwright/test";

/** Holds back the wasm of a page. Call the answer to let it come. */
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

/** Waits until the app has taken the page over. */
export async function appIsLive(page) {
  await expect(page.locator("html[data-app=live]")).toHaveCount(1);
}

/** Waits until the page says that there will be no app. */
export async function appIsLost(page) {
  await expect(page.locator("html[data-app=lost]")).toHaveCount(1);
}

/** What a page without an app tells its reader. */
export function trouble(page) {
  return page.getByRole("status", { name: "What does not work" });
}
