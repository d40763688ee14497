// Proves the harness itself, on a pretended server: that each check passes on a good page and fails on a bad one.
import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { EVERY_VISITOR, axe, browse, noSidewaysScroll, shot, signIn } from "./support/browser.mjs";
import { readAlike } from "./support/calendars.mjs";
import { Guyub } from "./support/server.mjs";

const PRETENDED = fileURLToPath(new URL("support/pretend-guyub.mjs", import.meta.url));

describe("The harness", () => {
  const guyub = new Guyub("SQLite", PRETENDED);
  before(() => guyub.start());
  after(() => guyub.stop());

  for (const visitor of EVERY_VISITOR) {
    test(`signs in on a ${visitor.device}, JavaScript ${visitor.script}`, () =>
      browse({ at: guyub.address, ...visitor }, async (page) => {
        await signIn(page, ...guyub.signInAs("pengelola"));

        assert.equal(await page.title(), "Beranda");
        assert.equal(await page.locator("noscript p").isVisible(), visitor.script === "off");
        await noSidewaysScroll(page);
      }));
  }

  test("says who was not let in", () =>
    browse({ at: guyub.address }, async (page) => {
      await assert.rejects(signIn(page, "198503152010012001", "salah"), /was not let in/);
    }));

  test("lists what axe-core finds, and finds nothing on a good page", () =>
    browse({ at: guyub.address, scheme: "dark" }, async (page) => {
      await page.goto("/masuk");
      await axe(page);

      await page.goto("/tanpa-nama");
      await assert.rejects(axe(page), /2 axe violations[^]*button-name[^]*image-alt/);
    }));

  test("names what sticks out of the screen", () =>
    browse({ at: guyub.address, device: "phone" }, async (page) => {
      await page.goto("/lebar");
      await assert.rejects(noSidewaysScroll(page), /scrolls sideways by \d+ px: p#panjang/);
    }));

  test("fails a story whose page breaks its content security policy", async () => {
    const story = browse({ at: guyub.address }, (page) => page.goto("/galat"));
    await assert.rejects(story, /Content Security Policy/);
  });

  test("takes pictures", () =>
    browse({ at: guyub.address }, async (page) => {
      const picture = fileURLToPath(new URL("out/harness-beranda.png", import.meta.url));
      rmSync(picture, { force: true });
      await page.goto("/");
      await shot(page, "harness-beranda");
      assert.ok(existsSync(picture));
    }));

  test("survives the server being killed and started again", async () => {
    await guyub.kill();
    await assert.rejects(fetch(guyub.address));

    await guyub.run();

    assert.equal((await fetch(guyub.address)).status, 200);
  });
});

test("A server that ends at once fails with what it said", async () => {
  const broken = new Guyub("SQLite", "/bin/echo");
  await assert.rejects(broken.start(), /did not become ready on SQLite; it said:\nserve --demo/);
  await broken.stop();
});

test("Three readers agree on a calendar with a time zone", () => {
  const calendar = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Guyub//Tes//ID",
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Makassar",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "TZNAME:WITA",
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    "UID:a@guyub.test",
    "DTSTAMP:20261121T000000Z",
    "SEQUENCE:2",
    "DTSTART;TZID=Asia/Makassar:20261124T090000",
    "DTEND;TZID=Asia/Makassar:20261124T113000",
    "SUMMARY:Inflasi\\, dan APBN: apa yang perlu",
    "  ASN ketahui",
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];

  const [event] = readAlike(calendar.join("\r\n"));

  assert.deepEqual(event, {
    uid: "a@guyub.test",
    sequence: 2,
    summary: "Inflasi, dan APBN: apa yang perlu ASN ketahui",
    status: "CONFIRMED",
    start: "2026-11-24T01:00:00.000Z",
    end: "2026-11-24T03:30:00.000Z",
  });
});
