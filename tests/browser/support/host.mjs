// A host of a journey's own: a copy of the release site that can change, and stop.
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { serve } from "../../host/serve.mjs";

/** Serves a copy of dist/, by the options of `serve`. `close` ends it and removes the copy. */
export async function openHost(options) {
  const folder = mkdtempSync(join(tmpdir(), "casebook-"));
  cpSync("dist", folder, { recursive: true });
  const { origin, port, stop } = await serve(folder, options);
  let stranger;
  return {
    url: `${origin}/`,
    /** Ends the server: from now on nothing answers. */
    stop,
    /** Changes a file of the site. */
    edit(path, change) {
      const file = join(folder, path);
      writeFileSync(file, change(readFileSync(file, "utf8")));
    },
    /** Ends the server and lets a listener answer in its place. */
    async replace(listener) {
      await stop();
      stranger = createServer(listener).listen(port, "127.0.0.1");
      await once(stranger, "listening");
    },
    async close() {
      await stop();
      stranger?.closeAllConnections();
      stranger?.close();
      rmSync(folder, { recursive: true });
    },
  };
}
