// Whether a page can be used by everybody, as far as a program can tell.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

/** Fails with what axe finds, in a form that reads well. */
export async function expectAccessible(page, screen = "") {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length, "axe looked at something").toBeGreaterThan(5);
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`),
  }));
  expect(found, screen).toEqual([]);
}
