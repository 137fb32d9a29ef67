// Keeps the site for readers without a connection, and offers a newer one when there is one.

/** The path under which the site is served. */
function basePath() {
  return document.querySelector("meta[name=base-path]")?.content ?? "/";
}

/** Nothing where the browser, or who set it up, will have no workers. */
async function register() {
  const options = { scope: basePath(), updateViaCache: "none" };
  try {
    return await navigator.serviceWorker?.register(`${basePath()}sw.js`, options);
  } catch {
    return undefined;
  }
}

/** Makes the site installable and registers the worker. Where there is none to be had, the site needs a connection. */
export async function keepOffline() {
  // Asked for now, not before the first paint.
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = `${basePath()}manifest.webmanifest`;
  document.head.append(manifest);
  const registration = await register();
  if (!registration) return;
  const offerWaiting = () => {
    // The first worker of all replaces none.
    if (registration.waiting && registration.active) offer(registration.waiting);
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

/** Shows the offer; one click takes it. */
function offer(worker) {
  const notice = document.getElementById("update");
  const take = document.getElementById("update-take");
  if (!notice || !take) return;
  notice.hidden = false;
  take.addEventListener(
    "click",
    () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
        once: true,
      });
      worker.postMessage("take over");
    },
    { once: true },
  );
}
