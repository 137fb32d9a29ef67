// Shipped as sw.js by `cargo xtask build --no-worker`: deletes what an earlier worker has cached,
// unregisters itself and reloads open pages, which then have no worker.

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
