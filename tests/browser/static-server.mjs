// The plain static host (tests/host/serve.mjs) as a command:
//
//   node static-server.mjs --dir dist [--base /] [--port 0] [--name site] [--headers]
//     [--compress] [--redirect-html]
//
// Port 0 takes a free one; the address is printed as `<name> listens on <port>`. With --headers the
// folder's `_headers` counts, as on Netlify and Cloudflare Pages; without it there are none. With
// --redirect-html `/x.html` leads to `/x`, as on Cloudflare Pages.
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
