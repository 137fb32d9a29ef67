// Keeps the site for readers without a connection, and offers a newer one when there is one.

/** The path under which the site is served. */
function basePath() {
  return document.querySelector("meta[name=base-path]")?.content ?? "/";
}

/** The registered worker; undefined where the browser has no workers or its settings forbid them. */
async function register() {
  const options = { scope: basePath(), updateViaCache: "none" };
  try {
    return await navigator.serviceWorker.register(`${basePath()}sw.js`, options);
  } catch {
    return undefined;
  }
}

/**
 * Makes the site installable and registers the worker. Where there is none to be had, the site needs
 * a connection.
 */
export async function keepOffline() {
  // Asked for now, not before the first paint.
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = `${basePath()}manifest.webmanifest`;
  document.head.append(manifest);
  const registration = await register();
  if (!registration) return;
  const notice = updateNotice(registration);
  const offerWaiting = () => {
    // The first worker of all replaces none.
    if (registration.waiting && registration.active) notice.show();
  };
  offerWaiting();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offerWaiting);
  });
  document.addEventListener("visibilitychange", () => {
    // A tab that stays open for days learns of a new edition when its reader comes back. Without a
    // connection there is none to be learnt of.
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

/** The offer of a newer edition: one click takes it, another puts it off until the next page. */
function updateNotice(registration) {
  const notice = document.getElementById("update");
  const words = document.getElementById("update-words");
  let isWanted = false;
  const take = () => {
    isWanted = true;
    // Nothing waits any more when another tab has taken the edition.
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
      // Screen readers tell what changes in a box that is there.
      setTimeout(() => (words.textContent = "There is a newer edition of this site."));
    },
  };
}
