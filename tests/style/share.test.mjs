// The pictures of link previews (xtask/src/publish/share.mjs).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../xtask/src/publish/share.mjs", import.meta.url));

const EMPTY = { facts: "", names: [], more: 0 };
const PICTURE = { title: "Acme" };

// The general picture and another one.
function drawnOf(site, tagline, picture) {
  const folder = mkdtempSync(join(tmpdir(), "share-"));
  const input = JSON.stringify({
    site,
    general: { ...EMPTY, path: "preview.png", title: tagline },
    pictures: [{ ...EMPTY, path: "share/a.png", ...picture }],
  });
  try {
    execFileSync(process.execPath, [SCRIPT, folder], { input });
    return ["preview.png", "share/a.png"].map((path) => readFileSync(join(folder, path)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function drawn(picture) {
  return drawnOf("Site", "Who?", picture)[1];
}

test("a picture has the size that previews ask for, and is the same each time", () => {
  const picture = { title: "Acme & Söhne", facts: "1 link", names: ["Kafka"] };
  const png = drawn(picture);
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
  assert.deepEqual(drawn(picture), png);
});

test("every part of a picture shows", () => {
  const parts = { title: "Acme", facts: "1 link", names: ["Kafka"], more: 2 };
  const whole = drawn(parts);
  for (const [part, none] of Object.entries({ title: "", facts: "", names: [], more: 0 })) {
    assert.notDeepEqual(drawn({ ...parts, [part]: none }), whole, part);
  }
});

test("words that the fonts do not have are not left out: the general picture is shown", () => {
  const [general, unknown] = drawnOf("Site", "Who?", { title: "小米" });
  assert.deepEqual(unknown, general);
  assert.notDeepEqual(drawn({ title: "Xiaomi" }), general);
});

test("a picture has the name of the site", () => {
  assert.notDeepEqual(drawnOf("A", "Who?", PICTURE), drawnOf("B", "Who?", PICTURE));
});

test("a name and a tagline that the fonts do not have leave the mark of the site", () => {
  const [general] = drawnOf("小米", "谁在用什么?", PICTURE);
  assert.deepEqual([general.readUInt32BE(16), general.readUInt32BE(20)], [1200, 630]);
});
