import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";

import { serve } from "./serve.mjs";

const HEADERS = `
/*
  Cache-Control: no-cache
  X-Frame-Options: DENY
/assets/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
`;
const PAGE = "<p>page</p>".repeat(100);
const FILES = {
  "site/_headers": HEADERS,
  "site/index.html": PAGE,
  "site/404.html": "not found page",
  "site/about.html": "about",
  "site/about/index.html": "about in its folder",
  "site/company/netflix/index.html": PAGE,
  "site/a b.txt": "a space",
  "site/assets/app.js": "plain",
  "site/assets/app.js.br": "made by br",
  "site/assets/app.js.gz": "made by gz",
  "site/assets/shell.html": "shell",
  "site/assets/app.wasm": "\0asm",
  "site/assets/what.xyz": "what",
  "bare/index.html": "bare",
  "secret.txt": "secret",
};

let folder;
const hosts = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "casebook-host-"));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
});

after(async () => {
  for (const host of hosts) await host.stop();
  await rm(folder, { recursive: true });
});

/** Serves a test folder. `send` requests a path unchanged: fetch would normalise and decompress. */
async function open(options, dir = "site") {
  const host = await serve(join(folder, dir), options);
  hosts.push(host);
  const send = (path, { accept = "", method = "GET" } = {}) =>
    new Promise((resolve, reject) => {
      const headers = { "accept-encoding": accept };
      const target = { host: "127.0.0.1", port: host.port, path, method, headers, agent: false };
      request(target, async (answer) => {
        const body = Buffer.concat(await answer.toArray());
        resolve({ status: answer.statusCode, headers: answer.headers, body });
      })
        .once("error", reject)
        .end();
    });
  const text = async (path, options) => (await send(path, options)).body.toString();
  return { ...host, send, text };
}

const UNKNOWN = [
  "/nothing",
  "/about.html/",
  "/company",
  "/assets/",
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/assets/..%5c..%5csecret.txt",
  "//about",
  "/%",
  "/%E0%A4",
  "/%00",
  `/${"x".repeat(3_000)}`,
];

for (const compress of [false, true]) {
  describe(compress ? "with compression" : "without compression", () => {
    let host;
    before(async () => (host = await open({ compress })));

    test("a path serves the exact file, then the .html file, then the folder's index", async () => {
      for (const [path, expected] of Object.entries({
        "/": PAGE,
        "/?q=kafka": PAGE,
        "/index.html": PAGE,
        "/about": "about",
        "/about.html": "about",
        "/about/": "about in its folder",
        "/company/netflix": PAGE,
        "/company/netflix/": PAGE,
        "/a%20b.txt": "a space",
        "/assets/app.js": "plain",
      })) {
        const { status, headers, body } = await host.send(path);
        assert.equal(status, 200, path);
        assert.equal(body.toString(), expected, path);
        assert.equal(headers["content-length"], String(expected.length), path);
      }
    });

    test("a path without a file serves 404.html with status 404", async () => {
      for (const path of UNKNOWN) {
        const { status, headers, body } = await host.send(path);
        assert.equal(status, 404, path);
        assert.equal(headers["content-type"], "text/html; charset=utf-8", path);
        assert.equal(body.toString(), "not found page", path);
      }
    });

    test("the content type follows the file extension", async () => {
      const type = async (path) => (await host.send(path)).headers["content-type"];
      assert.equal(await type("/about"), "text/html; charset=utf-8");
      assert.equal(await type("/assets/app.wasm"), "application/wasm");
      assert.equal(await type("/assets/what.xyz"), "application/octet-stream");
    });

    test("HEAD has headers and no body; other methods are refused", async () => {
      const { headers, body } = await host.send("/", { method: "HEAD" });
      assert.equal(headers["content-length"], String(PAGE.length));
      assert.equal(body.length, 0);
      const refused = await host.send("/", { method: "POST" });
      assert.equal(refused.status, 405);
      assert.equal(refused.headers.allow, "GET, HEAD");
    });
  });
}

test("a site without 404.html still answers 404", async () => {
  const host = await open({}, "bare");
  assert.equal((await host.send("/nothing")).status, 404);
  assert.equal(await host.text("/"), "bare");
});

test("with a base path, paths outside it are not found", async () => {
  const host = await open({ base: "/sub/" });
  assert.equal(await host.text("/sub/"), PAGE);
  assert.equal(await host.text("/sub/about"), "about");
  for (const path of ["/", "/about", "/sub", "/subway/about"]) {
    assert.equal((await host.send(path)).status, 404, path);
  }
});

test("without _headers the only header is Cache-Control: no-cache", async () => {
  const { headers } = await (await open({})).send("/assets/app.js");
  assert.equal(headers["cache-control"], "no-cache");
  assert.equal(headers["x-frame-options"], undefined);
});

test("_headers applies to the requested path", async () => {
  const host = await open({ headers: true });
  const script = (await host.send("/assets/app.js")).headers;
  assert.equal(script["cache-control"], "public, max-age=31536000, immutable");
  assert.equal(script["x-frame-options"], "DENY");
  assert.equal((await host.send("/nothing")).headers["cache-control"], "no-cache");
  await assert.rejects(open({ headers: true }, "bare"), /_headers/);
});

test("selected headers can come from another folder's _headers", async () => {
  const headersFrom = join(folder, "site");
  const host = await open({ headers: true, headersFrom, only: ["cache-control"] }, "bare");
  const { headers } = await host.send("/");
  assert.equal(headers["cache-control"], "no-cache");
  assert.equal(headers["x-frame-options"], undefined);
});

test("files are sent with the best encoding that the client accepts", async () => {
  const host = await open({ compress: true });
  const page = await host.send("/company/netflix", { accept: "gzip, deflate, br, zstd" });
  assert.equal(page.headers["content-encoding"], "br");
  assert.equal(page.headers.vary, "accept-encoding");
  assert.equal(page.headers["content-length"], String(page.body.length));
  assert.equal(brotliDecompressSync(page.body).toString(), PAGE);
  const sent = (accept) => host.text("/assets/app.js", { accept });
  assert.equal(await sent("gzip, br"), "made by br");
  assert.equal(await sent("gzip, br;q=0"), "made by gz");
  assert.equal(await sent(""), "plain");
  assert.equal(
    (await host.send("/assets/app.js.br")).status,
    404,
    "a precompressed sibling is not served itself",
  );
});

test("without compression, files are read on request", async () => {
  const host = await open({});
  const path = join(folder, "site/assets/new.txt");
  assert.equal((await host.send("/assets/new.txt")).status, 404);
  await writeFile(path, "new");
  assert.equal(await host.text("/assets/new.txt", { accept: "br" }), "new");
  await rm(path);
  assert.equal((await host.send("/assets/new.txt")).status, 404);
});

test("redirectHtml redirects each page to one address", async () => {
  const host = await open({ redirectHtml: true });
  const below = await open({ redirectHtml: true, base: "/sub/" });
  for (const [path, location] of Object.entries({
    "/about.html": "/about",
    "/about.html?q=a.html": "/about?q=a.html",
    "/index.html": "/",
    "/company/netflix/index.html": "/company/netflix/",
    "/company/netflix/index": "/company/netflix/index",
    "/assets/shell.html": "/assets/shell",
  })) {
    for (const [base, server] of [
      ["", host],
      ["/sub", below],
    ]) {
      const { status, headers, body } = await server.send(base + path);
      if (path === location) {
        assert.equal(status, 200, path);
      } else {
        assert.equal(status, 308, path);
        assert.equal(headers.location, base + location);
        assert.equal(body.length, 0);
      }
    }
  }
  for (const path of ["/about", "/about/", "/", "/company/netflix/", "/assets/shell"]) {
    assert.equal((await host.send(path)).status, 200, path);
  }
  for (const path of ["/nothing.html", "//about.html"]) {
    assert.equal((await host.send(path)).status, 404, path);
  }
});

test("a login answers 401 to requests that it does not admit", async () => {
  const host = await open({ admits: ({ url }) => url === "/about" });
  assert.equal((await host.send("/about")).status, 200);
  const { status, headers, body } = await host.send("/");
  assert.equal(status, 401);
  assert.match(headers["www-authenticate"], /^Basic /);
  assert.equal(body.length, 0);
});

test("stop closes the port and open connections", async () => {
  const host = await open({});
  const idle = connect(host.port, "127.0.0.1");
  idle.on("error", () => {});
  await once(idle, "connect");
  assert.equal(await host.text("/about"), "about");
  await host.stop();
  await assert.rejects(host.send("/about"), { code: "ECONNREFUSED" });
});
