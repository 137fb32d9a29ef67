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

const family = (name, font) => `
  <match target="pattern">
    <test name="family"><string>${name}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>${font}</string></edit>
  </match>`;

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
${family("sans-serif", "DejaVu Sans")}
${family("system-ui", "DejaVu Sans")}
${family("serif", "DejaVu Serif")}
${family("monospace", "DejaVu Sans Mono")}
</fontconfig>
`,
);
