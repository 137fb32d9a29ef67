// Every other site, as a proxy sees them: it records the hosts that are asked for and refuses.
import { once } from "node:events";
import { createServer } from "node:http";

/** Starts the proxy. `hosts` grows by one entry a request, as `host:port`, unless it is `ignored`. */
export async function startOutside(ignored) {
  const hosts = [];
  const record = (host) => {
    if (!ignored?.test(host)) hosts.push(host);
  };
  const server = createServer((request, response) => {
    record(new URL(request.url).host);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    record(request.url);
    socket.on("error", () => {}); // The browser may have closed it.
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: server.address().port,
    hosts,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
