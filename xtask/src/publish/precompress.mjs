// Writes `<file>.br` and `<file>.gz` beside the files of a folder that get smaller by it, for hosts
// that serve them. Node's own compressors take seconds where a debug build of Rust ones takes minutes.
//
//   node precompress.mjs DIR
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const COMPRESSIBLE = new Set([
  ".css",
  ".csv",
  ".html",
  ".js",
  ".json",
  ".svg",
  ".txt",
  ".wasm",
  ".webmanifest",
  ".xml",
]);

function brotli(bytes) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params });
}

// Every page lies there under two names.
const done = new Map();
function compressed(bytes) {
  const key = createHash("sha256").update(bytes).digest("hex");
  if (!done.has(key)) done.set(key, { br: brotli(bytes), gz: gzipSync(bytes, { level: 9 }) });
  return done.get(key);
}

const [folder] = process.argv.slice(2);
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !COMPRESSIBLE.has(extname(entry.name))) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const bytes = readFileSync(path);
  for (const [ending, twin] of Object.entries(compressed(bytes))) {
    if (twin.length < bytes.length) writeFileSync(`${path}.${ending}`, twin);
  }
}
