// Our calendars as three foreign readers see them: ical.js, node-ical, and the PyPI package icalendar.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const PYTHON = process.env.GUYUB_TEST_PYTHON ?? fileURLToPath(new URL("../../target/python/bin/python", import.meta.url));
const SCRIPT = fileURLToPath(new URL("read_calendar.py", import.meta.url));

/**
 * The events of a calendar, in order of UID; fails when the readers disagree.
 *
 * @returns {{ uid: string, sequence: number, summary: string, status: string, start: string, end: string }[]} times in UTC
 */
export function readAlike(text) {
  const [first, second, third] = [byIcalJs(text), byNodeIcal(text), byPython(text)];
  assert.deepEqual(second, first, "node-ical and ical.js read different calendars");
  assert.deepEqual(third, first, "icalendar (Python) and ical.js read different calendars");
  return first;
}

function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  calendar.getAllSubcomponents("vtimezone").forEach((it) => ICAL.TimezoneService.register(it));
  return sorted(
    calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        sequence: event.sequence ?? 0,
        summary: event.summary,
        status: component.getFirstPropertyValue("status") ?? "",
        start: event.startDate.toJSDate().toISOString(),
        end: event.endDate.toJSDate().toISOString(),
      };
    }),
  );
}

function byNodeIcal(text) {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter((it) => it.type === "VEVENT");
  return sorted(
    events.map((it) => ({
      uid: it.uid,
      sequence: Number(it.sequence ?? 0),
      summary: it.summary,
      status: it.status ?? "",
      start: it.start.toISOString(),
      end: it.end.toISOString(),
    })),
  );
}

function byPython(text) {
  const { status, stdout, stderr } = spawnSync(PYTHON, [SCRIPT], { input: text, encoding: "utf8" });
  assert.equal(status, 0, `icalendar (Python) does not read this calendar (bin/steps/python-packages installs it): ${stderr}`);
  return sorted(JSON.parse(stdout));
}

const sorted = (events) => events.sort((a, b) => (a.uid < b.uid ? -1 : 1));
