// Some hosts and networks rewrite pages on their way: they delay or rename scripts, shorten markup,
// drop headers, put in a banner. The page stays readable, and says what is missing.
import { test, expect } from "../support/test.mjs";
import { company, companiesWithAll, technology } from "../support/catalogue.mjs";
import { appIsLive, trouble } from "../support/app.mjs";
import * as site from "../support/site.mjs";

/** Changes every page on its way to the browser. */
async function rewrite(page, change, changeHeaders = (headers) => headers) {
  await page.route(
    (url) => !/\.\w+$/.test(url.pathname),
    async (route) => {
      const response = await route.fetch();
      const headers = changeHeaders({ ...response.headers() });
      await route.fulfill({ response, headers, body: change(await response.text()) });
    },
  );
}

const SCRIPT = /<script>([^]*?)<\/script>/;

/** The app runs all the same. */
const HARMLESS = {
  "puts a banner at the start of the page": (html) =>
    html.replace("<body>", '<body><div id="banner" style="height:60px">Free Wi-Fi</div>'),
  "puts a banner into the app's place": (html) =>
    html.replace('<div id="app">', '<div id="app"><aside>Cookies?</aside>'),
  "drops the content security policy": (html) =>
    html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""),
  "adds a base address": (html) => html.replace("<head>", '<head><base href="/elsewhere/">'),
  "adds a script of its own": (html) =>
    html.replace("</body>", "<script>document.body.innerHTML = 'ours'</script></body>"),
  "drops the notices": (html) =>
    html
      .replace(/<div id="(trouble|update)"[^]*?<\/div>/g, "")
      .replace(/<p id="printed".*?<\/p>/, ""),
  "drops line breaks and comments": (html) => html.replace(/\n/g, ""),
};

for (const [name, change] of Object.entries(HARMLESS)) {
  test(`the app runs on a host that ${name}`, async ({ page, guard }) => {
    guard.allowError(/Content Security Policy|Trusted/);
    await rewrite(page, change);
    await page.goto("./");
    await appIsLive(page);
    await site.technologyChoice(page, technology("kafka").name).click();
    await site.expectCompanies(page, companiesWithAll("kafka"));
  });
}

test("the app runs on a host that delays the page's script", async ({ page, guard }) => {
  guard.allowError(/Content Security Policy/);
  let script = "";
  await rewrite(page, (html) => {
    script = SCRIPT.exec(html)[1];
    return html.replace(SCRIPT, "").replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  });
  await page.addInitScript(() => delete globalThis.PerformanceObserver);
  await page.goto("./");
  await page.waitForLoadState("load");
  await page.evaluate((script) => {
    const element = document.createElement("script");
    element.textContent = script;
    document.body.append(element);
  }, script);
  await appIsLive(page);
  await expect(trouble(page)).toBeHidden();
});

test("the app runs on a host that sends files without their types", async ({ page, guard }) => {
  guard.allowError(/MIME|instantiateStreaming/);
  await page.route(/\.wasm$/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-type": "application/octet-stream" };
    await route.fulfill({ response, headers });
  });
  await page.goto("./");
  await appIsLive(page);
});

/** The app cannot run. */
const HARMFUL = {
  // Cloudflare's Rocket Loader.
  "renames the types of scripts": (html) =>
    html
      .replace(/<script>/g, '<script type="0123456789abcdef-text/javascript">')
      .replace("</body>", '<script src="/cdn-cgi/scripts/rocket-loader.min.js"></script></body>'),
  "shortens the page's script": (html) =>
    html.replace(SCRIPT, (script) => script.replace(";", ";;")),
  "drops scripts": (html) => html.replace(/<script>[^]*?<\/script>/g, ""),
};

for (const [name, change] of Object.entries(HARMFUL)) {
  test(`a page that a host ${name} is readable and says what is missing`, async ({
    page,
    guard,
  }) => {
    guard.allowError(/Content Security Policy|404|Failed to load/);
    await rewrite(page, change);
    await page.goto("./company/netflix");
    await site.expectHeading(page, company("netflix").name);
    await expect(trouble(page)).toBeVisible({ timeout: 10_000 });
    await expect(trouble(page)).toContainText("Search, filters, comparing and saving");
    await expect(page.locator("#app .needs-app").locator("visible=true")).toHaveCount(0);
    await page.getByRole("navigation", { name: "Site" }).getByText("Technologies").click();
    await site.expectHeading(page, "Technologies");
  });
}

test("an app that a host serves as something else is reported", async ({ page, guard }) => {
  guard.allowError(/MIME|404|Failed to load|Failed to fetch/);
  await page.route(/casebook-.*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { "content-type": "text/plain" } });
  });
  await page.goto("./company/netflix");
  await expect(trouble(page)).toBeVisible({ timeout: 10_000 });
  await site.expectHeading(page, company("netflix").name);
});
