// Each TOML file in content/ is what the JSON Schema that it names says, so that an editor marks no
// line that the compiler accepts. The schemas are made by the compiler's readers: crates/compiler.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv from "ajv";
import { parse } from "smol-toml";

const content = join(dirname(fileURLToPath(import.meta.url)), "../../content");

/** What a schema finds wrong with a TOML text. */
const faults = (text) => {
  const [, path] = /^#:schema (\S+)\n/.exec(text) ?? assert.fail("the first line names no schema");
  const schema = JSON.parse(readFileSync(join(content, path), "utf8"));
  const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);
  validate(parse(text));
  return (validate.errors ?? []).map((fault) => `${fault.instancePath}: ${fault.message}`);
};

for (const name of readdirSync(content).filter((name) => name.endsWith(".toml"))) {
  const text = readFileSync(join(content, name), "utf8");

  test(`${name} is what its schema says`, () => assert.deepEqual(faults(text), []));

  test(`the schema of ${name} refuses a key that it does not know`, () => {
    const [schema, ...rest] = text.split("\n");
    assert.deepEqual(faults([schema, "unheard_of = 1", ...rest].join("\n")), [
      ": must NOT have additional properties",
    ]);
  });
}
