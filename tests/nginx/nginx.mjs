// Runs nginx with deploy/nginx.conf and the container's deploy/container.conf, as the user who runs
// the tests. Only the port and the folders are replaced and, for a sub-path, the line marked (sub).
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const { CASEBOOK_NGINX: program, CASEBOOK_NGINX_BROTLI: brotli } = process.env;
if (!program || !brotli) {
  throw new Error(
    "CASEBOOK_NGINX or CASEBOOK_NGINX_BROTLI is not set: run `cargo xtask test --only nginx`",
  );
}

/** Serves a folder under `base`, / or /sub/. Resolves to the port and `stop`. */
export async function startNginx(name, dir, base) {
  const scratch = resolve("target/xtask/nginx", name);
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  // As nginx.conf says for a sub-path, the site is in a folder of that name.
  const root = join(scratch, "root");
  if (base !== "/") mkdirSync(root);
  symlinkSync(resolve(dir), join(root, base).replace(/\/$/, ""));

  const port = await freePort();
  writeFileSync(join(scratch, "casebook.conf"), serverBlock(root, base, port));
  writeFileSync(join(scratch, "nginx.conf"), mainConfiguration(scratch));
  const arguments_ = ["-e", "stderr", "-p", scratch, "-c", join(scratch, "nginx.conf")];
  const nginx = spawn(program, arguments_, { stdio: ["ignore", "ignore", "pipe"] });
  const exited = new Promise((resolved) => nginx.once("close", resolved));
  const log = [];
  await new Promise((resolved, rejected) => {
    nginx.once("error", rejected);
    exited.then(() => rejected(new Error(`nginx did not start:\n${log.join("\n")}`)));
    createInterface({ input: nginx.stderr }).on("line", (line) => {
      log.push(line);
      // nginx logs this once it accepts connections.
      if (/using the ".*" event method/.test(line)) resolved();
    });
  });
  return {
    port,
    /** Stops nginx and returns its warnings and errors. */
    async stop() {
      nginx.kill("SIGTERM");
      await exited;
      return log.filter((line) => /\[(warn|error|crit|alert|emerg)\]/.test(line));
    },
  };
}

function serverBlock(root, base, port) {
  let text = readFileSync("deploy/nginx.conf", "utf8");
  if (base === "/sub/") text = text.replaceAll(/\S+; # \(sub\) (\S+)$/gm, "$1;");
  const replaced = text.replace(/^( *listen) 8080;$/m, `$1 127.0.0.1:${port};`);
  if (replaced === text) throw new Error("deploy/nginx.conf does not listen on 8080");
  return replaced.replaceAll("/srv/casebook", root);
}

/**
 * container.conf for a single process: nginx's workers would switch to another user when started as
 * root, and that user may not be allowed to read the files.
 */
function mainConfiguration(scratch) {
  const text = readFileSync("deploy/container.conf", "utf8")
    .replaceAll("/tmp/", `${scratch}/`)
    .replace(/^(load_module) \S+;$/m, `$1 ${brotli};`)
    .replace("/etc/nginx/casebook.conf", `${scratch}/casebook.conf`);
  return `master_process off;\n${text}`;
}

function freePort() {
  return new Promise((resolved, rejected) => {
    const server = createServer().once("error", rejected);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolved(port));
    });
  });
}
