// The description of the API is valid OpenAPI 3.1, as a foreign validator reads it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PYTHON = process.env.GUYUB_TEST_PYTHON ?? fileURLToPath(new URL("../target/python/bin/python", import.meta.url));
const DESCRIPTION = fileURLToPath(new URL("../crates/guyub/openapi.json", import.meta.url));

test("openapi.json is valid", () => {
  const { status, stdout, stderr } = spawnSync(PYTHON, ["-m", "openapi_spec_validator", DESCRIPTION], { encoding: "utf8" });

  assert.equal(status, 0, stdout + stderr);
});
