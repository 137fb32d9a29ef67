// What may become markup in a page (public/boot/templates.js), beside what the views are made of.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { checkTemplate } from "../../public/boot/templates.js";

const SOURCE = new URL("../../src/", import.meta.url).pathname;

/** Elements with parts that change in every view that has them: made without a template. */
const NEVER_STATIC = new Set(["form", "iframe"]);

/** The tags that the views open, with the attributes that never change. */
function tagsOfViews() {
  const tags = [];
  for (const file of readdirSync(SOURCE, { recursive: true })) {
    // The lines of <head> are written natively alone.
    if (!file.endsWith(".rs") || file.startsWith("prerender")) continue;
    const code = readFileSync(join(SOURCE, file), "utf8");
    for (const [, element, rest] of code.matchAll(/<([a-z][a-z0-9]*)\b([^<>]*)>/g)) {
      const isVoid = ["br", "hr", "input"].includes(element);
      // Types look alike: Option<bool>.
      if ((!isVoid && !code.includes(`</${element}>`)) || NEVER_STATIC.has(element)) continue;
      const attributes = rest.matchAll(/\s([a-zA-Z-]+)="([^"{}]*)"/g);
      const written = [...attributes].map(([, name, value]) => ` ${name}="${value}"`).join("");
      tags.push({ file, html: `<${element}${written}>` });
    }
  }
  return tags;
}

test("every view can be made of templates that the policy takes", () => {
  const tags = tagsOfViews();
  assert.ok(tags.length > 300, `${tags.length} tags were found`);
  const refused = tags.filter(({ html }) => checkTemplate(html) === undefined);
  assert.deepEqual(refused, []);
});

test("words with plain tags are taken", () => {
  for (const html of [
    "words &lt;only&gt;",
    'a<!>b<p class="muted" role="alert">c <a href="" target="_self">d</a></p>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>',
    '<a href="https://example.org/a-b">x</a><a href="/about">y</a><a href="#top">z</a>',
  ]) {
    assert.equal(checkTemplate(html), html);
  }
});

test("what could run, load or redirect is not taken", () => {
  for (const html of [
    "<script>alert(1)</script>",
    "<<p>script>alert(1)<</p>/script>",
    "<svg/onload=alert(1)>",
    '<p onclick="alert(1)">x</p>',
    '<p class="a"onclick="alert(1)">x</p>',
    "<p class=a onclick=alert(1)>x</p>",
    '<svg><set attributeName="href" to="javascript:alert(1)"></set></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java&#115;cript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="//evil.example">x</a>',
    '<a href="https://me@evil.example">x</a>',
    '<img src="https://evil.example/x.png">',
    '<input type="image" src="https://evil.example/x.png">',
    '<button formaction="https://evil.example">x</button>',
    '<p style="position:fixed">x</p>',
    '<base href="https://evil.example">',
    '<meta http-equiv="refresh" content="0">',
    "<p",
    "<!--><img>-->",
  ]) {
    assert.equal(checkTemplate(html), undefined, html);
  }
});
