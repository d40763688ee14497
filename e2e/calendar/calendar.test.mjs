// What the product writes, foreign calendars read: the same events, whatever zone the reader's machine lives in.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const CHECK = fileURLToPath(new URL("check.mjs", import.meta.url));
const GUYUB = process.env.GUYUB_BIN ?? fileURLToPath(new URL("../../target/debug/guyub", import.meta.url));
const SAMPLES = join(dirname(GUYUB), "examples", "calendar_samples");

describe("Calendars", () => {
  const folder = mkdtempSync(join(tmpdir(), "guyub-calendars-"));
  before(() => execFileSync(SAMPLES, [folder]));
  after(() => rmSync(folder, { recursive: true }));

  for (const zone of ["UTC", "Asia/Jakarta", "America/New_York"]) {
    test(`are read alike and as written on a machine in ${zone}`, () => {
      const { status, stderr } = check(folder, zone);

      assert.equal(status, 0, stderr);
    });
  }

  test("are not taken for right when an event starts at another time", () => {
    const invitation = join(folder, "invitation.ics");
    const written = readFileSync(invitation, "utf8");
    writeFileSync(invitation, written.replace("DTSTART;TZID=Asia/Makassar:20260901T09", "DTSTART;TZID=Asia/Makassar:20260901T08"));

    const { status, stderr } = check(folder, "UTC");

    writeFileSync(invitation, written);
    assert.equal(status, 1);
    assert.match(stderr, /the readers see something else than was written/);
  });
});

const check = (folder, zone) => spawnSync("node", [CHECK, folder], { encoding: "utf8", env: { ...process.env, TZ: zone } });
