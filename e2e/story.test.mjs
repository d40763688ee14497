// The main job: a coordinator drafts, another agency joins, people register, check in, and the attendance list is made.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EVERY_VISITOR, axe, browse, noSidewaysScroll, shot, signIn } from "./support/browser.mjs";
import { onEachDatabase } from "./support/server.mjs";
import { sessionIn, zoomReport } from "./support/today.mjs";

const TITLE = "Inflasi dan APBN: apa yang perlu ASN ketahui";

onEachDatabase("From draft to attendance list", (guyub) => {
  for (const visitor of EVERY_VISITOR) {
    test(`the whole story on a ${visitor.device}, JavaScript ${visitor.script}`, () => tell(guyub, visitor));
  }
});

async function tell(guyub, visitor) {
  const session = sessionIn(10);
  const title = `${TITLE} (${visitor.device}, ${visitor.script})`;
  const as = (role, scene) =>
    browse({ at: guyub.address, ...visitor }, async (page) => {
      await signIn(page, ...guyub.signInAs(role));
      await scene(page);
    });

  const address = await draft(as, title, session);
  await as("pengelola BPS", async (page) => {
    await page.goto("/kelola");
    await page.getByRole("link", { name: title }).first().click();
    await axe(page);
    await page.getByRole("button", { name: "Setuju, selenggarakan bersama" }).click();
    await page.getByText("Instansi Anda kini penyelenggara kegiatan ini.").waitFor();
  });
  await as("pengelola", async (page) => {
    await page.goto(address);
    await page.getByRole("button", { name: "Terbitkan" }).click();
    await page.getByText("Kegiatan terbit.").waitFor();
    await look(page);
  });
  await register(as, address);
  await checkIn(as, address, visitor);
  await report(as, guyub, visitor);
}

async function draft(as, title, session) {
  let address;
  await as("pengelola", async (page) => {
    await page.goto("/kegiatan/baru");
    await page.getByLabel("Judul kegiatan").fill(title);
    await page.getByLabel("Tema").selectOption({ label: "Ekonomi dan keuangan negara" });
    await page.getByLabel("Yang akan bisa dilakukan peserta").fill("Peserta dapat menjelaskan hubungan inflasi dan belanja negara.");
    await page.getByLabel("Tanggal").fill(session.date);
    await page.getByLabel("Mulai").fill(session.start);
    await page.getByLabel("Selesai").fill("00.00");
    await page.getByLabel("Zona").selectOption(session.zone);
    await page.getByLabel("Tautan rapat daring").fill("https://rapat.example/inflasi");
    await page.getByText("Wilayah: Sulawesi Barat").waitFor();
    await page.getByLabel("Kuota peserta").fill("500");
    await page.getByRole("button", { name: "Simpan dan lanjut" }).click();
    await page.getByRole("heading", { name: "Perbaiki 1 isian ini" }).waitFor();
    await axe(page);

    await page.getByLabel("Selesai").fill(session.end);
    await page.getByRole("button", { name: "Simpan dan lanjut" }).click();
    await page.getByText("Draf tersimpan.").waitFor();
    await page.getByRole("heading", { name: "Ada yang serupa" }).waitFor();
    await look(page);
    await page.getByRole("button", { name: "Ajak BPS Provinsi Sulawesi Barat menjadi penyelenggara bersama" }).first().click();
    await page.getByText("Ajakan terkirim.").waitFor();
    address = new URL(page.url()).pathname.replace(/\/ubah$/, "");
  });
  return address;
}

async function register(as, address) {
  await as("peserta", async (page) => {
    await page.goto(address);
    await page.getByRole("button", { name: "Daftar", exact: true }).click();
    await page.getByText("Terdaftar").first().waitFor();
    await look(page);
  });
}

async function checkIn(as, address, visitor) {
  let code;
  await as("pengelola", async (page) => {
    await page.goto(`${address}/penyaji`);
    await page.getByRole("button", { name: /awal/i }).click();
    const shown = page.getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/).first();
    await shown.waitFor();
    code = (await shown.textContent()).trim();
    await axe(page);
    await shot(page, `presenter-${visitor.device}-${visitor.script}`);
  });
  await as("peserta", async (page) => {
    await page.goto(`${address}/presensi`);
    await page.getByLabel("Kode").fill("ZZZ ZZZ");
    await page.getByRole("button", { name: "Saya hadir" }).click();
    await page.getByRole("heading", { name: "Perbaiki 1 isian ini" }).waitFor();
    await page.getByLabel("Kode").fill(code.toLowerCase());
    await page.getByRole("button", { name: "Saya hadir" }).click();
    await page.getByRole("status").first().waitFor();
    await look(page);
  });
}

/** On the demonstration's activity that began an hour ago, since a report is of a session that has begun. */
async function report(as, guyub, visitor) {
  const running = await runningActivity(guyub);
  await as("pengelola", async (page) => {
    const session = { date: day(running), clock: (at) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 19) };
    const nip = guyub.signInAs("peserta")[0];
    const stranger = `Galaxy A14 ${visitor.device} ${visitor.script}`;
    const rows = [
      { name: stranger, joined: running.starts_at, left: running.starts_at + 50 * 60_000 },
      { name: `${nip}_dari kantor`, joined: running.starts_at, left: running.ends_at },
    ];
    const file = { name: "laporan.csv", mimeType: "text/csv", buffer: Buffer.from(zoomReport(session, rows)) };
    await page.goto(`/kegiatan/${running.id}/laporan-rapat`);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: /unggah/i }).first().click();
    await page.getByText(stranger).first().waitFor();
    await look(page);
    await page.goto(`/kegiatan/${running.id}/daftar-hadir`);
    await page.getByText("Hadir", { exact: true }).first().waitFor();
    await look(page);
    const csv = await (await page.request.get(`/kegiatan/${running.id}/daftar-hadir.csv`)).text();
    assert.ok(csv.replaceAll(" ", "").includes(nip), "the owner's list has the number");
  });
}

async function runningActivity(guyub) {
  const answer = await fetch(`${guyub.address}/kegiatan`, { headers: { accept: "application/json" } });
  const found = (await answer.json()).activities.find((it) => it.activity.title === "Notula yang menghasilkan tindakan");
  assert.ok(found, "the demonstration has an activity that runs now");
  return found.activity;
}

/** The day on which a session in WITA began. */
function day({ starts_at }) {
  return new Date(starts_at + 8 * 3_600_000).toISOString().slice(0, 10);
}

async function look(page) {
  await noSidewaysScroll(page);
  await axe(page);
}
