// Configuration of `cargo xtask test --only site browser reviewed`: runs on release builds
// (tests/host/sites.mjs), each served by static-server.mjs, in the Chromium at the path in CHROME.
import { defineConfig, devices } from "@playwright/test";

import { ROOT, SUB } from "../host/sites.mjs";
import { FONTCONFIG } from "./support/fonts.mjs";

const chrome = process.env.CHROME;
if (!chrome) {
  throw new Error("CHROME is not set: run the journeys by `cargo xtask test`");
}

/**
 * A server on a free port. Playwright stores the port that it prints in an environment variable.
 */
function server(name, dir, base, more = "") {
  return {
    command: `node tests/browser/static-server.mjs --name ${name} --dir ${dir} --base ${base} ${more}`,
    cwd: "../..",
    wait: { stdout: new RegExp(`${name} listens on (?<casebook_${name}_port>\\d+)`) },
  };
}

/**
 * The URL of a site. Playwright first loads this file before the servers run and the port is known:
 * then it is a placeholder.
 */
function site(name, base) {
  return `http://127.0.0.1:${process.env[`CASEBOOK_${name.toUpperCase()}_PORT`] ?? 9}${base}`;
}

/**
 * Chromium features to disable. The address bar's popup is a page that is loaded for each new
 * window, which took as long as the journeys themselves (a first load: 1.4 s of CPU time, 0.7 s
 * without it).
 *
 * Chromium uses only the last --disable-features, so the second group repeats what Playwright
 * disables (chromiumSwitches.ts), except features of other browsers and systems.
 */
const DISABLED_FEATURES = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",

  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

const launchOptions = {
  executablePath: chrome,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    `--disable-features=${DISABLED_FEATURES.join()}`,
  ],
};

export default defineConfig({
  testDir: "journeys",
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 240_000,
  // Snapshots are written by `cargo xtask snapshots` alone.
  updateSnapshots: "none",
  expect: {
    timeout: 30_000,
    // Per pixel, a difference of colours that is hardly seen; per picture, one pixel in a thousand.
    toHaveScreenshot: { threshold: 0.05, maxDiffPixelRatio: 0.001 },
  },
  reporter: [["list"]],
  webServer: [
    server("root", ROOT, "/"),
    ...(SUB ? [server("sub", SUB, "/sub/", "--headers")] : []),
  ],
  use: {
    ...devices["Desktop Chrome"],
    // Traces of failed journeys, for CI. They slow down all journeys.
    trace: process.env.CASEBOOK_TRACE ? "retain-on-failure" : "off",
    // Allowed only in offline.spec.mjs, which tests the service worker.
    serviceWorkers: "block",
    launchOptions,
  },
  projects: SUB
    ? [
        { name: "root", testIgnore: /sub-path/, use: { baseURL: site("root", "/") } },
        {
          name: "sub-path",
          testMatch: /sub-path|any-host/,
          use: { baseURL: site("sub", "/sub/") },
        },
        {
          name: "reviewed",
          testDir: "reviewed",
          snapshotPathTemplate: "{testDir}/snapshots/{arg}{ext}",
          use: {
            baseURL: site("root", "/"),
            launchOptions: {
              ...launchOptions,
              args: [...launchOptions.args, "--font-render-hinting=none", "--disable-lcd-text"],
              env: { ...process.env, FONTCONFIG_FILE: FONTCONFIG },
            },
          },
        },
      ]
    : [
        {
          name: "own",
          testMatch: /any-/,
          grepInvert: /@two-sites/,
          use: { baseURL: site("root", "/") },
        },
      ],
});
