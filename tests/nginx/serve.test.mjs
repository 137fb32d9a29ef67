// The release sites behind Debian's nginx with deploy/nginx.conf.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { catalogue } from "../browser/support/catalogue.mjs";
import { headersFor, parseHeaders } from "../host/headers-file.mjs";
import { TYPES } from "../host/types.mjs";
import { closeConnections, get } from "./http.mjs";
import { startNginx } from "./nginx.mjs";

const NO_CACHE = "no-cache";
const IMMUTABLE = "public, max-age=31536000, immutable";

/** Types of which every file has its compressed twins. */
const COMPRESSED = new Set([".css", ".html", ".js", ".wasm"]);

/** Every page but the first, as the catalogue has them. */
const ROUTES = [
  "technologies",
  "compare",
  "saved",
  "about",
  ...catalogue.companies.map(({ slug }) => `company/${slug}`),
  ...Object.keys(catalogue.redirects ?? {}).map((slug) => `company/${slug}`),
  ...catalogue.technologies.flatMap(({ slug, formerly = [] }) =>
    [slug, ...formerly].map((name) => `technology/${name}`),
  ),
];

const LOST = ["nowhere", "nowhere/", "company", "company/", "company/netflx", "company/netflix/x"];

/** Paths of the files that a browser may ask for: not the twins, not what is for another server. */
function filesOf(dir) {
  return readdirSync(dir, { recursive: true })
    .filter((path) => statSync(join(dir, path)).isFile())
    .filter((path) => !/\.(br|gz)$|^_/.test(path))
    .sort();
}

for (const [name, dir, base] of [
  ["root", "dist", "/"],
  ["sub", "dist-sub", "/sub/"],
]) {
  describe(`the site below ${base}`, () => {
    let nginx;
    const ask = (path, headers, method) => get(nginx.port, base + path, headers, method);
    const bytes = (path) => readFileSync(join(dir, path));
    const files = filesOf(dir);
    const rules = parseHeaders(bytes("_headers").toString());
    const named = (path) => headersFor(rules, base + path);

    before(async () => {
      nginx = await startNginx(name, dir, base);
    });
    after(async () => {
      closeConnections();
      if (nginx) assert.deepEqual(await nginx.stop(), [], "what nginx complained about");
    });

    test("every page answers with and without the final slash, by itself", async () => {
      assert.ok(ROUTES.length > 80, "a test of nothing");
      for (const route of ROUTES) {
        const page = bytes(`${route}.html`);
        for (const path of [route, `${route}/`, `${route}?q=a`]) {
          const answer = await ask(path);
          assert.equal(answer.status, 200, path);
          assert.ok(answer.body.equals(page), `${path} is another page`);
        }
      }
      const { status, body } = await ask("");
      assert.equal(status, 200);
      assert.ok(body.equals(bytes("index.html")));
    });

    if (base === "/sub/") {
      test("every address of the sitemap answers", async () => {
        const sitemap = bytes("sitemap.xml").toString();
        const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc);
        assert.ok(addresses.length > 80, "a test of nothing");
        for (const address of addresses) {
          const { status } = await get(nginx.port, new URL(address).pathname);
          assert.equal(status, 200, address);
        }
      });
    }

    test("every file answers with its bytes, its type and how long it may be kept", async () => {
      assert.ok(
        files.some((path) => path.startsWith("assets/")),
        "a test of nothing",
      );
      for (const path of files) {
        const { status, headers, body } = await ask(path);
        assert.equal(status, 200, path);
        assert.ok(body.equals(bytes(path)), `${path} has other bytes`);
        assert.equal(headers["content-type"], TYPES[extname(path)], path);
        const kept = path.startsWith("assets/") ? IMMUTABLE : NO_CACHE;
        assert.equal(headers["cache-control"], kept, path);
        assert.equal(headers["content-encoding"], undefined, path);
      }
    });

    test("what is no page is the not-found page, and is not kept", async () => {
      for (const path of [...LOST, "assets/gone-0123456789abcdef.js"]) {
        const { status, headers, body } = await ask(path);
        assert.equal(status, 404, path);
        assert.ok(body.equals(bytes("404.html")), `${path} is not 404.html`);
        assert.equal(headers["content-type"], TYPES[".html"], path);
        assert.equal(headers["cache-control"], NO_CACHE, path);
      }
    });

    test("every answer has the headers of _headers, the policy's first part in the page", async () => {
      const { headers, body } = await ask("");
      const [, inPage] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(body);
      const framing = "frame-ancestors 'none'";

      const asset = files.find((path) => path.startsWith("assets/"));
      for (const [path, asked] of [
        ["", {}],
        ["company/netflix/", { "accept-encoding": "br" }],
        ["", { "if-none-match": headers.etag }],
        [asset, { "accept-encoding": "gzip" }],
        ["nowhere", {}],
      ]) {
        const { "content-security-policy": policy, ...rest } = named(path);
        assert.equal(policy, `${inPage}; ${framing}`, path);
        assert.equal(rest["x-content-type-options"], "nosniff");
        assert.equal(rest["referrer-policy"], "strict-origin-when-cross-origin");
        const answer = await ask(path, asked);
        for (const [header, value] of Object.entries({
          ...rest,
          "content-security-policy": framing,
        })) {
          assert.equal(answer.headers[header], value, `${header} of /${path}`);
        }
      }
    });

    test("_headers keeps every file for as long as nginx does", () => {
      for (const path of files) {
        const kept = path.startsWith("assets/") ? IMMUTABLE : NO_CACHE;
        assert.equal(named(path)["cache-control"], kept, path);
      }
    });

    const TWINS = [
      ["br", ".br", brotliDecompressSync],
      ["gzip", ".gz", gunzipSync],
    ];
    for (const [encoding, ending, decompress] of TWINS) {
      test(`who takes ${encoding} gets the file that the build compressed`, async () => {
        const twins = files.filter(
          (path) => COMPRESSED.has(extname(path)) || existsSync(join(dir, path + ending)),
        );
        for (const path of twins) {
          const { status, headers, body } = await ask(path, { "accept-encoding": encoding });
          assert.equal(status, 200, path);
          assert.equal(headers["content-encoding"], encoding, path);
          assert.equal(headers.vary, "Accept-Encoding", path);
          assert.equal(headers["content-type"], TYPES[extname(path)], path);
          assert.ok(body.equals(bytes(path + ending)), `${path} was compressed by another`);
          assert.ok(decompress(body).equals(bytes(path)), `${path}${ending} is another file`);
        }
      });
    }

    test("a browser gets brotli, also by a page's address and through a proxy", async () => {
      const accepted = { "accept-encoding": "gzip, deflate, br, zstd", via: "1.1 proxy" };
      for (const path of ["", "company/netflix", "company/netflix/"]) {
        const { headers } = await ask(path, accepted);
        assert.equal(headers["content-encoding"], "br", path);
      }
      const gzipOnly = { ...accepted, "accept-encoding": "gzip" };
      assert.equal((await ask("about", gzipOnly)).headers["content-encoding"], "gzip");
    });

    test("a page that is the same is not sent again", async () => {
      for (const encoding of ["identity", "br", "gzip"]) {
        const first = await ask("company/netflix", { "accept-encoding": encoding });
        assert.ok(first.headers.etag, encoding);
        const again = await ask("company/netflix", {
          "accept-encoding": encoding,
          "if-none-match": first.headers.etag,
        });
        assert.equal(again.status, 304, encoding);
        assert.equal(again.body.length, 0, encoding);
        assert.equal(again.headers["cache-control"], NO_CACHE, encoding);
      }
    });

    test("HEAD is answered like GET, without a body", async () => {
      const { status, headers, body } = await ask("about", {}, "HEAD");
      assert.equal(status, 200);
      assert.equal(Number(headers["content-length"]), bytes("about.html").length);
      assert.equal(body.length, 0);
    });
  });
}
