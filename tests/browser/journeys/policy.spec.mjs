// What the content security policy blocks. That it blocks nothing of the site is tested by every
// journey: Chromium logs a violation as a console error, on which the guard fails. any-host covers all
// routes.
import { test, expect } from "../support/test.mjs";
import { companyWithEpisode } from "../support/catalogue.mjs";
import { appIsLive, holdApp, trouble } from "../support/app.mjs";
import * as site from "../support/site.mjs";

const EVIL = "https://evil.example";

/** Collects the policy violations on all pages of a journey. */
async function watchPolicy(page) {
  const stopped = [];
  await page.exposeFunction("tellStopped", (what) => stopped.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.tellStopped(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return stopped;
}

/** Changes the HTML of company pages. */
function rewrite(page, change) {
  return page.route(/\/company\/[a-z-]+$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

const ATTACKS = {
  "an inline script": {
    html: "<script>window.isHit = true</script>",
    stopped: /^script-src-elem inline/,
  },
  "a script in the head": {
    before: "<title>",
    html: "<script>window.isHit = true</script>",
    stopped: /^script-src-elem inline/,
  },
  "an event handler": {
    html: '<details open ontoggle="window.isHit = true"><summary>x</summary></details>',
    stopped: /^script-src-attr inline/,
  },
  "a javascript: link": {
    html: '<a id="attack" href="javascript:window.isHit = true">attack</a>',
    act: (page) => page.locator("#attack").click(),
    stopped: /^script-src-elem inline/,
  },
  "a frame of another site": {
    html: `<iframe src="${EVIL}/"></iframe>`,
    stopped: /^frame-src https:\/\/evil/,
  },
  "an image of another site": {
    html: `<img src="${EVIL}/x.png" alt="">`,
    stopped: /^img-src https:\/\/evil/,
  },
  "a base element": { html: `<base href="${EVIL}/">`, stopped: /^base-uri https:\/\/evil/ },
};

for (const [name, attack] of Object.entries(ATTACKS)) {
  test(`${name} in the content is blocked and reported`, async ({ page, guard }) => {
    guard.allowError(/Content Security Policy/);
    const stopped = await watchPolicy(page);
    await holdApp(page);
    const place = attack.before ?? '<article class="company">';
    await rewrite(page, (html) => html.replace(place, `${attack.html}$&`));
    await page.goto("./company/netflix");
    await site.expectHeading(page, "Netflix");
    await attack.act?.(page);
    await expect.poll(() => stopped.some((what) => attack.stopped.test(what))).toBe(true);
    expect(await page.evaluate(() => window.isHit)).toBeUndefined();
    expect(new URL(await page.evaluate(() => document.baseURI)).origin).not.toBe(EVIL);
    expect(guard.foreignRequests).toEqual([]);
  });
}

test("only the site's Trusted Types policy creates markup, and only harmless markup", async ({
  page,
  guard,
}) => {
  guard.allowError(/Trusted|Content Security Policy/);
  await page.goto("./");
  await appIsLive(page);
  const outcome = (html) =>
    page.evaluate((html) => {
      try {
        document.createElement("template").innerHTML = html;
        return "accepted";
      } catch (error) {
        return error.name;
      }
    }, html);
  expect(await outcome('<p class="a">words</p><svg><path d="M0 0"></path></svg>')).toBe("accepted");
  // tests/boot/templates.test.mjs has more cases.
  expect(await outcome('<img src="x"onerror="alert(1)">')).toBe("TypeError");
  const second = () => trustedTypes.createPolicy("second", { createHTML: (html) => html });
  await expect(page.evaluate(second)).rejects.toThrow(/disallowed/);
});

/** Ways to turn text into a redirect or a script that no other directive blocks. */
const SINKS = {
  "markup that redirects": (evil) =>
    document.body.insertAdjacentHTML(
      "beforeend",
      `<meta http-equiv="refresh" content="0; url=${evil}/">`,
    ),
  "the address of a script": (evil) => {
    const script = document.createElement("script");
    script.src = `${evil}/x.js`;
    document.head.append(script);
  },
};

for (const [name, sink] of Object.entries(SINKS)) {
  test(`only Trusted Types block ${name}`, async ({ page, guard }) => {
    guard.allowError(/./);
    guard.allowOrigin(EVIL);
    const isAsked = () => guard.foreignRequests.some((url) => url.startsWith(EVIL));
    await page.goto("./company/netflix");
    await appIsLive(page);
    await expect(page.evaluate(sink, EVIL)).rejects.toThrow(/TypeError/);
    expect(isAsked()).toBe(false);

    await page.route(/\/company\/[a-z-]+$/, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": "" };
      const body = (await response.text()).replace(/require-trusted-types-for 'script';?/, "");
      await route.fulfill({ response, headers, body });
    });
    await page.goto("./company/uber");
    await appIsLive(page);
    await page.evaluate(sink, EVIL);
    await expect.poll(isAsked).toBe(true);
  });
}

/** Directives and the violation that occurs without each. */
const NEEDED = {
  "'wasm-unsafe-eval'": /^script-src wasm-eval/,
  "'sha256-[^']+'": /^script-src-elem inline/,
  "style-src 'self'": /^style-src-elem .*casebook-/,
  "connect-src 'self'": /^connect-src .*\.wasm$/,
};

for (const [directive, missed] of Object.entries(NEEDED)) {
  test(`the policy needs ${directive}`, async ({ page, guard }) => {
    guard.allowError(/./);
    const stopped = await watchPolicy(page);
    await rewrite(page, (html) => html.replace(new RegExp(directive), ""));
    await page.goto("./company/netflix");
    await site.expectHeading(page, "Netflix");
    await expect.poll(() => stopped.some((what) => missed.test(what))).toBe(true);
  });
}

test("the policy needs frame-src for the player", async ({ page, guard }) => {
  guard.allowError(/./);
  const { company, episode } = companyWithEpisode();
  const stopped = await watchPolicy(page);
  await rewrite(page, (html) => html.replace(/frame-src [^;]+;/, ""));
  await page.goto(`./company/${company.slug}`);
  await appIsLive(page);
  await page.getByRole("button", { name: `Play episode: ${episode.title}` }).click();
  await expect
    .poll(() => stopped.some((what) => /^frame-src .*youtube-nocookie/.test(what)))
    .toBe(true);
});

test("no cookies are set, and nothing is prefetched from other sites", async ({
  page,
  context,
  guard,
}) => {
  await page.goto("./company/netflix");
  await appIsLive(page);
  await site.expectHeading(page, "Netflix");
  expect(await context.cookies()).toEqual([]);
  const hints =
    "link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=prefetch], link[rel~=prerender]";
  await expect(page.locator(hints)).toHaveCount(0);
  expect(guard.foreignRequests).toEqual([]);
  await expect(trouble(page)).toBeHidden();
});
