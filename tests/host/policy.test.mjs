// The content security policy as a header, judged by Google's csp_evaluator. Journeys (policy.spec.mjs)
// show that it blocks what it should.
import assert from "node:assert/strict";
import { test } from "node:test";

import evaluator from "csp_evaluator/dist/evaluator.js";
import finding from "csp_evaluator/dist/finding.js";
import parser from "csp_evaluator/dist/parser.js";

const policy = process.env.CASEBOOK_POLICY;
if (!policy) {
  throw new Error("CASEBOOK_POLICY is not set: run `cargo xtask test --only scripts`");
}

/** What csp_evaluator has to say, each finding with its severity. */
function findings(policy) {
  const { csp } = new parser.CspParser(policy);
  return new evaluator.CspEvaluator(csp)
    .evaluate()
    .map(({ severity, description }) => `${finding.Severity[severity]}: ${description}`);
}

test("csp_evaluator finds nothing in the policy, not even a remark", () => {
  assert.deepEqual(findings(policy), []);
});

test("csp_evaluator finds what a weaker policy lacks", () => {
  const weaker = findings(policy.replace(/script-src [^;]+/, "script-src 'unsafe-inline'"));
  assert.match(weaker.join("\n"), /^HIGH: 'unsafe-inline' allows/m);
  const missing = findings(policy.replace("base-uri 'none'; ", ""));
  assert.match(missing.join("\n"), /^HIGH: Missing base-uri/m);
});
