// A second accessibility engine beside axe: IBM's Equal Access rules, over every page and state.
// It reports violations and, as axe does not, what a person should look at. Each of the latter is
// in needs-review.json with the reason why it is right as it is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { test, expect } from "../support/test.mjs";
import { PAGES, STATES } from "../support/states.mjs";
import * as site from "../support/site.mjs";

const ENGINE = readFileSync(
  createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js"),
  "utf8",
);

/** @type {{ rule: string, elements: string, why: string }[]} */
const REVIEWED = JSON.parse(
  readFileSync(new URL("../support/needs-review.json", import.meta.url), "utf8"),
);

/**
 * Findings of a page: violations, and what a person should look at with the index of its entry in
 * `REVIEWED`, or -1.
 */
async function findings(page) {
  await page.evaluate(`${ENGINE}; globalThis.ace = ace; undefined`);
  return page.evaluate(async (reviewed) => {
    const { results } = await new globalThis.ace.Checker().check(document, ["IBM_Accessibility"]);
    const elementAt = (path) =>
      document.evaluate(path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
    return results
      .filter(({ value }) => value[1] !== "PASS")
      .map(({ ruleId: rule, value, message, path, snippet }) => {
        const element = elementAt(path.dom);
        const entry = reviewed.findIndex(
          (entry) => entry.rule === rule && element?.matches(entry.elements),
        );
        // Some are wrong: their entries say why.
        const isViolation = entry === -1 && value.join() === "VIOLATION,FAIL";
        return { rule, isViolation, entry, message, snippet: snippet.slice(0, 200) };
      });
  }, REVIEWED);
}

const ALL = {
  ...Object.fromEntries(
    Object.entries(PAGES).map(([name, address]) => [name, (page) => site.open(page, address)]),
  ),
  ...STATES,
};

test.describe("IBM's rules", () => {
  // In one worker, which gathers the entries that are needed.
  test.describe.configure({ mode: "default" });
  const used = new Set();

  for (const [name, open] of Object.entries(ALL)) {
    test(`${name}: no violation, and all that needs review has been reviewed`, async ({
      page,
      guard,
    }) => {
      guard.allowError(/404/); // The not-found page, and the missing app.
      await page.setViewportSize({ width: 1280, height: 800 });
      await open(page);
      const found = await findings(page);
      for (const { entry } of found) used.add(entry);
      expect(found.filter(({ isViolation, entry }) => isViolation || entry === -1)).toEqual([]);
    });
  }

  // A failure above starts a new worker, where entries are missed that are needed.
  test("where all pages pass, each entry of needs-review.json is needed", () => {
    expect(REVIEWED.filter((_, index) => !used.has(index))).toEqual([]);
  });
});

const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 700 } };
const WALKED = [
  "./",
  "./company/netflix",
  "./technology/kafka",
  "./technologies",
  "./compare?company=netflix&company=uber",
];

for (const [screen, size] of Object.entries(SCREENS)) {
  test(`no focused element is covered (${screen})`, async ({ page }) => {
    await page.setViewportSize(size);
    for (const address of WALKED) {
      await site.open(page, address);
      const covered = new Set();
      for (let pressed = 0; pressed < 60; pressed += 1) {
        await page.keyboard.press("Tab");
        covered.add(await page.evaluate(coveredFocus));
      }
      covered.delete(undefined);
      expect([...covered], address).toEqual([]);
    }
  });
}

/** Runs in the page: the focused element, if something else is in front of all of it. */
function coveredFocus() {
  const focused = document.activeElement;
  if (focused === document.body) return undefined; // After the last element.
  const { x, y, width, height } = focused.getBoundingClientRect();
  const places = [0.1, 0.5, 0.9].flatMap((right) => [0.1, 0.5, 0.9].map((down) => [right, down]));
  const isSeen = places.some(([right, down]) => {
    const front = document.elementFromPoint(x + right * width, y + down * height);
    return front && (focused.contains(front) || front.contains(focused));
  });
  return isSeen ? undefined : focused.outerHTML.slice(0, 200);
}
