// Command-line interface of the static server in tests/host/serve.mjs:
//
//   node static-server.mjs --dir dist [--base /] [--port 0] [--name site] [--headers]
//     [--compress] [--redirect-html]
//
// Port 0 picks a free port. The server prints `<name> listens on <port>` once it accepts
// connections. The options are documented in serve.mjs.
import { parseArgs } from "node:util";

import { serve } from "../host/serve.mjs";

const { values: options } = parseArgs({
  options: {
    dir: { type: "string" },
    base: { type: "string", default: "/" },
    port: { type: "string", default: "0" },
    name: { type: "string", default: "site" },
    headers: { type: "boolean", default: false },
    compress: { type: "boolean", default: false },
    "redirect-html": { type: "boolean", default: false },
  },
});
if (options.dir === undefined || !/^\/(.*\/)?$/.test(options.base)) {
  console.error(
    "usage: static-server.mjs --dir DIR [--base /sub/] [--port N] [--name NAME] [--headers] " +
      "[--compress] [--redirect-html]",
  );
  process.exit(2);
}
const { port } = await serve(options.dir, {
  base: options.base,
  port: Number(options.port),
  headers: options.headers,
  compress: options.compress,
  redirectHtml: options["redirect-html"],
});
console.log(`${options.name} listens on ${port}`);
