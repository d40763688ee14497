// Materials and the page for neighbours: organisers upload and write, a visitor without account reads on a phone and without JavaScript.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EVERY_VISITOR, axe, browse, noSidewaysScroll, signIn } from "./support/browser.mjs";
import { onEachDatabase } from "./support/server.mjs";

const TITLE = "Belanja akhir tahun tanpa menumpuk";
const pdf = (title) => Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${title}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`);

onEachDatabase("Materials", (guyub) => {
  EVERY_VISITOR.forEach((visitor) => {
    const name = `Paparan ${visitor.device} ${visitor.script}`;

    test(`on a ${visitor.device}, JavaScript ${visitor.script}`, () =>
      browse({ at: guyub.address, ...visitor }, async (page) => {
        await signIn(page, ...guyub.signInAs("pengelola"));
        await open(page, TITLE);
        await page.getByRole("link", { name: "Materi", exact: true }).click();
        await refused(page);
        await uploaded(page, name);
        await written(page);
      }));

    test(`a neighbour on a ${visitor.device}, JavaScript ${visitor.script}`, () =>
      browse({ at: guyub.address, ...visitor }, async (page) => {
        await read(page, guyub.address);
      }));
  });
});

async function open(page, title) {
  await page.goto("/kelola");
  await page.getByRole("link", { name: title }).first().click();
}

async function refused(page) {
  const file = { name: "paparan.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html><script>alert(1)</script>") };
  await page.locator("#file").setInputFiles(file);
  await page.locator("section[aria-labelledby=unggah] [name=title]").fill("Paparan palsu");
  await page.getByRole("button", { name: "Unggah", exact: true }).click();
  await page.getByText("Isi berkas ini halaman web").first().waitFor();
  assert.equal(await page.locator("section[aria-labelledby=unggah] [name=title]").inputValue(), "Paparan palsu");
  await noSidewaysScroll(page);
  await axe(page);
}

async function uploaded(page, name) {
  await page.locator("#file").setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: pdf(name) });
  await page.locator("section[aria-labelledby=unggah] [name=title]").fill(name);
  await page.getByText("Semua orang yang dapat membuka halaman kegiatan").last().click();
  await page.getByRole("button", { name: "Unggah", exact: true }).click();
  await page.getByText("Materi ditambahkan.").waitFor();
  const link = await page.getByRole("link", { name, exact: true }).getAttribute("href");
  const answer = await page.request.get(link);
  assert.deepEqual([answer.status(), answer.headers()["content-type"]], [200, "application/pdf"]);
  assert.match(answer.headers()["content-disposition"], /^attachment; /);
  await noSidewaysScroll(page);
  await axe(page);
}

async function written(page) {
  await open(page, TITLE);
  await page.getByRole("link", { name: "Bagikan", exact: true }).click();
  await page.getByLabel("Pertama").fill("");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByText("Tulis paling sedikit satu hal penting.").first().waitFor();
  await page.getByLabel("Pertama").fill("Belanja yang tersebar membuat layanan tidak menunggu.");
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  await page.getByText("Ringkasan dan hal penting disimpan.").waitFor();
  await noSidewaysScroll(page);
  await axe(page);
}

async function read(page, address) {
  const answer = await fetch(`${address}/kegiatan`, { headers: { accept: "application/json" } });
  const { id } = (await answer.json()).activities.find((it) => it.activity.title.startsWith("Cegah narkotika")).activity;
  await page.goto(`/kegiatan/${id}`);
  await page.getByRole("link", { name: "Halaman untuk keluarga dan warga" }).click();
  await page.getByRole("heading", { name: "Tiga hal penting" }).waitFor();
  await page.getByText("Dengarkan dahulu, jangan langsung menghakimi.", { exact: true }).waitFor();
  assert.match(await page.getByRole("link", { name: "WhatsApp" }).getAttribute("href"), /^https:\/\/wa\.me\/\?text=Cegah%20narkotika/);
  await noSidewaysScroll(page);
  await axe(page);
  const image = await page.locator("meta[property='og:image']").getAttribute("content");
  const picture = await (await page.request.get(image)).body();
  assert.equal(picture.subarray(1, 4).toString(), "PNG");
  assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1200, 630]);
}
