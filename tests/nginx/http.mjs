// HTTP requests without redirects and decompression.
import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

export function get(port, path, headers = {}, method = "GET") {
  return new Promise((resolved, rejected) => {
    const options = { agent, host: "127.0.0.1", port, path, headers, method };
    request(options, async (answer) => {
      try {
        const body = Buffer.concat(await answer.toArray());
        resolved({ status: answer.statusCode, headers: answer.headers, body });
      } catch (error) {
        rejected(error);
      }
    })
      .once("error", rejected)
      .end();
  });
}

export function closeConnections() {
  agent.destroy();
}
