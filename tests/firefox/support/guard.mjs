// Fails journeys with page errors, console errors or requests to other sites. Firefox reports
// violations of the content security policy as page errors.

export class Guard {
  #page;
  #errors = [];
  #foreign = [];
  #stubbed = [];

  /** Create it before the page's first navigation. */
  constructor(page, own) {
    this.#page = page;
    page.on("pageerror", (error) => this.#errors.push(`page error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") this.#errors.push(`console error: ${message.text()}`);
    });
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== own) this.#foreign.push(url);
    });
  }

  /** URLs on other sites that have been requested so far. */
  get foreignRequests() {
    return this.#foreign.map(({ href }) => href);
  }

  /** Allows requests to another site and responds to them with `body`. */
  async stub(origin, body) {
    this.#stubbed.push(origin);
    await this.#page.setRequestInterception(true);
    this.#page.on("request", (request) => {
      if (new URL(request.url()).origin === origin) {
        request.respond({ contentType: "text/html", body });
      } else {
        request.continue();
      }
    });
  }

  /** Errors and foreign requests so far. */
  async faults() {
    // Events arrive in order: this round trip flushes those of earlier actions.
    await this.#page.evaluate(() => undefined);
    return [
      ...this.#errors,
      ...this.#foreign
        .filter(({ origin }) => !this.#stubbed.includes(origin))
        .map(({ href }) => `request to another site: ${href}`),
    ];
  }
}
