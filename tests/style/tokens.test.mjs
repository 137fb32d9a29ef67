// The design of style/README.md, as far as numbers say it: contrasts, and that only tokens.css has
// colours and pixels.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const STYLE = new URL("../../style/", import.meta.url).pathname;
const TOKENS = readFileSync(join(STYLE, "tokens.css"), "utf8");
const SCHEMES = ["light", "dark"];

// A role's or a token's colour in both schemes.
function colours(pattern) {
  const value = /light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/.source;
  const found = TOKENS.matchAll(new RegExp(`${pattern}${value}`, "g"));
  return new Map([...found].map(([, name, light, dark]) => [name, { light, dark }]));
}
const tokens = colours("--([a-z-]+): ");
const roles = colours("\\.role--([a-z-]+) \\{\\s*--role-colour: ");

function linear(colour) {
  return [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
function contrast(one, other) {
  const luminance = (colour) => {
    const [red, green, blue] = linear(colour);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const ratio = luminance(one) / luminance(other);
  return Math.max(ratio, 1 / ratio);
}

// The L of OKLCH: https://www.w3.org/TR/css-color-4/#color-conversion-code
function lightness(colour) {
  const [red, green, blue] = linear(colour);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
}

for (const [ink, ratio, grounds] of [
  ["ink", 7, ["paper", "sheet", "sheet-raised"]],
  ["link", 7, ["paper", "sheet"]],
  ["ink-soft", 4.5, ["paper", "sheet", "sheet-raised"]],
  ["on-highlight", 7, ["highlight"]],
  ["on-solid", 7, ["solid"]],
  ["rule-strong", 3, ["paper", "sheet"]],
  ["focus", 3, ["paper", "sheet", "sheet-raised"]],
]) {
  test(`${ink} has a contrast of ${ratio}:1 on ${grounds.join(", ")}`, () => {
    for (const ground of grounds) {
      for (const scheme of SCHEMES) {
        const found = contrast(tokens.get(ink)[scheme], tokens.get(ground)[scheme]);
        assert.ok(found >= ratio, `${scheme}: ${found.toFixed(2)} on ${ground}`);
      }
    }
  });
}

test("roles are seen on cards, and neighbours differ in lightness", () => {
  assert.equal(roles.size, 11);
  for (const scheme of SCHEMES) {
    const all = [...roles].map(([role, colour]) => [role, colour[scheme]]);
    for (const [at, [role, colour]] of all.entries()) {
      const found = contrast(colour, tokens.get("sheet")[scheme]);
      assert.ok(found >= 3, `${role}, ${scheme}: ${found.toFixed(2)}`);
      const next = all[at + 1];
      if (next) {
        const step = Math.abs(lightness(colour) - lightness(next[1]));
        assert.ok(step >= 0.1, `${role} and ${next[0]}, ${scheme}: ${step.toFixed(2)}`);
      }
    }
  }
});

test("only tokens.css has colours and pixels", () => {
  const found = [];
  for (const file of readdirSync(STYLE, { recursive: true })) {
    if (!file.endsWith(".css") || file === "tokens.css") continue;
    const text = readFileSync(join(STYLE, file), "utf8").replace(/\/\*[^]*?\*\//g, (comment) =>
      comment.replace(/[^\n]/g, ""),
    );
    for (const [number, line] of text.split("\n").entries()) {
      const raw =
        /(#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklab|oklch)a?\(|(?<![\w.])(?!0px)[0-9.]+px\b)/i.exec(
          line,
        );
      if (raw) found.push(`${file}:${number + 1}: ${raw[0]}`);
    }
  }
  assert.deepEqual(found, [], "give the value a name in tokens.css");
});
