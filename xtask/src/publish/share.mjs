// Draws the pictures of link previews: PNG files below DIR from JSON on stdin, which has the name of the
// site, its general picture and the others. Fonts are those of xtask/fonts, so that a picture is the
// same on every machine.
//
//   node share.mjs DIR < pictures.json
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 96;
const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const FONTS = [400, 600].map((weight) => join(PROJECT, `xtask/fonts/newsreader-${weight}.ttf`));
const LOGO = readFileSync(join(PROJECT, "public/icons/favicon.svg"), "utf8");

// The letters of the fonts. A picture with others would have gaps in its words.
const DRAWABLE = /^[\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// Lines of at most `width` characters, cut at blanks.
function lines(text, width) {
  const found = [""];
  for (const word of text.split(" ")) {
    const joined = `${found.at(-1)} ${word}`.trim();
    if (joined.length <= width || found.at(-1) === "") found[found.length - 1] = joined;
    else found.push(word);
  }
  return found;
}

function text(words, { size, y, weight = 400, colour = "#1c1a15" }) {
  return `<text x="${MARGIN}" y="${y}" font-family="Newsreader" font-weight="${weight}" font-size="${size}" fill="${colour}">${escape(words)}</text>`;
}

// The title is as large as it fits: a letter of the semibold face is half as wide as high on average.
function drawn(site, { title, facts, names, more }) {
  const [first, second] = lines(title, 24);
  const whole = second === undefined ? [first] : lines(title, 28).slice(0, 2);
  const longest = Math.max(...whole.map((line) => line.length));
  const size = Math.min(132, Math.floor((WIDTH - 2 * MARGIN) / (0.52 * longest)));
  let y = 210 + size * 0.62;
  const parts = [];
  for (const line of whole) {
    parts.push(text(line, { size, y, weight: 600 }));
    y += size * 1.05;
  }
  y = y - size * 1.05 + 66;
  parts.push(text(facts, { size: 36, y, colour: "#585345" }));
  // A name is not cut at its blanks.
  const list =
    names.map((name) => name.replaceAll(" ", "\u00a0")).join(", ") +
    (more > 0 ? ` and\u00a0${more}\u00a0more` : "");
  y += 40;
  const rows = lines(list, 52).slice(0, 3);
  if (names.length > 0) {
    parts.push(
      `<rect x="${MARGIN - 32}" y="${y}" width="8" height="${rows.length * 52}" rx="4" fill="#ffd84d"/>`,
    );
    for (const row of rows) {
      parts.push(text(row, { size: 40, y: y + 38 }));
      y += 52;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#faf8f2"/>
<svg x="${MARGIN}" y="84" width="64" height="64" viewBox="0 0 32 32">${LOGO}</svg>
<g transform="translate(84 0)">${text(site, { size: 40, y: 130, weight: 600 })}</g>
${parts.join("\n")}
</svg>`;
}

// Without its fonts a picture would have no words.
for (const font of FONTS) readFileSync(font);

const isDrawable = ({ title, facts, names }) =>
  [title, facts, ...names].every((words) => DRAWABLE.test(words));

const out = process.argv[2];
const { site, general, pictures } = JSON.parse(readFileSync(0, "utf8"));
const name = DRAWABLE.test(site) ? site : "";
const fallback = isDrawable(general) ? general : { title: name, facts: "", names: [], more: 0 };
for (const picture of [general, ...pictures]) {
  const path = join(out, picture.path);
  mkdirSync(dirname(path), { recursive: true });
  const font = { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "Newsreader" };
  const shown = isDrawable(picture) ? picture : fallback;
  writeFileSync(path, new Resvg(drawn(name, shown), { font }).render().asPng());
}
