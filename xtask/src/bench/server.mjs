// The server that the bench measures, in a worker thread so that Lighthouse's work does not delay its
// responses. It compresses files and applies the site's `_headers`, like the supported hosts.
import { parentPort, workerData } from "node:worker_threads";

import { serve } from "../../../tests/host/serve.mjs";

const { folder, options } = workerData;
const { port } = await serve(folder, { compress: true, headers: true, ...options });
parentPort.postMessage(port);
