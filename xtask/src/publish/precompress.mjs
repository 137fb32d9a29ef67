// Writes `<file>.br` and `<file>.gz` next to each file in a folder that shrinks, for hosts that serve
// precompressed files. Node.js takes seconds; a debug build of Rust compressors takes minutes.
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

// Compresses equal files once: every page exists under two names.
const done = new Map();
function compressed(bytes) {
  const key = createHash("sha256").update(bytes).digest("hex");
  if (!done.has(key)) done.set(key, { br: brotli(bytes), gz: gzipSync(bytes, { level: 9 }) });
  return done.get(key);
}

function precompress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.has(extname(entry.name))) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    for (const [extension, output] of Object.entries(compressed(bytes))) {
      if (output.length < bytes.length) writeFileSync(`${path}.${extension}`, output);
    }
  }
}

try {
  precompress(process.argv[2]);
} catch (error) {
  // For example that the disk is full. A stack trace would hide it.
  console.error(`error: cannot compress the site: ${error.message}`);
  process.exitCode = 1;
}
