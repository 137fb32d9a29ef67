import assert from "node:assert/strict";
import { test } from "node:test";

import { headersFor, parseHeaders } from "./headers-file.mjs";

const FILE = `
# What every file has.
/*
  X-One: 1
  # A part of the path.

/a/:name
\tX-Two: a: b
/b
  X: 3
`;

test("a path has the headers of all rules that fit, whatever the line ends", () => {
  for (const rules of [parseHeaders(FILE), parseHeaders(FILE.replaceAll("\n", "\r\n"))]) {
    assert.deepEqual(headersFor(rules, "/"), { "x-one": "1" });
    assert.deepEqual(headersFor(rules, "/a/c"), { "x-one": "1", "x-two": "a: b" });
    assert.deepEqual(headersFor(rules, "/a/c/d"), { "x-one": "1" });
    assert.deepEqual(headersFor(rules, "/b"), { "x-one": "1", x: "3" });
    assert.deepEqual(headersFor(rules, "/b.html"), { "x-one": "1" });
  }
});

test("a point stands for itself", () => {
  const rules = parseHeaders("/a.js\n  X: 1");
  assert.deepEqual(headersFor(rules, "/a.js"), { x: "1" });
  assert.deepEqual(headersFor(rules, "/a-js"), {});
});

test("what is set more than once is joined, by one rule or by two", () => {
  const rules = parseHeaders("/a/*\n  Link: <x>\n  link: <y>\n/a/b\n  LINK: <z>\n");
  assert.deepEqual(headersFor(rules, "/a/b"), { link: "<x>, <y>, <z>" });
  assert.deepEqual(headersFor(rules, "/a/c"), { link: "<x>, <y>" });
});

test("a header is taken away again", () => {
  const rules = parseHeaders("/*\n  Cache-Control: no-cache\n/a/*\n  ! Cache-Control\n");
  assert.deepEqual(headersFor(rules, "/"), { "cache-control": "no-cache" });
  assert.deepEqual(headersFor(rules, "/a/b"), {});
});

test("a line that is no header is named", () => {
  assert.throws(() => parseHeaders("  X: 1"), /stands above the first path: X: 1/);
  assert.throws(() => parseHeaders("/\n  no header"), /no "Name: value".*: no header/);
  assert.throws(() => parseHeaders("/\n  ! X: 1"), /no "Name: value".*: ! X: 1/);
});
