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
  const session = sessionIn(3);
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
  await report(as, address, session);
  await list(as, address);
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

async function report(as, address, session) {
  await as("pengelola", async (page) => {
    await page.goto(`${address}/laporan-rapat`);
    const rows = [
      { name: "Galaxy A14", joined: session.startsAt, left: session.endsAt },
      { name: `${(await participant(page, address)).nip} dari kantor`, joined: session.startsAt, left: session.endsAt - 60_000 },
    ];
    const file = { name: "laporan.csv", mimeType: "text/csv", buffer: Buffer.from(zoomReport(session, rows)) };
    await page.goto(`${address}/laporan-rapat`);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: /unggah/i }).first().click();
    await page.getByText("laporan.csv").first().waitFor();
    await page.getByText("Galaxy A14").first().waitFor();
    await look(page);
  });
}

async function participant(page, address) {
  const answer = await page.request.get(`${address}/daftar-hadir`, { headers: { accept: "application/json" } });
  const list = await answer.json();
  const found = JSON.stringify(list).match(/\d{8} ?\d{6} ?\d ?\d{3}/);
  assert.ok(found, "the owner sees the number");
  return { nip: found[0].replaceAll(" ", "") };
}

async function list(as, address) {
  await as("pengelola", async (page) => {
    await page.goto(`${address}/daftar-hadir`);
    await page.getByText("Hadir").first().waitFor();
    await look(page);
    const csv = await (await page.request.get(`${address}/daftar-hadir.csv`)).text();
    assert.match(csv, /\d{18}|\d{8} \d{6}/);
  });
}

async function look(page) {
  await noSidewaysScroll(page);
  await axe(page);
}
