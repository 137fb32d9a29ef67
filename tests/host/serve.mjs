// A minimal static server. For a path it tries the exact file, the path with `.html` appended, and
// index.html in the folder; otherwise it sends 404.html with status 404. All supported hosts do at
// least this, so a site that works here works on them.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

import { headersFor, parseHeaders } from "./headers-file.mjs";
import { TYPES } from "./types.mjs";

/**
 * Serves a folder on 127.0.0.1. Resolves to the origin, the port and `stop`, which closes all
 * connections.
 *
 * @param {string} dir
 * @param {object} [options]
 * @param {string} [options.base] Base path of the site: `/` or `/sub/`.
 * @param {number} [options.port] The default, 0, picks a free port.
 * @param {boolean} [options.headers] Applies the folder's `_headers`, like Netlify and Cloudflare
 *   Pages. Otherwise every response has `Cache-Control: no-cache`.
 * @param {string} [options.headersFrom] Folder to read `_headers` from, if not the served one.
 * @param {string[]} [options.only] Headers to apply from `_headers`; all by default.
 * @param {boolean} [options.compress] Sends files with the best encoding that the client accepts.
 *   All files are then read at the start; otherwise each is read on request.
 * @param {boolean} [options.redirectHtml] Redirects `/x.html` to `/x` and `/x/index.html` to `/x/`,
 *   as Cloudflare Pages does for every file with that extension.
 * @param {(request: IncomingMessage) => boolean} [options.admits] A login: requests that it rejects
 *   get a 401.
 * @param {(path: string) => Promise<void>} [options.before] Awaited before each response.
 * @param {(html: string) => string} [options.edit] What a page is sent as; not with `compress`.
 */
export async function serve(dir, options = {}) {
  const { base = "/", port = 0, headersFrom = dir, only, redirectHtml = false } = options;
  const { before = async () => {}, edit } = options;
  const files = options.compress ? await readCompressed(dir) : readOnDemand(dir);
  const rules = options.headers
    ? parseHeaders(await readFile(join(headersFrom, "_headers"), "utf8"))
    : parseHeaders("/*\n  Cache-Control: no-cache");

  async function answer(request, response) {
    if (options.admits?.(request) === false) {
      response.writeHead(401, { "www-authenticate": 'Basic realm="Casebook"' }).end();
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const [, path, query] = /^([^?]*)(.*)$/s.exec(request.url);
    await before(path);
    const found = namesFor(path, base).find(files.has);
    const moved = redirectHtml && found !== undefined ? withoutHtml(path) : path;
    if (moved !== path) {
      response.writeHead(308, { location: moved + query }).end();
      return;
    }
    const name = found ?? "404.html";
    if (!files.has(name)) {
      response.writeHead(404, { "content-type": TYPES[".txt"] }).end("not found\n");
      return;
    }
    const { body: file, ...coding } = files.read(name, request.headers["accept-encoding"]);
    const body = edit && extname(name) === ".html" ? Buffer.from(edit(file.toString())) : file;
    const own = Object.entries(headersFor(rules, path));
    response.writeHead(found === undefined ? 404 : 200, {
      "content-type": TYPES[extname(name)] ?? "application/octet-stream",
      "content-length": body.length,
      ...coding,
      ...Object.fromEntries(own.filter(([header]) => only?.includes(header) ?? true)),
    });
    response.end(body); // Node.js sends no body in response to HEAD.
  }

  const server = createServer(answer);
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const bound = server.address().port;
  return {
    port: bound,
    origin: `http://127.0.0.1:${bound}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Names of the files to try for a URL path, in order. Never a file outside the folder. */
function namesFor(path, base) {
  if (!path.startsWith(base)) return [];
  let inside;
  try {
    inside = decodeURIComponent(path.slice(base.length));
  } catch {
    return []; // Invalid percent-encoding, such as "%" or "%E0%A4".
  }
  const parts = inside.replace(/\/$/, "").split("/");
  const isName = (part) => !/^\.{0,2}$|[\0\\]/.test(part);
  if (inside !== "" && !parts.every(isName)) return [];
  if (inside === "" || inside.endsWith("/")) return [`${inside}index.html`];
  return [inside, `${inside}.html`, `${inside}/index.html`];
}

function withoutHtml(path) {
  return path.replace(/(?:(?<=\/)index)?\.html$/, "");
}

/** Reads files at the time of the request. */
function readOnDemand(dir) {
  return {
    has(name) {
      try {
        return statSync(join(dir, name), { throwIfNoEntry: false })?.isFile() ?? false;
      } catch {
        return false; // The name is longer than the file system allows.
      }
    },
    read: (name) => ({ body: readFileSync(join(dir, name)) }),
  };
}

/** Extensions of precompressed siblings and their encodings, best first. */
const SIBLINGS = { ".br": "br", ".gz": "gzip" };

/** Extensions of compressed formats, which brotli does not shrink. */
const COMPRESSED = new Set([".png"]);

/**
 * Reads all files now, with their bytes in each encoding: no response waits for the disk or for
 * brotli, and a concurrent build of the folder does not affect responses.
 */
async function readCompressed(dir) {
  const onDisk = readOnDemand(dir);
  const names = readdirSync(dir, { recursive: true }).filter(onDisk.has);
  const isSibling = (name) =>
    extname(name) in SIBLINGS && names.includes(name.slice(0, -extname(name).length));
  const site = new Map();
  for (const name of names.filter((name) => !isSibling(name))) {
    const bodies = { identity: onDisk.read(name).body };
    for (const [ending, encoding] of Object.entries(SIBLINGS)) {
      if (onDisk.has(name + ending)) bodies[encoding] = onDisk.read(name + ending).body;
    }
    site.set(name, bodies);
  }
  await Promise.all(
    [...site]
      .filter(([name, { br }]) => br === undefined && !COMPRESSED.has(extname(name)))
      .map(async ([, bodies]) => (bodies.br = await compress(bodies.identity))),
  );
  return {
    has: (name) => site.has(name),
    read(name, accepted) {
      const bodies = site.get(name);
      const encoding = encodingFor(bodies, accepted);
      return {
        body: bodies[encoding],
        ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
        vary: "accept-encoding",
      };
    },
  };
}

function compress(bytes) {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The best encoding of a file that the client accepts. */
function encodingFor(bodies, accepted = "") {
  const names = accepted.split(",").flatMap((part) => {
    const [name, quality] = part.trim().split(/\s*;\s*q=/);
    return Number(quality ?? 1) > 0 ? [name] : [];
  });
  const found = Object.values(SIBLINGS).find((name) => bodies[name] && names.includes(name));
  return found ?? "identity";
}
