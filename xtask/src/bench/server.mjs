// The host that the bench measures on, in a thread of its own, so that Lighthouse at work delays no
// answer. Good hosts send files compressed and with the headers of the site's `_headers`.
import { parentPort, workerData } from "node:worker_threads";

import { serve } from "../../../tests/host/serve.mjs";

const { folder, options } = workerData;
const { port } = await serve(folder, { compress: true, headers: true, ...options });
parentPort.postMessage(port);
