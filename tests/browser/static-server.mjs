// A plain static host, as plain as they come: the exact file, else the file with `.html` behind it,
// else a folder's index.html, else 404.html with status 404. What works here works on any host.
//
//   node static-server.mjs --dir dist [--base /] [--port 0] [--name site] [--headers]
//
// Port 0 takes a free one; the address is printed as `<name> listens on <port>`. With --headers the
// folder's `_headers` counts, as on Netlify and Cloudflare Pages; without it there are none.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: {
    dir: { type: "string" },
    base: { type: "string", default: "/" },
    port: { type: "string", default: "0" },
    name: { type: "string", default: "site" },
    headers: { type: "boolean", default: false },
  },
});
if (options.dir === undefined || !/^\/(.*\/)?$/.test(options.base)) {
  console.error(
    "usage: static-server.mjs --dir DIR [--base /sub/] [--port N] [--name NAME] [--headers]",
  );
  process.exit(2);
}
const root = resolve(options.dir);

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** The file that answers for a URL's path, or undefined. Never one outside of the folder. */
function fileFor(path) {
  if (!path.startsWith(options.base)) return undefined;
  let inside;
  try {
    inside = decodeURIComponent(path.slice(options.base.length));
  } catch {
    return undefined; // "%" or "%E0%A4": no file has such a name.
  }
  if (inside.includes("\0")) return undefined;
  const file = resolve(root, `.${sep}${inside}`);
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  const named = inside === "" || inside.endsWith("/") ? [] : [file, `${file}.html`];
  return [...named, join(file, "index.html")].find(isFile);
}

function isFile(path) {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A name longer than the file system allows is no file either.
    return false;
  }
}

/** The rules of `_headers`: a path that may end in `*`, and the headers below it. */
function readHeaders() {
  const rules = [];
  for (const line of readFileSync(join(root, "_headers"), "utf8").split("\n")) {
    if (line.startsWith("/")) rules.push({ path: line, headers: [] });
    else if (line.trim()) rules.at(-1).headers.push(/^\s+([^:]+):\s*(.*)$/.exec(line).slice(1));
  }
  return rules;
}

const rules = options.headers ? readHeaders() : [];

function headersFor(path) {
  const applies = (rule) =>
    rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
  return Object.fromEntries(rules.filter(applies).flatMap((rule) => rule.headers));
}

const server = createServer((request, response) => {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const path = request.url.split("?", 1)[0];
  const found = fileFor(path);
  const file = found ?? join(root, "404.html");
  if (!isFile(file)) {
    response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    return;
  }
  response.writeHead(found === undefined ? 404 : 200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    ...(options.headers ? headersFor(path) : { "cache-control": "no-cache" }),
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
});
server.listen(Number(options.port), "127.0.0.1", () => {
  console.log(`${options.name} listens on ${server.address().port}`);
});
