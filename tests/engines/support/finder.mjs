// Finding elements by role and accessible name in every engine alike: the code runs in the page.
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("in-page.mjs", import.meta.url))],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "inPage",
  write: false,
});
const CODE = outputFiles[0].text;

/**
 * A JavaScript expression whose value is the first visible element that matches, or null.
 *
 * @param {object} query
 * @param {string} query.role An ARIA role, or `summary` or `iframe`, which have none.
 * @param {string | RegExp} [query.name] The whole accessible name, or a pattern that it matches.
 * @param {object} [query.within] The query of an element that contains it.
 */
export function expressionFor(query) {
  return `(() => { ${CODE} return inPage.find(${JSON.stringify(asJson(query))}); })()`;
}

function asJson({ role, name, within }) {
  return {
    role,
    ...(name instanceof RegExp ? { pattern: name.source } : { name }),
    ...(within && { within: asJson(within) }),
  };
}
