// The meeting server of the tests (bigbluebutton.py) as a process beside the story: it recomputes every checksum, and tells what happened there.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("bigbluebutton.py", import.meta.url));
const SECRET = "rahasia-server-contoh";

export class MeetingServer {
  async start() {
    this.process = spawn("python3", [SCRIPT, SECRET], { stdio: ["ignore", "pipe", "inherit"] });
    process.once("exit", () => this.process.kill("SIGKILL"));
    const [line] = await once(createInterface(this.process.stdout), "line");
    this.address = `http://127.0.0.1:${line.split(" ").at(-1)}`;
  }

  async stop() {
    this.process.kill();
    await once(this.process, "exit");
  }

  /** Puts the list of servers into a data folder: this one and one that nobody reaches. */
  async list(folder) {
    const server = (id, name, address) =>
      `[[server]]\nid = "${id}"\nname = "${name}"\nkind = "bigbluebutton"\nurl = "${address}/bigbluebutton/"\nsecret = "${SECRET}"\nchecksum = "sha384"\n`;
    const text = server("contoh", "BigBlueButton Contoh", this.address) + server("sunyi", "Server Sunyi", "http://127.0.0.1:1");
    await writeFile(join(folder, "meetings.toml"), text, { mode: 0o600 });
  }

  /** Parameters of the calls of one name, in order; none may have had a wrong checksum. */
  async calls(name) {
    const calls = await (await fetch(`${this.address}/stub/calls`)).json();
    assert.ok(!calls.some((it) => it.refused && it.refused !== "notFound"), JSON.stringify(calls));
    return calls.filter((it) => it.call === name && it.fields).map((it) => it.fields);
  }

  /** Sends the signed report of a meeting; answers the status it was met with. */
  async report(meetingID, attendees, finish) {
    const body = JSON.stringify({ meetingID, attendees, finish });
    return (await (await fetch(`${this.address}/stub/report`, { method: "POST", body })).json()).status;
  }
}
