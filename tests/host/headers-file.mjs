// Parser for `_headers`, the response headers file of Netlify and Cloudflare Pages. A rule is a
// path pattern (`*` matches any text, `:name` one segment), followed by indented lines:
// `Name: value` sets a header, `! Name` removes it.

/** Parses the rules. Invalid lines are errors here; hosts ignore them silently. */
export function parseHeaders(file) {
  const rules = [];
  for (const line of file.split("\n")) {
    const text = line.trim();
    if (text === "" || text.startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      const pattern = text
        .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replace(/:[A-Za-z]\w*/g, "[^/]+");
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    } else if (rules.length === 0) {
      throw new Error(`_headers: header before the first path: ${text}`);
    } else {
      const [, remove, name, value] = /^(!?)\s*([\w-]+)\s*(?::\s*(.*))?$/.exec(text) ?? [];
      if (name === undefined || (remove === "") === (value === undefined)) {
        throw new Error(`_headers: expected "Name: value" or "! Name": ${text}`);
      }
      rules.at(-1).headers.push({ name: name.toLowerCase(), value });
    }
  }
  return rules;
}

/** The headers for a path. Values of a header that is set several times are joined with ", ". */
export function headersFor(rules, path) {
  const found = {};
  const set = rules.flatMap((rule) => (rule.pattern.test(path) ? rule.headers : []));
  for (const { name, value } of set) {
    if (value === undefined) delete found[name];
    else found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
  }
  return found;
}
