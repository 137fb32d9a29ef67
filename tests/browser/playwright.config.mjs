// How `cargo xtask test --only browser` runs the journeys: against the release sites in dist/ and
// dist-sub/, each behind the plain static server, in the Chromium that CHROME names.
import { defineConfig, devices } from "@playwright/test";

const chrome = process.env.CHROME;
if (!chrome) {
  throw new Error("CHROME is not set: run the journeys by `cargo xtask test --only browser`");
}

/** A server on a free port; Playwright puts the port it prints into the environment. */
function server(name, dir, base, more = "") {
  return {
    command: `node tests/browser/static-server.mjs --name ${name} --dir ${dir} --base ${base} ${more}`,
    cwd: "../..",
    wait: { stdout: new RegExp(`${name} listens on (?<casebook_${name}_port>\\d+)`) },
  };
}

/** Where a server of that name is. Without a port (the first reading of this file) nowhere. */
function site(name, base) {
  return `http://127.0.0.1:${process.env[`CASEBOOK_${name.toUpperCase()}_PORT`] ?? 9}${base}`;
}

/**
 * What Chromium is to go without. The popup of its own address bar is a page, loaded for each new
 * window: that took as long as the journeys themselves (1.4 s of work for a first load, 0.7 without).
 *
 * Of two switches of one name the last counts: below are those that Playwright turns off by itself
 * (chromiumSwitches.ts), without what is for other browsers and systems.
 */
const WITHOUT = [
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

export default defineConfig({
  testDir: "journeys",
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  webServer: [server("root", "dist", "/"), server("sub", "dist-sub", "/sub/", "--headers")],
  use: {
    ...devices["Desktop Chrome"],
    // A record of each failed journey, for where nobody can look: it slows all of them down.
    trace: process.env.CASEBOOK_TRACE ? "retain-on-failure" : "off",
    // Journeys that are about the worker let it in.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: chrome,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        `--disable-features=${WITHOUT.join()}`,
      ],
    },
  },
  projects: [
    { name: "root", testIgnore: /sub-path/, use: { baseURL: site("root", "/") } },
    { name: "sub-path", testMatch: /sub-path|any-host/, use: { baseURL: site("sub", "/sub/") } },
  ],
});
