// A rule for html-validate, which does not look at addresses: an address holds only what the URL
// standard allows (https://url.spec.whatwg.org/#url-writing). Browsers repair the rest, each in its
// own way.
import { Rule } from "html-validate";

const ATTRIBUTES = new Set(["href", "src", "action", "cite", "poster"]);

/** Characters that an address must percent-encode, and percent signs that encode nothing. */
const FORBIDDEN = /[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/i;

class Addresses extends Rule {
  setup() {
    this.on("attr", ({ key, value, target, location }) => {
      if (!ATTRIBUTES.has(key) || typeof value !== "string") return;
      const [found] = FORBIDDEN.exec(value) ?? [];
      if (found === undefined) return;
      this.report(target, `${key} contains ${JSON.stringify(found)}: percent-encode it`, location);
    });
  }
}

export const addresses = { name: "casebook", rules: { "casebook/addresses": Addresses } };
