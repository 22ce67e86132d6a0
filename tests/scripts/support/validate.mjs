// node validate.mjs SCHEMA.json FILE.ndjson: each line against a draft-07 schema with ajv, unknown members forbidden.
// Prints what is wrong, one line each; nothing: all is valid.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../package.json", import.meta.url));
const Ajv = require("ajv");

function closeObjects(schema) {
  if (schema === null || typeof schema !== "object") return;
  if (!Array.isArray(schema) && schema.properties && !("additionalProperties" in schema))
    schema.additionalProperties = false;
  Object.values(schema).forEach(closeObjects);
}

const [schemaFile, file] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
closeObjects(schema);
const validate = new Ajv({ allErrors: false, strict: true, allowUnionTypes: true }).compile(schema);
const lines = readFileSync(file, "utf8").split("\n").filter((line) => line !== "");
lines.forEach((line, index) => {
  if (!validate(JSON.parse(line))) console.log(`line ${index + 1}: ${JSON.stringify(validate.errors).slice(0, 500)}`);
});
