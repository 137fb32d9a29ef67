// Runs Lighthouse for `cargo xtask bench site` and prints what it measured as JSON:
//
//   node lighthouse.mjs --chrome FILE --site DIR --plain DIR --reports DIR --runs N PATH …
//
// Uses Lighthouse's mobile preset (simulated phone and network). Each round measures every page once,
// the plain page first, each in a new browser with an empty profile. Pages take turns so that a slow
// phase of the machine affects all of them.
//
// chrome-launcher is a dependency of Lighthouse, so it is not in package.json.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";

const CATEGORIES = {
  performance: "performance",
  accessibility: "accessibility",
  bestPractices: "best-practices",
  seo: "seo",
};

/** The number of offending items listed per audit. */
const MOST_DETAILS = 4;

const { values: options, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(
    ["chrome", "site", "plain", "reports", "runs"].map((name) => [name, { type: "string" }]),
  ),
});

/** Serves a folder from a worker thread; resolves to its origin. */
function serve(folder, serverOptions) {
  const worker = new Worker(new URL("server.mjs", import.meta.url), {
    workerData: { folder, options: serverOptions },
  });
  worker.unref(); // The process exits even while the server runs.
  return new Promise((resolve, reject) => {
    worker.once("message", (port) => resolve(`http://127.0.0.1:${port}`));
    worker.once("error", reject);
  });
}

/** The flags that the other browser tests use too. */
async function chromeFlags() {
  const file = new URL("../../../webdriver.json", import.meta.url);
  return JSON.parse(await readFile(file, "utf8"))["goog:chromeOptions"].args;
}

/** Errors of Lighthouse's recording, not of the page. Such a run has no result and is repeated. */
const NOT_RECORDED = new Set(["NO_NAVSTART", "NO_FCP", "NO_TRACING_STARTED"]);

/** One run, repeated if it could not be recorded. */
async function runOnce(url, attempts = 3) {
  try {
    return await tryOnce(url);
  } catch (error) {
    if (attempts === 1 || !NOT_RECORDED.has(error.code)) throw error;
    return runOnce(url, attempts - 1);
  }
}

/** One run in a new browser: Lighthouse's result and its HTML report. */
async function tryOnce(url) {
  const chrome = await launch({ chromePath: options.chrome, chromeFlags: await chromeFlags() });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      output: "html",
      logLevel: "error",
      onlyCategories: Object.values(CATEGORIES),
      disableFullPageScreenshot: true,
    });
    if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`);
    const { runtimeError } = result.lhr;
    if (runtimeError) {
      const error = new Error(`${url}: ${runtimeError.code}: ${runtimeError.message}`);
      throw Object.assign(error, { code: runtimeError.code });
    }
    return result;
  } finally {
    chrome.kill();
  }
}

/** The figures that the bench reports. */
function summary(lhr) {
  const number = (id) => {
    const { numericValue, errorMessage } = lhr.audits[id];
    if (numericValue === undefined) {
      throw new Error(
        `${lhr.finalDisplayedUrl}: no ${id}: ${errorMessage ?? "it was not measured"}`,
      );
    }
    return numericValue;
  };
  const requests = lhr.audits["network-requests"].details.items;
  const bytes = (items) => items.reduce((sum, item) => sum + (item.transferSize ?? 0), 0);
  return {
    scores: eachCategory(lhr, scoreOf),
    failing: eachCategory(lhr, failing),
    fcp: number("first-contentful-paint"),
    lcp: number("largest-contentful-paint"),
    tbt: number("total-blocking-time"),
    cls: number("cumulative-layout-shift"),
    bytes: bytes(requests),
    firstPaintBytes: bytes(
      requests.filter((item) => ["Document", "Stylesheet"].includes(item.resourceType)),
    ),
    requests: requests.length,
    benchmarkIndex: lhr.environment.benchmarkIndex,
  };
}

function eachCategory(lhr, read) {
  return Object.fromEntries(
    Object.entries(CATEGORIES).map(([key, id]) => [key, read(lhr, lhr.categories[id])]),
  );
}

/** From 0 to 100. An audit that failed to run makes the score of its category null: an error. */
function scoreOf(lhr, category) {
  if (category.score !== null) return Math.round(category.score * 100);
  const broken = category.auditRefs
    .map((ref) => lhr.audits[ref.id])
    .filter((audit) => audit.scoreDisplayMode === "error")
    .map((audit) => `${audit.id}: ${audit.errorMessage}`);
  throw new Error(`${lhr.finalDisplayedUrl}: no score for ${category.id}: ${broken.join("; ")}`);
}

/** The failed audits of a category, highest weight first. */
function failing(lhr, category) {
  return category.auditRefs
    .filter((ref) => ref.group !== "hidden" && isFailing(lhr.audits[ref.id]))
    .sort((a, b) => b.weight - a.weight)
    .map(({ id, weight }) => {
      const audit = lhr.audits[id];
      return { id, title: audit.title, weight, details: detailsOf(audit) };
    });
}

function isFailing({ score, scoreDisplayMode }) {
  return ["binary", "numeric", "metricSavings"].includes(scoreDisplayMode) && score < 1;
}

/** An audit's value, then its offending items, one a line. */
function detailsOf(audit) {
  const items = (audit.details?.items ?? []).flatMap((item) => item.items ?? [item]);
  const shown = items.flatMap((item) => {
    const words = [
      item.node?.snippet ?? item.url ?? item.sourceLocation?.url,
      // The first line of axe's explanation is a heading, the second the first fix.
      item.node?.explanation?.split("\n")[1]?.trim(),
      typeof item.description === "string" ? item.description : undefined,
      item.wastedMs === undefined ? undefined : `${Math.round(item.wastedMs)} ms`,
      item.wastedBytes === undefined ? undefined : `${Math.round(item.wastedBytes)} bytes`,
    ].filter((word) => typeof word === "string");
    return words.length === 0 ? [] : [words.join("  ")];
  });
  const rest = shown.length - MOST_DETAILS;
  return [
    ...(audit.displayValue ? [audit.displayValue] : []),
    ...shown.slice(0, MOST_DETAILS),
    ...(rest > 0 ? [`… and ${rest} more`] : []),
  ];
}

const plain = await serve(options.plain, { headersFrom: options.site, only: ["cache-control"] });
const site = await serve(options.site);
const targets = [
  { path: "plain", url: `${plain}/`, runs: [] },
  ...paths.map((path) => ({ path, url: `${site}${path}`, runs: [] })),
];
const report = {};
await rm(options.reports, { recursive: true, force: true });
await mkdir(options.reports, { recursive: true });
for (let round = 1; round <= Number(options.runs); round += 1) {
  for (const target of targets) {
    console.error(`round ${round} of ${options.runs}: ${target.path}`);
    const { lhr, report: html } = await runOnce(target.url);
    const name = target.path.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "index";
    await writeFile(join(options.reports, `${name}-${round}.html`), html);
    target.runs.push(summary(lhr));
    report.lighthouse = lhr.lighthouseVersion;
    report.browser = lhr.environment.hostUserAgent;
  }
}
const [{ runs }, ...pages] = targets;
report.plain = runs;
report.pages = pages.map((page) => ({ path: page.path, runs: page.runs }));
console.log(JSON.stringify(report));
