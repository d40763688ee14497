// Certificates: an organiser designs and issues them, a holder has one, a stranger verifies it by number, QR and file, until it is withdrawn.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { EVERY_VISITOR, axe, browse, noSidewaysScroll, signIn } from "./support/browser.mjs";
import { judge } from "./support/credentials.mjs";
import { onEachDatabase } from "./support/server.mjs";

const PYTHON = process.env.GUYUB_TEST_PYTHON ?? fileURLToPath(new URL("../target/python/bin/python", import.meta.url));
const READER = fileURLToPath(new URL("support/read_codes.py", import.meta.url));
const CREST = fileURLToPath(new URL("../static/favicon.png", import.meta.url));
const TITLE = "Belanja akhir tahun tanpa menumpuk";
/** Each holder loses theirs in the end. */
const HOLDERS = ["peserta", "peserta kedua", "pengelola BPS", "administrator"];

onEachDatabase("A certificate", (guyub) => {
  test("is designed, previewed and issued with progress", () =>
    browse({ at: guyub.address, device: "phone", script: "off" }, async (page) => {
      await signIn(page, ...guyub.signInAs("pengelola"));
      await open(page);
      await page.getByText("Simpan rancangan lebih dulu.").waitFor();
      await page.getByLabel("Pola nomor").fill("SERT/{tahun}");
      await page.getByRole("button", { name: "Simpan rancangan" }).click();
      await page.getByText("Tanpa itu, semua sertifikat bernomor sama.").first().waitFor();
      await page.getByLabel("Pola nomor").fill("{urut:3}/SERT/UJI/{tahun}");
      await page.getByLabel("Modern").check();
      await page.getByLabel("Jabatan").first().fill("Kepala Kantor Contoh");
      await page.getByLabel("Nama", { exact: true }).first().fill("Contoh Kepala, S.E.");
      await page.getByRole("button", { name: "Simpan rancangan" }).click();
      await page.getByText("Rancangan disimpan.").waitFor();
      const preview = await page.getByAltText("Pratinjau sertifikat").getAttribute("src");
      assert.equal((await page.request.get(preview)).headers()["content-type"], "image/png");
      await crested(page, preview);
      await noSidewaysScroll(page);
      await page.getByRole("button", { name: /^Terbitkan untuk \d+ orang$/ }).click();
      await page.getByText("Sertifikat sedang diterbitkan.").waitFor();
      await issued(page);
      await noSidewaysScroll(page);
    }));

  EVERY_VISITOR.forEach((visitor, at) => {
    test(`is had, verified and withdrawn on a ${visitor.device}, JavaScript ${visitor.script}`, async () => {
      const held = await browsing(guyub, visitor, (page) => fetched(page, guyub.signInAs(HOLDERS[at])));
      assert.deepEqual(codes(held.pdf), [`${guyub.address}/sertifikat/${held.id}`]);

      await browsing(guyub, visitor, (page) => verified(page, held));
      await browsing(guyub, visitor, (page) => withdrawn(page, held, guyub.signInAs("pengelola")));
      await browsing(guyub, visitor, (page) => seenWithdrawn(page, held));
    });
  });

  test("is accepted as a credential by foreign verifiers, as the server gives it out", async () => {
    const credential = await browsing(guyub, {}, async (page) => {
      await signIn(page, ...guyub.signInAs("pengelola"));
      const rows = await (await page.request.get("/sertifikat", { headers: { accept: "application/json" } })).json();
      const mine = rows.certificates.find((it) => it.title === TITLE);
      return (await page.request.get(`/sertifikat/${mine.id}/kredensial.json`)).text();
    });
    const folder = mkdtempSync(join(tmpdir(), "guyub-fetched-"));
    const list = JSON.parse(credential).credentialStatus.statusListCredential;
    writeFileSync(join(folder, "did.json"), await (await fetch(`${guyub.address}/.well-known/did.json`)).text());
    writeFileSync(join(folder, "status.json"), await (await fetch(list)).text());

    const at = { issuer: JSON.parse(credential).issuer.id, list };
    assert.deepEqual(await judge(credential, folder, at), { digitalBazaar: null, openBadgesLib: null });
    const changed = await judge(credential.replace('"peserta"', '"narasumber"'), folder, at);
    assert.ok(changed.digitalBazaar && changed.openBadgesLib, "a changed one is refused");
    rmSync(folder, { recursive: true });
  });
});

async function browsing(guyub, visitor, story) {
  let result;
  await browse({ at: guyub.address, ...visitor }, async (page) => {
    result = await story(page);
  });
  return result;
}

async function open(page) {
  await page.goto("/kelola");
  await page.getByRole("link", { name: TITLE }).first().click();
  await page.getByRole("link", { name: "Sertifikat", exact: true }).click();
}

/** The office used one before; here it takes another. */
async function crested(page, preview) {
  const picture = async () => (await page.request.get(preview)).body();
  const before = await picture();
  await page.getByText("Diambil dari kegiatan sebelumnya.").waitFor();
  await page.getByLabel("Berkas lambang").setInputFiles({ name: "lambang.png", mimeType: "image/png", buffer: Buffer.from("<html>") });
  await page.getByRole("button", { name: "Unggah lambang" }).click();
  await page.getByText("bukan gambar PNG atau JPEG").first().waitFor();
  await axe(page);
  await page.getByLabel("Berkas lambang").setInputFiles(CREST);
  await page.getByRole("button", { name: "Unggah lambang" }).click();
  await page.getByText("Lambang disimpan.").waitFor();
  await page.getByAltText("Lambang Kantor Pelayanan Perbendaharaan Negara Mamuju").waitFor();
  assert.ok(!before.equals(await picture()), "the preview shows the new one");
}

/** The work goes on by itself; the page says how far it is whenever one looks. */
async function issued(page) {
  const path = new URL(page.url()).pathname;
  await assertSoon(async () => {
    const state = await (await page.request.get(path, { headers: { accept: "application/json" } })).json();
    return state.batch.finished_at && state.entitled === 0;
  });
  await page.goto(path);
  await page.getByText("Semua yang kehadirannya cukup sudah menerima sertifikat.").waitFor();
}

async function assertSoon(isSo) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    if (await isSo()) {
      return;
    }
  }
  assert.fail("it did not become so");
}

async function fetched(page, holder) {
  await signIn(page, ...holder);
  await page.goto("/sertifikat");
  await noSidewaysScroll(page);
  await axe(page);
  const row = page.getByRole("listitem").filter({ hasText: TITLE });
  const number = (await row.innerText()).match(/\d{3}\/SERT\/UJI\/\d{4}/)[0];
  const path = await row.getByRole("link", { name: /^PDF/ }).getAttribute("href");
  const pdf = await (await page.request.get(path)).body();
  await page.goto(await row.getByRole("link", { name: TITLE, exact: true }).getAttribute("href"));
  await page.getByRole("heading", { name: "Sertifikat Anda" }).waitFor();
  return { number, pdf, id: path.split("/")[2] };
}

async function verified(page, { number, pdf }) {
  await page.goto("/verifikasi");
  await page.getByLabel("Nomor sertifikat").fill(number);
  await page.getByRole("button", { name: "Periksa", exact: true }).click();
  await page.getByText("Sertifikat ini sah").waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await drop(page, pdf);
  await page.getByText("Berkas asli: persis seperti yang kami terbitkan.").waitFor();
  await axe(page);
  const changed = Buffer.from(pdf);
  changed[changed.length >> 1] ^= 1;
  await drop(page, changed);
  await page.getByText("berkas ini bukan berkas yang kami terbitkan").waitFor();
}

async function drop(page, buffer) {
  await page.getByLabel("Berkas sertifikat").setInputFiles({ name: "sertifikat.pdf", mimeType: "application/pdf", buffer });
  await page.getByRole("button", { name: "Periksa berkas" }).click();
}

async function withdrawn(page, { number }, organiser) {
  await signIn(page, ...organiser);
  await open(page);
  await page.getByRole("link", { name: "Daftar sertifikat" }).click();
  await noSidewaysScroll(page);
  await page.getByRole("link", { name: number }).click();
  await page.getByLabel("Alasan").fill("Contoh: nama tertukar");
  await page.getByRole("button", { name: "Cabut sertifikat" }).click();
  await page.getByText("Sertifikat dicabut.").waitFor();
  await noSidewaysScroll(page);
  await axe(page);
}

async function seenWithdrawn(page, { id, pdf }) {
  await page.goto(`/sertifikat/${id}`);
  await page.getByText("Sertifikat ini dicabut").first().waitFor();
  await page.getByText("Contoh: nama tertukar").waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await page.goto("/verifikasi");
  await drop(page, pdf);
  await page.getByText("Sertifikat ini dicabut").first().waitFor();
}

function codes(pdf) {
  const { status, stdout, stderr } = spawnSync(PYTHON, [READER], { input: pdf, encoding: "utf8" });
  assert.equal(status, 0, `zxing-cpp does not run (bin/steps/python-packages installs it): ${stderr}`);
  return stdout.trim().split("\n");
}
