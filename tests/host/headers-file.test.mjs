import assert from "node:assert/strict";
import { test } from "node:test";

import { headersFor, parseHeaders } from "./headers-file.mjs";

const FILE = `
# A comment.
/*
  X-One: 1
  # An indented comment.

/a/:name
\tX-Two: a: b
/b
  X: 3
`;

test("a path gets the headers of all matching rules, with LF and with CRLF line endings", () => {
  for (const rules of [parseHeaders(FILE), parseHeaders(FILE.replaceAll("\n", "\r\n"))]) {
    assert.deepEqual(headersFor(rules, "/"), { "x-one": "1" });
    assert.deepEqual(headersFor(rules, "/a/c"), { "x-one": "1", "x-two": "a: b" });
    assert.deepEqual(headersFor(rules, "/a/c/d"), { "x-one": "1" });
    assert.deepEqual(headersFor(rules, "/b"), { "x-one": "1", x: "3" });
    assert.deepEqual(headersFor(rules, "/b.html"), { "x-one": "1" });
  }
});

test("a dot in a path matches only a dot", () => {
  const rules = parseHeaders("/a.js\n  X: 1");
  assert.deepEqual(headersFor(rules, "/a.js"), { x: "1" });
  assert.deepEqual(headersFor(rules, "/a-js"), {});
});

test("values of a repeated header are joined, within a rule and across rules", () => {
  const rules = parseHeaders("/a/*\n  Link: <x>\n  link: <y>\n/a/b\n  LINK: <z>\n");
  assert.deepEqual(headersFor(rules, "/a/b"), { link: "<x>, <y>, <z>" });
  assert.deepEqual(headersFor(rules, "/a/c"), { link: "<x>, <y>" });
});

test("a later rule can remove a header", () => {
  const rules = parseHeaders("/*\n  Cache-Control: no-cache\n/a/*\n  ! Cache-Control\n");
  assert.deepEqual(headersFor(rules, "/"), { "cache-control": "no-cache" });
  assert.deepEqual(headersFor(rules, "/a/b"), {});
});

test("errors quote the invalid line", () => {
  assert.throws(() => parseHeaders("  X: 1"), /header before the first path: X: 1/);
  assert.throws(() => parseHeaders("/\n  no header"), /expected "Name: value".*: no header/);
  assert.throws(() => parseHeaders("/\n  ! X: 1"), /expected "Name: value".*: ! X: 1/);
});
