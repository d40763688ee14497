// A meeting room on a server: chosen and opened by the organiser, entered by a personal link on a phone, and attendance arrives by itself.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { EVERY_VISITOR, axe, browse, noSidewaysScroll, shot, signIn } from "./support/browser.mjs";
import { MeetingServer } from "./support/meetings.mjs";
import { onEachDatabase } from "./support/server.mjs";
import { sessionIn } from "./support/today.mjs";

const server = new MeetingServer();
const prepare = (folder) => server.list(folder);

describe("A meeting room", () => {
  before(() => server.start());
  after(() => server.stop());

  onEachDatabase(
    "from choice to attendance",
    (guyub) => {
      for (const visitor of EVERY_VISITOR) {
        test(`on a ${visitor.device}, JavaScript ${visitor.script}`, () => tell(guyub, visitor));
      }
    },
    prepare,
  );
});

async function tell(guyub, visitor) {
  const session = sessionIn(25);
  const as = (role, scene) =>
    browse({ at: guyub.address, ...visitor }, async (page) => {
      await signIn(page, ...guyub.signInAs(role));
      await scene(page);
    });

  const address = await published(as, "Membaca inflasi bersama", session);
  await registersAndWaits(as, address);
  await opens(as, address, visitor);
  const name = await enters(as, address);
  await browse({ at: guyub.address, ...visitor }, async (page) => {
    await page.goto(`${address}/gabung`);
    assert.equal(new URL(page.url()).pathname, "/masuk", "a stranger signs in first");
  });
  await as("peserta kedua", async (page) => {
    const answer = await page.goto(`${address}/gabung`);
    assert.equal(answer.status(), 403);
    await page.getByText("hanya untuk yang terdaftar").waitFor();
  });
  await attendanceArrives(as, address, session, name);
}

async function published(as, title, session) {
  let address;
  await as("pengelola", async (page) => {
    await page.goto("/kegiatan/baru");
    await page.getByLabel("Judul kegiatan").fill(title);
    await page.getByLabel("Tema").selectOption({ label: "Ekonomi dan keuangan negara" });
    await page.getByLabel("Tanggal").fill(session.date);
    await page.getByLabel("Mulai").fill(session.start);
    await page.getByLabel("Selesai").fill(session.end);
    await page.getByLabel("Zona").selectOption(session.zone);
    await page.getByText("BigBlueButton Contoh").click();
    await axe(page);
    await page.getByRole("button", { name: "Simpan dan lanjut" }).click();
    await page.getByText("Draf tersimpan.").waitFor();
    address = new URL(page.url()).pathname.replace(/\/ubah$/, "");
    await page.goto(address);
    await page.getByRole("button", { name: "Terbitkan" }).click();
    await page.getByText("Kegiatan terbit.").waitFor();
  });
  return address;
}

async function registersAndWaits(as, address) {
  await as("peserta", async (page) => {
    await page.goto(address);
    await page.getByRole("button", { name: "Daftar", exact: true }).click();
    await page.getByText("Terdaftar").first().waitFor();
    await page.getByRole("link", { name: "Bergabung sekarang" }).click();
    await page.getByRole("heading", { name: "Rapat belum dibuka" }).waitFor();
    await page.getByText("Ruang terbuka").waitFor();
    await look(page);
  });
}

async function opens(as, address, visitor) {
  await as("pengelola", async (page) => {
    await page.goto(address);
    await page.getByRole("link", { name: "Ruang rapat" }).click();
    await look(page);
    await page.getByRole("button", { name: "Buka ruang" }).click();
    await page.getByText("Ruang rapat terbuka.").waitFor();
    await look(page);
    await shot(page, `room-${visitor.device}-${visitor.script}`);
    if (visitor.device === "desktop" && visitor.script === "on") {
      await shot(page, "manual-ruang-rapat");
    }
    await page.getByRole("link", { name: "Masuk ke ruang" }).click();
    assert.equal(await page.locator("#role").innerText(), "MODERATOR");
  });
}

/** Lands on the server under their own name. */
async function enters(as, address) {
  let name;
  await as("peserta", async (page) => {
    await page.goto(`${address}/pendaftaran`);
    await page.getByRole("link", { name: "Bergabung sekarang" }).click();
    await page.waitForURL(`${server.address}/**`);
    assert.equal(await page.locator("#role").innerText(), "VIEWER");
    name = await page.locator("#name").innerText();
  });
  return name;
}

async function attendanceArrives(as, address, session, name) {
  const visit = (await server.calls("join")).findLast((it) => it.role === "VIEWER");
  const moment = (minutes) => new Date(session.startsAt + minutes * 60_000).toISOString();
  const attendees = [{ ext_user_id: visit.userID, name: "Nama lain", joins: [moment(-10), moment(60)], leaves: [moment(45), moment(80)] }];
  assert.equal(await server.report(visit.meetingID, attendees, moment(90)), 204);
  assert.equal(await server.report(visit.meetingID, attendees, moment(90)), 204);

  await as("pengelola", async (page) => {
    for (const until = Date.now() + 15_000; Date.now() < until; ) {
      const roll = await (await page.request.get(`${address}/daftar-hadir`, { headers: { accept: "application/json" } })).json();
      const row = roll.rows.find((it) => name.startsWith(it.name.split(",")[0]));
      if (row?.count) {
        assert.equal(row.count.minutes, 65, "united, and clipped to the session");
        await page.goto(`${address}/daftar-hadir`);
        await look(page);
        await page.goto(`${address}/ruang`);
        await page.getByText("Server melaporkan 1 orang yang hadir").waitFor();
        return look(page);
      }
    }
    assert.fail(`${name} is not on the list`);
  });
}

async function look(page) {
  await noSidewaysScroll(page);
  await axe(page);
}
