// What every journey runs under: no page error, no console error, no request to another site. What
// a content security policy refuses is a page error for Firefox.

export class Guard {
  #page;
  #errors = [];
  #foreign = [];
  #stubbed = [];

  /** Watches a page that has not been anywhere yet. */
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

  /** Addresses on other sites that were asked for so far. */
  get foreignRequests() {
    return this.#foreign.map(({ href }) => href);
  }

  /** Lets the journey ask something of another site, and answers in its place. */
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

  /** What went wrong so far. */
  async faults() {
    // Events come in order: after this answer there is none left of what happened before.
    await this.#page.evaluate(() => undefined);
    return [
      ...this.#errors,
      ...this.#foreign
        .filter(({ origin }) => !this.#stubbed.includes(origin))
        .map(({ href }) => `request to another site: ${href}`),
    ];
  }
}
