// Stands inside of every page and runs before the first paint: the remembered colours, what the
// query asks for, and then the app. `cargo xtask build` puts these names in:
//
//   BOOT        the address of boot.js
//   WORKER      the address of the service worker
//   QUERY_KEYS  the keys of the query string that change what a page shows, as `q|tech|…`
//
// Until the app has taken over, and whenever it cannot, the page is a plain page with links. After
// eight seconds without an app style/components/trouble.css says so, without any script. What the app
// is up to stands at the root: data-app is absent where no script runs, then `starting`, then `live`
// or `lost`.
(() => {
  const root = document.documentElement;
  const HALTED = "casebook.halted";
  const RENEWED = "casebook.renewed";
  /** How every page of this site, of whatever day, names the script that starts the app. */
  const ANY_BOOT = BOOT.replace(/[^-]*$/, "");

  root.dataset.app = "starting";

  // Storage that is blocked throws.
  const read = (area, key) => {
    try {
      return window[area].getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      sessionStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  };
  const forget = (key) => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Then nothing was kept.
    }
  };

  const theme = read("localStorage", "casebook.theme");
  if (theme) root.dataset.theme = theme;
  // What the query asks for is not in the prerendered page; what is would flash.
  if (new RegExp(`[?&](${QUERY_KEYS})=`).test(location.search)) root.dataset.pending = "";

  // Who comes to the top of a page sees its first cards. Where a place in the page is to be found
  // again, all of it has to be laid out at once.
  const [visit] = performance.getEntriesByType("navigation");
  if (visit?.type === "navigate" && !location.hash) root.dataset.fresh = "";

  const isLive = () => root.dataset.app === "live";

  // There is no app: the page stays as it was written, and says what it lacks.
  const lose = (words) => {
    delete root.dataset.pending;
    root.dataset.app = "lost";
    const place = document.getElementById("trouble-words");
    // Screen readers tell what changes in a box that is there.
    if (place) setTimeout(() => (place.textContent = words ?? place.textContent));
  };

  // The page as the host has it now. Nothing when the host is out of reach, or has another site's
  // words to give: what a proxy says while the host is down is not worth leaving a readable page for.
  const fetchPage = async () => {
    try {
      const page = await (await fetch(location.href, { cache: "no-store" })).text();
      return page.includes(ANY_BOOT) ? page : undefined;
    } catch {
      return undefined;
    }
  };

  // A part of the app is missing. A page of yesterday names parts of yesterday; today's page names
  // others. It is loaded once at most until an app has started: never in a circle, and never when it
  // would change nothing.
  let isRenewing = false;
  const renew = async () => {
    if (isRenewing) return;
    isRenewing = true;
    const page = await fetchPage();
    if (isLive()) return;
    const isOther = page !== undefined && !page.includes(BOOT);
    if (isOther && !read("sessionStorage", RENEWED) && keep(RENEWED, BOOT)) {
      location.reload();
    } else {
      lose();
    }
  };

  // The app broke. The same address is opened once more, without the app.
  const halt = async () => {
    lose("Something went wrong, so search, filters, comparing and saving have stopped.");
    if ((await fetchPage()) && keep(HALTED, location.href)) location.reload();
  };

  // What is pressed, chosen and scrolled before anybody hears it. The app that is drawn meanwhile hears
  // no click on the page that it will replace: links are the browser's.
  const early = { pressed: null, chosen: new Set(), scrolled: new Set() };
  const hear = (event) => {
    if (!event.target.closest?.("#app")) return;
    event.stopPropagation();
    early.pressed = event.target.closest("button");
    // A form would be sent to nobody.
    if (early.pressed) event.preventDefault();
  };
  const listeners = {
    click: hear,
    change: (event) => early.chosen.add(event.target),
    scroll: (event) => early.scrolled.add(event.target),
  };
  for (const [name, listener] of Object.entries(listeners)) {
    document.addEventListener(name, listener, true);
  }
  early.stop = () => {
    for (const [name, listener] of Object.entries(listeners)) {
      document.removeEventListener(name, listener, true);
    }
  };

  const load = () => {
    document.getElementById("trouble-again")?.addEventListener("click", () => forget(HALTED));
    if (read("sessionStorage", HALTED) === location.href) {
      lose(
        "Something went wrong here, so this page came without search, filters, comparing and saving.",
      );
      return;
    }
    // Taken from there by boot.js.
    const page = { isLive, lose, renew, halt, early, forget: () => forget(RENEWED) };
    globalThis.casebook = page;
    // Scripts and markup that text becomes, where browsers ask: our own scripts, and the templates
    // that boot.js lets pass. It is the one policy that the site allows.
    globalThis.trustedTypes?.createPolicy("default", {
      createHTML: (html) => page.checkTemplate?.(html),
      createScriptURL: (url) => (url === BOOT || url === WORKER ? url : undefined),
    });
    // By an element that no parser has made: such a one, and what it imports, the policy of the page
    // lets run because it lets this script run ('strict-dynamic').
    const boot = document.createElement("script");
    boot.type = "module";
    boot.src = BOOT;
    boot.addEventListener("error", renew);
    document.head.append(boot);
  };

  // The first paint first: nothing that it does not need may take the line from it. A browser that
  // tells no site when it paints is given a second.
  let isAsked = false;
  const loadOnce = () => {
    if (!isAsked) load();
    isAsked = true;
  };
  new PerformanceObserver(() => setTimeout(loadOnce)).observe({ type: "paint", buffered: true });
  addEventListener("load", () => setTimeout(loadOnce, 1000));
})();
