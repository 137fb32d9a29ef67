// What assistive technology is given of a page, against accessibility trees that were reviewed.
// `cargo xtask snapshots` writes them anew where a page has changed; read the diff.
import { test, expect } from "../support/test.mjs";
import * as site from "../support/site.mjs";

const PAGES = {
  // Few companies, so that a diff is about the page and not about its list.
  grid: "./?tech=kafka&tech=spark&tech=druid",
  company: "./company/netflix",
  technology: "./technology/kafka",
  compare: "./compare?company=netflix&company=linkedin",
};

for (const [name, address] of Object.entries(PAGES)) {
  test(`the accessibility tree of ${name} is as reviewed`, async ({ page }) => {
    await site.open(page, address);
    // It is said a moment after the page has come.
    if (name === "grid") await expect(page.getByRole("status").first()).toHaveText(/compan/);
    // As text: a match of Playwright's own allows other numbers and more elements.
    expect(await page.locator("body").ariaSnapshot()).toMatchSnapshot(`${name}.aria.yml`);
  });
}
