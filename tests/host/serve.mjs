// A plain static host, as plain as they come: the exact file, else the file with `.html` behind it,
// else a folder's index.html, else 404.html with status 404. What works here works on any host.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

import { headersFor, parseHeaders } from "./headers-file.mjs";
import { TYPES } from "./types.mjs";

/**
 * Serves a folder on 127.0.0.1. Gives its origin, its port, and `stop`, after which nothing answers.
 *
 * @param {string} dir
 * @param {object} [options]
 * @param {string} [options.base] The path below which the site is: `/` or `/sub/`.
 * @param {number} [options.port] 0 takes a free one.
 * @param {boolean} [options.headers] Whether the folder's `_headers` counts, as on Netlify and
 *   Cloudflare Pages. Without it everything is to be looked at again.
 * @param {string} [options.headersFrom] The folder whose `_headers` it is, where it is another one.
 * @param {string[]} [options.only] The headers that are taken from it, where not all are.
 * @param {boolean} [options.compress] Whether files are sent as small as the client takes them.
 *   Then all are read before the first answer; without, each is read when it is asked for.
 * @param {boolean} [options.redirectHtml] Whether a page has one address, as on Cloudflare Pages:
 *   from `/x.html` to `/x`, from `/x/index.html` to `/x/`. What is no page but ends so goes along.
 */
export async function serve(dir, options = {}) {
  const { base = "/", port = 0, headersFrom = dir, only, redirectHtml = false } = options;
  const files = options.compress ? await readCompressed(dir) : readOnDemand(dir);
  const rules = options.headers
    ? parseHeaders(await readFile(join(headersFrom, "_headers"), "utf8"))
    : parseHeaders("/*\n  Cache-Control: no-cache");

  function answer(request, response) {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const [, path, query] = /^([^?]*)(.*)$/s.exec(request.url);
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
    const { body, ...coding } = files.read(name, request.headers["accept-encoding"]);
    const own = Object.entries(headersFor(rules, path));
    response.writeHead(found === undefined ? 404 : 200, {
      "content-type": TYPES[extname(name)] ?? "application/octet-stream",
      "content-length": body.length,
      ...coding,
      ...Object.fromEntries(own.filter(([header]) => only?.includes(header) ?? true)),
    });
    response.end(body); // To HEAD Node.js sends none.
  }

  const server = createServer(answer);
  await new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const taken = server.address().port;
  return {
    port: taken,
    origin: `http://127.0.0.1:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Names of the files that may answer for a URL's path, best first. Never one outside of the folder. */
function namesFor(path, base) {
  if (!path.startsWith(base)) return [];
  let inside;
  try {
    inside = decodeURIComponent(path.slice(base.length));
  } catch {
    return []; // "%" or "%E0%A4": no file has such a name.
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

/** The files as they are when they are asked for. */
function readOnDemand(dir) {
  return {
    has(name) {
      try {
        return statSync(join(dir, name), { throwIfNoEntry: false })?.isFile() ?? false;
      } catch {
        return false; // A name longer than the file system allows.
      }
    },
    read: (name) => ({ body: readFileSync(join(dir, name)) }),
  };
}

/** The siblings that hold a file compressed, best first: their ending and the encoding's name. */
const SIBLINGS = { ".br": "br", ".gz": "gzip" };

/** What is compressed already. */
const COMPRESSED = new Set([".png"]);

/**
 * The files as they are now, with their bytes in each encoding: no answer waits for the disk or for
 * brotli, and a build that changes the folder meanwhile changes no answer.
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

/** The best of a file's encodings that the client takes. */
function encodingFor(bodies, accepted = "") {
  const names = accepted.split(",").flatMap((part) => {
    const [name, quality] = part.trim().split(/\s*;\s*q=/);
    return Number(quality ?? 1) > 0 ? [name] : [];
  });
  const found = Object.values(SIBLINGS).find((name) => bodies[name] && names.includes(name));
  return found ?? "identity";
}
