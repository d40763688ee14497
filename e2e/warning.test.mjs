// Warnings, templates and the head's trigger: read and confirmed, used by another office, entrusted in two clicks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EVERY_VISITOR, axe, browse, noSidewaysScroll, signIn } from "./support/browser.mjs";
import { onEachDatabase } from "./support/server.mjs";

/** Each visitor is somebody else: one person confirms once. */
const READERS = ["peserta", "peserta kedua", "pengelola BPS", "pengelola"];
const WARNING = "Jangan menerima bingkisan dari rekanan";
const TEMPLATE = "Belanja akhir tahun tanpa menumpuk";

onEachDatabase("Warnings, templates and the head's trigger", (guyub) => {
  EVERY_VISITOR.forEach((visitor, at) => {
    test(`a warning is read and confirmed on a ${visitor.device}, JavaScript ${visitor.script}`, () =>
      browse({ at: guyub.address, ...visitor }, async (page) => {
        await signIn(page, ...guyub.signInAs(READERS[at]));
        await page.goto("/peringatan");
        await page.getByRole("link", { name: WARNING }).click();
        await noSidewaysScroll(page);
        await axe(page);
        await page.getByRole("button", { name: "Sudah membaca dan memahami" }).click();
        await page.getByText("Konfirmasi Anda tercatat.").waitFor();
        assert.equal(await page.getByRole("button", { name: "Sudah membaca dan memahami" }).count(), 0);
      }));
  });

  test("the head sees who has not", () =>
    browse({ at: guyub.address }, async (page) => {
      await signIn(page, ...guyub.signInAs("pimpinan"));
      await page.goto("/peringatan");
      await page.getByRole("link", { name: WARNING }).click();
      await page.getByRole("link", { name: "Siapa yang belum membaca" }).click();
      await page.getByRole("heading", { name: /^Siapa yang belum membaca: / }).waitFor();
      await axe(page);
      const csv = await page.request.get(await page.getByRole("link", { name: /CSV/ }).getAttribute("href"));
      assert.match(await csv.text(), /Jabatan/);
    }));

  test("another office uses a template and ticks a task", () =>
    browse({ at: guyub.address, device: "phone", script: "off" }, async (page) => {
      await signIn(page, ...guyub.signInAs("pengelola BPS"));
      await page.goto("/templat");
      await page.getByRole("link", { name: TEMPLATE }).click();
      await axe(page);
      await page.getByRole("button", { name: "Buat draf" }).click();
      await page.getByText("Draf siap.").waitFor();
      await page.goto(new URL(page.url()).pathname.replace("/ubah", ""));
      await page.getByText("Disusun dari templat").waitFor();
      await page.getByRole("button", { name: /^Tandai selesai/ }).first().click();
      await page.getByText("Tugas ditandai selesai.").waitFor();
      await noSidewaysScroll(page);
      await axe(page);
    }));

  test("a head puts somebody in charge and follows the draft", () =>
    browse({ at: guyub.address, device: "phone" }, async (page) => {
      await signIn(page, ...guyub.signInAs("pimpinan"));
      await page.goto("/templat");
      await page.getByRole("link", { name: TEMPLATE }).click();
      await page.getByRole("link", { name: "Tugaskan kepada pegawai" }).click();
      await axe(page);
      await page.getByRole("button", { name: "Buat draf" }).click();
      await page.getByText("Draf siap, dan penanggung jawab sudah diberi tahu.").waitFor();
      await page.getByText(/^Penanggung jawab: /).waitFor();
      await noSidewaysScroll(page);
      await axe(page);
    }));
});
