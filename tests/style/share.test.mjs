// The pictures of link previews (xtask/src/publish/share.mjs).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("../../xtask/src/publish/share.mjs", import.meta.url));
const GENERAL = readFileSync(new URL("../../public/preview.png", import.meta.url));

function drawn(picture) {
  const folder = mkdtempSync(join(tmpdir(), "share-"));
  const input = JSON.stringify([
    { path: "share/a.png", facts: "", names: [], more: 0, ...picture },
  ]);
  try {
    execFileSync(process.execPath, [SCRIPT, folder], { input });
    return readFileSync(join(folder, "share/a.png"));
  } finally {
    rmSync(folder, { recursive: true });
  }
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
  assert.deepEqual(drawn({ title: "小米" }), GENERAL);
  assert.notDeepEqual(drawn({ title: "Xiaomi" }), GENERAL);
});
