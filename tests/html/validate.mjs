// The validator: the HTML standard, without rules of style.
import { HtmlValidate, StaticConfigLoader } from "html-validate";

import { addresses } from "./addresses.mjs";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    plugins: [addresses],
    extends: ["html-validate:standard"],
    rules: { "casebook/addresses": "error" },
  }),
);

/** The faults of a document, each as `name:line:column: message (rule)`. */
export async function validate(html, name) {
  const { results } = await validator.validateString(html, name);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, column, message, ruleId }) => `${name}:${line}:${column}: ${message} (${ruleId})`,
    ),
  );
}
