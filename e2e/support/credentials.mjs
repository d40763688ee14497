// A credential as two foreign verifiers judge it: @digitalbazaar/vc, and the PyPI package openbadgeslib. Nothing is fetched from the net.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { verifyCredential } from "@digitalbazaar/vc";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";

const PYTHON = process.env.GUYUB_TEST_PYTHON ?? fileURLToPath(new URL("../../target/python/bin/python", import.meta.url));
const SCRIPT = fileURLToPath(new URL("read_credential.py", import.meta.url));
const CONTEXTS = new URL("../../crates/credential/contexts/", import.meta.url);
const EXAMPLE = { issuer: "did:web:guyub.example", list: "https://guyub.example/status/1" };

const read = (place) => JSON.parse(readFileSync(place, "utf8"));
const contexts = {
  "https://www.w3.org/ns/credentials/v2": read(new URL("credentials-v2.json", CONTEXTS)),
  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": read(new URL("open-badges-3.0.3.json", CONTEXTS)),
};

/**
 * What each verifier says of a credential: null when it accepts it, else why not.
 *
 * @param {string} text the credential as JSON
 * @param {string} folder holds the issuer's did.json and status.json
 * @param {{ issuer: string, list: string }} at whose they are: the DID, and the address of the list
 */
export async function judge(text, folder, at = EXAMPLE) {
  return { digitalBazaar: await byDigitalBazaar(text, folder, at), openBadgesLib: byOpenBadgesLib(text, folder, at) };
}

async function byDigitalBazaar(text, folder, at) {
  const did = read(join(folder, "did.json"));
  const keys = did.verificationMethod.map((it) => [it.id, { "@context": "https://w3id.org/security/multikey/v1", ...it }]);
  const status = { [at.list]: read(join(folder, "status.json")) };
  const documents = { ...contexts, ...status, [at.issuer]: did, ...Object.fromEntries(keys) };
  const documentLoader = async (documentUrl) => {
    assert.ok(documentUrl in documents, `not fetched: ${documentUrl}`);
    return { contextUrl: null, documentUrl, document: documents[documentUrl] };
  };
  const suite = new DataIntegrityProof({ cryptosuite });
  const result = await verifyCredential({ credential: JSON.parse(text), suite, documentLoader, checkStatus: notWithdrawn });
  return result.verified ? null : reason(result);
}

/** The library reads the bit; what it means is for its caller to say. */
async function notWithdrawn(options) {
  const answer = await checkStatus({ ...options, verifyBitstringStatusListCredential: true });
  const withdrawn = answer.results?.some((it) => it.status);
  return withdrawn ? { verified: false, error: new Error("withdrawn") } : answer;
}

function reason({ error, statusResult }) {
  const deepest = (it) => it?.errors?.map(deepest).join("; ") ?? it?.message;
  return deepest(statusResult?.error) ?? deepest(error) ?? "not verified";
}

function byOpenBadgesLib(text, folder, at) {
  const { status, stdout, stderr } = spawnSync(PYTHON, [SCRIPT, folder, at.issuer, at.list], { input: text, encoding: "utf8" });
  assert.equal(status, 0, `openbadgeslib (Python) does not run (bin/steps/python-packages installs it): ${stderr}`);
  return stdout.trim() === "verified" ? null : stdout.trim();
}
