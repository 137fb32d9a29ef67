// The host that the bench measures on: static files as a good host sends them, compressed and with
// the headers of the site's own `_headers` file. The exact file, else a folder's index.html, else
// 404.html with status 404.
//
// Everything is read and compressed before the first answer: no run waits for the disk or for
// brotli, and a build that changes the folder meanwhile changes no run.
import { readFile, readdir, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import { brotliCompress, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** The siblings that hold a file compressed, best first: their ending and the encoding's name. */
const SIBLINGS = { ".br": "br", ".gz": "gzip" };

/** What is compressed already. */
const COMPRESSED = new Set([".png", ".woff2"]);

/**
 * Reads a `_headers` file, as Netlify and Cloudflare Pages have it: a line with a path, in which
 * `*` stands for anything and `:name` for one part, and below it indented `Name: value` lines, or
 * `! Name` to take a header away again.
 */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
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

/** The headers of every rule that fits; what several rules set is joined, as Cloudflare does. */
export function headersFor(rules, path) {
  const found = {};
  for (const { name, value } of rules.flatMap((rule) =>
    rule.pattern.test(path) ? rule.headers : [],
  )) {
    if (value === undefined) delete found[name];
    else found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
  }
  return found;
}

/** Every file of a folder by its path in URLs, with its bytes in each encoding. */
async function readSite(folder) {
  const inside = await readdir(folder, { recursive: true });
  const bytes = new Map();
  for (const name of inside) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) bytes.set(name.split(sep).join("/"), await readFile(path));
  }
  const site = new Map();
  const compressed = [];
  for (const [name, identity] of bytes) {
    if (extname(name) in SIBLINGS && bytes.has(name.slice(0, -extname(name).length))) continue;
    const bodies = { identity };
    for (const [ending, encoding] of Object.entries(SIBLINGS)) {
      if (bytes.has(name + ending)) bodies[encoding] = bytes.get(name + ending);
    }
    site.set(`/${name}`, bodies);
    if (bodies.br === undefined && !COMPRESSED.has(extname(name))) {
      compressed.push(compress(identity).then((body) => (bodies.br = body)));
    }
  }
  await Promise.all(compressed);
  return site;
}

function compress(bytes) {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The best of a file's encodings that the client takes. */
function encodingFor(bodies, accepted = "") {
  const names = accepted.split(",").flatMap((part) => {
    const [name, quality] = part.trim().split(/\s*;\s*q=/);
    return Number(quality ?? 1) > 0 ? [name] : [];
  });
  const found = Object.values(SIBLINGS).find((name) => bodies[name] && names.includes(name));
  return found ?? "identity";
}

/**
 * Serves a folder on a free port of 127.0.0.1 and gives the server.
 *
 * @param {string} folder
 * @param {{ headersFrom?: string, only?: string[] }} [options] The folder whose `_headers` file
 *   counts, where it is another one, and the headers that are taken from it, where not all are.
 */
export async function serve(folder, { headersFrom = folder, only } = {}) {
  const text = await readFile(join(headersFrom, "_headers"), "utf8").catch((error) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const rules = parseHeaders(text);
  const site = await readSite(folder);
  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const path = pathOf(request.url);
    const name = [path, `${path.replace(/\/$/, "")}/index.html`].find((name) => site.has(name));
    const answer = name ?? "/404.html";
    const bodies = site.get(answer) ?? { identity: Buffer.from("not found\n") };
    const encoding = encodingFor(bodies, request.headers["accept-encoding"]);
    const own = Object.entries(headersFor(rules, path));
    response.writeHead(name === undefined ? 404 : 200, {
      "content-type": TYPES[extname(answer)] ?? "application/octet-stream",
      "content-length": bodies[encoding].length,
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
      vary: "accept-encoding",
      "cache-control": "no-cache",
      ...Object.fromEntries(own.filter(([header]) => only?.includes(header) ?? true)),
    });
    response.end(request.method === "HEAD" ? undefined : bodies[encoding]);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  return server;
}

/** A URL's path as files are named. */
function pathOf(url) {
  try {
    return decodeURIComponent(url.split("?", 1)[0]);
  } catch {
    return "\0"; // "%" or "%E0%A4": no file has such a name.
  }
}

// In a thread of its own, so that Lighthouse at work delays no answer.
if (parentPort !== null && workerData?.folder !== undefined) {
  const server = await serve(workerData.folder, workerData.options);
  parentPort.postMessage(server.address().port);
}
