// What goes wrong between a form and its answer: a session that ended, a form sent twice, two tabs with one activity.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EVERY_VISITOR, axe, browse, signIn } from "./support/browser.mjs";
import { onEachDatabase } from "./support/server.mjs";
import { sessionIn } from "./support/today.mjs";

onEachDatabase("Interrupted", (guyub) => {
  const as = (role, visitor, story) =>
    browse({ at: guyub.address, ...visitor }, async (page) => {
      await signIn(page, ...guyub.signInAs(role));
      await story(page);
    });

  test("by the end of the session: nothing typed is lost", () =>
    as("pengelola", { device: "phone" }, async (page) => {
      await page.goto("/kegiatan/baru");
      await typed(page, "Judul yang tidak boleh hilang");
      await page.context().clearCookies();
      await page.getByRole("button", { name: "Simpan dan lanjut" }).click();
      await page.waitForURL(/\/masuk\?lanjut=/);
      const [name, password] = guyub.signInAs("pengelola");
      await page.locator("[name=pengenal]").fill(name);
      await page.locator("[name=sandi]").fill(password);
      await page.getByRole("button", { name: "Masuk", exact: true }).click();
      await page.getByText("Ada isian Anda yang belum terkirim").waitFor();
      assert.equal(new URL(page.url()).pathname, "/kegiatan/baru");
      await axe(page);
      await page.getByRole("button", { name: "Pakai lagi" }).click();
      assert.equal(await page.getByLabel("Judul kegiatan").inputValue(), "Judul yang tidak boleh hilang");
      await saved(page);
    }));

  EVERY_VISITOR.forEach((visitor, at) => {
    const title = `Dua tab ${at}`;

    test(`by another tab on a ${visitor.device}, JavaScript ${visitor.script}: what the other saved stays, what was typed too`, () =>
      as("pengelola", visitor, async (page) => {
        await page.goto("/kegiatan/baru");
        await typed(page, title);
        await saved(page);
        const other = await page.context().newPage();
        await other.goto(page.url());
        await other.getByLabel("Judul kegiatan").fill(`${title} dari sana`);
        await saved(other, "Perubahan tersimpan.");

        await page.getByLabel("Judul kegiatan").fill(`${title} dari sini`);
        await page.getByRole("button", { name: "Simpan dan lanjut" }).click();

        await page.getByText(`${title} dari sana`).first().waitFor();
        assert.equal(await page.getByLabel("Judul kegiatan").inputValue(), `${title} dari sini`);
      }));
  });

  test("by a second click or the way back: one registration, no error", () =>
    as("peserta kedua", { device: "phone", script: "off" }, async (page) => {
      await page.goto("/kegiatan");
      await page.getByRole("link", { name: /^Jajanan aman di sekitar kantor/ }).first().click();
      const address = page.url();
      await page.getByRole("button", { name: "Daftar", exact: true }).click();
      await page.getByText("Terdaftar").first().waitFor();
      await page.goBack();
      const again = page.getByRole("button", { name: "Daftar", exact: true });
      if (await again.count()) {
        await again.click();
      } else {
        await page.goto(address);
      }
      await page.getByText("Terdaftar").first().waitFor();
    }));
});

async function typed(page, title) {
  const session = sessionIn(3 * 24 * 60);
  await page.getByLabel("Judul kegiatan").fill(title);
  await page.getByLabel("Tema").selectOption({ label: "Ekonomi dan keuangan negara" });
  await page.getByLabel("Tanggal").fill(session.date);
  await page.getByLabel("Mulai").fill(session.start);
  await page.getByLabel("Selesai").fill(session.end);
  await page.getByLabel("Zona").selectOption(session.zone);
}

async function saved(page, said = "Draf tersimpan.") {
  await page.getByRole("button", { name: "Simpan dan lanjut" }).click();
  await page.getByText(said).waitFor();
}
