// How each page looks, against pictures that were looked at. `cargo xtask snapshots` takes them
// anew where a page has changed; look at each in the diff.
import { test, expect } from "../support/test.mjs";
import * as site from "../support/site.mjs";

const PAGES = {
  grid: "./",
  company: "./company/netflix",
  technology: "./technology/kafka",
  technologies: "./technologies",
  material: "./material",
  listen: "./listen",
  compare: "./compare?company=netflix&company=linkedin",
  saved: "./saved",
  about: "./about",
  "not-found": "./company/netflx",
};

/** No higher than it takes to see each kind of element: the pictures are kept in the repository. */
const SCREENS = [
  { width: 360, height: 640 },
  { width: 768, height: 720 },
  { width: 1280, height: 640 },
];

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name} looks as reviewed at each width, light and dark`, async ({ page, guard }) => {
    guard.allowError(/status of 404/);
    await page.setViewportSize(SCREENS[0]);
    await site.open(page, address);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const size of SCREENS) {
        await page.setViewportSize(size);
        await expect.soft(page).toHaveScreenshot(`${name}-${size.width}-${colorScheme}.png`);
      }
    }
  });
}

/** A sheet of A4 at 96 pixels per inch. */
const SHEET = { width: 794, height: 1123 };

const PRINTED = {
  grid: "./",
  company: "./company/netflix",
  compare: "./compare?company=netflix&company=linkedin",
};

for (const [name, address] of Object.entries(PRINTED)) {
  test(`${name} prints as reviewed`, async ({ page }) => {
    await page.setViewportSize(SHEET);
    await site.open(page, address);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    await expect.soft(page).toHaveScreenshot(`${name}-print.png`, {
      mask: [page.locator("#printed")], // The host's port and today's date.
    });
    const sheets = pdf.match(/\/Type ?\/Page\b/g).length;
    expect(`${sheets} sheets\n`).toMatchSnapshot(`${name}-sheets.txt`);
  });
}
