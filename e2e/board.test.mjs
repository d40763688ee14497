// Obligations and the compliance board: a head defines a rule and withdraws it, whoever looks after the country reads a board down to the activities that count.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EVERY_VISITOR, axe, browse, noSidewaysScroll, signIn } from "./support/browser.mjs";
import { onEachDatabase } from "./support/server.mjs";

const RULE = "Setiap kantor menyelenggarakan satu edukasi lintas instansi per triwulan";
const OFFICE = "KPPN Mamuju";

onEachDatabase("Obligations", (guyub) => {
  for (const visitor of EVERY_VISITOR) {
    const on = `on a ${visitor.device}, JavaScript ${visitor.script}`;

    test(`a head defines a rule and withdraws it ${on}`, () =>
      as("pimpinan", visitor, async (page) => {
        await defined(page, `Satu edukasi bersama (${visitor.device}, ${visitor.script})`);
        await files(page, "Perbendaharaan Negara Mamuju");
        await withdrawn(page);
      }));

    test(`the board is read down to the activities that count ${on}`, () =>
      as("administrator", visitor, async (page) => {
        await open(page);
        const address = await countedPeriod(page);
        await activity(page);
        await page.goto(address);
        await trend(page);
        await drilledDown(page);
        await page.goto(address);
        await files(page, "Terpenuhi");
      }));

    test(`the board of a past day is opened ${on}`, () =>
      as("administrator", visitor, async (page) => {
        await open(page);
        await pastDay(page);
      }));

    test(`whoever is no pembina sees totals without names ${on}`, () =>
      as("peserta", visitor, async (page) => {
        await open(page);
        await page.getByText("Nama kantor dapat dilihat oleh pembina dan pimpinan di atasnya.").waitFor();
        assert.equal(await page.getByRole("link", { name: "CSV" }).count(), 0);
        await look(page);
        assert.equal((await page.request.get(`${new URL(page.url()).pathname}/papan.csv`)).status(), 403);
      }));
  }

  const as = (role, visitor, story) =>
    browse({ at: guyub.address, ...visitor }, async (page) => {
      await signIn(page, ...guyub.signInAs(role));
      await story(page);
    });
});

/** Asked too little first, then previewed, then kept; its board opens by a job. */
async function defined(page, name) {
  await page.goto("/kewajiban");
  await page.getByRole("link", { name: "Buat aturan" }).click();
  await page.getByLabel("Dasar aturan").fill("Surat edaran contoh nomor 2 tahun 2026");
  await page.getByRole("button", { name: "Lihat siapa yang wajib" }).click();
  await page.getByRole("heading", { name: /^Perbaiki \d isian ini$/ }).waitFor();
  await look(page);

  await page.getByLabel("Nama aturan").fill(name);
  await page.getByLabel("Paling sedikit hadir").fill("0");
  await page.getByRole("button", { name: "Lihat siapa yang wajib" }).click();
  await page.getByRole("heading", { name: "Aturan ini mewajibkan 1 kantor" }).waitFor();
  await page.getByText("Aturan belum disimpan.").waitFor();
  await look(page);

  await page.getByRole("button", { name: "Tetapkan aturan" }).click();
  await page.getByText("Aturan ditetapkan. Papan sedang disiapkan.").waitFor();
  await opened(page);
  await page.getByRole("heading", { name: "Kantor yang wajib" }).waitFor();
  await page.getByRole("listitem").filter({ hasText: OFFICE }).first().waitFor();
  await look(page);
}

/** From the coming period on; the board of this one stays. */
async function withdrawn(page) {
  await page.getByRole("link", { name: "Ubah aturan" }).click();
  await look(page);
  await page.getByText("Cabut aturan").click();
  await page.getByLabel("Alasan").fill("Contoh: diganti aturan baru");
  await page.getByRole("button", { name: "Cabut", exact: true }).click();
  await page.getByText("Aturan dicabut.").waitFor();
  await page.getByText("Aturan ini dicabut: Contoh: diganti aturan baru").waitFor();
  await look(page);
}

async function open(page) {
  await page.goto("/kewajiban");
  await look(page);
  await page.getByRole("link", { name: RULE }).click();
  await opened(page);
  await page.getByRole("heading", { name: /: [\d.]+ dari [\d.]+ kantor terpenuhi/ }).waitFor();
}

/** Waits until the job has filled the board, and shows it. */
async function opened(page) {
  const path = new URL(page.url()).pathname;
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    const { totals } = await (await page.request.get(path, { headers: { accept: "application/json" } })).json();
    if (Object.values(totals).some((it) => it > 0)) {
      await page.goto(path);
      return;
    }
  }
  assert.fail("the board did not open");
}

/** The newest period in which somebody did what they owed, with those offices alone; answers its address. */
async function countedPeriod(page) {
  const periods = await page.getByRole("navigation", { name: "Periode" }).getByRole("link").evaluateAll((all) => all.map((it) => it.href));
  assert.ok(periods.length >= 3, "this quarter and two before it");
  for (const period of periods) {
    await page.goto(period);
    const chip = page.getByRole("link", { name: /^Terpenuhi \([1-9][\d.]*\)$/ });
    if (await chip.count()) {
      await chip.click();
      await page.waitForURL(/status=/);
      await look(page);
      return page.url();
    }
  }
  assert.fail("no office of the demonstration did what it owed");
}

/** One click opens what counts. */
async function activity(page) {
  const office = page.getByRole("listitem").filter({ hasText: "1 dari 1 kegiatan dihitung" }).first();
  await office.getByText(/^Lihat \d+ kegiatan$/).click();
  await office.getByText("Dihitung.").first().waitFor();
  await look(page);
  const link = office.locator("details").getByRole("link").first();
  const title = await link.innerText();
  await link.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

async function trend(page) {
  const section = page.getByRole("region", { name: "Tren kantor yang terpenuhi" });
  await section.getByRole("img", { name: /Tren kantor yang terpenuhi/ }).waitFor();
  await section.getByText("Tabel", { exact: false }).first().click();
  await section.getByRole("columnheader", { name: "Terpenuhi (%)" }).waitFor();
}

/** By tree, by region, and by the tile of a province. */
async function drilledDown(page) {
  const whole = page.url();
  await page.getByRole("rowheader", { name: "Kemenkeu", exact: true }).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: `Kementerian Keuangan: ${RULE}` }).waitFor();
  const ministry = await offices(page);
  await look(page);

  await page.goto(whole);
  await page.getByRole("rowheader", { name: "Sulawesi Barat" }).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: `Sulawesi Barat: ${RULE}` }).waitFor();
  const province = await offices(page);
  await page.getByRole("rowheader", { name: /Mamuju/ }).first().waitFor();
  await look(page);

  await page.goto(whole);
  assert.ok((await offices(page)) > Math.max(ministry, province), "a part has fewer offices than the whole");
  const map = page.getByRole("group", { name: /^Peta provinsi\. / });
  await map.getByRole("link", { name: /^Sulawesi Barat: / }).click();
  await page.getByRole("heading", { level: 1, name: `Sulawesi Barat: ${RULE}` }).waitFor();
  assert.equal(await offices(page), province);
}

/** How many owe something here, as the page says. */
async function offices(page) {
  const said = await page.getByRole("heading", { name: /kantor terpenuhi/ }).innerText();
  return Number(said.match(/dari ([\d.]+) kantor/)[1].replaceAll(".", ""));
}

async function pastDay(page) {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await page.getByText("Lihat papan pada hari lain").click();
  await page.getByLabel("Keadaan pada akhir hari").fill(yesterday);
  await page.getByRole("button", { name: "Tampilkan" }).click();
  await page.getByText(/^Keadaan pada akhir hari .*Rincian kegiatan adalah yang berlaku sekarang\.$/).waitFor();
  await look(page);
  const csv = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  assert.match(csv, new RegExp(`pada=${yesterday}`));
}

/** Both files hold the rows of the page. */
async function files(page, word) {
  const fetched = async (name) => page.request.get(await page.getByRole("link", { name, exact: true }).getAttribute("href"));
  const csv = await (await fetched("CSV")).text();
  const [header, ...rows] = csv.trim().split(/\r?\n/);
  assert.equal(header.replace("\ufeff", ""), "Kode,Kantor,Wilayah,Status,Kegiatan dihitung,Menyusul,Wajib,Periode");
  assert.ok(rows.length > 0 && rows.every((it) => it.includes(word)), csv.slice(0, 400));
  const xlsx = await fetched("XLSX");
  assert.match(xlsx.headers()["content-disposition"], /^attachment; .*\.xlsx/);
  assert.equal((await xlsx.body()).subarray(0, 2).toString(), "PK");
}

async function look(page) {
  await noSidewaysScroll(page);
  await axe(page);
}
