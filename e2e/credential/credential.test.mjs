// What the product signs, foreign verifiers accept; what was changed or withdrawn, they refuse.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { judge } from "../support/credentials.mjs";

const GUYUB = process.env.GUYUB_BIN ?? fileURLToPath(new URL("../../target/debug/guyub", import.meta.url));
const SAMPLES = join(dirname(GUYUB), "examples", "credential_samples");

const CHANGES = {
  "another role": (it) => (it.credentialSubject.role = "narasumber"),
  "more lesson hours": (it) => (it.credentialSubject.creditsEarned = 30),
  "another title": (it) => (it.credentialSubject.achievement.name = "Webinar lain"),
  "another recipient": (it) => (it.credentialSubject.identifier[0].identityHash = `sha256$${"0".repeat(64)}`),
  "another day": (it) => (it.validFrom = "2025-11-20T03:00:00Z"),
  "another bit of the status list": (it) => (it.credentialStatus.statusListIndex = "1"),
  "a co-host more": (it) => it.evidence.push({ ...it.evidence[0], id: "https://guyub.example/instansi/lain" }),
  "an undefined member": (it) => (it.tidakDikenal = "x"),
  "a context of its own": (it) => it["@context"].push("https://evil.example/context.json"),
  "the proof of another purpose": (it) => (it.proof[0].proofPurpose = "authentication"),
  "a key that is not listed": (it) => (it.proof[0].verificationMethod = "did:web:guyub.example#key-2030-01"),
  "the other listed key": (it) => (it.proof[0].verificationMethod = "did:web:guyub.example#key-2024-11"),
  "a proof of yesterday": (it) => (it.proof[0].created = "2025-11-20T03:00:00Z"),
  "one letter of the signature": (it) => (it.proof[0].proofValue = it.proof[0].proofValue.replace(/.$/, (it) => (it === "2" ? "3" : "2"))),
  "no proof": (it) => delete it.proof,
};

describe("Credentials", () => {
  const folder = mkdtempSync(join(tmpdir(), "guyub-credentials-"));
  const sample = (name) => readFileSync(join(folder, `${name}.json`), "utf8");
  before(() => execFileSync(SAMPLES, [folder]));
  after(() => rmSync(folder, { recursive: true }));

  for (const name of ["good", "old-key", "hostile"]) {
    test(`are accepted by foreign verifiers: ${name}`, async () => {
      assert.deepEqual(await judge(sample(name), folder), { digitalBazaar: null, openBadgesLib: null });
    });
  }

  test("are refused when they were withdrawn", async () => {
    const { digitalBazaar, openBadgesLib } = await judge(sample("withdrawn"), folder);

    assert.equal(digitalBazaar, "withdrawn");
    assert.match(openBadgesLib, /status 'revocation' is set/);
  });

  test("are refused when somebody else wrote the status list", async () => {
    const list = sample("status");
    writeFileSync(join(folder, "status.json"), list.replace("2025-11-21T", "2025-11-20T"));

    const said = await judge(sample("good"), folder);

    writeFileSync(join(folder, "status.json"), list);
    assert.ok(said.digitalBazaar, "@digitalbazaar/vc accepts it");
    assert.ok(said.openBadgesLib, "openbadgeslib accepts it");
  });

  for (const [change, apply] of Object.entries(CHANGES)) {
    test(`are refused with ${change}`, async () => {
      const changed = JSON.parse(sample("good"));
      apply(changed);

      const said = await judge(JSON.stringify(changed), folder);

      assert.ok(said.digitalBazaar, "@digitalbazaar/vc accepts it");
      assert.ok(said.openBadgesLib, "openbadgeslib accepts it");
    });
  }
});
