// If any part of the app fails, pages are readable, links work, and a notice says what is missing.
import { test, expect } from "../support/test.mjs";
import { company, technology } from "../support/catalogue.mjs";
import { appIsLive, appIsLost, holdApp, trouble } from "../support/app.mjs";
import { expectAccessible } from "../support/accessible.mjs";
import * as site from "../support/site.mjs";

/** Time until the notice must appear. */
const NOTICE_TIMEOUT = 10_000;

const FAILURES = {
  "WebAssembly is unavailable": (page) => page.addInitScript(() => delete globalThis.WebAssembly),
  "the wasm is missing": (page) =>
    page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "not found" })),
  "the wasm is truncated": (page) =>
    page.route(/\.wasm$/, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
    }),
  "the wasm never arrives": (page) => page.route(/\.wasm$/, () => {}),
  "the app's script is missing": (page) =>
    page.route(/casebook-.*\.js$/, (route) => route.fulfill({ status: 404, body: "not found" })),
  "boot.js is missing": (page) =>
    page.route(/boot-.*\.js$/, (route) => route.fulfill({ status: 404, body: "not found" })),
  "a policy blocks all scripts": (page) =>
    page.route(/\/company\/netflix$/, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": "script-src 'none'" };
      await route.fulfill({ response, headers });
    }),
};

/** Exposes the exports of the wasm to `breakApp`. */
function exposeExports(page) {
  return page.addInitScript(() => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const result = await instantiate(...given);
      window.wasm = result.instance.exports;
      return result;
    };
  });
}

/** Runs in the page: makes the wasm trap, as a panic does. */
function breakApp() {
  const [, invoke] = Object.entries(window.wasm).find(([name]) => name.includes("invoke"));
  setTimeout(() => invoke(1e9, 1e9, 1e9));
}

for (const [name, fail] of Object.entries(FAILURES)) {
  test(`when ${name}, the page is readable and shows a notice`, async ({ page, guard }) => {
    guard.allowError(
      /404|WebAssembly|CompileError|Content Security Policy|Failed to load|Failed to fetch/,
    );
    await fail(page);
    await page.goto("./company/netflix");
    await site.expectHeading(page, "Netflix");
    await expect(trouble(page)).toBeVisible({ timeout: NOTICE_TIMEOUT });
    await expect(trouble(page)).toContainText("all links work");
    await expect(page.getByText("Viewing History").first()).toBeVisible();
    await page.getByRole("navigation", { name: "Site" }).getByText("Technologies").click();
    await site.expectHeading(page, "Technologies");
    await page
      .getByRole("link", { name: technology("kafka").name, exact: true })
      .first()
      .click();
    await site.expectHeading(page, technology("kafka").name);
  });
}

test("when scripts are blocked, no controls of the app are shown", async ({ page, guard }) => {
  guard.allowError(/Content Security Policy/);
  await FAILURES["a policy blocks all scripts"](page);
  await page.goto("./company/netflix");
  await site.expectHeading(page, "Netflix");
  await expect(page.locator("#app .needs-app").locator("visible=true")).toHaveCount(0);
  await expectAccessible(page);
});

test("a page is not replaced by a proxy's error page", async ({ page, guard }) => {
  guard.allowError(/404|502|Failed to fetch/);
  await page.goto("./company/netflix");
  await appIsLive(page);
  await page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "not found" }));
  const loads = [];
  await page.route(/\/company\/netflix$/, (route) => {
    loads.push(route.request().isNavigationRequest());
    return loads.length === 1 ? route.continue() : route.fulfill({ status: 502, body: "Down" });
  });
  await page.reload();
  await appIsLost(page);
  await expect(page.getByText("Viewing History").first()).toBeVisible();
  // The reload, and a fetch that checks for a newer page.
  expect(loads).toEqual([true, false]);
});

test("errors of a browser extension are not treated as errors of the app", async ({
  page,
  guard,
}) => {
  guard.allowError(/an extension/);
  const checks = [];
  page.on("request", (request) => {
    if (request.resourceType() === "fetch" && request.url().endsWith("/netflix"))
      checks.push(request);
  });
  const release = await holdApp(page);
  await page.goto("./company/netflix");
  const wasm = page.waitForRequest(/\.wasm$/);
  await wasm;
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("an extension");
    });
    Promise.reject(new Error("an extension"));
  });
  release();
  await appIsLive(page);
  expect(checks).toEqual([]);
});

test("when the app fails, none of its controls are shown", async ({ page, guard }) => {
  guard.allowError(/404/);
  await page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "not found" }));
  await page.goto("./");
  await appIsLost(page);
  for (const name of ["Save", "Export", "Filters", "Shortcuts", "Search"]) {
    await expect(
      page.locator("#app").getByText(name, { exact: true }).locator("visible=true"),
    ).toHaveCount(0);
  }
  await expect(site.searchBox(page)).toBeHidden();
  await expect(site.cards(page).first()).toBeVisible();
  await expectAccessible(page);
});

test("after a panic the page is readable, and “Try again” starts the app", async ({
  page,
  guard,
}) => {
  guard.allowError(/./);
  await exposeExports(page);
  await page.goto("./company/netflix");
  await appIsLive(page);
  await page.evaluate(breakApp);
  await expect(trouble(page)).toContainText("Something went wrong", { timeout: NOTICE_TIMEOUT });
  await expect(trouble(page)).toContainText("this page came without");
  await expect(page.getByText("Viewing History").first()).toBeVisible();
  await page.getByRole("link", { name: "Try again" }).click();
  await appIsLive(page);
  await expect(trouble(page)).toBeHidden();
});

test("after a panic the browser follows links", async ({ page, guard }) => {
  guard.allowError(/./);
  await exposeExports(page);
  await page.goto("./company/netflix");
  await appIsLive(page);
  // Without storage the page is not reloaded after a crash, as it would crash again.
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new Error("full");
    };
    window.isSame = true;
  });
  await page.evaluate(breakApp);
  await expect(trouble(page)).toContainText("have stopped", { timeout: NOTICE_TIMEOUT });
  await page.getByRole("navigation", { name: "Site" }).getByText("About").click();
  await site.expectHeading(page, "About Casebook");
  expect(await page.evaluate(() => window.isSame)).toBeUndefined();
  await appIsLive(page);
});

test("the app starts in a browser that does not report paint timing", async ({ page }) => {
  await page.addInitScript(() => (PerformanceObserver.prototype.observe = () => {}));
  await page.goto("./");
  await appIsLive(page);
});

const STORAGES = {
  "is blocked": () => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  },
  "is full": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  "has invalid entries": () => {
    for (const key of ["theme", "saved", "single-keys"]) {
      localStorage.setItem(`casebook.${key}`, "\u0000{[<script>");
    }
    sessionStorage.setItem("casebook.place", "1e999 -\nx y\n\u0000");
    sessionStorage.setItem("casebook.halted", "nowhere");
  },
};

for (const [name, breakStorage] of Object.entries(STORAGES)) {
  test(`the site works with storage that ${name}`, async ({ page }) => {
    await page.addInitScript(breakStorage);
    await page.goto("./company/netflix");
    await appIsLive(page);
    await page.getByRole("button", { name: "Save Netflix" }).click();
    await expect(page.getByText("Nothing you save will be kept")).toBeVisible();
    await page.getByRole("navigation", { name: "Site" }).getByText("Companies").click();
    await expect(site.cards(page).first()).toBeVisible();
    await page.reload();
    await appIsLive(page);
    await expect(site.cards(page).first()).toBeVisible();
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("every kind of page is readable and shows a notice", async ({ page, guard }) => {
    guard.allowError(/status of 404/);
    const pages = {
      "./": "Who runs what, and how do we know?",
      "./company/netflix": company("netflix").name,
      "./technology/kafka": technology("kafka").name,
      "./technologies": "Technologies",
      "./compare": "Compare companies",
      "./saved": "Saved",
      "./about": "About Casebook",
      "./nowhere": site.NOT_FOUND,
    };
    for (const [address, heading] of Object.entries(pages)) {
      await page.goto(address);
      await site.expectHeading(page, heading);
      await expect(page.locator("#trouble")).toBeVisible();
      // innerText, because Playwright ignores text in <noscript>.
      expect(await page.locator("#trouble").innerText()).toContain("need JavaScript");
      await expect(page.locator(".needs-app:visible")).toHaveCount(0);
    }
  });

  test("a chip on a card opens to its evidence", async ({ page }) => {
    await page.goto("./");
    const card = page.getByRole("listitem").filter({ hasText: "Booking.com" }).first();
    await card.locator("summary").filter({ hasText: "Kafka" }).click();
    await expect(card.locator("blockquote").first()).toBeVisible();
  });

  test("links lead from the grid to a company and a technology", async ({ page }) => {
    await page.goto("./");
    await site.cards(page).filter({ hasText: "Netflix" }).click();
    await site.expectHeading(page, "Netflix");
    await page.locator("summary").filter({ hasText: "Kafka" }).first().click();
    await page.getByRole("link", { name: "Everything on Apache Kafka" }).first().click();
    await site.expectHeading(page, technology("kafka").name);
  });
});
