// The site's host, one per journey: it can delay the app, stop, and put a script first in pages.
import { serve } from "../../host/serve.mjs";
import { ROOT } from "../../host/sites.mjs";

/** Starts a host. `first` are functions that run first in each page, before its policy applies. */
export async function startHost(first = []) {
  let released;
  const script = first.map((fn) => `(${fn})();`).join("\n");
  const { origin, stop } = await serve(ROOT, {
    before: async (path) => {
      if (path.endsWith(".wasm")) await released;
    },
    edit: (html) =>
      script ? html.replace("<head>", () => `<head><script>${script}</script>`) : html,
  });
  return {
    origin,
    stop,
    /** Delays the app until the returned function is called. */
    holdApp() {
      let release;
      released = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
}
