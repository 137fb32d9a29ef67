import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";

import { headersFor, parseHeaders, serve } from "./server.mjs";

const PAGE = "<p>page</p>".repeat(100);
const HEADERS = `
# What every file has.
/*
  Cache-Control: no-cache
  X-Frame-Options: DENY

/assets/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
`;

let folder;
let servers;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "casebook-bench-"));
  await mkdir(join(folder, "company/netflix"), { recursive: true });
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "_headers"), HEADERS);
  await writeFile(join(folder, "index.html"), PAGE);
  await writeFile(join(folder, "404.html"), "nothing here");
  await writeFile(join(folder, "company/netflix/index.html"), PAGE);
  await writeFile(join(folder, "assets/app.js"), "plain");
  await writeFile(join(folder, "assets/app.js.br"), "made by br");
  await writeFile(join(folder, "assets/app.js.gz"), "made by gz");
  servers = {
    site: await serve(folder),
    peer: await serve(join(folder, "company/netflix"), {
      headersFrom: folder,
      only: ["cache-control"],
    }),
  };
});

after(async () => {
  for (const server of Object.values(servers)) server.close();
  await rm(folder, { recursive: true });
});

/** An answer with its body as it was sent: fetch would unpack it. */
function get(path, { accept = "gzip, deflate, br, zstd", method = "GET", from = "site" } = {}) {
  const { port } = servers[from].address();
  return new Promise((resolve, reject) => {
    const headers = { "accept-encoding": accept };
    request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ ...answerOf(response), body: Buffer.concat(chunks) }));
    })
      .on("error", reject)
      .end();
  });
}

function answerOf({ statusCode, headers }) {
  return { status: statusCode, headers };
}

test("a page is sent with brotli", async () => {
  for (const path of ["/", "/company/netflix", "/company/netflix/", "/index.html?q=kafka"]) {
    const { status, headers, body } = await get(path);
    assert.equal(status, 200, path);
    assert.equal(headers["content-encoding"], "br");
    assert.equal(headers["content-type"], "text/html; charset=utf-8");
    assert.equal(brotliDecompressSync(body).toString(), PAGE);
  }
});

test("a compressed sibling is sent as it is, the best that the client takes", async () => {
  const sent = async (accept) => (await get("/assets/app.js", { accept })).body.toString();
  assert.equal(await sent("gzip, br"), "made by br");
  assert.equal(await sent("gzip, br;q=0"), "made by gz");
  assert.equal(await sent(""), "plain");
});

test("what no file answers is 404.html with status 404", async () => {
  for (const path of ["/nothing", "/../package.json", "/%2e%2e/package.json", "/%E0%A4"]) {
    const { status, body } = await get(path, { accept: "" });
    assert.equal(status, 404, path);
    assert.equal(body.toString(), "nothing here");
  }
});

test("HEAD has the headers alone, and nothing is written", async () => {
  const { headers, body } = await get("/", { method: "HEAD", accept: "" });
  assert.equal(headers["content-length"], String(PAGE.length));
  assert.equal(body.length, 0);
  assert.equal((await get("/", { method: "POST" })).status, 405);
});

test("a file has the headers of _headers, a peer those that it shares", async () => {
  const site = await get("/assets/app.js");
  assert.equal(site.headers["cache-control"], "public, max-age=31536000, immutable");
  assert.equal(site.headers["x-frame-options"], "DENY");
  const peer = await get("/", { from: "peer" });
  assert.equal(peer.headers["cache-control"], "no-cache");
  assert.equal(peer.headers["x-frame-options"], undefined);
});

test("rules that fit the same path add up", () => {
  const rules = parseHeaders("/a/:name\n  Link: <x>\n/a/*\n\tlink: <y>\n/b\n  X: 1\n");
  assert.deepEqual(headersFor(rules, "/a/c"), { link: "<x>, <y>" });
  assert.deepEqual(headersFor(rules, "/a/c/d"), { link: "<y>" });
  assert.deepEqual(headersFor(rules, "/b.html"), {});
});

test("a line that is no header is named", () => {
  assert.throws(() => parseHeaders("  X: 1"), /stands above the first path: X: 1/);
  assert.throws(() => parseHeaders("/\n  no header"), /no "Name: value".*: no header/);
});
