// public/boot/templates.js: checks HTML for the Trusted Types policy.
import assert from "node:assert/strict";
import { test } from "node:test";

import { checkTemplate } from "../../public/boot/templates.js";

test("text with harmless tags is accepted", () => {
  for (const html of [
    "words &lt;only&gt;",
    'a<!>b<p class="muted" role="alert">c <a href="" target="_self">d</a></p>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>',
    '<dl><dt hidden>a</dt><dd><time datetime="2019">b</time></dd></dl>',
    '<input type="checkbox" aria-label="c" data-kind="d"><br>',
    '<a href="https://example.org/a-b">x</a><a href="/about">y</a><a href="#top">z</a>',
  ]) {
    assert.equal(checkTemplate(html), html);
  }
});

test("markup that could run, load, embed or redirect is refused", () => {
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
    '<iframe class="a"></iframe>',
    '<form class="a"></form>',
    "<style>p { color: red }</style>",
    '<object data="https://evil.example"></object>',
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
