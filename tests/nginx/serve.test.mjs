// Serves the release builds with Debian's nginx and deploy/nginx.conf.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { catalogue } from "../browser/support/catalogue.mjs";
import { ROOT, SUB } from "../host/sites.mjs";
import { headersFor, parseHeaders } from "../host/headers-file.mjs";
import { TYPES } from "../host/types.mjs";
import { closeConnections, get } from "./http.mjs";
import { startNginx } from "./nginx.mjs";

const NO_CACHE = "no-cache";
const IMMUTABLE = "public, max-age=31536000, immutable";

/** Extensions of which every file must have precompressed siblings. */
const COMPRESSED = new Set([".css", ".html", ".js", ".wasm"]);

/** All routes except the home page. */
const ROUTES = [
  "technologies",
  "material",
  "listen",
  "compare",
  "saved",
  "about",
  ...catalogue.companies.map(({ slug }) => `company/${slug}`),
  ...(catalogue.redirects ?? []).map(([slug]) => `company/${slug}`),
  ...catalogue.technologies.flatMap(({ slug, formerly = [] }) =>
    [slug, ...formerly].map((name) => `technology/${name}`),
  ),
];

const UNKNOWN = [
  "nowhere",
  "nowhere/",
  "company",
  "company/",
  "company/netflx",
  "company/netflix/x",
];

const cachePolicy = (path) => (path.startsWith("assets/") ? IMMUTABLE : NO_CACHE);

/**
 * Files that a browser may request: no precompressed siblings, no files for other hosts (_headers).
 */
function filesOf(dir) {
  return readdirSync(dir, { recursive: true })
    .filter((path) => statSync(join(dir, path)).isFile())
    .filter((path) => !/\.(br|gz)$|^_/.test(path))
    .sort();
}

for (const [name, dir, base] of [
  ["root", ROOT, "/"],
  ["sub", SUB, "/sub/"],
]) {
  describe(`the site at ${base}`, () => {
    let nginx;
    const send = (path, headers, method) => get(nginx.port, base + path, headers, method);
    const bytes = (path) => readFileSync(join(dir, path));
    const files = filesOf(dir);
    const rules = parseHeaders(bytes("_headers").toString());
    const expectedHeaders = (path) => headersFor(rules, base + path);

    before(async () => {
      nginx = await startNginx(name, dir, base);
    });
    after(async () => {
      closeConnections();
      if (nginx) assert.deepEqual(await nginx.stop(), [], "nginx logged no warnings");
    });

    test("every page is served with and without a trailing slash, without a redirect", async () => {
      assert.ok(ROUTES.length > 80, "too few routes to test");
      for (const route of ROUTES) {
        const page = bytes(`${route}.html`);
        for (const path of [route, `${route}/`, `${route}?q=a`]) {
          const answer = await send(path);
          assert.equal(answer.status, 200, path);
          assert.ok(answer.body.equals(page), `${path} served a different page`);
        }
      }
      const { status, body } = await send("");
      assert.equal(status, 200);
      assert.ok(body.equals(bytes("index.html")));
    });

    if (base === "/sub/") {
      test("every URL of the sitemap is served", async () => {
        const sitemap = bytes("sitemap.xml").toString();
        const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc);
        assert.ok(addresses.length > 80, "too few URLs to test");
        for (const address of addresses) {
          const { status } = await get(nginx.port, new URL(address).pathname);
          assert.equal(status, 200, address);
        }
      });
    }

    test("every file is served unchanged, with its content type and cache policy", async () => {
      assert.ok(
        files.some((path) => path.startsWith("assets/")),
        "no assets to test",
      );
      for (const path of files) {
        const { status, headers, body } = await send(path);
        assert.equal(status, 200, path);
        assert.ok(body.equals(bytes(path)), `${path} was served with different bytes`);
        assert.equal(headers["content-type"], TYPES[extname(path)], path);
        assert.equal(headers["cache-control"], cachePolicy(path), path);
        assert.equal(headers["content-encoding"], undefined, path);
      }
    });

    test("unknown paths serve the not-found page, which is not cached", async () => {
      for (const path of [...UNKNOWN, "assets/gone-0123456789abcdef.js"]) {
        const { status, headers, body } = await send(path);
        assert.equal(status, 404, path);
        assert.ok(body.equals(bytes("404.html")), `${path} is not 404.html`);
        assert.equal(headers["content-type"], TYPES[".html"], path);
        assert.equal(headers["cache-control"], NO_CACHE, path);
      }
    });

    test("responses have the headers of _headers; most of the policy is in the page", async () => {
      const { headers, body } = await send("");
      const [, inPage] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(body);
      const framing = "frame-ancestors 'none'";

      const asset = files.find((path) => path.startsWith("assets/"));
      for (const [path, asked] of [
        ["", {}],
        ["company/netflix/", { "accept-encoding": "br" }],
        ["", { "if-none-match": headers.etag }],
        [asset, { "accept-encoding": "gzip" }],
        ["api/companies.json", { "accept-encoding": "br" }],
        ["companies.csv?a=b", {}],
        ["api/gone.json", {}],
        ["nowhere", {}],
      ]) {
        const expected = expectedHeaders(path.replace(/\?.*/, ""));
        const { "content-security-policy": policy, ...rest } = expected;
        assert.equal(policy, `${inPage}; ${framing}`, path);
        // As a proxy that ends HTTPS would ask.
        const answer = await send(path, { ...asked, "x-forwarded-proto": "https" });
        for (const [header, value] of Object.entries({
          ...rest,
          "content-security-policy": framing,
        })) {
          assert.equal(answer.headers[header], value, `${header} of /${path}`);
        }
      }
    });

    test("HTTPS is demanded only of browsers that came by it", async () => {
      const transport = async (headers) =>
        (await send("", headers)).headers["strict-transport-security"];
      assert.equal(await transport({}), undefined);
      assert.equal(await transport({ "x-forwarded-proto": "http" }), undefined);
      assert.equal(await transport({ "x-forwarded-proto": "https" }), "max-age=31536000");
    });

    test("data is readable from every origin and nothing else is, here and by _headers", async () => {
      const isData = (path) => path.startsWith("api/") || /^(companies\.csv|feed\.xml)$/.test(path);
      assert.ok(files.filter(isData).length > 40, "too few files of data");
      for (const path of [...files, ...ROUTES, "", "nowhere"]) {
        const { headers } = await send(path, {}, "HEAD");
        const expected = {
          "access-control-allow-origin": isData(path) ? "*" : undefined,
          "cross-origin-resource-policy":
            isData(path) || /^(preview\.png|share\/)/.test(path) ? "cross-origin" : "same-origin",
        };
        for (const [header, value] of Object.entries(expected)) {
          assert.equal(headers[header], value, `${header} of /${path} from nginx`);
          // Hosts that read _headers have no rule for pages that do not exist.
          if (path === "nowhere") continue;
          assert.equal(expectedHeaders(path)[header], value, `${header} of /${path} by _headers`);
        }
      }
    });

    test("_headers has the same cache policy as nginx", () => {
      for (const path of files) {
        assert.equal(expectedHeaders(path)["cache-control"], cachePolicy(path), path);
      }
    });

    const ENCODINGS = [
      ["br", ".br", brotliDecompressSync],
      ["gzip", ".gz", gunzipSync],
    ];
    for (const [encoding, ending, decompress] of ENCODINGS) {
      test(`a client that accepts ${encoding} gets the precompressed file`, async () => {
        const compressed = files.filter(
          (path) => COMPRESSED.has(extname(path)) || existsSync(join(dir, path + ending)),
        );
        for (const path of compressed) {
          const { status, headers, body } = await send(path, { "accept-encoding": encoding });
          assert.equal(status, 200, path);
          assert.equal(headers["content-encoding"], encoding, path);
          assert.equal(headers.vary, "Accept-Encoding", path);
          assert.equal(headers["content-type"], TYPES[extname(path)], path);
          assert.ok(body.equals(bytes(path + ending)), `${path}${ending} was not served as it is`);
          assert.ok(decompress(body).equals(bytes(path)), `${path}${ending} has other content`);
        }
      });
    }

    test("a browser gets brotli, also without .html in the path and through a proxy", async () => {
      const accepted = { "accept-encoding": "gzip, deflate, br, zstd", via: "1.1 proxy" };
      for (const path of ["", "company/netflix", "company/netflix/"]) {
        const { headers } = await send(path, accepted);
        assert.equal(headers["content-encoding"], "br", path);
      }
      const gzipOnly = { ...accepted, "accept-encoding": "gzip" };
      assert.equal((await send("about", gzipOnly)).headers["content-encoding"], "gzip");
    });

    test("an unchanged page is revalidated with a 304", async () => {
      for (const encoding of ["identity", "br", "gzip"]) {
        const first = await send("company/netflix", { "accept-encoding": encoding });
        assert.ok(first.headers.etag, encoding);
        const again = await send("company/netflix", {
          "accept-encoding": encoding,
          "if-none-match": first.headers.etag,
        });
        assert.equal(again.status, 304, encoding);
        assert.equal(again.body.length, 0, encoding);
        assert.equal(again.headers["cache-control"], NO_CACHE, encoding);
      }
    });

    test("HEAD has the same headers as GET and no body", async () => {
      const { status, headers, body } = await send("about", {}, "HEAD");
      assert.equal(status, 200);
      assert.equal(Number(headers["content-length"]), bytes("about.html").length);
      assert.equal(body.length, 0);
    });
  });
}
