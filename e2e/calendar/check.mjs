// Reads every calendar of a folder with all readers and prints what they see; expected.json beside them says what they must see.
//
//   TZ=Asia/Jakarta node calendar/check.mjs FOLDER
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readAlike } from "../support/calendars.mjs";

const [folder] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith(".ics")).sort();
assert.notEqual(files.length, 0, `no calendar in ${folder}`);
const seen = Object.fromEntries(files.map((name) => [name, readAlike(readFileSync(join(folder, name), "utf8"))]));
console.log(JSON.stringify(seen, null, 2));

const expected = join(folder, "expected.json");
if (existsSync(expected)) {
  assert.deepEqual(seen, JSON.parse(readFileSync(expected, "utf8")), "the readers see something else than was written");
}
