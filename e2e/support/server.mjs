// The built binary with the demonstration in a fresh data folder, on a free loopback port.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const BINARY = process.env.GUYUB_BIN ?? fileURLToPath(new URL("../../target/debug/guyub", import.meta.url));
const POSTGRES = process.env.GUYUB_TEST_POSTGRES;
const PATIENCE_MS = 60_000;

/**
 * Runs the stories once on SQLite, and once more on PostgreSQL when GUYUB_TEST_POSTGRES names one.
 * `prepare` may put files into the data folder before the first start.
 */
export function onEachDatabase(title, stories, prepare = async () => {}) {
  for (const database of POSTGRES ? ["SQLite", "PostgreSQL"] : ["SQLite"]) {
    describe(`${title} (${database})`, () => {
      const guyub = new Guyub(database);
      before(() => guyub.start(prepare));
      after(() => guyub.stop());
      stories(guyub);
    });
  }
}

export class Guyub {
  /** What the server printed so far. */
  output = "";

  /** @param {"SQLite" | "PostgreSQL"} database */
  constructor(database, binary = BINARY) {
    this.database = database;
    this.binary = binary;
  }

  /** Where it listens, as "http://127.0.0.1:PORT". */
  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(prepare = async () => {}) {
    this.folder = await mkdtemp(join(tmpdir(), "guyub-e2e-"));
    await prepare(this.folder);
    this.port = await freePort();
    this.environment = {
      ...process.env,
      GUYUB_DATA: this.folder,
      GUYUB_LISTEN: `127.0.0.1:${this.port}`,
      GUYUB_BASE_URL: this.address,
      ...(this.database === "PostgreSQL" && { GUYUB_DATABASE_URL: await newDatabase() }),
    };
    await this.run();
  }

  /** Starts the program on the data folder it had, also again after `kill`. */
  async run() {
    this.process = spawn(this.binary, ["serve", "--demo"], { env: this.environment, stdio: ["ignore", "pipe", "pipe"] });
    this.process.stdout.on("data", (it) => (this.output += it));
    this.process.stderr.on("data", (it) => (this.output += it));
    this.process.on("error", (error) => (this.output += `${error}\n`));
    process.once("exit", () => this.process.kill("SIGKILL"));
    await this.ready();
  }

  async kill(signal = "SIGKILL") {
    if (this.process?.exitCode === null && this.process.signalCode === null && this.process.pid) {
      this.process.kill(signal);
      await once(this.process, "exit");
    }
  }

  async stop() {
    await this.kill("SIGTERM");
    await rm(this.folder, { recursive: true, force: true });
  }

  /**
   * How to sign in as somebody of the demonstration: `serve --demo` prints one line per person,
   * "masuk sebagai pengelola: 198503152010012001 / sandi-contoh".
   */
  signInAs(role) {
    const hint = this.output.match(new RegExp(`masuk sebagai ${role}: *(\\S+) */ *(\\S+)`, "i"));
    assert.ok(hint, `the server printed no way to sign in as ${role}:\n${this.output}`);
    return [hint[1], hint[2]];
  }

  async ready() {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline && this.process.exitCode === null && this.process.pid) {
      const answer = await fetch(`${this.address}/readyz`).catch(() => null);
      if (answer?.status === 200) {
        return;
      }
      await pause(50);
    }
    await this.kill();
    assert.fail(`${this.binary} did not become ready on ${this.database}; it said:\n${this.output}`);
  }
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

async function newDatabase() {
  const name = `e2e_${process.pid}_${Date.now()}`;
  await promisify(execFile)("psql", ["-XqAt", POSTGRES, "-c", `create database ${name}`]);
  const url = new URL(POSTGRES);
  url.pathname = `/${name}`;
  return url.href;
}
