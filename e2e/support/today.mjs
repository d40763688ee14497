// A session that runs right now: its day and clock in a zone where it does not pass midnight.
const ZONES = [
  ["WITA", 8],
  ["WIB", 7],
  ["WIT", 9],
];

/**
 * A session that starts in some minutes and lasts an hour and a half.
 *
 * @returns {{ zone: string, date: string, start: string, end: string, startsAt: number, endsAt: number, clock: (ms: number) => string }}
 *   `date` as in a date field, clocks with a point, moments in epoch milliseconds, `clock` with seconds in that zone.
 */
export function sessionIn(minutes) {
  const startsAt = Math.ceil((Date.now() + minutes * 60_000) / 60_000) * 60_000;
  const endsAt = startsAt + 90 * 60_000;
  const [zone, hours] = ZONES.find(([, hours]) => day(startsAt, hours) === day(endsAt, hours));
  return {
    zone,
    date: day(startsAt, hours),
    start: clock(startsAt, hours).slice(0, 5).replace(":", "."),
    end: clock(endsAt, hours).slice(0, 5).replace(":", "."),
    startsAt,
    endsAt,
    clock: (at) => clock(at, hours),
  };
}

/** A report as Zoom writes it, of people who joined and left at these moments. */
export function zoomReport(session, people) {
  const moment = (at) => `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)} ${session.clock(at)}`;
  const rows = people.map(({ name, mail = "", joined, left }) => {
    return [name, mail, moment(joined), moment(left), Math.ceil((left - joined) / 60_000), "Ya", "OK", "Tidak"];
  });
  const header = "Nama (nama asli),Email,Waktu bergabung,Waktu keluar,Durasi (menit),Tamu,Respons penafian rekaman,Di ruang tunggu";
  return [header, ...rows.map((it) => it.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(","))].join("\r\n") + "\r\n";
}

function day(at, hours) {
  return new Date(at + hours * 3_600_000).toISOString().slice(0, 10);
}

function clock(at, hours) {
  return new Date(at + hours * 3_600_000).toISOString().slice(11, 19);
}
