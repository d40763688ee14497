// Every page, on a phone and a desktop, light and dark: it opens, nothing sticks out, axe-core finds nothing. Some become the manual's pictures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, browse, noSidewaysScroll, shot, signIn } from "./support/browser.mjs";
import { onEachDatabase } from "./support/server.mjs";

/**
 * [role, address, picture in the manual]; RUNNING, PUBLIC, OWN, PAST and DONE stand for activities of the demonstration, RULE for its
 * obligation, SHARE for the code of a page for neighbours, VALID and TAKEN for certificates of DONE,
 * WARNING and WITHDRAWN for two of its warnings, TEMPLATE for a template.
 */
const PAGES = [
  ["", "/", "beranda-publik"],
  ["", "/kegiatan", "kalender"],
  ["", "/kegiatan/PUBLIC"],
  ["", "/kegiatan/PUBLIC/pendaftaran/tamu"],
  ["", "/b/SHARE"],
  ["", "/instansi"],
  ["", "/instansi/bps.sulbar"],
  ["", "/wilayah"],
  ["", "/wilayah/76"],
  ["", "/tentang"],
  ["", "/verifikasi", "verifikasi"],
  ["", "/verifikasi?nomor=0/TIDAK/ADA"],
  ["", "/peringatan", "peringatan-dini"],
  ["", "/peringatan?status=lalu"],
  ["", "/peringatan/WARNING"],
  ["", "/peringatan/WITHDRAWN"],
  ["", "/masuk"],
  ["", "/masuk/lupa"],
  ["", "/tidak-ada"],
  ["peserta", "/", "beranda-pegawai"],
  ["peserta", "/profil"],
  ["peserta", "/pemberitahuan"],
  ["peserta", "/kalender/saya"],
  ["peserta", "/pembelajaran", "pembelajaran"],
  ["peserta", "/sertifikat", "sertifikat-saya"],
  ["peserta", "/kegiatan/DONE"],
  ["peserta", "/sertifikat/VALID"],
  ["peserta", "/kegiatan/PUBLIC", "kegiatan"],
  ["peserta", "/kegiatan/RUNNING/pendaftaran"],
  ["peserta", "/kegiatan/RUNNING/presensi", "presensi-peserta"],
  ["peserta", "/kegiatan/PAST"],
  ["peserta", "/kegiatan/PAST/penilaian", "beri-penilaian"],
  ["peserta", "/peringatan"],
  ["peserta", "/peringatan/WARNING", "peringatan"],
  ["pengelola", "/"],
  ["pengelola", "/kelola"],
  ["pengelola", "/kegiatan/baru"],
  ["pengelola", "/kegiatan/RUNNING"],
  ["pengelola", "/kegiatan/OWN/ubah", "susun"],
  ["pengelola", "/kegiatan/RUNNING/riwayat"],
  ["pengelola", "/kegiatan/RUNNING/pembatalan"],
  ["pengelola", "/kegiatan/RUNNING/peserta"],
  ["pengelola", "/kegiatan/RUNNING/pendaftaran/daftar"],
  ["pengelola", "/kegiatan/RUNNING/penyaji", "layar-presensi"],
  ["pengelola", "/kegiatan/RUNNING/pindai"],
  ["pengelola", "/kegiatan/RUNNING/laporan-rapat", "laporan-rapat"],
  ["pengelola", "/kegiatan/RUNNING/daftar-hadir", "daftar-hadir"],
  ["pengelola", "/kegiatan/PAST/penilaian/hasil", "hasil-penilaian"],
  ["pengelola", "/kegiatan/PAST/penilaian/pengaturan"],
  ["pengelola", "/kegiatan/PAST/materi"],
  ["pengelola", "/kegiatan/PAST/materi/tautan"],
  ["pengelola", "/kegiatan/PAST/bagikan"],
  ["pengelola", "/kegiatan/RUNNING/materi"],
  ["pengelola", "/kegiatan/RUNNING/bagikan"],
  ["pengelola", "/kegiatan/RUNNING/sertifikat"],
  ["pengelola", "/kegiatan/RUNNING/sertifikat/daftar"],
  ["pengelola", "/kegiatan/RUNNING/sertifikat/petugas"],
  ["pengelola", "/kegiatan/DONE/sertifikat", "rancangan-sertifikat"],
  ["pengelola", "/kegiatan/DONE/sertifikat/daftar"],
  ["pengelola", "/kegiatan/DONE/sertifikat/petugas", "sertifikat-petugas"],
  ["pengelola", "/kegiatan/DONE/sertifikat/VALID"],
  ["pengelola", "/kegiatan/DONE/sertifikat/TAKEN"],
  ["pengelola", "/sertifikat/TAKEN"],
  ["pengelola", "/pegawai?instansi=kemenkeu.djpb.kppn-mamuju"],
  ["pengelola", "/instansi/kemenkeu.djpb.kppn-mamuju/profil"],
  ["pimpinan", "/", "beranda-pimpinan"],
  ["pengelola", "/peringatan/baru"],
  ["pengelola", "/templat"],
  ["pengelola", "/templat/TEMPLATE", "templat"],
  ["pimpinan", "/prakarsa?kantor=kemenkeu.djpb.kppn-mamuju&sumber=templat:TEMPLATE"],
  ["pengelola", "/peringatan/WARNING"],
  ["pimpinan", "/peringatan/WARNING/pembaca", "pembaca-peringatan"],
  ["pimpinan", "/pengelolaan/peran"],
  ["peserta", "/kewajiban"],
  ["peserta", "/kewajiban/RULE"],
  ["pimpinan", "/kewajiban/RULE"],
  ["administrator", "/kewajiban"],
  ["administrator", "/kewajiban/baru"],
  ["administrator", "/kewajiban/RULE", "papan-kewajiban"],
  ["administrator", "/kewajiban/RULE?wilayah=76"],
  ["administrator", "/kewajiban/RULE/ubah"],
  ["administrator", "/pengelolaan/impor"],
  ["administrator", "/pengelolaan/peran"],
  ["administrator", "/pengelolaan/instansi/kemenkeu.djpb.kppn-mamuju"],
  ["administrator", "/pengelolaan/instansi/kemenkeu.djpb.kppn-mamuju?urusan=nama"],
  ["administrator", "/pengelolaan/instansi/kemenkeu.djpb.kppn-mamuju?urusan=induk"],
  ["administrator", "/pengelolaan/instansi/kemenkeu.djpb.kppn-mamuju?urusan=penggabungan"],
  ["administrator", "/pengelolaan/instansi/kemenkeu.djpb.kppn-mamuju?urusan=pemecahan"],
];
const LOOKS = [
  { device: "phone", scheme: "light" },
  { device: "phone", scheme: "dark" },
  { device: "desktop", scheme: "dark" },
  { device: "desktop", scheme: "light" },
];

onEachDatabase("Every page", (guyub) => {
  for (const role of new Set(PAGES.map((it) => it[0]))) {
    for (const look of LOOKS) {
      test(`of ${role || "a stranger"} on a ${look.device}, ${look.scheme}`, () =>
        browse({ at: guyub.address, ...look }, async (page) => {
          if (role) {
            await signIn(page, ...guyub.signInAs(role));
          }
          const activities = await known(guyub, page, role);
          if (role) {
            activities.RULE = await firstRule(page);
            Object.assign(activities, await certified(page));
            activities.TEMPLATE = await firstTemplate(page);
          }
          Object.assign(activities, await warnings(guyub));
          for (const [, path, picture] of PAGES.filter((it) => it[0] === role)) {
            await visit(page, path.replace(/RUNNING|PUBLIC|OWN|PAST|DONE|RULE|SHARE|VALID|TAKEN|WARNING|WITHDRAWN|TEMPLATE/g, (name) => activities[name]), look, picture);
          }
        }));
    }
  }
});

async function visit(page, path, look, picture) {
  const answer = await page.goto(path);
  assert.equal(answer.status(), path === "/tidak-ada" ? 404 : 200, path);
  assert.doesNotMatch(await page.locator("body").innerText(), /\b[a-z]+-[a-z]+-[a-z-]+\b(?=\s*$)/m, `${path} shows the key of a text`);
  await noSidewaysScroll(page);
  await axe(page);
  if (picture && look.device === "desktop" && look.scheme === "light") {
    await shot(page, `manual-${picture}`);
  }
}

/** The demonstration's rule; its board opens by a job. */
async function firstRule(page) {
  const answer = await page.request.get("/kewajiban", { headers: { accept: "application/json" } });
  return (await answer.json()).rules[0].rule.id;
}

/** Whoever has certificates sees their own, whoever organised sees one that was withdrawn too. */
async function certified(page) {
  const json = async (path) => (await page.request.get(path, { headers: { accept: "application/json" } })).json();
  const own = (await json("/sertifikat")).certificates[0];
  const all = own && (await json(`/kegiatan/${own.activity_id}/sertifikat/daftar`)).rows;
  return { DONE: own?.activity_id, VALID: own?.id, TAKEN: all?.find((it) => it.withdrawn_at)?.id };
}

/** Warnings that everybody may read: one in force, one that ended. */
async function warnings(guyub) {
  const find = async (query, title) => {
    const answer = await fetch(`${guyub.address}/peringatan${query}`, { headers: { accept: "application/json" } });
    return (await answer.json()).warnings.find((it) => it.warning.words.title.startsWith(title)).warning.id;
  };
  return { WARNING: await find("", "Jangan menerima bingkisan"), WITHDRAWN: await find("?status=lalu", "Jangan memakai tautan") };
}

async function firstTemplate(page) {
  const answer = await page.request.get("/templat", { headers: { accept: "application/json" } });
  return (await answer.json()).templates[0].template.id;
}

async function known(guyub, page, role) {
  const answer = await fetch(`${guyub.address}/kegiatan`, { headers: { accept: "application/json" } });
  const titled = (await answer.json()).activities.map((it) => [it.activity.title, it.activity.id]);
  const find = (start) => titled.find(([title]) => title.startsWith(start))[1];
  const SHARE = await shared(guyub, find("Cegah narkotika"));
  return { SHARE, RUNNING: find("Notula"), PUBLIC: find("Cegah narkotika"), OWN: find("Rekonsiliasi"), PAST: role && (await past(page)) };
}

async function shared(guyub, id) {
  const answer = await fetch(`${guyub.address}/kegiatan/${id}`, { headers: { accept: "application/json" } });
  return (await answer.json()).share;
}

/** What is over is not in the calendar; whoever was there finds it at home. */
async function past(page) {
  const home = await (await page.request.get("/")).text();
  return home.match(/\/kegiatan\/([a-z0-9]+)\/penilaian"/)?.[1];
}
