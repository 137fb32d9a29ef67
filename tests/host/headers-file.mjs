// `_headers`, the file that Netlify and Cloudflare Pages take headers from: a line with a path, in
// which `*` stands for anything and `:name` for one part, and below it indented `Name: value` lines,
// or `! Name` to take a header away again.

/** Reads the file's rules. A line that is none of these is an error: a host would pass over it. */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    const words = line.trim();
    if (words === "" || words.startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      const pattern = words
        .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replace(/:[A-Za-z]\w*/g, "[^/]+");
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    } else if (rules.length === 0) {
      throw new Error(`_headers: a header stands above the first path: ${words}`);
    } else {
      const [, remove, name, value] = /^(!?)\s*([\w-]+)\s*(?::\s*(.*))?$/.exec(words) ?? [];
      if (name === undefined || (remove === "") === (value === undefined)) {
        throw new Error(`_headers: this is no "Name: value" and no "! Name": ${words}`);
      }
      rules.at(-1).headers.push({ name: name.toLowerCase(), value });
    }
  }
  return rules;
}

/** The headers of every rule that fits a path; what is set more than once is joined with ", ". */
export function headersFor(rules, path) {
  const found = {};
  const set = rules.flatMap((rule) => (rule.pattern.test(path) ? rule.headers : []));
  for (const { name, value } of set) {
    if (value === undefined) delete found[name];
    else found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
  }
  return found;
}
