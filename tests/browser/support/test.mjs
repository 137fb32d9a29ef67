// Playwright's test with a guard that fails journeys with errors or foreign requests.
import { test as base, expect } from "@playwright/test";

export { expect };

/**
 * Fails a journey on any page error, console error or request to a foreign origin that the journey
 * does not allow.
 */
class Guard {
  #errors = [];
  #foreign = [];
  #own;
  #allowedOrigins = new Set();
  #allowedErrors = [];

  constructor(context, baseURL) {
    this.#own = new URL(baseURL).origin;
    context.on("weberror", (error) => this.#errors.push(`page error: ${error.error()}`));
    context.on("console", (message) => {
      if (message.type() === "error") this.#errors.push(`console error: ${message.text()}`);
    });
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== this.#own) {
        this.#foreign.push(url.href);
      }
    });
    // Requests that the page's policy blocks are reported as requests but never sent.
    context.on("requestfailed", (request) => {
      if (request.failure()?.errorText !== "csp") return;
      const sent = this.#foreign.indexOf(request.url());
      if (sent !== -1) this.#foreign.splice(sent, 1);
    });
  }

  /** Allows requests to another site. */
  allowOrigin(origin) {
    this.#allowedOrigins.add(origin);
  }

  /** Allows page and console errors that match. */
  allowError(pattern) {
    this.#allowedErrors.push(pattern);
  }

  /** URLs on other sites that have been requested so far. */
  get foreignRequests() {
    return [...this.#foreign];
  }

  /** Errors and foreign requests that are not allowed. */
  get faults() {
    const isAllowed = (error) => this.#allowedErrors.some((pattern) => pattern.test(error));
    return [
      ...this.#errors.filter((error) => !isAllowed(error)),
      ...this.#foreign
        .filter((url) => !this.#allowedOrigins.has(new URL(url).origin))
        .map((url) => `request to another site: ${url}`),
    ];
  }
}

export const test = base.extend({
  page: async ({ page }, use) => {
    await use(page);
    // Requests after the end of the journey are ignored.
    await page.unrouteAll({ behavior: "ignoreErrors" });
  },
  guard: [
    async ({ context, baseURL }, use) => {
      const guard = new Guard(context, baseURL);
      await use(guard);
      expect(guard.faults, "page errors, console errors and foreign requests").toEqual([]);
    },
    { auto: true },
  ],
});
