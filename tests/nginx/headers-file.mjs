// Reads `_headers`, the file that Netlify and Cloudflare Pages take headers from: a pattern, then
// indented `Name: value` lines.
export function parseHeadersFile(text) {
  const rules = {};
  let rule;
  for (const line of text.split("\n")) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (/^\S/.test(line)) {
      rule = rules[line.trim()] ??= {};
      continue;
    }
    const found = /^\s+([A-Za-z-]+):\s*(.+?)\s*$/.exec(line);
    if (!found || !rule) throw new Error(`_headers has a line that is no header: ${line}`);
    rule[found[1].toLowerCase()] = found[2];
  }
  return rules;
}
