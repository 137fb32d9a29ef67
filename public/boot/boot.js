// Starts the app, replaces the prerendered page with it, and handles its crashes.
// `cargo xtask build` defines, relative to this file:
//
//   GLUE  the URL of the module that wasm-bindgen wrote
//   WASM  the URL of the app
import { takeOver } from "./take-over.js";
import { checkTemplate } from "./templates.js";
import { keepOffline } from "./offline.js";
import { optional } from "./optional.js";
import { preparePrint } from "./printing.js";

const root = document.documentElement;

/** Starts the app. `page` is the object that first.js provides. */
async function start(page) {
  if (typeof WebAssembly !== "object") {
    page.lose(
      "This browser cannot run WebAssembly, which search, filters, comparing and saving need.",
    );
    return;
  }
  watch(page);
  document.addEventListener("casebook:mounted", (event) => {
    const shown = document.getElementById("app");
    if (!shown) return;
    event.preventDefault();
    delete root.dataset.pending;
    root.dataset.app = "live";
    const app = event.detail;
    // Whatever of the reader's state cannot be kept, the app comes in place.
    optional(() => takeOver(shown, app, page.early));
    if (!app.isConnected) shown.replaceWith(app);
    delete root.dataset.fresh;
    page.forget();
    keepOffline();
  });
  try {
    page.checkTemplate = checkTemplate;
    const glue = await import(new URL(GLUE, import.meta.url).href);
    await glue.default({ module_or_path: new URL(WASM, import.meta.url) });
  } catch {
    // Out of reach, truncated or blocked.
    page.renew();
  }
}

/** The folder of this script and of the app. */
const FOLDER = new URL(".", import.meta.url).href;

/** Whether an error comes from the app or these scripts, not from a browser extension. */
function isOurs(error, file) {
  const places = [file, error?.stack].map(String);
  return (
    error instanceof WebAssembly.RuntimeError || places.some((place) => place.includes(FOLDER))
  );
}

/** A trap, which every panic ends in, leaves the app in an unknown state: it must not go on. */
function watch(page) {
  const see = (error, file) => {
    if (!page.isLive()) {
      if (isOurs(error, file)) page.renew();
    } else if (error instanceof WebAssembly.RuntimeError) {
      // Keeps the app's own listeners from clicks, so that links work.
      addEventListener("click", (click) => click.stopImmediatePropagation(), true);
      page.halt();
    }
  };
  addEventListener("error", (event) => see(event.error, event.filename));
  addEventListener("unhandledrejection", (event) => see(event.reason));
}

preparePrint();
start(globalThis.casebook);
delete globalThis.casebook;
