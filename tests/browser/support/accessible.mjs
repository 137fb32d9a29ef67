// Accessibility checks: axe in both colour schemes, and no horizontal overflow.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

/**
 * The violated rules, in a form that is readable in a failed test.
 *
 * resultTypes: for passed rules axe then reports one element each. Reporting all took most of its
 * time (the grid: 4.9 s, now 0.7 s). Legacy mode: axe runs in the page itself, not in a blank page
 * beside it. That matters only for cross-origin frames, of which there are none before a click on
 * play.
 */
async function violations(page) {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations: found, passes } = await axe.analyze();
  expect(passes.length, "rules that axe applied").toBeGreaterThan(5);
  return found.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`),
  }));
}

/** Fails if axe reports a violation in the light or the dark colour scheme. */
export async function expectAccessible(page, where = "the page") {
  for (const colorScheme of ["light", "dark"]) {
    // Reduced motion, so that axe does not measure colours during a transition.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violations(page), `${where} in ${colorScheme} colours`).toEqual([]);
  }
}

/** Fails if the page or an open dialog overflows horizontally. */
export async function expectToFit(page) {
  const overflow = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("dialog[open]")].map(
      ({ scrollWidth, clientWidth }) => Math.max(0, scrollWidth - clientWidth),
    ),
  );
  expect(Math.max(...overflow), "horizontal overflow in pixels").toBe(0);
}
