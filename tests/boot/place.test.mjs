// public/boot/place.js: finds an element of the prerendered page in the app's tree.
import assert from "node:assert/strict";
import { test } from "node:test";

import { elementAt, placeOf } from "../../public/boot/place.js";
import { element } from "./dom.mjs";

const card = (slug) =>
  element(
    "li",
    {},
    element("a", { href: `/company/${slug}` }),
    element("button", { "aria-label": "Save" }),
  );
const page = (...slugs) =>
  element(
    "div",
    {},
    element("input"),
    element("button", { "aria-label": "Search" }),
    element("ul", { class: "grid" }, ...slugs.map(card)),
  );
const save = (tree, at) => tree.querySelectorAll("li")[at].querySelector("button");

test("elements are matched one to one in trees of the same shape", () => {
  const [before, after] = [page("netflix", "uber"), page("netflix", "uber")];
  const found = before.all().map((one) => elementAt(placeOf(one, before), after));
  assert.equal(found.length, 10);
  assert.deepEqual(
    found.map((one) => after.all().indexOf(one)),
    found.map((_, index) => index),
  );
});

test("a button is matched only within the same company's card", () => {
  const [before, after] = [page("netflix", "uber"), page("uber", "netflix")];
  assert.equal(elementAt(placeOf(save(before, 0), before), after), undefined);
  const same = page("netflix", "bmw");
  assert.equal(elementAt(placeOf(save(before, 0), before), same), save(same, 0));
  assert.equal(elementAt(placeOf(save(before, 1), before), same), undefined);
  assert.equal(elementAt(placeOf(save(before, 1), before), page("netflix")), undefined);
});

test("an element with a different tag name or label is not matched", () => {
  const before = element("div", {}, element("button", { "aria-label": "Save" }), element("p"));
  const [button, words] = before.children;
  const at = (one, ...children) => elementAt(placeOf(one, before), element("div", {}, ...children));
  assert.ok(at(button, element("button", { "aria-label": "Save" })));
  assert.equal(at(button, element("a", { "aria-label": "Save" })), undefined);
  assert.equal(at(button, element("button", { "aria-label": "Remove" })), undefined);
  assert.equal(at(words, element("p")), undefined);
});

test("an element outside the tree has no place", () => {
  const tree = page("netflix");
  assert.equal(placeOf(null, tree), null);
  assert.equal(placeOf(element("button"), tree), null);
  assert.equal(elementAt(null, tree), undefined);
});
