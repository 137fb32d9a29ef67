// Registers the service worker and offers its updates.
import { optional } from "./optional.js";

/** The path that the site is served below, with a final slash. */
function basePath() {
  return document.querySelector("meta[name=base-path]")?.content ?? "/";
}

/** The registration; undefined where the browser has no workers or forbids them. */
async function register() {
  const options = { scope: basePath(), updateViaCache: "none" };
  const asked = optional(() => navigator.serviceWorker.register(`${basePath()}sw.js`, options));
  return Promise.resolve(asked).catch(() => undefined);
}

/** Makes the site installable and registers the worker; without one the site needs a connection. */
export async function keepOffline() {
  // Added here so that it is not fetched before the first paint.
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  // The only request of the site that would otherwise go without cookies and passwords: a host that
  // asks for a login would refuse it.
  manifest.crossOrigin = "use-credentials";
  manifest.href = `${basePath()}manifest.webmanifest`;
  document.head.append(manifest);
  const registration = await register();
  if (!registration) return;
  const notice = updateNotice(registration);
  const offerWaiting = () => {
    // The first worker is no update.
    if (registration.waiting && registration.active) notice.show();
  };
  offerWaiting();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offerWaiting);
  });
  document.addEventListener("visibilitychange", () => {
    // A tab may stay open for days. Without a connection the check fails, and that is fine.
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

/** The notice of an update: one button activates it, the other hides the notice. */
function updateNotice(registration) {
  const notice = document.getElementById("update");
  const words = document.getElementById("update-words");
  let isWanted = false;
  const take = () => {
    isWanted = true;
    // Nothing waits if another tab has activated the update.
    if (registration.waiting) registration.waiting.postMessage("take over");
    else location.reload();
  };
  const putOff = () => (notice.hidden = true);
  document.getElementById("update-take").addEventListener("click", take);
  document.getElementById("update-later").addEventListener("click", putOff);
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isWanted) location.reload();
  });
  return {
    show() {
      notice.hidden = false;
      // A live region is announced only if it was shown before its text changed.
      setTimeout(() => (words.textContent = "This site has been updated."));
    },
  };
}
