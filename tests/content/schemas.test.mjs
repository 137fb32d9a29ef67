// Validates each TOML file in content/ against its JSON Schema, so that editors report no errors in
// files that the compiler accepts. crates/compiler generates the schemas.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv from "ajv";
import { parse } from "smol-toml";

const content = join(dirname(fileURLToPath(import.meta.url)), "../../content");

/** Violations of the schema that a TOML text refers to. */
const faults = (text) => {
  const [, path] = /^#:schema (\S+)\n/.exec(text) ?? assert.fail("the first line is not #:schema");
  const schema = JSON.parse(readFileSync(join(content, path), "utf8"));
  const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);
  validate(parse(text));
  return (validate.errors ?? []).map((fault) => `${fault.instancePath}: ${fault.message}`);
};

for (const name of readdirSync(content).filter((name) => name.endsWith(".toml"))) {
  const text = readFileSync(join(content, name), "utf8");

  test(`${name} conforms to its schema`, () => assert.deepEqual(faults(text), []));

  test(`the schema of ${name} rejects unknown keys`, () => {
    const [schema, ...rest] = text.split("\n");
    assert.deepEqual(faults([schema, "unknown = 1", ...rest].join("\n")), [
      ": must NOT have additional properties",
    ]);
  });
}
