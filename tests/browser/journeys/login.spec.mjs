// The site behind a login: every request has to carry what the reader has proved who they are with.
import { test as base, expect } from "../support/test.mjs";
import { appIsLive } from "../support/app.mjs";
import { companiesWithAll, technology } from "../support/catalogue.mjs";
import { openHost } from "../support/host.mjs";
import * as site from "../support/site.mjs";

base.use({ serviceWorkers: "allow" });

/** The proof of each kind of login, as a header, and how a browser gets it. */
const LOGINS = {
  Basic: {
    proof: ["authorization", `Basic ${btoa("reader:secret")}`],
    // As if typed when asked: the browser sends it from then on.
    logIn: (page, url) =>
      page.goto(Object.assign(new URL(url), { username: "reader", password: "secret" }).href),
  },
  cookie: {
    proof: ["cookie", "session=secret"],
    logIn: (page, url) => page.context().addCookies([{ name: "session", value: "secret", url }]),
  },
};

for (const [name, { proof, logIn }] of Object.entries(LOGINS)) {
  base(
    `behind a ${name} login the site works, is kept offline and can be installed`,
    async ({ page, context, guard }) => {
      const refused = [];
      const [header, value] = proof;
      const host = await openHost({
        admits({ headers, url }) {
          const isAdmitted = headers[header] === value;
          if (!isAdmitted) refused.push(url);
          return isAdmitted;
        },
      });
      guard.allowOrigin(new URL(host.url).origin);
      await logIn(page, host.url);
      refused.length = 0;
      await page.goto(host.url);
      await appIsLive(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await site.technologyChoice(page, technology("kafka").name).click();
      await site.expectCompanies(page, companiesWithAll("kafka"));
      await page.getByRole("link", { name: "Technologies" }).first().click();
      await site.expectHeading(page, "Technologies");
      const browser = await context.newCDPSession(page);
      const { data, errors } = await browser.send("Page.getAppManifest");
      expect(errors).toEqual([]);
      expect(JSON.parse(data).name).toBe("Casebook");
      expect(refused).toEqual([]);
      await host.close();
    },
  );
}
