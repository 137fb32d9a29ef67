// What the validator finds and what it accepts.
import assert from "node:assert/strict";
import { test } from "node:test";

import { validate } from "./validate.mjs";

const page = (body) =>
  `<!doctype html>\n<html lang="en">\n<head><title>A</title></head>\n<body>${body}</body>\n</html>\n`;

const FAULTS = {
  "<p><div>a</div></p>": /Stray end tag '<\/p>' \(close-order\)$/,
  '<p id="a"></p><p id="a"></p>': /Duplicate ID "a" \(no-dup-id\)$/,
  "<ul><p>a</p></ul>": /not permitted as content under <ul>/,
  '<a href="https://example.org/a b">a</a>': /href contains " ": percent-encode it/,
  '<img src="data:image/svg+xml,<svg/>" alt="" />': /src contains "<"/,
  '<a href="https://example.org/100%">a</a>': /href contains "%"/,
};

for (const [html, expected] of Object.entries(FAULTS)) {
  test(`a fault is found in ${html}`, async () => {
    const [fault, ...more] = await validate(page(html), "a.html");
    assert.match(fault, /^a\.html:4:\d+: /);
    assert.match(fault, expected);
    assert.deepEqual(more, []);
  });
}

test("what the standard allows is accepted", async () => {
  const html =
    '<p class="a"><a href="https://example.org/a%20b?c=d&amp;e=[f]#g">a</a><br />' +
    '<img src="data:image/svg+xml,%3Csvg%20xmlns=%27x%27/%3E" alt="" /></p>';
  assert.deepEqual(await validate(page(html), "a.html"), []);
});
