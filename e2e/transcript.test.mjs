// Lesson hours: a person's own year against 20 JP (PNS) or 24 (PPPK), as page, PDF, CSV and spreadsheet; nobody else's.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { EVERY_VISITOR, axe, browse, noSidewaysScroll, signIn } from "./support/browser.mjs";
import { onEachDatabase } from "./support/server.mjs";

const PYTHON = process.env.GUYUB_TEST_PYTHON ?? fileURLToPath(new URL("../target/python/bin/python", import.meta.url));
const READER = fileURLToPath(new URL("support/read_documents.py", import.meta.url));
const COLUMNS = "Jenis,Nama,Penyelenggara,Nomor sertifikat,Tanggal mulai,Tanggal selesai,Tahun,JP";
const FILES = ["pdf", "csv", "xlsx"].map((it) => `/pembelajaran/transkrip.${it}`);
/** A contract employee owes more. */
const PEOPLE = [
  { role: "peserta", target: 24 },
  { role: "peserta kedua", target: 20 },
];

onEachDatabase("A transcript", (guyub) => {
  const as = (role, visitor, story) =>
    browse({ at: guyub.address, ...visitor }, async (page) => {
      await signIn(page, ...guyub.signInAs(role));
      await story(page);
    });

  for (const visitor of EVERY_VISITOR) {
    for (const { role, target } of PEOPLE) {
      test(`of ${role} against ${target} JP on a ${visitor.device}, JavaScript ${visitor.script}`, () =>
        as(role, visitor, async (page) => {
          const numbers = await read(page, target);
          await downloaded(page, numbers);
        }));
    }
  }

  test("of another year is empty and says what to do", () =>
    as("peserta", { device: "phone" }, async (page) => {
      await page.goto("/pembelajaran?tahun=2020");
      await page.getByText("Belum ada sertifikat tahun 2020.").waitFor();
      await page.getByRole("link", { name: "Cari kegiatan untuk saya" }).waitFor();
      await look(page);
    }));

  test("is not opened by a stranger, nor a certificate of somebody else fetched", async () => {
    let mine;
    await as("peserta", {}, async (page) => (mine = await certificates(page)));
    await as("peserta kedua", {}, async (page) => {
      const csv = await (await page.request.get("/pembelajaran/transkrip.csv")).text();
      assert.ok(mine.length > 0 && mine.every((it) => !csv.includes(it.number)), csv);
      assert.equal((await page.request.get(`/sertifikat/${mine[0].id}/sertifikat.pdf`)).status(), 404);
      assert.equal((await page.request.get(`/sertifikat/${mine[0].id}/kredensial.json`)).status(), 404);
    });
    await browse({ at: guyub.address }, async (page) => {
      for (const path of ["/pembelajaran", ...FILES]) {
        await page.goto(path);
        assert.equal(new URL(page.url()).pathname, "/masuk", path);
      }
    });
  });
});

/** From the home to the page; answers the numbers of the certificates that stand. */
async function read(page, target) {
  await page.goto("/");
  await page.getByRole("region", { name: /^Pembelajaran saya \d{4}$/ }).getByRole("link", { name: "Rincian" }).click();
  await page.getByRole("heading", { level: 1, name: /^Pembelajaran saya \d{4}$/ }).waitFor();
  await look(page);
  const said = await page.getByText(new RegExp(`^\\d+ dari ${target} JP$`)).first().innerText();
  assert.ok(Number(said.split(" ")[0]) > 0, said);
  await page.getByText("Cara menghitung").click();
  await page.getByText("1 JP = 45 menit").waitFor();
  const standing = (await certificates(page)).filter((it) => !it.withdrawn_at).map((it) => it.number);
  for (const number of standing) {
    await page.getByRole("cell", { name: number, exact: true }).waitFor();
  }
  return standing;
}

async function certificates(page) {
  return (await (await page.request.get("/sertifikat", { headers: { accept: "application/json" } })).json()).certificates;
}

async function downloaded(page, numbers) {
  const fetched = async (name) => (await page.request.get(await page.getByRole("link", { name }).getAttribute("href"))).body();
  const [header, ...rows] = (await fetched("CSV")).toString().trim().split(/\r?\n/);
  assert.equal(header.replace("\ufeff", ""), COLUMNS);
  assert.equal(rows.length, numbers.length);
  assert.ok(numbers.every((it) => rows.some((row) => row.includes(it))), rows.join("\n"));
  assert.equal((await fetched("XLSX")).subarray(0, 2).toString(), "PK");
  readable(await fetched(/^Transkrip \(PDF\)$/));
}

/** As foreign readers of PDF judge it. */
function readable(pdf) {
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  const folder = mkdtempSync(join(tmpdir(), "guyub-transcript-"));
  writeFileSync(join(folder, "transkrip.pdf"), pdf);
  const { status, stdout, stderr } = spawnSync(PYTHON, [READER, folder], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

async function look(page) {
  await noSidewaysScroll(page);
  await axe(page);
}
