// Precaches one edition of the site for readers without a connection. `cargo xtask build` defines:
//
//   EDITION  a hash over everything that is precached
//   KEPT     paths below the worker's folder of files named by their content, separated by spaces
//   DATA     paths of files that change under the same name, likewise
//   SHELL    the page, one of KEPT, that is served for every page: the app draws its content
//
// Pages come from the network first, so that a reader with a connection never sees an old one.

const PREFIX = `casebook ${self.registration.scope} `;
const NAME = PREFIX + EDITION;
const address = (path) => new URL(path, self.registration.scope).href;
const kept = new Set(KEPT.split(" ").map(address));
const data = new Set(DATA.split(" ").map(address));

/** Milliseconds until the cache answers in place of a slow host. */
const PATIENCE = 5000;

self.addEventListener("install", (event) => event.waitUntil(keepAll()));

/** Precaches everything, or nothing. */
async function keepAll() {
  const isNew = !(await caches.has(NAME));
  try {
    const cache = await caches.open(NAME);
    await cache.addAll([...kept]);
    await cache.addAll([...data].map((file) => new Request(file, { cache: "no-cache" })));
  } catch (error) {
    if (isNew) await caches.delete(NAME);
    throw error;
  }
}

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
  if (kept.has(request.url)) {
    event.respondWith(whatIsKept(request.url).then((answer) => answer ?? fetch(request)));
  } else if (data.has(request.url)) {
    event.respondWith(networkFirst(request, request.url));
  } else if (request.mode === "navigate") {
    event.respondWith(networkFirst(request, SHELL));
  }
});

/** The host's answer, or the cached one for `path` if the host is slow, out of reach or answers 5xx. */
async function networkFirst(request, path) {
  const asked = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  if (answer && answer.status < 500) return answer;
  return (await whatIsKept(path)) ?? asked;
}

/** The cached answer for a path; undefined if the browser evicted it. */
async function whatIsKept(path) {
  const answer = await (await caches.open(NAME)).match(address(path));
  // Some hosts redirect to names without `.html`, and a navigation rejects a redirected answer.
  return answer?.redirected ? new Response(answer.body, answer) : answer;
}
