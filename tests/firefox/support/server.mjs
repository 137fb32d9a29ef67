// The release site behind the plain static server that the other journeys use, on a free port.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Gives the site's address and how to stop the server. */
export async function serveSite(dir) {
  const server = spawn(
    process.execPath,
    ["tests/browser/static-server.mjs", "--dir", dir, "--name", "site"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [line] = await once(createInterface({ input: server.stdout }), "line");
  const port = /^site listens on (\d+)$/.exec(line)?.[1];
  if (!port) throw new Error(`the static server says something else: ${line}`);
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      server.kill();
      await once(server, "close");
    },
  };
}
