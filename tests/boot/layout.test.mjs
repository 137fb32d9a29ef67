// public/boot/layout.js: postpones the layout of cards outside the viewport.
import assert from "node:assert/strict";
import { test } from "node:test";

import { postponeLayout } from "../../public/boot/layout.js";
import { timers } from "./support.mjs";

const VIEWPORT = 700;

/** A grid of cards, each 100 pixels high, scrolled by `scrolled` pixels. */
function grid(count, scrolled = 0) {
  const cards = Array.from({ length: count }, (_, at) => {
    const top = at * 100 - scrolled;
    const card = { style: {} };
    card.getBoundingClientRect = () => ({ top, bottom: top + 100, width: 300, height: 100 });
    card.removeAttribute = () => (card.style = {});
    return card;
  });
  return { cards, querySelectorAll: () => cards };
}

const postponed = ({ cards }) =>
  cards.flatMap(({ style }, at) => (style.contentVisibility === "auto" ? [at] : []));

test("cards outside the viewport keep their size; cards inside are laid out at once", () => {
  globalThis.innerHeight = VIEWPORT;
  const [before, after] = [grid(12, 250), grid(12)];
  postponeLayout(before, after);
  assert.deepEqual(postponed(after), [0, 1, 10, 11]);
  assert.equal(after.cards[0].style.containIntrinsicSize, "300px 100px");
});

test("postponed cards are laid out a few per task until all are done", () => {
  const clock = timers();
  const nodeSetTimeout = globalThis.setTimeout;
  globalThis.setTimeout = clock.setTimeout;
  try {
    globalThis.innerHeight = 0;
    const after = grid(20);
    const layOut = postponeLayout(grid(20), after);
    assert.equal(postponed(after).length, 20);
    layOut();
    const steps = [];
    while (clock.step()) steps.push(20 - postponed(after).length);
    assert.ok(steps.length > 2, `${steps}`);
    assert.ok(steps.every((done, at) => done > (steps[at - 1] ?? 0)));
    assert.equal(steps.at(-1), 20);
  } finally {
    globalThis.setTimeout = nodeSetTimeout;
  }
});

test("a grid with a different number of cards is laid out at once", () => {
  globalThis.innerHeight = 0;
  const after = grid(3);
  postponeLayout(grid(4), after)();
  assert.deepEqual(postponed(after), []);
});
