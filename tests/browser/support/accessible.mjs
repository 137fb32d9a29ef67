// Whether everybody can read a page: by axe's rules, in both colours, on a narrow screen.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

/**
 * The rules that are violated, in a form that reads well in a failed test.
 *
 * Of what is in order axe keeps one example a rule: to name every element was most of its work (the
 * grid: 4.9 s with all of them, 0.7 s like this). It runs in the page itself and not in a blank one
 * beside it, which would matter to frames of other sites; there are none before a click on play.
 */
async function violations(page) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations: found, passes } = await axe.analyze();
  expect(passes.length, "axe looked at something").toBeGreaterThan(5);
  return found.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`),
  }));
}

/** Fails on what axe finds wrong with the page as it is now, in light colours or in dark ones. */
export async function expectAccessible(page, where = "the page") {
  for (const colorScheme of ["light", "dark"]) {
    // Without motion: no colour is on its way from one to the other.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violations(page), `${where} in ${colorScheme} colours`).toEqual([]);
  }
}

/** Fails when the page, or a dialog that is open, is wider than its place. */
export async function expectToFit(page) {
  const overflow = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("dialog[open]")].map(
      ({ scrollWidth, clientWidth }) => Math.max(0, scrollWidth - clientWidth),
    ),
  );
  expect(Math.max(...overflow), "pixels to scroll sideways").toBe(0);
}
