// A server for a single journey, with a copy of the release site that can be changed and stopped.
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { serve } from "../../host/serve.mjs";
import { ROOT } from "../../host/sites.mjs";

/** Serves a copy of the release site with the options of `serve`. `close` stops it and removes the copy. */
export async function openHost(options) {
  const folder = mkdtempSync(join(tmpdir(), "casebook-"));
  cpSync(ROOT, folder, { recursive: true });
  const { origin, port, stop } = await serve(folder, options);
  let replacement;
  return {
    url: `${origin}/`,
    /** Stops the server: connections are refused. */
    stop,
    edit(path, change) {
      const file = join(folder, path);
      writeFileSync(file, change(readFileSync(file, "utf8")));
    },
    /** Stops the server and starts another on the same port with this request listener. */
    async replace(listener) {
      await stop();
      replacement = createServer(listener).listen(port, "127.0.0.1");
      await once(replacement, "listening");
    },
    async close() {
      await stop();
      replacement?.closeAllConnections();
      replacement?.close();
      rmSync(folder, { recursive: true });
    },
  };
}
