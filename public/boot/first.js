// Inlined in every page and run before the first paint: sets the saved theme, hides content that
// the query will replace, and loads boot.js after the paint. `cargo xtask build` defines:
//
//   BOOT        the URL of boot.js
//   WORKER      the URL of the service worker
//   QUERY_KEYS  the keys of the query string that change what a page shows, as `q|tech|…`
//
// Until the app is live, and if it never is, the page is a plain page with links. After eight
// seconds style/components/trouble.css says what is missing, without any script. The attribute
// data-app of the root is absent where no script runs, then `starting`, then `live` or `lost`.
import { optional } from "./optional.js";

(() => {
  const root = document.documentElement;
  const HALTED = "casebook.halted";
  const RENEWED = "casebook.renewed";
  /** File-name prefix of boot.js, the same in every build. */
  const ANY_BOOT = BOOT.replace(/[^-]*$/, "");

  root.dataset.app = "starting";

  // Blocked storage throws.
  const read = (area, key) => optional(() => window[area].getItem(key));
  const keep = (key, value) => optional(() => (sessionStorage.setItem(key, value), true));
  const forget = (key) => optional(() => sessionStorage.removeItem(key));

  const theme = read("localStorage", "casebook.theme");
  if (theme) root.dataset.theme = theme;
  // The prerendered page does not have what the query asks for; its own content would flash.
  if (new RegExp(`[?&](${QUERY_KEYS})=`, "i").test(location.search)) root.dataset.pending = "";

  // A visit that starts at the top of a page needs only its first cards laid out. Restoring a
  // scroll position or reaching a fragment needs all of them.
  const visit = optional(() => performance.getEntriesByType("navigation")[0]);
  if (visit?.type === "navigate" && !location.hash) root.dataset.fresh = "";

  const isLive = () => root.dataset.app === "live";

  // There will be no app. Shows the prerendered page, with `words` as the message if given.
  const lose = (words) => {
    delete root.dataset.pending;
    root.dataset.app = "lost";
    const place = document.getElementById("trouble-words");
    // A live region is announced only if it was shown before its text changed.
    if (place) setTimeout(() => (place.textContent = words ?? place.textContent));
  };

  // The page as the host has it now; undefined when the host is out of reach or answers with
  // something else, such as a proxy's error page: that is no reason to leave a readable page.
  const fetchPage = async () => {
    try {
      const page = await (await fetch(location.href, { cache: "no-store" })).text();
      return page.includes(ANY_BOOT) ? page : undefined;
    } catch {
      return undefined;
    }
  };

  // A file of the app is missing: the page may be outdated and name files of an older build.
  // Reloads it if the host has a newer one, at most once until an app has started, so that it never
  // loops.
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

  // The app crashed. Opens the same address again, without the app.
  const halt = async () => {
    lose("Something went wrong, so search, filters, comparing and saving have stopped.");
    if ((await fetchPage()) && keep(HALTED, location.href)) location.reload();
  };

  // What the reader presses, chooses and scrolls before the app is live; take-over.js repeats it on
  // the app's elements. Until then clicks reach no listener of the app, and links are left to the
  // browser.
  const early = { pressed: null, chosen: new Set(), scrolled: new Set() };
  const hear = (event) => {
    // An app that has come in without boot.js has not stopped this.
    if (isLive() || !event.target.closest?.("#app")) return;
    event.stopPropagation();
    early.pressed = event.target.closest("button");
    // Keeps a form from being submitted.
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
    // boot.js takes this object and deletes the global.
    const page = { isLive, lose, renew, halt, early, forget: () => forget(RENEWED) };
    globalThis.casebook = page;
    // The only Trusted Types policy that the site allows: our two scripts, and HTML that the check
    // of boot.js accepts.
    optional(() =>
      trustedTypes.createPolicy("default", {
        createHTML: (html) => page.checkTemplate?.(html),
        createScriptURL: (url) => (url === BOOT || url === WORKER ? url : undefined),
      }),
    );
    // An element that no parser made may run, with all that it imports, because the content
    // security policy trusts this script ('strict-dynamic').
    const boot = document.createElement("script");
    boot.type = "module";
    boot.addEventListener("error", renew);
    // Throws where Trusted Types are enforced and the policy above was refused.
    const isAdded = optional(() => {
      boot.src = BOOT;
      document.head.append(boot);
      return true;
    });
    if (!isAdded) lose();
  };

  // Nothing may compete with the first paint for bandwidth. Browsers that report no paint get a
  // second after the load event, which is over where a host delays scripts.
  let isAsked = false;
  const loadOnce = () => {
    if (!isAsked) load();
    isAsked = true;
  };
  optional(() =>
    new PerformanceObserver(() => setTimeout(loadOnce)).observe({ type: "paint", buffered: true }),
  );
  const loadLater = () => setTimeout(loadOnce, 1000);
  if (document.readyState === "complete") loadLater();
  else addEventListener("load", loadLater);
})();
