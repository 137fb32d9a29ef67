// Prints `<bytes> <bytes after brotli> <path>` for each file named on the command line. Node's own
// brotli, at the quality that static hosts precompress with, takes a second where a debug build of
// a Rust one takes a minute.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const compressed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  console.log(`${bytes.length} ${compressed.length} ${path}`);
}
