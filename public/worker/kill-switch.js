// Put in the place of sw.js by `cargo xtask build --no-worker`: takes back what the worker keeps in
// every browser that has it, and then itself. Open pages are loaded again, without a worker.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith(`casebook ${self.registration.scope} `)) await caches.delete(name);
      }
      await self.registration.unregister();
      for (const client of await self.clients.matchAll({ type: "window" })) {
        await client.navigate(client.url);
      }
    })(),
  );
});
