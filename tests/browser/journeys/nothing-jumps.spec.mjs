// What a reader presses moves nothing around it. Playing is in player.spec.mjs, chips in
// evidence.spec.mjs.
import { test, expect } from "../support/test.mjs";
import * as site from "../support/site.mjs";

/** The boxes of everything that is seen on the page, by position in the document. */
const boxes = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main *:not(svg *, .visually-hidden *)")]
      .filter((element) => element.checkVisibility())
      .map((element) => [element, element.getBoundingClientRect()])
      // What is below the window is laid out when it comes near.
      .filter(([, { top, bottom }]) => bottom > 0 && bottom <= innerHeight && top < innerHeight)
      .map(
        ([element, { x, y, width, height }]) =>
          `${element.localName}.${element.className} ${x} ${y + scrollY} ${width} ${height}`,
      ),
  );

const PLACES = {
  "the grid": "./",
  "a company": "./company/netflix",
  "the material": "./material",
  "the episodes": "./listen",
};

for (const [place, address] of Object.entries(PLACES)) {
  for (const width of [360, 768, 1280]) {
    test(`pressing a button of ${place} moves nothing at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await site.open(page, address);
      const names = [/^Save /, /^Compare /, /^(Read|Watched|Heard) /];
      let pressed = 0;
      for (const name of names) {
        const button = page.getByRole("main").getByRole("button", { name }).first();
        if ((await button.count()) === 0) continue;
        await button.scrollIntoViewIfNeeded();
        for (const state of ["true", "false"]) {
          const before = await boxes(page);
          await button.click();
          await expect(button).toHaveAttribute("aria-pressed", state);
          expect(await boxes(page), `${name} to ${state}`).toEqual(before);
        }
        pressed += 1;
      }
      expect(pressed).toBeGreaterThan(0);
    });
  }
}
