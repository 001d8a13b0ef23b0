import { readFileSync } from "node:fs";
import {
  decodeRecord,
  encodeRecord,
  parseEpochMs,
  parsePersonId,
  parseRecordId,
  type AppKind,
  type Instant,
  type PhoneLooksRecord,
  type Result,
} from "@undivided/domain";
import { historyBytes } from "@undivided/history";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { countNewLooks, mergeImports } from "./kept-looks.ts";
import type { OwnHours, PhonePreview, Rate, TimesTogether } from "./phone-messages.ts";
import { looksOfDay, toPhonePicture } from "./phone-picture.ts";
import { readPhone } from "./read-phone.ts";

const valueOf = <T, E>(result: Result<T, E>): T => {
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};
const usage = new URL("../../../../../../fixtures/usage/", import.meta.url);
const read = (name: string, options: { readonly zone?: string; readonly own?: string } = {}) =>
  readPhone([historyBytes(name, readFileSync(new URL(name, usage)))], {
    zone: options.zone ?? null,
    own: options.own ?? null,
    onProgress: () => undefined,
  });
const owner = valueOf(parsePersonId("a".repeat(32)));
const keep = ({ weeks }: PhonePreview, digit: string): readonly PhoneLooksRecord[] =>
  weeks.map((week, index) => ({
    ...week,
    type: "phone-looks",
    owner,
    id: valueOf(parseRecordId(`${digit}${index.toString(16)}`.padStart(32, "0"))),
    import: valueOf(parseRecordId(digit.repeat(32))),
  }));
const at = (ms: number): Instant => valueOf(parseEpochMs(ms));

const preview = valueOf(await read("aware-screen-15days.csv"));

describe("an import", () => {
  it("keeps every look of a real phone, in whole seconds, week by week", () => {
    const { sessions, observed } = mergeImports(keep(preview, "1"));
    expect(sessions).toHaveLength(preview.looks);
    expect(preview.looks).toBe(693);
    expect(observed).toHaveLength(1);
    expect(Math.abs((observed[0]?.from ?? 0) - preview.from)).toBeLessThan(1000);
  });

  it("twice, or beside one that overlaps, doubles nothing, whatever the order", () => {
    const once = mergeImports(keep(preview, "1"));
    const twice = [...keep(preview, "2"), ...keep(preview, "1")];
    expect(mergeImports(twice)).toEqual(once);
    expect(mergeImports(twice.toReversed())).toEqual(once);
  });

  it("that overlaps says how many of its looks are new", async () => {
    const [head = "", ...rows] = readFileSync(new URL("aware-screen-15days.csv", usage), "utf8").trim().split("\n");
    const early = new TextEncoder().encode([head, ...rows.slice(0, 1000)].join("\n"));
    const found = valueOf(
      await readPhone([historyBytes("early", early)], { zone: null, own: null, onProgress: () => undefined }),
    );
    const kept = keep(found, "1");
    expect(countNewLooks(preview.weeks, [])).toBe(693);
    expect(countNewLooks(preview.weeks, keep(preview, "2"))).toBe(0);
    const added = countNewLooks(preview.weeks, kept);
    expect(added).toBeGreaterThan(0);
    expect(added).toBe(mergeImports([...kept, ...keep(preview, "2")]).sessions.length - found.looks);
  });

  it("of which a look lost its end can be kept: every second fits into a week's record", async () => {
    const day = 86_400;
    const rows = [
      [0, 1],
      [9, 0],
      [20, 1],
      [20 + 30 * day, 0],
      [31 * day, 1],
      [31 * day + 5, 0],
    ].map(([second = 0, status = 0]) => `${String(1_488_346_471 + second)},${String(status)}\n`);
    const bytes = new TextEncoder().encode(`time,screen_status\n${rows.join("")}`);
    const found = valueOf(
      await readPhone([historyBytes("lost", bytes)], { zone: null, own: null, onProgress: () => undefined }),
    );
    expect(found).toMatchObject({ looks: 2, oddities: { endLost: 1 } });
    for (const record of keep(found, "4")) expect(decodeRecord(encodeRecord(record)).type).toBe("ok");
  });

  it("asks which phone is one's own where a file holds several, and for the zone where it has none", async () => {
    expect(await read("aware-screen-users.csv")).toMatchObject({ type: "error", error: { type: "which-device" } });
    expect(await read("made-formats/dumpsys-usagestats.txt")).toMatchObject({ error: { type: "zone-needed" } });
    const zoned = await read("made-formats/dumpsys-usagestats.txt", { zone: "Europe/Berlin" });
    expect(zoned.type).toBe("ok");
  });

  it("of sums for a day is refused, since they do not say when", async () => {
    expect(await read("made-formats/daily-totals.csv")).toMatchObject({ error: { type: "daily-totals-only" } });
  });
});

describe("the picture", () => {
  const records = keep(preview, "1");
  const zone = "Europe/Berlin";
  const evenings: OwnHours = {
    type: "rule",
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    fromMinute: 19 * 60,
    untilMinute: 22 * 60,
    zone,
  };
  const cross = (logged: TimesTogether["logged"], hours: readonly OwnHours[], kind: AppKind | null = null) =>
    toPhonePicture({ type: "cross", records, logged, hours, zone, kind });

  it("says together and apart with intervals where there is enough, and what is missing where there is not", () => {
    const without = cross([], []);
    expect(without.looks.all.apart.type).toBe("estimate");
    expect(without.looks.all.together).toMatchObject({ type: "insufficient-data" });
    for (const measured of [cross([], [evenings]).looks, cross([], [evenings]).minutes]) {
      expect(measured.all.together.type).toBe("estimate");
      expect(measured.ratio.type).toBe("estimate");
      expect(measured.hours[20]?.together.type).toBe("estimate");
      expect(measured.hours[20]?.apart.type).toBe("insufficient-data");
      expect(measured.hours[12]?.together.type).toBe("insufficient-data");
      // Two of each weekday, and some evenings of each.
      expect(measured.days.map(({ apart, together }) => [together.type, apart.type])).toEqual(
        Array(7).fill(["estimate", "estimate"]),
      );
    }
  });

  it("counts minutes where they lie: those of the hours are those of the whole", () => {
    const { minutes } = cross([], [evenings]);
    const whole = minutesOf(minutes.all.together) + minutesOf(minutes.all.apart);
    const inHours = minutes.hours
      .flatMap((one) => [one.together, one.apart])
      .reduce((sum, one) => sum + minutesOf(one), 0);
    expect(inHours).toBeCloseTo(whole, 6);
  });

  it("counts a time together that was logged, one by rule and one from a calendar once, and says what each yields", () => {
    const day = 86_400_000;
    const from = Math.ceil(preview.from / day) * day;
    const hour = { from: at(from + 19 * 3_600_000), until: at(from + 20 * 3_600_000) };
    const calendar: OwnHours = { type: "calendar", calendar: valueOf(parseRecordId("c".repeat(32))), times: [hour] };
    const picture = cross([hour], [evenings, calendar]);
    expect(picture.looks.all.together).toEqual(cross([], [evenings]).looks.all.together);
    expect(picture.yields).toEqual({ logged: 1, hours: [45, 1], all: 45 });
  });

  it("gives no hours of a rule in a zone that is not known here", () => {
    expect(cross([], [{ ...evenings, zone: "Mars/Olympus" }]).yields.all).toBe(0);
  });

  it("tells the looks of one day, and which of them were in a time together", () => {
    const looks = looksOfDay({ type: "day", records, logged: [], hours: [evenings], zone, day: "2017-03-05" });
    const whole = mergeImports(records).sessions.filter(
      ({ from }) => new Date(from + 3_600_000).toISOString().slice(0, 10) === "2017-03-05",
    );
    expect(looks.map(({ from }) => from)).toEqual(whole.map(({ from }) => from));
    const inEvening = looks.filter(({ isTogether }) => isTogether);
    expect(inEvening.length).toBeGreaterThan(0);
    expect(inEvening.every(({ from }) => [18, 19, 20].includes(new Date(from).getUTCHours()))).toBe(true);
  });
});

describe("kinds of app", () => {
  const lines = [
    "2026-11-20T19:00:00Z,on",
    "2026-11-20T19:00:00Z,open,WhatsApp",
    "2026-11-20T19:01:00Z,off",
    "2026-11-20T20:00:00Z,on",
    "2026-11-20T20:00:30Z,off",
  ].join("\n");

  it("are told of each look, never the app, and a source without apps has none", async () => {
    const read = valueOf(
      await readPhone([historyBytes("l.txt", Buffer.from(lines))], {
        zone: null,
        own: null,
        onProgress: () => undefined,
      }),
    );
    expect(read.kinds).toEqual([{ kind: "messages", looks: 1 }]);
    expect(read.weeks.map(({ kinds }) => kinds)).toEqual([[1, 0]]);
    expect(JSON.stringify(keep(read, "1"))).not.toMatch(/whatsapp/i);
    expect(preview.weeks.every(({ kinds }) => kinds === null)).toBe(true);
    const picture = toPhonePicture({
      type: "cross",
      records: keep(read, "1"),
      logged: [],
      hours: [],
      zone: "UTC",
      kind: null,
    });
    expect(picture.kinds.map(({ kind }) => kind)).toEqual(["messages"]);
  });

  it("are in no picture of an import that was kept without them", async () => {
    const read = valueOf(
      await readPhone([historyBytes("l.txt", Buffer.from(lines))], {
        zone: null,
        own: null,
        onProgress: () => undefined,
      }),
    );
    const records = keep(read, "1").map((record) => ({ ...record, kinds: null }));
    const request = { type: "cross", records, logged: [], hours: [], zone: "UTC", kind: null } as const;
    expect(toPhonePicture(request).kinds).toEqual([]);
  });
});

const minutesOf = (estimate: Rate): number =>
  estimate.type === "estimate" ? estimate.value * (estimate.exposureHours ?? 0) : 0;

describe("imports that overlap", () => {
  /** A truth, and pieces of it that overlap and together hold all of it, brought in one after the other. */
  const truth = fc.array(fc.tuple(fc.integer({ min: 2, max: 90_000 }), fc.integer({ min: 1, max: 900 })), {
    minLength: 4,
    maxLength: 40,
  });
  const start = Date.parse("2026-11-02T00:00:00Z") / 1000;
  const read = async (rows: readonly string[]) =>
    readPhone([historyBytes("p", Buffer.from(["time,screen_status", ...rows].join("\n")))], {
      zone: null,
      own: null,
      onProgress: () => undefined,
    });

  it("give the truth back, each look once, whichever came first", async () => {
    await fc.assert(
      fc.asyncProperty(truth, fc.nat(60), fc.nat(60), fc.boolean(), async (steps, cutA, cutB, isTurned) => {
        let now = start;
        const rows = steps.flatMap(([pause, length]) => {
          now += pause;
          const on = `${now},1`;
          now += length;
          return [on, `${now},0`];
        });
        const [from, until] = [cutA % rows.length, cutB % rows.length].toSorted((one, other) => one - other);
        const early = await read(rows.slice(0, (until ?? 0) + 2));
        const late = await read(rows.slice(from));
        // A piece without a whole look is refused by itself.
        if (early.type === "error" || late.type === "error") return;
        const whole = valueOf(await read(rows));
        const imports = isTurned
          ? [keep(early.value, "2"), keep(late.value, "1")]
          : [keep(early.value, "1"), keep(late.value, "2")];
        expect(mergeImports(imports.flat()).sessions).toEqual(mergeImports(keep(whole, "3")).sessions);
      }),
      { numRuns: 60 },
    );
  });
});
