// Keeps an edition of the site for readers without a connection. `cargo xtask build` puts in:
//
//   EDITION  names the edition: a hash over all that is kept
//   KEPT     paths below the worker's own folder, each named by its content, with spaces between
//   DATA     paths of files that keep their names and change, likewise
//   SHELL    the page, one of KEPT, that stands for every page: the app draws the rest
//
// Pages come from the network first, so that a reader with a connection never sees yesterday's.

const PREFIX = `casebook ${self.registration.scope} `;
const NAME = PREFIX + EDITION;
const address = (path) => new URL(path, self.registration.scope).href;
const kept = new Set(KEPT.split(" ").map(address));
const data = new Set(DATA.split(" ").map(address));

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(NAME);
      await cache.addAll([...kept]);
      await cache.addAll([...data].map((file) => new Request(file, { cache: "no-cache" })));
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => fromCache(SHELL)));
  } else if (kept.has(request.url)) {
    event.respondWith(fromCache(request.url));
  } else if (data.has(request.url)) {
    event.respondWith(fetch(request).catch(() => fromCache(request.url)));
  }
});

/** What is kept; the network's answer where the browser has thrown it away. */
async function fromCache(path) {
  const cache = await caches.open(NAME);
  return (await cache.match(address(path))) ?? fetch(address(path));
}
