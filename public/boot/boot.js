// Starts the app, puts it in the place of the prerendered page, and steps in when it breaks.
// `cargo xtask build` puts in the addresses of the files it starts, relative to this one:
//
//   GLUE  the module that wasm-bindgen wrote
//   WASM  the app
import { takeOver } from "./take-over.js";
import { checkTemplate } from "./templates.js";
import { keepOffline } from "./offline.js";

const root = document.documentElement;

/** Starts the app, with what first.js can do for a page without one. */
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
    takeOver(shown, event.detail, page.early);
    delete root.dataset.fresh;
    page.forget();
    keepOffline();
  });
  try {
    page.checkTemplate = checkTemplate;
    const glue = await import(new URL(GLUE, import.meta.url).href);
    await glue.default({ module_or_path: new URL(WASM, import.meta.url) });
  } catch {
    // Out of reach, cut short or not allowed.
    page.renew();
  }
}

/** Where this script and the app lie. */
const FOLDER = new URL(".", import.meta.url).href;

/** Whether the app, or what starts it, threw an error: an extension's is none of our business. */
function isOurs(error, file) {
  const places = [file, error?.stack].map(String);
  return (
    error instanceof WebAssembly.RuntimeError || places.some((place) => place.includes(FOLDER))
  );
}

/** A panic, like any trap, ends the app: what it draws and hears after that is not to be trusted. */
function watch(page) {
  const see = (error, file) => {
    if (!page.isLive()) {
      if (isOurs(error, file)) page.renew();
    } else if (error instanceof WebAssembly.RuntimeError) {
      // Links still lead on, as long as nobody takes the click from them.
      addEventListener("click", (click) => click.stopImmediatePropagation(), true);
      page.halt();
    }
  };
  addEventListener("error", (event) => see(event.error, event.filename));
  addEventListener("unhandledrejection", (event) => see(event.reason));
}

start(globalThis.casebook);
delete globalThis.casebook;
