// WebKitGTK's MiniBrowser on a virtual display, over its W3C WebDriver.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

import { expressionFor } from "../support/finder.mjs";
import { isReady, openSession } from "./webdriver.mjs";

const TIMEOUT = 60_000;

/** Keys as characters of the WebDriver specification. */
const KEYS = {
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowLeft: "\uE012",
  ArrowDown: "\uE015",
};

/** The window's height: its bars leave the page about 800 pixels. */
const WINDOW = { width: 1280, height: 838 };

/** Requests to other hosts than 127.0.0.1 go to the proxy on `proxyPort`. */
export async function launch({ proxyPort }) {
  const display = await startDisplay();
  const driver = await startDriver(display.name, `http://127.0.0.1:${proxyPort}`);
  return {
    openTab: () => openTab(driver.url),
    async close() {
      await driver.stop();
      await display.stop();
    },
  };
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`cargo xtask test --only webkit\``);
  return value;
}

/** Starts a program that ends with this process. */
function start(program, args, options) {
  const child = spawn(program, args, options);
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const exited = once(child, "exit");
  return {
    child,
    async stop() {
      child.kill();
      await exited;
      process.off("exit", kill);
    },
  };
}

/** An X server on the first free display. */
async function startDisplay() {
  const args = ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
  const { child, stop } = start(required("XVFB"), args, {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const [number] = await once(child.stdio[3], "data");
  return { name: `:${String(number).trim()}`, stop };
}

async function startDriver(display, proxy) {
  const port = await freePort();
  const { stop } = start(required("WEBKIT_DRIVER"), ["--host=127.0.0.1", `--port=${port}`], {
    stdio: "inherit",
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      // The driver's own capability sends no https through a proxy.
      http_proxy: proxy,
      https_proxy: proxy,
      no_proxy: "127.0.0.1",
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + TIMEOUT;
  while (!(await isReady(url))) {
    if (Date.now() > end) throw new Error("WebKitWebDriver does not accept sessions");
    await pause(50); // Polling interval.
  }
  return { url, stop };
}

/** A port that nothing listens on. The driver takes a number, and prints none for 0. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A window with a profile of its own: no storage, no history. */
async function openTab(driver) {
  const session = await openSession(driver, {
    "webkitgtk:browserOptions": { binary: required("WEBKIT_BROWSER"), args: ["--automation"] },
  });
  await session.resize(WINDOW.width, WINDOW.height);
  const errors = [];
  const run = (fn, ...args) => session.run(`return (${fn}).apply(null, arguments)`, args);
  /** Takes the errors of the page, before it is left. */
  const gather = async () => {
    errors.push(...(await run(() => window.recordedErrors?.splice(0) ?? [])));
  };
  const find = (query) => session.run(`return ${expressionFor(query)}`);
  const found = async (query) => {
    const element = await find(query);
    if (!element) throw new Error(`there is no ${query.role} ${query.name ?? query.pattern ?? ""}`);
    return element;
  };
  return {
    async goto(url) {
      await gather();
      await session.goto(url);
    },
    async reload() {
      await gather();
      await session.reload();
    },
    back: session.back,
    run,
    has: async (query) => (await find(query)) !== null,
    read: async (query, fn, ...args) =>
      session.run(`return (${fn}).apply(null, arguments)`, [await found(query), ...args]),
    click: async (query) => session.click(await found(query)),
    async hover(query) {
      const scroll = "arguments[0].scrollIntoView({ block: 'center' })";
      const element = await found(query);
      await session.run(scroll, [element]);
      await session.hover(element);
    },
    async choose(query, value) {
      const options = `return [...arguments[0].options].find((o) => o.value === arguments[1])`;
      await session.click(await session.run(options, [await found(query), value]));
    },
    type: session.press,
    press: (key) => session.press([KEYS[key] ?? key]),
    async errors() {
      await gather();
      return errors;
    },
    close: session.close,
  };
}

/** Functions that run first in each page. This one keeps its errors: the driver reports none. */
export const first = [
  () => {
    const errors = (window.recordedErrors = []);
    const log = console.error;
    console.error = (...words) => {
      errors.push(`console error: ${words.join(" ")}`);
      log.apply(console, words);
    };
    addEventListener("error", (event) => {
      if (event.message) errors.push(`page error: ${event.message}`);
    });
    addEventListener("unhandledrejection", (event) => errors.push(`page error: ${event.reason}`));
    addEventListener("securitypolicyviolation", (event) =>
      errors.push(`blocked by the policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  },
];
