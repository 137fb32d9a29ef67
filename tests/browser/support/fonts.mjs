// The fonts of the pictures: DejaVu from npm, so that they do not depend on the machine.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../target/xtask/fonts", import.meta.url));
const DEJAVU = join(
  dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")),
  "ttf",
);

/** Gives a family that pages or Chromium's settings name one of the fonts. */
const family = (name, font) => `
  <match target="pattern">
    <test name="family"><string>${name}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>${font}</string></edit>
  </match>`;

const FAMILIES = {
  "DejaVu Sans": ["sans-serif", "system-ui", "sans", "Arial", "Helvetica"],
  "DejaVu Serif": ["serif", "Times New Roman", "Times", "Georgia"],
  "DejaVu Sans Mono": ["monospace", "Monospace", "Courier New"],
};

/** The path of a fontconfig file that knows these fonts alone. */
export const FONTCONFIG = join(FOLDER, "fonts.conf");

mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  FONTCONFIG,
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${DEJAVU}</dir>
  <cachedir>${join(FOLDER, "cache")}</cachedir>
${Object.entries(FAMILIES)
  .flatMap(([font, names]) => names.map((name) => family(name, font)))
  .join("")}
  <match target="pattern">
    <edit name="family" mode="append_last"><string>DejaVu Sans</string></edit>
  </match>
</fontconfig>
`,
);
