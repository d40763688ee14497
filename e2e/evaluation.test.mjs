// Evaluating: who was there answers on one page from their home; organisers see the index with its category.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EVERY_VISITOR, axe, browse, noSidewaysScroll, signIn } from "./support/browser.mjs";
import { onEachDatabase } from "./support/server.mjs";

/** Each visitor is somebody else: one person has one answer. */
const ROLES = ["peserta", "peserta kedua", "pengelola BPS", "administrator"];
const TITLE = "Belanja akhir tahun tanpa menumpuk";
const BUTTON = new RegExp(`^Beri penilaian.*${TITLE}$`);

onEachDatabase("Evaluating an activity", (guyub) => {
  EVERY_VISITOR.forEach((visitor, at) => {
    test(`on a ${visitor.device}, JavaScript ${visitor.script}`, () =>
      browse({ at: guyub.address, ...visitor }, async (page) => {
        await signIn(page, ...guyub.signInAs(ROLES[at]));
        await answer(page);
      }));
  });

  test("organisers see the index and its category", () =>
    browse({ at: guyub.address }, async (page) => {
      await signIn(page, ...guyub.signInAs("pengelola"));
      await page.goto("/kelola");
      await page.getByRole("link", { name: TITLE }).first().click();
      await page.getByRole("link", { name: "Penilaian", exact: true }).click();
      await page.getByText(/^3,\d\d \((sangat )?baik\), menurut PermenPANRB 14\/2017, Tabel II\.$/).waitFor();
      await page.getByText("Dalam urutan acak.").waitFor();
      await page.locator("summary").first().click();
      const csv = await (await page.request.get(`${new URL(page.url()).pathname}.csv`)).text();
      assert.match(csv, /Materi sesuai dengan kebutuhan/);
    }));
});

async function answer(page) {
  await page.goto("/");
  await page.getByRole("link", { name: BUTTON }).click();
  await page.getByText("Jawaban Anda anonim").waitFor();
  await noSidewaysScroll(page);
  await page.getByLabel("Satu hal yang paling berguna").fill("Contohnya tepat.");
  await page.getByRole("button", { name: "Kirim penilaian" }).click();
  await page.getByRole("heading", { name: /Perbaiki \d isian ini/ }).waitFor();
  await axe(page);
  assert.equal(await page.getByLabel("Satu hal yang paling berguna").inputValue(), "Contohnya tepat.");

  for (const group of await page.getByRole("group").all()) {
    await group.getByText("Sangat baik").click();
  }
  await page.getByRole("button", { name: "Kirim penilaian" }).click();
  await page.getByText("Penilaian Anda terkirim. Terima kasih.").waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await page.goto("/");
  assert.equal(await page.getByRole("link", { name: BUTTON }).count(), 0);
}
