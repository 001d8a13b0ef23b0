import { formatInstant, parseInstant, type Instant } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseZone } from "../clock/zone.ts";
import type { SkippedLine } from "../history-error.ts";
import { inPieces, written, type NamedBytes } from "../reading.contract.ts";
import { readCalendar } from "./calendar.ts";

const at = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};

const SPAN = { from: at("2026-01-01T00:00:00Z"), until: at("2027-01-01T00:00:00Z") };

const read = (text: string, zoneName: string | null = null, span = SPAN, sizes: readonly number[] = [1e6]) =>
  readBytes(written(text, "c"), zoneName, span, sizes);

const readBytes = async (bytes: NamedBytes, zoneName: string | null, span = SPAN, sizes: readonly number[] = [1e6]) => {
  const skipped: SkippedLine[] = [];
  const zone = zoneName === null ? null : parseZone(zoneName);
  const found = await readCalendar(inPieces(bytes, sizes), {
    zone: zone?.type === "ok" ? zone.value : null,
    span,
    onSkipped: (line) => skipped.push(line),
  });
  if (found.type === "error") return { error: found.error };
  return {
    times: found.value.map(({ from, until }) => `${formatInstant(from).slice(0, 16)} ${(until - from) / 60_000}`),
    skipped: skipped.map(({ line, reason }) => `${line} ${reason.type}`),
  };
};

const calendar = (...events: readonly string[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...events.flatMap((event) => ["BEGIN:VEVENT", event, "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

const BERLIN = "TZID=Europe/Berlin";

describe("times together from a calendar", () => {
  test("UTC, a zone by name, floating with the zone that is given", async () => {
    const text = calendar(
      "UID:1\r\nDTSTART:20260105T180000Z\r\nDTEND:20260105T190000Z",
      `UID:2\r\nDTSTART;${BERLIN}:20260706T190000\r\nDTEND;${BERLIN}:20260706T220000`,
    );
    expect(await read(text)).toEqual({ times: ["2026-01-05T18:00 60", "2026-07-06T17:00 180"], skipped: [] });
    const floating = calendar("UID:3\r\nDTSTART:20260706T190000\r\nDURATION:PT90M");
    expect(await read(floating)).toEqual({ error: { type: "zone-needed", file: "c" } });
    expect(await read(floating, "America/New_York")).toEqual({ times: ["2026-07-06T23:00 90"], skipped: [] });
  });

  test("every week at seven stays at seven when the clocks change, to the last one that UNTIL names", async () => {
    const text = calendar(
      `UID:1\r\nDTSTART;${BERLIN}:20260318T190000\r\nDTEND;${BERLIN}:20260318T210000\r\nRRULE:FREQ=WEEKLY;UNTIL=20260408T170000Z`,
    );
    expect(await read(text)).toMatchObject({
      times: ["2026-03-18T18:00 120", "2026-03-25T18:00 120", "2026-04-01T17:00 120", "2026-04-08T17:00 120"],
    });
  });

  test("exceptions: one left out, one moved, one cancelled, one added", async () => {
    const base = `UID:1\r\nDTSTART;${BERLIN}:20261102T190000\r\nDTEND;${BERLIN}:20261102T200000`;
    const text = calendar(
      `${base}\r\nRRULE:FREQ=DAILY;COUNT=5\r\nEXDATE;${BERLIN}:20261103T190000\r\nRDATE;${BERLIN}:20261110T190000`,
      `UID:1\r\nRECURRENCE-ID;${BERLIN}:20261104T190000\r\nDTSTART;${BERLIN}:20261104T120000\r\nDTEND;${BERLIN}:20261104T130000`,
      `UID:1\r\nRECURRENCE-ID:20261105T180000Z\r\nSTATUS:CANCELLED\r\nDTSTART;${BERLIN}:20261105T190000\r\nDTEND;${BERLIN}:20261105T200000`,
    );
    expect(await read(text)).toEqual({
      times: ["2026-11-02T18:00 60", "2026-11-04T11:00 60", "2026-11-06T18:00 60", "2026-11-10T18:00 60"],
      skipped: [],
    });
  });

  test("a zone that only the file describes", async () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Our House",
      "BEGIN:STANDARD",
      "DTSTART:16010101T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:16010101T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
    ].join("\r\n");
    const event =
      'UID:1\r\nDTSTART;TZID="Our House":20260318T190000\r\nDTEND;TZID="Our House":20260318T210000\r\nRRULE:FREQ=WEEKLY;COUNT=3';
    const text = calendar(event).replace("VERSION:2.0", `VERSION:2.0\r\n${zone}`);
    expect(await read(text)).toEqual({
      times: ["2026-03-18T18:00 120", "2026-03-25T18:00 120", "2026-04-01T17:00 120"],
      skipped: [],
    });
    expect(await read(calendar(event))).toEqual({ times: [], skipped: ["3 unknown-zone"] });
  });

  test("what is no time together is named with its line and reason, and spoils no other", async () => {
    const text = calendar(
      "UID:1\r\nDTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20260106",
      "UID:2\r\nDTSTART:20260105T180000Z",
      "UID:3\r\nDTSTART:20260105T180000Z\r\nDTEND:20260301T180000Z",
      "UID:4\r\nSUMMARY:nothing else",
      "UID:5\r\nDTSTART:20260105T180000Z\r\nDTEND:20260105T190000Z\r\nRRULE:FREQ=MINUTELY",
      "UID:6\r\nDTSTART:yesterday\r\nDTEND:today",
      "UID:7\r\nDTSTART:20260105T180000Z\r\nDTEND:20260105T190000Z\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM",
    );
    const found = await read(text);
    expect(found.times).toEqual(["2026-01-05T18:00 60"]);
    expect(found.skipped?.map((line) => line.split(" ")[1])).toEqual([
      "all-day",
      "no-length",
      "longer-than-a-week",
      "no-start",
      expect.any(String),
      "recurs-too-often",
    ]);
  });

  test("overlapping events are one time, and a rule without an end stops with the span", async () => {
    const text = calendar(
      "UID:1\r\nDTSTART:20200101T180000Z\r\nDTEND:20200101T190000Z\r\nRRULE:FREQ=DAILY",
      "UID:2\r\nDTSTART:20261230T183000Z\r\nDTEND:20261230T200000Z",
    );
    const found = await read(text);
    expect(found.times).toHaveLength(365);
    expect(found.times?.slice(-2)).toEqual(["2026-12-30T18:00 120", "2026-12-31T18:00 60"]);
  });

  test.each([[1], [3, 2], [65_536]])("one in UTF-16 reads as in UTF-8, in pieces of %i", async (...sizes) => {
    const text = calendar("UID:1\r\nSUMMARY:caf\u00e9\r\nDTSTART:20260105T180000Z\r\nDTEND:20260105T190000Z");
    const bytes = { name: "c", bytes: Buffer.from(`\uFEFF${text}`, "utf16le") };
    expect(await readBytes(bytes, null, SPAN, sizes)).toEqual(await read(text));
    expect(await read(text)).toEqual({ times: ["2026-01-05T18:00 60"], skipped: [] });
  });

  test("what is no calendar is refused", async () => {
    expect(await read("time,screen_status\n1,2\n")).toEqual({ error: { type: "not-a-calendar", file: "c" } });
  });

  test("any bytes are read or refused, the same wherever they are cut", async () => {
    const text = calendar(
      `UID:1\r\nDTSTART;${BERLIN}:20260318T190000\r\nDTEND;${BERLIN}:20260318T210000\r\nRRULE:FREQ=WEEKLY;COUNT=9;BYDAY=WE`,
      "UID:2\r\nDTSTART:20260105T180000Z\r\nDURATION:PT1H\r\nEXDATE:20260105T180000Z\r\nRDATE;VALUE=PERIOD:20260107T180000Z/PT2H",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(fc.nat(text.length), fc.constantFrom("", ";", ":", "\r\n", "9", "0", "A", "-", "=", "\0", "T")),
          { minLength: 1, maxLength: 6 },
        ),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }),
        async (changes, sizes) => {
          let spoilt = text;
          for (const [where, what] of changes) spoilt = spoilt.slice(0, where) + what + spoilt.slice(where + 1);
          expect(await read(spoilt, "UTC", SPAN, sizes)).toEqual(await read(spoilt, "UTC"));
        },
      ),
      { numRuns: 300 },
    );
  });
});
