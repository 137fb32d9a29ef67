// A host of a journey's own: a copy of the release site that can change, and stop.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Serves a copy of dist/. `close` ends it and removes the copy. */
export async function openHost() {
  const folder = mkdtempSync(join(tmpdir(), "casebook-"));
  cpSync("dist", folder, { recursive: true });
  const server = spawn("node", ["tests/browser/static-server.mjs", "--dir", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error("the host did not start")));
    server.stdout.on("data", (text) => {
      const found = /listens on (\d+)/.exec(text);
      if (found) resolve(found[1]);
    });
  });
  const stop = () =>
    new Promise((resolve) => {
      if (server.exitCode !== null || server.signalCode !== null) return resolve();
      server.once("exit", resolve);
      server.kill();
    });
  let stranger;
  return {
    url: `http://127.0.0.1:${port}/`,
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
